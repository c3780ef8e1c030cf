//! Reads documents from storage and writes the outbox: all that waits goes into one transaction.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::ambient::{address, now};
use super::state::{Action, AppState, Failure, Words};
use super::storage::{Storage, StorageError, Write};
use super::tabs::Tabs;
use super::timing::{Work, begin};

/// Keeps storage in step with the state, for as long as the page lives.
#[hook]
pub fn use_autosave(state: &UseReducerHandle<AppState>) {
    let storage = use_state(|| None::<Rc<Storage>>);
    let is_writing = use_mut_ref(|| false);
    let dispatch = state.dispatcher().to_callback();
    let tabs = {
        let dispatch = dispatch.clone();
        use_memo((), |()| Tabs::open(dispatch))
    };
    {
        let (storage, dispatch) = (storage.setter(), dispatch.clone());
        use_effect_with((), move |()| {
            spawn_local(async move {
                match start().await {
                    Ok((database, entries)) => {
                        storage.set(Some(Rc::new(database)));
                        dispatch.emit(Action::LibraryRead(entries));
                        if let Some(id) = address() {
                            dispatch.emit(Action::Open(id));
                        }
                    }
                    Err(error) => {
                        dispatch.emit(Action::LibraryRead(Vec::new()));
                        dispatch.emit(Action::WriteFailed(failure(error)));
                    }
                }
            });
        });
    }
    {
        let (dispatch, storage) = (dispatch.clone(), (*storage).clone());
        let deps = (state.outbox.clone(), state.failure.is_some(), storage.is_some());
        use_effect_with(deps, move |(outbox, has_failed, _)| {
            if let Some(storage) = storage.filter(|_| !outbox.is_empty() && !has_failed && !*is_writing.borrow()) {
                *is_writing.borrow_mut() = true;
                spawn_local(write_all(storage, outbox.clone(), is_writing, tabs, dispatch));
            }
        });
    }
    {
        let (dispatch, storage) = (dispatch.clone(), (*storage).clone());
        let next = state.batch.as_ref().and_then(|batch| batch.next().cloned());
        let waits = next
            .as_ref()
            .is_some_and(|id| state.outbox.iter().any(|write| write.document() == id));
        use_effect_with((next, waits, storage.is_some()), move |(next, waits, _)| {
            if let (Some(id), Some(storage), false) = (next.clone(), storage, *waits) {
                spawn_local(async move {
                    let stored = storage.read(&id).await.map_err(|error| Rc::from(error.to_string()));
                    dispatch.emit(Action::BatchRead(id, stored));
                });
            }
        });
    }
    {
        let waits = state
            .opening
            .as_ref()
            .is_some_and(|id| state.outbox.iter().any(|write| write.document() == id));
        let storage = (*storage).clone();
        let deps = (state.opening.clone(), waits, state.failure.is_some(), storage.is_some());
        use_effect_with(deps, move |(opening, waits, has_failed, _)| {
            let (Some(id), Some(storage)) = (opening.clone(), storage) else {
                return;
            };
            if *waits && *has_failed {
                let reason = Rc::from("its last changes have not been written");
                dispatch.emit(Action::Opened(id, Err(reason)));
            } else if !*waits {
                begin(Work::Opening);
                spawn_local(async move {
                    let stored = storage.read(&id).await.map_err(|error| Rc::from(error.to_string()));
                    dispatch.emit(Action::Opened(id, stored));
                });
            }
        });
    }
}

async fn start() -> Result<(Storage, Vec<super::storage::Entry>), StorageError> {
    let storage = Storage::open().await?;
    let entries = storage.list().await?;
    Ok((storage, entries))
}

async fn write_all(
    storage: Rc<Storage>,
    outbox: Rc<Vec<Write>>,
    is_writing: Rc<RefCell<bool>>,
    tabs: Rc<Option<Tabs>>,
    dispatch: Callback<Action>,
) {
    // First what was done is shown.
    TimeoutFuture::new(0).await;
    let written = storage.write(&outbox).await;
    *is_writing.borrow_mut() = false;
    if let (Ok(()), Some(tabs)) = (&written, &*tabs) {
        tabs.tell(&outbox);
    }
    dispatch.emit(match written {
        Ok(()) => Action::Written(outbox.len(), now()),
        Err(error) => Action::WriteFailed(failure(error)),
    });
}

fn failure(error: StorageError) -> Failure {
    match error {
        StorageError::Elsewhere => Failure::Elsewhere,
        StorageError::Full => Failure::Full,
        StorageError::Unreadable(reason) | StorageError::Refused(reason) => Failure::Storage(reason.into()),
    }
}

/// What a failure says to the person.
pub fn explain(failure: &Failure) -> Words {
    Words::plain(match failure {
        Failure::Storage(_) => "problem-storage",
        Failure::Full => "problem-full",
        Failure::Elsewhere => "problem-elsewhere",
    })
}
