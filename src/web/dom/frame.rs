//! Work that is done once with the next frame, however often it is asked for before.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::window;

/// Work for the next frame. Dropping it takes back what was asked for.
pub struct NextFrame {
    run: Closure<dyn FnMut()>,
    /// The number of the request, while there is one.
    asked: Rc<Cell<Option<i32>>>,
}

impl NextFrame {
    /// What is done with a frame.
    pub fn new(work: impl Fn() + 'static) -> Self {
        let asked = Rc::new(Cell::new(None));
        let done = asked.clone();
        let run = Closure::new(move || {
            done.set(None);
            work();
        });
        Self { run, asked }
    }

    /// Asks for it. Of what happens while the page is scrolled it still comes in the same frame.
    pub fn ask(&self) {
        if self.asked.get().is_none() {
            let request = window().map(|window| window.request_animation_frame(self.run.as_ref().unchecked_ref()));
            self.asked.set(request.and_then(Result::ok));
        }
    }
}

impl Drop for NextFrame {
    fn drop(&mut self) {
        if let (Some(request), Some(window)) = (self.asked.take(), window()) {
            let _ = window.cancel_animation_frame(request);
        }
    }
}
