//! What a word stands for: what is done, with or about what, and how.

/// The sense of a word, one of [`SENSES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sense(u8);

/// The names of the groups of `data/senses.txt`: senses of verbs, then of nouns, then of words that qualify.
pub const SENSES: [&str; 53] = [
    "vb", "vo", "vr", "vs", "vp", "va", "vg", "vu", "vd", "vm", "vc", "vk", "vt", "ve", "vy", "vx", "vn", "vi", "vl",
    "vj", "vz", "vh", "vq", "vf", "vw", "nq", "ns", "nr", "nm", "nd", "nf", "np", "nb", "ne", "nk", "ng", "nh", "no",
    "nu", "nl", "na", "nw", "nt", "nj", "nc", "ni", "ny", "nx", "nz", "nv", "ap", "an", "ad",
];

/// The place of binding words: among the verbs, but they tell nothing of what is done. Nouns follow.
const BINDING: u8 = place(*b"vw");

/// The place of the last sense of nouns.
const LAST_NOUN: u8 = place(*b"nv");

impl Sense {
    /// The sense of a group.
    pub fn of(name: &str) -> Option<Self> {
        let [kind, letter] = name.as_bytes() else { return None };
        if !letter.is_ascii_lowercase() {
            return None;
        }
        Some(place([*kind, *letter])).filter(|place| *place < NONE).map(Self)
    }

    /// Its place in [`SENSES`].
    pub fn place(self) -> usize {
        self.0.into()
    }

    /// Whether it is something that is done.
    pub fn is_act(self) -> bool {
        self.0 < BINDING
    }

    /// Whether it is something that is worked with or on.
    pub fn is_thing(self) -> bool {
        self.0 > BINDING && self.0 <= LAST_NOUN
    }
}

/// The place of a name in [`SENSES`], or [`NONE`].
const fn place([kind, letter]: [u8; 2]) -> u8 {
    match kind {
        b'v' => PLACES[0][(letter - b'a') as usize],
        b'n' => PLACES[1][(letter - b'a') as usize],
        b'a' => PLACES[2][(letter - b'a') as usize],
        _ => NONE,
    }
}

const NONE: u8 = u8::MAX;

/// For v, n and a, and each letter behind it, the place of the name.
const PLACES: [[u8; 26]; 3] = {
    let mut places = [[NONE; 26]; 3];
    let mut at = 0;
    while at < SENSES.len() {
        let name = SENSES[at].as_bytes();
        let row = match name[0] {
            b'v' => 0,
            b'n' => 1,
            _ => 2,
        };
        places[row][(name[1] - b'a') as usize] = at as u8;
        at += 1;
    }
    places
};

#[cfg(test)]
mod tests {
    use super::{SENSES, Sense};

    #[test]
    fn every_group_of_the_list_is_a_sense() {
        let groups = include_str!("data/senses.txt").lines().filter_map(|line| {
            let (name, _) = line.strip_prefix('[')?.split_once(']')?;
            Some(name)
        });
        assert!(groups.eq(SENSES));
    }

    #[test]
    fn every_name_is_found_and_nothing_else() {
        for (place, name) in SENSES.iter().enumerate() {
            assert_eq!(Sense::of(name).map(Sense::place), Some(place));
        }
        for name in ["", "v", "vA", "xx", "aq", "vbx"] {
            assert_eq!(Sense::of(name), None, "{name}");
        }
        assert!(Sense::of("vf").is_some_and(Sense::is_act));
        assert!(Sense::of("nq").is_some_and(Sense::is_thing) && Sense::of("nv").is_some_and(Sense::is_thing));
        assert!(!Sense::of("vw").is_some_and(|sense| sense.is_act() || sense.is_thing()));
        assert!(!Sense::of("ap").is_some_and(|sense| sense.is_act() || sense.is_thing()));
    }
}
