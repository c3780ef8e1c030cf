//! Colours of labels in other programs, which know no tints.

use crate::annotate::TagSet;

/// Colours that stay apart on white and carry black text.
const COLOURS: [&str; 16] = [
    "#c9c5bd", "#b5b0a6", "#9fc2f5", "#f5d565", "#8fdcc2", "#f2a98c", "#c3a9bd", "#8ea4ec", "#f0b070", "#7ccdb2",
    "#b9cc6a", "#7cc4d8", "#c79cf0", "#ec94bd", "#cfa98a", "#aab2bd",
];

/// The colour of a label by its place in the palette.
pub(super) fn of(tagset: &TagSet, label: &str) -> &'static str {
    COLOURS[tagset.rank(label) % COLOURS.len()]
}
