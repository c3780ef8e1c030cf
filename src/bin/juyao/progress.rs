//! How far the work is, shown on a terminal only.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

/// Counts what is done, of nobody knows how many; unseen where nobody looks.
pub(crate) fn count() -> ProgressBar {
    shown(
        ProgressBar::no_length(),
        std::io::stderr().is_terminal(),
        "{pos} {rate} {wide_msg}",
    )
}

/// A bar over so many files; unseen where nobody looks or where there is only one.
pub(crate) fn bar(files: usize) -> ProgressBar {
    shown(
        ProgressBar::new(files as u64),
        files > 1 && std::io::stderr().is_terminal(),
        "{bar:40} {pos}/{len} {rate} {eta} {wide_msg}",
    )
}

fn shown(bar: ProgressBar, is_seen: bool, template: &str) -> ProgressBar {
    bar.set_draw_target(if is_seen {
        ProgressDrawTarget::stderr()
    } else {
        ProgressDrawTarget::hidden()
    });
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(
            style.with_key("rate", |state: &ProgressState, out: &mut dyn std::fmt::Write| {
                let _ = write!(out, "{:.1}/s", state.per_sec());
            }),
        );
    }
    bar
}
