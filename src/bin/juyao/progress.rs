//! How far the work is, shown on a terminal only.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar over so many files; unseen where nobody looks or where there is only one.
pub(crate) fn bar(files: usize) -> ProgressBar {
    let is_seen = files > 1 && std::io::stderr().is_terminal();
    let target = if is_seen {
        ProgressDrawTarget::stderr()
    } else {
        ProgressDrawTarget::hidden()
    };
    let bar = ProgressBar::with_draw_target(Some(files as u64), target);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} {per_sec} {eta} {wide_msg}") {
        bar.set_style(style);
    }
    bar
}
