//! What a person has chosen for this browser: language and theme. Remembered where that is allowed.

use std::collections::BTreeMap;

use gloo::events::EventListener;
use web_sys::{Event, window};
use yew::prelude::{hook, use_effect_with};

use super::keymap::Keymap;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Chinese, simplified.
    #[default]
    Chinese,
    /// English.
    English,
}

impl Language {
    /// The language's tag, as in HTML's `lang`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-Hans",
            Self::English => "en",
        }
    }

    /// The next language in turn.
    pub fn next(self) -> Self {
        match self {
            Self::Chinese => Self::English,
            Self::English => Self::Chinese,
        }
    }
}

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light, whatever the system has.
    Light,
    /// Dark, whatever the system has.
    Dark,
}

impl Theme {
    /// The value of `data-theme` on the root element, if any.
    pub fn id(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// The next theme in turn.
    pub fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }
}

/// How the text is set: for each of [`READING`] an index into its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading([usize; READING.len()]);

/// What can be chosen about the text, each with its values and the usual one. The root element has them
/// as `data-read-…`; the styles say what they are.
pub const READING: [(&str, &[&str], usize); 4] = [
    ("size", &["small", "medium", "large", "huge"], 1),
    ("leading", &["tight", "medium", "loose"], 1),
    ("column", &["narrow", "medium", "wide"], 1),
    ("font", &["serif", "sans"], 0),
];

impl Default for Reading {
    fn default() -> Self {
        Self(READING.map(|(_, _, usual)| usual))
    }
}

impl Reading {
    /// The value of one of [`READING`].
    pub fn value(self, choice: usize) -> usize {
        self.0[choice]
    }

    /// With another value for one of [`READING`].
    pub fn with(mut self, choice: usize, value: usize) -> Self {
        self.0[choice] = value;
        self
    }

    fn remembered() -> Self {
        let mut reading = Self::default();
        for (own, (name, values, _)) in reading.0.iter_mut().zip(READING) {
            let known = recall(&format!("juyao.read-{name}"));
            if let Some(value) = values.iter().position(|value| known.as_deref() == Some(value)) {
                *own = value;
            }
        }
        reading
    }
}

/// All choices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The language of the interface.
    pub language: Language,
    /// The colours of the page.
    pub theme: Theme,
    /// How the text is set.
    pub reading: Reading,
}

impl Settings {
    /// What was remembered; defaults where nothing was, or where nothing can be remembered.
    pub fn remembered() -> Self {
        let language = match recall("juyao.language").as_deref() {
            Some("en") => Language::English,
            _ => Language::Chinese,
        };
        let theme = match recall("juyao.theme").as_deref() {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::System,
        };
        let reading = Reading::remembered();
        Self {
            language,
            theme,
            reading,
        }
    }

    /// Remembers the choices and puts them on the root element, where styles and voices see them.
    pub fn adopt(self) {
        remember("juyao.language", self.language.tag());
        remember("juyao.theme", self.theme.id().unwrap_or("system"));
        let Some(root) = window()
            .and_then(|window| window.document())
            .and_then(|document| document.document_element())
        else {
            return;
        };
        let _ = root.set_attribute("lang", self.language.tag());
        let _ = match self.theme.id() {
            Some(theme) => root.set_attribute("data-theme", theme),
            None => root.remove_attribute("data-theme"),
        };
        for (value, (name, values, _)) in self.reading.0.into_iter().zip(READING) {
            remember(&format!("juyao.read-{name}"), values[value]);
            let _ = root.set_attribute(&format!("data-read-{name}"), values[value]);
        }
    }
}

/// The person's keys; those of the table where nothing was remembered.
pub fn remembered_keys() -> Keymap {
    recall("juyao.keys")
        .and_then(|json| serde_json::from_str(&json).ok())
        .unwrap_or_default()
}

/// Remembers the person's keys.
pub fn remember_keys(keymap: &Keymap) {
    if let Ok(json) = serde_json::to_string(keymap) {
        remember("juyao.keys", &json);
    }
}

/// The names of everything that this program remembers begin so.
const OURS: &str = "juyao.";

/// Everything that is remembered in this browser.
pub fn all_remembered() -> BTreeMap<String, String> {
    let Some(Ok(Some(storage))) = window().map(|window| window.local_storage()) else {
        return BTreeMap::new();
    };
    let names = (0..storage.length().unwrap_or(0)).filter_map(|index| storage.key(index).ok()?);
    let ours = names.filter(|name| name.starts_with(OURS));
    ours.filter_map(|name| Some((name.clone(), storage.get_item(&name).ok()??)))
        .collect()
}

/// Remembers what was remembered in another browser and tells the page. Returns whether anything is different.
pub fn take_over(choices: &BTreeMap<String, String>) -> bool {
    let ours = choices.iter().filter(|(name, _)| name.starts_with(OURS));
    let new: Vec<_> = ours
        .filter(|(name, value)| recall(name).as_ref() != Some(value))
        .collect();
    new.iter().for_each(|(name, value)| remember(name, value));
    if let (Some(window), Ok(event)) = (window(), Event::new(TAKEN_OVER)) {
        let _ = window.dispatch_event(&event);
    }
    !new.is_empty()
}

/// Calls back when what is remembered was taken over from another browser.
#[hook]
pub fn use_taken_over(call: impl Fn() + 'static) {
    use_effect_with((), move |()| {
        let listener = window().map(|window| EventListener::new(&window, TAKEN_OVER, move |_| call()));
        move || drop(listener)
    });
}

/// The event on the window that tells it.
const TAKEN_OVER: &str = "juyao-taken-over";

/// What was remembered under a key.
pub(super) fn recall(key: &str) -> Option<String> {
    window()?.local_storage().ok()??.get_item(key).ok()?
}

/// Remembers a choice. Where storage is forbidden or full it simply lasts until the page is closed.
pub(super) fn remember(key: &str, value: &str) {
    if let Some(Ok(Some(storage))) = window().map(|window| window.local_storage()) {
        let _ = storage.set_item(key, value);
    }
}
