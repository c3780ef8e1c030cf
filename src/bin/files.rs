//! The worker for files: opening and exporting behind `postMessage`.
//!
//! A byte array is a job, a byte array is its answer.

use js_sys::{Array, Uint8Array};
use juyao::engine::answer;
use juyao::protocol::{FileAnswer, FileJob, PROTOCOL_VERSION, decode, encode};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let reply = {
        let scope = scope.clone();
        move |answer: FileAnswer| {
            let bytes = Uint8Array::from(&*encode(&answer));
            // The page is gone if it cannot be told: nothing is left to do.
            let _ = scope.post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer()));
        }
    };
    reply(FileAnswer::Hello {
        version: PROTOCOL_VERSION,
    });
    let onmessage = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data();
        let job = data.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
        reply(match job.as_deref().map(decode::<FileJob>) {
            Some(Ok(job)) => answer(job),
            _ => FileAnswer::Failed {
                reason: "not a job".to_owned(),
            },
        });
    });
    scope.set_onmessage(Some(onmessage.as_ref().unchecked_ref()));
    onmessage.forget();
}
