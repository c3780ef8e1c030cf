//! A key with the keys held down. Keys are physical (`KeyboardEvent.code`), so that everything works
//! the same on every layout.

use serde::{Deserialize, Serialize};

/// A physical key with the keys held down.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Chord {
    /// `KeyboardEvent.code`, e.g. `KeyJ`. The number block counts as digits.
    pub code: String,
    /// Shift.
    #[serde(default)]
    pub shift: bool,
    /// Ctrl, or ⌘ on macOS.
    #[serde(default)]
    pub control: bool,
    /// Alt.
    #[serde(default)]
    pub alt: bool,
}

impl Chord {
    /// A key alone.
    pub fn plain(code: &str) -> Self {
        Self {
            code: code.to_owned(),
            shift: false,
            control: false,
            alt: false,
        }
    }

    /// A key with Shift.
    pub fn shift(code: &str) -> Self {
        Self {
            shift: true,
            ..Self::plain(code)
        }
    }

    /// A key with Ctrl.
    pub fn control(code: &str) -> Self {
        Self {
            control: true,
            ..Self::plain(code)
        }
    }

    /// A key with Ctrl and Shift.
    pub fn control_shift(code: &str) -> Self {
        Self {
            shift: true,
            ..Self::control(code)
        }
    }

    /// A key with Alt.
    pub fn alt(code: &str) -> Self {
        Self {
            alt: true,
            ..Self::plain(code)
        }
    }

    /// The same without Shift.
    pub fn unshifted(&self) -> Self {
        Self {
            shift: false,
            ..self.clone()
        }
    }

    /// Whether it is a certain key alone; the number block counts as digits.
    pub fn is_plain(&self, code: &str) -> bool {
        let same = self.code == code
            || self
                .code
                .strip_prefix("Numpad")
                .is_some_and(|digit| code.strip_prefix("Digit") == Some(digit));
        same && !self.shift && !self.control && !self.alt
    }

    /// Whether it is a letter, a digit or a mark, alone or with Shift.
    pub fn is_single(&self) -> bool {
        let is_named = ["Arrow", "F", "Page", "NumpadEnter"]
            .iter()
            .any(|name| self.code.starts_with(name))
            || matches!(
                self.code.as_str(),
                "Enter" | "Escape" | "Tab" | "Delete" | "Backspace" | "Home" | "End" | "Space"
            );
        !self.control && !self.alt && !is_named
    }

    /// What stands on the keys, e.g. `Ctrl Shift Z`.
    pub fn caption(&self) -> String {
        if *self == Self::shift("Slash") {
            return "?".to_owned();
        }
        let held = [(self.control, "Ctrl "), (self.alt, "Alt "), (self.shift, "Shift ")];
        let held: String = held
            .iter()
            .filter(|(is_held, _)| *is_held)
            .map(|(_, words)| *words)
            .collect();
        held + caption(&self.code)
    }
}

/// The caption of a physical key, e.g. `J` for `KeyJ`.
pub fn caption(code: &str) -> &str {
    match code {
        "BracketLeft" => "[",
        "BracketRight" => "]",
        "Slash" => "/",
        "Backslash" => "\\",
        "Period" => ".",
        "Comma" => ",",
        "Semicolon" => ";",
        "Quote" => "'",
        "Equal" => "=",
        "Minus" => "-",
        "Backquote" => "`",
        "ArrowDown" => "↓",
        "ArrowUp" => "↑",
        "ArrowLeft" => "←",
        "ArrowRight" => "→",
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
