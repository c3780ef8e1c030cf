//! Starts the worker, gives it the dictionary, and carries extractions between it and the state.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::client::{Client, News};
use super::dictionary;
use super::state::{Action, AppState, Engine, ExtractionEvent};
use super::timing::{Moment, Work, begin, end, mark};
use crate::protocol::{Request, RequestId, Response};

/// Runs extractions for the state, for as long as the page lives.
#[hook]
pub fn use_extraction(state: &UseReducerHandle<AppState>) {
    let client = use_mut_ref(|| None::<Client>);
    let asked = use_mut_ref(|| None::<RequestId>);
    {
        let (dispatch, client) = (state.dispatcher().to_callback(), client.clone());
        use_effect_with((), move |()| {
            let started = Client::start(move |news| tell(news, &dispatch));
            *client.borrow_mut() = Some(started.clone());
            spawn_local(async move { started.give_dictionary(dictionary::fetch().await.ok()) });
        });
    }
    let (running, text) = state.extraction().unzip();
    use_effect_with(running, move |running| {
        let Some(client) = &*client.borrow() else { return };
        match (running, text) {
            (Some(id), Some(text)) => {
                *asked.borrow_mut() = Some(*id);
                begin(Work::Extraction);
                client.ask(Request::Extract {
                    id: *id,
                    text: text.to_string(),
                });
            }
            _ => {
                // Where the answer has come already there is nothing left to break off.
                if asked.borrow_mut().take().is_some() {
                    client.cancel();
                }
            }
        }
    });
}

fn tell(news: News, dispatch: &Callback<Action>) {
    let response = match news {
        News::Response(response) => response,
        News::Broken => return dispatch.emit(Action::Engine(Engine::Failed)),
    };
    let extraction = |id: RequestId, event: ExtractionEvent| dispatch.emit(Action::Extraction(id, event));
    match response {
        Response::Hello { .. } => dispatch.emit(Action::Engine(Engine::Ready)),
        Response::DictionaryReady | Response::DictionaryFailed { .. } => mark(Moment::Dictionary),
        Response::Progress { id, done, total } => extraction(id, ExtractionEvent::Progress { done, total }),
        Response::Preview { id, suggestions } => {
            mark(Moment::SuggestionsFirst);
            extraction(id, ExtractionEvent::Preview(Rc::new(suggestions)));
        }
        Response::Done {
            id,
            suggestions,
            complete,
        } => {
            mark(Moment::SuggestionsAll);
            end(Work::Extraction);
            extraction(id, ExtractionEvent::Done(Rc::new(suggestions), complete));
        }
        Response::Failed { id, .. } => extraction(id, ExtractionEvent::Failed),
    }
}
