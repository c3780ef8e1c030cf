//! Any file under any name, alone, in an archive, or as the inside of a Word document or of a PDF: opening it
//! gives documents or reasons, and the documents come back from the project's own JSON as they were.

#![no_main]

use std::io::{Cursor, Write};

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
    let file = match usize::from(choice) / NAMES.len() % 6 {
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
