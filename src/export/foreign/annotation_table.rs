//! All annotations as separated values, one per row. Offsets are code points.

use super::cell::separated;
use super::details::{attributes, write_places};
use super::selection::Selection;
use crate::export::EncodeError;

/// The heads of the columns.
const COLUMNS: [&str; 14] = [
    "id",
    "label",
    "label_zh",
    "start",
    "end",
    "quote",
    "section",
    "status",
    "origin",
    "confidence",
    "attributes",
    "links",
    "note",
    "fragments",
];

/// The table.
pub(super) fn encode(selection: &Selection<'_>, separator: u8) -> Result<Vec<u8>, EncodeError> {
    let mut rows = vec![COLUMNS.map(str::to_owned).to_vec()];
    let mut links: std::collections::BTreeMap<_, Vec<String>> = std::collections::BTreeMap::new();
    for link in &selection.links {
        links
            .entry(link.from)
            .or_default()
            .push(format!("{}:{}", link.kind, link.to));
    }
    let mut headings = selection.project.headings().peekable();
    let mut section = Vec::new();
    for annotation in &selection.annotations {
        while let Some(heading) = headings.next_if(|heading| heading.span.start() <= annotation.span.start()) {
            let level = heading.level().unwrap_or(1);
            section.retain(|&(above, _)| above < level);
            section.push((level, selection.quote(heading.span)));
        }
        let (start, end) = selection.chars(annotation.span);
        let attributes = attributes(annotation);
        let fragments = annotation.fragments.iter().map(|&span| selection.chars(span));
        rows.push(vec![
            annotation.id.to_string(),
            annotation.label.to_string(),
            selection
                .label(annotation)
                .map_or_else(String::new, |label| label.zh.clone()),
            start.to_string(),
            end.to_string(),
            selection.quote(annotation.span).to_owned(),
            section.iter().map(|&(_, title)| title).collect::<Vec<_>>().join(" / "),
            annotation.status.id().to_owned(),
            annotation.origin.to_string(),
            annotation
                .confidence
                .map_or_else(String::new, |percent| percent.to_string()),
            if attributes.is_empty() {
                String::new()
            } else {
                serde_json::to_string(&attributes).unwrap_or_default()
            },
            links.remove(&annotation.id).unwrap_or_default().join(" "),
            annotation.note.clone(),
            write_places(&fragments.collect::<Vec<_>>()),
        ]);
    }
    separated(separator, rows)
}
