//! The table of keys. The list of all keys and the settings are made from it.

use std::sync::LazyLock;

use super::Chord;
use crate::web::command::{CaretStep, Command, Motion, Order, Page, RangeStep};

/// What the keys are for at the moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Walking and deciding.
    #[default]
    Text,
    /// The caret is in the text: arrows move it.
    Caret,
    /// A link is being made: digits choose its type.
    Link,
}

/// A row of the table: a command with its keys.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// The mode in which they hold. Those of [`Mode::Text`] hold in the others too, unless these say
    /// otherwise.
    pub mode: Mode,
    /// What they do.
    pub command: Command,
    /// The keys; the first is shown on buttons.
    pub chords: Vec<Chord>,
}

fn row(command: Command, chords: impl Into<Vec<Chord>>) -> Row {
    Row {
        mode: Mode::Text,
        command,
        chords: chords.into(),
    }
}

fn caret(motion: Motion, chords: impl Into<Vec<Chord>>) -> Row {
    Row {
        mode: Mode::Caret,
        command: Command::Caret(CaretStep::Move(motion)),
        chords: chords.into(),
    }
}

fn edge(start: bool, forward: bool, word: bool, chords: impl Into<Vec<Chord>>) -> Row {
    row(Command::Range(RangeStep::Edge { start, forward, word }), chords)
}

fn plain(code: &'static str) -> Chord {
    Chord::plain(code)
}

/// The table by groups; each group has a message that names it. Label keys are not in here: they
/// belong to the tag set.
pub static KEYMAP: LazyLock<Vec<(&'static str, Vec<Row>)>> = LazyLock::new(|| {
    vec![
        (
            "keys-walking",
            vec![
                row(Command::Next, [plain("KeyJ"), plain("ArrowDown")]),
                row(Command::Previous, [plain("KeyK"), plain("ArrowUp")]),
                row(Command::NextPending, [plain("KeyN")]),
                row(Command::PreviousPending, [Chord::shift("KeyN")]),
                row(Command::Order(Order::Label), [plain("Semicolon")]),
                row(Command::Order(Order::Confidence), [plain("Quote")]),
                row(Command::Inner, [Chord::shift("KeyJ")]),
                row(Command::Outer, [Chord::shift("KeyK")]),
                row(Command::NextSection, [plain("BracketRight")]),
                row(Command::PreviousSection, [plain("BracketLeft")]),
                row(Command::Jump, [plain("KeyG")]),
                row(Command::NextRegion, [plain("F6")]),
                row(Command::PreviousRegion, [Chord::shift("F6")]),
            ],
        ),
        (
            "keys-deciding",
            vec![
                row(Command::Accept, [plain("Enter"), plain("NumpadEnter")]),
                row(Command::AcceptWithLinked, [Chord::shift("Enter")]),
                row(Command::Reject, [plain("KeyX")]),
                row(Command::Bulk, [plain("KeyB")]),
                row(Command::Remove, [plain("Delete"), plain("Backspace")]),
            ],
        ),
        (
            "keys-range",
            vec![
                row(Command::Range(RangeStep::Grow), [plain("Period")]),
                row(Command::Range(RangeStep::Shrink), [plain("Comma")]),
                edge(false, true, false, [plain("ArrowRight")]),
                edge(false, false, false, [plain("ArrowLeft")]),
                edge(false, true, true, [Chord::control("ArrowRight")]),
                edge(false, false, true, [Chord::control("ArrowLeft")]),
                edge(true, true, false, [Chord::shift("ArrowRight")]),
                edge(true, false, false, [Chord::shift("ArrowLeft")]),
                edge(true, true, true, [Chord::control_shift("ArrowRight")]),
                edge(true, false, true, [Chord::control_shift("ArrowLeft")]),
                row(Command::Range(RangeStep::Split), [plain("KeyS")]),
                row(Command::Range(RangeStep::Merge), [plain("KeyD")]),
                row(Command::Range(RangeStep::AddFragment), [plain("KeyF")]),
                row(Command::Range(RangeStep::DropFragment), [Chord::shift("KeyF")]),
            ],
        ),
        (
            "keys-tagging",
            vec![
                row(Command::Palette, [plain("Slash")]),
                row(Command::TagEqual, [plain("Equal")]),
                row(Command::Link, [plain("KeyC")]),
                row(Command::Attributes, [plain("KeyA")]),
                row(Command::Note, [plain("KeyM")]),
                row(Command::Caret(CaretStep::Toggle), [plain("KeyV")]),
            ],
        ),
        (
            "keys-caret",
            vec![
                caret(Motion::Left, [plain("ArrowLeft")]),
                caret(Motion::Right, [plain("ArrowRight")]),
                caret(Motion::WordLeft, [Chord::control("ArrowLeft"), Chord::alt("ArrowLeft")]),
                caret(
                    Motion::WordRight,
                    [Chord::control("ArrowRight"), Chord::alt("ArrowRight")],
                ),
                caret(Motion::Up, [plain("ArrowUp")]),
                caret(Motion::Down, [plain("ArrowDown")]),
                caret(Motion::LineStart, [plain("Home")]),
                caret(Motion::LineEnd, [plain("End")]),
            ],
        ),
        (
            "keys-always",
            vec![
                row(Command::Undo, [Chord::control("KeyZ"), plain("KeyZ")]),
                row(
                    Command::Redo,
                    [
                        Chord::control_shift("KeyZ"),
                        Chord::control("KeyY"),
                        Chord::shift("KeyZ"),
                    ],
                ),
                row(Command::Leave, [plain("Escape")]),
                row(Command::Commands, [Chord::control("KeyK")]),
                row(Command::Show(Page::Text), [Chord::alt("Digit1")]),
                row(Command::Show(Page::Table), [Chord::alt("Digit2")]),
                row(Command::Show(Page::Statistics), [Chord::alt("Digit3")]),
                row(Command::Show(Page::Compare), [Chord::alt("Digit4")]),
                row(Command::Find, [Chord::control("KeyF")]),
                row(Command::Export, [Chord::control("KeyE")]),
                row(Command::SaveFile, [Chord::control("KeyS")]),
                row(Command::Open, [Chord::control("KeyO")]),
                row(Command::TogglePanes, [plain("Backslash")]),
                row(Command::ToggleGlyphs, [plain("KeyL")]),
                row(Command::TagSet, [plain("KeyP")]),
                row(Command::NewVersion, []),
                row(Command::Keys, [Chord::shift("Slash")]),
                row(Command::KeySettings, []),
                row(Command::Reading, []),
            ],
        ),
    ]
});
