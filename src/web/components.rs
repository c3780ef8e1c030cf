//! The parts of the page.

pub mod action_bar;
pub mod annotation_list;
pub mod block;
pub mod detail;
pub mod dialogs;
pub mod document_view;
pub mod encoding_dialog;
pub mod export_menu;
pub mod fields;
pub mod glyph;
pub mod icon;
pub mod inspector;
pub mod legend;
pub mod library;
pub mod measure_list;
pub mod notices;
pub mod outline;
pub mod overlay;
pub mod overview;
pub mod palette;
pub mod start;
pub mod statusbar;
pub mod topbar;
pub mod workbench;
