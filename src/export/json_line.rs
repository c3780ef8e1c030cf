//! The project's own JSON on one line. Annotations and links are most of a file and are written field by field
//! here; the bytes are those that serde would write.

use serde::Serialize;

use super::json::{LIFTED, context};
use crate::annotate::{Annotation, AnnotationId, Link, Value};
use crate::text::Source;

/// A line of JSON that grows.
pub(super) struct Line(Vec<u8>);

impl Line {
    /// An empty line with room for so many bytes.
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self(Vec::with_capacity(bytes))
    }

    /// The line with its end.
    pub(super) fn end(mut self) -> Vec<u8> {
        self.0.push(b'\n');
        self.0
    }

    /// Adds JSON as it is.
    pub(super) fn raw(&mut self, json: &str) {
        self.0.extend_from_slice(json.as_bytes());
    }

    /// Adds any value.
    pub(super) fn value(&mut self, value: &impl Serialize) {
        // Writing to a vector cannot fail, and no map here has keys other than strings.
        let _ = serde_json::to_writer(&mut self.0, value);
    }

    /// Adds items between brackets.
    pub(super) fn list<T>(&mut self, items: impl IntoIterator<Item = T>, mut add: impl FnMut(&mut Self, T)) {
        self.raw("[");
        for (place, item) in items.into_iter().enumerate() {
            if place > 0 {
                self.raw(",");
            }
            add(self, item);
        }
        self.raw("]");
    }

    /// Adds an annotation.
    pub(super) fn annotation(&mut self, source: &Source, annotation: &Annotation) {
        let span = source.span_to_chars(annotation.span);
        let (before, after) = context(source, annotation.span);
        self.raw("{\"id\":");
        self.id(annotation.id);
        self.raw(",\"label\":");
        self.text(&annotation.label);
        self.raw(",\"start\":");
        self.value(&span.start().0);
        self.raw(",\"end\":");
        self.value(&span.end().0);
        self.raw(",\"quote\":");
        self.text(source.slice(annotation.span));
        if !annotation.fragments.is_empty() {
            self.raw(",\"fragments\":");
            self.list(&annotation.fragments, |line, &fragment| {
                line.value(&super::json::write_fragment(source, fragment))
            });
        }
        self.raw(",\"prefix\":");
        self.text(before);
        self.raw(",\"suffix\":");
        self.text(after);
        if let Some(level) = annotation.level() {
            self.raw(",\"level\":");
            self.value(&level);
        }
        for name in ["marker", "role"] {
            if let Some(value) = annotation.text_attribute(name) {
                self.raw(",\"");
                self.raw(name);
                self.raw("\":");
                self.text(value);
            }
        }
        self.raw(",\"origin\":");
        self.text(&annotation.origin.to_string());
        self.raw(",\"status\":");
        self.text(annotation.status.id());
        if let Some(percent) = annotation.confidence {
            self.raw(",\"confidence\":");
            self.value(&(f64::from(percent) / 100.0));
        }
        if !annotation.triggers.is_empty() {
            self.raw(",\"triggers\":");
            self.list(&annotation.triggers, |line, &trigger| {
                let span = source.span_to_chars(trigger);
                line.list([span.start().0, span.end().0], |line, offset| line.value(&offset));
            });
        }
        self.raw(",\"attributes\":{");
        let attributes = annotation.attributes.iter();
        for (place, (name, value)) in attributes.filter(|(name, _)| !LIFTED.contains(&&***name)).enumerate() {
            if place > 0 {
                self.raw(",");
            }
            self.text(name);
            self.raw(":");
            match value {
                Value::Text(text) => self.text(text),
                Value::Number(number) => self.value(number),
                Value::Flag(flag) => self.value(flag),
            }
        }
        self.raw("},\"note\":");
        self.text(&annotation.note);
        self.raw("}");
    }

    /// Adds a link.
    pub(super) fn link(&mut self, link: &Link) {
        self.raw("{\"id\":\"l");
        self.value(&link.id.0);
        self.raw("\",\"type\":");
        self.text(&link.kind);
        self.raw(",\"from\":");
        self.id(link.from);
        self.raw(",\"to\":");
        self.id(link.to);
        self.raw(",\"origin\":");
        self.text(&link.origin.to_string());
        self.raw(",\"status\":");
        self.text(link.status.id());
        self.raw("}");
    }

    fn id(&mut self, id: AnnotationId) {
        self.raw("\"a");
        self.value(&id.0);
        self.raw("\"");
    }

    /// Adds a string. Nearly none has anything to be escaped.
    fn text(&mut self, text: &str) {
        let is_plain = |plain, byte: u8| plain & (byte >= b' ') & (byte != b'"') & (byte != b'\\');
        if text.bytes().fold(true, is_plain) {
            self.raw("\"");
            self.raw(text);
            self.raw("\"");
        } else {
            self.value(&text);
        }
    }
}
