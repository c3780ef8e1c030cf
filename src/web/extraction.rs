//! Starts the worker, gives it the dictionary, and carries extractions and words between it and the
//! state.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::client::{Client, News};
use super::dictionary;
use super::state::{Action, AppState, Engine, ExtractionEvent, KnownWords};
use super::timing::{Moment, Work, begin, end, mark};
use crate::extract::Directive;
use crate::protocol::{Request, RequestId, Response};
use crate::text::ByteOffset;

/// Runs extractions for the state, for as long as the page lives.
#[hook]
pub fn use_extraction(state: &UseReducerHandle<AppState>) {
    let client = use_mut_ref(|| None::<Client>);
    let asked = use_mut_ref(|| None::<RequestId>);
    let wordless = use_mut_ref(Wordless::default);
    {
        let (dispatch, client, wordless) = (state.dispatcher().to_callback(), client.clone(), wordless.clone());
        use_effect_with((), move |()| {
            let started = Client::start(move |news| tell(news, &wordless, &dispatch));
            *client.borrow_mut() = Some(started.clone());
            spawn_local(async move { started.give_dictionary(dictionary::fetch().await.ok()) });
        });
    }
    {
        let (client, text) = (client.clone(), state.wordless());
        let address = text.as_ref().map(|text| text.as_ptr().addr());
        use_effect_with(address, move |_| {
            if let (Some(client), Some(text)) = (&*client.borrow(), text) {
                let request = wordless.borrow_mut().ask(text);
                client.ask(request);
            }
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

/// The text whose words were asked for last, and the number of that request.
#[derive(Default)]
struct Wordless {
    request: u32,
    text: Option<Arc<str>>,
}

impl Wordless {
    fn ask(&mut self, text: Arc<str>) -> Request {
        self.request += 1;
        let id = RequestId(self.request);
        let question = text.to_string();
        self.text = Some(text);
        Request::Words { id, text: question }
    }

    /// The words of the text, from their lengths in bytes, with its orders.
    fn take(&mut self, RequestId(request): RequestId, lengths: &[u32], orders: Vec<Directive>) -> Option<KnownWords> {
        let text = self.text.take_if(|_| request == self.request)?;
        let ends = lengths.iter().scan(0_u32, |end, length| {
            *end = end.saturating_add(*length);
            Some(ByteOffset(*end))
        });
        let seams = std::iter::once(ByteOffset(0)).chain(ends).collect();
        Some(KnownWords {
            text,
            seams,
            orders: orders.into(),
        })
    }
}

fn tell(news: News, wordless: &RefCell<Wordless>, dispatch: &Callback<Action>) {
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
        Response::Words { id, lengths, orders } => {
            if let Some(words) = wordless.borrow_mut().take(id, &lengths, orders) {
                dispatch.emit(Action::Words(Rc::new(words)));
            }
        }
        Response::Failed { id, .. } => extraction(id, ExtractionEvent::Failed),
    }
}
