//! Where the title of a heading ends.

use std::sync::LazyLock;

use super::super::word_list::WordList;
use super::marker::opens_with_year;
use super::style::{Marker, Style};
use super::words::{DATA, WORDS};

/// A marker that opens a longer sentence than this (in characters) stands alone: the sentence is
/// the content.
const LONGEST_SENTENCE: usize = 30;

/// A longer line than this (in characters) is no title.
const LONGEST_TITLE: usize = 90;

/// A sentence that stands alone on its line below an outer marker may be so long and still be a title.
const LONGEST_CLOSED_TITLE: usize = 45;

/// Lines from so many bytes on are whole texts that lost their line breaks.
const ENDLESS_LINE: usize = 900;

/// Words and marks behind which a sentence only goes on.
const GOES_ON: [char; 14] = [
    '，', '、', '“', '是', '对', '在', '和', '与', '以', '为', '由', '把', '将', '向',
];

/// The evidence for a lost line break that cuts a long sentence, and a short one.
const LIKELY: i32 = 3;
const CERTAIN: i32 = 5;

/// What stands around a heading.
pub(super) struct Place<'a> {
    /// The text behind the marker up to the end of the line or the next heading in it.
    pub(super) rest: &'a str,
    /// The heading starts its line.
    pub(super) starts_line: bool,
    /// Nothing but this heading and its content stands on the line.
    pub(super) ends_line: bool,
    /// The length of the line in bytes.
    pub(super) line: usize,
    /// It is one of several that ； separates in one sentence.
    pub(super) chained: bool,
}

/// The length in bytes of the title behind a marker; 0 where the marker stands alone.
pub(super) fn title(marker: &Marker, place: &Place<'_>) -> usize {
    let rest = place.rest;
    if marker.style == Style::Titled {
        return rest.find('】').map_or(0, |at| at + '】'.len_utf8());
    }
    let outer = matches!(marker.style, Style::Part | Style::Numeral | Style::NumeralInBrackets);
    let end = rest.find(['。', '！', '？', '；', '\n']).unwrap_or(rest.len());
    let sentence = rest[..end].trim_end();
    // What ； separates is one sentence: 四要抓好这个，办好那个；各村要…… is content, not a title.
    let whole = match rest[end..].strip_prefix('；') {
        Some(more) if !outer => {
            &rest[..rest.len() - more[more.find(['。', '！', '？', '\n']).unwrap_or(more.len())..].len()]
        }
        _ => sentence,
    };
    // Only a short title shows that 一打 is a marker.
    if matches!(marker.style, Style::Struck(_)) {
        return trimmed(sentence);
    }
    let whole = whole.trim_end_matches([' ', '；']);
    let chars = whole.chars().count();
    let closed = end < rest.len() && !rest[end..].starts_with('\n');
    let alone = place.starts_line && place.ends_line && rest[end..].chars().nth(1).is_none();
    // 一是实力不断增强， and nothing more: the text breaks off inside the sentence.
    if !closed && sentence.ends_with('，') && marker.style.fused() {
        return 0;
    }
    if alone && !closed && chars <= LONGEST_TITLE {
        return trimmed(sentence);
    }
    if closed
        && outer
        && let Some(cut) = glued(sentence)
    {
        return trimmed(&sentence[..cut]);
    }
    if alone && outer && chars <= LONGEST_CLOSED_TITLE {
        return trimmed(sentence);
    }
    if place.chained {
        return 0;
    }
    if chars <= LONGEST_SENTENCE {
        if outer && place.line >= ENDLESS_LINE {
            let cut = cut_by_sense(sentence, CERTAIN);
            if cut > 0 {
                return cut;
            }
        }
        return trimmed(sentence);
    }
    if outer && place.line >= ENDLESS_LINE {
        return cut_by_sense(sentence, LIKELY);
    }
    if !marker.style.fused()
        && let Some(at) = sentence.find('：')
        && sentence[..at].chars().count() <= LONGEST_SENTENCE / 2
    {
        return at;
    }
    0
}

/// The length of a title that runs into a sentence which a time opens: 提高思想认识|今年以来，….
fn glued(text: &str) -> Option<usize> {
    static STARTS: LazyLock<WordList> = LazyLock::new(|| WordList::new_of(DATA, &["start"]));
    let window = text
        .char_indices()
        .nth(LONGEST_SENTENCE)
        .map_or(text, |(at, _)| &text[..at]);
    STARTS.find(window).map(|word| word.range).find_map(|range| {
        let title = &text[..range.start];
        let ending = WORDS.ending.iter().any(|word| title.ends_with(word));
        let fits = (SHORTEST_TITLE..=LONGEST_SENTENCE).contains(&title.chars().count()) && !title.contains('，');
        (fits && ending && text[range.end..].starts_with('，')).then_some(range.start)
    })
}

/// A title that runs into a sentence has at least so many characters.
const SHORTEST_TITLE: usize = 4;

/// Whether a text opens like the first sentence below a title: 当前，…, 近年来，…
pub(in crate::extract) fn opens_sentence(text: &str) -> bool {
    static STARTS: LazyLock<WordList> = LazyLock::new(|| WordList::new_of(DATA, &["start"]));
    let head = text.char_indices().nth(12).map_or(text, |(at, _)| &text[..at]);
    STARTS.find(head).next().is_some_and(|word| word.range.start == 0)
}

/// Whether a sentence opens as one does that only a blank separates from a title: 抓好招商引资 |要紧盯….
pub(in crate::extract) fn opens_behind_blank(sentence: &str) -> bool {
    let opens = || WORDS.behind_blank.iter().any(|word| sentence.starts_with(word)) || opens_with_year(sentence);
    opens_sentence(sentence) || sentence.contains(['，', '要']) && opens()
}

/// A title has no mark at its end.
fn trimmed(text: &str) -> usize {
    text.trim_end_matches(['：', '，', '、', ':', ' ']).len()
}

/// The length of the title where it runs into the next sentence; 0 where nothing tells.
fn cut_by_sense(text: &str, least: i32) -> usize {
    // A word may be in both lists: titles end with 推进, and sentences open with it.
    static ENDINGS: LazyLock<WordList> = LazyLock::new(|| WordList::new_of(DATA, &["ending"]));
    static OPENINGS: LazyLock<WordList> = LazyLock::new(|| WordList::new_of(DATA, &["start", "opener"]));
    let window = text.char_indices().nth(60).map_or(text, |(at, _)| &text[..at]);
    let endings: Vec<_> = ENDINGS.find(window).map(|word| word.range.end).collect();
    let openings: Vec<_> = OPENINGS.find(window).collect();
    let mut best = (0, 0);
    for (at, _) in window.char_indices() {
        let (title, sentence) = window.split_at(at);
        if !(4..=36).contains(&title.chars().count())
            || title.ends_with(GOES_ON)
            || sentence.starts_with(['，', '、', '”', '的', '和'])
        {
            continue;
        }
        let opening = openings.iter().find(|word| word.range.start == at);
        let score = if endings.contains(&at) { 2 } else { 0 }
            + match opening.map(|word| word.group) {
                Some("start") => 3,
                Some(_) => 2,
                None if opens_with_year(sentence) => 2,
                None => 0,
            }
            + if parallel(title) { 2 } else { 0 }
            + if repeats(text, at) { 4 } else { 0 };
        if score >= least && score > best.0 {
            best = (score, at);
        }
    }
    best.1
}

/// Whether a title is made of phrases of four characters: 居安思危，常备不懈
fn parallel(title: &str) -> bool {
    let mut lengths = title.split('，').map(|phrase| phrase.chars().count());
    let first = lengths.next().unwrap_or_default();
    let others = lengths.try_fold(0, |count, length| (length == first).then_some(count + 1));
    first == 4 && others.is_some_and(|count| count > 0)
}

/// Whether a word of the title comes again as the subject of the next sentence: 创新为要|创新必须…
fn repeats(text: &str, at: usize) -> bool {
    let mut chars = text[at..].char_indices().skip(2);
    let Some((length, _)) = chars.next() else { return false };
    let (word, after) = (&text[at..at + length], &text[at + length..]);
    text[..at].contains(word) && WORDS.repeating.iter().any(|verb| after.starts_with(verb))
}
