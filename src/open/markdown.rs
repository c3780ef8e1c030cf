//! Markdown: its text without the marks.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The text of a Markdown file: a paragraph, heading, list item or table row a line, numbers of
/// ordered lists as text. Line ends inside a paragraph stay: Chinese writers often mean them.
pub(super) fn text(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut lists: Vec<Option<u64>> = Vec::new();
    let mut cells = 0_usize;
    let mut hidden = 0_usize;
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::MetadataBlock(_) | Tag::Image { .. }) => hidden += 1,
            Event::End(TagEnd::MetadataBlock(_) | TagEnd::Image) => hidden = hidden.saturating_sub(1),
            _ if hidden > 0 => {}
            Event::Start(Tag::List(first)) => {
                end_line(&mut text);
                lists.push(first);
            }
            Event::End(TagEnd::List(_)) => drop(lists.pop()),
            Event::Start(Tag::Item) => {
                end_line(&mut text);
                if let Some(Some(number)) = lists.last_mut() {
                    text.push_str(&format!("{number}. "));
                    *number += 1;
                }
            }
            Event::Start(Tag::TableRow | Tag::TableHead) => cells = 0,
            Event::Start(Tag::TableCell) => {
                if cells > 0 {
                    text.push('\t');
                }
                cells += 1;
            }
            Event::Text(words) | Event::Code(words) | Event::InlineMath(words) | Event::DisplayMath(words) => {
                text.push_str(&words);
            }
            Event::SoftBreak | Event::HardBreak => text.push('\n'),
            Event::InlineHtml(html) if html.to_ascii_lowercase().starts_with("<br") => text.push('\n'),
            Event::Html(html) => text.push_str(&super::web_page::text(&html)),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableHead
                | TagEnd::TableRow
                | TagEnd::CodeBlock
                | TagEnd::HtmlBlock,
            ) => end_line(&mut text),
            _ => {}
        }
    }
    text
}

fn end_line(text: &mut String) {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn marks_go_and_words_stay() {
        let markdown = "---\ntitle: 不要\n---\n# 在大会上的讲话\n\n同志们：\n**要**修好[渠道](http://a)。\n\n3. 摸底\n4. 开工\n\n- 督查\n\n| 单位 | 任务 |\n|---|---|\n| 水利局 | 清淤 |\n\n    　　缩进的一段\n<div>说明</div>\n";
        assert_eq!(
            text(markdown),
            "在大会上的讲话\n同志们：\n要修好渠道。\n3. 摸底\n4. 开工\n督查\n单位\t任务\n水利局\t清淤\n　　缩进的一段\n说明\n"
        );
    }

    #[test]
    fn depth_does_no_harm() {
        let _ = text(&"> ".repeat(50_000));
        let _ = text(&"[".repeat(50_000));
        let _ = text(&"* ".repeat(20_000));
    }
}
