//! What is known about each format: names, offsets, and what its files do not hold.

use super::loss::{CONLL_LOSSES, LIST_LOSSES, REPORT_LOSSES, TABLE_LOSSES, roomy};
use super::{Format, Loss};

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
            Self::Report => &REPORT,
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
    en: "Juyao JSON, one document per line",
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

const REPORT: About = About {
    id: "report",
    extension: "html",
    media_type: "text/html",
    zh: "打印报告",
    en: "Printable report",
    menu: Menu::Everything,
    offsets: None,
    readable: false,
    losses: REPORT_LOSSES,
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
    losses: roomy!(),
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
        Loss::DocumentDetails,
        Loss::Status,
        Loss::Origin,
        Loss::Attributes,
        Loss::Notes,
        Loss::Triggers,
        Loss::Fragments,
        Loss::LinkDetails,
        Loss::Empty,
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
    losses: roomy!(),
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
    losses: roomy!(OuterLineEnds),
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
    losses: roomy!(Empty),
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
    losses: roomy!(),
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
    losses: roomy!(Controls),
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
        Loss::DocumentDetails,
        Loss::DocumentNote,
        Loss::Origin,
        Loss::Attributes,
        Loss::Triggers,
        Loss::Fragments,
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
    losses: roomy!(Controls),
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
        Loss::DocumentDetails,
        Loss::Status,
        Loss::Origin,
        Loss::Attributes,
        Loss::Triggers,
        Loss::Fragments,
        Loss::LinkDetails,
        Loss::Controls,
        Loss::LineEnds,
    ],
};
