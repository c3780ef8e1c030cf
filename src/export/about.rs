//! What is known about each format: names, offsets, and what its files do not hold.

use super::Format;

/// What is known about a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    /// Its id, as in `--format json`.
    pub id: &'static str,
    /// The end of its files' names, without the dot.
    pub extension: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// Its Chinese name.
    pub zh: &'static str,
    /// Its English name.
    pub en: &'static str,
    /// Where it stands in the export menu.
    pub menu: Menu,
    /// What its offsets count; none where it has none.
    pub offsets: Option<OffsetUnit>,
    /// Whether its files can be opened again.
    pub readable: bool,
    /// What its files do not hold.
    pub losses: &'static [Loss],
}

/// The parts of the export menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Menu {
    /// 任务分解表
    TaskTable,
    /// Everything, for this program and for tables.
    Everything,
    /// Other annotation tools.
    Tools,
}

/// What offsets in a file count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OffsetUnit {
    /// Unicode code points.
    CodePoint,
    /// UTF-16 code units.
    Utf16,
}

/// Something that a file does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loss {
    /// The text: such a file cannot be opened again.
    Text,
    /// Annotations and links that were rejected.
    Rejected,
    /// Everything but the task table.
    OnlyMeasures,
    /// Everything but the labels.
    OnlyLabels,
    /// Names, keys and descriptions of labels, and the order of the palette.
    TagSet,
    /// Title and day of the speech.
    Document,
    /// The ids of annotations.
    Ids,
    /// Whether an annotation was accepted or only suggested.
    Status,
    /// Who made an annotation, and how sure the rule was.
    Origin,
    /// Fields such as level, role and modality.
    Attributes,
    /// Notes.
    Notes,
    /// The words that triggered a suggestion.
    Triggers,
    /// Links.
    Links,
    /// Who made a link, and whether it was accepted.
    LinkDetails,
    /// Of annotations of one layer that overlap, all but the outermost.
    Overlaps,
    /// Annotations without a single character.
    Empty,
    /// Blanks and line ends of the text.
    Blanks,
    /// Blanks at the edges of lines become other blanks, and annotations of nothing else are left out.
    LineEdges,
    /// Control characters, which become spaces.
    Controls,
    /// Line ends other than a line feed, which become one, and a byte order mark.
    LineEnds,
}

impl Loss {
    /// In Chinese, as the export dialog says it.
    pub fn zh(self) -> &'static str {
        match self {
            Self::Text => "正文（不能再打开）",
            Self::Rejected => "已拒绝的标注和关联",
            Self::OnlyMeasures => "任务表以外的标注",
            Self::OnlyLabels => "标签以外的一切",
            Self::TagSet => "标签的名称、按键和说明",
            Self::Document => "讲话的标题和日期",
            Self::Ids => "标注的编号",
            Self::Status => "已接受还是建议",
            Self::Origin => "来源和把握程度",
            Self::Attributes => "属性（层级、角色、力度等）",
            Self::Notes => "备注",
            Self::Triggers => "触发词",
            Self::Links => "关联",
            Self::LinkDetails => "关联的来源和状态",
            Self::Overlaps => "同层重叠的标注（只留最外层）",
            Self::Empty => "空标注",
            Self::Blanks => "正文里的空白和换行",
            Self::LineEdges => "行首行尾的空白（变为其他空白）",
            Self::Controls => "控制字符（变为空格）",
            Self::LineEnds => "回车换行（变为换行）",
        }
    }

    /// In English.
    pub fn en(self) -> &'static str {
        match self {
            Self::Text => "the text (the file cannot be opened again)",
            Self::Rejected => "rejected annotations and links",
            Self::OnlyMeasures => "everything but the task table",
            Self::OnlyLabels => "everything but the labels",
            Self::TagSet => "names, keys and descriptions of labels",
            Self::Document => "title and date of the speech",
            Self::Ids => "ids of annotations",
            Self::Status => "accepted or only suggested",
            Self::Origin => "origin and confidence",
            Self::Attributes => "attributes (level, role, modality …)",
            Self::Notes => "notes",
            Self::Triggers => "trigger words",
            Self::Links => "links",
            Self::LinkDetails => "origin and status of links",
            Self::Overlaps => "overlaps within a layer (the outermost stays)",
            Self::Empty => "empty annotations",
            Self::Blanks => "blanks and line ends of the text",
            Self::LineEdges => "blanks at the edges of lines (become other blanks)",
            Self::Controls => "control characters (become spaces)",
            Self::LineEnds => "carriage returns (become line feeds)",
        }
    }
}

impl Format {
    /// What is known about the format.
    pub fn about(self) -> &'static About {
        match self {
            Self::Json => &JSON,
            Self::Ndjson => &NDJSON,
            Self::TaskXlsx => &TASK_XLSX,
            Self::TaskDocx => &TASK_DOCX,
            Self::TaskCsv => &TASK_CSV,
            Self::TaskMarkdown => &TASK_MARKDOWN,
            Self::Csv => &CSV,
            Self::Tsv => &TSV,
            Self::WebAnnotation => &WEB_ANNOTATION,
            Self::Doccano => &DOCCANO,
            Self::LabelStudio => &LABEL_STUDIO,
            Self::LabelStudioConfig => &LABEL_STUDIO_CONFIG,
            Self::Brat => &BRAT,
            Self::Prodigy => &PRODIGY,
            Self::ConllBio => &CONLL_BIO,
            Self::ConllBioes => &CONLL_BIOES,
            Self::CasJson => &CAS_JSON,
            Self::CasXmi => &CAS_XMI,
            Self::WebannoTsv => &WEBANNO_TSV,
            Self::Tei => &TEI,
            Self::QdaProject => &QDA_PROJECT,
        }
    }
}

/// What the task table does not hold, whatever its file.
const TABLE_LOSSES: &[Loss] = &[Loss::Text, Loss::Rejected, Loss::OnlyMeasures];

/// What a list of annotations does not hold.
const LIST_LOSSES: &[Loss] = &[Loss::Text, Loss::Rejected, Loss::TagSet, Loss::Triggers];

/// What tools with room for our own fields do not hold.
const ROOMY: &[Loss] = &[Loss::Rejected, Loss::TagSet, Loss::Triggers];

/// The same where the file is XML.
const ROOMY_XML: &[Loss] = &[Loss::Rejected, Loss::TagSet, Loss::Triggers, Loss::Controls];

/// What a character a line does not hold.
const CONLL_LOSSES: &[Loss] = &[
    Loss::Rejected,
    Loss::TagSet,
    Loss::Document,
    Loss::Ids,
    Loss::Status,
    Loss::Origin,
    Loss::Attributes,
    Loss::Notes,
    Loss::Triggers,
    Loss::Links,
    Loss::Overlaps,
    Loss::Empty,
    Loss::Blanks,
];

const JSON: About = About {
    id: "json",
    extension: "json",
    media_type: "application/json",
    zh: "举要 JSON",
    en: "Juyao JSON",
    menu: Menu::Everything,
    offsets: Some(OffsetUnit::CodePoint),
    readable: true,
    losses: &[],
};

const NDJSON: About = About {
    id: "ndjson",
    extension: "ndjson",
    media_type: "application/x-ndjson",
    zh: "举要 JSON，一篇一行",
    en: "Juyao JSON, a document a line",
    ..JSON
};

const TASK_XLSX: About = About {
    id: "task-xlsx",
    extension: "xlsx",
    media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    zh: "Excel 工作簿",
    en: "Excel workbook",
    menu: Menu::TaskTable,
    offsets: None,
    readable: false,
    losses: TABLE_LOSSES,
};

const TASK_DOCX: About = About {
    id: "task-docx",
    extension: "docx",
    media_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    zh: "Word 表格",
    en: "Word table",
    ..TASK_XLSX
};

const TASK_CSV: About = About {
    id: "task-csv",
    extension: "csv",
    media_type: "text/csv",
    zh: "CSV 任务表",
    en: "CSV task table",
    ..TASK_XLSX
};

const TASK_MARKDOWN: About = About {
    id: "task-md",
    extension: "md",
    media_type: "text/markdown",
    zh: "Markdown 任务表",
    en: "Markdown task table",
    ..TASK_XLSX
};

const CSV: About = About {
    id: "csv",
    extension: "csv",
    media_type: "text/csv",
    zh: "CSV 标注表",
    en: "CSV of annotations",
    menu: Menu::Everything,
    offsets: Some(OffsetUnit::CodePoint),
    readable: false,
    losses: LIST_LOSSES,
};

const TSV: About = About {
    id: "tsv",
    extension: "tsv",
    media_type: "text/tab-separated-values",
    zh: "TSV 标注表",
    en: "TSV of annotations",
    ..CSV
};

const WEB_ANNOTATION: About = About {
    id: "web-annotation",
    extension: "jsonld",
    media_type: "application/ld+json",
    zh: "W3C 网页标注",
    en: "W3C Web Annotation",
    menu: Menu::Tools,
    offsets: Some(OffsetUnit::CodePoint),
    readable: true,
    losses: ROOMY,
};

const DOCCANO: About = About {
    id: "doccano",
    extension: "jsonl",
    media_type: "application/x-ndjson",
    zh: "doccano",
    en: "doccano",
    menu: Menu::Tools,
    offsets: Some(OffsetUnit::Utf16),
    readable: true,
    losses: &[
        Loss::Rejected,
        Loss::TagSet,
        Loss::Status,
        Loss::Origin,
        Loss::Attributes,
        Loss::Notes,
        Loss::Triggers,
        Loss::LinkDetails,
    ],
};

const LABEL_STUDIO: About = About {
    id: "label-studio",
    extension: "json",
    media_type: "application/json",
    zh: "Label Studio",
    en: "Label Studio",
    menu: Menu::Tools,
    offsets: Some(OffsetUnit::CodePoint),
    readable: true,
    losses: ROOMY,
};

const LABEL_STUDIO_CONFIG: About = About {
    id: "label-studio-config",
    extension: "xml",
    media_type: "application/xml",
    zh: "Label Studio 标注界面",
    en: "Label Studio labelling interface",
    menu: Menu::Tools,
    offsets: None,
    readable: false,
    losses: &[Loss::OnlyLabels],
};

const BRAT: About = About {
    id: "brat",
    extension: "zip",
    media_type: "application/zip",
    zh: "brat",
    en: "brat",
    menu: Menu::Tools,
    offsets: Some(OffsetUnit::CodePoint),
    readable: true,
    losses: ROOMY,
};

const PRODIGY: About = About {
    id: "prodigy",
    extension: "jsonl",
    media_type: "application/x-ndjson",
    zh: "spaCy、Prodigy",
    en: "spaCy, Prodigy",
    menu: Menu::Tools,
    offsets: Some(OffsetUnit::CodePoint),
    readable: true,
    losses: &[Loss::Rejected, Loss::TagSet, Loss::Triggers, Loss::Empty],
};

const CONLL_BIO: About = About {
    id: "conll-bio",
    extension: "conll",
    media_type: "text/plain",
    zh: "CoNLL（BIO，按字）",
    en: "CoNLL (BIO by character)",
    menu: Menu::Tools,
    offsets: None,
    readable: true,
    losses: CONLL_LOSSES,
};

const CONLL_BIOES: About = About {
    id: "conll-bioes",
    zh: "CoNLL（BIOES，按字）",
    en: "CoNLL (BIOES by character)",
    ..CONLL_BIO
};

const CAS_JSON: About = About {
    id: "cas-json",
    extension: "json",
    media_type: "application/json",
    zh: "UIMA CAS JSON（INCEpTION）",
    en: "UIMA CAS JSON (INCEpTION)",
    menu: Menu::Tools,
    offsets: Some(OffsetUnit::Utf16),
    readable: true,
    losses: ROOMY,
};

const CAS_XMI: About = About {
    id: "cas-xmi",
    extension: "zip",
    media_type: "application/zip",
    zh: "UIMA CAS XMI（INCEpTION）",
    en: "UIMA CAS XMI (INCEpTION)",
    menu: Menu::Tools,
    offsets: Some(OffsetUnit::Utf16),
    readable: true,
    losses: ROOMY_XML,
};

const WEBANNO_TSV: About = About {
    id: "webanno-tsv",
    extension: "tsv",
    media_type: "text/tab-separated-values",
    zh: "WebAnno TSV 3.3",
    en: "WebAnno TSV 3.3",
    menu: Menu::Tools,
    offsets: Some(OffsetUnit::Utf16),
    readable: true,
    losses: &[
        Loss::Rejected,
        Loss::TagSet,
        Loss::Document,
        Loss::Origin,
        Loss::Attributes,
        Loss::Triggers,
        Loss::LinkDetails,
        Loss::Empty,
        Loss::LineEdges,
    ],
};

const TEI: About = About {
    id: "tei",
    extension: "xml",
    media_type: "application/tei+xml",
    zh: "TEI P5",
    en: "TEI P5",
    menu: Menu::Tools,
    offsets: Some(OffsetUnit::CodePoint),
    readable: true,
    losses: ROOMY_XML,
};

const QDA_PROJECT: About = About {
    id: "qdpx",
    extension: "qdpx",
    media_type: "application/zip",
    zh: "REFI-QDA（NVivo、MAXQDA、ATLAS.ti）",
    en: "REFI-QDA (NVivo, MAXQDA, ATLAS.ti)",
    menu: Menu::Tools,
    offsets: Some(OffsetUnit::CodePoint),
    readable: true,
    losses: &[
        Loss::Rejected,
        Loss::TagSet,
        Loss::Status,
        Loss::Origin,
        Loss::Attributes,
        Loss::Triggers,
        Loss::LinkDetails,
        Loss::LineEnds,
    ],
};
