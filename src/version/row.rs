//! Two versions side by side.

use super::alignment::Alignment;
use super::difference::of_letters;
use crate::text::Span;

/// A row of two versions side by side: a sentence, or what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What happened.
    pub kind: RowKind,
    /// The old sentence, if there is one.
    pub old: Option<Span>,
    /// The new one.
    pub new: Option<Span>,
    /// Of a reworded sentence, its pieces in order.
    pub pieces: Vec<Piece>,
}

/// What happened to a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// Nothing.
    Same,
    /// It has other words.
    Reworded,
    /// It is new.
    Inserted,
    /// It is gone.
    Deleted,
    /// It stands elsewhere now: `new` is where, for a reader to go there.
    MovedAway,
    /// It stood elsewhere: `old` is where.
    MovedHere,
}

/// A piece of a reworded sentence; one side is empty where something was inserted or deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// In the old version.
    pub old: Span,
    /// In the new version.
    pub new: Span,
    /// Whether the words are the same.
    pub is_same: bool,
}

impl Alignment {
    /// The two versions side by side: every sentence of each stands in its order.
    pub fn rows(&self) -> Vec<Row> {
        let mut origins = vec![None; self.new.sentences.len()];
        for (index, partner) in self.partners.iter().enumerate() {
            if let Some(partner) = partner {
                origins[partner.sentence] = Some((index, partner.is_moved));
            }
        }
        let mut rows = Vec::new();
        let mut next_new = 0;
        for (index, partner) in self.partners.iter().enumerate() {
            match partner {
                Some(partner) if !partner.is_moved => {
                    while next_new < partner.sentence {
                        rows.push(self.arrival(next_new, &origins));
                        next_new += 1;
                    }
                    let kind = if partner.is_same {
                        RowKind::Same
                    } else {
                        RowKind::Reworded
                    };
                    rows.push(self.row(kind, Some(index), Some(partner.sentence)));
                    next_new = partner.sentence + 1;
                }
                Some(partner) => rows.push(self.row(RowKind::MovedAway, Some(index), Some(partner.sentence))),
                None => rows.push(self.row(RowKind::Deleted, Some(index), None)),
            }
        }
        while next_new < origins.len() {
            rows.push(self.arrival(next_new, &origins));
            next_new += 1;
        }
        rows
    }

    /// A sentence of the new version that stands beside no old one.
    fn arrival(&self, new: usize, origins: &[Option<(usize, bool)>]) -> Row {
        match origins[new] {
            Some((old, true)) => self.row(RowKind::MovedHere, Some(old), Some(new)),
            _ => self.row(RowKind::Inserted, None, Some(new)),
        }
    }

    fn row(&self, kind: RowKind, old: Option<usize>, new: Option<usize>) -> Row {
        let pieces = match (kind, old, new) {
            (RowKind::Reworded | RowKind::MovedHere, Some(old), Some(new)) => self.pieces(old, new),
            _ => Vec::new(),
        };
        Row {
            kind,
            old: old.map(|index| self.old.span(self.old.sentences[index].clone())),
            new: new.map(|index| self.new.span(self.new.sentences[index].clone())),
            pieces,
        }
    }

    fn pieces(&self, old: usize, new: usize) -> Vec<Piece> {
        let (old_start, new_start) = (self.old.sentences[old].start, self.new.sentences[new].start);
        let (old_end, new_end) = (self.old.sentences[old].end, self.new.sentences[new].end);
        let mut pieces = Vec::new();
        let mut add = |old: std::ops::Range<usize>, new: std::ops::Range<usize>, is_same: bool| {
            if !(old.is_empty() && new.is_empty()) {
                pieces.push(Piece {
                    old: self.old.span(old),
                    new: self.new.span(new),
                    is_same,
                });
            }
        };
        let (mut old_at, mut new_at) = (old_start, new_start);
        for hunk in self.difference(old, new) {
            let (old_hunk, new_hunk) = (old_start + hunk.old.start, new_start + hunk.new.start);
            add(old_at..old_hunk, new_at..new_hunk, true);
            (old_at, new_at) = (old_start + hunk.old.end, new_start + hunk.new.end);
            add(old_hunk..old_at, new_hunk..new_at, false);
        }
        add(old_at..old_end, new_at..new_end, true);
        pieces
    }
}

/// Where two wordings differ, letter by letter, in order.
pub fn wording(old: &str, new: &str) -> Vec<Piece> {
    let ends = |text: &str| -> Vec<usize> {
        let starts = text.char_indices().map(|(at, _)| at);
        starts.chain([text.len()]).collect()
    };
    let (old_at, new_at) = (ends(old), ends(new));
    let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    let mut pieces = Vec::new();
    let mut add = |from: (usize, usize), to: (usize, usize), is_same: bool| {
        if from != to {
            pieces.push(Piece {
                old: Span::at(old_at[from.0], old_at[to.0]),
                new: Span::at(new_at[from.1], new_at[to.1]),
                is_same,
            });
        }
    };
    let mut at = (0, 0);
    for hunk in of_letters(&old, &new) {
        add(at, (hunk.old.start, hunk.new.start), true);
        add((hunk.old.start, hunk.new.start), (hunk.old.end, hunk.new.end), false);
        at = (hunk.old.end, hunk.new.end);
    }
    add(at, (old.len(), new.len()), true);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Source;

    #[test]
    fn every_sentence_of_both_versions_stands_in_its_order() {
        let old =
            Source::new("各镇要修好灌溉渠道。市里按月通报进度。年底前完成清淤二十公里。会后就要抓紧部署。谢谢大家。");
        let new =
            Source::new("会后就要抓紧部署。各镇要修好灌溉渠道。市里按月通报进度。今天天气好。年底前完成清淤三十公里。");
        let rows = Alignment::of(&old, &new).rows();
        let kinds: Vec<RowKind> = rows.iter().map(|row| row.kind).collect();
        use RowKind::*;
        assert_eq!(kinds, [MovedHere, Same, Same, Inserted, Reworded, MovedAway, Deleted]);
        let is_here = |row: &&Row| row.kind != MovedHere;
        let left: String = rows
            .iter()
            .filter(is_here)
            .filter_map(|row| row.old)
            .map(|span| old.slice(span))
            .collect();
        assert_eq!(left, old.text());
        let is_there = |row: &&Row| row.kind != MovedAway;
        let right: String = rows
            .iter()
            .filter(is_there)
            .filter_map(|row| row.new)
            .map(|span| new.slice(span))
            .collect();
        assert_eq!(right, new.text());
        let changed: Vec<(&str, &str)> = rows[4]
            .pieces
            .iter()
            .filter(|piece| !piece.is_same)
            .map(|piece| (old.slice(piece.old), new.slice(piece.new)))
            .collect();
        assert_eq!(changed, [("二", "三")]);
    }

    #[test]
    fn wordings_are_taken_apart() {
        let (old, new) = ("6月底前完成", "7月底之前完成");
        let pieces = wording(old, new);
        let changed: Vec<(&str, &str)> = pieces
            .iter()
            .filter(|piece| !piece.is_same)
            .map(|piece| (&old[piece.old.range()], &new[piece.new.range()]))
            .collect();
        assert_eq!(changed, [("6", "7"), ("", "之")]);
        let whole: String = pieces.iter().map(|piece| &new[piece.new.range()]).collect();
        assert_eq!(whole, new);
        assert_eq!(wording("", ""), []);
    }
}
