//! The features of a word: what it is, what stands around it, and what the rules say.

use std::ops::Range;

use super::sight::{Seen, Sight};

/// A value of a feature: a text, as a number that hardly any other text has, or a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Part(u32);

/// Bits of a value, and the one that tells texts from numbers.
const BITS: u32 = 28;
const TEXT: u32 = 1 << (BITS - 1);

impl Part {
    /// No word: beyond the end of a sentence.
    pub(super) const NONE: Self = Self(0);

    /// A text: numbers, foreign letters and half-width marks are alike.
    pub fn text(text: &str) -> Self {
        let mut hash = 0x811c_9dc5_u32;
        for byte in folded(text).bytes() {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
        Self((hash ^ hash >> (BITS - 1)) & (TEXT - 1) | TEXT)
    }

    pub(super) fn number(number: u32) -> Self {
        Self(number & (TEXT - 1))
    }

    /// Whether it is a text, whose name must be known.
    pub fn is_text(self) -> bool {
        self.0 & TEXT != 0
    }
}

/// What a text counts as.
pub fn folded(text: &str) -> &str {
    match text.chars().next() {
        Some('0'..='9' | '×' | '〇') => "0",
        Some('a'..='z' | 'A'..='Z') => "a",
        Some(',') => "，",
        Some(':') => "：",
        Some(';') => "；",
        Some('(') => "（",
        Some(')') => "）",
        Some('.') => "。",
        Some(char) if char.is_whitespace() => "_",
        Some(char) if char.is_ascii() => "-",
        _ => text,
    }
}

/// A feature of a word: what it looks at, and one or two values, packed into one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Feature(u64);

impl Feature {
    fn new(look: Look, one: Part, other: Part) -> Self {
        Self((look as u64 + 1) << (2 * BITS) | u64::from(one.0) << BITS | u64::from(other.0))
    }

    /// Whether every word has it.
    pub fn is_always(self) -> bool {
        self == Self::new(Look::Always, Part::NONE, Part::NONE)
    }

    pub(super) fn hash(self) -> u32 {
        (self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u32
    }

    /// Its two values.
    pub fn parts(self) -> [Part; 2] {
        [(self.0 >> BITS) as u32, self.0 as u32].map(|part| Part(part & (TEXT | (TEXT - 1))))
    }

    /// Writes `look:value:value`; `text` knows the texts.
    pub fn name<'t>(self, text: impl Fn(Part) -> Option<&'t str>) -> Option<String> {
        let (_, name, values) = LOOKS.get((self.0 >> (2 * BITS)) as usize - 1)?;
        let mut written = String::from(*name);
        for part in self.parts().into_iter().take(usize::from(*values)) {
            written.push(':');
            match part.is_text() {
                true => written.push_str(text(part)?),
                false => written.push_str(&format!("#{}", part.0)),
            }
        }
        Some(written)
    }

    /// Reads what [`Feature::name`] writes.
    pub(super) fn parse(name: &str) -> Option<Self> {
        let mut parts = name.split(':');
        let look = parts.next()?;
        let (look, _, values) = LOOKS.iter().find(|(_, name, _)| *name == look)?;
        let mut value = || -> Option<Part> {
            let part = parts.next()?;
            match part.strip_prefix('#') {
                Some(number) => Some(Part::number(number.parse().ok()?)),
                None => Some(Part::text(part)),
            }
        };
        let one = if *values > 0 { value()? } else { Part::NONE };
        let other = if *values > 1 { value()? } else { Part::NONE };
        Some(Self::new(*look, one, other))
    }
}

macro_rules! looks {
    ($($name:ident $written:literal $values:literal),* $(,)?) => {
        /// What a feature looks at.
        #[derive(Clone, Copy)]
        enum Look { $($name),* }

        /// Each with its name in the file of weights, and how many values it has.
        const LOOKS: &[(Look, &str, u8)] = &[$((Look::$name, $written, $values)),*];
    };
}

looks! {
    Always "always" 0,
    Word "word" 1,
    Word1Before "word-1" 1,
    Word1After "word+1" 1,
    Word2Before "word-2" 1,
    Word2After "word+2" 1,
    Word3Before "word-3" 1,
    Word3After "word+3" 1,
    Kind "kind" 1,
    Kind1Before "kind-1" 1,
    Kind1After "kind+1" 1,
    Kind2Before "kind-2" 1,
    Kind2After "kind+2" 1,
    Last "last" 1,
    Last1Before "last-1" 1,
    Last1After "last+1" 1,
    Last2Before "last-2" 1,
    Last2After "last+2" 1,
    LastTwo "last-two" 1,
    First "first" 1,
    Length "length" 1,
    Group "group" 1,
    Group1Before "group-1" 1,
    Group1After "group+1" 1,
    Group2Before "group-2" 1,
    Group2After "group+2" 1,
    WordsBefore "words-1" 2,
    WordsAfter "words+1" 2,
    KindsBefore "kinds-1" 2,
    KindsAfter "kinds+1" 2,
    Verb "verb" 1,
    Place "place" 1,
    Opening "opening" 1,
    End "end" 1,
    MoodEnd "mood-end" 2,
    Mood "mood" 1,
    MoodBefore "mood-before" 1,
    Found "found" 1,
    Found1Before "found-1" 1,
    Found1After "found+1" 1,
    FoundLast "found-last" 2,
    FoundAfter "found-word+1" 2,
}

/// Writes the features of a word of a sentence.
pub(super) fn features(sight: &Sight, sentence: &Range<usize>, at: usize, out: &mut Vec<Feature>) {
    out.clear();
    let own = sight.word(at);
    let near = |by: isize| {
        let index = at.checked_add_signed(by).filter(|index| sentence.contains(index))?;
        Some(sight.word(index))
    };
    let mut add = |look: Look, one: Part, other: Part| out.push(Feature::new(look, one, other));
    let small = |value: u8| Part::number(value.into());
    add(Look::Always, Part::NONE, Part::NONE);
    add(Look::Word, own.word, Part::NONE);
    add(Look::Kind, own.kind, Part::NONE);
    add(Look::Last, own.last_char, Part::NONE);
    add(Look::LastTwo, own.last_two, Part::NONE);
    add(Look::First, own.first_char, Part::NONE);
    add(Look::Length, small(own.length), Part::NONE);
    let (before, after) = (near(-1), near(1));
    for (look, word) in [
        (Look::Word1Before, before),
        (Look::Word1After, after),
        (Look::Word2Before, near(-2)),
        (Look::Word2After, near(2)),
        (Look::Word3Before, near(-3)),
        (Look::Word3After, near(3)),
    ] {
        add(look, word.map_or(Part::NONE, |word| word.word), Part::NONE);
    }
    for (kind, last, group, word) in [
        (Look::Kind1Before, Look::Last1Before, Look::Group1Before, before),
        (Look::Kind1After, Look::Last1After, Look::Group1After, after),
        (Look::Kind2Before, Look::Last2Before, Look::Group2Before, near(-2)),
        (Look::Kind2After, Look::Last2After, Look::Group2After, near(2)),
    ] {
        if let Some(word) = word {
            add(kind, word.kind, Part::NONE);
            add(last, word.last_char, Part::NONE);
            for number in bits(word.groups) {
                add(group, Part::number(number), Part::NONE);
            }
        }
    }
    for number in bits(own.groups) {
        add(Look::Group, Part::number(number), Part::NONE);
    }
    if let Some(before) = before {
        add(Look::WordsBefore, before.word, own.word);
        add(Look::KindsBefore, before.kind, own.kind);
    }
    if let Some(after) = after {
        add(Look::WordsAfter, own.word, after.word);
        add(Look::KindsAfter, own.kind, after.kind);
    }
    add(Look::Verb, own.verb, Part::NONE);
    add(Look::Place, small(own.place), Part::NONE);
    add(Look::Opening, own.opening, Part::NONE);
    add(Look::End, own.end, Part::NONE);
    add(Look::MoodEnd, small(own.mood), own.end);
    add(Look::Mood, small(own.mood), Part::NONE);
    add(Look::MoodBefore, small(own.mood_before), Part::NONE);
    let found = |word: Option<&Seen>| small(word.map_or(0, |word| word.found));
    add(Look::Found, small(own.found), Part::NONE);
    add(Look::Found1Before, found(before), Part::NONE);
    add(Look::Found1After, found(after), Part::NONE);
    add(Look::FoundLast, small(own.found), own.last_char);
    add(
        Look::FoundAfter,
        small(own.found),
        after.map_or(Part::NONE, |word| word.word),
    );
}

/// The places of the bits that are set.
fn bits(mut set: u32) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let place = (set != 0).then(|| set.trailing_zeros())?;
        set &= set - 1;
        Some(place)
    })
}

#[cfg(test)]
mod tests {
    use super::{Feature, Look, Part, folded};

    #[test]
    fn features_are_read_as_they_are_written() {
        let words = ["牵头", "：", "12", "，"];
        let name = |part: Part| words.into_iter().find(|word| Part::text(word) == part).map(folded);
        for feature in [
            Feature::new(Look::Always, Part::NONE, Part::NONE),
            Feature::new(Look::Word1After, Part::text("牵头"), Part::NONE),
            Feature::new(Look::WordsAfter, Part::text("："), Part::text("12")),
            Feature::new(Look::MoodEnd, Part::number(3), Part::text("，")),
        ] {
            let written = feature.name(name).unwrap();
            assert_eq!(Feature::parse(&written), Some(feature), "{written}");
        }
        assert_eq!(Feature::parse("word"), None);
        assert_eq!(Feature::parse("nothing:牵头"), None);
        assert_eq!(Feature::parse("place:#many"), None);
    }

    #[test]
    fn half_width_marks_count_as_full_width_ones() {
        assert_eq!(Part::text(","), Part::text("，"));
        assert_eq!(Part::text("2024"), Part::text("7"));
        assert_ne!(Part::text("牵头"), Part::text("配合"));
    }
}
