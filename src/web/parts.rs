//! Where the parts lie that the page loads later: its workers and its dictionary.
//!
//! Their names change with their content, so the build writes them into the head of the page; in the
//! one-file version the page's own script puts addresses of blobs there.

use web_sys::window;

/// A part that is loaded later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The script of the worker that extracts.
    Worker,
    /// The script of the worker that reads and writes files.
    Files,
    /// The dictionary, packed with gzip.
    Dictionary,
}

/// The address of a part, relative to the page.
pub fn address(part: Part) -> String {
    // What trunk calls them where its last step has not run.
    let (name, plain) = match part {
        Part::Worker => ("juyao:worker", "./worker_loader.js"),
        Part::Files => ("juyao:files", "./files_loader.js"),
        Part::Dictionary => ("juyao:dictionary", "./dictionary.txt.gz"),
    };
    window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector(&format!("meta[name=\"{name}\"]")).ok()?)
        .and_then(|meta| meta.get_attribute("content"))
        .filter(|address| !address.is_empty())
        .unwrap_or_else(|| plain.to_owned())
}
