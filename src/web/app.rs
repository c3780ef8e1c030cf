//! The root: state, hooks, and which view is shown.

use std::rc::Rc;

use web_sys::window;
use yew::prelude::*;

use super::ambient::{now, use_address};
use super::autosave::use_autosave;
use super::command::Command;
use super::components::{dialogs::Dialogs, notices::Notices, start::Start, workbench::Workbench};
use super::dom::{highlight, inheritance, regions};
use super::extraction::use_extraction;
use super::i18n::Messages;
use super::keyboard::{use_free_focus, use_keyboard};
use super::keymap::Keymap;
use super::offline::use_offline;
use super::settings::{Settings, remember_keys, remembered_keys, use_taken_over};
use super::shell::{Chosen, Keys, Shell};
use super::state::{Action, AppState, SaveState};
use super::timing::{Moment, Work, begin, mark};
use crate::annotate::TagSet;

/// The whole page.
#[component]
pub fn App() -> Html {
    let state = use_reducer(AppState::default);
    let settings = use_state(Settings::remembered);
    use_effect_with(*settings, |settings| settings.adopt());
    {
        let settings = settings.setter();
        use_taken_over(move || settings.set(Settings::remembered()));
    }
    let messages = (*use_memo(settings.language, |language| Messages::new(*language))).clone();
    let shell = {
        let dispatch = state.dispatcher().to_callback();
        use_memo((), move |()| Shell {
            run: runner(dispatch.clone()),
            dispatch,
        })
    };
    let chosen = Chosen {
        settings: *settings,
        choose: use_callback(settings.setter(), |chosen: Settings, setter| setter.set(chosen)),
    };
    use_autosave(&state);
    use_extraction(&state);
    use_address(&state);
    use_offline(state.library.is_some(), shell.dispatch.clone());
    let guidelines = use_memo((), |()| TagSet::guidelines());
    let tagset = state
        .open
        .as_ref()
        .map_or_else(|| (*guidelines).clone(), |open| open.project.tagset.clone());
    let keys = use_keys_remembered();
    use_keyboard(&state, (keys.keymap.clone(), (*guidelines).clone()), shell.run.clone());
    use_free_focus();
    use_title(state.open.as_ref().map(|open| open.entry.title.clone()), &messages);
    use_effect_with(state.library.is_some(), |is_usable| {
        if *is_usable {
            mark(Moment::Usable);
        }
    });
    {
        let dispatch = shell.dispatch.clone();
        use_effect_with((), move |()| {
            inheritance::reach_every_element();
            if !highlight::is_supported() {
                dispatch.emit(Action::Warn(super::state::Words::plain("problem-highlight")));
            }
        });
    }
    let view = match &state.open {
        Some(open) => html! {
            <Workbench open={open.clone()} view={state.view.clone()} engine={state.engine} save={state.save_state()}
                failure={state.failure.clone()} saved={state.saved} library={state.library.clone()} />
        },
        None => html! {
            <Start library={state.library.clone()} is_opening={state.opening.is_some()} batch={state.batch.clone()} requests={state.view.file_requests} />
        },
    };
    html! {
        <ContextProvider<Messages> context={messages}>
        <ContextProvider<Shell> context={(*shell).clone()}>
        <ContextProvider<Chosen> context={chosen}>
        <ContextProvider<Keys> context={keys}>
            <div class="app" data-testid="app" data-state={state.phase()} data-saved={(state.save_state() == SaveState::Saved).to_string()}>
                <div class="behind" inert={state.view.dialog.is_some()}>{ view }</div>
                <Dialogs key={state.view.dialogs} dialog={state.view.dialog.clone()} library={state.library.clone()} open={state.open.clone()} {tagset} />
                <Notices notices={state.notices.clone()} announcement={state.announcement.clone()}
                    failure={state.failure.clone()} engine={state.engine}
                    contested={state.contested()} open={state.open.clone()} />
            </div>
        </ContextProvider<Keys>>
        </ContextProvider<Chosen>>
        </ContextProvider<Shell>>
        </ContextProvider<Messages>>
    }
}

/// Shows the page in the document.
pub fn mount() {
    yew::Renderer::<App>::new().render();
}

/// Commands get the time and are timed.
fn runner(dispatch: Callback<Action>) -> Callback<Command> {
    Callback::from(move |command: Command| {
        match command {
            Command::NextRegion => return regions::go(true),
            Command::PreviousRegion => return regions::go(false),
            Command::Leave => regions::leave(),
            _ => {}
        }
        begin(Work::Edit);
        dispatch.emit(Action::Command(command, now()));
    })
}

/// The person's keys, remembered whenever they change.
#[hook]
fn use_keys_remembered() -> Keys {
    let keymap = use_state(|| Rc::new(remembered_keys()));
    let choose = use_callback(keymap.setter(), |chosen: Keymap, setter| {
        remember_keys(&chosen);
        setter.set(Rc::new(chosen));
    });
    {
        let keymap = keymap.setter();
        use_taken_over(move || keymap.set(Rc::new(remembered_keys())));
    }
    Keys {
        keymap: (*keymap).clone(),
        choose,
    }
}

/// The title of the browser's window.
#[hook]
fn use_title(document: Option<String>, messages: &Messages) {
    let name = messages.get("app-name");
    use_effect_with((document, name), |(document, name)| {
        let title = match document {
            Some(title) => Rc::from(format!("{title} · {name}")),
            None => Rc::from(&**name),
        };
        if let Some(document) = window().and_then(|window| window.document()) {
            document.set_title(&title);
        }
    });
}
