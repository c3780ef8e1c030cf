//! Labels and link types of one's own keep their names, whatever these hold.

use std::sync::Arc;

use juyao::annotate::{Annotation, AnnotationId, Label, Layer, Link, LinkId, LinkType, Origin, Status, Store};
use juyao::export::{Format, Loss, Options};
use juyao::project::Project;
use juyao::text::{Source, Span};

/// Names with blanks, marks that files use for themselves, and names that programs make up.
const NAMES: [&str; 9] = [
    "工作 单位",
    "a b",
    "Label1",
    "Label2",
    "甲，“乙”",
    "x,y|z",
    "C:\\d[1]_*;->",
    "<&>'\"",
    "很长的名字很长的名字很长的名字很长的名字很长的名字很长的名字很长的名字很长的名字",
];

/// A character for each name, and a link to it from the first.
fn project() -> Project {
    let mut project = Project::new(Source::new("一二三四五六七八九。"));
    let tagset = Arc::make_mut(&mut project.tagset);
    let (mut annotations, mut links) = (Vec::new(), Vec::new());
    for (at, name) in (0_u32..).zip(NAMES) {
        tagset.labels.push(Label {
            id: name.into(),
            layer: Layer::Mention,
            zh: format!("中文 名, {at}"),
            en: format!("English name {at}"),
            glyph: "名".to_owned(),
            key: None,
            colour: None,
            retired: false,
            description: String::new(),
            attributes: Vec::new(),
        });
        tagset.links.push(LinkType {
            id: name.into(),
            zh: format!("关联 {at}"),
            en: format!("link {at}"),
            key: None,
            from: Vec::new(),
            to: Vec::new(),
            retired: false,
        });
        let start = at as usize * 3;
        annotations.push(Arc::new(Annotation::by_hand(
            AnnotationId(at + 1),
            name,
            Span::at(start, start + 3),
        )));
        links.push(Arc::new(Link {
            id: LinkId(at + 1),
            kind: name.into(),
            from: AnnotationId(1),
            to: AnnotationId(at + 1),
            origin: Origin::Human,
            status: Status::Accepted,
        }));
    }
    project.store = Store::from_parts(annotations, links);
    project
}

#[test]
fn names_of_labels_and_links_come_back() {
    let project = project();
    for format in Format::ALL.into_iter().filter(|format| format.about().readable) {
        let bytes = format.encode(&project, Options::default()).unwrap();
        let read = format.decode(&bytes).unwrap().remove(0);
        let labels: Vec<&str> = read.store.annotations().iter().map(|one| &*one.label).collect();
        // There a code is called as people call it.
        let shown = (0..NAMES.len()).map(|at| format!("中文 名, {at}"));
        let wanted = match format {
            Format::QdaProject => shown.collect(),
            _ => NAMES.map(str::to_owned).to_vec(),
        };
        assert_eq!(labels, wanted, "{}", format.id());
        if !format.losses().contains(&Loss::Links) {
            let kinds: Vec<&str> = read.store.links().iter().map(|link| &*link.kind).collect();
            assert_eq!(kinds, NAMES, "{}", format.id());
        }
    }
}
