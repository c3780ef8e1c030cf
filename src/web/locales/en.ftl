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
start-drop = Or drop files: txt, Word, web pages, archives, annotations
drop-to-open = Let go to open
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
export-no-tasks = No task is accepted yet, so the table would be empty. Accept some, or tick “With suggestions not decided yet” below
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
more-title = More
comma = {", "}
save-saved = Saved
save-saved-at = Saved { $time }
save-saving = Saving…
save-failed = Not saved
save-elsewhere = Read-only
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
hint-range = Smaller, larger
hint-move = Move
hint-select = Select
hint-leave = Leave the caret
hint-other-end = Other end
hint-link-type = Type
hint-link = Link
order-text = In the order of the text
order-label = Label by label
order-confidence = Least sure first
commands-button = Find a command

## Text and panes
text-title = Text
outline-title = Outline
outline-looking = Looking for headings…
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
sheet-handle = Pull the panel up or down
handle-start = Drag the start (hold Alt for single characters)
handle-end = Drag the end (hold Alt for single characters)
yes = Yes
no = No

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
list-looking = Looking…
list-empty = Nothing passes this filter
measures-empty = No measures. Select text and press 1 to add one
detail-empty = Nothing is selected yet
detail-empty-walk = { $next } and { $previous } walk through the marks, { $pending } goes to the next one to decide; { $accept } accepts, { $reject } rejects.
detail-empty-select = Select words in the text to add an annotation.
detail-place = { $n } of { $all }
detail-task = Task
detail-words = Text
reason-title = Why this is suggested
reason-confidence = confidence { $share }
reason-triggers = Because of { $words }
reason-record = Of { $n } decided by this rule you accepted { $accepted }{ $documents ->
    [0] .
    [1] .
   *[other] {" "}(in { $documents } documents).
}
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
field-fragments = Pieces
fragment-drop = Take away the piece “{ $words }”
link-add = Choose in the text: { $kind }
link-menu = Change the link to “{ $words }”
link-change = Make it: { $kind }
link-remove = Remove the link
link-choose = Choose the other end
link-hint = Click the other end in the text, or walk to it; the type may be changed as well
link-make = Link
rung-title = Range
rung-char = Char
rung-word = Word
rung-clause = Clause
rung-sentence = Sentence
rung-paragraph = Para
rung-count = { $n } chars
rung-own = Own, { $n } chars
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
palette-search = Search labels, also by pinyin
palette-characters = { $n } chars
palette-empty = No such label
palette-relabel = Change the label
palette-recent = Recent
palette-equal = All { $n } places with the same words
palette-join = Join the current annotation as a further piece
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
command-order-text = Walk in the order of the text
command-order-label = Walk label by label (again: as the text)
command-order-confidence = Walk the least sure first (again: as the text)
command-jump = Jump to a section
command-next-region = Next region
command-previous-region = Previous region
command-bulk = Accept or reject many at once
command-grow = Grow (character, word, clause, sentence, paragraph)
command-shrink = Shrink
command-end-right = End one character later
command-end-left = End one character earlier
command-start-right = Start one character later
command-start-left = Start one character earlier
command-end-right-word = End one word later
command-end-left-word = End one word earlier
command-start-right-word = Start one word later
command-start-left-word = Start one word earlier
command-split = Split in two (at the caret, or after the first clause)
command-merge = Merge with the next of this label
command-add-fragment = Join the selection to the current annotation
command-drop-fragment = Take away the last piece
command-caret = Caret in the text, or leave
command-caret-left = Caret left
command-caret-right = Caret right
command-caret-word-left = Caret one word left
command-caret-word-right = Caret one word right
command-caret-up = Caret up
command-caret-down = Caret down
command-caret-line-start = Caret to the start of the line
command-caret-line-end = Caret to the end of the line
command-tag-as = Label as { $label }
command-tag-equal = Label all places with the same words
command-link = Make a link
command-link-as = Choose the type of the link
command-attributes = Set the fields
command-commands = Find a command
command-save-file = Save as a Juyao file
command-tagset = Edit labels and link types
command-key-settings = Change the keys
command-reading = How the text is set
read-size = Size
read-size-small = small
read-size-medium = medium
read-size-large = large
read-size-huge = huge
read-leading = Leading
read-leading-tight = tight
read-leading-medium = medium
read-leading-loose = loose
read-column = Column
read-column-narrow = narrow
read-column-medium = medium
read-column-wide = wide
read-font = Typeface
read-font-serif = serif
read-font-sans = sans serif
read-sample = 各单位要对照任务清单，逐项明确责任人和完成时限，每月底前报送进展情况。
commands-title = Commands
commands-search = Type the name of a command
commands-empty = No such command
jump-search = Type words of a heading
jump-empty = No such heading
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
keys-walking = Walking through
keys-deciding = Deciding
keys-tagging = Tagging
keys-always = Always
keys-labels = Labels
keys-range = Range
keys-caret = With the caret in the text (hold Shift to select)
keys-links = While linking
keys-words = They work while the text or a list has the focus; never in a field or while characters are composed.
key-settings-words = Click a key, then press the new one; Esc keeps it. Changes are kept in this browser.
key-settings-single = Use single keys (letters, digits and marks)
key-settings-reset = Back to the defaults
key-change = Change the key of “{ $command }”
key-press = Press the new key…
key-off = Off
key-switch-off = Switch off
key-default = Default
key-conflict = The same as “{ $other }”
bulk-title = Accept or reject many at once
bulk-all = Everything undecided
bulk-label = Undecided: { $label }
bulk-rule = Undecided, by the same rule ({ $rule })
bulk-section = Undecided in this section ({ $title })
bulk-sure = Undecided, confidence at least { $n }%
bulk-unsure = Undecided, confidence below { $n }%
bulk-count = { $n }
bulk-limit = Confidence limit
bulk-examples = Examples
bulk-more = { $n } more
bulk-accept = Accept { $n }
bulk-reject = Reject { $n }

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
verb-split = split
verb-merge = merge
verb-fragment = change pieces of
verb-tagset = edit labels
notice-resized = Range: { $quote }
notice-split = Split in two
notice-merged = Merged
notice-fragment = Joined to the current annotation
notice-no-fragment = First select words besides the current annotation (V selects by key)
notice-nothing-to-split = It cannot be split here. Put the caret inside it with V first
notice-nothing-to-merge = No later annotation of this label in this paragraph
notice-no-link-end = Nothing to link to
notice-link-end = Other end: { $label }, { $quote }
notice-link-unfit = { $label } cannot go into “{ $en }”.
notice-linked = Linked: { $en }
notice-equal = All places with the same words are labelled, { $n } new
notice-no-equal = No other place with the same words
notice-order-text = Walking in the order of the text
notice-order-label = Walking label by label
notice-order-confidence = Walking the least sure first
notice-bulk-accepted = Accepted { $n }
notice-bulk-rejected = Rejected { $n }
notice-tagset = Labels updated
problem-tagset = This file is not a set of labels and was not imported ({ $reason }).
tagset-title = Labels and link types
tagset-ready = Ready-made set
tagset-guidelines = Speeches (default)
tagset-policy-instruments = Policy instruments
tagset-import = Import
tagset-export = Export
tagset-save = Save
tagset-add = New label
tagset-new = 新标签
tagset-links = Link types
tagset-add-link = New link type
tagset-new-link = 新关联
tagset-zh = Chinese name
tagset-en = English name
tagset-glyph = Glyph
tagset-glyph-taken = Another label has this glyph
tagset-key = Key
tagset-key-press = Press a letter or digit
tagset-key-taken = Another label has this key
tagset-colour = Colour
tagset-description = What it covers
tagset-id = Id in files
tagset-fields = Fields
tagset-add-field = New field
tagset-new-field = 新属性
tagset-field-name = Name of the field
tagset-field-kind = Kind of the field
tagset-kind-text = Text
tagset-kind-number = Number
tagset-kind-flag = Yes or no
tagset-kind-choice = Choice
tagset-values = The values, with commas between
tagset-from = From
tagset-to = To
tagset-any = None chosen: any
tagset-remove = Delete the label
tagset-remove-link = Delete the link type
tagset-link-used = { $n } links use it
tagset-ask = “{ $label }” has { $n } annotations. What becomes of them?
tagset-ask-link = “{ $label }” has { $n } links. What becomes of them?
tagset-move-links = Give them this type
tagset-keep-links = Keep them; no longer offer the type
tagset-retired-link = Retired: its links stay, no new ones are made.
tagset-move = Give them this label
tagset-hide = Keep them, hidden
tagset-retired = Retired; its annotations are hidden.
tagset-restore = Restore
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
notice-nothing-selected = First select an annotation or some words
notice-known = This is labelled { $label } already
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
notice-newer-version = A newer version is ready. Close every tab of this program and open it again to use it.
problem-empty = There is no text to paste. Copy the whole speech first.
problem-long-text = The text is longer than 20 MB and was not opened. Split it into parts.
problem-long-file = “{ $name }” is larger than 20 MB and was not opened.
problem-empty-file = There is no text in “{ $name }”.
problem-binary-file = “{ $name }” is not a text file and was not opened. Save it as txt and try again.
problem-encoding = The encoding of “{ $name }” is not clear; it was not opened. Open it by itself and choose an encoding.
problem-large-file = “{ $name }” is larger than 64 MB and was not opened.
problem-bursting-file = “{ $name }” unpacks to too much (more than 64 MB, 2,000 files or 10,000 pages, or hundreds of times its size) and was not opened.
problem-deep-file = “{ $name }” lies too deep in archives and was not opened. Unpack it first.
problem-office-file = “{ $name }” is an older or other office file and was not opened. Save it as docx and try again.
problem-letterless-file = “{ $name }” is a PDF without text: its pages are pictures, or do not tell their letters. Recognise the text (OCR) first.
problem-protected-file = “{ $name }” is a protected PDF and was not opened. Print it into a new PDF and open that.
problem-locked-file = “{ $name }” has a password and was not opened.
problem-textless-file = “{ $name }” holds annotations without their text and was not opened.
problem-many-files = { $n } files were not opened: { $names } and others. Open them one by one to see why.
problem-export = The export failed. Try another format, or fewer documents.
problem-unreadable-file = “{ $name }” cannot be read. It may have moved, or permission is missing.
problem-newer-file = “{ $name }” was written by a newer version; update this program first.
problem-no-reader = The program that reads files did not start, so “{ $name }” was not opened. Check the network and open it again.
problem-own-file = “{ $name }” is incomplete or was changed; it was not opened ({ $reason }).
problem-opening = This document cannot be opened: its record on this machine cannot be read. Reload the page to try again; if you have a backup, opening it brings the document back.
problem-left-out = { $n ->
    [one] The record of 1 document
   *[other] The records of { $n } documents
} cannot be read; the file holds all the others.
problem-damaged = The record of the last steps on this document is damaged and could not be restored; everything before is there.
problem-extraction = No suggestions could be made. You can still select words and tag them.
problem-dictionary = The dictionary could not be read; only what is recognised without it is suggested. Reload the page to try again.
problem-download = The browser did not allow the download.
problem-storage = The browser does not let this page store anything; the latest changes are still in this page. Download a backup.
problem-full = There is no storage left; the latest changes are still in this page. Download a backup.
problem-elsewhere = Another tab has changed this document. Here it is read-only; changes that were not stored stay out.
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
table-sort = Sort
table-sort-text = In the order of the text
table-sort-by = By { $column }
table-sort-reversed = Reversed
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
hint-chart = by chart
hint-figure = by figure
hint-tasks = show the tasks
hint-fill = fill down
key-space = Space
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
figure-measures = tasks
figure-targets = targets
figure-units = units
figure-led = with a lead or responsible unit
figure-timed = with a deadline
figure-pending = suggestions undecided
chart-sections = Statements by section
chart-sections-say = How many statements of each kind every section has.
chart-units = Units and tasks
chart-units-say = Lead, support and responsible all count; the darker, the more tasks. A cell leads to its tasks.
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
chart-figure = { $caption }: { $n }, Enter shows them
chart-untimed = { $n ->
    [one] 1 task has no deadline
   *[other] { $n } tasks have no deadline
}
chart-untimed-caption = No deadline
chart-undated = { $n ->
    [one] 1 deadline names no day
   *[other] { $n } deadlines name no day
}
chart-undated-caption = Deadline without a day
chart-add-date = Add the day of the speech
picked-clear = Only “{ $caption }”: click to remove this filter
chart-month = Month
chart-class = Class
chart-tasks = Measures
chart-term = Term
chart-times = Times
chart-parts = Parts

## Library
library-search = Search all documents
library-backup = Back up everything
library-backup-words = All documents in one file: annotations, folders, the trash, all that can be undone, and settings such as keys and colours. Opening the file here brings it back
notice-restored = { $n ->
    [one] 1 document is
   *[other] { $n } documents are
} back{ $trashed ->
    [0] {""}
   *[other] , { $trashed } of them in the trash
}{ $known ->
    [0] {""}
   *[other] ; { $known } were here already and stay as they are
}{ $settings ->
    [0] {""}
   *[other] ; keys, colours and other settings are those of the backup now
}.
problem-backup = { $n } documents of the backup “{ $name }” cannot be read and were left out.
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
wipe-words = Wipe all { $n } documents and their annotations from this machine? This cannot be undone. To keep a copy, cancel and use “Back up everything” first.
document-details = About this document
document-title = Title
document-date = Date of the speech
document-speaker = Speaker
document-origin = Source
document-folder = Folder
document-note = Notes
document-date-hint = Deadlines such as 年底前 are resolved against this date and follow it.
document-save = Save

field-written = Written by hand; not in the speech
detail-guideline = What this label covers

## New versions, review, comparison
command-new-version = Replace with a new version…
command-compare = Compare with another version
page-compare = Compare
version-title = Replace with a new version
version-lead = Paste or open the new text and the annotations follow; what is not certain is listed for you to check. The present version stays in the list of documents as it is, under the title “{ $title }”.
version-text = Full text of the new version
version-placeholder = Paste the full text of the new version here
version-file = Open a file…
version-same = The same text, letter for letter
version-comparing = Comparing…
version-summary = The text has changed: { $kept } in place, { $check } to check, { $lost } not found
version-details = moved { $moved } · changed { $changed } · lost { $lost }
version-replace = Replace
version-old-suffix = {" (old version)"}
notice-renewed = Replaced; { $n } to check. The old version is still there: { $title }
tab-review = Check
review-none = Everything is checked
review-hint = Annotations that a change of the text left uncertain. Enter: right here, F: another place, X: give up
review-old = Before
review-new = Now
review-alike = { $n }% alike
review-confirm = Right here
review-fix = Another place
review-find = Find a place
review-discard = Give up
review-fixing = Select words in the text as the new place. By key: Shift with arrows selects, Enter takes, Esc cancels
review-all-moved = Confirm all { $n } moved
review-all-changed = Confirm all { $n } changed
review-all-lost = Give up all { $n } lost
drift-moved = Moved
drift-changed = Changed
drift-lost = Lost
verb-review = check
notice-confirmed = { $n } confirmed
compare-with = Compare with:
compare-nothing = There is no other document to compare with. Open another version, or use “Replace with a new version…”
compare-what = What differs
compare-counts = { $same } same · { $reworded } reworded · { $inserted } added · { $deleted } deleted · { $moved } moved
compare-changes = Differences only
compare-next = Next difference
compare-previous = Previous difference
compare-bring = Bring annotations over ({ $n })
compare-fillings = { $n ->
    [one] 1 redaction has its words in the other version, listed under the sentence; what you take is noted on the annotation, and the text stays.
   *[other] { $n } redactions have their words in the other version, listed under the sentences; what you take is noted on the annotations, and the text stays.
}
compare-from = moved here from elsewhere
compare-to = moved elsewhere
row-same = Same
row-reworded = Reworded
row-inserted = Added
row-deleted = Deleted
row-moved-away = Moved away
row-moved-here = Moved here
filling-offer = Fill “{ $withheld }” with “{ $words }”
filling-done = “{ $withheld }” filled with “{ $words }”
filling-from = Filled from “{ $title }”
notice-filled = Noted: { $words }
notice-brought = { $n ->
    [one] 1 annotation came over
   *[other] { $n } annotations came over
}
notice-fresh = { $n ->
    [one] 1 suggestion
   *[other] { $n } suggestions
} for the new words
notice-nothing-brought = No annotation to bring over

# What the messages to the person are called, for a screen reader.
messages-title = Messages

## Rules: why it was suggested
why-achievement-context = stands among reports of what has been done
why-achievement-done = says that it has been done
why-achievement-figure = a figure that tells a rise or a result
why-achievement-praise = tells a success
why-achievement-time = names a time in the past
why-actor-bracket = a unit named in brackets behind a task
why-actor-charge = a chain of those in charge of places
why-actor-duty = words that hand out duties
why-actor-joint = a unit that is to work with another
why-actor-label = a unit behind a label such as 责任单位：
why-actor-learned = a unit in a sentence like those in which annotated speeches tell units to act
why-actor-modal = a unit followed by 要, 应 or 须
why-actor-subject = a unit at the head of an order
why-actor-timed = a unit followed by a deadline and an order
why-actor-titled = a title or name in an order
why-actor-told = a unit that is asked or told to do something
why-actor-capacity = the capacity named behind “as …”
why-actor-topic = a unit in a clause of its own before what it is to do
why-boilerplate-between = scraps between remains
why-boilerplate-byline = a byline
why-boilerplate-caption = a caption
why-boilerplate-code = code or styles of a page
why-boilerplate-contents = a table of contents
why-boilerplate-ellipsis = dots where a preview was cut
why-boilerplate-file-name = a file name
why-boilerplate-head = what precedes the speech
why-boilerplate-markup = marks of a web page or of Markdown
why-boilerplate-navigation = navigation and buttons of a page
why-boilerplate-notice = notices, rights and adverts of a site
why-boilerplate-page-fragment = a number that paging left behind
why-boilerplate-page-number = a page number
why-boilerplate-paper = the number, the grade or the printing line of a paper
why-boilerplate-publication = a line with date, source and counters
why-boilerplate-running-header = a header that is repeated on every page
why-boilerplate-site = the name or address of a site
why-boilerplate-stamp = a site's stamp inside a sentence
why-boilerplate-summary = a summary that the site wrote
why-boilerplate-symbols = a line of symbols
why-boilerplate-tail = what follows the speech
why-boilerplate-title-copy = a repeated or damaged title
why-heading-counted = counted things: 第一件事
why-heading-decimal = a decimal number: 1.1
why-heading-digit = a number: 1.
why-heading-digit-in-brackets = a number in brackets: （1）
why-heading-fused-ordinal = an ordinal fused with a verb: 一要
why-heading-in-square-brackets = square brackets around a line: 【…】
why-heading-numeral = a numeral: 一、
why-heading-numeral-in-brackets = a numeral in brackets: （一）
why-heading-ordinal = an ordinal: 一是, 第一，
why-heading-part = a part or chapter
why-heading-sequence = a sequence: 首先, 其次, 最后
why-industry-beside = stands beside another industry
why-industry-craft = a product followed by its making
why-industry-fellows = an item of a list that ends in 等产业
why-industry-grown = a product that is to be developed
why-industry-listed = in the list of industries
why-industry-member = a member of a series of industries
why-industry-suffix = ends as names of industries do
why-industry-trade = the name of a trade
why-measure-assignment = says who answers or leads
why-measure-context = stands among orders
why-measure-modal = holds 要, 须 or 应
why-measure-prohibition = holds 严禁 or 不得
why-measure-request = holds 希望 or 请
why-measure-verb = opens with the verb of an order
why-organization-body = a body of party or state
why-organization-company = a company, school or hospital
why-organization-firm = a firm's short name
why-organization-heard = a unit that has reported or spoken
why-organization-learned = a body in a sentence like those of annotated speeches
why-organization-listed = a member of a series of units
why-organization-office = an office or centre
why-organization-reported = a body that has done what is reported
why-organization-sent = a unit that sends or is sent
why-policy-cited = a document, law, meeting or speech that is cited
why-problem-blame = holds 有的 or 个别
why-problem-context = stands among shortcomings
why-problem-contrast = a shortcoming behind 但 or 然而
why-problem-shortcoming = holds 不足, 薄弱 or 不够
why-project-activity = an activity, campaign or festival
why-project-built = a hospital or school that is being built
why-project-numbered = works known by a number, such as 第二水厂
why-project-ranked = a rank of the state or a province that opens a name, such as 国家重点实验室
why-project-launched = a project that is built or carried out
why-project-line = a line, road or pipeline
why-project-listed = a member of a series of projects
why-project-place = a park, base or scenic area
why-project-platform = a platform, centre or system
why-project-programme = a programme, plan or campaign
why-project-quoted = a programme's name in quotation marks
why-quantity-unit = a number with its unit
why-redaction-filled = filled from another version
why-redaction-placeholder = a placeholder: ×, 某, **
why-rule-condition = a condition: 凡, 对…的
why-rule-consequence = a reward, penalty or consequence
why-rule-context = a condition with its consequence
why-rule-prohibition = a general prohibition
why-target-context = stands among goals
why-target-result = holds 达到, 突破 or 完成
why-target-time = says by when
why-term-numeral = a phrase shortened to a number
why-term-quoted = a phrase in quotation marks
why-term-repeated = a phrase that was quoted before
why-term-set-phrase = a set phrase
why-time-expression = an expression of time
