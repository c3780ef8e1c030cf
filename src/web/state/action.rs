//! Everything that can happen to the page.

use std::rc::Rc;

use super::version::Version;
use super::view::{Dialog, Palette, Sheet, Tab};
use super::{Engine, Failure, KnownWords, Words};
use crate::annotate::{AnnotationId, LinkId, Name, Status, TagSet, Value};
use crate::project::{Document, Project, Suggestions};
use crate::protocol::RequestId;
use crate::text::{ByteOffset, Source, Span};
use crate::web::command::{Command, Page};
use crate::web::find::{Filter, Picked, SearchEdit};
use crate::web::gesture::Fates;
use crate::web::storage::{DocumentId, Entry, Millis};
use crate::web::table::TaskEdit;

/// Everything that can happen to the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The list of documents has been read.
    LibraryRead(Vec<Entry>),
    /// The worker has started, or cannot be started.
    Engine(Engine),
    /// A new text.
    Create {
        /// Names the document.
        id: DocumentId,
        /// Its text.
        source: Source,
        /// Now.
        now: Millis,
        /// Whether to show it; otherwise it only joins the list.
        show: bool,
    },
    /// A document from a file of this program.
    Import {
        /// Names the document.
        id: DocumentId,
        /// The document.
        project: Rc<Project>,
        /// Now.
        now: Millis,
        /// Whether to show it.
        show: bool,
        /// Whether its suggestions have been found: they are in it, or were decided about.
        extracted: bool,
    },
    /// The documents of a backup come back, perhaps with what the person had chosen for another browser.
    BringBack(Vec<Returning>, bool),
    /// A document of the list was chosen.
    Open(DocumentId),
    /// It has been read, or cannot be read: the reason is for a developer.
    Opened(DocumentId, Result<StoredDocument, Rc<str>>),
    /// Back to the start page.
    Close,
    /// A document is to go into the trash, now.
    Trash(DocumentId, Millis),
    /// A document comes back from the trash.
    Restore(DocumentId),
    /// A document is to go.
    Remove(DocumentId),
    /// All documents are to go.
    Wipe,
    /// A document is to be kept in a folder; none where that is empty.
    MoveTo(DocumentId, String),
    /// What is known of the open document besides its text was changed.
    Describe(Document, Millis),
    /// All documents that never were are to be extracted.
    ExtractAll,
    /// The next of them has been read, or cannot be read.
    BatchRead(DocumentId, Result<StoredDocument, Rc<str>>),
    /// The others are not to be extracted.
    CancelBatch,
    /// News of an extraction.
    Extraction(RequestId, ExtractionEvent),
    /// Where the words of a text end.
    Words(Rc<KnownWords>),
    /// The person does not want to wait for an extraction.
    CancelExtraction,
    /// A command, at this moment.
    Command(Command, Millis),
    /// An annotation was chosen in the text; `None` gives up the choice.
    SelectInText(Option<AnnotationId>),
    /// An annotation was chosen in a list or by a chip.
    SelectInList(AnnotationId),
    /// Words were selected or a new label is wanted.
    ShowPalette(Palette),
    /// A remark was written.
    Note(AnnotationId, String, Millis),
    /// A field was set, or cleared.
    Attribute(AnnotationId, Name, Option<Value>, Millis),
    /// Something was done by hand, at this moment.
    Edit(Edit, Millis),
    /// The caret was put somewhere; true keeps the other end of the selection.
    PutCaret(ByteOffset, bool),
    /// The sheet was pulled up or down.
    ShowSheet(Sheet),
    /// A cell of the task table was edited.
    EditTask(TaskEdit, Millis),
    /// Something with another version of the open document.
    Version(Version, Millis),
    /// Words were looked at and are not a task.
    NotATask(Span, Millis),
    /// Words are to be brought into view.
    Reveal(Span),
    /// The oldest `count` writes are done.
    Written(usize, Millis),
    /// The oldest write failed.
    WriteFailed(Failure),
    /// Another tab has written this document up to a step.
    WrittenElsewhere(DocumentId, u64),
    /// Try to write again.
    Retry,
    /// Another tab has changed this document: read it again as it is now, and go on from there.
    TakeOver(DocumentId),
    /// A label is shown or hidden.
    ToggleLabel(Name),
    /// What to search for was changed.
    Search(SearchEdit),
    /// The search was closed.
    CloseSearch,
    /// Which annotations are listed and painted was changed.
    Filter(Filter),
    /// A figure of the statistics was pointed at: what it counts is shown. `None` shows all tasks again.
    Pick(Option<Rc<Picked>>),
    /// The text, the task table or the statistics.
    ShowPage(Page),
    /// A tab of the inspector was chosen.
    ShowTab(Tab),
    /// A dialog is opened or closed.
    ShowDialog(Option<Dialog>),
    /// The export menu is opened or closed.
    ShowExport(bool),
    /// The outline is pulled out or put away.
    ShowDrawer(bool),
    /// Something is to be said that stays until it is closed.
    Warn(Words),
    /// Something is to be said that goes away by itself.
    Tell(Words),
    /// A message was closed or has had its time.
    Dismiss(u32),
}

/// A change that a person makes by pointing or in a dialog.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// The edges of an annotation were dragged.
    Resize(AnnotationId, Span),
    /// A piece was added to an annotation.
    AddFragment(AnnotationId, Span),
    /// The further piece at this place among them was taken away.
    DropFragment(AnnotationId, usize),
    /// Two annotations were linked: from, to, type.
    Link(AnnotationId, AnnotationId, Name),
    /// A link got another type.
    Relink(LinkId, Name),
    /// A link was taken away.
    Unlink(LinkId),
    /// Many were decided about at once.
    Decide(Vec<AnnotationId>, Status),
    /// Another tag set, and what becomes of what has labels and link types that are gone.
    TagSet(Rc<TagSet>, Fates),
}

/// A document of a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returning {
    /// Its line in the list.
    pub entry: Entry,
    /// The document.
    pub project: Rc<Project>,
    /// Names it where its own name is taken by another state of it.
    pub fresh: DocumentId,
}

/// A document as it was read from storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredDocument {
    /// The document.
    pub project: Rc<Project>,
    /// Its line in the list.
    pub entry: Rc<Entry>,
    /// How many steps of the journal come after its snapshot.
    pub steps: u32,
    /// Whether some steps could not be repeated and were left out.
    pub is_damaged: bool,
}

/// News of an extraction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExtractionEvent {
    /// A step has begun.
    Progress {
        /// Steps done.
        done: u8,
        /// Steps in all.
        total: u8,
    },
    /// What can be told so far.
    Preview(Rc<Suggestions>),
    /// Everything. False where the dictionary was missing.
    Done(Rc<Suggestions>, bool),
    /// It cannot be done.
    Failed,
}
