//! Which key does what. One table; keys are physical (`KeyboardEvent.code`), so that it works the
//! same on every layout.

use super::command::{Command, Page};
use crate::annotate::TagSet;

/// A physical key with the keys held down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chord<'a> {
    /// `KeyboardEvent.code`, e.g. `KeyJ`.
    pub code: &'a str,
    /// Shift.
    pub shift: bool,
    /// Ctrl, or ⌘ on macOS.
    pub control: bool,
    /// Alt, or Option on macOS.
    pub alt: bool,
}

impl Chord<'_> {
    /// What stands on the keys, e.g. `Ctrl Shift Z`.
    pub fn caption(&self) -> String {
        match (self.code, self.shift) {
            ("Slash", true) => "?".to_owned(),
            (code, shift) => {
                let control = if self.control { "Ctrl " } else { "" };
                let alt = if self.alt { "Alt " } else { "" };
                format!("{control}{alt}{}{}", if shift { "Shift " } else { "" }, caption(code))
            }
        }
    }
}

/// A row of the table: the key, and what it does.
pub type Binding = (Chord<'static>, Command);

const fn plain(code: &'static str) -> Chord<'static> {
    Chord {
        code,
        shift: false,
        control: false,
        alt: false,
    }
}

const fn shift(code: &'static str) -> Chord<'static> {
    Chord {
        code,
        shift: true,
        control: false,
        alt: false,
    }
}

const fn control(code: &'static str) -> Chord<'static> {
    Chord {
        code,
        shift: false,
        control: true,
        alt: false,
    }
}

const fn alt(code: &'static str) -> Chord<'static> {
    Chord {
        code,
        shift: false,
        control: false,
        alt: true,
    }
}

/// The table by groups; each group has a message that names it. Label keys are not in here: they
/// belong to the tag set.
pub const KEYMAP: &[(&str, &[Binding])] = &[
    (
        "keys-walking",
        &[
            (plain("KeyJ"), Command::Next),
            (plain("ArrowDown"), Command::Next),
            (plain("KeyK"), Command::Previous),
            (plain("ArrowUp"), Command::Previous),
            (plain("KeyN"), Command::NextPending),
            (shift("KeyN"), Command::PreviousPending),
            (shift("KeyJ"), Command::Inner),
            (shift("KeyK"), Command::Outer),
            (plain("BracketRight"), Command::NextSection),
            (plain("BracketLeft"), Command::PreviousSection),
        ],
    ),
    (
        "keys-deciding",
        &[
            (plain("Enter"), Command::Accept),
            (plain("NumpadEnter"), Command::Accept),
            (shift("Enter"), Command::AcceptWithLinked),
            (plain("KeyX"), Command::Reject),
            (plain("Delete"), Command::Remove),
            (plain("Backspace"), Command::Remove),
        ],
    ),
    (
        "keys-tagging",
        &[(plain("Slash"), Command::Palette), (plain("KeyM"), Command::Note)],
    ),
    (
        "keys-always",
        &[
            (control("KeyZ"), Command::Undo),
            (plain("KeyZ"), Command::Undo),
            (
                Chord {
                    code: "KeyZ",
                    shift: true,
                    control: true,
                    alt: false,
                },
                Command::Redo,
            ),
            (control("KeyY"), Command::Redo),
            (shift("KeyZ"), Command::Redo),
            (plain("Escape"), Command::Leave),
            (alt("Digit1"), Command::Show(Page::Text)),
            (alt("Digit2"), Command::Show(Page::Table)),
            (alt("Digit3"), Command::Show(Page::Statistics)),
            (control("KeyF"), Command::Find),
            (control("KeyE"), Command::Export),
            (control("KeyO"), Command::Open),
            (plain("Backslash"), Command::TogglePanes),
            (plain("KeyL"), Command::ToggleGlyphs),
            (shift("Slash"), Command::Keys),
        ],
    ),
];

/// What a key does with this tag set.
pub fn command(chord: Chord<'_>, tagset: &TagSet) -> Option<Command> {
    let bindings = KEYMAP.iter().flat_map(|(_, bindings)| bindings.iter());
    if let Some((_, command)) = bindings.into_iter().find(|(key, _)| *key == chord) {
        return Some(command.clone());
    }
    if chord.shift || chord.control || chord.alt {
        return None;
    }
    // The number block counts as digits.
    let code = chord.code.replace("Numpad", "Digit");
    let label = tagset
        .labels
        .iter()
        .find(|label| label.key.as_deref() == Some(&*code))?;
    Some(Command::Tag(label.id.clone()))
}

/// The caption of a physical key, e.g. `J` for `KeyJ`.
pub fn caption(code: &str) -> &str {
    match code {
        "BracketLeft" => "[",
        "BracketRight" => "]",
        "Slash" => "/",
        "Backslash" => "\\",
        "ArrowDown" => "↓",
        "ArrowUp" => "↑",
        "Escape" => "Esc",
        "Backspace" => "⌫",
        "NumpadEnter" => "Enter",
        "Delete" => "Del",
        code => code
            .strip_prefix("Key")
            .or_else(|| code.strip_prefix("Digit"))
            .unwrap_or(code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_does_two_things() {
        let tagset = TagSet::guidelines();
        let mut seen: Vec<Chord<'_>> = Vec::new();
        let labels = tagset
            .labels
            .iter()
            .filter_map(|label| label.key.as_deref())
            .map(|code| Chord {
                code,
                shift: false,
                control: false,
                alt: false,
            });
        for chord in KEYMAP
            .iter()
            .flat_map(|(_, bindings)| bindings.iter())
            .map(|(chord, _)| *chord)
            .chain(labels)
        {
            assert!(!seen.contains(&chord), "{chord:?}");
            seen.push(chord);
        }
    }

    #[test]
    fn label_keys_come_from_the_tag_set() {
        let tagset = TagSet::guidelines();
        assert_eq!(command(plain("Digit1"), &tagset), Some(Command::Tag("measure".into())));
        assert_eq!(command(plain("Numpad1"), &tagset), Some(Command::Tag("measure".into())));
        assert_eq!(command(plain("KeyQ"), &tagset), Some(Command::Tag("actor".into())));
        assert_eq!(command(control("KeyQ"), &tagset), None);
        assert_eq!(command(shift("Slash"), &tagset), Some(Command::Keys));
        assert_eq!(command(plain("F5"), &tagset), None);
    }
}
