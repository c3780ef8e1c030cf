//! The project's own JSON: offsets, round trips, damaged files.

use proptest::prelude::*;

use super::*;

/// Astral, CRLF, NUL and invisible characters around what is annotated.
const TEXT: &str = "\u{feff}𬭎市讲话\r\n一、摸底数。\u{0}由市工信局牵头，年底前💛建成50所。\u{200b}\n";

fn annotation(id: u32, start: u32, end: u32, label: &str, value: Option<Value>, note: &str) -> Arc<Annotation> {
    let source = Source::new(TEXT);
    let span = source.span_from_chars(Span::new(CharOffset(start), CharOffset(end)));
    Arc::new(Annotation {
        id: AnnotationId(id),
        label: label.into(),
        span,
        fragments: Vec::new(),
        origin: Origin::Rule("measure/modal".into()),
        status: Status::Accepted,
        confidence: Some(86),
        triggers: vec![span],
        attributes: value.into_iter().map(|value| ("level".into(), value)).collect(),
        note: note.to_owned(),
    })
}

fn project() -> Project {
    let mut project = Project::new(Source::new(TEXT));
    let link = |id, kind: &str, to| {
        Arc::new(Link {
            id: LinkId(id),
            kind: kind.into(),
            from: AnnotationId(2),
            to: AnnotationId(to),
            origin: Origin::Rule("frame/inferred".into()),
            status: Status::Suggested,
        })
    };
    project.store = Store::from_parts(
        vec![
            annotation(1, 7, 13, "heading", Some(Value::Number(1)), ""),
            annotation(2, 15, 33, "measure", None, "“引号”与\\"),
            annotation(3, 16, 20, "actor", None, ""),
        ],
        vec![link(1, "lead", 3)],
    );
    project
}

#[test]
fn offsets_are_code_points() {
    let value: serde_json::Value = serde_json::from_slice(&encode(&project())).unwrap();
    let text: Vec<char> = value["document"]["text"].as_str().unwrap().chars().collect();
    assert_eq!(value["document"]["length"], text.len());
    for annotation in value["annotations"].as_array().unwrap() {
        let at = |name: &str| annotation[name].as_u64().unwrap() as usize;
        let quoted: String = text[at("start")..at("end")].iter().collect();
        assert_eq!(annotation["quote"], quoted.as_str());
    }
    assert_eq!(value["measures"][0]["lead"][0], "a3");
    assert_eq!(value["measures"][0]["section"][0], "一、摸底数。");
}

#[test]
fn what_is_written_can_be_read() {
    let mut project = project();
    let mut broken = (*annotation(9, 20, 22, "term", None, "")).clone();
    broken.fragments = vec![
        project
            .source
            .span_from_chars(Span::new(CharOffset(26), CharOffset(29))),
    ];
    let with_broken = project.store.annotations().iter().cloned().chain([Arc::new(broken)]);
    project.store = Store::from_parts(with_broken.collect(), project.store.links().to_vec());
    assert_eq!(decode(&encode(&project)).unwrap(), project);
    assert_eq!(decode(&encode_line(&project)).unwrap(), project);
}

#[test]
fn a_line_has_what_is_there_and_escapes_it() {
    let mut project = project();
    let mut whole = (*annotation(9, 20, 22, "term", Some(Value::Flag(true)), "换行\n“、\u{1}")).clone();
    whole.fragments = vec![whole.span];
    whole.attributes.extend([
        ("marker".into(), Value::Text("一、".to_owned())),
        ("role".into(), Value::Text("lead".to_owned())),
        ("a\"b".into(), Value::Number(-3)),
    ]);
    let bare = (*annotation(10, 20, 22, "\\", None, "")).clone();
    let bare = Annotation {
        confidence: None,
        triggers: Vec::new(),
        ..bare
    };
    let more = project
        .store
        .annotations()
        .iter()
        .cloned()
        .chain([Arc::new(whole), Arc::new(bare)]);
    project.store = Store::from_parts(more.collect(), project.store.links().to_vec());
    let line = String::from_utf8(encode_line(&project)).unwrap();
    let whole = concat!(
        r#"{"id":"a9","label":"term","start":20,"end":22,"quote":"头，","fragments":[{"start":20,"end":22,"quote":"头，"}],"#,
        r#""prefix":"话\r\n一、摸底数。\u0000由市工信局牵","suffix":"年底前💛建成50所。"#,
        "\u{200b}",
        r#"\n","marker":"一、","role":"lead","#,
        r#""origin":"rule:measure/modal","status":"accepted","confidence":0.86,"triggers":[[20,22]],"#,
        r#""attributes":{"a\"b":-3},"note":"换行\n“、\u0001"}"#
    );
    let bare = r#""label":"\\","start":20,"#;
    assert!(line.contains(whole) && line.contains(bare), "{line}");
    assert!(
        !line.split(bare).nth(1).is_some_and(|rest| rest.contains("confidence")),
        "{line}"
    );
    let read: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert_eq!(
        serde_json::from_slice::<serde_json::Value>(&encode(&project)).unwrap(),
        read
    );
}

#[test]
fn a_damaged_file_says_what_is_wrong() {
    let good = String::from_utf8(encode_line(&project())).unwrap();
    let check = |from: &str, to: &str, expected: DecodeError| {
        assert!(good.contains(from), "{from}");
        assert_eq!(
            decode(good.replacen(from, to, 1).as_bytes()),
            Err(expected),
            "{from} → {to}"
        );
    };
    check("\"version\":1", "\"version\":7", DecodeError::Newer(7));
    check("市讲话\\r", "市讲稿\\r", DecodeError::TextChanged);
    check(
        "\"quote\":\"一、",
        "\"quote\":\"二、",
        DecodeError::Quote("a1".to_owned()),
    );
    check("\"end\":13", "\"end\":9999", DecodeError::Annotation("a1".to_owned()));
    check(
        "\"id\":\"a3\"",
        "\"id\":\"a1\"",
        DecodeError::Annotation("a1".to_owned()),
    );
    check("\"to\":\"a3\"", "\"to\":\"a9\"", DecodeError::Link("l1".to_owned()));
    check(
        "\"status\":\"accepted\"",
        "\"status\":\"so-so\"",
        DecodeError::Annotation("a1".to_owned()),
    );
    assert!(matches!(decode(b"{}"), Err(DecodeError::Syntax(_))));
    assert!(matches!(decode(b"\x00\x01"), Err(DecodeError::Syntax(_))));
}

proptest! {
    #[test]
    fn any_annotations_come_back(
        spans in prop::collection::vec((0u32..40, 0u32..40, "\\PC{0,6}", 0u8..3), 0..12),
    ) {
        let mut project = project();
        let annotations = spans.iter().enumerate().map(|(id, (one, other, note, status))| {
            let mut made = (*annotation(id as u32 + 1, *one.min(other), *one.max(other), "term", None, note)).clone();
            made.status = [Status::Suggested, Status::Accepted, Status::Rejected][*status as usize];
            Arc::new(made)
        });
        project.store = Store::from_parts(annotations.collect(), Vec::new());
        prop_assert_eq!(decode(&encode(&project)).unwrap(), project);
    }
}
