//! The worker, seen from the page: spawned, asked, respawned when it breaks.

use std::cell::{Cell, RefCell};
use std::mem::discriminant;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, MessageEvent, Worker};

use super::parts::{Part, address};
use crate::protocol::{PROTOCOL_VERSION, Request, Response, decode, encode};

/// How many times in a row a worker may break before the page gives up.
const ATTEMPTS: u32 = 3;

/// What the worker has to say.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// An answer.
    Response(Response),
    /// It cannot be started.
    Broken,
}

/// The worker. Cheap to clone.
#[derive(Clone)]
pub struct Client(Rc<Inner>);

struct Inner {
    running: RefCell<Option<Running>>,
    /// The dictionary, kept for the next worker.
    dictionary: RefCell<Dictionary>,
    /// What was asked last of each kind, until it is answered: asked again if the worker breaks.
    open_requests: RefCell<Vec<Request>>,
    report: Box<dyn Fn(News)>,
    failures: Cell<u32>,
}

struct Running {
    worker: Worker,
    /// Whether it has said hello. What it is sent before that is lost.
    is_listening: Cell<bool>,
    _onmessage: Closure<dyn FnMut(MessageEvent)>,
    _onerror: Closure<dyn FnMut(Event)>,
}

enum Dictionary {
    Coming,
    There(Uint8Array),
    Missing,
}

impl Client {
    /// Starts a worker.
    pub fn start(report: impl Fn(News) + 'static) -> Self {
        let client = Self(Rc::new(Inner {
            running: RefCell::new(None),
            dictionary: RefCell::new(Dictionary::Coming),
            open_requests: RefCell::default(),
            report: Box::new(report),
            failures: Cell::new(0),
        }));
        client.spawn();
        client
    }

    /// Asks something. An earlier question of the same kind that is not answered yet is no longer
    /// waited for.
    pub fn ask(&self, request: Request) {
        self.send(&request);
        let mut open = self.0.open_requests.borrow_mut();
        open.retain(|known| discriminant(known) != discriminant(&request));
        open.push(request);
    }

    /// Hands over the dictionary, plain text, or says that there is none.
    pub fn give_dictionary(&self, bytes: Option<Uint8Array>) {
        *self.0.dictionary.borrow_mut() = bytes.map_or(Dictionary::Missing, Dictionary::There);
        self.send_dictionary();
    }

    /// Breaks off the extraction that is going on: a new worker takes the place of this one.
    pub fn cancel(&self) {
        let mut open = self.0.open_requests.borrow_mut();
        let all = open.len();
        open.retain(|request| !matches!(request, Request::Extract { .. }));
        let was_extracting = open.len() < all;
        drop(open);
        if was_extracting {
            self.spawn();
        }
    }

    fn send(&self, request: &Request) {
        if let Some(running) = self
            .0
            .running
            .borrow()
            .as_ref()
            .filter(|running| running.is_listening.get())
        {
            let bytes = Uint8Array::from(&*encode(request));
            let _ = running
                .worker
                .post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer()));
        }
    }

    fn send_dictionary(&self) {
        match &*self.0.dictionary.borrow() {
            Dictionary::Coming => {}
            Dictionary::Missing => self.send(&Request::WithoutDictionary),
            Dictionary::There(bytes) => {
                if let Some(running) = self
                    .0
                    .running
                    .borrow()
                    .as_ref()
                    .filter(|running| running.is_listening.get())
                {
                    // A copy travels, the original stays for the next worker.
                    let copy = bytes.slice(0, bytes.length()).buffer();
                    let _ = running.worker.post_message_with_transfer(&copy, &Array::of1(&copy));
                }
            }
        }
    }

    fn spawn(&self) {
        if let Some(old) = self.0.running.borrow_mut().take() {
            old.worker.terminate();
        }
        let Ok(worker) = Worker::new(&address(Part::Worker)) else {
            return (self.0.report)(News::Broken);
        };
        let onmessage = {
            let client = self.clone();
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| client.receive(&event))
        };
        let onerror = {
            let client = self.clone();
            Closure::<dyn FnMut(Event)>::new(move |event: Event| {
                event.prevent_default();
                client.recover();
            })
        };
        worker.set_onmessage(Some(onmessage.as_ref().unchecked_ref()));
        worker.set_onerror(Some(onerror.as_ref().unchecked_ref()));
        *self.0.running.borrow_mut() = Some(Running {
            worker,
            is_listening: Cell::new(false),
            _onmessage: onmessage,
            _onerror: onerror,
        });
    }

    fn receive(&self, event: &MessageEvent) {
        let Some(bytes) = event.data().dyn_ref::<Uint8Array>().map(Uint8Array::to_vec) else {
            return;
        };
        match decode::<Response>(&bytes) {
            Ok(Response::Hello {
                version: PROTOCOL_VERSION,
            }) => {
                if let Some(running) = &*self.0.running.borrow() {
                    running.is_listening.set(true);
                }
                // The questions first: one is answered in part while the dictionary is being read.
                for request in self.0.open_requests.borrow().iter() {
                    self.send(request);
                }
                self.send_dictionary();
                (self.0.report)(News::Response(Response::Hello {
                    version: PROTOCOL_VERSION,
                }));
            }
            // A worker of another build, from some cache.
            Ok(Response::Hello { .. }) | Err(_) => (self.0.report)(News::Broken),
            Ok(response) => {
                self.settle(&response);
                (self.0.report)(News::Response(response));
            }
        }
    }

    fn recover(&self) {
        self.0.failures.set(self.0.failures.get() + 1);
        if self.0.failures.get() >= ATTEMPTS {
            return (self.0.report)(News::Broken);
        }
        self.spawn();
    }

    /// Forgets the open question if this is its answer.
    fn settle(&self, response: &Response) {
        let is_answered = |request: &Request| match (request, response) {
            (
                Request::Extract { id, .. },
                Response::Done { id: answered, .. } | Response::Failed { id: answered, .. },
            )
            | (Request::Words { id, .. }, Response::Words { id: answered, .. }) => id == answered,
            _ => false,
        };
        let mut open = self.0.open_requests.borrow_mut();
        let all = open.len();
        open.retain(|request| !is_answered(request));
        if open.len() < all {
            self.0.failures.set(0);
        }
    }
}
