app-name = Juyao
untitled = Untitled
skip-to-text = Skip to the text
cancel = Cancel
close = Close
remove = Delete
retry = Try again
backup = Download a backup
take-over = Edit here instead

## Start page
start-title = Turn a speech into a list of tasks
start-lead = Paste a Chinese work speech: its measures, targets, units and deadlines are marked for you to confirm and export.
start-paste = Full text of the speech
start-placeholder = Paste the speech here, or press Ctrl V anywhere
start-begin = Start
start-open = Open files
start-sample = Try the sample speech
start-drop = Or drop files: txt, Word, web pages, archives, annotations; several at once
start-privacy = The text stays on this computer. No server, no account; it works offline.
start-verify = How to check
recent-title = Recent documents
recent-pending = { $n } to decide
recent-finished = Finished
recent-new = Not marked yet
recent-remove = Delete “{ $title }”
when-today = Today { $time }
when-yesterday = Yesterday { $time }
when-day = { $month }/{ $day }
when-date = { $year }-{ $month }-{ $day }
remove-title = Delete the document
remove-words = Delete “{ $title }” and all its annotations from this computer? This cannot be undone.
privacy-title = Where the text stays
privacy-where = Text and annotations are kept only in this browser's own storage. Recognition runs inside the page and sends nothing anywhere.
privacy-check = To check: press F12 for the developer tools, choose Network, then paste a speech. There is no request but for the page's own files.
privacy-offline = Or disconnect from the network once the page is open. Everything goes on working.

## Bars
documents-back = All documents
language-next = 中
theme-system = Colours: as the system
theme-light = Colours: light
theme-dark = Colours: dark
export = Export
export-all = All annotations, { $n }
export-tasks = Task table, { $n } accepted
export-tasks-all = Task table, { $n }
export-tools = Formats of other annotation tools
export-suggestions = With suggestions not decided yet
export-together-words = All documents in one file
export-together = juyao
export-items = { $n }
export-documents = { $n }
export-holds-all = Holds everything.
export-leaves-out = Leaves out: { $list }.
export-code-points = {" "}Offsets count Unicode code points.
export-utf16 = {" "}Offsets count UTF-16 units.
export-done = Exported “{ $name }”
encoding-title = Choose an encoding
encoding-words = The encoding of “{ $name }” is not clear. Choose the one that reads right.
save-saved = Saved
save-saved-at = Saved { $time }
save-saving = Saving…
save-failed = Not saved
status-progress = Share decided
status-pending = { $n } to decide
status-all-decided = All decided, ready to export
status-decided = , { $accepted } accepted, { $rejected } rejected
status-undo = { $n ->
    [one] 1 step
   *[other] { $n } steps
} to undo
status-characters = { $n } characters
hint-walk = next, previous
hint-accept = accept
hint-reject = reject
hint-relabel = relabel
hint-keys = all keys
hint-statements = statements
hint-mentions = mentions
hint-search = search
hint-cancel = cancel

## Text and panes
text-title = Text
outline-title = Outline
outline-empty = No headings found. Select text to tag one.
outline-done = { $title }, decided
outline-pending = { $title }, { $n } to decide
legend-title = Labels
inspector-title = Inspector
actions-title = For the current mark
debris-folded = { $n ->
    [one] 1 line
   *[other] { $n } lines
} of web page remains folded, { $characters } characters
debris-unfold = Show
debris-fold = Fold
working = Looking for measures and targets, step { $done } of { $total }. You can read already
accept = Accept
reject = Reject
relabel = Relabel
note = Note
accept-linked = Accept with { $n } linked

## Inspector
tab-detail = Details
tab-measures = Measures
tab-all = All
filter-title = Filter
filter-all = All
filter-pending = To decide
filter-statements = Statements
filter-mentions = Mentions
filter-structure = Structure
list-empty = Nothing passes this filter
measures-empty = No measures. Select text and press 1 to add one
detail-empty = Nothing is selected yet
detail-empty-walk = J and K walk through the marks, N goes to the next one to decide; Enter accepts, X rejects.
detail-empty-select = Select words in the text to add an annotation.
detail-place = { $n } of { $all }
detail-task = Task
detail-words = Text
reason-title = Why this is suggested
reason-confidence = confidence { $share }
reason-triggers = Because of { $words }
reason-rule = Rule { $rule }
reason-record = Of { $n } decided by this rule you accepted { $accepted }.
reason-human = Added by hand
reason-other = Origin: { $origin }
field-place = Place
field-opening = Opening
field-deadline = Deadline
field-target = Targets
field-basis = Basis
field-modality = Force
field-instrument = Tool
field-days = Dates
field-measure = Part of
field-absent = Not stated
field-inferred = Inferred from the context
field-resolved = from the speech's date
role-lead = Lead
role-support = Support
role-responsible = Resp.
role-executor = Does it
modality-must = Must
modality-should = Required
modality-encourage = Encouraged
modality-explore = Explored
modality-forbid = Forbidden
instrument-supply-talent = Supply › talent
instrument-supply-funds = Supply › funds
instrument-supply-land = Supply › land
instrument-supply-technology = Supply › technology
instrument-supply-service = Supply › public services
instrument-environment-goals = Environment › goals
instrument-environment-finance = Environment › finance
instrument-environment-tax = Environment › tax
instrument-environment-regulation = Environment › regulation
instrument-environment-organization = Environment › organization
instrument-demand-procurement = Demand › procurement
instrument-demand-demonstration = Demand › demonstration
instrument-demand-outsourcing = Demand › outsourcing
instrument-demand-trade = Demand › trade control
instrument-demand-overseas = Demand › overseas

## Label palette
palette-title = Choose a label
palette-search = Search labels
palette-characters = { $n } chars
palette-empty = No such label
palette-nested = Tagged here already: { $n }
layer-statements = Statements
layer-mentions = Mentions
layer-structure = Structure
status-suggested = Suggested
status-accepted = Accepted
status-rejected = Rejected

## Commands and keys
command-next = Next
command-previous = Previous
command-next-pending = Next to decide
command-previous-pending = Previous to decide
command-inner = Inner layer here
command-outer = Outer layer here
command-next-section = Next section
command-previous-section = Previous section
command-accept = Accept and go on
command-accept-linked = Accept with mentions and links
command-reject = Reject and go on
command-remove = Delete (a suggestion counts as rejected)
command-tag = Tag
command-palette = Choose a label
command-note = Write a note
command-undo = Undo
command-redo = Redo
command-leave = Close, deselect
command-export = Export
command-open = Open files
command-panes = Show or hide the side panes
command-glyphs = Show or hide label glyphs
command-keys = All keys
keys-title = Keys
keys-walking = Walking
keys-deciding = Deciding
keys-tagging = Tagging
keys-always = Always
keys-labels = Labels

## Notices
verb-accept = accept
verb-reject = reject
verb-relabel = relabel
verb-add = add
verb-remove = delete
verb-resize = resize
verb-attribute = set field of
verb-note = note on
verb-link = link
verb-unlink = unlink
verb-suggest = new suggestions
verb-import = import
notice-found = { $n ->
    [one] 1 suggestion
   *[other] { $n } suggestions
} found.
notice-nothing-found = Nothing was found to mark. Select words to add annotations yourself.
notice-accepted = Accepted. { $more ->
    [yes] Next: { $label }, { $quote }
   *[no] Nothing is left to decide
}
notice-rejected = Rejected. { $more ->
    [yes] Next: { $label }, { $quote }
   *[no] Nothing is left to decide
}
notice-removed = Deleted. { $more ->
    [yes] Next: { $label }, { $quote }
   *[no] Nothing is left to decide
}
notice-added = Added { $label }
notice-relabelled = Changed to { $label }
notice-undone = Undone: { $verb } { $label }{ $n ->
    [0] {""}
    [1] {""}
   *[other] {" "}({ $n })
}
notice-redone = Redone: { $verb } { $label }{ $n ->
    [0] {""}
    [1] {""}
   *[other] {" "}({ $n })
}
notice-nothing-to-undo = Nothing to undo
notice-nothing-to-redo = Nothing to redo
notice-not-chinese = There is hardly any Chinese in this text; expect few suggestions.
problem-empty = There is no text to paste. Copy the whole speech first.
problem-long-text = The text is longer than 20 MB and was not opened. Split it into parts.
problem-long-file = “{ $name }” is larger than 20 MB and was not opened.
problem-empty-file = There is no text in “{ $name }”.
problem-binary-file = “{ $name }” is not a text file and was not opened. Save it as txt and try again.
problem-encoding = The encoding of “{ $name }” is not clear; it was not opened. Open it by itself and choose an encoding.
problem-large-file = “{ $name }” is too large, or unpacks to more than 64 MB; it was not opened.
problem-deep-file = “{ $name }” lies too deep in archives and was not opened. Unpack it first.
problem-office-file = “{ $name }” is an older or other office file and was not opened. Save it as docx and try again.
problem-pdf-file = “{ $name }” is a PDF and was not opened. Copy its text and paste it, or save it as docx.
problem-locked-file = “{ $name }” has a password and was not opened.
problem-textless-file = “{ $name }” holds annotations without their text and was not opened.
problem-many-files = { $n } files were not opened: { $names } and others. Open them one by one to see why.
problem-export = The export failed. Try another format, or fewer documents.
problem-unreadable-file = “{ $name }” cannot be read. It may have moved, or permission is missing.
problem-newer-file = “{ $name }” was written by a newer version; update this program first.
problem-own-file = “{ $name }” is incomplete or was changed; it was not opened ({ $reason }).
problem-opening = This document cannot be opened ({ $reason }).
problem-damaged = The record of the last steps on this document is damaged and could not be restored; everything before is there.
problem-extraction = No suggestions could be made. You can still select words and tag them.
problem-dictionary = The dictionary could not be read; only what is recognised without it is suggested. Reload the page to try again.
problem-download = The browser did not allow the download.
problem-storage = The browser does not let this page store anything; the latest changes are still in this page. Download a backup.
problem-full = There is no storage left; the latest changes are still in this page. Download a backup.
problem-elsewhere = Another tab has changed this document; the latest changes made here are not stored.
problem-engine = The recogniser did not start, so there are no suggestions. Reload the page; stored documents are safe.
problem-highlight = This browser cannot paint the marks. Update to a newer version; lists and export work as usual.

## Task table
pages-title = Views
page-text = Text
page-table = Tasks
page-statistics = Statistics
command-text = Show the text
command-table = Show the task table
command-statistics = Show statistics
command-find = Find in the text
table-title = Task table
table-section = Section
table-unit = Unit
table-missing = Missing
table-status = Status
table-words = Find in the table
table-clear = Clear filters
table-shown = { $n } of { $all } tasks
table-group = Group by section
table-group-count = { $n ->
    [one] 1 task
   *[other] { $n } tasks
}{ $pending ->
    [0] {""}
   *[other] , { $pending } undecided
}
table-columns = Columns { $n }/{ $all }
table-empty = No task fits these filters. Clear them to see all.
table-jump = Go to the text
table-to-text = Task { $n } in the text
table-times = { $n ->
    [one] once in the text
   *[other] { $n } times in the text
}
table-proposals = Words of the speech
table-editing = Enter chooses, Tab goes right, Esc abandons
missing-lead = No lead
missing-deadline = No deadline
missing-either = No lead or no deadline
lacks-lead = No lead
lacks-deadline = No deadline
column-title = Columns shown
column-reset = Back to default
column-up = Move { $column } left
column-number = No.
column-words = Task
column-lead = Lead
column-support = Support
column-responsible = Responsible
column-deadline = Deadline
column-targets = Targets
column-modality = Modality
column-instrument = Instrument
column-place = Source
column-note = Note
column-status = Status
hint-move = move
hint-edit = edit
hint-fill = fill down
hint-sentence = sentence

## Omissions
tab-omissions = Omissions
status-omitted = { $n ->
    [one] 1 omission
   *[other] { $n } omissions
}
omissions-looking = Checking…
omissions-none = No directive without a tag
omissions-hint = These look like directives and have no tag. Enter tags a measure, X says it is not a task
omission-tag = Tag as measure
omission-not = Not a task
notice-not-a-task = Noted: not a task

## Finding and filtering
search-placeholder = Find in text and notes
search-mode = How to search
search-plain = Text
search-plain-title = Search for words
search-regex = Regex
search-regex-title = Search for a regular expression
search-initials = Initials
search-initials-title = Search for first letters of pinyin
search-count = { $n }/{ $all }
search-none = Not found
search-bad-pattern = Not a complete pattern
search-previous = Previous find
search-next = Next find
filter-more = Filters
filter-by-label = Label
filter-by-status = Status
filter-by-source = Origin
filter-by-attribute = Field
filter-noted = With a note
source-human = By hand
source-machine = Suggested by the program
source-import = Imported

## Statistics
statistics-title = Statistics
figure-measures = measures
figure-targets = targets
figure-units = units
figure-led = with a lead or responsible unit
figure-timed = with a deadline
figure-pending = suggestions undecided
chart-sections = Statements by section
chart-sections-say = How many statements of each kind every section has.
chart-units = Units and tasks
chart-units-say = Lead, support and responsible all count; the darker, the more tasks.
chart-deadlines = Deadlines
chart-deadlines-say = By month of the deadline; full dots are accepted, hollow ones suggested.
chart-instruments = Policy instruments
chart-instruments-say = Measures by supply, environment and demand side.
chart-terms = Terms
chart-terms-say = How often each term stands in the speech; the table lists the parts that it names.
chart-as-table = Table
chart-save = Save “{ $title }” as { $kind }
chart-empty = Nothing to count yet
chart-sum = Sum
chart-month = Month
chart-class = Class
chart-tasks = Measures
chart-term = Term
chart-times = Times
chart-parts = Parts

## Library
library-search = Search all documents
library-backup = Export everything
library-wipe = Wipe everything
library-folders = Folders
library-trash = Trash { $n }
library-empty = No such document
library-restore = Restore “{ $title }”
library-move = Move “{ $title }” to a folder
library-duplicate = Duplicate “{ $title }”
library-to-trash = Move “{ $title }” to the trash
library-folder = Folder
library-copy = {" (copy)"}
batch-start = Extract { $n } new documents
batch-progress = Extracting { $n } of { $all }
notice-batch = { $n ->
    [one] Extracted 1 document
   *[other] Extracted { $n } documents
}
notice-trashed = Moved to the trash
problem-reading-stored = This document could not be read; nothing was finished. Please try again.
wipe = Wipe
wipe-words = Wipe all { $n } documents and their annotations from this machine? This cannot be undone. To keep a copy, cancel and use “Export everything” first.
document-details = About this document
document-title = Title
document-date = Date of the speech
document-speaker = Speaker
document-origin = Source
document-folder = Folder
document-date-hint = Deadlines such as 年底前 are resolved against this date and follow it.
document-save = Save

field-written = Written by hand; not in the speech
detail-guideline = What this label covers
