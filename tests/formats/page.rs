//! FORMATS.md says what the program does.

use std::path::Path;

use juyao::export::{Format, OffsetUnit};

/// `UPDATE=1 cargo test --test formats formats_page` writes it anew.
#[test]
fn the_formats_page_says_what_the_program_does() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("FORMATS.md");
    let known = std::fs::read_to_string(&path).unwrap();
    let (opening, _) = known.split_once("| id |").unwrap();
    let mut page = format!("{opening}| id | files | opens again | offsets | leaves out |\n|---|---|---|---|---|\n");
    for format in Format::ALL {
        let about = format.about();
        let offsets = match about.offsets {
            Some(OffsetUnit::CodePoint) => "code points",
            Some(OffsetUnit::Utf16) => "UTF-16 units",
            None => "none",
        };
        let losses: Vec<&str> = about.losses.iter().map(|loss| loss.en()).collect();
        page.push_str(&format!(
            "| `{}` | {}, .{} | {} | {offsets} | {} |\n",
            about.id,
            about.en,
            about.extension,
            if about.readable { "yes" } else { "no" },
            if losses.is_empty() {
                "nothing".to_owned()
            } else {
                losses.join(", ")
            },
        ));
    }
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &page).unwrap();
        return;
    }
    assert_eq!(known, page, "FORMATS.md is out of date: run this test with UPDATE=1");
}
