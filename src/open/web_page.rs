//! Web pages and what is copied from them: the text that one would read, without running or loading
//! anything.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

/// The text of a page: a block a line, cells of a table with tabs between them, the numbers of
/// ordered lists as text.
pub(super) fn text(html: &str) -> String {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut page = Page::default();
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name);
                let attribute = |name: &[u8]| tag.attributes.get(name).map(|value| String::from_utf8_lossy(value));
                let is_hidden =
                    attribute(b"hidden").is_some() || attribute(b"style").is_some_and(|style| is_hiding(&style));
                let start = attribute(b"start").and_then(|start| start.trim().parse().ok());
                page.open(&name, is_hidden, start);
            }
            Token::EndTag(tag) => page.close(&String::from_utf8_lossy(&tag.name)),
            Token::String(words) => page.write(&String::from_utf8_lossy(&words)),
            _ => {}
        }
    }
    page.finish()
}

fn is_hiding(style: &str) -> bool {
    let style: String = style.chars().filter(|char| !char.is_whitespace()).collect();
    style.to_ascii_lowercase().contains("display:none")
}

/// Elements whose content nobody reads.
const SILENT: [&str; 14] = [
    "script", "style", "noscript", "template", "title", "textarea", "select", "svg", "math", "iframe", "object",
    "audio", "video", "rt",
];

/// Elements without content, and so without an end.
const VOID: [&str; 12] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
];

/// Elements that begin and end a line.
const BLOCKS: [&str; 32] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "section",
    "table",
    "ul",
];

/// A page's text in the making.
#[derive(Default)]
struct Page {
    text: String,
    /// The element that hides everything, and how many of its name are open in it.
    hidden: Option<(String, usize)>,
    /// The lists that are open: the next number of an ordered one.
    lists: Vec<Option<i64>>,
    /// Inside how many elements blanks count.
    kept: usize,
    /// Whether a blank is due before the next word.
    blank: bool,
}

impl Page {
    fn open(&mut self, name: &str, is_hidden: bool, start: Option<i64>) {
        if let Some((hiding, depth)) = &mut self.hidden {
            *depth += usize::from(hiding == name);
            return;
        }
        if (SILENT.contains(&name) || is_hidden) && !VOID.contains(&name) {
            self.hidden = Some((name.to_owned(), 1));
            return;
        }
        match name {
            "br" => self.break_line(),
            "pre" => {
                self.end_line();
                self.kept += 1;
            }
            "td" | "th" if !self.text.is_empty() && !self.text.ends_with('\n') => {
                self.text.push('\t');
                self.blank = false;
            }
            "tr" => self.end_line(),
            _ if BLOCKS.contains(&name) => self.end_line(),
            _ => {}
        }
        match name {
            "ol" => self.lists.push(Some(start.unwrap_or(1))),
            "ul" => self.lists.push(None),
            "li" => {
                if let Some(Some(number)) = self.lists.last_mut() {
                    self.text.push_str(&format!("{number}. "));
                    *number = number.saturating_add(1);
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if let Some((hiding, depth)) = &mut self.hidden {
            if hiding == name {
                *depth -= 1;
                if *depth == 0 {
                    self.hidden = None;
                }
            }
            return;
        }
        match name {
            "pre" => {
                self.end_line();
                self.kept = self.kept.saturating_sub(1);
            }
            "ol" | "ul" => drop(self.lists.pop()),
            _ => {}
        }
        if BLOCKS.contains(&name) || name == "tr" {
            self.end_line();
        }
    }

    fn write(&mut self, words: &str) {
        if self.hidden.is_some() {
            return;
        }
        if self.kept > 0 {
            return self.text.push_str(words);
        }
        for char in words.chars() {
            if matches!(char, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                self.blank = true;
                continue;
            }
            let before = self.text.chars().next_back();
            // A line end in the source between two Chinese characters is not a blank to anybody.
            let is_seen = before.is_some_and(|before| !matches!(before, '\n' | '\t' | ' '))
                && !(is_wide(char) && before.is_some_and(is_wide));
            if std::mem::take(&mut self.blank) && is_seen {
                self.text.push(' ');
            }
            self.text.push(char);
        }
    }

    fn break_line(&mut self) {
        self.text.push('\n');
        self.blank = false;
    }

    fn end_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.break_line();
        }
        self.blank = false;
    }

    fn finish(mut self) -> String {
        self.end_line();
        self.text
    }
}

fn is_wide(char: char) -> bool {
    matches!(char, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn what_one_reads_is_taken() {
        let html = "<!doctype html><title>站名</title><style>p{}</style><script>var 甲='<p>乙</p>'</script>\
            <h1>在大会上的讲话</h1><p>　　同志们：<br>要把<b>渠道</b>修\n好，完成 20&nbsp;公里&#x3002;</p>\
            <div style='display: none'>广告<div>又一条</div></div><ol start=3><li>摸底<li>开工</ol>\
            <table><tr><th>单位<th>任务<tr><td>水利局</td><td>清淤</td></tr></table><pre> 一\n  二</pre>尾";
        assert_eq!(
            text(html),
            "在大会上的讲话\n　　同志们：\n要把渠道修好，完成 20\u{a0}公里。\n3. 摸底\n4. 开工\n单位\t任务\n水利局\t清淤\n 一\n  二\n尾\n"
        );
    }

    #[test]
    fn broken_markup_does_no_harm() {
        for html in [
            "<",
            "<p",
            "</",
            "<!--",
            "<p style=",
            "&",
            "&#x110000;",
            "</ol></li></pre>",
            "<div hidden>",
        ] {
            let _ = text(html);
        }
        let _ = text(&"<div>".repeat(100_000));
        let _ = text(&"<ol>".repeat(100_000));
    }
}
