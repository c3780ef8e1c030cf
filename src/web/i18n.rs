//! The page's words in the person's language.

use std::rc::Rc;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;
use yew::prelude::*;

use super::settings::Language;

/// The messages of one language. Cheap to clone; equal if the language is.
#[derive(Clone)]
pub struct Messages {
    language: Language,
    bundle: Rc<FluentBundle<FluentResource>>,
}

impl PartialEq for Messages {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

impl Messages {
    /// Reads the messages of a language.
    pub fn new(language: Language) -> Self {
        let (id, text) = match language {
            Language::Chinese => ("zh-Hans", include_str!("locales/zh.ftl")),
            Language::English => ("en", include_str!("locales/en.ftl")),
        };
        let mut bundle = FluentBundle::new(vec![id.parse::<LanguageIdentifier>().unwrap_or_default()]);
        // Isolation marks would end up in titles and labels that people copy.
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Self {
            language,
            bundle: Rc::new(bundle),
        }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A message without arguments. An unknown one shows its id.
    pub fn get(&self, id: &str) -> AttrValue {
        self.format(id, None)
    }

    /// A message without arguments, if there is one of this id.
    pub fn find(&self, id: &str) -> Option<AttrValue> {
        self.bundle.has_message(id).then(|| self.get(id))
    }

    /// What a rule goes by, `measure/modal` for instance. A rule that is not known here, from another tool's
    /// file, shows its name.
    pub fn why(&self, rule: &str) -> AttrValue {
        self.find(&format!("why-{}", rule.replace('/', "-")))
            .unwrap_or_else(|| AttrValue::from(rule.to_owned()))
    }

    /// A message with a number, called `n` in it.
    pub fn count(&self, id: &str, n: usize) -> AttrValue {
        self.with(id, &[("n", n.into())])
    }

    /// A message with named arguments.
    pub fn with(&self, id: &str, arguments: &[(&str, FluentValue<'_>)]) -> AttrValue {
        let mut named = FluentArgs::new();
        for (name, value) in arguments {
            named.set(*name, value.clone());
        }
        self.format(id, Some(&named))
    }

    /// Whichever of two names belongs to the language.
    pub fn choose<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        match self.language {
            Language::Chinese => zh,
            Language::English => en,
        }
    }

    fn format(&self, id: &str, arguments: Option<&FluentArgs<'_>>) -> AttrValue {
        match self.bundle.get_message(id).and_then(|message| message.value()) {
            Some(pattern) => AttrValue::from(
                self.bundle
                    .format_pattern(pattern, arguments, &mut Vec::new())
                    .into_owned(),
            ),
            None => AttrValue::from(id.to_owned()),
        }
    }
}

/// The messages of the person's language.
#[hook]
pub fn use_messages() -> Messages {
    use_context::<Messages>().unwrap_or_else(|| Messages::new(Language::default()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn ids(text: &str) -> BTreeSet<&str> {
        text.lines()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
            .filter_map(|line| line.split(" =").next())
            .collect()
    }

    #[test]
    fn both_languages_say_everything() {
        let (zh, en) = (include_str!("locales/zh.ftl"), include_str!("locales/en.ftl"));
        assert_eq!(ids(zh), ids(en));
        assert!(ids(zh).len() > 60);
        for text in [zh, en] {
            let parsed = FluentResource::try_new(text.to_owned());
            assert!(parsed.is_ok(), "{:?}", parsed.err().map(|(_, errors)| errors));
        }
    }

    #[test]
    fn numbers_are_written_into_messages() {
        let messages = Messages::new(Language::English);
        assert_ne!(messages.count("status-pending", 1), messages.count("status-pending", 2));
        assert_eq!(messages.get("no-such-message"), "no-such-message");
    }

    #[test]
    fn rules_are_said_in_words() {
        let messages = Messages::new(Language::Chinese);
        assert_eq!(messages.why("quantity/unit"), "数词加单位");
        assert_eq!(messages.why("crf/v2"), "crf/v2");
    }
}
