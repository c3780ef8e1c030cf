//! Asks which encoding a text file is in, where that is not clear.

use std::rc::Rc;

use yew::prelude::*;

use crate::web::i18n::use_messages;
use crate::web::intake::take_as;
use crate::web::shell::use_shell;
use crate::web::state::{Action, UnclearFile};

/// What the choice is about.
#[derive(Properties, PartialEq)]
pub struct EncodingChoiceProps {
    /// The file.
    pub file: Rc<UnclearFile>,
}

/// The readings to choose from, each with how the file would begin.
#[component]
pub fn EncodingChoice(props: &EncodingChoiceProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    html! {
        <>
            <p>{ messages.with("encoding-words", &[("name", props.file.name.clone().into())]) }</p>
            <ul class="readings">
                for reading in &props.file.readings {
                    <li key={reading.encoding.clone()}>
                        <button class="reading" data-testid="encoding" data-encoding={reading.encoding.clone()} onclick={{
                            let (file, encoding, dispatch) = (props.file.clone(), reading.encoding.clone(), shell.dispatch.clone());
                            Callback::from(move |_: MouseEvent| {
                                dispatch.emit(Action::ShowDialog(None));
                                take_as(&file, &encoding, dispatch.clone());
                            })
                        }}>
                            <span class="number">{ &reading.encoding }</span><q>{ &reading.sample }</q>
                        </button>
                    </li>
                }
            </ul>
        </>
    }
}
