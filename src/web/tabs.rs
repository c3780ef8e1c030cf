//! Tabs tell one another which documents they have written.

use std::rc::Rc;

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use web_sys::MessageEvent;
use yew::Callback;

use super::state::Action;
use super::storage::Write;

#[wasm_bindgen]
extern "C" {
    /// Reaches all tabs of this origin but the one that speaks.
    type BroadcastChannel;
    #[wasm_bindgen(constructor, catch)]
    fn new(name: &str) -> Result<BroadcastChannel, JsValue>;
    #[wasm_bindgen(method, catch, js_name = postMessage)]
    fn post_message(this: &BroadcastChannel, message: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(method, setter)]
    fn set_onmessage(this: &BroadcastChannel, handler: Option<&Function>);
    #[wasm_bindgen(method)]
    fn close(this: &BroadcastChannel);
}

/// The way to the other tabs. Where the browser has none, a tab learns of the others when it writes.
pub struct Tabs {
    channel: BroadcastChannel,
    _heard: Closure<dyn Fn(MessageEvent)>,
}

impl Tabs {
    /// Listens to the other tabs for as long as this lives.
    pub fn open(dispatch: Callback<Action>) -> Option<Self> {
        let channel = BroadcastChannel::new("juyao").ok()?;
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let Ok(pair) = event.data().dyn_into::<Array>() else {
                return;
            };
            if let (Some(id), Some(step)) = (pair.get(0).as_string(), pair.get(1).as_f64()) {
                dispatch.emit(Action::WrittenElsewhere(id.into(), step as u64));
            }
        });
        channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        Some(Self { channel, _heard: heard })
    }

    /// Tells the other tabs what this one has written.
    pub fn tell(&self, writes: &[Write]) {
        let mut told: Vec<(&Rc<str>, u64)> = Vec::new();
        for write in writes {
            told.retain(|(id, _)| *id != write.document());
            told.push((write.document(), write.number()));
        }
        for (id, number) in told {
            let pair = Array::of2(&JsValue::from_str(id), &JsValue::from_f64(number as f64));
            // A tab that is not told learns of it when it writes.
            let _ = self.channel.post_message(&pair);
        }
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}
