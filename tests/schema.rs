//! Every export of every sample fits the JSON Schema and comes back as it was.

use std::path::Path;

use juyao::engine::Engine;
use juyao::export::{Format, Options, json};
use juyao::extract::jieba::JiebaLexicon;
use juyao::project::Project;
use juyao::protocol::{Request, RequestId, Response};
use juyao::text::Source;

fn samples() -> Vec<Project> {
    let mut engine = Engine::with_lexicon(Box::new(JiebaLexicon::embedded().unwrap()));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/samples");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let mut texts: Vec<String> = files
        .iter()
        .map(|file| std::fs::read_to_string(file).unwrap())
        .collect();
    assert!(texts.len() >= 4);
    texts.extend(["".to_owned(), "\r\n\u{0}\u{feff}💛".to_owned()]);
    let mut projects = Vec::new();
    for text in texts {
        let source = Source::new(text.as_str());
        let request = Request::Extract { id: RequestId(1), text };
        engine.handle(request, &mut |response| {
            if let Response::Done { suggestions, .. } = response {
                projects.push(Project::suggested(source.clone(), suggestions));
            }
        });
    }
    projects
}

#[test]
fn every_export_fits_the_schema_and_comes_back() {
    let schema: serde_json::Value = serde_json::from_str(json::SCHEMA).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    for project in samples() {
        for format in [Format::Json, Format::Ndjson] {
            let file = format.encode(&project, Options::default()).unwrap();
            let value: serde_json::Value = serde_json::from_slice(&file).unwrap();
            let errors: Vec<String> = validator
                .iter_errors(&value)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert!(errors.is_empty(), "{:?}: {errors:?}", project.document.title);
            assert_eq!(format.decode(&file).as_deref(), Ok(&[project.clone()][..]));
        }
    }
}

#[test]
fn the_schema_refuses_what_is_not_ours() {
    let schema: serde_json::Value = serde_json::from_str(json::SCHEMA).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let good: serde_json::Value = serde_json::from_slice(&json::encode(&samples()[0])).unwrap();
    for (pointer, value) in [
        ("/version", serde_json::json!(2)),
        ("/document/offset_unit", serde_json::json!("byte")),
        ("/document/sha256", serde_json::json!("abc")),
        ("/annotations", serde_json::json!([{"id": "a1"}])),
        ("/tagset/labels/0/layer", serde_json::json!("other")),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).unwrap() = value;
        assert!(!validator.is_valid(&bad), "{pointer}");
    }
}
