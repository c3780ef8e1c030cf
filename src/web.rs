//! The page. The only part of the program that knows a browser.
//!
//! State changes in one place only: [`state`], a pure reducer that also says what is to be written
//! and extracted, as data. The hooks do it: [`autosave`] and [`extraction`]. Components show the
//! state and dispatch actions.

pub mod ahead;
pub mod ambient;
pub mod app;
pub mod autosave;
pub mod client;
pub mod command;
pub mod components;
pub mod dictionary;
pub mod document;
pub mod dom;
pub mod export;
pub mod extraction;
pub mod file_worker;
pub mod find;
pub mod gesture;
pub mod i18n;
pub mod intake;
pub mod keyboard;
pub mod keymap;
pub mod offline;
pub mod parts;
pub mod pinyin;
pub mod settings;
pub mod shell;
pub mod state;
pub mod storage;
pub mod table;
pub mod tabs;
pub mod timing;
