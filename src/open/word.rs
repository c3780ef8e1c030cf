//! Word documents (.docx): the text as one reads it on paper, with the numbers that Word makes up.
//!
//! Deleted words, field codes, hidden text, headers, footers and comments are left out. A row of a table
//! becomes a line with tabs between the cells. Foot- and endnotes stand behind the text, a line each;
//! their marks are not put into its sentences.

mod numbering;
mod numeral;
mod styles;

use std::collections::{BTreeMap, BTreeSet};

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
    let notes = [("footnote", "word/footnotes.xml"), ("endnote", "word/endnotes.xml")]
        .map(|(kind, name)| part(name).map(|notes| (kind, notes)));
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
        unended: String::new(),
        rows: Vec::new(),
        notes: Vec::new(),
        number: 0,
    };
    reader.read(document.root_element());
    reader.end_line();
    for notes in notes {
        let (kind, notes) = notes?;
        if !notes.is_empty() {
            reader.read_notes(kind, parse_xml(&notes)?.root_element());
        }
    }
    Ok(reader.text)
}

/// The text in the making.
struct Reader {
    styles: Styles,
    numbering: Numbering,
    text: String,
    /// The open paragraphs: one in a text box lies inside another.
    paragraphs: Vec<String>,
    /// A paragraph of the text that goes on in the next.
    unended: String,
    /// The open rows of tables, with their finished cells and the open one.
    rows: Vec<(Vec<String>, String)>,
    /// The notes that the text refers to: their kind and id, in its order.
    notes: Vec<(&'static str, String)>,
    /// The number of the note that is read; 0 in the text itself.
    number: usize,
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

    /// Reads the notes of a kind that the text refers to.
    fn read_notes(&mut self, kind: &str, root: Node<'_, '_>) {
        let of_kind = root.children().filter(|node| node.tag_name().name() == kind);
        let by_id: BTreeMap<&str, Node<'_, '_>> = of_kind
            .filter_map(|node| Some((attribute(node, "id")?, node)))
            .collect();
        let mut read = BTreeSet::new();
        for (of, id) in self.notes.clone() {
            if of == kind
                && let Some(note) = by_id.get(&*id)
                && read.insert(id)
            {
                self.number += 1;
                self.read(*note);
            }
        }
    }

    fn open(&mut self, node: Node<'_, '_>) {
        match node.tag_name().name() {
            "p" => {
                // A paragraph whose end was deleted has become the beginning of the next.
                let mut words = match is_end_deleted(node) {
                    true => String::new(),
                    false => self.numbering.next(node, &self.styles),
                };
                if self.rows.is_empty() && self.paragraphs.is_empty() {
                    words.push_str(&std::mem::take(&mut self.unended));
                }
                self.paragraphs.push(words);
            }
            "footnoteReference" => self.refer("footnote", node),
            "endnoteReference" => self.refer("endnote", node),
            "footnoteRef" | "endnoteRef" => self.write(&format!("[{}]", self.number)),
            "tr" => {
                if self.rows.is_empty() {
                    self.end_line();
                }
                self.rows.push((Vec::new(), String::new()));
            }
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
                    None if self.paragraphs.is_empty() && is_end_deleted(node) => self.unended = words,
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

    /// Ends a paragraph that does not go on after all.
    fn end_line(&mut self) {
        if !self.unended.is_empty() {
            self.text.push_str(&std::mem::take(&mut self.unended));
            self.text.push('\n');
        }
    }

    fn refer(&mut self, kind: &'static str, node: Node<'_, '_>) {
        if let Some(id) = attribute(node, "id") {
            self.notes.push((kind, id.to_owned()));
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
        "tr" => child(node, "trPr").is_some_and(|row| child(row, "del").is_some()),
        _ => false,
    }
}

/// Whether the end of a paragraph was deleted while changes were tracked.
fn is_end_deleted(paragraph: Node<'_, '_>) -> bool {
    let mark = child(paragraph, "pPr").and_then(|properties| child(properties, "rPr"));
    mark.is_some_and(|mark| child(mark, "del").is_some() || child(mark, "moveFrom").is_some())
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
