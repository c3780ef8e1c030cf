//! The task table as Markdown (GitHub's tables). No offsets.

use super::task_csv::{COLUMNS, cells};
use crate::export::task_table::TaskTable;

/// A heading and a table.
pub(super) fn encode(table: &TaskTable) -> Vec<u8> {
    let mut text = format!("# {}\n\n任务分解表", escaped(&table.title));
    if let Some(date) = &table.date {
        text.push_str(&format!("，讲话日期 {date}"));
    }
    text.push_str(&format!("，共 {} 项\n\n", table.tasks.len()));
    row(&mut text, &COLUMNS.map(str::to_owned));
    row(&mut text, &COLUMNS.map(|_| "---".to_owned()));
    for task in &table.tasks {
        row(&mut text, &cells(task).map(|cell| escaped(&cell)));
    }
    text.into_bytes()
}

fn row(text: &mut String, cells: &[String]) {
    text.push_str("| ");
    text.push_str(&cells.join(" | "));
    text.push_str(" |\n");
}

/// The text without characters that Markdown would read as markup.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        if matches!(
            char,
            '\\' | '|' | '*' | '_' | '`' | '<' | '>' | '[' | ']' | '#' | '~' | '&' | '$'
        ) {
            escaped.push('\\');
        }
        escaped.push(char);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn words_are_no_markup() {
        assert_eq!(escaped("a|b*c_d<br>【甲】"), "a\\|b\\*c\\_d\\<br\\>【甲】");
    }
}
