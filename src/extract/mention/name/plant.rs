//! Works on the numbered parts of a plant: 3号高炉大修, 2号机组.

use std::ops::Range;

use super::achieved::becomes;
use super::bounds::{with_phase, with_work};
use super::kinds::KINDS;

/// The works on such parts, or the parts where the clause says what became of them.
pub(super) fn plants(text: &str) -> Vec<Range<usize>> {
    let work = |at: usize| {
        let digits =
            text[..at].trim_end_matches(|char: char| char.is_ascii_digit() || "一二三四五六七八九十".contains(char));
        let from = at + "号".len();
        let part = KINDS.plant_parts.iter().find(|part| text[from..].starts_with(**part))?;
        let end = from + part.len();
        let repair = ["大修", "技改"].iter().find(|work| text[end..].starts_with(**work));
        let whole = repair.map_or_else(|| with_phase(text, end), |work| with_work(text, end + work.len()));
        let done = whole > end || becomes(&text[end..]);
        (digits.len() < at && done && !digits.ends_with('第')).then_some(digits.len()..whole)
    };
    text.match_indices('号').filter_map(|(at, _)| work(at)).collect()
}
