//! The words around names of trades, as the data file has them.

use crate::extract::word_list::word_groups;

word_groups! {
    /// Groups of `industries.txt` that are held against parts of the text, where the comments say what each group is.
    pub(super) TRADES: Trades = "../../data/industries.txt" {
        statistics "statistic"
        watched "watched"
        houses "house"
        bare_endings "bare-ending"
        singles "single"
        openers "opener"
        amounts "amount"
        direct "direct"
        rank_words "rank-word"
        crafts "craft"
        growing "growing"
    }
}
