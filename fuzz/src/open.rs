//! Any file under any name, alone, packed, in an archive, as the headers of one, or as the inside of a Word
//! document or of a PDF: opening it gives documents or reasons, and the documents come back from the project's
//! own JSON as they were.

#![no_main]

use std::io::{Cursor, Write};
use std::ops::Range;

use flate2::Compression;
use flate2::write::GzEncoder;
use juyao::export::json;
use juyao::open::open;
use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;

const NAMES: [&str; 8] = [
    "讲话.txt",
    "讲话.docx",
    "讲话.html",
    "讲话.md",
    "讲话.pdf",
    "讲话.zip",
    "讲话.ann",
    "讲话.conll",
];

fuzz_target!(|input: (u8, &[u8])| {
    let (choice, bytes) = input;
    let name = NAMES[usize::from(choice) % NAMES.len()];
    let file = match usize::from(choice) / NAMES.len() % 8 {
        0 => bytes.to_vec(),
        1 => archive(&[
            (name, bytes),
            ("annotation.conf", bytes),
            ("讲话.ann", bytes),
            ("讲话.txt", b"text"),
        ]),
        // What a PDF writes on a page, its map from codes to letters, and all of its objects.
        2 => pdf(b"", bytes, b"1 beginbfrange <00> <ff> <4e00> endbfrange"),
        3 => pdf(b"", b"BT /F 9 Tf <000102> Tj ET", bytes),
        4 => pdf(bytes, b"BT /F 9 Tf <000102> Tj ET", b""),
        5 => tape(name, bytes),
        6 if choice & 0x80 == 0 => gzip(bytes),
        6 => gzip(&tape(name, bytes)),
        _ => archive(&[
            ("word/document.xml", bytes),
            ("word/styles.xml", bytes),
            ("word/numbering.xml", bytes),
            ("word/footnotes.xml", bytes),
        ]),
    };
    for document in open(name, &file, None).documents {
        let project = document.project;
        assert_eq!(json::decode(&json::encode(&project)).as_ref(), Ok(&project));
    }
});

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        // Writing into memory fails only beyond the sizes that occur here.
        let _ = writer.start_file(*name, SimpleFileOptions::default());
        let _ = writer.write_all(bytes);
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// An archive of tar's, each header with the sum that it needs: of 128 bytes the first 40 are the size of a
/// file, its kind, the dialect and where it has holes, and the others stand in the block behind that.
fn tape(name: &str, bytes: &[u8]) -> Vec<u8> {
    const FIELDS: [Range<usize>; 4] = [124..136, 156..157, 257..265, 386..405];
    const SUM: Range<usize> = 148..156;
    let mut tape = Vec::new();
    for piece in bytes.chunks(128) {
        let (fields, content) = piece.split_at(piece.len().min(40));
        let (mut header, mut block) = ([0; 512], [0; 512]);
        header[..name.len()].copy_from_slice(name.as_bytes());
        for (place, byte) in FIELDS.into_iter().flatten().zip(fields) {
            header[place] = *byte;
        }
        header[SUM].fill(b' ');
        let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
        header[SUM].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
        block[..content.len()].copy_from_slice(content);
        tape.extend(header);
        tape.extend(block);
    }
    tape.extend([0; 1024]);
    tape
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::fast());
    let _ = writer.write_all(bytes);
    writer.finish().unwrap_or_default()
}

/// A PDF of one page; other objects stand in front of its own.
fn pdf(objects: &[u8], content: &[u8], map: &[u8]) -> Vec<u8> {
    let stream = |bytes: &[u8]| [b"<< >>\nstream\n", bytes, b"\nendstream"].concat();
    let own: [&[u8]; 5] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Kids [3 0 R] /Resources << /Font << /F 4 0 R >> /XObject << /D 5 0 R >> >> >>",
        b"<< /Type /Page /Contents 5 0 R >>",
        b"<< /Type /Font /Subtype /TrueType /ToUnicode 6 0 R >>",
        &stream(content),
    ];
    let mut file = [b"%PDF-1.7\n", objects].concat();
    for (number, object) in own.into_iter().chain([stream(map).as_slice()]).enumerate() {
        file.extend(format!("\n{} 0 obj\n", number + 1).bytes());
        file.extend_from_slice(object);
        file.extend_from_slice(b"\nendobj");
    }
    file.extend_from_slice(b"\ntrailer\n<< /Root 1 0 R >>\n%%EOF");
    file
}
