//! The cleaned text: what is left without debris, with broken lines joined and idle blanks gone.

use std::ops::Range;

use super::super::outline::{Style, is_titled, marker, opens_sentence, runs_on};
use super::Cut;
use super::gap::{self, Gap};
use super::mapped::Mapped;
use super::pages::PAGES;
use super::shadow::han;
use super::unit::Unit;

/// The rule of page fragments: the sentence goes on behind them.
pub(super) const FRAGMENT: &str = "boilerplate/page-fragment";

/// The rule of bylines: a report opens behind one, whatever stands before it.
pub(super) const BYLINE: &str = "boilerplate/byline";

/// Marks that end a sentence.
const TERMINAL: [char; 5] = ['。', '！', '？', '；', '…'];

/// A text is wrapped if so many percent of its lines end inside a sentence.
const WRAPPED_PERCENT: usize = 30;

/// How the lines of a text are broken.
struct Layout {
    /// The usual width of a full line in half-width characters; none where lines are paragraphs.
    width: Option<usize>,
    /// Single blanks stand inside words, so that one behind a title says nothing.
    loose: bool,
}

/// A kept part of a line.
struct Part {
    range: Range<usize>,
    /// A page fragment was taken out in front of it.
    after_fragment: bool,
    /// A byline was taken out in front of it.
    after_byline: bool,
    /// It starts a line of the folded text.
    starts_line: bool,
    /// It stands in front of the speech: title, date, speaker.
    head: bool,
    /// Blanks in front of it set it off as a paragraph.
    indented: bool,
}

/// Makes the cleaned text, and finds the title in it again.
pub(super) fn join(
    shadow: &Mapped,
    units: &[Unit],
    cuts: &[Cut],
    title: Option<Range<usize>>,
) -> (Mapped, Option<Range<usize>>) {
    let text = shadow.text();
    let parts = parts(text, units, cuts, title.as_ref());
    let layout = layout(text, &parts);
    let mut out = Mapped::with_capacity(text.len());
    let mut own_title = None;
    let mut before: Option<&Part> = None;
    for part in &parts {
        if let Some(before) = before
            && !joins(text, &layout, before, part, title.as_ref())
        {
            out.push('\n', shadow.original(part.range.start..part.range.start));
        }
        let start = out.text().len();
        emit(shadow, part, layout.loose, &mut out);
        if title.as_ref() == Some(&part.range) {
            own_title = Some(start..out.text().len());
        }
        before = Some(part);
    }
    (out, own_title)
}

fn parts(text: &str, units: &[Unit], cuts: &[Cut], title: Option<&Range<usize>>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut waiting = cuts.iter().peekable();
    let mut body = title.is_none();
    let mut last_line = None;
    for unit in units {
        while waiting.next_if(|cut| cut.range.end <= unit.range.start).is_some() {}
        let mut at = unit.range.start;
        let (mut after_fragment, mut after_byline) = (false, false);
        let head = !body;
        if title == Some(&unit.range) {
            body = true;
        }
        let mut push = |start: usize, end: usize, after_fragment: bool, after_byline: bool| {
            let slice = &text[start..end];
            let start = start + slice.len() - slice.trim_start().len();
            let range = start..start + slice.trim().len();
            if !range.is_empty() {
                let starts_line = last_line != Some(unit.line);
                let indented = starts_line && text[..unit.range.start].ends_with("  ");
                parts.push(Part {
                    range,
                    after_fragment,
                    after_byline,
                    starts_line,
                    head,
                    indented,
                });
                last_line = Some(unit.line);
            }
        };
        while at < unit.range.end {
            match waiting.peek() {
                Some(cut) if cut.range.start < unit.range.end => {
                    push(at, cut.range.start.max(at), after_fragment, after_byline);
                    (after_fragment, after_byline) = (cut.rule == FRAGMENT, cut.rule == BYLINE);
                    at = cut.range.end.max(at);
                    if cut.range.end > unit.range.end {
                        break;
                    }
                    waiting.next();
                }
                _ => {
                    push(at, unit.range.end, after_fragment, after_byline);
                    break;
                }
            }
        }
    }
    parts
}

/// Width in half-width characters.
fn width(text: &str) -> usize {
    text.chars().map(|char| if char.is_ascii() { 1 } else { 2 }).sum()
}

fn ends(text: &str) -> bool {
    let bare = text.trim_end_matches(['”', '’', '）', '》']);
    bare.chars().next_back().is_some_and(|char| TERMINAL.contains(&char))
}

fn layout(text: &str, parts: &[Part]) -> Layout {
    let mut widths = Vec::new();
    let (mut open, mut all) = (0, 0);
    for part in parts.iter().filter(|part| part.starts_line && !part.head) {
        let slice = &text[part.range.clone()];
        let width = width(slice);
        widths.push(width);
        all += 1;
        if width >= 20 && !ends(slice) && !slice.ends_with('：') {
            open += 1;
        }
    }
    widths.sort_unstable();
    let wide = widths.get(widths.len() * 9 / 10).copied().unwrap_or_default();
    let wrapped = open >= 3 && open * 100 >= all * WRAPPED_PERCENT && wide <= 140;
    Layout {
        width: wrapped.then_some(wide),
        loose: gap::loose(text),
    }
}

/// Whether a part goes on with the sentence or the paragraph of the one before.
fn joins(text: &str, layout: &Layout, before: &Part, part: &Part, title: Option<&Range<usize>>) -> bool {
    let (left, right) = (&text[before.range.clone()], &text[part.range.clone()]);
    if title == Some(&before.range) || title == Some(&part.range) || before.head {
        return false;
    }
    if part.after_byline {
        return false;
    }
    let terminal = ends(left) || left.ends_with('：');
    if part.after_fragment {
        return !terminal;
    }
    if !part.starts_line {
        return !terminal && !starts_anew(right);
    }
    if left.ends_with(['，', '、', '（', '“', '《']) || right.starts_with(['，', '。', '、', '；', '）', '”', '》'])
    {
        return true;
    }
    let full = layout.width.is_some_and(|full| width(left) + 6 >= full) && !terminal;
    if starts_anew(right) && !runs_on(left, right, full) || part.indented {
        return false;
    }
    // A line that opens with a heading and goes on with its content is like any other.
    let heading = marker(left).is_some() && !left.contains('。');
    if heading && (opens_sentence(right) || opens_paragraph(left, right)) {
        return false;
    }
    // 优化营商环⏎境⏎: the last characters of a title.
    let rest_of_title = || right.chars().nth(LONGEST_REST).is_none() && right.chars().all(han);
    if heading && layout.width.is_some_and(|full| width(left) * 4 >= full * 3) && rest_of_title() {
        return true;
    }
    // Who does it until when, in brackets, ends an item of a task list.
    let closed = left.ends_with('）') && left.contains('（') && layout.width.is_none_or(|full| width(left) + 6 < full);
    if closed {
        return false;
    }
    match layout.width {
        Some(full) => {
            let wide = width(left) + 6 >= full;
            let long = width(left) * 2 >= full && !heading;
            if terminal {
                wide && width(left) + 4 >= full
            } else {
                wide || long
            }
        }
        None => {
            let running = left.contains(['，', '。', '；']) && right.contains(['，', '。', '；']);
            !terminal && !heading && running && width(left) >= 40
        }
    }
}

/// The last characters of a title stand alone on their line if they are at most so many.
const LONGEST_REST: usize = 3;

/// Whether the first sentence below a title opens with a line: those who are told, or 要.
fn opens_paragraph(title: &str, line: &str) -> bool {
    let goes_on = PAGES.before_break.iter().any(|end| title.ends_with(end));
    !goes_on && PAGES.paragraph.iter().any(|opening| line.starts_with(opening))
}

/// Whether a line opens with a marker, an address or a dash, or is all in square brackets.
fn starts_anew(text: &str) -> bool {
    let glued = |style| {
        matches!(
            style,
            Style::Fused('为' | '在' | '看' | '到' | '把' | '以') | Style::Struck(_)
        )
    };
    marker(text).is_some_and(|found| !glued(found.style))
        || is_titled(text)
        || text.starts_with('—')
        || text.starts_with("同志们")
        || text.starts_with("各位")
}

/// Copies a part without idle blanks; gaps that stand for line ends become line ends.
fn emit(shadow: &Mapped, part: &Part, loose: bool, out: &mut Mapped) {
    let text = shadow.text();
    let end = part.range.end;
    let mut at = part.range.start;
    let mut from = at;
    // Where the line of the cleaned text starts.
    let mut line = at;
    while let Some(offset) = text[from..end].find(' ') {
        let gap = from + offset;
        let after = gap + text[gap..end].len() - text[gap..end].trim_start_matches(' ').len();
        from = after;
        if part.head || gap == part.range.start || after == end {
            continue;
        }
        out.copy(shadow, at..gap);
        at = after;
        match gap::reading(&text[line..gap], after - gap, &text[after..end], loose) {
            Gap::Nothing => {}
            Gap::Blank => out.push(' ', shadow.original(gap..after)),
            Gap::LineEnd => {
                out.push('\n', shadow.original(gap..after));
                line = after;
            }
        }
    }
    out.copy(shadow, at..end);
}

#[cfg(test)]
mod tests {
    use super::super::clean;
    use crate::text::{Source, Span};

    #[test]
    fn the_way_back_never_turns_round() {
        let text =
            "县长在防汛会上的讲话(2022年4月22日)同志们:今天开会,&nbsp;主要任务是  部署防汛。\n\n一、抓排查  要细致.";
        let cleaned = clean(&Source::new(text));
        let mut last = 0;
        for (at, char) in cleaned.text().char_indices() {
            let range = cleaned.original(Span::at(at, at + char.len_utf8())).range();
            assert!(range.start >= last && text.get(range.clone()).is_some(), "{range:?}");
            last = range.start;
        }
    }
}
