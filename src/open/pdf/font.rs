//! Fonts: which characters the codes of a text mean, and how wide they are. How they look is not read.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GB18030, MACINTOSH, SHIFT_JIS, WINDOWS_1252};
use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};

use super::unpacking;
use crate::export::Budget;
use crate::open::Problem;

/// The characters of glyphs by their names.
static GLYPH_NAMES: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    let lines = include_str!("data/glyph_names.txt").lines();
    let words: Vec<&str> = lines
        .filter(|line| !line.starts_with("# "))
        .flat_map(str::split_whitespace)
        .collect();
    words.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
});

/// What stands for a character that a font does not tell.
pub(super) const UNKNOWN: char = char::REPLACEMENT_CHARACTER;

/// A font.
pub(super) struct Font {
    /// What the file says about the characters, which goes before all else.
    unicode: Option<CMap>,
    codes: Codes,
    /// The codes of glyphs that have their own names, as text.
    names: BTreeMap<u32, String>,
    /// Codes from, to and their widths; in order.
    widths: Vec<(u32, u32, f32)>,
    width: f32,
    /// Whether its lines run downwards.
    pub(super) is_vertical: bool,
}

/// How codes stand in a text.
enum Codes {
    /// A byte each, in an encoding.
    Bytes(&'static Encoding),
    /// Numbers of glyphs, two bytes each unless the map says otherwise.
    Glyphs(Option<Box<CMap>>),
    /// UTF-16.
    Units,
    /// An encoding of one to four bytes a character.
    Text(&'static Encoding),
}

/// A code in a text.
pub(super) struct Code<'a> {
    bytes: &'a [u8],
    number: u32,
}

impl Code<'_> {
    /// How many bytes it has.
    pub(super) fn length(&self) -> usize {
        self.bytes.len()
    }

    /// Whether it is the blank that the spacing of words counts for.
    pub(super) fn is_blank(&self) -> bool {
        self.bytes == b" "
    }
}

impl Font {
    /// Reads what a font says.
    pub(super) fn read(dict: &Dict<'_>, budget: &mut Budget) -> Result<Self, Problem> {
        let unicode = map(dict.get("ToUnicode"), budget)?;
        if name(dict, "Subtype").as_deref() != Some("Type0") {
            return Ok(Self::simple(dict, unicode));
        }
        let own = map(dict.get("Encoding"), budget)?;
        let encoding = name(dict, "Encoding").unwrap_or_default();
        let descendants = dict.get::<Array<'_>>("DescendantFonts");
        let glyphs = descendants
            .and_then(|descendants| descendants.iter::<Dict<'_>>().next())
            .unwrap_or_default();
        let codes = match own {
            Some(own) => Codes::Glyphs(Some(Box::new(own))),
            None => codes_of(&encoding),
        };
        Ok(Self {
            unicode,
            names: BTreeMap::new(),
            // The widths are those of glyphs, whose numbers other encodings do not tell.
            widths: match codes {
                Codes::Glyphs(_) => glyph_widths(&glyphs),
                _ => Vec::new(),
            },
            codes,
            width: glyphs.get::<Number>("DW").map_or(1.0, |width| width.as_f32() / 1000.0),
            is_vertical: encoding.ends_with("-V"),
        })
    }

    /// A font with a byte for a character.
    fn simple(dict: &Dict<'_>, unicode: Option<CMap>) -> Self {
        let encoding = dict.get::<Dict<'_>>("Encoding");
        let base = match &encoding {
            Some(encoding) => name(encoding, "BaseEncoding"),
            None => name(dict, "Encoding"),
        };
        let scale = dict
            .get::<Array<'_>>("FontMatrix")
            .and_then(|matrix| matrix.iter::<Number>().next());
        let scale = scale.map_or(0.001, |scale| scale.as_f32().abs());
        let (mut names, mut code) = (BTreeMap::new(), 0);
        let differences = encoding.and_then(|encoding| encoding.get::<Array<'_>>("Differences"));
        for object in differences
            .iter()
            .flat_map(|differences| differences.iter::<Object<'_>>())
        {
            match object {
                Object::Number(number) => code = number.as_f32() as u32,
                Object::Name(name) if code < 256 => {
                    names.insert(code, named(name.as_str()).unwrap_or_else(|| UNKNOWN.to_string()));
                    code += 1;
                }
                _ => {}
            }
        }
        let first = dict.get::<Number>("FirstChar").map_or(0, |first| first.as_f32() as u32);
        let widths = dict.get::<Array<'_>>("Widths");
        let widths = widths
            .iter()
            .flat_map(|widths| widths.iter::<Number>())
            .zip(first..)
            .take(256);
        let width = dict
            .get::<Dict<'_>>("FontDescriptor")
            .and_then(|about| about.get::<Number>("MissingWidth"));
        Self {
            unicode,
            codes: Codes::Bytes(match base.as_deref() {
                Some("MacRomanEncoding") => MACINTOSH,
                _ => WINDOWS_1252,
            }),
            names,
            widths: widths
                .map(|(width, code)| (code, code, width.as_f32() * scale))
                .collect(),
            width: width.map_or(0.5, |width| width.as_f32() * scale),
            is_vertical: false,
        }
    }

    /// The first code of a text that is not empty.
    pub(super) fn code<'a>(&self, text: &'a [u8]) -> Code<'a> {
        let length = match &self.codes {
            Codes::Bytes(_) => 1,
            Codes::Glyphs(map) => map.as_ref().map_or(2, |map| code_length(map, text)),
            Codes::Units => match text {
                [0xd8..=0xdb, ..] => 4,
                _ => 2,
            },
            Codes::Text(_) => match text {
                [0..=0x80, ..] => 1,
                [_, b'0'..=b'9', ..] => 4,
                _ => 2,
            },
        };
        let bytes = &text[..length.clamp(1, text.len())];
        Code {
            bytes,
            number: number(bytes),
        }
    }

    /// Writes the characters of a code.
    pub(super) fn write(&self, code: &Code<'_>, out: &mut String) {
        match self.unicode.as_ref().and_then(|map| map.lookup_bf_string(code.number)) {
            Some(BfString::Char(char)) if char != '\0' => return out.push(char),
            Some(BfString::String(text)) if !text.contains('\0') => return out.push_str(&text),
            _ => {}
        }
        match &self.codes {
            Codes::Bytes(encoding) => match self.names.get(&code.number) {
                Some(text) => out.push_str(text),
                None => out.push_str(&encoding.decode_without_bom_handling(code.bytes).0),
            },
            Codes::Glyphs(_) => out.push(UNKNOWN),
            Codes::Units => {
                let units = code
                    .bytes
                    .chunks_exact(2)
                    .map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
                out.extend(char::decode_utf16(units).map(|char| char.unwrap_or(UNKNOWN)));
            }
            Codes::Text(encoding) => out.push_str(&encoding.decode_without_bom_handling(code.bytes).0),
        }
    }

    /// How wide a code is, in heights of the font.
    pub(super) fn width(&self, code: &Code<'_>) -> f32 {
        if let Codes::Text(_) | Codes::Units = self.codes
            && (code.bytes.len() == 1 || matches!(code.bytes, [0, _]))
        {
            return 0.5;
        }
        let behind = self.widths.partition_point(|(from, ..)| *from <= code.number);
        match self.widths[..behind].last() {
            Some((_, to, width)) if code.number <= *to => *width,
            _ => self.width,
        }
    }
}

/// The codes of a font by the name of its encoding.
fn codes_of(name: &str) -> Codes {
    let has = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    match () {
        () if has(&["UCS2", "UTF16"]) => Codes::Units,
        () if name.starts_with("GB") => Codes::Text(GB18030),
        () if has(&["B5"]) => Codes::Text(BIG5),
        () if has(&["RKSJ"]) => Codes::Text(SHIFT_JIS),
        () if name.starts_with("KSC") => Codes::Text(EUC_KR),
        () if name.starts_with("EUC-") => Codes::Text(EUC_JP),
        () => Codes::Glyphs(None),
    }
}

/// The name that a dictionary has under a key.
fn name(dict: &Dict<'_>, key: &str) -> Option<String> {
    dict.get::<Name<'_>>(key).map(|name| name.as_str().to_owned())
}

/// The map in a stream.
fn map(stream: Option<Stream<'_>>, budget: &mut Budget) -> Result<Option<CMap>, Problem> {
    let Some(stream) = stream else {
        return Ok(None);
    };
    let content = unpacking::content(&stream, budget)?;
    Ok(content.and_then(|content| CMap::parse(&content, |_| None)))
}

/// How many bytes the first code has, by a map of the file's own.
fn code_length(map: &CMap, text: &[u8]) -> usize {
    let is_code = |length: &usize| {
        text.get(..*length)
            .is_some_and(|code| map.lookup_cid_code(number(code), *length as u8).is_some())
    };
    (1..=4).find(is_code).unwrap_or(2)
}

/// The number that bytes spell.
fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |number, &byte| number << 8 | u32::from(byte))
}

/// The widths of glyphs: `first [widths]`, or `first last width`.
fn glyph_widths(glyphs: &Dict<'_>) -> Vec<(u32, u32, f32)> {
    let listed = glyphs.get::<Array<'_>>("W");
    let mut listed = listed.iter().flat_map(|listed| listed.iter::<Object<'_>>());
    let mut widths = Vec::new();
    while let Some(Object::Number(first)) = listed.next() {
        let first = first.as_f32() as u32;
        match listed.next() {
            Some(Object::Array(list)) => {
                let list = list.iter::<Number>().zip(first..);
                widths.extend(list.map(|(width, code)| (code, code, width.as_f32() / 1000.0)));
            }
            Some(Object::Number(last)) => {
                let Some(Object::Number(width)) = listed.next() else {
                    break;
                };
                widths.push((first, last.as_f32() as u32, width.as_f32() / 1000.0));
            }
            _ => break,
        }
        if widths.len() > MOST_WIDTHS {
            break;
        }
    }
    widths.sort_by_key(|(from, ..)| *from);
    widths
}

/// The most widths that are kept.
const MOST_WIDTHS: usize = 100_000;

/// The characters of a glyph's name.
fn named(name: &str) -> Option<String> {
    let hexadecimal = |digits: &str| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
    let stem = name.split('.').next().unwrap_or_default();
    if let Some(text) = GLYPH_NAMES.get(stem) {
        return Some((*text).to_owned());
    }
    let mut chars = stem.chars();
    match (chars.next()?, chars.as_str()) {
        (letter, "") => Some(letter.to_string()),
        _ if stem == "space" => Some(" ".to_owned()),
        ('u', rest) if rest.starts_with("ni") => hexadecimal(rest.get(2..6)?).map(String::from),
        ('u', rest) if (4..=6).contains(&rest.len()) => hexadecimal(rest).map(String::from),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_glyphs_are_understood() {
        let read = |name| named(name).unwrap_or_default();
        assert_eq!(
            ["A", "zero", "numbersign", "space", "uni4E2D", "u20000", "fi", "a.alt"].map(read),
            ["A", "0", "#", " ", "中", "\u{20000}", "fi", "a"]
        );
        assert_eq!(named("g1234"), None);
    }

    #[test]
    fn codes_have_the_length_of_their_encoding() {
        let font = |name: &str| Font {
            unicode: None,
            codes: codes_of(name),
            names: BTreeMap::new(),
            widths: Vec::new(),
            width: 1.0,
            is_vertical: false,
        };
        let read = |name: &str, bytes: &[u8]| {
            let (font, mut rest, mut out) = (font(name), bytes, String::new());
            while !rest.is_empty() {
                let code = font.code(rest);
                font.write(&code, &mut out);
                rest = &rest[code.bytes.len()..];
            }
            out
        };
        assert_eq!(read("GBK-EUC-H", b"A\xd6\xd0\xb9\xfa"), "A中国");
        assert_eq!(
            read("GBK2K-H", b"\x81\x39\xee\x39"),
            "㐂".replace('㐂', &GB18030.decode_without_bom_handling(b"\x81\x39\xee\x39").0)
        );
        assert_eq!(read("UniGB-UCS2-H", &[0x4e, 0x2d, 0, 0x41]), "中A");
        assert_eq!(read("UniGB-UTF16-H", &[0xd8, 0x40, 0xdc, 0]), "\u{20000}");
        assert_eq!(read("ETen-B5-H", b"\xa4\xa4"), "中");
        assert_eq!(read("Identity-H", &[0, 1, 0, 2]), "\u{fffd}\u{fffd}");
        assert_eq!(read("UniGB-UCS2-H", &[0x4e]), "");
    }
}
