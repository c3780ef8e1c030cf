//! PDFs made here object by object.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::*;

/// Where the letters of these files are in their font: a code for each, from 1.
const LETTERS: &str = "关于修渠的讲话一、由⽔利局牵头。第页二三四五六七八九十12";

fn read(bytes: &[u8]) -> Result<String, Problem> {
    text(bytes, &mut Budget::new())
}

/// The codes of a text as a string of a page.
fn codes(text: &str) -> String {
    let code = |char| {
        LETTERS
            .chars()
            .position(|letter| letter == char)
            .expect("a letter of the font")
            + 1
    };
    let codes: String = text.chars().map(|char| format!("{:04x}", code(char))).collect();
    format!("<{codes}>")
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn stream(settings: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<< {settings} /Length {} >>\nstream\n", content.len());
    [head.as_bytes(), content, b"\nendstream"].concat()
}

/// A file of objects by number.
fn file(objects: &[(u32, Vec<u8>)], trailer: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    for (number, object) in objects {
        out.extend(format!("{number} 0 obj\n").bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    out.extend(format!("trailer\n{trailer}\n%%EOF").bytes());
    out
}

/// A root, a page with a content, its font and what else there is.
fn paper(content: &str, more: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let map: String = LETTERS
        .chars()
        .enumerate()
        .map(|(place, char)| format!("<{:04x}> <{:04x}>\n", place + 1, u32::from(char)))
        .collect();
    let map = format!("1 begincodespacerange <0000> <ffff> endcodespacerange\n1 beginbfchar\n{map}endbfchar");
    let mut objects: Vec<(u32, Vec<u8>)> = vec![
        (1, b"<< /Type /Catalog /Pages 2 0 R >>".to_vec()),
        (
            2,
            b"<< /Type /Pages /Kids [3 0 R] /Resources << /Font << /F 5 0 R >> /XObject << /D 8 0 R >> >> >>".to_vec(),
        ),
        (3, b"<< /Type /Page /Parent 2 0 R /Contents [4 0 R] >>".to_vec()),
        (4, stream("/Filter /FlateDecode", &deflated(content.as_bytes()))),
        (
            5,
            b"<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>"
                .to_vec(),
        ),
        (
            6,
            b"<< /Type /Font /Subtype /CIDFontType2 /DW 1000 /W [27 [500 500]] >>".to_vec(),
        ),
        (7, stream("/Filter /FlateDecode", &deflated(map.as_bytes()))),
    ];
    objects.extend_from_slice(more);
    file(&objects, "<< /Root 1 0 R >>")
}

/// A line of a page at a place.
fn line(x: f32, y: f32, text: &str) -> String {
    format!("BT /F 16 Tf {x} {y} Td {} Tj ET\n", codes(text))
}

#[test]
fn a_page_is_read_as_on_paper() {
    let content = [
        line(200.0, 800.0, "关于修渠的讲话"),
        // What is drawn first may stand last.
        line(80.0, 700.0, "的讲话。"),
        line(112.0, 760.0, "一、由水利局牵头".replace('水', "⽔").as_str()),
        format!(
            "BT /F 16 Tf 80 730 Td [{} 20 {}] TJ 0 -15 Td ET\n",
            codes("修"),
            codes("渠")
        ),
        format!(
            "/Artifact << /Type /Pagination >> BDC {} EMC\n",
            line(200.0, 20.0, "第一页")
        ),
        format!(
            "/Span << /ActualText <FEFF6E20> >> BDC {} EMC\n",
            line(80.0, 670.0, "十")
        ),
        line(80.0, 640.0, "局"),
        line(160.0, 640.0, "12"),
    ]
    .concat();
    assert_eq!(
        read(&paper(&content, &[])).unwrap(),
        "　　关于修渠的讲话\n　　一、由水利局牵头\n修渠\n的讲话。\n渠\n局\t12\n"
    );
}

#[test]
fn drawings_within_a_page_are_read() {
    let drawing = stream(
        "/Subtype /Form /Matrix [1 0 0 1 0 -100]",
        line(80.0, 700.0, "修渠").as_bytes(),
    );
    let content = format!(
        "q 1 0 0 1 0 50 cm /D Do Q {}BI /W 1 ID EI) EI {}",
        line(80.0, 640.0, "二"),
        line(80.0, 620.0, "三")
    );
    assert_eq!(read(&paper(&content, &[(8, drawing)])).unwrap(), "修渠\n二\n三\n");
}

#[test]
fn objects_are_found_in_streams_and_later_ones_hold() {
    let page = "BT /F 16 Tf 80 700 Td (The new text) Tj ET";
    let packed = b"1 0 2 34 5 90 << /Type /Catalog /Pages 2 0 R >> << /Type /Pages /Kids [3 0 R]/Resources << /Font << /F 5 0 R >>>>>>  ";
    let mut packed = packed.to_vec();
    let places = [13_usize, 47, packed.len()];
    packed.extend(b"<< /Type /Font /Subtype /TrueType /Encoding /WinAnsiEncoding >>");
    let head = format!("1 0 2 {} 5 {} ", places[1] - 13, places[2] - 13);
    packed.splice(0..13, head.bytes());
    packed.resize(packed.len().next_multiple_of(4), b' ');
    let rows: Vec<u8> = packed.chunks(4).flat_map(|row| [&[0], row].concat()).collect();
    let objects = [
        (3, b"<< /Type /Page /Contents 9 0 R >>".to_vec()),
        (3, b"<< /Type /Page /Contents 4 0 R >>".to_vec()),
        (
            4,
            stream(
                "/Filter [/AHx /Fl]",
                [hex(&deflated(page.as_bytes())), b">".to_vec()].concat().as_slice(),
            ),
        ),
        (
            8,
            stream(
                &format!(
                    "/Type /ObjStm /N 3 /First {} /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>",
                    head.len()
                ),
                &deflated(&rows),
            ),
        ),
    ];
    assert_eq!(read(&file(&objects, "<< /Root 1 0 R >>")).unwrap(), "The new text\n");
}

/// A stream of objects: a catalogue and the pages.
fn packed_objects(settings: &str, pack: impl Fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let (one, two) = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Kids [3 0 R] /Resources << /Font << /F 5 0 R >> >> >>",
    );
    let head = format!("1 0 2 {} ", one.len() + 1);
    let content = format!("{head}{one} {two}");
    stream(
        &format!("/Type /ObjStm /N 2 /First {} {settings}", head.len()),
        &pack(content.as_bytes()),
    )
}

/// A page with a line of text, and the objects that stand in front of it.
fn with_packed(objects: Vec<u8>, more: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let mut all = vec![
        (9, objects),
        (3, b"<< /Type /Page /Contents 4 0 R >>".to_vec()),
        (4, stream("", b"BT /F 16 Tf 80 700 Td (Text) Tj ET")),
        (
            5,
            b"<< /Type /Font /Subtype /TrueType /Encoding /WinAnsiEncoding >>".to_vec(),
        ),
    ];
    all.extend_from_slice(more);
    file(&all, "<< /Root 1 0 R >>")
}

#[test]
fn packed_objects_stand_in_the_open() {
    let plain = with_packed(packed_objects("/Filter /FlateDecode", deflated), &[]);
    assert_eq!(read(&plain).unwrap(), "Text\n");
    // The same with the letters of the type as numbers.
    let spelled = packed_objects("/Filter /FlateDecode", deflated);
    let spelled = [b"<< /Type /Obj#53tm".as_slice(), &spelled[b"<< /Type /ObjStm".len()..]].concat();
    assert_eq!(read(&with_packed(spelled, &[])).unwrap(), "Text\n");
    // Later ones hold, whether packed or not.
    let empty = (2, b"<< /Kids [] >>".to_vec());
    assert!(matches!(
        read(&with_packed(
            packed_objects("", <[u8]>::to_vec),
            std::slice::from_ref(&empty)
        )),
        Err(Problem::Damaged(_))
    ));
    let later = (9, packed_objects("", <[u8]>::to_vec));
    assert_eq!(read(&with_packed(b"null".to_vec(), &[empty, later])).unwrap(), "Text\n");
}

#[test]
fn the_parser_finds_nothing_to_unpack() {
    let twice = |content: &[u8]| deflated(&deflated(content));
    for settings in [
        "/Filter [/FlateDecode /FlateDecode]",
        "/Filter 6 0 R",
        "/F 6 0 R",
        "/Filter [/Fl#61teDecode /Fl]",
    ] {
        let objects = packed_objects(settings, twice);
        let bytes = with_packed(objects, &[(6, b"[/FlateDecode /FlateDecode]".to_vec())]);
        let bytes = [bytes.as_slice(), b"\nstartxref\n9\n%%EOF"].concat();
        assert!(matches!(read(&bytes), Err(Problem::Damaged(_))), "{settings}");
        let flat = flat::flat(&bytes, &mut Budget::new()).unwrap();
        let holds = |word: &[u8]| flat.windows(word.len()).any(|part| part == word);
        assert!(!holds(b"ObjStm") && !holds(b"startxref"), "{settings}");
    }
    let zeros = |_: &[u8]| deflated(&vec![b' '; 80 * 1024 * 1024]);
    let bomb = packed_objects("/Filter /FlateDecode", zeros);
    assert_eq!(read(&with_packed(bomb.clone(), &[])), Err(Problem::TooMuch));
    // What only looks like one costs, too.
    let heads = b"1 0 obj << /Type /ObjStm >> stream\n".repeat(40_000);
    let heads = [b"%PDF-1.7\n".as_slice(), &heads, b"endstream"].concat();
    assert_eq!(read(&heads), Err(Problem::TooMuch));
}

#[test]
fn objects_that_overlap_are_left_out() {
    let head = "1 0 2 0 3 0 ";
    let objects = stream(
        &format!("/Type /ObjStm /N 3 /First {}", head.len()),
        format!("{head}<< >>").as_bytes(),
    );
    let flat = flat::flat(&file(&[(9, objects)], ""), &mut Budget::new()).unwrap();
    assert_eq!(
        flat.windows(6).filter(|word| *word == b" 0 obj").count(),
        2,
        "the last, and the stream"
    );
}

fn hex(bytes: &[u8]) -> Vec<u8> {
    bytes
        .iter()
        .flat_map(|byte| format!("{byte:02x}").into_bytes())
        .collect()
}

#[test]
fn what_cannot_be_read_says_why() {
    let picture = stream("/Subtype /Image /Filter /DCTDecode", b"\xff\xd8");
    assert_eq!(read(&paper("q /D Do Q", &[(8, picture)])), Err(Problem::NoLetters));
    // Glyphs without a map: their numbers mean nothing.
    let mapless = String::from_utf8_lossy(&paper(&line(0.0, 0.0, "修渠"), &[])).replace("/ToUnicode", "/Other");
    assert!(read(mapless.as_bytes()).is_err());
    let locked = file(
        &[(1, b"<< /Type /Catalog >>".to_vec())],
        "<< /Root 1 0 R /Encrypt << /V 4 >> >>",
    );
    assert_eq!(read(&locked), Err(Problem::ProtectedPdf));
    assert!(matches!(read(b"%PDF-1.7"), Err(Problem::Damaged(_))));
    let zeros = deflated(&vec![b' '; 80 * 1024 * 1024]);
    assert!(zeros.len() < 100_000);
    assert_eq!(
        read(&paper("", &[(4, stream("/Filter /FlateDecode", &zeros))])),
        Err(Problem::TooMuch)
    );
}

#[test]
fn circles_end() {
    // Drawings of fifty drawings each, seven deep.
    let deep: Vec<(u32, Vec<u8>)> = (8..15)
        .map(|number| {
            let next = format!("/Subtype /Form /Resources << /XObject << /D {} 0 R >> >>", number + 1);
            (number, stream(&next, "/D Do ".repeat(50).as_bytes()))
        })
        .collect();
    assert_eq!(read(&paper("/D Do", &deep)), Err(Problem::TooMuch));
    let own = stream(
        "/Subtype /Form /Resources << /XObject << /D 8 0 R >> >>",
        b"/D Do /D Do",
    );
    assert_eq!(read(&paper("/D Do", &[(8, own)])), Err(Problem::NoLetters));
    let pages = file(
        &[
            (1, b"<< /Type /Catalog /Pages 2 0 R >>".to_vec()),
            (2, b"<< /Kids [2 0 R 2 0 R 4 0 R] >>".to_vec()),
            (4, b"4 0 R".to_vec()),
        ],
        "<< /Root 1 0 R >>",
    );
    assert!(matches!(read(&pages), Err(Problem::Damaged(_))));
    assert_eq!(read(&paper(&"q ".repeat(100_000), &[])), Err(Problem::NoLetters));
    assert_eq!(read(&paper(&"/P BMC ".repeat(100_000), &[])), Err(Problem::NoLetters));
}
