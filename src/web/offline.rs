//! The page without a network: registers the service worker that keeps its files, and tells the
//! person when a newer version waits.
//!
//! A page that is open goes on with its own files; the newer version takes over once every tab of the
//! old one is closed. The one-file version needs none of this and has none.

use gloo::events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState, window};
use yew::prelude::*;

use super::state::{Action, Words};

/// The worker's script, beside the page.
const SCRIPT: &str = "./service_worker.js";

/// Keeps the page's files for a time without network. `is_usable`: not before, the files of the first
/// view come first.
#[hook]
pub fn use_offline(is_usable: bool, dispatch: Callback<Action>) {
    use_effect_with(is_usable, move |is_usable| {
        if let Some(container) = container().filter(|_| *is_usable) {
            spawn_local(async move {
                // A browser that keeps nothing is no reason to say anything: the page works as it is.
                let _ = register(&container, dispatch).await;
            });
        }
    });
}

/// The browser's service workers; none for a file on disk or where the connection is not trusted.
fn container() -> Option<ServiceWorkerContainer> {
    let window = window()?;
    let is_served = window.location().protocol().ok()?.starts_with("http");
    let container = Reflect::get(&window.navigator(), &"serviceWorker".into()).ok()?;
    (is_served && container.is_object()).then(|| container.unchecked_into())
}

async fn register(container: &ServiceWorkerContainer, dispatch: Callback<Action>) -> Result<(), JsValue> {
    let registration: ServiceWorkerRegistration = JsFuture::from(container.register(SCRIPT)).await?.unchecked_into();
    if registration.waiting().is_some() {
        announce(&dispatch);
    }
    let (source, container) = (registration.clone(), container.clone());
    let found = EventListener::new(&registration, "updatefound", move |_| {
        let Some(worker) = source.installing() else { return };
        let (dispatch, container, state) = (dispatch.clone(), container.clone(), worker.clone());
        let changed = EventListener::new(&worker, "statechange", move |_| {
            // Without a controller this is the first version, not a newer one.
            if state.state() == ServiceWorkerState::Installed && container.controller().is_some() {
                announce(&dispatch);
            }
        });
        changed.forget();
    });
    found.forget();
    Ok(())
}

fn announce(dispatch: &Callback<Action>) {
    dispatch.emit(Action::Warn(Words::plain("notice-newer-version")));
}
