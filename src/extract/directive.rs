//! Orders by their words alone: what should have a tag, whoever set it.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::clause::{Clause, clauses};
use super::clean::{Cleaned, clean};
use super::outline::outline;
use super::word_list::WordList;
use crate::text::{Source, Span};

/// A clause that tells somebody to do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Directive {
    /// The clause, without its closing punctuation.
    pub span: Span,
    /// The word that makes it an order.
    pub word: Span,
    /// Which sentence it stands in, counted from 0 over the text.
    pub sentence: u32,
}

static WORDS: LazyLock<WordList> = LazyLock::new(|| {
    WordList::new(concat!(
        include_str!("data/directives.txt"),
        "\n",
        include_str!("data/clauses.txt")
    ))
});

/// The groups that make an order; the last two are those of `clauses.txt`, whose longer words (要把)
/// would hide the short ones.
const GROUPS: [&str; 5] = ["order", "ban", "result", "modal", "forbid"];

/// The orders of a text, in its order. Headings, debris and questions have none.
pub fn directives(source: &Source) -> Vec<Directive> {
    let cleaned = clean(source);
    let outline = outline(&cleaned);
    clauses(&cleaned, &outline)
        .iter()
        .filter(|clause| clause.closing != '？')
        .filter_map(|clause| directive(&cleaned, clause))
        .collect()
}

fn directive(cleaned: &Cleaned, clause: &Clause) -> Option<Directive> {
    let words = cleaned.slice(clause.span);
    let found = WORDS
        .find(words)
        // An order says what to do: something follows the word.
        .find(|found| GROUPS.contains(&found.group) && found.range.end < words.len())?;
    let start = clause.span.range().start;
    let word = Span::at(start + found.range.start, start + found.range.end);
    Some(Directive {
        span: cleaned.original(clause.span),
        word: cleaned.original(word),
        sentence: clause.sentence,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let source = Source::new(text);
        directives(&source)
            .iter()
            .map(|order| format!("{}|{}", source.slice(order.span), source.slice(order.word)))
            .collect()
    }

    #[test]
    fn orders_bans_and_results_are_found() {
        assert_eq!(
            found("各镇要抓紧排查，不留死角。严禁带病作业；年底前力争全部销号。"),
            ["各镇要抓紧排查|要", "严禁带病作业|严禁", "年底前力争全部销号|力争"]
        );
        assert_eq!(found("从业人员必须持证上岗"), ["从业人员必须持证上岗|必须"]);
    }

    #[test]
    fn words_that_only_look_like_orders_are_none() {
        for text in [
            "这是重要的基础。",
            "主要指标好于预期。",
            "这是落实新要求的必然要求。",
            "我们适应了新形势，供应充足。",
            "只要功夫深。",
            "应急预案已经修订。",
            "为什么要抓这件事？",
            "群众的需要",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn headings_are_no_orders() {
        assert_eq!(found("一、要守住底线\n要修好渠道。"), ["要修好渠道|要"]);
    }
}
