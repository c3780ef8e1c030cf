//! Any file under any name, alone, in an archive, or as the inside of a Word document: opening it
//! gives documents or reasons, and the documents come back from the project's own JSON as they were.

#![no_main]

use std::io::{Cursor, Write};

use juyao::export::json;
use juyao::open::open;
use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;

const NAMES: [&str; 8] = [
    "讲话.txt", "讲话.docx", "讲话.html", "讲话.md", "讲话.pdf", "讲话.zip", "讲话.ann", "讲话.conll",
];

fuzz_target!(|input: (u8, &[u8])| {
    let (choice, bytes) = input;
    let name = NAMES[usize::from(choice) % NAMES.len()];
    let file = match usize::from(choice) / NAMES.len() % 3 {
        0 => bytes.to_vec(),
        1 => archive(&[(name, bytes), ("annotation.conf", bytes), ("讲话.ann", bytes), ("讲话.txt", b"text")]),
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
