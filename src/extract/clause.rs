//! Clauses: the pieces between ，；：。！？ and line ends, with the sentence and section they are in.

use super::clean::{CleanSpan, Cleaned};
use super::matcher::Chars;
use super::outline::Outline;
use crate::text::Span;

/// A clause of the running text (headings have none).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause {
    /// The clause without its closing punctuation and without outer blanks.
    pub span: CleanSpan,
    /// The mark that closes it; `'\n'` where the line ends without one.
    pub closing: char,
    /// Which sentence it belongs to, counted from 0 over the text. 。！？； and line ends close a
    /// sentence.
    pub sentence: u32,
    /// Which paragraph (line of the cleaned text) it belongs to, counted from 0.
    pub paragraph: u32,
    /// The innermost heading above it: an index into the outline.
    pub heading: Option<u32>,
}

/// Marks inside quotation marks or brackets close no clause if the pair closes within so many bytes.
const LONGEST_PAIR: usize = 180;

/// Splits the running text into clauses.
pub fn clauses(cleaned: &Cleaned, outline: &Outline) -> Vec<Clause> {
    let text = cleaned.text();
    let chars = &cleaned.chars();
    let mut splitter = Splitter::new(chars);
    let mut at = cleaned.title().map_or(0, |title| title.range().end);
    for (index, heading) in outline.headings.iter().enumerate() {
        let heading = heading.span.range();
        splitter.split(at.min(heading.start), heading.start);
        splitter.sentence += 1;
        splitter.heading = u32::try_from(index).ok();
        at = heading.end.max(at);
    }
    splitter.split(at, text.len());
    splitter.found
}

struct Splitter<'a> {
    chars: &'a Chars<'a>,
    text: &'a str,
    found: Vec<Clause>,
    sentence: u32,
    paragraph: u32,
    heading: Option<u32>,
}

impl<'a> Splitter<'a> {
    fn new(chars: &'a Chars<'a>) -> Self {
        Self {
            chars,
            text: chars.text,
            found: Vec::new(),
            sentence: 0,
            paragraph: 0,
            heading: None,
        }
    }

    /// Splits a stretch of running text between two headings.
    fn split(&mut self, from: usize, to: usize) {
        let mut start = from;
        // Up to here a pair of quotation marks or brackets protects what it holds.
        let mut protected = from;
        for (at, char) in self.chars.marks(from..to) {
            let end = at + char.len_utf8();
            match char {
                '\n' => {
                    self.close(start, at, '\n');
                    self.sentence += 1;
                    self.paragraph += 1;
                    (start, protected) = (end, end);
                }
                // A quoted sentence ends the sentence around it: “……。”
                '”' | '’' if at < protected && end >= protected => {
                    if let Some(last @ ('。' | '！' | '？')) = self.text[from..at].chars().next_back() {
                        self.close(start, end, last);
                        self.sentence += 1;
                        start = end;
                    }
                }
                _ if at < protected => {}
                '“' | '（' | '《' | '‘' => {
                    if let Some(length) = pair(&self.text[at..to], char) {
                        protected = at + length;
                    }
                }
                '，' | '：' => {
                    self.close(start, at, char);
                    start = end;
                }
                '；' | '。' | '！' | '？' => {
                    self.close(start, at, char);
                    self.sentence += 1;
                    start = end;
                }
                _ => {}
            }
        }
        self.close(start, to, '\n');
    }

    /// Adds the clause between two places unless nothing but marks and blanks stands there.
    fn close(&mut self, start: usize, end: usize, closing: char) {
        let slice = &self.text[start..end];
        let idle = |char: char| char.is_whitespace() || matches!(char, '，' | '；' | '：' | '。' | '！' | '？' | '、');
        let start = start + slice.len() - slice.trim_start_matches(idle).len();
        let end = start + self.text[start..end].trim_end_matches(char::is_whitespace).len();
        if start < end {
            let span = Span::at(start, end);
            let (sentence, paragraph, heading) = (self.sentence, self.paragraph, self.heading);
            self.found.push(Clause {
                span,
                closing,
                sentence,
                paragraph,
                heading,
            });
        }
    }
}

/// The length of a pair of quotation marks or brackets that a text opens with, if it closes soon and
/// on the same line.
fn pair(text: &str, opening: char) -> Option<usize> {
    let closing = match opening {
        '“' => '”',
        '（' => '）',
        '《' => '》',
        _ => '’',
    };
    let window = &text[..text.floor_char_boundary(LONGEST_PAIR)];
    let first = opening.len_utf8();
    let end = window[first..].find([closing, '\n', opening]).map(|at| first + at)?;
    window[end..].starts_with(closing).then(|| end + closing.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::super::{clean::clean, outline::outline};
    use super::*;
    use crate::text::Source;

    fn check(text: &str, expected: &[(&str, char, u32)]) {
        let cleaned = clean(&Source::new(text));
        let found: Vec<_> = clauses(&cleaned, &outline(&cleaned))
            .iter()
            .map(|clause| (cleaned.slice(clause.span).to_owned(), clause.closing, clause.sentence))
            .collect();
        let found: Vec<_> = found
            .iter()
            .map(|(text, closing, sentence)| (text.as_str(), *closing, *sentence))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn marks_close_clauses() {
        check(
            "各乡镇要抓紧排查，不留死角；做到应改尽改。会后就办",
            &[
                ("各乡镇要抓紧排查", '，', 0),
                ("不留死角", '；', 0),
                ("做到应改尽改", '。', 1),
                ("会后就办", '\n', 2),
            ],
        );
    }

    #[test]
    fn pairs_protect_what_they_hold() {
        check(
            "落实“早谋划、早动手，早见效”要求，压实责任",
            &[("落实“早谋划、早动手，早见效”要求", '，', 0), ("压实责任", '\n', 0)],
        );
        check(
            "古人说“一勤天下无难事。”办事要勤",
            &[("古人说“一勤天下无难事。”", '。', 0), ("办事要勤", '\n', 1)],
        );
        check(
            "修好路（含桥，涵）。“没有收尾的引号，也要断开",
            &[
                ("修好路（含桥，涵）", '。', 0),
                ("“没有收尾的引号", '，', 1),
                ("也要断开", '\n', 1),
            ],
        );
    }

    #[test]
    fn headings_are_no_clauses() {
        check("一、抓治理\n要管住源头。", &[("要管住源头", '。', 2)]);
        check(
            "二要建好队伍，从退役军人、返乡大学生、致富能手当中选拔一批年轻干部到村任职。三要管好队伍。",
            &[
                ("建好队伍", '，', 1),
                ("从退役军人、返乡大学生、致富能手当中选拔一批年轻干部到村任职", '。', 1),
            ],
        );
    }
}
