//! A text that remembers where its characters came from, and the edits that are made to it.

use std::collections::BTreeMap;

/// A character of the new text.
#[derive(Clone, Copy)]
pub(crate) struct Letter {
    char: char,
    /// Its place in the old text, if it comes from there.
    origin: Option<usize>,
    /// The place of which it is a copy right beside the original: nobody can tell the two apart.
    twin: Option<usize>,
}

impl Letter {
    fn new(char: char) -> Self {
        Self {
            char,
            origin: None,
            twin: None,
        }
    }
}

/// A sentence with its end.
#[derive(Clone)]
pub(crate) struct Unit {
    chars: Vec<Letter>,
    /// It was edited: another edit would blur what became of it.
    touched: bool,
}

/// A text as sentences.
#[derive(Clone)]
pub(crate) struct Draft {
    units: Vec<Unit>,
}

/// The kinds of edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Insert,
    Delete,
    Reword,
    Move,
    Duplicate,
    NearDuplicate,
    Join,
    Respace,
    Width,
    Traditional,
    Redact,
    Mixed,
}

impl Kind {
    pub(crate) const ALL: [Self; 12] = [
        Self::Insert,
        Self::Delete,
        Self::Reword,
        Self::Move,
        Self::Duplicate,
        Self::NearDuplicate,
        Self::Join,
        Self::Respace,
        Self::Width,
        Self::Traditional,
        Self::Redact,
        Self::Mixed,
    ];
}

/// Random numbers from a seed: the same everywhere.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below a limit.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

impl Draft {
    pub(crate) fn of(text: &str) -> Self {
        let mut units = vec![Vec::new()];
        for (at, char) in text.chars().enumerate() {
            if let Some(last) = units.last_mut() {
                last.push(Letter {
                    origin: Some(at),
                    ..Letter::new(char)
                });
            }
            if "。！？；\n".contains(char) {
                units.push(Vec::new());
            }
        }
        let units = units.into_iter().filter(|chars| !chars.is_empty());
        Self {
            units: units.map(|chars| Unit { chars, touched: false }).collect(),
        }
    }

    pub(crate) fn text(&self) -> String {
        self.units
            .iter()
            .flat_map(|unit| &unit.chars)
            .map(|letter| letter.char)
            .collect()
    }

    /// For each character of the old text its place in the new one, both counted in characters.
    pub(crate) fn places(&self) -> BTreeMap<usize, usize> {
        let letters = self.units.iter().flat_map(|unit| &unit.chars).enumerate();
        letters
            .filter_map(|(new, letter)| Some((letter.origin?, new)))
            .collect()
    }

    /// The same for copies right beside their originals.
    pub(crate) fn twins(&self) -> BTreeMap<usize, usize> {
        let letters = self.units.iter().flat_map(|unit| &unit.chars).enumerate();
        letters.filter_map(|(new, letter)| Some((letter.twin?, new))).collect()
    }

    /// Makes one edit. `other` is a speech to take sentences from, `script` the traditional characters.
    pub(crate) fn edit(&mut self, kind: Kind, dice: &mut Dice, other: &Draft, script: &BTreeMap<char, char>) {
        let at = dice.below(self.units.len() + 1);
        match kind {
            Kind::Insert => {
                let mut unit = other.units[dice.below(other.units.len())].clone();
                unit.chars.iter_mut().for_each(|letter| letter.origin = None);
                unit.touched = true;
                self.units.insert(at, unit);
            }
            Kind::Duplicate | Kind::NearDuplicate => {
                let Some(from) = self.pick(dice) else { return };
                self.units[from].touched = true;
                let mut copy = self.units[from].clone();
                let to = if dice.below(2) == 0 { from + dice.below(2) } else { at };
                let is_beside = to == from || to == from + 1;
                for letter in &mut copy.chars {
                    letter.twin = letter.origin.take().filter(|_| is_beside);
                }
                if kind == Kind::NearDuplicate {
                    scratch(&mut copy.chars, dice, other);
                }
                self.units.insert(to, copy);
            }
            Kind::Delete => {
                if let Some(from) = self.pick(dice) {
                    self.units.remove(from);
                }
            }
            Kind::Reword => {
                let Some(from) = self.pick(dice) else { return };
                for _ in 0..=dice.below(3) {
                    scratch(&mut self.units[from].chars, dice, other);
                }
                self.units[from].touched = true;
            }
            Kind::Move => {
                let is_end = |unit: &Unit| unit.chars.last().is_some_and(|letter| letter.char == '\n');
                let Some(from) = self.pick(dice) else { return };
                let start = self.units[..from].iter().rposition(is_end).map_or(0, |end| end + 1);
                let end = self.units[from..]
                    .iter()
                    .position(is_end)
                    .map_or(self.units.len(), |end| from + end + 1);
                let paragraph: Vec<Unit> = self.units.drain(start..end).collect();
                let ends: Vec<usize> = (0..self.units.len()).filter(|&at| is_end(&self.units[at])).collect();
                let to = ends.get(dice.below(ends.len())).map_or(0, |end| end + 1);
                self.units.splice(to..to, paragraph);
            }
            Kind::Join => {
                if let Some(from) = self.pick(dice)
                    && let Some(last) = self.units[from].chars.last_mut()
                    && matches!(last.char, '。' | '；')
                {
                    *last = Letter::new('，');
                    self.units[from].touched = true;
                }
            }
            Kind::Respace => {
                let Some(from) = self.pick(dice) else { return };
                let place = dice.below(self.units[from].chars.len());
                let blank = ['\n', ' ', '　', '\u{200b}'][dice.below(4)];
                self.units[from].chars.insert(place, Letter::new(blank));
            }
            Kind::Width => self.respell(|char| match char {
                '，' => ',',
                '；' => ';',
                '：' => ':',
                '（' => '(',
                '）' => ')',
                '0'..='9' => char::from_u32(char as u32 + 0xFEE0).unwrap_or(char),
                other => other,
            }),
            Kind::Traditional => self.respell(|char| script.get(&char).copied().unwrap_or(char)),
            Kind::Redact => {
                let Some(from) = self.pick(dice) else { return };
                let chars = &mut self.units[from].chars;
                let Some(start) = chars.iter().position(|letter| letter.char.is_ascii_digit()) else {
                    return;
                };
                let length = chars[start..]
                    .iter()
                    .take_while(|letter| letter.char.is_ascii_digit())
                    .count();
                chars.splice(start..start + length, [Letter::new('×'); 2]);
                self.units[from].touched = true;
            }
            Kind::Mixed => {
                let kinds = [
                    Kind::Insert,
                    Kind::Delete,
                    Kind::Reword,
                    Kind::Move,
                    Kind::Duplicate,
                    Kind::NearDuplicate,
                    Kind::Join,
                    Kind::Respace,
                    Kind::Redact,
                ];
                self.edit(kinds[dice.below(kinds.len())], dice, other, script);
            }
        }
    }

    /// A sentence with words that nobody has touched.
    fn pick(&self, dice: &mut Dice) -> Option<usize> {
        let free = |unit: &Unit| !unit.touched && unit.chars.iter().any(|letter| !letter.char.is_whitespace());
        let free: Vec<usize> = (0..self.units.len()).filter(|&at| free(&self.units[at])).collect();
        free.get(dice.below(free.len())).copied()
    }

    fn respell(&mut self, spell: impl Fn(char) -> char) {
        for letter in self.units.iter_mut().flat_map(|unit| &mut unit.chars) {
            letter.char = spell(letter.char);
        }
    }
}

/// Replaces, inserts or deletes a few characters.
fn scratch(chars: &mut Vec<Letter>, dice: &mut Dice, other: &Draft) {
    let start = dice.below(chars.len());
    let length = (1 + dice.below(3)).min(chars.len().saturating_sub(start + 1));
    let donor = &other.units[dice.below(other.units.len())].chars;
    let words: Vec<Letter> = donor
        .iter()
        .filter(|letter| letter.char.is_alphabetic())
        .take(1 + dice.below(3))
        .map(|letter| Letter::new(letter.char))
        .collect();
    match dice.below(3) {
        0 => drop(chars.splice(start..start, words)),
        1 => drop(chars.splice(start..start + length, words)),
        _ => drop(chars.drain(start..start + length)),
    }
}

/// Traditional characters by simplified ones, of the project's own table.
pub(crate) fn script() -> BTreeMap<char, char> {
    let mut script = BTreeMap::new();
    for line in include_str!("../../src/extract/data/simplified.txt").lines() {
        if line.starts_with('#') {
            continue;
        }
        let chars: Vec<char> = line.chars().filter(|char| !char.is_whitespace()).collect();
        for pair in chars.chunks_exact(2) {
            script.entry(pair[1]).or_insert(pair[0]);
        }
    }
    script
}
