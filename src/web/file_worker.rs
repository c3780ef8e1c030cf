//! The worker for files, seen from the page: fetched when first needed, started anew when it breaks.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, MessageEvent, Worker};

use super::parts::{Part, address};
use crate::protocol::{FileAnswer, FileJob, PROTOCOL_VERSION, decode, encode};

/// The worker could not be started, or broke while it did a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken;

thread_local! {
    static RUNNING: RefCell<Option<Rc<Running>>> = const { RefCell::new(None) };
}

struct Running {
    worker: Worker,
    /// What waits for an answer, in the order of the jobs; the greeting is the first answer.
    waiting: Rc<RefCell<VecDeque<Function>>>,
    greeting: Promise,
    _onmessage: Closure<dyn FnMut(MessageEvent)>,
    _onerror: Closure<dyn FnMut(Event)>,
}

/// Has a job done.
pub async fn ask(job: &FileJob) -> Result<FileAnswer, Broken> {
    let running = RUNNING.with_borrow_mut(|running| match running {
        Some(running) => Ok(running.clone()),
        None => spawn().inspect(|started| *running = Some(started.clone())),
    })?;
    match receive(running.greeting.clone()).await {
        Ok(FileAnswer::Hello {
            version: PROTOCOL_VERSION,
        }) => {}
        _ => {
            give_up(&running);
            return Err(Broken);
        }
    }
    let answer = promise(&running.waiting);
    let bytes = Uint8Array::from(&*encode(job));
    running
        .worker
        .post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer()))
        .map_err(|_| Broken)?;
    receive(answer).await
}

/// Resolves with the bytes of the next answer, or with nothing if the worker breaks.
fn promise(waiting: &Rc<RefCell<VecDeque<Function>>>) -> Promise {
    Promise::new(&mut |resolve, _| waiting.borrow_mut().push_back(resolve))
}

async fn receive(answer: Promise) -> Result<FileAnswer, Broken> {
    let answer = JsFuture::from(answer).await.map_err(|_| Broken)?;
    let bytes = answer.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).ok_or(Broken)?;
    decode(&bytes).map_err(|_| Broken)
}

fn spawn() -> Result<Rc<Running>, Broken> {
    let worker = Worker::new(&address(Part::Files)).map_err(|_| Broken)?;
    let waiting = Rc::new(RefCell::new(VecDeque::new()));
    let onmessage = {
        let waiting = waiting.clone();
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let next: Option<Function> = waiting.borrow_mut().pop_front();
            if let Some(resolve) = next {
                let _ = resolve.call1(&JsValue::NULL, &event.data());
            }
        })
    };
    let onerror = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        event.prevent_default();
        let broken = RUNNING.with_borrow_mut(Option::take);
        if let Some(running) = broken {
            give_up(&running);
        }
    });
    worker.set_onmessage(Some(onmessage.as_ref().unchecked_ref()));
    worker.set_onerror(Some(onerror.as_ref().unchecked_ref()));
    Ok(Rc::new(Running {
        greeting: promise(&waiting),
        worker,
        waiting,
        _onmessage: onmessage,
        _onerror: onerror,
    }))
}

/// Ends a worker; whoever waits for it gets nothing.
fn give_up(running: &Rc<Running>) {
    RUNNING.with_borrow_mut(|current| {
        if current.as_ref().is_some_and(|current| Rc::ptr_eq(current, running)) {
            *current = None;
        }
    });
    running.worker.terminate();
    for resolve in running.waiting.borrow_mut().drain(..) {
        let _ = resolve.call1(&JsValue::NULL, &JsValue::NULL);
    }
    // The handler that is running now belongs to it: it must outlive this call.
    let kept = running.clone();
    gloo::timers::callback::Timeout::new(0, move || drop(kept)).forget();
}
