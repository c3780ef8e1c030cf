//! Archives of tar's, packed by gzip or not, and collections of brat's in archives of any kind.

use std::io::Write;

use crate::export::pack;
use crate::open::{Document, Opened, Problem, open};

/// An archive of files as tar makes it.
fn tape(files: &[(&[u8], &[u8])]) -> Vec<u8> {
    let mut archive = tar::Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut header = tar::Header::new_gnu();
        header.as_gnu_mut().unwrap().name[..name.len()].copy_from_slice(name);
        header.set_size(bytes.len() as u64);
        header.set_cksum();
        archive.append(&header, *bytes).unwrap();
    }
    archive.into_inner().unwrap()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

/// The texts of documents with the words of their annotations.
fn found<'a>(opened: &'a Opened) -> Vec<(&'a str, Vec<&'a str>)> {
    let document = |one: &'a Document| {
        let text = one.project.source.text();
        let annotations = one.project.store.annotations().iter();
        (text, annotations.map(|one| &text[one.span.range()]).collect())
    };
    opened.documents.iter().map(document).collect()
}

const COLLECTION: [(&[u8], &[u8]); 6] = [
    (
        b"speeches/annotation.conf",
        "# unit = actor 主体\n[entities]\nunit\n".as_bytes(),
    ),
    (b"speeches/tools.conf", b"[options]\n"),
    (b"speeches/1.txt", "由水利局牵头。".as_bytes()),
    (b"speeches/1.ann", "T1\tunit 1 4\t水利局\n".as_bytes()),
    (b"speeches/more/2.txt", "由农业局牵头。".as_bytes()),
    (b"speeches/more/2.ann", "T1\tunit 1 4\t农业局\n".as_bytes()),
];

#[test]
fn only_files_that_are_hidden_are_passed_over() {
    let names = [
        "./甲.txt",
        "../乙.txt",
        "/丙.txt",
        ".丁.txt",
        ".git/戊.txt",
        "__MACOSX/._甲.txt",
    ];
    let files = names.map(|name| (name, name.as_bytes()));
    let opened = open("讲话.zip", &pack(&files).unwrap(), None);
    assert_eq!(opened.problems, []);
    let texts: Vec<&str> = found(&opened).into_iter().map(|(text, _)| text).collect();
    assert_eq!(texts, ["../乙.txt", "./甲.txt", "/丙.txt"]);
}

#[test]
fn collections_of_brat_open_as_they_are_downloaded() {
    let tape = tape(&COLLECTION);
    for (name, bytes) in [
        ("speeches.tar", tape.clone()),
        ("speeches.tar.gz", gzip(&tape)),
        ("speeches.tgz", gzip(&tape)),
        ("speeches", gzip(&tape)),
    ] {
        let opened = open(name, &bytes, None);
        assert_eq!(opened.problems, [], "{name}");
        assert_eq!(
            found(&opened),
            [("由水利局牵头。", vec!["水利局"]), ("由农业局牵头。", vec!["农业局"])],
            "{name}"
        );
        let labels = opened.documents.iter().flat_map(|one| one.project.store.annotations());
        assert!(labels.clone().count() == 2 && labels.into_iter().all(|one| &*one.label == "actor"));
    }
}

#[test]
fn a_broken_text_of_a_collection_does_not_stop_the_others() {
    let mut files = COLLECTION.to_vec();
    files[3].1 = "T1\tunit 1 4\t水务局\n".as_bytes();
    files.push((b"speeches/alone.ann", b"T1\tunit 1 4\tx\n"));
    files.push((b"speeches/plain.txt", "尚无标注。".as_bytes()));
    let opened = open("speeches.tar.gz", &gzip(&tape(&files)), None);
    assert_eq!(
        found(&opened),
        [
            ("由水利局牵头。", vec![]),
            ("由农业局牵头。", vec!["农业局"]),
            ("尚无标注。", vec![])
        ]
    );
    let told: Vec<&str> = opened.problems.iter().map(|(name, _)| &**name).collect();
    assert_eq!(
        told,
        [
            "speeches.tar.gz › speeches/1.txt",
            "speeches.tar.gz › speeches/alone.ann"
        ]
    );
    assert!(matches!(opened.problems[0].1, Problem::Damaged(_)));
    assert_eq!(opened.problems[1].1, Problem::NoText);
}

#[test]
fn names_of_chinese_windows_and_long_names_are_read() {
    let (name, ..) = encoding_rs::GBK.encode("坏/讲话.docx");
    let tape = tape(&[(&name, b"PK\x03\x04broken"), (b"./a.txt", "讲话。".as_bytes())]);
    let opened = open("一.tar", &tape, None);
    assert_eq!(found(&opened), [("讲话。", vec![])]);
    assert_eq!(opened.problems[0].0, "一.tar › 坏/讲话.docx");

    let long = format!("{}.txt", "长".repeat(80));
    let mut archive = tar::Builder::new(Vec::new());
    let mut header = tar::Header::new_gnu();
    header.set_size(3);
    archive.append_data(&mut header, &long, "   ".as_bytes()).unwrap();
    let opened = open("长.tar", &archive.into_inner().unwrap(), None);
    assert_eq!(opened.problems, [(format!("长.tar › {long}"), Problem::Empty)]);
}

#[test]
fn what_gzip_packed_opens_as_what_it_packed() {
    let opened = open("讲话.md.gz", &gzip("# 讲话\n\n要**修渠**。".as_bytes()), None);
    assert_eq!(opened.documents[0].project.source.text().trim(), "讲话\n要修渠。");
    assert_eq!(
        open("一.gz", &gzip(&gzip(b"a")), None).problems,
        [("一.gz".to_owned(), Problem::TooDeep)]
    );
    let inner = pack(&[("a.txt", "要修渠。".as_bytes())]).unwrap();
    let nested = |inner: &[u8]| gzip(&tape(&[(b"inner.tar.gz", inner)]));
    assert_eq!(open("深.tgz", &nested(&inner), None).problems, []);
    assert_eq!(
        open("深.tgz", &nested(&nested(&inner)), None).problems[0].1,
        Problem::TooDeep
    );
}

#[test]
fn no_tape_holds_or_unpacks_to_too_much() {
    let problem = |name: &str, bytes: &[u8]| open(name, bytes, None).problems.pop().unwrap().1;
    let zeros = vec![b' '; 8 * 1024 * 1024];
    assert_eq!(
        problem("弹.tar.gz", &gzip(&tape(&[(b"a.txt", &zeros)]))),
        Problem::TooMuch
    );
    assert_eq!(problem("弹.txt.gz", &gzip(&zeros)), Problem::TooMuch);
    // Not packed it is as large as it is.
    assert_eq!(problem("弹.tar", &tape(&[(b"a.txt", &zeros)])), Problem::Empty);

    let names: Vec<Vec<u8>> = (0..2_001).map(|number| format!("{number}.txt").into_bytes()).collect();
    let files: Vec<(&[u8], &[u8])> = names.iter().map(|name| (&**name, b"a".as_slice())).collect();
    assert_eq!(problem("多.tar", &tape(&files)), Problem::TooMuch);
    assert_eq!(open("多.tar", &tape(&files[1..]), None).documents.len(), 2_000);

    // Each archive of an archive spends what they all may unpack to.
    let noise: Vec<u8> = (0..25 * 1024 * 1024_u32)
        .flat_map(|n| (n.wrapping_mul(2_654_435_761) >> 29).to_string().into_bytes())
        .collect();
    let packed = gzip(&noise);
    let opened = open(
        "多.tar",
        &tape(&[(b"a.csv.gz", &packed), (b"b.csv.gz", &packed), (b"c.csv.gz", &packed)]),
        None,
    );
    assert_eq!(
        opened.problems.last().unwrap(),
        &("多.tar › c.csv.gz".to_owned(), Problem::TooMuch)
    );
}

#[test]
fn what_is_broken_is_said() {
    let whole = gzip(&tape(&COLLECTION));
    for end in [3, 9, 11, whole.len() / 2, whole.len() - 9] {
        let opened = open("坏.tar.gz", &whole[..end], None);
        assert_eq!(opened.documents.len(), 0);
        assert_eq!(opened.problems.len(), 1, "{end}");
    }
    // An archive that ends inside a file, and one that says that it holds more than there is.
    let mut tape = tape(&COLLECTION);
    assert!(matches!(
        &*open("坏.tar", &tape[..600], None).problems,
        [(_, Problem::Damaged(_))]
    ));
    tape[124..135].copy_from_slice(b"77777777777");
    let header = tar::Header::from_byte_slice(tape.first_chunk::<512>().unwrap());
    let mut header = header.clone();
    header.set_cksum();
    tape[..512].copy_from_slice(header.as_bytes());
    assert!(matches!(
        &*open("坏.tar", &tape, None).problems,
        [(_, Problem::Damaged(_))]
    ));
    let annotations = [COLLECTION[0], (b"1.ann".as_slice(), b"".as_slice())];
    assert_eq!(
        open("一.tar", &self::tape(&annotations), None).problems[0].1,
        Problem::NoText
    );
    let empty = tar::Builder::new(Vec::new()).into_inner().unwrap();
    assert!(!open("空.tar", &empty, None).problems.is_empty());
}
