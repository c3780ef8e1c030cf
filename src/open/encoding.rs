//! Text files in any of the encodings that Chinese offices use.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GB18030, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{Problem, Reading};

/// Code points of a sample.
const SAMPLE: usize = 60;

/// A reading is certain from this share of usual characters, in percent…
const CERTAIN: usize = 85;

/// …and with this lead over the next reading that differs.
const LEAD: usize = 8;

/// The text of a file: by its mark, then as UTF-8, then by what its bytes look like.
///
/// The mark itself is not part of the text, since only the file needs it.
pub(super) fn decode(bytes: &[u8]) -> Result<String, Problem> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return read(encoding, &bytes[mark..]);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return if is_text(text) {
            Ok(text.to_owned())
        } else {
            Err(Problem::Binary)
        };
    }
    if let Some(text) = nearly_utf8(bytes) {
        return Ok(text);
    }
    if let Some(encoding) = wide(bytes) {
        return read(encoding, bytes);
    }
    if bytes.iter().take(4096).any(|&byte| byte == 0) {
        return Err(Problem::Binary);
    }
    likeliest(bytes)
}

/// A text in UTF-8 with a damaged character here and there: in no other encoding do so many read as whole ones.
fn nearly_utf8(bytes: &[u8]) -> Option<String> {
    let text = read(UTF_8, bytes).ok()?;
    let others = text.chars().filter(|char| !char.is_ascii());
    let (damaged, whole): (Vec<char>, Vec<char>) = others.partition(|&char| char == char::REPLACEMENT_CHARACTER);
    (whole.len() > 4 * damaged.len()).then_some(text)
}

/// The text of a file in an encoding that was chosen.
pub(super) fn decode_as(bytes: &[u8], label: &str) -> Result<String, Problem> {
    let encoding = Encoding::for_label(label.as_bytes())
        .ok_or_else(|| Problem::Damaged(format!("no encoding is called {label}")))?;
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    if is_text(&text) {
        Ok(text.into_owned())
    } else {
        Err(Problem::Binary)
    }
}

/// The reading in legacy encodings that is clearly the best, or all of them.
fn likeliest(bytes: &[u8]) -> Result<String, Problem> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(Some(b"cn"), Utf8Detection::Allow);
    let mut candidates = vec![GB18030, BIG5, UTF_8, guess, SHIFT_JIS, EUC_JP, EUC_KR, WINDOWS_1252];
    let mut seen = Vec::new();
    candidates.retain(|encoding| {
        !seen.contains(encoding) && {
            seen.push(*encoding);
            true
        }
    });
    let mut readings: Vec<(usize, &'static Encoding, String)> = candidates
        .into_iter()
        .filter_map(|encoding| Some((encoding, read(encoding, bytes).ok()?)))
        .map(|(encoding, text)| (usual(&text, encoding), encoding, text))
        .collect();
    readings.sort_by_key(|(usual, ..)| std::cmp::Reverse(*usual));
    let mut known: Vec<String> = Vec::new();
    readings.retain(|(_, _, text)| {
        !known.contains(text) && {
            known.push(text.clone());
            true
        }
    });
    let next = readings.get(1).map_or(0, |(usual, ..)| *usual);
    match readings.first() {
        None => Err(Problem::Binary),
        Some((usual, _, text)) if *usual >= CERTAIN && *usual >= next + LEAD => Ok(text.clone()),
        Some(_) => Err(Problem::Encoding(
            readings
                .iter()
                .map(|(_, encoding, text)| reading(encoding, text))
                .collect(),
        )),
    }
}

fn reading(encoding: &'static Encoding, text: &str) -> Reading {
    let name = if encoding == GB18030 { "GBK" } else { encoding.name() };
    Reading {
        encoding: name.to_owned(),
        sample: text.chars().filter(|char| !char.is_control()).take(SAMPLE).collect(),
    }
}

/// The share of characters that a Chinese text usually has, in percent. In both legacy Chinese
/// encodings the everyday characters have the lower lead bytes: text read in the wrong one is full
/// of rare characters.
fn usual(text: &str, encoding: &'static Encoding) -> usize {
    let by_level = if encoding == BIG5 {
        (BIG5, 0xa4..=0xc6)
    } else {
        (GB18030, 0xb0..=0xd7)
    };
    let is_usual = |char: char| match char {
        '\n' | '\r' | '\t' | ' '..='~' => true,
        '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{301f}' | '\u{ff00}'..='\u{ff5e}' | '×' | '℃' | '①'..='⑳' => {
            true
        }
        '\u{4e00}'..='\u{9fff}' => {
            let mut buffer = [0; 4];
            let (bytes, _, failed) = by_level.0.encode(char.encode_utf8(&mut buffer));
            !failed && by_level.1.contains(&bytes[0])
        }
        _ => false,
    };
    // Letters and digits say nothing: every encoding here reads them alike.
    let (mut good, mut all) = (0, 0);
    for char in text.chars().filter(|char| !char.is_ascii()).take(20_000) {
        all += 1;
        good += usize::from(is_usual(char));
    }
    (good * 100).checked_div(all).unwrap_or(100)
}

/// Reads strictly, but for a character that is cut off at the end, and one damaged in a thousand: such a file is
/// still worth reading. In UTF-8 one in twenty may be damaged: nothing else comes that near to it.
fn read(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, Problem> {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let whole = text.strip_suffix(char::REPLACEMENT_CHARACTER).unwrap_or(&text);
    let damaged = whole
        .chars()
        .filter(|&char| char == char::REPLACEMENT_CHARACTER)
        .count();
    let one_in = if encoding == UTF_8 { 20 } else { 1000 };
    match () {
        () if whole.is_empty() || damaged * one_in > whole.chars().count() => {
            Err(Problem::Damaged("invalid bytes".to_owned()))
        }
        () if !is_text(&text) => Err(Problem::Binary),
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
    fn short_files_with_a_damaged_byte_are_read() {
        let traditional = "在全市水利工作會議上的講話\n同志們：要把渠道修好，年底前完成清淤，責任到人。\n";
        for (encoding, text) in [(UTF_8, TEXT), (GB18030, TEXT), (BIG5, traditional)] {
            let mut bytes = encoded(encoding, text.trim_end());
            bytes.extend(encoded(encoding, "完"));
            bytes.pop();
            let read = decode(&bytes).unwrap_or_else(|problem| panic!("{}: {problem}", encoding.name()));
            assert!(read.starts_with(text.trim_end()), "{read}");
        }
        // Rare letters and both scripts: unusual, but UTF-8 all the same.
        let mixed = "镕基、喆、堃：財政局須於年底前撥付資金，市水利局抓落实。";
        assert!(decode(&mixed.as_bytes()[..mixed.len() - 1]).is_ok_and(|text| text.starts_with("镕基、喆")));
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes.insert(30, 0xff);
        assert_eq!(
            decode(&bytes).map(|text| text.replace('\u{fffd}', "")),
            Ok(TEXT.to_owned())
        );
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
        assert_eq!(decode(b"\x01\x02\x03\x04\x05\x06\x07\x08"), Err(Problem::Binary));
        assert_eq!(decode(b""), Ok(String::new()));
    }

    #[test]
    fn the_person_chooses_where_it_is_not_clear() {
        // Rare characters in either reading.
        let bytes = encoded(GB18030, "彧燊玥");
        let Err(Problem::Encoding(readings)) = decode(&bytes) else {
            panic!("taken for certain");
        };
        assert_eq!(readings.iter().filter(|one| one.encoding == "GBK").count(), 1);
        assert!(
            readings
                .iter()
                .any(|one| one.encoding == "GBK" && one.sample == "彧燊玥")
        );
        assert_eq!(decode_as(&bytes, "GBK"), Ok("彧燊玥".to_owned()));
        assert!(decode_as(&bytes, "nonsense").is_err());
    }
}
