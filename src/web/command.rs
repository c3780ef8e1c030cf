//! What a person can do at once: by key, button or menu. Commands are data, so that all three agree.

use crate::annotate::{Name, TagSet};

/// Something a person can do without giving anything more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// To the next annotation; while linking, to the next possible other end.
    Next,
    /// To the previous annotation; while linking, to the previous possible other end.
    Previous,
    /// To the next annotation that is not decided, in the order of walking.
    NextPending,
    /// To the previous annotation that is not decided, in the order of walking.
    PreviousPending,
    /// Another order of walking through what is not decided; the same again goes back to the text's.
    Order(Order),
    /// To the next inner annotation at this place.
    Inner,
    /// To the next outer annotation at this place.
    Outer,
    /// To the next section.
    NextSection,
    /// To the previous section.
    PreviousSection,
    /// To a section by typing.
    Jump,
    /// To the next region of the page.
    NextRegion,
    /// To the previous region of the page.
    PreviousRegion,
    /// Accept the current annotation and go to the next undecided one; while linking, make the link.
    Accept,
    /// Accept it with what it links to.
    AcceptWithLinked,
    /// Reject it and go to the next undecided one.
    Reject,
    /// Decide about many at once.
    Bulk,
    /// Remove it.
    Remove,
    /// Change what is covered.
    Range(RangeStep),
    /// Move the caret.
    Caret(CaretStep),
    /// Tag the selection, or relabel the current annotation.
    Tag(Name),
    /// Tag every place with the same words.
    TagEqual,
    /// Show the labels to choose from.
    Palette,
    /// Link the current annotation to another.
    Link,
    /// The type of the link that is being made.
    LinkAs(Name),
    /// Set the fields of the current annotation.
    Attributes,
    /// Write a remark on the current annotation.
    Note,
    /// Take back the last gesture.
    Undo,
    /// Do it again.
    Redo,
    /// Close what is open, give up the selection.
    Leave,
    /// Find a command by its name.
    Commands,
    /// Show the export menu.
    Export,
    /// Save the document as a file of this program.
    SaveFile,
    /// Open files.
    Open,
    /// Edit the labels and link types.
    TagSet,
    /// Give the open document a new text.
    NewVersion,
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
    /// Change the keys.
    KeySettings,
    /// Change how the text is set.
    Reading,
}

/// An order of walking through what is not decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As the text has it.
    #[default]
    Text,
    /// Label by label, in the order of the palette.
    Label,
    /// The least sure first.
    Confidence,
}

/// A change of what is covered: of the selection if there is one, else of the current annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeStep {
    /// One rung up the ladder.
    Grow,
    /// One rung down.
    Shrink,
    /// An edge moves.
    Edge {
        /// Whether the start moves, else the end.
        start: bool,
        /// Whether it moves towards the end of the text.
        forward: bool,
        /// Whether it moves by a word, else by a character.
        word: bool,
    },
    /// One annotation becomes two, at the caret or after the first clause.
    Split,
    /// The next annotation of this label joins the current one.
    Merge,
    /// The selection becomes a further piece of the current annotation.
    AddFragment,
    /// Its last further piece goes.
    DropFragment,
}

/// A step of the caret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaretStep {
    /// Puts it at the current annotation, or takes it away.
    Toggle,
    /// Moves it.
    Move(Motion),
    /// Moves it and keeps the other end of the selection.
    Extend(Motion),
}

/// Where the caret goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Motion {
    Left,
    Right,
    WordLeft,
    WordRight,
    Up,
    Down,
    LineStart,
    LineEnd,
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
    /// 对照: another version beside this one.
    Compare,
}

impl Command {
    /// Whether it acts on the mark or the selection in the text: then it does nothing while the text is out
    /// of sight.
    pub fn needs_text(&self) -> bool {
        matches!(
            self,
            Self::Next
                | Self::Previous
                | Self::NextPending
                | Self::PreviousPending
                | Self::Inner
                | Self::Outer
                | Self::NextSection
                | Self::PreviousSection
                | Self::Accept
                | Self::AcceptWithLinked
                | Self::Reject
                | Self::Remove
                | Self::Tag(_)
                | Self::Palette
                | Self::Note
                | Self::Attributes
                | Self::TagEqual
                | Self::Link
                | Self::Range(_)
                | Self::Caret(_)
        )
    }

    /// Whether it is done to the current annotation or to selected words, and to nothing without them.
    pub fn needs_mark(&self) -> bool {
        let is_edge = |step: &RangeStep| matches!(step, RangeStep::Edge { .. });
        match self {
            Self::Range(step) => !is_edge(step),
            Self::Tag(_) | Self::TagEqual | Self::Palette | Self::Link | Self::Attributes | Self::Note => true,
            _ => false,
        }
    }

    /// Every command that needs nothing more than itself and what is current, for the palette of
    /// commands; the labels come last.
    pub fn all(tagset: &TagSet) -> Vec<Self> {
        let edge = |start, forward, word| Self::Range(RangeStep::Edge { start, forward, word });
        let mut all = vec![
            Self::NextPending,
            Self::PreviousPending,
            Self::Next,
            Self::Previous,
            Self::Order(Order::Label),
            Self::Order(Order::Confidence),
            Self::Inner,
            Self::Outer,
            Self::NextSection,
            Self::PreviousSection,
            Self::Jump,
            Self::Accept,
            Self::AcceptWithLinked,
            Self::Reject,
            Self::Bulk,
            Self::Remove,
            Self::Range(RangeStep::Grow),
            Self::Range(RangeStep::Shrink),
            edge(false, true, false),
            edge(false, false, false),
            edge(true, true, false),
            edge(true, false, false),
            Self::Range(RangeStep::Split),
            Self::Range(RangeStep::Merge),
            Self::Range(RangeStep::AddFragment),
            Self::Range(RangeStep::DropFragment),
            Self::Caret(CaretStep::Toggle),
            Self::Palette,
            Self::TagEqual,
            Self::Link,
            Self::Attributes,
            Self::Note,
            Self::Undo,
            Self::Redo,
            Self::Show(Page::Text),
            Self::Show(Page::Table),
            Self::Show(Page::Statistics),
            Self::Show(Page::Compare),
            Self::Find,
            Self::Export,
            Self::SaveFile,
            Self::Open,
            Self::TagSet,
            Self::NewVersion,
            Self::TogglePanes,
            Self::ToggleGlyphs,
            Self::Keys,
            Self::KeySettings,
            Self::Reading,
        ];
        all.extend(tagset.offered().map(|label| Self::Tag(label.id.clone())));
        all
    }

    /// The message that names it; a name of its own for everything but labels and link types.
    pub fn message(&self) -> &'static str {
        match self {
            Self::Next => "command-next",
            Self::Previous => "command-previous",
            Self::NextPending => "command-next-pending",
            Self::PreviousPending => "command-previous-pending",
            Self::Order(Order::Text) => "command-order-text",
            Self::Order(Order::Label) => "command-order-label",
            Self::Order(Order::Confidence) => "command-order-confidence",
            Self::Inner => "command-inner",
            Self::Outer => "command-outer",
            Self::NextSection => "command-next-section",
            Self::PreviousSection => "command-previous-section",
            Self::Jump => "command-jump",
            Self::NextRegion => "command-next-region",
            Self::PreviousRegion => "command-previous-region",
            Self::Accept => "command-accept",
            Self::AcceptWithLinked => "command-accept-linked",
            Self::Reject => "command-reject",
            Self::Bulk => "command-bulk",
            Self::Remove => "command-remove",
            Self::Range(step) => step.message(),
            Self::Caret(step) => step.message(),
            Self::Tag(_) => "command-tag",
            Self::TagEqual => "command-tag-equal",
            Self::Palette => "command-palette",
            Self::Link => "command-link",
            Self::LinkAs(_) => "command-link-as",
            Self::Attributes => "command-attributes",
            Self::Note => "command-note",
            Self::Undo => "command-undo",
            Self::Redo => "command-redo",
            Self::Leave => "command-leave",
            Self::Commands => "command-commands",
            Self::Export => "command-export",
            Self::SaveFile => "command-save-file",
            Self::Open => "command-open",
            Self::TagSet => "command-tagset",
            Self::NewVersion => "command-new-version",
            Self::TogglePanes => "command-panes",
            Self::ToggleGlyphs => "command-glyphs",
            Self::Show(Page::Text) => "command-text",
            Self::Show(Page::Table) => "command-table",
            Self::Show(Page::Statistics) => "command-statistics",
            Self::Show(Page::Compare) => "command-compare",
            Self::Find => "command-find",
            Self::Keys => "command-keys",
            Self::KeySettings => "command-key-settings",
            Self::Reading => "command-reading",
        }
    }
}

impl RangeStep {
    fn message(self) -> &'static str {
        match self {
            Self::Grow => "command-grow",
            Self::Shrink => "command-shrink",
            Self::Edge { start, forward, word } => match (start, forward, word) {
                (false, true, false) => "command-end-right",
                (false, false, false) => "command-end-left",
                (true, true, false) => "command-start-right",
                (true, false, false) => "command-start-left",
                (false, true, true) => "command-end-right-word",
                (false, false, true) => "command-end-left-word",
                (true, true, true) => "command-start-right-word",
                (true, false, true) => "command-start-left-word",
            },
            Self::Split => "command-split",
            Self::Merge => "command-merge",
            Self::AddFragment => "command-add-fragment",
            Self::DropFragment => "command-drop-fragment",
        }
    }
}

impl CaretStep {
    fn message(self) -> &'static str {
        match self {
            Self::Toggle => "command-caret",
            Self::Move(motion) | Self::Extend(motion) => match motion {
                Motion::Left => "command-caret-left",
                Motion::Right => "command-caret-right",
                Motion::WordLeft => "command-caret-word-left",
                Motion::WordRight => "command-caret-word-right",
                Motion::Up => "command-caret-up",
                Motion::Down => "command-caret-down",
                Motion::LineStart => "command-caret-line-start",
                Motion::LineEnd => "command-caret-line-end",
            },
        }
    }
}
