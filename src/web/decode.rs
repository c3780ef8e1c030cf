//! Text files in any of the encodings that Chinese offices use. Pure.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// Why a file is not a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotText {
    /// It is of a kind that is not text: a picture, an archive, an office document.
    #[error("a binary file")]
    Binary,
    /// It reads as text in no encoding.
    #[error("an unknown encoding")]
    Encoding,
}

/// The text of a file: by its mark, then as UTF-8, then by what its bytes look like.
///
/// The mark itself is not part of the text, since only the file needs it.
pub fn decode(bytes: &[u8]) -> Result<String, NotText> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return read(encoding, &bytes[mark..]);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return if is_text(text) {
            Ok(text.to_owned())
        } else {
            Err(NotText::Binary)
        };
    }
    if let Some(encoding) = wide(bytes) {
        return read(encoding, bytes);
    }
    if bytes.iter().take(4096).any(|&byte| byte == 0) {
        return Err(NotText::Binary);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(Some(b"cn"), Utf8Detection::Allow);
    let candidates = [guess, GB18030, BIG5, UTF_8];
    let texts = candidates.into_iter().filter_map(|encoding| read(encoding, bytes).ok());
    texts.min_by_key(|text| oddness(text)).ok_or(NotText::Encoding)
}

/// How many characters do not belong into a Chinese text. Big5 read as GB18030 is full of private
/// characters and kana, and the other way round.
fn oddness(text: &str) -> usize {
    let is_odd = |char: &char| matches!(char, '\u{e000}'..='\u{f8ff}' | '\u{3040}'..='\u{312f}' | '\u{ff61}'..='\u{ff9f}' | '\u{370}'..='\u{58f}' | '\u{fffd}');
    text.chars().filter(is_odd).count()
}

/// Reads strictly, but for one damaged character in a thousand: a cut file is still worth reading.
fn read(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, NotText> {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let damaged = text.chars().filter(|&char| char == char::REPLACEMENT_CHARACTER).count();
    match () {
        () if damaged * 1000 > text.chars().count() => Err(NotText::Encoding),
        () if !is_text(&text) => Err(NotText::Binary),
        () => Ok(text.into_owned()),
    }
}

/// UTF-16 without a mark: there are zero bytes in it, and one of the two orders reads as Chinese.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    if !bytes.len().is_multiple_of(2) || !sample.contains(&0) {
        return None;
    }
    let is_usual = |char: &char| {
        matches!(char, '\u{20}'..='\u{7e}' | '\n' | '\r' | '\t' | '\u{2010}'..='\u{2027}')
            || matches!(char, '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
    };
    [UTF_16LE, UTF_16BE].into_iter().find(|encoding| {
        let (text, _) = encoding.decode_without_bom_handling(sample);
        text.chars().filter(is_usual).count() * 10 >= text.chars().count() * 9
    })
}

/// Texts have line ends and tabs, and hardly any other control characters.
fn is_text(text: &str) -> bool {
    let control = text
        .chars()
        .filter(|char| char.is_control() && !"\n\r\t\u{c}\u{1a}".contains(*char))
        .count();
    control * 50 <= text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "在全市水利工作会议上的讲话\r\n同志们：\r\n一、要把渠道修好，2024年底前完成。\r\n";

    fn encoded(encoding: &'static Encoding, text: &str) -> Vec<u8> {
        encoding.encode(text).0.into_owned()
    }

    fn wide_bytes(text: &str, to: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to).collect()
    }

    #[test]
    fn common_encodings_are_recognised() {
        assert_eq!(decode(TEXT.as_bytes()), Ok(TEXT.to_owned()));
        assert_eq!(decode(&encoded(GB18030, TEXT)), Ok(TEXT.to_owned()));
        let traditional = "在全市水利工作會議上的講話\n同志們：要把渠道修好，年底前完成清淤，責任到人。\n";
        assert_eq!(decode(&encoded(BIG5, traditional)), Ok(traditional.to_owned()));
        let marked = [b"\xef\xbb\xbf", TEXT.as_bytes()].concat();
        assert_eq!(decode(&marked), Ok(TEXT.to_owned()));
        for (mark, to) in [
            ([0xff, 0xfe], u16::to_le_bytes as fn(u16) -> [u8; 2]),
            ([0xfe, 0xff], u16::to_be_bytes),
        ] {
            assert_eq!(decode(&wide_bytes(TEXT, to)), Ok(TEXT.to_owned()));
            assert_eq!(
                decode(&[&mark[..], &wide_bytes(TEXT, to)].concat()),
                Ok(TEXT.to_owned())
            );
        }
    }

    #[test]
    fn a_cut_file_is_still_read() {
        let mut bytes = encoded(GB18030, &TEXT.repeat(50));
        bytes.truncate(bytes.len() - 3);
        assert!(decode(&bytes).is_ok_and(|text| text.starts_with("在全市水利工作会议上的讲话")));
    }

    #[test]
    fn files_that_are_no_text_are_refused() {
        let picture = [
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(),
            (0..=255).cycle().take(4000).collect(),
        ]
        .concat();
        assert!(decode(&picture).is_err());
        let archive = [
            b"PK\x03\x04\x14\0\x06\0\x08\0".to_vec(),
            (0..=255).rev().cycle().take(4000).collect(),
        ]
        .concat();
        assert!(decode(&archive).is_err());
        assert_eq!(decode(b"\x01\x02\x03\x04\x05\x06\x07\x08"), Err(NotText::Binary));
        assert_eq!(decode(b""), Ok(String::new()));
    }
}
