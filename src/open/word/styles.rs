//! The styles of a Word document, as far as they number paragraphs.

use std::collections::BTreeMap;

use roxmltree::Document;

use super::{attribute, child, value};

/// The styles by id.
#[derive(Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
}

#[derive(Default)]
struct Style {
    based_on: Option<String>,
    number: Option<u32>,
    level: Option<usize>,
}

/// How many styles may be based on one another.
const LONGEST_CHAIN: usize = 20;

impl Styles {
    /// Those of a document's part.
    pub(super) fn of(document: &Document<'_>) -> Self {
        let mut found = Self::default();
        let styles = document
            .root_element()
            .children()
            .filter(|node| node.tag_name().name() == "style");
        for node in styles {
            let Some(id) = attribute(node, "styleId") else { continue };
            let numbering = child(node, "pPr").and_then(|paragraph| child(paragraph, "numPr"));
            let number = |name: &str| numbering.and_then(|numbering| value(numbering, name)?.parse().ok());
            if attribute(node, "type") == Some("paragraph") && matches!(attribute(node, "default"), Some("1" | "true"))
            {
                found.default = Some(id.to_owned());
            }
            found.styles.insert(
                id.to_owned(),
                Style {
                    based_on: value(node, "basedOn").map(str::to_owned),
                    number: number("numId"),
                    level: number("ilvl").and_then(|level| usize::try_from(level).ok()),
                },
            );
        }
        found
    }

    /// The list that a style puts its paragraphs into, with the level if the style names it, and the
    /// style that says so.
    pub(super) fn list<'a>(&'a self, style: Option<&'a str>) -> Option<(u32, Option<usize>, &'a str)> {
        let mut id = style.or(self.default.as_deref())?;
        let mut level = None;
        for _ in 0..LONGEST_CHAIN {
            let style = self.styles.get(id)?;
            level = level.or(style.level);
            if let Some(number) = style.number {
                return Some((number, level, id));
            }
            id = style.based_on.as_deref()?;
        }
        None
    }
}
