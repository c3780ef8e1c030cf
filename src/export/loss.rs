//! What files of other programs do not hold, in the words of the export dialog.

/// Something that a file does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loss {
    /// The text: such a file cannot be opened again.
    Text,
    /// What is needed to open it again: it is for reading and printing.
    Reopening,
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
    /// Speaker, source and folder of the document.
    DocumentDetails,
    /// The note on the document as a whole.
    DocumentNote,
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
    /// The further pieces of discontinuous annotations.
    Fragments,
    /// Annotations without a single character.
    Empty,
    /// Blanks and line ends of the text.
    Blanks,
    /// Blanks at the edges of lines become other blanks, and annotations of nothing else are left out.
    LineEdges,
    /// Line ends at the edges of annotations.
    OuterLineEnds,
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
            Self::Reopening => "再打开所需的数据（只供阅读和打印）",
            Self::Rejected => "已拒绝的标注和关联",
            Self::OnlyMeasures => "任务表以外的标注",
            Self::OnlyLabels => "标签以外的一切",
            Self::TagSet => "标签的名称、按键和说明",
            Self::Document => "讲话的标题和日期",
            Self::DocumentDetails => "讲话人、来源和文件夹",
            Self::DocumentNote => "文档备注",
            Self::Ids => "标注的编号",
            Self::Status => "已接受还是建议",
            Self::Origin => "来源和把握程度",
            Self::Attributes => "属性（层级、角色、力度等）",
            Self::Notes => "备注",
            Self::Triggers => "触发词",
            Self::Links => "关联",
            Self::LinkDetails => "关联的来源和状态",
            Self::Overlaps => "同层重叠的标注（只留最外层）",
            Self::Fragments => "不连续标注的其余片段",
            Self::Empty => "空标注",
            Self::Blanks => "正文里的空白和换行",
            Self::LineEdges => "行首行尾的空白（变为其他空白）",
            Self::OuterLineEnds => "标注首尾的换行",
            Self::Controls => "控制字符（变为空格）",
            Self::LineEnds => "回车换行（变为换行）",
        }
    }

    /// In English.
    pub fn en(self) -> &'static str {
        match self {
            Self::Text => "the text (the file cannot be opened again)",
            Self::Reopening => "what opening it again needs (it is for reading and print)",
            Self::Rejected => "rejected annotations and links",
            Self::OnlyMeasures => "everything but the task table",
            Self::OnlyLabels => "everything but the labels",
            Self::TagSet => "names, keys and descriptions of labels",
            Self::Document => "title and date of the speech",
            Self::DocumentDetails => "speaker, source and folder",
            Self::DocumentNote => "the note on the document",
            Self::Ids => "ids of annotations",
            Self::Status => "accepted or only suggested",
            Self::Origin => "origin and confidence",
            Self::Attributes => "attributes (level, role, modality …)",
            Self::Notes => "notes",
            Self::Triggers => "trigger words",
            Self::Links => "links",
            Self::LinkDetails => "origin and status of links",
            Self::Overlaps => "overlaps within a layer (the outermost stays)",
            Self::Fragments => "further pieces of discontinuous annotations",
            Self::Empty => "empty annotations",
            Self::Blanks => "blanks and line ends of the text",
            Self::LineEdges => "blanks at the edges of lines (become other blanks)",
            Self::OuterLineEnds => "line ends at the edges of annotations",
            Self::Controls => "control characters (become spaces)",
            Self::LineEnds => "carriage returns (become line feeds)",
        }
    }
}

/// What the task table does not hold, whatever its file.
pub(super) const TABLE_LOSSES: &[Loss] = &[Loss::Text, Loss::Rejected, Loss::OnlyMeasures];

/// What a list of annotations does not hold.
pub(super) const LIST_LOSSES: &[Loss] = &[
    Loss::Text,
    Loss::Rejected,
    Loss::TagSet,
    Loss::DocumentDetails,
    Loss::DocumentNote,
    Loss::Triggers,
];

/// What the report does not hold.
pub(super) const REPORT_LOSSES: &[Loss] = &[
    Loss::Reopening,
    Loss::Rejected,
    Loss::TagSet,
    Loss::DocumentDetails,
    Loss::DocumentNote,
    Loss::Ids,
    Loss::Origin,
    Loss::Attributes,
    Loss::Notes,
    Loss::Triggers,
    Loss::Links,
];

/// What tools with room for our own fields do not hold, and what a format leaves out besides.
macro_rules! roomy {
    ($($besides:ident),*) => {
        &[
            Loss::Rejected,
            Loss::TagSet,
            Loss::DocumentDetails,
            Loss::DocumentNote,
            $(Loss::$besides),*
        ]
    };
}
pub(super) use roomy;

/// What a character a line does not hold.
pub(super) const CONLL_LOSSES: &[Loss] = &[
    Loss::Rejected,
    Loss::TagSet,
    Loss::Document,
    Loss::DocumentDetails,
    Loss::DocumentNote,
    Loss::Ids,
    Loss::Status,
    Loss::Origin,
    Loss::Attributes,
    Loss::Notes,
    Loss::Triggers,
    Loss::Fragments,
    Loss::Links,
    Loss::Overlaps,
    Loss::Empty,
    Loss::Blanks,
];
