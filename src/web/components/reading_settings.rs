//! Size, leading, column and typeface of the text.

use yew::prelude::*;

use crate::web::i18n::use_messages;
use crate::web::settings::{READING, Settings};
use crate::web::shell::use_chosen;

/// A choice a line, and a sample of what they do.
#[component]
pub fn ReadingSettings() -> Html {
    let messages = use_messages();
    let chosen = use_chosen();
    let choice = |(index, (name, values, _)): (usize, &(&'static str, &'static [&'static str], usize))| {
        let name = *name;
        let option = |(value, id): (usize, &&'static str)| {
            let settings = Settings {
                reading: chosen.settings.reading.with(index, value),
                ..chosen.settings
            };
            let choose = chosen.choose.clone();
            let onchange = Callback::from(move |_: Event| choose.emit(settings));
            html! {
                <label>
                    <input type="radio" name={format!("read-{name}")} data-testid={format!("read-{name}-{id}")}
                        checked={chosen.settings.reading.value(index) == value} {onchange} />
                    { messages.get(&format!("read-{name}-{id}")) }
                </label>
            }
        };
        html! {
            <fieldset class="reading-choice" key={name}>
                <legend>{ messages.get(&format!("read-{name}")) }</legend>
                { for values.iter().enumerate().map(option) }
            </fieldset>
        }
    };
    html! {
        <>
            { for READING.iter().enumerate().map(choice) }
            <p class="reading-sample" lang="zh-Hans">{ messages.get("read-sample") }</p>
        </>
    }
}
