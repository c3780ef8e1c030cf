//! Which key does what, here and now: the table of [`KEYMAP`] with a person's changes to it, and the
//! keys that labels and link types bring along.

mod chord;
mod table;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use chord::{Chord, caption};
pub use table::{KEYMAP, Mode, Row};

use super::command::{CaretStep, Command};
use crate::annotate::{LinkType, TagSet};

/// The keys of one person. Remembered in the browser as JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Keymap {
    /// Keys by the message of their command, where they differ from the table. None means off.
    changed: BTreeMap<String, Vec<Chord>>,
    /// Whether single letters, digits and marks do nothing at all.
    pub no_single_keys: bool,
}

/// What has the key as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rival {
    /// Another row of the table.
    Row(&'static Row),
    /// A label.
    Label(crate::annotate::Name),
}

impl Keymap {
    /// The keys of a row.
    pub fn chords(&self, row: &Row) -> Vec<Chord> {
        match self.changed.get(row.command.message()) {
            Some(chords) => chords.clone(),
            None => row.chords.clone(),
        }
    }

    /// Whether a row has other keys than the table says.
    pub fn is_changed(&self, row: &Row) -> bool {
        self.changed.contains_key(row.command.message())
    }

    /// The same with other keys for a row; none of them switch it off.
    pub fn with(&self, row: &Row, chords: Vec<Chord>) -> Self {
        let mut next = self.clone();
        let name = row.command.message().to_owned();
        match chords == row.chords {
            true => drop(next.changed.remove(&name)),
            false => drop(next.changed.insert(name, chords)),
        }
        next
    }

    /// What stands on the first key of a command, e.g. `Ctrl K`; `None` if it has no key.
    pub fn caption(&self, command: &Command, tagset: &TagSet) -> Option<String> {
        if let Command::Tag(label) = command {
            let key = tagset.label(label)?.key.as_deref().filter(|_| !self.no_single_keys);
            return key.map(caption).map(str::to_owned);
        }
        self.key(command)
    }

    /// What stands on the first key of a command that is not a label's; `None` if it has none that works.
    pub fn key(&self, command: &Command) -> Option<String> {
        let row = rows().find(|row| row.command == *command)?;
        let works = |chord: &Chord| !(self.no_single_keys && chord.is_single());
        self.chords(row).iter().find(|chord| works(chord)).map(Chord::caption)
    }

    /// What a key does in a mode, with this tag set.
    pub fn command(&self, chord: &Chord, mode: Mode, tagset: &TagSet) -> Option<Command> {
        if self.no_single_keys && chord.is_single() {
            return None;
        }
        let found = |wanted: Mode, chord: &Chord| {
            rows()
                .filter(|row| row.mode == wanted)
                .find(|row| self.chords(row).contains(chord))
                .map(|row| row.command.clone())
        };
        let special = match mode {
            Mode::Caret => found(Mode::Caret, chord).or_else(|| match found(Mode::Caret, &chord.unshifted())? {
                // Shift with any step of the caret keeps the other end.
                Command::Caret(CaretStep::Move(motion)) => Some(Command::Caret(CaretStep::Extend(motion))),
                _ => None,
            }),
            Mode::Link => link_type(chord, tagset).map(|link| Command::LinkAs(link.id.clone())),
            Mode::Text => None,
        };
        special.or_else(|| found(Mode::Text, chord)).or_else(|| {
            let label = tagset
                .offered()
                .find(|label| label.key.as_deref().is_some_and(|key| chord.is_plain(key)))?;
            Some(Command::Tag(label.id.clone()))
        })
    }

    /// What else has a key that a row would like to have.
    pub fn rival(&self, row: &Row, chord: &Chord, tagset: &TagSet) -> Option<Rival> {
        let shares = |other: &&'static Row| {
            other.command != row.command && other.mode == row.mode && self.chords(other).contains(chord)
        };
        let label = || {
            let mut labels = tagset.offered().filter(|_| row.mode == Mode::Text);
            labels.find(|label| label.key.as_deref().is_some_and(|key| chord.is_plain(key)))
        };
        rows()
            .find(shares)
            .map(Rival::Row)
            .or_else(|| label().map(|label| Rival::Label(label.id.clone())))
    }
}

/// All rows of the table.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    KEYMAP.iter().flat_map(|(_, rows)| rows.iter())
}

fn link_type<'a>(chord: &Chord, tagset: &'a TagSet) -> Option<&'a LinkType> {
    tagset
        .links
        .iter()
        .find(|link| link.key.as_deref().is_some_and(|key| chord.is_plain(key)))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::web::command::Motion;

    #[test]
    fn no_key_does_two_things() {
        let (keymap, tagset) = (Keymap::default(), TagSet::guidelines());
        for row in rows() {
            for chord in &row.chords {
                assert_eq!(keymap.rival(row, chord, &tagset), None, "{chord:?}");
            }
        }
        let names: BTreeSet<&str> = rows().map(|row| row.command.message()).collect();
        assert_eq!(names.len(), rows().count(), "every row has a name of its own");
    }

    #[test]
    fn label_and_link_keys_come_from_the_tag_set() {
        let (keymap, tagset) = (Keymap::default(), TagSet::guidelines());
        let command = |chord: &Chord, mode| keymap.command(chord, mode, &tagset);
        let digit = Chord::plain("Digit1");
        assert_eq!(command(&digit, Mode::Text), Some(Command::Tag("measure".into())));
        assert_eq!(
            command(&Chord::plain("Numpad1"), Mode::Text),
            command(&digit, Mode::Text)
        );
        assert_eq!(command(&digit, Mode::Link), Some(Command::LinkAs("lead".into())));
        assert_eq!(
            command(&Chord::plain("KeyQ"), Mode::Caret),
            Some(Command::Tag("actor".into()))
        );
        assert_eq!(command(&Chord::control("KeyQ"), Mode::Text), None);
        assert_eq!(command(&Chord::shift("Slash"), Mode::Text), Some(Command::Keys));
        assert_eq!(command(&Chord::plain("F5"), Mode::Text), None);
    }

    #[test]
    fn shift_keeps_the_other_end_of_a_selection() {
        let (keymap, tagset) = (Keymap::default(), TagSet::guidelines());
        let extend = keymap.command(&Chord::shift("ArrowDown"), Mode::Caret, &tagset);
        assert_eq!(extend, Some(Command::Caret(CaretStep::Extend(Motion::Down))));
        let walk = keymap.command(&Chord::plain("ArrowDown"), Mode::Text, &tagset);
        assert_eq!(walk, Some(Command::Next));
    }

    #[test]
    fn keys_can_be_changed_switched_off_and_remembered() {
        let tagset = TagSet::guidelines();
        let row = rows().find(|row| row.command == Command::Reject).unwrap();
        let changed = Keymap::default().with(row, vec![Chord::plain("KeyG")]);
        assert_eq!(changed.command(&Chord::plain("KeyX"), Mode::Text, &tagset), None);
        let rival = changed.rival(row, &Chord::plain("KeyG"), &tagset);
        assert!(matches!(rival, Some(Rival::Row(row)) if row.command == Command::Jump));
        let label = changed.rival(row, &Chord::plain("KeyQ"), &tagset);
        assert_eq!(label, Some(Rival::Label("actor".into())));
        let json = serde_json::to_string(&changed).unwrap();
        assert_eq!(serde_json::from_str::<Keymap>(&json).unwrap(), changed);
        assert_eq!(changed.with(row, row.chords.clone()), Keymap::default());
        let off = Keymap {
            no_single_keys: true,
            ..Keymap::default()
        };
        assert_eq!(off.command(&Chord::plain("KeyX"), Mode::Text, &tagset), None);
        assert_eq!(changed.key(&Command::Reject).as_deref(), Some("G"));
        assert_eq!(off.key(&Command::Reject), None, "a key that does nothing is not shown");
        assert_eq!(off.key(&Command::Undo).as_deref(), Some("Ctrl Z"));
        assert_eq!(off.caption(&Command::Tag("actor".into()), &tagset), None);
        assert_eq!(
            off.command(&Chord::plain("Enter"), Mode::Text, &tagset),
            Some(Command::Accept)
        );
        assert_eq!(
            off.command(&Chord::control("KeyZ"), Mode::Text, &tagset),
            Some(Command::Undo)
        );
    }
}
