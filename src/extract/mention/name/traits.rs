//! What the words before a name's ending tell.

use std::ops::Range;

use crate::extract::lexicon::WordKind;
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::DISTRICT;

/// What the words before an ending tell.
#[derive(Debug, Default)]
pub(in crate::extract::mention) struct Traits {
    pub(in crate::extract::mention) place: bool,
    pub(in crate::extract::mention) organization: bool,
    pub(in crate::extract::mention) placeholder: bool,
    pub(in crate::extract::mention) quoted: bool,
    /// Two single characters in a row: a name that the dictionary lacks.
    pub(in crate::extract::mention) single: bool,
    /// The same, with characters that are words of their own (大, 中) counted.
    pub(in crate::extract::mention) singles: bool,
    /// A zone (高新区).
    pub(in crate::extract::mention) district: bool,
    pub(in crate::extract::mention) unknown: bool,
    pub(in crate::extract::mention) latin: bool,
    /// No verb or function word among them.
    pub(in crate::extract::mention) nominal: bool,
}

impl Traits {
    pub(in crate::extract::mention) fn of(scene: Scene<'_>, range: Range<usize>) -> Self {
        let mut traits = Self {
            nominal: true,
            ..Self::default()
        };
        let mut index = scene.index(range.start);
        let (mut singles, mut any) = (0, 0);
        while scene.start(index) < range.end && index < scene.len() {
            let (word, kind) = (scene.word(index), scene.kind(index));
            match kind {
                WordKind::Place => traits.place = true,
                WordKind::Organization => traits.organization = true,
                WordKind::Person => traits.unknown = true,
                WordKind::Unknown => traits.unknown = true,
                WordKind::Verb | WordKind::Adverb | WordKind::Preposition => traits.nominal = false,
                _ => {}
            }
            let first = word.chars().next().unwrap_or(' ');
            traits.placeholder |= matches!(first, '×' | '*' | '＊') || matches!(word, "X" | "XX" | "XXX" | "x" | "xx");
            traits.quoted |= matches!(first, '“' | '"' | '「');
            traits.latin |= first.is_ascii_alphabetic() && !matches!(word, "X" | "XX" | "x");
            let single = word.len() == 3
                && !scene.is_part(index)
                && first.is_alphabetic()
                && !"新大小老省市县区镇乡村级型化性业中国等上下东西南北各".contains(first);
            singles = if single { singles + 1 } else { 0 };
            any = if word.len() == 3 && !scene.is_part(index) && first.is_alphabetic() && !"的和与及等".contains(first)
            {
                any + 1
            } else {
                0
            };
            traits.single |= singles >= 2;
            traits.singles |= any >= 2;
            traits.district |= scene.is(index, DISTRICT);
            index += 1;
        }
        traits
    }

    /// Whether something among them can only be part of a name.
    pub(in crate::extract::mention) fn named(&self) -> bool {
        self.place || self.placeholder || self.quoted || self.single || self.unknown || self.latin
    }
}
