//! What the words of a clause stand for: what is done in it, what it is about and what it ends in.

use super::super::sense::{SENSES, Sense};

/// Where no word has a sense.
pub(super) const NO_SENSE: usize = SENSES.len();

/// The senses of a clause, as places in [`SENSES`] or [`NO_SENSE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Senses {
    /// Of its first verb and of the one behind it.
    pub(super) acts: [usize; 2],
    /// Of the last noun before its first verb.
    pub(super) subject: usize,
    /// Of the first noun behind its first verb.
    pub(super) object: usize,
    /// Of its last word.
    pub(super) end: usize,
    /// All of them, a bit each.
    pub(super) has: u64,
}

impl Default for Senses {
    fn default() -> Self {
        Self {
            acts: [NO_SENSE; 2],
            subject: NO_SENSE,
            object: NO_SENSE,
            end: NO_SENSE,
            has: 0,
        }
    }
}

impl Senses {
    /// Adds the sense of the next word.
    pub(super) fn add(&mut self, sense: Option<Sense>) {
        self.end = sense.map_or(NO_SENSE, Sense::place);
        let Some(sense) = sense else { return };
        self.has |= 1 << sense.place();
        let place = if sense.is_act() {
            self.acts.iter_mut().find(|act| **act == NO_SENSE)
        } else if !sense.is_thing() {
            None
        } else if self.acts[0] == NO_SENSE {
            Some(&mut self.subject)
        } else {
            Some(&mut self.object).filter(|object| **object == NO_SENSE)
        };
        if let Some(place) = place {
            *place = sense.place();
        }
    }
}

/// The name of a sense; the number behind the last stands for none.
pub(super) fn sense_name(place: usize) -> &'static str {
    SENSES.get(place).copied().unwrap_or("none")
}

#[cfg(test)]
mod tests {
    use super::{NO_SENSE, Senses};
    use crate::extract::sense::Sense;

    fn senses(names: &[&str]) -> Senses {
        let mut senses = Senses::default();
        names.iter().for_each(|name| senses.add(Sense::of(name)));
        senses
    }

    fn place(name: &str) -> usize {
        Sense::of(name).map_or(NO_SENSE, Sense::place)
    }

    #[test]
    fn subject_act_object_and_end() {
        // 各部门要着力培育龙头企业，打造平台
        let found = senses(&["nu", "vw", "ad", "vg", "ap", "ne", "vm", "nf"]);
        assert_eq!(found.subject, place("nu"));
        assert_eq!(found.acts, [place("vg"), place("vm")]);
        assert_eq!(found.object, place("ne"));
        assert_eq!(found.end, place("nf"));
        assert_eq!(found.has.count_ones(), 8);
    }

    #[test]
    fn a_clause_without_known_words_has_none() {
        assert_eq!(senses(&["", "x"]), Senses::default());
        assert_eq!(senses(&["nf", ""]).end, NO_SENSE);
    }
}
