//! Word documents (.docx): the text as one reads it on paper, with the numbers that Word makes up.
//!
//! Deleted words, field codes, hidden text, headers, footers and notes are left out. A row of a table
//! becomes a line with tabs between the cells.

mod numbering;
mod numeral;
mod styles;

use roxmltree::Node;

use super::Problem;
use crate::export::{Archive, Budget, parse_xml};
use numbering::Numbering;
use styles::Styles;

/// The text of a document.
pub(super) fn text(bytes: &[u8], budget: &mut Budget) -> Result<String, Problem> {
    let mut archive = Archive::open(bytes)?;
    let mut part = |name: &str| -> Result<String, Problem> {
        let bytes = archive.read(name, budget)?.unwrap_or_default();
        super::encoding::decode(&bytes)
    };
    let (body, styles, numbering) = (
        part("word/document.xml")?,
        part("word/styles.xml")?,
        part("word/numbering.xml")?,
    );
    let styles = if styles.is_empty() {
        Styles::default()
    } else {
        Styles::of(&parse_xml(&styles)?)
    };
    let numbering = if numbering.is_empty() {
        Numbering::default()
    } else {
        Numbering::of(&parse_xml(&numbering)?, &styles)
    };
    let document = parse_xml(&body)?;
    let mut reader = Reader {
        styles,
        numbering,
        text: String::new(),
        paragraphs: Vec::new(),
        rows: Vec::new(),
    };
    reader.read(document.root_element());
    Ok(reader.text)
}

/// The text in the making.
struct Reader {
    styles: Styles,
    numbering: Numbering,
    text: String,
    /// The open paragraphs: one in a text box lies inside another.
    paragraphs: Vec<String>,
    /// The open rows of tables, with their finished cells and the open one.
    rows: Vec<(Vec<String>, String)>,
}

impl Reader {
    /// Walks through the elements without recursion: documents may be nested as deep as they like.
    fn read(&mut self, root: Node<'_, '_>) {
        let mut waiting = vec![(root, false)];
        while let Some((node, is_end)) = waiting.pop() {
            if is_end {
                self.close(node);
            } else if node.is_element() && !is_unread(node) {
                self.open(node);
                waiting.push((node, true));
                waiting.extend(
                    node.children()
                        .rev()
                        .filter(Node::is_element)
                        .map(|child| (child, false)),
                );
            }
        }
    }

    fn open(&mut self, node: Node<'_, '_>) {
        match node.tag_name().name() {
            "p" => {
                let number = self.numbering.next(node, &self.styles);
                self.paragraphs.push(number);
            }
            "tr" => self.rows.push((Vec::new(), String::new())),
            "t" => self.write(node.text().unwrap_or_default()),
            "tab" | "ptab" => self.write("\t"),
            "br" if attribute(node, "type").is_none_or(|kind| kind == "textWrapping") => self.write("\n"),
            "cr" => self.write("\n"),
            "noBreakHyphen" => self.write("-"),
            _ => {}
        }
    }

    fn close(&mut self, node: Node<'_, '_>) {
        match node.tag_name().name() {
            "p" => {
                let words = self.paragraphs.pop().unwrap_or_default();
                match self.rows.last_mut() {
                    // Several paragraphs of a cell stand in one line.
                    Some((_, cell)) if cell.is_empty() => *cell = words.replace('\n', " "),
                    Some((_, cell)) if !words.is_empty() => cell.push_str(&format!(" {}", words.replace('\n', " "))),
                    Some(_) => {}
                    None => {
                        self.text.push_str(&words);
                        self.text.push('\n');
                    }
                }
            }
            "tc" => {
                if let Some((cells, cell)) = self.rows.last_mut() {
                    cells.push(std::mem::take(cell));
                }
            }
            "tr" => {
                let row = self.rows.pop().map(|(cells, _)| cells.join("\t")).unwrap_or_default();
                match self.rows.last_mut() {
                    Some((_, outer)) => outer.push_str(&row.replace('\t', " ")),
                    None => {
                        self.text.push_str(row.trim_end());
                        self.text.push('\n');
                    }
                }
            }
            _ => {}
        }
    }

    fn write(&mut self, words: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.push_str(words);
        }
    }
}

/// Whether nobody reads an element: deleted words, properties, field codes, what stands for those that
/// cannot show a text box, reading aids above characters, hidden runs.
fn is_unread(node: Node<'_, '_>) -> bool {
    match node.tag_name().name() {
        "del" | "moveFrom" | "pPr" | "rPr" | "tblPr" | "trPr" | "tcPr" | "sectPr" | "instrText" | "Fallback" | "rt" => {
            true
        }
        "r" => child(node, "rPr").is_some_and(|run| child(run, "vanish").is_some_and(is_on)),
        _ => false,
    }
}

/// An attribute, whatever its namespace.
fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|one| one.name() == name).map(|one| one.value())
}

/// The first child element of a name.
fn child<'a, 'input>(node: Node<'a, 'input>, name: &str) -> Option<Node<'a, 'input>> {
    node.children()
        .find(|child| child.is_element() && child.tag_name().name() == name)
}

/// The `val` of a child element.
fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    child(node, name).and_then(|child| attribute(child, "val"))
}

/// Whether a switch is on: it is, unless its value says no.
fn is_on(node: Node<'_, '_>) -> bool {
    !matches!(attribute(node, "val"), Some("0" | "false" | "off"))
}
