//! The task table as an Excel workbook: typed cells, frozen head, filters, ready to print. No offsets.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::task_csv::{COLUMNS, cells};
use crate::export::EncodeError;
use crate::export::task_table::{Task, TaskTable};

/// Widths of the columns in characters of the default font.
const WIDTHS: [f64; 12] = [5.0, 19.0, 36.0, 13.0, 13.0, 13.0, 11.5, 10.0, 20.0, 36.0, 6.0, 7.5];

/// The column with the day by which it must be done.
const DUE: u16 = 6;

/// The rows above the tasks: the title and the heads of the columns.
const HEAD: u32 = 2;

/// The most characters that a cell may have.
const LONGEST_CELL: usize = 32_767;

/// The workbook.
pub(super) fn encode(table: &TaskTable) -> Result<Vec<u8>, EncodeError> {
    workbook(table).map_err(|error| EncodeError::Limit(error.to_string()))
}

fn workbook(table: &TaskTable) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A fixed time: equal tables give equal files.
    let time = ExcelDateTime::parse_from_str(table.date.as_deref().unwrap_or("2000-01-01"))?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title(&table.title)
            .set_creation_datetime(&time),
    );
    let sheet = workbook.add_worksheet().set_name("任务分解表")?;
    let last_column = COLUMNS.len() as u16 - 1;
    let last_row = (HEAD + table.tasks.len() as u32).saturating_sub(1).max(HEAD - 1);
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let title = Format::new().set_font_name("宋体").set_font_size(18).set_bold();
    let title = title
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter);
    sheet.merge_range(0, 0, 0, last_column, &cut(&heading(table)), &title)?;
    sheet.set_row_height(0, 36)?;
    let cell = Format::new()
        .set_font_name("宋体")
        .set_font_size(11)
        .set_border(FormatBorder::Thin);
    let cell = cell
        .set_border_color(Color::RGB(0x00A6_A6A6))
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter);
    let head = cell
        .clone()
        .set_bold()
        .set_align(FormatAlign::Center)
        .set_background_color(Color::RGB(0x00EF_ECE4));
    for (column, name) in (0..).zip(COLUMNS) {
        sheet.write_with_format(HEAD - 1, column, name, &head)?;
    }
    sheet.set_row_height(HEAD - 1, 26)?;
    for (row, task) in (HEAD..).zip(&table.tasks) {
        write_task(sheet, row, task, &cell)?;
    }
    sheet.set_freeze_panes(HEAD, 3)?;
    sheet.autofilter(HEAD - 1, 0, last_row, last_column)?;
    print_set_up(sheet, last_row, last_column)?;
    workbook.save_to_buffer()
}

fn heading(table: &TaskTable) -> String {
    format!("{}任务分解表", with_marks(&table.title))
}

/// The title of a speech in book title marks, unless it has some.
pub(super) fn with_marks(title: &str) -> String {
    if title.is_empty() || title.contains('《') {
        title.to_owned()
    } else {
        format!("《{title}》")
    }
}

fn write_task(sheet: &mut Worksheet, row: u32, task: &Task, cell: &Format) -> Result<(), XlsxError> {
    let centred = cell.clone().set_align(FormatAlign::Center);
    let date = centred.clone().set_num_format("yyyy-mm-dd");
    let texts = cells(task);
    for (column, text) in (0..).zip(&texts) {
        let format = if matches!(column, 0 | 3..=7 | 10 | 11) {
            &centred
        } else {
            cell
        };
        match column {
            0 => sheet.write_number_with_format(row, column, task.number as f64, format)?,
            DUE if task.due.is_some() => {
                sheet.write_datetime_with_format(row, column, ExcelDateTime::parse_from_str(text)?, &date)?
            }
            // Written as a text, so that no program takes it for a formula.
            _ => sheet.write_string_with_format(row, column, cut(text), format)?,
        };
    }
    let lines = texts
        .iter()
        .zip(WIDTHS)
        .map(|(text, width)| lines(text, width))
        .max()
        .unwrap_or(1);
    // Other programs than Excel do not fit the height of wrapped rows by themselves.
    sheet.set_row_height(row, (lines as f64 * 15.0 + 6.0).min(400.0))?;
    Ok(())
}

/// How many lines a text takes in a column: a Chinese character is two of the default font's wide.
fn lines(text: &str, width: f64) -> usize {
    let units: usize = text.chars().map(|char| if char.is_ascii() { 1 } else { 2 }).sum();
    units.div_ceil((width as usize).saturating_sub(1).max(1)).max(1)
}

/// The text as far as a cell can hold it.
fn cut(text: &str) -> String {
    let mut units = 0;
    let fits = |char: &char| {
        units += char.len_utf16();
        units <= LONGEST_CELL
    };
    text.chars().take_while(fits).collect()
}

fn print_set_up(sheet: &mut Worksheet, last_row: u32, last_column: u16) -> Result<(), XlsxError> {
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet
        .set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3)
        .set_print_center_horizontally(true);
    sheet.set_repeat_rows(0, HEAD - 1)?;
    sheet.set_print_area(0, 0, last_row, last_column)?;
    sheet.set_footer("&C第 &P 页，共 &N 页");
    Ok(())
}
