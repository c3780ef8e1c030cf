//! What every component can reach: the way to the state, and to the commands.

use std::rc::Rc;

use yew::prelude::*;

use super::command::Command;
use super::keymap::Keymap;
use super::settings::Settings;
use super::state::Action;

/// The way to the state. Equal on every render.
#[derive(Clone, Debug, PartialEq)]
pub struct Shell {
    /// Changes the state.
    pub dispatch: Callback<Action>,
    /// Runs a command.
    pub run: Callback<Command>,
}

impl Shell {
    /// Changes the state.
    pub fn act(&self, action: Action) {
        self.dispatch.emit(action);
    }

    /// A handler that runs a command, whatever the event.
    pub fn on<E: 'static>(&self, command: Command) -> Callback<E> {
        let run = self.run.clone();
        Callback::from(move |_: E| run.emit(command.clone()))
    }

    /// A handler that changes the state, whatever the event.
    pub fn to<E: 'static>(&self, action: Action) -> Callback<E> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_: E| dispatch.emit(action.clone()))
    }
}

/// The way to the state.
#[hook]
pub fn use_shell() -> Shell {
    use_context::<Shell>().unwrap_or_else(|| Shell {
        dispatch: Callback::noop(),
        run: Callback::noop(),
    })
}

/// The person's choices and the way to change them.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// The choices.
    pub settings: Settings,
    /// Changes them.
    pub choose: Callback<Settings>,
}

/// The person's choices.
#[hook]
pub fn use_chosen() -> Chosen {
    use_context::<Chosen>().unwrap_or_else(|| Chosen {
        settings: Settings::default(),
        choose: Callback::noop(),
    })
}

/// The person's keys and the way to change them.
#[derive(Clone, Debug, PartialEq)]
pub struct Keys {
    /// The keys.
    pub keymap: Rc<Keymap>,
    /// Changes them.
    pub choose: Callback<Keymap>,
}

/// The person's keys.
#[hook]
pub fn use_keys() -> Keys {
    use_context::<Keys>().unwrap_or_else(|| Keys {
        keymap: Rc::default(),
        choose: Callback::noop(),
    })
}
