//! Messages to the person, as data: they are put into words where they are shown.

use crate::annotate::{Name, Verb};

/// A message to the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Names it; rises.
    pub serial: u32,
    /// How it sounds.
    pub tone: Tone,
    /// What it says.
    pub words: Words,
}

/// How a message sounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Goes away by itself.
    Passing,
    /// Stays until it is closed.
    Problem,
}

/// A message of the page with its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The message's id.
    pub message: &'static str,
    /// Its arguments by name.
    pub arguments: Vec<(&'static str, Argument)>,
}

impl Words {
    /// A message without arguments.
    pub fn plain(message: &'static str) -> Self {
        Self {
            message,
            arguments: Vec::new(),
        }
    }

    /// The same message with one more argument.
    pub fn and(mut self, name: &'static str, argument: Argument) -> Self {
        self.arguments.push((name, argument));
        self
    }
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// Text that is the same in every language.
    Text(String),
    /// A number.
    Number(usize),
    /// What a gesture did.
    Verb(Verb),
    /// A label's name.
    Label(Name),
}
