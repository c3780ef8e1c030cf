//! The worker: the engine behind `postMessage`.
//!
//! A byte array is a request; an array buffer is the dictionary. Answers are byte arrays.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{ArrayBuffer, Uint8Array};
use juyao::engine::Engine;
use juyao::extract::jieba::JiebaLexicon;
use juyao::protocol::{PROTOCOL_VERSION, Request, Response, decode, encode};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let engine = Rc::new(RefCell::new(Engine::new(|bytes| {
        Ok(Box::new(JiebaLexicon::new(bytes)?))
    })));
    let mut reply = {
        let scope = scope.clone();
        move |response: Response| {
            let bytes = Uint8Array::from(&*encode(&response));
            // The page is gone if it cannot be told: nothing is left to do.
            let _ = scope.post_message_with_transfer(&bytes, &js_sys::Array::of1(&bytes.buffer()));
        }
    };
    reply(Response::Hello {
        version: PROTOCOL_VERSION,
    });
    let onmessage = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let (data, mut engine) = (event.data(), engine.borrow_mut());
        if let Some(buffer) = data.dyn_ref::<ArrayBuffer>() {
            engine.dictionary(&Uint8Array::new(buffer).to_vec(), &mut reply);
        } else if let Some(bytes) = data.dyn_ref::<Uint8Array>()
            && let Ok(request) = decode::<Request>(&bytes.to_vec())
        {
            engine.handle(request, &mut reply);
        }
    });
    scope.set_onmessage(Some(onmessage.as_ref().unchecked_ref()));
    onmessage.forget();
}
