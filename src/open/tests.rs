//! Files of every kind, made here byte by byte.

use super::*;
use crate::annotate::{Annotation, AnnotationId, Store};
use crate::export::{Format, Options, pack};
use crate::project::Project;
use crate::text::{Source, Span};

fn texts(opened: &Opened) -> Vec<&str> {
    opened.documents.iter().map(|one| one.project.source.text()).collect()
}

fn word(body: &str, numbering: &str, styles: &str) -> Vec<u8> {
    let part = |name: &str, content: &str| {
        format!("<?xml version=\"1.0\"?><w:{name} xmlns:w=\"urn:w\" xmlns:mc=\"urn:mc\">{content}</w:{name}>")
    };
    pack(&[
        ("[Content_Types].xml", b"<Types/>"),
        (
            "word/document.xml",
            part("document", &format!("<w:body>{body}</w:body>")).as_bytes(),
        ),
        ("word/numbering.xml", part("numbering", numbering).as_bytes()),
        ("word/styles.xml", part("styles", styles).as_bytes()),
    ])
    .unwrap()
}

fn paragraph(properties: &str, words: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn listed(list: u32, level: u32, words: &str) -> String {
    let numbering = format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
    paragraph(&numbering, words)
}

const NUMBERING: &str = r#"<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="H1"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%3."/><w:isLgl/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>"#;

const STYLES: &str = r#"<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H1a"><w:basedOn w:val="H1"/></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>"#;

#[test]
fn word_documents_read_as_on_paper() {
    let style = |id: &str, words: &str| paragraph(&format!("<w:pStyle w:val=\"{id}\"/>"), words);
    let body = [
        paragraph("", "在大会上的讲话"),
        style("H1", "摸清家底"),
        listed(1, 1, "查土地"),
        listed(1, 1, "查厂房"),
        listed(1, 2, "逐宗建账"),
        style("H1a", "抓紧开工"),
        listed(1, 1, "重新计数"),
        listed(2, 0, "从五开始"),
        paragraph("<w:pStyle w:val=\"H1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", "不编号"),
        style("Loop", "样式成环"),
        "<w:p><w:r><w:t>要</w:t></w:r><w:del><w:r><w:t>删</w:t></w:r></w:del><w:ins><w:r><w:t>增</w:t></w:r></w:ins>\
         <w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>显</w:t><w:br/><w:t>行</w:t><w:tab/><w:t>格</w:t></w:r>\
         <w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
            .to_owned(),
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>单位</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>任务</w:t></w:r></w:p></w:tc></w:tr>\
         <w:tr><w:tc><w:p><w:r><w:t>水利局</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>清淤</w:t></w:r></w:p><w:p><w:r><w:t>护坡</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
            .to_owned(),
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框中字</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
         <mc:Fallback><w:txbxContent><w:p><w:r><w:t>框中字</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"
            .to_owned(),
    ]
    .concat();
    let opened = open("讲话.docx", &word(&body, NUMBERING, STYLES), None);
    assert_eq!(opened.problems, []);
    assert_eq!(
        texts(&opened),
        [
            "在大会上的讲话\n一、摸清家底\n（一）查土地\n（二）查厂房\n1.1. 逐宗建账\n二、抓紧开工\n（一）重新计数\n五、从五开始\n不编号\n样式成环\n要增显\n行\t格\n单位\t任务\n水利局\t清淤 护坡\n框中字\n\n"
        ]
    );
    assert!(!opened.documents[0].is_annotated);
}

#[test]
fn notes_stand_behind_the_text_and_tracked_changes_count_as_made() {
    let part = |name: &str, content: &str| format!("<w:{name} xmlns:w=\"urn:w\">{content}</w:{name}>");
    let note = |id: &str, words: &str| {
        format!(
            "<w:footnote w:id=\"{id}\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> {words}</w:t></w:r></w:p></w:footnote>"
        )
    };
    let deleted_end = "<w:rPr><w:del/></w:rPr>";
    let body = [
        "<w:p><w:r><w:t>清淤20公里</w:t></w:r><w:r><w:footnoteReference w:id=\"3\"/></w:r><w:r><w:t>。</w:t></w:r>\
         <w:r><w:endnoteReference w:id=\"1\"/><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
        &paragraph(deleted_end, "由水利局"),
        &paragraph("", "牵头。"),
        &paragraph(deleted_end, "表前"),
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>删去的行</w:t></w:r></w:p></w:tc></w:tr>\
         <w:tr><w:tc><w:p><w:r><w:t>留下的行</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        "<w:p><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>移来</w:t></w:r></w:moveTo></w:p>",
        &paragraph(deleted_end, "文末"),
    ]
    .concat();
    let notes = [
        note("-1", "分隔"),
        note("2", "第二条注"),
        note("3", "第一条注"),
        note("9", "无人提到"),
    ]
    .concat();
    let end = "<w:endnote w:id=\"1\"><w:p><w:r><w:endnoteRef/><w:t>尾注</w:t></w:r></w:p></w:endnote>";
    let bytes = pack(&[
        (
            "word/document.xml",
            part("document", &format!("<w:body>{body}</w:body>")).as_bytes(),
        ),
        ("word/footnotes.xml", part("footnotes", &notes).as_bytes()),
        ("word/endnotes.xml", part("endnotes", end).as_bytes()),
        ("word/header1.xml", part("hdr", &paragraph("", "页眉")).as_bytes()),
    ])
    .unwrap();
    let opened = open("注.docx", &bytes, None);
    assert_eq!(opened.problems, []);
    assert_eq!(
        texts(&opened),
        ["清淤20公里。\n由水利局牵头。\n表前\n留下的行\n移来\n文末\n[1] 第一条注\n[2] 第二条注\n[3]尾注\n"]
    );
}

#[test]
fn a_text_and_its_annotations_are_one_document() {
    let text = "由水利局牵头，6月底前完成。";
    let annotations = "T1\tunit 1 4\t水利局\n";
    let files: [(&str, &[u8]); 3] = [
        ("一.txt", text.as_bytes()),
        ("一.ann", annotations.as_bytes()),
        ("annotation.conf", "# unit = actor 主体\n[entities]\nunit\n".as_bytes()),
    ];
    let opened = open_together(&files, None);
    assert_eq!(opened.problems, []);
    let [document] = &*opened.documents else {
        panic!("{opened:?}")
    };
    let [annotation] = document.project.store.annotations() else {
        panic!("{document:?}")
    };
    assert!(document.is_annotated && &*annotation.label == "actor");
    // Where the annotations do not fit, the text opens all the same.
    let broken: [(&str, &[u8]); 2] = [files[0], ("一.ann", "T1\tunit 1 4\t水务局\n".as_bytes())];
    let opened = open_together(&broken, None);
    assert_eq!(texts(&opened), [text]);
    assert!(matches!(&*opened.problems, [(name, Problem::Damaged(_))] if name == "一.txt"));
    assert_eq!(
        open("一.ann", annotations.as_bytes(), None).problems[0].1,
        Problem::NoText
    );
}

#[test]
fn depth_in_word_documents_does_no_harm() {
    let depth = 5_000;
    let body = format!(
        "{}{}",
        "<w:tbl><w:tr><w:tc><w:p>".repeat(depth),
        "</w:p></w:tc></w:tr></w:tbl>".repeat(depth)
    );
    let _ = open("深.docx", &word(&body, "", ""), None);
}

#[test]
fn one_broken_file_among_twenty_does_not_stop_the_others() {
    let good: Vec<(String, Vec<u8>)> = (0..19)
        .map(|n| (format!("{n:02}.txt"), format!("第{n}篇讲话。").into_bytes()))
        .collect();
    let mut files: Vec<(&str, &[u8])> = good.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
    files.insert(7, ("坏.docx", b"PK\x03\x04broken"));
    files.push(("__MACOSX/._00.txt", b"\0\0"));
    let opened = open("全部.zip", &pack(&files).unwrap(), None);
    assert_eq!(opened.documents.len(), 19);
    assert_eq!(opened.problems.len(), 1);
    assert_eq!(opened.problems[0].0, "全部.zip › 坏.docx");
    assert!(matches!(opened.problems[0].1, Problem::Damaged(_)));
}

#[test]
fn archives_have_limits() {
    let nested = |bytes: &[u8]| pack(&[("内.zip", bytes), ("文.txt", "讲话。".as_bytes())]).unwrap();
    let deep = nested(&nested(&nested(&nested(b"PK\x03\x04"))));
    let opened = open("深.zip", &deep, None);
    assert!(opened.problems.iter().any(|(_, problem)| *problem == Problem::TooDeep));
    assert_eq!(opened.documents.len(), 2);
    let zeros = vec![b' '; 40 * 1024 * 1024];
    let bomb = pack(&[("a.txt", &zeros), ("b.txt", &zeros), ("c.txt", "讲话。".as_bytes())]).unwrap();
    let opened = open("弹.zip", &bomb, None);
    assert_eq!(
        opened
            .problems
            .iter()
            .filter(|(_, problem)| *problem == Problem::TooMuch)
            .count(),
        2
    );
    assert_eq!(texts(&opened), ["讲话。"]);
    // The flag of an encrypted file, in its own header and in the directory.
    let mut locked = pack(&[("a.txt", "讲话。".as_bytes())]).unwrap();
    let directory = locked.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    locked[6] |= 1;
    locked[directory + 8] |= 1;
    assert_eq!(open("锁.zip", &locked, None).problems[0].1, Problem::Locked);
    assert_eq!(open("空.zip", &pack(&[]).unwrap(), None).problems[0].1, Problem::Empty);
}

#[test]
fn every_format_is_recognised_by_what_it_holds() {
    let text = "一、抓项目。\r\n由𬭎州局牵头，6月底前开工20个。\n";
    let mut project = Project::new(Source::new(text));
    let mark = |id: u32, label: &str, words: &str| {
        let at = text.find(words).unwrap();
        let span = Span::at(at, at + words.len());
        std::sync::Arc::new(Annotation::by_hand(AnnotationId(id), label, span))
    };
    let marks = vec![
        mark(1, "heading", "一、抓项目。"),
        mark(2, "actor", "𬭎州局"),
        mark(3, "time", "6月底前"),
    ];
    project.store = Store::from_parts(marks, Vec::new());
    for format in Format::ALL.into_iter().filter(|format| format.about().readable) {
        let bytes = format.encode(&project, Options::default()).unwrap();
        let opened = open("一份文件", &bytes, None);
        assert_eq!(opened.problems, [], "{}", format.id());
        assert!(opened.documents[0].is_annotated, "{}", format.id());
        assert_eq!(
            opened.documents[0].project.store.annotations().len(),
            3,
            "{}",
            format.id()
        );
    }
}

#[test]
fn each_bad_file_has_its_own_problem() {
    let problem = |name: &str, bytes: &[u8]| open(name, bytes, None).problems.pop().map(|(_, problem)| problem);
    assert_eq!(problem("空.txt", b" \n"), Some(Problem::Empty));
    assert_eq!(problem("图.txt", b"\x00\x01\x02\x03\x04"), Some(Problem::Binary));
    assert_eq!(
        problem("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        Some(Problem::OtherOffice)
    );
    assert!(matches!(problem("一.pdf", b"%PDF-1.7"), Some(Problem::Damaged(_))));
    assert_eq!(problem("长.txt", &vec![b'a'; LONGEST_TEXT + 1]), Some(Problem::TooLong));
    let sheet = pack(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"")]).unwrap();
    assert_eq!(problem("表.xlsx", &sheet), Some(Problem::OtherOffice));
    assert_eq!(problem("他.txt", "<p>网页的残迹</p>要修渠。".as_bytes()), None);
    assert_eq!(
        texts(&open(
            "剪贴板.html",
            "<p>要修渠。</p><script>x</script>".as_bytes(),
            None
        )),
        ["要修渠。\n"]
    );
    // Annotations that break off are no text; lines that are whole are read.
    for (name, bytes) in [
        ("断.json", "[{\"data\": {\"text\": \"要修渠。\"}, \"annota"),
        ("断.jsonl", "{\"text\": \"要修渠。\", \"label\": [[0,"),
        ("断.jsonld", "{\"@context\": [\"http://www.w3.org"),
    ] {
        assert!(
            matches!(problem(name, bytes.as_bytes()), Some(Problem::Damaged(_))),
            "{name}"
        );
    }
    let opened = open(
        "断.jsonl",
        "{\"text\": \"要\n{\"text\": \"要修渠。\", \"label\": []}\n".as_bytes(),
        None,
    );
    assert_eq!(texts(&opened), ["要修渠。"]);
    assert!(matches!(&*opened.problems, [(name, Problem::Damaged(_))] if name == "断.jsonl › 1"));
    assert_eq!(
        texts(&open("a.json", "{\"a\": \"别的\"}".as_bytes(), None)),
        ["{\"a\": \"别的\"}"]
    );
}
