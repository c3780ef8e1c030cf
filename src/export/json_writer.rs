//! The project's own JSON as it is written, on one line or indented. Annotations and links are most of a file
//! and are written field by field here; the bytes are those that serde would write.

use serde::Serialize;

use super::json::{LIFTED, context};
use super::json_frame;
use super::json_indent::{indent, line_end};
use crate::annotate::{Annotation, AnnotationId, Link, Origin, Value};
use crate::project::{MeasureFrame, Unit};
use crate::text::Source;

/// A file of JSON that grows, indented or on one line: two programs, in which what stands in front of a field is
/// known.
pub(super) struct Writer<const INDENTED: bool> {
    bytes: Vec<u8>,
}

/// What stands in front of a field: on one line, and indented.
macro_rules! field {
    ($before:literal $blanks:literal $name:literal) => {
        [
            concat!($before, "\"", $name, "\":"),
            concat!($before, "\n", $blanks, "\"", $name, "\": "),
        ]
    };
}
pub(super) use field;

/// The same for the first field of an annotation, link or measure, and for the others.
macro_rules! first {
    ($name:literal) => {
        field!("{" "      " $name)
    };
}
macro_rules! next {
    ($name:literal) => {
        field!("," "      " $name)
    };
}

/// The level of their fields.
const FIELDS: usize = 3;

impl<const INDENTED: bool> Writer<INDENTED> {
    /// An empty one with room for so many bytes.
    pub(super) fn with_capacity(bytes: usize) -> Self {
        let bytes = Vec::with_capacity(bytes);
        Self { bytes }
    }

    /// The file with its line end.
    pub(super) fn end(mut self) -> Vec<u8> {
        self.line_end(0);
        self.raw("}\n");
        self.bytes
    }

    /// Adds what stands in front of a field.
    #[inline(always)]
    pub(super) fn field(&mut self, [line, indented]: [&str; 2]) {
        self.raw(if INDENTED { indented } else { line });
    }

    /// Adds any value that stands on a level.
    pub(super) fn value(&mut self, level: usize, value: &impl Serialize) {
        if INDENTED {
            let line = serde_json::to_vec(value).unwrap_or_default();
            indent(&line, level, &mut self.bytes);
        } else {
            self.scalar(value);
        }
    }

    /// Adds items between brackets that stand on a level.
    pub(super) fn list<T>(
        &mut self,
        level: usize,
        items: impl IntoIterator<Item = T>,
        mut add: impl FnMut(&mut Self, T),
    ) {
        self.raw("[");
        let mut empty = true;
        for item in items {
            if !std::mem::take(&mut empty) {
                self.raw(",");
            }
            self.line_end(level + 1);
            add(self, item);
        }
        if !empty {
            self.line_end(level);
        }
        self.raw("]");
    }

    /// Adds an annotation.
    pub(super) fn annotation(&mut self, source: &Source, annotation: &Annotation) {
        let span = source.span_to_chars(annotation.span);
        let (before, after) = context(source, annotation.span);
        self.field(first!("id"));
        self.id(annotation.id);
        self.field(next!("label"));
        self.text(&annotation.label);
        self.field(next!("start"));
        self.scalar(&span.start().0);
        self.field(next!("end"));
        self.scalar(&span.end().0);
        self.field(next!("quote"));
        self.text(source.slice(annotation.span));
        if !annotation.fragments.is_empty() {
            self.field(next!("fragments"));
            self.list(FIELDS, &annotation.fragments, |writer, &fragment| {
                writer.value(FIELDS + 1, &super::json::write_fragment(source, fragment))
            });
        }
        self.field(next!("prefix"));
        self.text(before);
        self.field(next!("suffix"));
        self.text(after);
        if let Some(level) = annotation.level() {
            self.field(next!("level"));
            self.scalar(&level);
        }
        for (name, field) in [("marker", next!("marker")), ("role", next!("role"))] {
            if let Some(value) = annotation.text_attribute(name) {
                self.field(field);
                self.text(value);
            }
        }
        self.field(next!("origin"));
        self.origin(&annotation.origin);
        self.field(next!("status"));
        self.text(annotation.status.id());
        if let Some(percent) = annotation.confidence {
            self.field(next!("confidence"));
            self.share(percent);
        }
        if !annotation.triggers.is_empty() {
            self.field(next!("triggers"));
            self.list(FIELDS, &annotation.triggers, |writer, &trigger| {
                let span = source.span_to_chars(trigger);
                writer.list(FIELDS + 1, [span.start().0, span.end().0], |writer, offset| {
                    writer.scalar(&offset)
                });
            });
        }
        self.field(next!("attributes"));
        self.raw("{");
        let mut empty = true;
        for (name, value) in &annotation.attributes {
            if LIFTED.contains(&&**name) {
                continue;
            }
            if !std::mem::take(&mut empty) {
                self.raw(",");
            }
            self.line_end(FIELDS + 1);
            self.text(name);
            self.raw(if INDENTED { ": " } else { ":" });
            match value {
                Value::Text(text) => self.text(text),
                Value::Number(number) => self.scalar(number),
                Value::Flag(flag) => self.scalar(flag),
            }
        }
        if !empty {
            self.line_end(FIELDS);
        }
        self.raw("}");
        self.field(next!("note"));
        self.text(&annotation.note);
        self.item_end();
    }

    /// Adds a link.
    pub(super) fn link(&mut self, link: &Link) {
        self.field(first!("id"));
        self.raw("\"l");
        self.scalar(&link.id.0);
        self.raw("\"");
        self.field(next!("type"));
        self.text(&link.kind);
        self.field(next!("from"));
        self.id(link.from);
        self.field(next!("to"));
        self.id(link.to);
        self.field(next!("origin"));
        self.origin(&link.origin);
        self.field(next!("status"));
        self.text(link.status.id());
        self.item_end();
    }

    /// Adds the frame of a measure.
    pub(super) fn measure(&mut self, source: &Source, frame: &MeasureFrame) {
        let words = frame.words(source);
        let text = |name: &str| frame.measure.text_attribute(name);
        self.field(first!("annotation"));
        self.id(frame.measure.id);
        self.field(next!("section"));
        self.list(FIELDS, &frame.section, |writer, heading| {
            writer.text(source.slice(heading.span))
        });
        for (role, field) in [
            ("lead", next!("lead")),
            ("support", next!("support")),
            ("responsible", next!("responsible")),
            ("executor", next!("executor")),
        ] {
            self.field(field);
            self.ids(frame.units_as(role));
        }
        self.field(next!("deadline"));
        self.value(FIELDS, &json_frame::deadline(source, frame));
        self.field(next!("targets"));
        self.ids(&frame.targets);
        self.field(next!("basis"));
        self.ids(&frame.basis);
        for (name, field, pieces_field, pieces) in [
            ("modality", next!("modality"), next!("modality_words"), words.modality),
            (
                "instrument",
                next!("instrument"),
                next!("instrument_words"),
                words.instrument,
            ),
        ] {
            if let Some(value) = text(name) {
                self.field(field);
                self.text(value);
            }
            self.field(pieces_field);
            self.list(FIELDS, pieces, |writer, span| {
                writer.value(FIELDS + 1, &json_frame::piece(source, span))
            });
        }
        self.item_end();
    }

    fn ids<'a>(&mut self, units: impl IntoIterator<Item = &'a Unit>) {
        self.list(FIELDS, units, |writer, unit| writer.id(unit.annotation.id));
    }

    fn item_end(&mut self) {
        self.line_end(FIELDS - 1);
        self.raw("}");
    }

    fn line_end(&mut self, level: usize) {
        if INDENTED {
            line_end(level, &mut self.bytes);
        }
    }

    /// Adds JSON as it is.
    #[inline]
    pub(super) fn raw(&mut self, json: &str) {
        self.bytes.extend_from_slice(json.as_bytes());
    }

    /// Adds a value as it stands on one line.
    fn scalar(&mut self, value: &impl Serialize) {
        // Writing to a vector cannot fail, and no map here has keys other than strings.
        let _ = serde_json::to_writer(&mut self.bytes, value);
    }

    /// Adds a percentage as a share of one: 0.07.
    fn share(&mut self, percent: u8) {
        let [hundreds, tens, ones] = [percent / 100, percent / 10 % 10, percent % 10].map(|digit| digit + b'0');
        self.bytes.extend([hundreds, b'.', tens]);
        if ones != b'0' {
            self.bytes.push(ones);
        }
    }

    fn id(&mut self, id: AnnotationId) {
        self.raw("\"a");
        self.scalar(&id.0);
        self.raw("\"");
    }

    fn origin(&mut self, origin: &Origin) {
        match origin {
            Origin::Rule(name) if is_plain(name) => {
                self.raw("\"rule:");
                self.raw(name);
                self.raw("\"");
            }
            _ => self.text(&origin.to_string()),
        }
    }

    /// Adds a string. Nearly none has anything to be escaped.
    fn text(&mut self, text: &str) {
        if is_plain(text) {
            self.bytes.reserve(text.len() + 2);
            self.bytes.push(b'"');
            self.raw(text);
            self.bytes.push(b'"');
        } else {
            self.scalar(&text);
        }
    }
}

/// Whether a string has nothing to be escaped.
fn is_plain(text: &str) -> bool {
    let is_plain = |plain, byte: u8| plain & (byte >= b' ') & (byte != b'"') & (byte != b'\\');
    text.bytes().fold(true, is_plain)
}

#[cfg(test)]
mod tests {
    use super::Writer;

    #[test]
    fn shares_are_written_as_numbers_are() {
        for percent in 0..=u8::MAX {
            let mut writer = Writer::<false>::with_capacity(0);
            writer.share(percent);
            let number = serde_json::to_vec(&(f64::from(percent) / 100.0)).unwrap();
            assert_eq!(writer.bytes, number);
        }
    }
}
