//! Reading and writing. Every write checks that no other tab has written in between.

use std::rc::Rc;

use idb::{
    Database, DatabaseEvent, Factory, KeyRange, ObjectStore, ObjectStoreParams, Query, Transaction, TransactionMode,
};
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{IdbDatabase, IdbTransaction};

use super::record::{DocumentId, Entry, Step, Write, decode_snapshot, encode_snapshot};
use crate::text::Source;
use crate::web::state::StoredDocument;

/// The database of this origin. Its version rises when stores are added.
const NAME: &str = "juyao";
const VERSION: u32 = 1;
const DOCUMENTS: &str = "documents";
const TEXTS: &str = "texts";
const SNAPSHOTS: &str = "snapshots";
const JOURNAL: &str = "journal";
const ALL: [&str; 4] = [DOCUMENTS, TEXTS, SNAPSHOTS, JOURNAL];

/// Why something cannot be read or written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// Another tab has written to the document since this one read it.
    #[error("changed elsewhere")]
    Elsewhere,
    /// There is no room left.
    #[error("no room left")]
    Full,
    /// The document is not there, or what is there cannot be read.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// The browser refuses.
    #[error("{0}")]
    Refused(String),
}

/// The open database. Cheap to clone.
#[derive(Clone)]
pub struct Storage {
    database: Rc<Database>,
    /// The same as the browser gives it, for what the crate cannot say.
    opened: JsValue,
}

impl Storage {
    /// Opens the database; makes or upgrades it first where necessary.
    pub async fn open() -> Result<Self, StorageError> {
        let mut request = Factory::new()?.open(NAME, Some(VERSION))?;
        request.on_upgrade_needed(|event| {
            if let Ok(database) = event.database() {
                upgrade(&database, event.old_version().unwrap_or(0));
            }
        });
        let opened = JsValue::from(request.await?);
        let mut database = Database::try_from(opened.clone())?;
        // A newer program in another tab must not wait for this one.
        database.on_version_change(|event| {
            if let Some(Ok(database)) = event.target().map(JsCast::dyn_into::<IdbDatabase>) {
                database.close();
            }
        });
        Ok(Self {
            database: Rc::new(database),
            opened,
        })
    }

    /// The lines of the list of documents, in no order. Damaged lines are left out.
    pub async fn list(&self) -> Result<Vec<Entry>, StorageError> {
        let transaction = self.database.transaction(&[DOCUMENTS], TransactionMode::ReadOnly)?;
        let values = transaction.object_store(DOCUMENTS)?.get_all(None, None)?.await?;
        Ok(values
            .into_iter()
            .filter_map(|value| serde_wasm_bindgen::from_value(value).ok())
            .collect())
    }

    /// Reads a document: its snapshot and the steps after it.
    pub async fn read(&self, id: &DocumentId) -> Result<StoredDocument, StorageError> {
        let key = JsValue::from_str(id);
        let transaction = self.database.transaction(&ALL, TransactionMode::ReadOnly)?;
        let get = |store: &str| -> Result<_, StorageError> { Ok(transaction.object_store(store)?.get(key.clone())?) };
        let (entry, text, snapshot) = (get(DOCUMENTS)?, get(TEXTS)?, get(SNAPSHOTS)?);
        let steps = transaction
            .object_store(JOURNAL)?
            .get_all(Some(Query::KeyRange(steps_of(id)?)), None)?;
        let (entry, text, snapshot, steps) = (entry.await?, text.await?, snapshot.await?, steps.await?);
        let entry: Entry = entry
            .and_then(|value| serde_wasm_bindgen::from_value(value).ok())
            .ok_or_else(|| StorageError::Unreadable("no such document".to_owned()))?;
        let text = text
            .and_then(|value| value.as_string())
            .ok_or_else(|| StorageError::Unreadable("no text".to_owned()))?;
        let source = Source::new(text);
        let mut project = match snapshot {
            Some(bytes) => {
                decode_snapshot(source, &Uint8Array::new(&bytes).to_vec()).map_err(StorageError::Unreadable)?
            }
            None => crate::project::Project::new(source),
        };
        let repeated = steps
            .iter()
            .map_while(read_step)
            .take_while(|step| step.replay(&mut project))
            .count();
        Ok(StoredDocument {
            project: Rc::new(project),
            entry: Rc::new(entry),
            steps: steps.len() as u32,
            is_damaged: repeated < steps.len(),
        })
    }

    /// The texts of all documents, with their ids.
    pub async fn texts(&self) -> Result<Vec<(DocumentId, String)>, StorageError> {
        let transaction = self.database.transaction(&[TEXTS], TransactionMode::ReadOnly)?;
        let store = transaction.object_store(TEXTS)?;
        let (keys, values) = (store.get_all_keys(None, None)?, store.get_all(None, None)?);
        let (keys, values) = (keys.await?, values.await?);
        let pairs = keys.into_iter().zip(values);
        Ok(pairs
            .filter_map(|(key, value)| Some((key.as_string()?.into(), value.as_string()?)))
            .collect())
    }

    /// Writes all of it or nothing, in this order; returns when it is on disk.
    pub async fn write(&self, writes: &[Write]) -> Result<(), StorageError> {
        let transaction = self.durable()?;
        match fill_all(&transaction, writes).await {
            Ok(()) => match transaction.await? {
                result if result.is_committed() => Ok(()),
                _ => Err(StorageError::Refused("the transaction was aborted".to_owned())),
            },
            Err(error) => {
                // What has been put already must not stay.
                let _ = transaction.abort();
                Err(error)
            }
        }
    }
}

#[wasm_bindgen]
extern "C" {
    type Opened;
    #[wasm_bindgen(method, catch)]
    fn transaction(this: &Opened, stores: &Array, mode: &str, options: &Object) -> Result<IdbTransaction, JsValue>;
}

impl Storage {
    /// A transaction over everything that is complete only when it is on the disk, not merely on its way.
    fn durable(&self) -> Result<Transaction, StorageError> {
        let refused = |error| StorageError::Refused(Object::from(error).to_string().into());
        let stores: Array = ALL.iter().map(|name| JsValue::from_str(name)).collect();
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into()).map_err(refused)?;
        let opened: &Opened = self.opened.unchecked_ref();
        opened
            .transaction(&stores, "readwrite", &options)
            .map(Transaction::from)
            .map_err(refused)
    }
}

async fn fill_all(transaction: &Transaction, writes: &[Write]) -> Result<(), StorageError> {
    for write in writes {
        fill(transaction, write).await?;
    }
    Ok(())
}

/// Puts a write into a transaction.
async fn fill(transaction: &Transaction, write: &Write) -> Result<(), StorageError> {
    let store = |name: &str| -> Result<ObjectStore, StorageError> { Ok(transaction.object_store(name)?) };
    let key = JsValue::from_str(write.document());
    match write {
        Write::Create { entry, project } => {
            store(TEXTS)?
                .put(&JsValue::from_str(project.source.text()), Some(&key))?
                .await?;
            if entry.extracted {
                store(SNAPSHOTS)?
                    .put(&Uint8Array::from(&*encode_snapshot(project)), Some(&key))?
                    .await?;
            }
            put_entry(&store(DOCUMENTS)?, entry).await
        }
        Write::Append { entry, step } => {
            check(&store(DOCUMENTS)?, entry, 1).await?;
            let bytes = serde_json::to_vec(step).unwrap_or_default();
            let number = step_key(&entry.id, entry.seq as f64);
            store(JOURNAL)?.put(&Uint8Array::from(&*bytes), Some(&number))?.await?;
            put_entry(&store(DOCUMENTS)?, entry).await
        }
        Write::Snapshot { entry, project } => {
            check(&store(DOCUMENTS)?, entry, 0).await?;
            store(SNAPSHOTS)?
                .put(&Uint8Array::from(&*encode_snapshot(project)), Some(&key))?
                .await?;
            store(JOURNAL)?.delete(Query::KeyRange(steps_of(&entry.id)?))?.await?;
            put_entry(&store(DOCUMENTS)?, entry).await
        }
        Write::Describe { entry } => {
            check(&store(DOCUMENTS)?, entry, 0).await?;
            put_entry(&store(DOCUMENTS)?, entry).await
        }
        Write::Remove { id } => {
            for name in [DOCUMENTS, TEXTS, SNAPSHOTS] {
                store(name)?.delete(key.clone())?.await?;
            }
            store(JOURNAL)?.delete(Query::KeyRange(steps_of(id)?))?.await?;
            Ok(())
        }
    }
}

/// Checks that the document stands where this tab believes it does: `ahead` steps before `entry`.
async fn check(documents: &ObjectStore, entry: &Entry, ahead: u64) -> Result<(), StorageError> {
    let known = documents.get(JsValue::from_str(&entry.id))?.await?;
    let known: Option<Entry> = known.and_then(|value| serde_wasm_bindgen::from_value(value).ok());
    match known {
        Some(known) if known.seq + ahead == entry.seq => Ok(()),
        _ => Err(StorageError::Elsewhere),
    }
}

async fn put_entry(documents: &ObjectStore, entry: &Entry) -> Result<(), StorageError> {
    let value = serde_wasm_bindgen::to_value(entry).map_err(|error| StorageError::Refused(error.to_string()))?;
    documents.put(&value, Some(&JsValue::from_str(&entry.id)))?.await?;
    Ok(())
}

fn read_step(value: &JsValue) -> Option<Step> {
    serde_json::from_slice(&Uint8Array::new(value).to_vec()).ok()
}

fn step_key(id: &str, number: f64) -> JsValue {
    Array::of2(&JsValue::from_str(id), &JsValue::from_f64(number)).into()
}

fn steps_of(id: &str) -> Result<KeyRange, StorageError> {
    Ok(KeyRange::bound(
        &step_key(id, 0.0),
        &step_key(id, f64::MAX),
        None,
        None,
    )?)
}

/// Brings a database of an older version up to this one, version by version.
fn upgrade(database: &Database, from: u32) {
    if from < 1 {
        for name in ALL {
            // A store that cannot be made shows in the first transaction that needs it.
            let _ = database.create_object_store(name, ObjectStoreParams::new());
        }
    }
}

impl From<idb::Error> for StorageError {
    fn from(error: idb::Error) -> Self {
        let words = format!("{error:?}");
        if words.contains("QuotaExceededError") {
            Self::Full
        } else {
            Self::Refused(words.chars().take(300).collect())
        }
    }
}
