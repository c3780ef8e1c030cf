//! The task table as a Word document, as an office prints it: A4 across, a head that repeats on every
//! page, a band per section, page numbers. No offsets.

use super::archive;
use super::task_xlsx::with_marks;
use super::xml::Xml;
use crate::export::EncodeError;
use crate::export::task_table::{Task, TaskTable};

/// The heads of the columns with their widths in twentieths of a point; together the printed width.
const COLUMNS: [(&str, u32); 8] = [
    ("序号", 680),
    ("工作任务", 3600),
    ("牵头单位", 1480),
    ("责任单位", 1660),
    ("配合单位", 1660),
    ("完成时限", 1560),
    ("目标要求", 1920),
    ("原文依据", 2580),
];

const DOCUMENT: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The document.
pub(super) fn encode(table: &TaskTable) -> Result<Vec<u8>, EncodeError> {
    archive::pack(&[
        ("[Content_Types].xml", include_bytes!("../data/docx/content_types.xml")),
        ("_rels/.rels", include_bytes!("../data/docx/package.rels")),
        ("word/document.xml", &document(table)),
        (
            "word/_rels/document.xml.rels",
            include_bytes!("../data/docx/document.rels"),
        ),
        ("word/styles.xml", include_bytes!("../data/docx/styles.xml")),
        ("word/footer1.xml", include_bytes!("../data/docx/footer.xml")),
    ])
}

fn document(table: &TaskTable) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:document", &[("xmlns:w", DOCUMENT), ("xmlns:r", RELATIONS)]);
    xml.open("w:body", &[]);
    paragraph(&mut xml, "Title", &format!("{}任务分解表", with_marks(&table.title)));
    let spoken = table
        .date
        .as_ref()
        .map_or_else(String::new, |date| format!("讲话日期：{date}　"));
    paragraph(
        &mut xml,
        "Subtitle",
        &format!("{spoken}共 {} 项任务", table.tasks.len()),
    );
    xml.open("w:tbl", &[]);
    xml.open("w:tblPr", &[]);
    xml.empty("w:tblStyle", &[("w:val", "TaskTable")]);
    let width: u32 = COLUMNS.iter().map(|(_, width)| width).sum();
    xml.empty("w:tblW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
    xml.empty("w:jc", &[("w:val", "center")]);
    xml.empty("w:tblLayout", &[("w:type", "fixed")]);
    xml.close("w:tblPr");
    xml.open("w:tblGrid", &[]);
    for (_, width) in COLUMNS {
        xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
    }
    xml.close("w:tblGrid");
    xml.line();
    head(&mut xml);
    let mut section: &[String] = &[];
    for task in &table.tasks {
        if task.section != section {
            section = &task.section;
            band(&mut xml, section, width);
        }
        row(&mut xml, task);
    }
    xml.close("w:tbl");
    xml.line();
    page(&mut xml);
    xml.close("w:body");
    xml.close("w:document");
    xml.finish()
}

fn paragraph(xml: &mut Xml, style: &str, text: &str) {
    xml.open("w:p", &[]);
    xml.open("w:pPr", &[]);
    xml.empty("w:pStyle", &[("w:val", style)]);
    xml.close("w:pPr");
    if !text.is_empty() {
        xml.open("w:r", &[]);
        xml.leaf("w:t", &[("xml:space", "preserve")], text);
        xml.close("w:r");
    }
    xml.close("w:p");
}

fn cell(xml: &mut Xml, width: u32, span: usize, style: &str, lines: &[&str]) {
    xml.open("w:tc", &[]);
    xml.open("w:tcPr", &[]);
    xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
    if span > 1 {
        xml.empty("w:gridSpan", &[("w:val", &span.to_string())]);
    }
    if style != "Cell" && style != "CellCentre" {
        xml.empty(
            "w:shd",
            &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", "EFECE4")],
        );
    }
    xml.empty("w:vAlign", &[("w:val", "center")]);
    xml.close("w:tcPr");
    lines.iter().for_each(|line| paragraph(xml, style, line));
    xml.close("w:tc");
}

fn open_row(xml: &mut Xml, is_head: bool) {
    xml.open("w:tr", &[]);
    xml.open("w:trPr", &[]);
    xml.empty("w:cantSplit", &[]);
    if is_head {
        xml.empty("w:tblHeader", &[]);
    }
    xml.close("w:trPr");
}

fn close_row(xml: &mut Xml) {
    xml.close("w:tr");
    xml.line();
}

fn head(xml: &mut Xml) {
    open_row(xml, true);
    for (name, width) in COLUMNS {
        cell(xml, width, 1, "CellHead", &[name]);
    }
    close_row(xml);
}

/// A row across the table with the headings of a section.
fn band(xml: &mut Xml, section: &[String], width: u32) {
    open_row(xml, false);
    cell(xml, width, COLUMNS.len(), "CellBand", &[&section.join("　")]);
    close_row(xml);
}

/// A task. What it has in common with its neighbours is said again: a joined cell that crosses pages would
/// have its words on the first one only.
fn row(xml: &mut Xml, task: &Task) {
    let due = task.due.map(|day| day.to_string());
    let cells = [
        vec![task.number.to_string()],
        vec![task.words.clone()],
        task.lead.clone(),
        task.responsible.clone(),
        task.support.clone(),
        task.deadline.iter().cloned().chain(due).collect(),
        task.targets.clone(),
        vec![task.quote.clone()],
    ];
    open_row(xml, false);
    for (column, ((_, width), texts)) in COLUMNS.into_iter().zip(cells).enumerate() {
        let style = if CENTRED.contains(&column) {
            "CellCentre"
        } else {
            "Cell"
        };
        // A cell must have a paragraph.
        let texts = if texts.is_empty() { vec![String::new()] } else { texts };
        cell(xml, width, 1, style, &lines(&texts));
    }
    close_row(xml);
}

/// The columns whose words stand in the middle.
const CENTRED: [usize; 5] = [0, 2, 3, 4, 5];

fn lines(texts: &[String]) -> Vec<&str> {
    texts.iter().map(|text| &**text).collect()
}

/// A4 across with the page number below.
fn page(xml: &mut Xml) {
    xml.open("w:sectPr", &[]);
    xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId2")]);
    xml.empty(
        "w:pgSz",
        &[("w:w", "16838"), ("w:h", "11906"), ("w:orient", "landscape")],
    );
    let margins = [
        ("w:top", "1020"),
        ("w:right", "850"),
        ("w:bottom", "1020"),
        ("w:left", "850"),
        ("w:header", "567"),
        ("w:footer", "567"),
        ("w:gutter", "0"),
    ];
    xml.empty("w:pgMar", &margins);
    xml.close("w:sectPr");
}
