//! What is shown around the document.

use std::rc::Rc;

use crate::annotate::{AnnotationId, Name};
use crate::open::Reading;
use crate::text::Span;
use crate::web::command::{Order, Page};
use crate::web::find::{Filter, Picked, Search};
use crate::web::storage::DocumentId;

/// What is shown around the document: panes, menus, dialogs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The text, the task table or the statistics.
    pub page: Page,
    /// What is searched for; `None` while the search is closed.
    pub search: Option<Search>,
    /// Which annotations are listed and painted.
    pub filter: Filter,
    /// Only these tasks stand in the task table.
    pub picked: Option<Rc<Picked>>,
    /// Words that were to be brought into view, and how many times something was.
    pub revealed: Option<(Span, u32)>,
    /// The tab of the inspector.
    pub tab: Tab,
    /// The dialog that covers the page.
    pub dialog: Option<Dialog>,
    /// Counts the times that a dialog was opened: each time it is a new one, even if the last one of its kind
    /// was closed only a moment before.
    pub dialogs: u32,
    /// The label palette.
    pub palette: Option<Palette>,
    /// Whether the field of the palette was asked for.
    pub is_palette_searched: bool,
    /// Whether the export menu is open.
    pub is_export_open: bool,
    /// Whether the panes at the sides are shown, where there is room for them.
    pub has_panes: bool,
    /// Whether the outline is pulled out, where there is no room for it.
    pub is_drawer_open: bool,
    /// Whether each mark has its glyph beside it.
    pub has_glyphs: bool,
    /// Labels that are not painted.
    pub hidden: Vec<Name>,
    /// The order of walking through what is not decided.
    pub order: Order,
    /// How far the sheet is pulled up on a phone.
    pub sheet: Sheet,
    /// Whether the palette's label goes to all places with the same words.
    pub is_equal: bool,
    /// What gets the words that are selected next as its place, by its number among what a change of the
    /// text left to look at.
    pub fixing: Option<u32>,
    /// Counts the times that the remark's field was asked for.
    pub note_requests: u32,
    /// Counts the times that the first field was asked for.
    pub field_requests: u32,
    /// Counts the times that a file of this program was asked for.
    pub save_requests: u32,
    /// Counts the times that the file chooser was asked for.
    pub file_requests: u32,
}

impl Default for View {
    fn default() -> Self {
        Self {
            page: Page::Text,
            search: None,
            filter: Filter::default(),
            picked: None,
            revealed: None,
            tab: Tab::All,
            dialog: None,
            dialogs: 0,
            palette: None,
            is_palette_searched: false,
            is_export_open: false,
            has_panes: true,
            is_drawer_open: false,
            has_glyphs: true,
            hidden: Vec::new(),
            order: Order::default(),
            sheet: Sheet::default(),
            is_equal: false,
            fixing: None,
            note_requests: 0,
            field_requests: 0,
            save_requests: 0,
            file_requests: 0,
        }
    }
}

impl View {
    /// Opens a dialog, or closes the one that is open.
    pub fn show_dialog(&mut self, dialog: Option<Dialog>) {
        self.dialogs += u32::from(dialog.is_some());
        self.dialog = dialog;
    }
}

/// The stops of the sheet on a phone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sheet {
    /// Only the buttons.
    Low,
    /// The upper half of the inspector.
    #[default]
    Half,
    /// Nearly the whole window.
    Full,
}

/// A tab of the inspector.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// The current annotation.
    Detail,
    /// The measures.
    Measures,
    /// All annotations.
    All,
    /// Directive clauses without a tag.
    Omissions,
    /// What a change of the text left to look at.
    Review,
}

/// A dialog that covers the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// All keys.
    Keys,
    /// The keys, to change them.
    KeySettings,
    /// How the text is set.
    Reading,
    /// The commands, to find one by its name.
    Commands,
    /// What has no room in the bar at the top of a phone.
    More,
    /// The sections, to go to one.
    Jump,
    /// A decision about many suggestions.
    Bulk,
    /// The labels and link types, to edit them.
    TagSet,
    /// How to check that nothing leaves the machine.
    Privacy,
    /// Whether to remove a document.
    Remove(DocumentId),
    /// Whether to remove all documents.
    Wipe,
    /// What is known of the open document.
    Details,
    /// A new text for the open document.
    NewVersion,
    /// Which encoding a file is in.
    Encoding(Rc<UnclearFile>),
}

/// A text file that reads in several encodings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnclearFile {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Rc<[u8]>,
    /// The ways to read it, the likeliest first.
    pub readings: Vec<Reading>,
}

/// What the label palette is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Palette {
    /// A new annotation of these words.
    Tag(Span),
    /// Another label for an annotation.
    Relabel(AnnotationId),
}

impl Palette {
    /// The words that a new annotation is wanted for.
    pub fn selection(self) -> Option<Span> {
        match self {
            Self::Tag(span) => Some(span),
            Self::Relabel(_) => None,
        }
    }
}
