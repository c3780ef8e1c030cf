//! The ladder 字 → 词 → 分句 → 句 → 段: how a range grows and shrinks, and where its edges may go.

use crate::text::{ByteOffset, Source, Span};

/// A rung of the ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rung {
    /// 字: a character with what combines with it.
    Char,
    /// 词: a word.
    Word,
    /// 分句: up to ，；：。！？, without the mark.
    Clause,
    /// 句: up to 。！？；, without the mark.
    Sentence,
    /// 段: a line without outer blanks.
    Paragraph,
}

impl Rung {
    /// All, from the smallest.
    pub const ALL: [Self; 5] = [Self::Char, Self::Word, Self::Clause, Self::Sentence, Self::Paragraph];

    /// The message that names it.
    pub fn message(self) -> &'static str {
        match self {
            Self::Char => "rung-char",
            Self::Word => "rung-word",
            Self::Clause => "rung-clause",
            Self::Sentence => "rung-sentence",
            Self::Paragraph => "rung-paragraph",
        }
    }
}

/// A text with its ladder.
#[derive(Clone, Copy)]
pub struct Ladder<'a> {
    source: &'a Source,
    words: Words<'a>,
}

/// What tells words.
#[derive(Clone, Copy)]
pub enum Words<'a> {
    /// Every place between two words of the text, in order, with its start and its end.
    Known(&'a [ByteOffset]),
    /// What finds the seams of a piece of text, in bytes, with its start and its end.
    Found(fn(&str) -> Vec<usize>),
}

/// Characters before and after a place that are looked at for its words.
const WINDOW: usize = 80;

impl<'a> Ladder<'a> {
    /// The ladder of a text, with what tells its words.
    pub fn new(source: &'a Source, words: Words<'a>) -> Self {
        Self { source, words }
    }

    /// The piece on a rung that holds the character at an offset.
    pub fn unit(self, rung: Rung, at: ByteOffset) -> Span {
        let at = self.source.floor(at.min(self.source.len()));
        let line = self.line(at);
        let trimmed = self.trim(line);
        match rung {
            Rung::Char => Span::new(at, self.next_char(at)),
            Rung::Word => self.word(at),
            Rung::Clause => self.between(trimmed, at, ends_clause),
            Rung::Sentence => self.between(trimmed, at, ends_sentence),
            Rung::Paragraph => trimmed,
        }
    }

    /// The rung on which a range is one whole piece.
    pub fn rung(self, span: Span) -> Option<Rung> {
        Rung::ALL
            .into_iter()
            .find(|rung| self.unit(*rung, span.start()) == span)
    }

    /// The next larger range: whole pieces of the lowest rung that make it larger.
    pub fn grow(self, span: Span) -> Option<Span> {
        let is_piece = |rung: &Rung| self.unit(*rung, span.start()) == span;
        let whole = Rung::ALL.into_iter().rev().find(is_piece);
        let last = self.previous_char(span.end()).max(span.start());
        let mut above = Rung::ALL
            .into_iter()
            .filter(|rung| whole.is_none_or(|whole| *rung > whole));
        above.find_map(|rung| {
            let wider = self.unit(rung, span.start()).union(self.unit(rung, last)).union(span);
            (wider != span).then_some(wider)
        })
    }

    /// The next smaller range: the largest piece around an offset that lies within.
    pub fn shrink(self, span: Span, anchor: ByteOffset) -> Option<Span> {
        let anchor = anchor.clamp(span.start(), self.previous_char(span.end()).max(span.start()));
        Rung::ALL.into_iter().rev().find_map(|rung| {
            let piece = self.unit(rung, anchor).intersection(span)?;
            (piece != span && !piece.is_empty()).then_some(piece)
        })
    }

    /// The range with both edges at seams between words; near the edges of a clause that is mostly
    /// selected, at those.
    pub fn snap(self, span: Span) -> Span {
        let words = self.source.slice(self.trim(span)).trim_end_matches(ends_clause);
        let start = self.trim(span).start().index();
        let span = Span::at(start, start + words.len());
        if span.is_empty() {
            return span;
        }
        let last = self.previous_char(span.end()).max(span.start());
        let words = self.word(span.start()).union(self.word(last));
        let clauses = self
            .unit(Rung::Clause, span.start())
            .union(self.unit(Rung::Clause, last));
        let count = |span: Span| self.source.slice(span).chars().count();
        let is_near = |one: ByteOffset, other: ByteOffset| count(Span::new(one, other)) <= NEAR;
        let is_long = count(span) * 3 >= count(clauses) * 2 && count(span) >= 6;
        if is_long && is_near(words.start(), clauses.start()) && is_near(words.end(), clauses.end()) {
            return clauses;
        }
        words
    }

    /// The place after the character that starts at an offset.
    pub fn next_char(self, at: ByteOffset) -> ByteOffset {
        let rest = &self.source.text()[at.index()..];
        let mut chars = rest.char_indices();
        chars.next();
        let end = chars.find(|(_, char)| !joins(*char)).map_or(rest.len(), |(end, _)| end);
        ByteOffset((at.index() + end) as u32)
    }

    /// The start of the character before an offset.
    pub fn previous_char(self, at: ByteOffset) -> ByteOffset {
        let before = &self.source.text()[..at.index()];
        let start = before.char_indices().rev().find(|(_, char)| !joins(*char));
        ByteOffset(start.map_or(0, |(start, _)| start) as u32)
    }

    /// The next seam between words after an offset.
    pub fn next_word(self, at: ByteOffset) -> ByteOffset {
        if at >= self.source.len() {
            return at;
        }
        self.word(at).end().max(self.next_char(at))
    }

    /// The last seam between words before an offset.
    pub fn previous_word(self, at: ByteOffset) -> ByteOffset {
        if at.index() == 0 {
            return at;
        }
        self.word(self.previous_char(at)).start()
    }

    fn word(self, at: ByteOffset) -> Span {
        let line = self.line(at);
        match self.words {
            Words::Known(seams) => {
                let after = seams.partition_point(|seam| *seam <= at);
                let start = after.checked_sub(1).map_or(line.start(), |before| seams[before]);
                let end = seams.get(after).copied().unwrap_or(line.end());
                // A word may go on in the next line, a range that a person makes by words may not.
                Span::new(start.max(line.start()).min(at), end.min(line.end()).max(at))
            }
            Words::Found(find) => self.found_word(line, at, find),
        }
    }

    fn found_word(self, line: Span, at: ByteOffset, find: fn(&str) -> Vec<usize>) -> Span {
        let text = self.source.slice(line);
        let here = at.index().saturating_sub(line.start().index()).min(text.len());
        let from = text[..here]
            .char_indices()
            .rev()
            .nth(WINDOW - 1)
            .map_or(0, |(from, _)| from);
        let to = text[here..]
            .char_indices()
            .nth(WINDOW)
            .map_or(text.len(), |(to, _)| here + to);
        let seams = find(&text[from..to]);
        let inner = here - from;
        let after = seams.partition_point(|seam| *seam <= inner).min(seams.len() - 1);
        let start = line.start().index() + from;
        let (before, after) = (seams[after.saturating_sub(1)].min(inner), seams[after].max(inner));
        Span::at(start + before, start + after)
    }

    /// The line that holds an offset, without its end.
    fn line(self, at: ByteOffset) -> Span {
        let text = self.source.text();
        let is_end = |char: char| matches!(char, '\n' | '\r');
        let start = text[..at.index()].rfind(is_end).map_or(0, |end| end + 1);
        let end = text[at.index()..]
            .find(is_end)
            .map_or(text.len(), |end| at.index() + end);
        Span::at(start, end)
    }

    /// The piece around an offset between two closing marks; blanks and marks at its edges are left
    /// out.
    fn between(self, line: Span, at: ByteOffset, ends: fn(char) -> bool) -> Span {
        let text = self.source.slice(line);
        let here = at.clamp(line.start(), line.end()).index() - line.start().index();
        // A closing mark belongs to the piece that it closes.
        let here = match text[here..].starts_with(ends) {
            true => text[..here].trim_end_matches(ends).len(),
            false => here,
        };
        let last = text[..here].char_indices().rev().find(|(_, char)| ends(*char));
        let start = last.map_or(0, |(mark, char)| mark + char.len_utf8());
        let end = text[here..].find(ends).map_or(text.len(), |mark| here + mark);
        self.trim(Span::at(line.start().index() + start, line.start().index() + end))
    }

    fn trim(self, span: Span) -> Span {
        let text = self.source.slice(span);
        let start = span.start().index() + (text.len() - text.trim_start().len());
        Span::at(start, start + text.trim().len())
    }
}

/// Characters between the edge of a selection and that of a clause that still count as its edge.
const NEAR: usize = 2;

fn ends_clause(char: char) -> bool {
    matches!(char, '，' | '：' | ',' | ':') || ends_sentence(char)
}

fn ends_sentence(char: char) -> bool {
    matches!(char, '。' | '！' | '？' | '；' | '!' | '?' | ';')
}

/// Whether a character is drawn together with the one before it.
fn joins(char: char) -> bool {
    matches!(char, '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{300}'..='\u{36f}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "　　由市工信局牵头，年底前建成50所。加强督查，按月通报！\n另一段。";

    /// Two characters make a word, as if a dictionary said so.
    fn pairs(text: &str) -> Vec<usize> {
        let mut seams: Vec<usize> = text.char_indices().step_by(2).map(|(at, _)| at).collect();
        seams.push(text.len());
        seams
    }

    fn check(steps: impl Fn(Ladder<'_>, Span) -> Option<Span>, from: &str, expected: &[&str]) {
        let source = Source::new(TEXT);
        let ladder = Ladder::new(&source, Words::Found(pairs));
        let start = TEXT.find(from).unwrap();
        let mut span = Span::at(start, start + from.len());
        for words in expected {
            span = steps(ladder, span).unwrap();
            assert_eq!(source.slice(span), *words);
        }
    }

    #[test]
    fn a_range_grows_rung_by_rung() {
        let sentence = "由市工信局牵头，年底前建成50所";
        let paragraph = "由市工信局牵头，年底前建成50所。加强督查，按月通报！";
        check(
            |ladder, span| ladder.grow(span),
            "工",
            &["工信", "由市工信局牵头", sentence, paragraph],
        );
        check(
            |ladder, span| ladder.grow(span),
            "加强督查",
            &["加强督查，按月通报", paragraph],
        );
    }

    #[test]
    fn a_range_shrinks_around_where_it_came_from() {
        let at = ByteOffset(TEXT.find("建成").unwrap() as u32);
        let words = ["由市工信局牵头，年底前建成50所", "年底前建成50所", "前建", "建"];
        check(
            move |ladder, span| ladder.shrink(span, at),
            "由市工信局牵头，年底前建成50所。加强督查，按月通报！",
            &words,
        );
        let source = Source::new(TEXT);
        let ladder = Ladder::new(&source, Words::Found(pairs));
        let one = ladder.unit(Rung::Char, at);
        assert_eq!((ladder.shrink(one, at), ladder.rung(one)), (None, Some(Rung::Char)));
    }

    #[test]
    fn a_selection_snaps_to_words_and_to_clauses() {
        let source = Source::new(TEXT);
        let ladder = Ladder::new(&source, Words::Found(pairs));
        let snapped = |words: &str| {
            let start = TEXT.find(words).unwrap();
            source
                .slice(ladder.snap(Span::at(start, start + words.len())))
                .to_owned()
        };
        assert_eq!(snapped("信局"), "工信局牵");
        assert_eq!(snapped("年底前建成50所。"), "年底前建成50所");
        assert_eq!(snapped("市工信局牵头，年底前建成50"), "由市工信局牵头，年底前建成50所");
    }

    #[test]
    fn a_selection_snaps_to_the_words_that_are_known() {
        let text = "防粉尘爆炸，抓好\n项目";
        let source = Source::new(text);
        let starts = ["防", "粉尘", "爆炸", "，", "抓好", "\n", "项目"].map(|word| text.find(word).unwrap());
        let mut seams: Vec<ByteOffset> = starts.map(|start| ByteOffset(start as u32)).to_vec();
        seams.push(source.len());
        let ladder = Ladder::new(&source, Words::Known(&seams));
        let snapped = |words: &str| {
            let start = text.find(words).unwrap();
            source
                .slice(ladder.snap(Span::at(start, start + words.len())))
                .to_owned()
        };
        assert_eq!(snapped("尘爆"), "粉尘爆炸");
        assert_eq!(snapped("防"), "防");
        assert_eq!(snapped("目"), "项目");
        assert_eq!(ladder.next_word(ByteOffset(3)), ByteOffset(9));
        assert_eq!(ladder.next_word(source.len()), source.len());
    }

    #[test]
    fn edges_go_by_characters_and_by_words_and_stop_at_the_ends() {
        let source = Source::new("e\u{301}家👨\u{200d}👩\n");
        let ladder = Ladder::new(&source, Words::Found(pairs));
        let mut at = ByteOffset(0);
        let mut seen = vec![at.0];
        while ladder.next_char(at) > at {
            at = ladder.next_char(at);
            seen.push(at.0);
        }
        assert_eq!(seen, [0, 3, 6, 13, 17, 18]);
        assert_eq!(ladder.previous_char(ByteOffset(6)), ByteOffset(3));
        assert_eq!(ladder.previous_char(ByteOffset(0)), ByteOffset(0));
        assert_eq!(ladder.next_word(ByteOffset(18)), ByteOffset(18));
        assert_eq!(ladder.previous_word(ByteOffset(0)), ByteOffset(0));
        assert!(ladder.next_word(ByteOffset(17)) == ByteOffset(18));
    }
}
