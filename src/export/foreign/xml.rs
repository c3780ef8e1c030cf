//! XML: a small writer, and reading within limits.

use roxmltree::{Document, Node, ParsingOptions};

use super::syntax;
use crate::export::DecodeError;

/// The most elements and texts that a file may have.
const MOST_NODES: u32 = 4_000_000;

/// XML in the making. What XML cannot hold is written as a space.
pub(super) struct Xml {
    text: String,
}

impl Xml {
    /// An empty document in UTF-8.
    pub(super) fn new() -> Self {
        Self {
            text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(),
        }
    }

    /// Elements to be pasted into a field, without the line that a file opens with.
    pub(super) fn fragment() -> Self {
        Self { text: String::new() }
    }

    /// Opens an element.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.text.push('>');
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.text.push_str("/>");
    }

    /// An element with a text.
    pub(super) fn leaf(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.write(text);
        self.close(name);
    }

    /// A text. A carriage return is written as a reference: a bare one would be read as a line feed.
    pub(super) fn write(&mut self, text: &str) {
        for char in text.chars() {
            match char {
                '\t' | '\n' => self.text.push(char),
                _ => self.escaped(char),
            }
        }
    }

    /// Closes an element.
    pub(super) fn close(&mut self, name: &str) {
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    /// Markup that is written as it is: the program's own, never a person's text.
    pub(super) fn raw(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// A line end between elements, for people who read the file.
    pub(super) fn line(&mut self) {
        self.text.push('\n');
    }

    /// The file.
    pub(super) fn finish(mut self) -> Vec<u8> {
        if !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        self.text.into_bytes()
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            value.chars().for_each(|char| self.escaped(char));
            self.text.push('"');
        }
    }

    fn escaped(&mut self, char: char) {
        match char {
            '&' => self.text.push_str("&amp;"),
            '<' => self.text.push_str("&lt;"),
            '>' => self.text.push_str("&gt;"),
            '"' => self.text.push_str("&quot;"),
            '\t' => self.text.push_str("&#9;"),
            '\n' => self.text.push_str("&#10;"),
            '\r' => self.text.push_str("&#13;"),
            _ if is_allowed(char) => self.text.push(char),
            _ => self.text.push(' '),
        }
    }
}

/// Whether XML 1.0 can hold a character at all.
fn is_allowed(char: char) -> bool {
    !matches!(char, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// The text as XML can hold it, with as many code points.
pub(super) fn allowed(text: &str) -> String {
    text.chars()
        .map(|char| if is_allowed(char) { char } else { ' ' })
        .collect()
}

/// Reads a document. Entities and document types are refused: nothing expands, nothing is loaded.
pub(crate) fn parse(text: &str) -> Result<Document<'_>, DecodeError> {
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(text, options).map_err(syntax)
}

/// The elements of a name anywhere below a node, whatever their namespace.
pub(super) fn named<'a, 'input>(node: Node<'a, 'input>, name: &'static str) -> impl Iterator<Item = Node<'a, 'input>> {
    node.descendants()
        .filter(move |one| one.is_element() && one.tag_name().name() == name)
}

/// An attribute as a number.
pub(super) fn number(node: Node<'_, '_>, name: &str) -> Result<u32, DecodeError> {
    node.attribute(name)
        .and_then(|value| value.trim().parse().ok())
        .ok_or_else(|| DecodeError::Syntax(format!("{} of <{}> is not a number", name, node.tag_name().name())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_comes_back() {
        let text = "<a&\"'>\t\r\n\r\u{feff}𬭎\u{0}\u{b}\u{ffff}";
        let mut xml = Xml::new();
        xml.leaf("a", &[("b", text)], text);
        let bytes = xml.finish();
        let document = parse(super::super::utf8(&bytes).unwrap()).unwrap();
        let root = document.root_element();
        assert_eq!(root.text(), Some(&*allowed(text)));
        assert_eq!(root.attribute("b"), Some(&*allowed(text)));
    }

    #[test]
    fn entities_and_depth_do_no_harm() {
        let entity = "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>";
        assert!(parse(entity).is_err());
        // Either answer is fine; what counts is that there is one.
        let deep = format!("{}{}", "<a>".repeat(200_000), "</a>".repeat(200_000));
        let _ = parse(&deep).map(|document| named(document.root_element(), "a").count());
    }
}
