//! Reviews in the project's own JSON: what a change of the text left for a person to look at.

use std::sync::Arc;

use super::DecodeError;
use super::json::{number, read_link, read_value, write_link, write_value};
use super::json_wire as wire;
use crate::annotate::{Annotation, AnnotationId, Drift, Review, Status};
use crate::text::Span;

pub(super) fn write(review: &Review) -> wire::Review<'_> {
    wire::Review {
        annotation: review.id.to_string(),
        drift: review.drift.id().into(),
        similarity: f64::from(review.similarity) / 100.0,
        before: review.before.as_str().into(),
        quote: review.quote.as_str().into(),
        after: review.after.as_str().into(),
        lost: review.lost.as_deref().map(write_lost),
        links: review.links.iter().map(|link| write_link(link)).collect(),
    }
}

/// Reads the one at a place of the list, counted from 1.
pub(super) fn read(place: u32, wire: wire::Review<'_>) -> Result<Arc<Review>, DecodeError> {
    let misfit = || DecodeError::Annotation(wire.annotation.clone());
    let id = AnnotationId(number(&wire.annotation, 'a').ok_or_else(misfit)?);
    let drift = Drift::from_id(&wire.drift).ok_or_else(misfit)?;
    let lost = match wire.lost {
        Some(lost) => Some(Arc::new(read_lost(id, lost).ok_or_else(misfit)?)),
        None => None,
    };
    if lost.is_some() != (drift == Drift::Lost) {
        return Err(misfit());
    }
    Ok(Arc::new(Review {
        number: place,
        id,
        drift,
        similarity: (wire.similarity * 100.0).round().clamp(0.0, 100.0) as u8,
        before: wire.before.into_owned(),
        quote: wire.quote.into_owned(),
        after: wire.after.into_owned(),
        lost,
        links: wire.links.into_iter().map(read_link).collect::<Result<_, _>>()?,
    }))
}

fn write_lost(annotation: &Annotation) -> wire::Lost<'_> {
    wire::Lost {
        label: (&*annotation.label).into(),
        origin: annotation.origin.to_string(),
        status: annotation.status.id().into(),
        confidence: annotation.confidence.map(|percent| f64::from(percent) / 100.0),
        attributes: annotation
            .attributes
            .iter()
            .map(|(name, value)| ((&**name).into(), write_value(value)))
            .collect(),
        note: annotation.note.as_str().into(),
    }
}

fn read_lost(id: AnnotationId, wire: wire::Lost<'_>) -> Option<Annotation> {
    Some(Annotation {
        id,
        label: (&*wire.label).into(),
        span: Span::default(),
        fragments: Vec::new(),
        origin: wire.origin.parse().ok()?,
        status: Status::from_id(&wire.status)?,
        confidence: wire
            .confidence
            .map(|share| (share * 100.0).round().clamp(0.0, 100.0) as u8),
        triggers: Vec::new(),
        attributes: wire
            .attributes
            .into_iter()
            .map(|(name, value)| ((&*name).into(), read_value(value)))
            .collect(),
        note: wire.note.into_owned(),
    })
}

#[cfg(test)]
mod tests {
    use crate::annotate::{Annotation, AnnotationId, Attributes, Drift, Origin, Status, Store, Value};
    use crate::export::json;
    use crate::project::Project;
    use crate::text::{Source, Span};
    use crate::version::carry;

    /// A measure with a unit, of which the new version keeps neither.
    fn carried() -> Project {
        let text = "会前发了材料。由市水利局牵头修好渠道。";
        let mut project = Project::new(Source::new(text));
        let mark = |id: u32, label: &str, quote: &str| {
            let start = text.find(quote).unwrap();
            std::sync::Arc::new(Annotation {
                confidence: Some(80),
                attributes: Attributes::from([("role".into(), Value::Text("lead".to_owned()))]),
                note: "核对".to_owned(),
                ..Annotation::by_hand(AnnotationId(id), label, Span::at(start, start + quote.len()))
            })
        };
        let link = crate::annotate::Link {
            id: crate::annotate::LinkId(1),
            kind: "lead".into(),
            from: AnnotationId(1),
            to: AnnotationId(2),
            origin: Origin::Human,
            status: Status::Accepted,
        };
        let marks = vec![
            mark(1, "measure", "由市水利局牵头修好渠道"),
            mark(2, "actor", "市水利局"),
        ];
        project.store = Store::from_parts(marks, vec![link.into()]);
        carry(&project, Source::new("会前发了材料。")).project
    }

    #[test]
    fn what_is_lost_comes_back_from_a_file() {
        let project = carried();
        assert_eq!(project.store.reviews().len(), 2);
        assert_eq!(project.store.reviews()[0].drift, Drift::Lost);
        assert_eq!(project.store.reviews()[0].links.len(), 1);
        let bytes = json::encode(&project);
        let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        let schema: serde_json::Value = serde_json::from_str(json::SCHEMA).unwrap();
        jsonschema::draft202012::validate(&schema, &value).unwrap();
        assert_eq!(json::decode(&bytes).unwrap(), project);
        let broken = String::from_utf8(bytes)
            .unwrap()
            .replace("\"drift\": \"lost\"", "\"drift\": \"moved\"");
        assert!(json::decode(broken.as_bytes()).is_err());
    }
}
