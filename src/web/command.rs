//! What a person can do at once: by key, button or menu. Commands are data, so that all three agree.

use crate::annotate::Name;

/// Something a person can do without giving anything more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// To the next annotation.
    Next,
    /// To the previous annotation.
    Previous,
    /// To the next annotation that is not decided.
    NextPending,
    /// To the previous annotation that is not decided.
    PreviousPending,
    /// To the next inner annotation at this place.
    Inner,
    /// To the next outer annotation at this place.
    Outer,
    /// To the next section.
    NextSection,
    /// To the previous section.
    PreviousSection,
    /// Accept the current annotation and go to the next undecided one.
    Accept,
    /// Accept it with what it links to.
    AcceptWithLinked,
    /// Reject it and go to the next undecided one.
    Reject,
    /// Remove it.
    Remove,
    /// Tag the selection, or relabel the current annotation.
    Tag(Name),
    /// Show the labels to choose from.
    Palette,
    /// Write a remark on the current annotation.
    Note,
    /// Take back the last gesture.
    Undo,
    /// Do it again.
    Redo,
    /// Close what is open, give up the selection.
    Leave,
    /// Show the export menu.
    Export,
    /// Open files.
    Open,
    /// Show or hide the panes at the sides.
    TogglePanes,
    /// Show or hide the glyph beside each mark.
    ToggleGlyphs,
    /// Show the text, the task table or the statistics.
    Show(Page),
    /// Find in the text and the annotations.
    Find,
    /// Show all keys.
    Keys,
}

/// A way to look at a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// 正文: the text with its marks.
    #[default]
    Text,
    /// 任务表: the task table.
    Table,
    /// 统计: charts.
    Statistics,
}

impl Command {
    /// The message that names it.
    pub fn message(&self) -> &'static str {
        match self {
            Self::Next => "command-next",
            Self::Previous => "command-previous",
            Self::NextPending => "command-next-pending",
            Self::PreviousPending => "command-previous-pending",
            Self::Inner => "command-inner",
            Self::Outer => "command-outer",
            Self::NextSection => "command-next-section",
            Self::PreviousSection => "command-previous-section",
            Self::Accept => "command-accept",
            Self::AcceptWithLinked => "command-accept-linked",
            Self::Reject => "command-reject",
            Self::Remove => "command-remove",
            Self::Tag(_) => "command-tag",
            Self::Palette => "command-palette",
            Self::Note => "command-note",
            Self::Undo => "command-undo",
            Self::Redo => "command-redo",
            Self::Leave => "command-leave",
            Self::Export => "command-export",
            Self::Open => "command-open",
            Self::TogglePanes => "command-panes",
            Self::ToggleGlyphs => "command-glyphs",
            Self::Show(Page::Text) => "command-text",
            Self::Show(Page::Table) => "command-table",
            Self::Show(Page::Statistics) => "command-statistics",
            Self::Find => "command-find",
            Self::Keys => "command-keys",
        }
    }
}
