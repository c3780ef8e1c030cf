//! Cells of tables that spreadsheet programs open.

use crate::export::EncodeError;

/// The text of a cell, made harmless: a spreadsheet program would run one that opens with `=`, `+`,
/// `-`, `@` (also full-width) or a control character as a formula, so an apostrophe goes before it.
pub(super) fn harmless(text: &str) -> String {
    let first = text
        .trim_start_matches([' ', '\u{3000}', '\u{a0}', '\u{feff}'])
        .chars()
        .next();
    match first {
        Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r' | '\n') => format!("'{text}"),
        _ => text.to_owned(),
    }
}

/// A table as separated values with a byte order mark, without which Excel takes UTF-8 for GBK.
/// Every cell is made harmless.
pub(super) fn separated(separator: u8, rows: Vec<Vec<String>>) -> Result<Vec<u8>, EncodeError> {
    let limit = |error: &dyn std::fmt::Display| EncodeError::Limit(error.to_string());
    let mut writer = csv::WriterBuilder::new()
        .delimiter(separator)
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    for row in rows {
        writer
            .write_record(row.iter().map(|cell| harmless(cell)))
            .map_err(|error| limit(&error))?;
    }
    writer.into_inner().map_err(|error| limit(&error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_do_not_run() {
        for formula in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "＝1",
            "\t=1",
            "\u{3000}=cmd|' /C calc'!A0",
        ] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
        for plain in ["", "1=1", "市工信局", "“=”"] {
            assert_eq!(harmless(plain), plain);
        }
    }
}
