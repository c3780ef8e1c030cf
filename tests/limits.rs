//! What no opener may be talked into: each limit, and each kind of file against it.

#![cfg(feature = "formats")]
#![allow(clippy::unwrap_used, reason = "what cannot be had fails the test")]

use juyao::export::{Format, LARGEST_FILE};
use juyao::open::{LONGEST_TEXT, Problem, open, open_as};

/// An archive of files, packed.
fn pack(files: &[(&str, &[u8])]) -> Option<Vec<u8>> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive
            .start_file(*name, zip::write::SimpleFileOptions::default())
            .ok()?;
        std::io::Write::write_all(&mut archive, bytes).ok()?;
    }
    archive.finish().ok().map(std::io::Cursor::into_inner)
}

fn problem(name: &str, bytes: &[u8]) -> Option<Problem> {
    open(name, bytes, None).problems.pop().map(|(_, problem)| problem)
}

/// The formats of other programs that are opened.
fn others() -> impl Iterator<Item = Format> {
    let formats = Format::ALL.into_iter().filter(|format| format.about().readable);
    formats.filter(|format| !matches!(format, Format::Json | Format::Ndjson))
}

/// Chinese characters at random: nothing packs them well.
fn noise(bytes: usize) -> String {
    let mut state = 1_u32;
    let letters = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from_u32(0x4e00 + (state >> 16) % 0x5000).unwrap()
    });
    letters.take(bytes / 3 + 1).collect()
}

fn word(body: &str) -> Vec<u8> {
    let document = format!("<w:document xmlns:w=\"urn:w\"><w:body>{body}</w:body></w:document>");
    pack(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
    ])
    .unwrap()
}

#[test]
fn no_file_is_larger_than_a_file_may_be() {
    for (name, opening) in [
        ("大.txt", "讲话"),
        ("大.html", "<html><p>"),
        ("大.md", "# 讲话\n"),
        ("大.docx", "PK\u{3}\u{4}"),
        ("大.pdf", "%PDF-1.7\n"),
        ("大.json", "{\"format\": \"juyao\""),
        ("大.xmi", "<?xml version=\"1.0\"?><xmi:XMI"),
        ("大.zip", "PK\u{3}\u{4}"),
    ] {
        let mut bytes = opening.as_bytes().to_vec();
        bytes.resize(LARGEST_FILE + 1, b' ');
        assert_eq!(problem(name, &bytes), Some(Problem::TooLarge), "{name}");
    }
    for format in others() {
        let bytes = vec![b' '; LARGEST_FILE + 1];
        assert_eq!(open_as(format, &bytes), Err(Problem::TooLarge), "{}", format.id());
    }
    assert_eq!(Problem::TooLarge.to_string(), "larger than 64 MB");
}

#[test]
fn no_text_is_longer_than_a_text_may_be() {
    let text = noise(LONGEST_TEXT);
    let jsonl = |key: &str| format!("{{\"text\": \"{text}\", \"{key}\": []}}").into_bytes();
    for (name, bytes) in [
        ("长.txt", text.as_bytes().to_vec()),
        ("长.html", format!("<p>{text}</p>").into_bytes()),
        ("长.md", format!("# 题\n\n{text}").into_bytes()),
        ("长.docx", word(&format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"))),
        ("长.jsonl", jsonl("entities")),
        ("长-spans.jsonl", jsonl("spans")),
        ("长.xmi", format!("<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"c\"><cas:Sofa xmi:id=\"1\" sofaString=\"{text}\"/></xmi:XMI>").into_bytes()),
        ("长.zip", pack(&[("长.txt", text.as_bytes()), ("长.ann", b"")]).unwrap()),
    ] {
        assert_eq!(problem(name, &bytes), Some(Problem::TooLong), "{name}");
    }
    assert_eq!(Problem::TooLong.to_string(), "longer than 20 MB");
}

#[test]
fn nothing_nests_too_deep() {
    let depth = 100_000;
    let nested = |begin: &str, end: &str| format!("{}{}", begin.repeat(depth), end.repeat(depth)).into_bytes();
    // What is no annotation file for the nesting is still a text, or damaged: what counts is that it ends.
    for (name, bytes) in [
        ("深.json", nested("[", "]")),
        (
            "深.json",
            [b"{\"format\": \"juyao\", \"a\": ".to_vec(), nested("[", "]")].concat(),
        ),
        (
            "深.json",
            [b"{\"%FEATURE_STRUCTURES\": ".to_vec(), nested("[", "]"), b"}".to_vec()].concat(),
        ),
        (
            "深.jsonl",
            [
                b"{\"text\": \"a\", \"entities\": ".to_vec(),
                nested("[", "]"),
                b"}".to_vec(),
            ]
            .concat(),
        ),
        ("深.jsonld", nested("{\"@context\":", "}")),
        ("深.html", nested("<div>", "</div>")),
        ("深.html", nested("<table><tr><td>", "")),
        ("深.html", nested("<ul><li>", "")),
        ("深.md", nested("> ", "")),
        ("深.md", nested("- ", "")),
        ("深.md", nested("[", "](a)")),
        ("深.md", nested("*a ", "")),
        (
            "深.xml",
            [
                b"<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">".to_vec(),
                nested("<p>", "</p>"),
            ]
            .concat(),
        ),
        (
            "深.xmi",
            [
                b"<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\">".to_vec(),
                nested("<a>", "</a>"),
            ]
            .concat(),
        ),
        (
            "深.pdf",
            [
                b"%PDF-1.7\n1 0 obj ".to_vec(),
                nested("<< /A ", " >>"),
                b" endobj".to_vec(),
            ]
            .concat(),
        ),
    ] {
        let _ = open(name, &bytes, None);
    }
    // A bracket is a character like any other where there is one a line.
    for format in others().filter(|format| !format.id().starts_with("conll")) {
        for (begin, end) in [("[", "]"), ("{\"text\":", "}"), ("<a>", "</a>")] {
            assert!(open_as(format, &nested(begin, end)).is_err(), "{}", format.id());
        }
    }
    let archive = (0..4).fold("要修渠。".as_bytes().to_vec(), |inner, _| {
        pack(&[("内.zip", &inner)]).unwrap()
    });
    assert_eq!(problem("深.zip", &archive), Some(Problem::TooDeep));
}

#[test]
fn nothing_unpacks_to_more_than_it_can_hold() {
    // Far under the limit of size, but no text shrinks so.
    let blanks = vec![b' '; 8 * 1024 * 1024];
    for (name, bytes) in [
        ("弹.docx", word(&" ".repeat(blanks.len()))),
        ("弹.zip", pack(&[("a.txt", &*blanks)]).unwrap()),
        ("弹.qdpx", pack(&[("project.qde", &*blanks)]).unwrap()),
        (
            "弹.zip",
            pack(&[("TypeSystem.xml", b"".as_slice()), ("speech.xmi", &blanks)]).unwrap(),
        ),
        (
            "弹.zip",
            pack(&[("a.ann", b"".as_slice()), ("a.txt", &blanks)]).unwrap(),
        ),
    ] {
        assert_eq!(problem(name, &bytes), Some(Problem::TooMuch), "{name}");
    }
    // Each shrinks as texts do, all of them are too much.
    let part = noise(17 * 1024 * 1024);
    let names: Vec<String> = (0..5).map(|number| format!("{number}.txt")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (&**name, part.as_bytes())).collect();
    let opened = open("多.zip", &pack(&parts).unwrap(), None);
    assert_eq!(opened.documents.len(), 3);
    let told: Vec<&str> = opened.problems.iter().map(|(name, _)| &**name).collect();
    assert_eq!(told, ["多.zip › 3.txt", "多.zip › 4.txt"]);
    assert!(opened.problems.iter().all(|(_, problem)| *problem == Problem::TooMuch));
}

#[test]
fn no_archive_has_too_many_files() {
    let names: Vec<String> = (0..2_001).map(|number| format!("{number}.txt")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (&**name, b"a".as_slice())).collect();
    assert_eq!(problem("多.zip", &pack(&files).unwrap()), Some(Problem::TooMuch));
    assert_eq!(open("多.zip", &pack(&files[1..]).unwrap(), None).documents.len(), 2_000);
    assert!(Problem::TooMuch.to_string().contains("2,000 files"));
}

#[test]
fn no_entity_expands() {
    let laughs = "<!DOCTYPE a [<!ENTITY a \"哈哈\"><!ENTITY b \"&a;&a;&a;\">]>";
    let tei = format!("{laughs}<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><p>&b;</p></text></TEI>");
    let xmi = format!("{laughs}<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\"><Sofa sofaString=\"&b;\"/></xmi:XMI>");
    let description = format!("{laughs}<Project><Sources/></Project>");
    assert!(matches!(open_as(Format::Tei, tei.as_bytes()), Err(Problem::Damaged(_))));
    assert!(matches!(
        open_as(Format::CasXmi, xmi.as_bytes()),
        Err(Problem::Damaged(_))
    ));
    let project = pack(&[("project.qde", description.as_bytes())]).unwrap();
    assert!(matches!(
        open_as(Format::QdaProject, &project),
        Err(Problem::Damaged(_))
    ));
    let document = format!(
        "{laughs}<w:document xmlns:w=\"urn:w\"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
    );
    let word = pack(&[
        ("[Content_Types].xml", b"<Types/>".as_slice()),
        ("word/document.xml", document.as_bytes()),
    ])
    .unwrap();
    assert!(matches!(problem("笑.docx", &word), Some(Problem::Damaged(_))));
}

/// Each kind of file, broken, among good ones of every kind.
#[test]
fn one_broken_file_does_not_stop_the_others() {
    let good = |number: usize| (format!("{number:02}.txt"), format!("第{number}篇讲话。").into_bytes());
    for (name, broken) in [
        ("坏.docx", b"PK\x03\x04broken".to_vec()),
        ("坏.pdf", b"%PDF-1.7 broken".to_vec()),
        ("坏.json", b"{\"%FEATURE_STRUCTURES\": []}".to_vec()),
        (
            "坏.xmi",
            b"<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\"><broken".to_vec(),
        ),
        ("坏.qdpx", b"PK\x03\x04broken".to_vec()),
        ("坏.zip", b"PK\x03\x04broken".to_vec()),
        ("坏.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec()),
        ("坏.txt", b"\x00\x01\x02\x03\x04".to_vec()),
        ("空.txt", b" \n".to_vec()),
    ] {
        let mut files: Vec<(String, Vec<u8>)> = (0..19).map(good).collect();
        files.insert(7, (name.to_owned(), broken));
        let parts: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
        let opened = open("全部.zip", &pack(&parts).unwrap(), None);
        assert_eq!(opened.documents.len(), 19, "{name}");
        let [(told, problem)] = &*opened.problems else {
            panic!("{name}: {:?}", opened.problems)
        };
        assert_eq!(*told, format!("全部.zip › {name}"));
        assert!(!problem.to_string().is_empty());
    }
}
