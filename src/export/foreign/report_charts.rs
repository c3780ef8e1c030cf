//! The charts of the report: those of the page, in its light colours.

use super::selection::Selection;
use super::xml::Xml;
use crate::export::Options;
use crate::export::statistics::{
    Cell, Counts, Drawing, MOST_UNITS, Size, Tone, count, deadlines, instruments, labels_by_section, to_svg,
    units_by_section,
};

/// The design tokens of the page. The light colours stand first.
const TOKENS: &str = include_str!("../../../styles/tokens.css");

/// Classes of policy instruments, with their Chinese names.
const INSTRUMENTS: &str = include_str!("../data/instruments.txt");

/// Statements by section, units and tasks, deadlines, policy instruments: those of which there are any.
pub(super) fn write(html: &mut Xml, selection: &Selection<'_>, options: Options) {
    let counts = count(selection.project, options);
    let drawing = labels_by_section(&counts, Size::WIDE);
    chart(html, "各章节陈述", &drawing, |html| {
        labels(html, selection, &counts)
    });
    let more = counts.by_unit.len().saturating_sub(MOST_UNITS);
    chart(html, "单位与举措", &units_by_section(&counts, Size::WIDE), |html| {
        html.write("牵头、配合、负责都计入，颜色越深任务越多。");
        if more > 0 {
            html.write(&format!("另有 {more} 个单位，见任务分解表。"));
        }
    });
    chart(html, "完成时限", &deadlines(&counts, Size::WIDE), |html| {
        html.write("按到期月份排列；实心是已接受，空心是建议。");
        if !counts.untimed.is_empty() {
            html.write(&format!("{} 项没有时限。", counts.untimed.len()));
        }
    });
    let classes: Vec<(String, Cell)> = counts
        .instruments
        .iter()
        .map(|(class, cell)| (instrument(class).to_owned(), cell.clone()))
        .collect();
    chart(html, "政策工具", &instruments(&classes, Size::WIDE), |html| {
        html.write("按供给型、环境型、需求型归类的举措。");
    });
}

fn chart(html: &mut Xml, title: &str, drawing: &Drawing, say: impl FnOnce(&mut Xml)) {
    if drawing.shapes.is_empty() {
        return;
    }
    html.open("section", &[("class", "chart")]);
    html.leaf("h3", &[], title);
    html.open("p", &[("class", "say")]);
    say(html);
    html.close("p");
    html.line();
    html.raw(&to_svg(drawing, title, |token| colour(token).to_owned()));
    html.close("section");
    html.line();
}

/// What the colours of the statements mean.
fn labels(html: &mut Xml, selection: &Selection<'_>, counts: &Counts) {
    for (column, label) in counts.labels.iter().enumerate() {
        if counts.sections.iter().all(|(_, row)| row[column].is_empty()) {
            continue;
        }
        let tone = Tone::of(&format!("st-{label}")).token();
        let name = selection
            .project
            .tagset
            .label(label)
            .map_or(&**label, |label| &label.zh);
        html.leaf("span", &[("style", &format!("background:{}", colour(tone)))], name);
        html.write(" ");
    }
}

/// The light colour of a token.
fn colour(token: &str) -> &'static str {
    let values = TOKENS.split("--").filter_map(|rest| rest.split_once(':'));
    let mut found = values.filter(|(name, _)| *name == token);
    let value = found.next().and_then(|(_, rest)| rest.split(';').next());
    value.map_or("#000", str::trim)
}

/// The Chinese name of a class; the class itself for one that a person made.
fn instrument(class: &str) -> &str {
    let mut lines = INSTRUMENTS.lines().filter(|line| !line.starts_with('#'));
    lines
        .find_map(|line| line.split_once(' ').filter(|(known, _)| *known == class))
        .map_or(class, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_those_of_the_light_page() {
        assert_eq!(colour("st-measure"), "#d8e6fb");
        assert_eq!(colour("text"), "#1f1e1b");
        for token in Tone::tokens() {
            assert!(colour(token).starts_with('#') && colour(token).len() == 7, "{token}");
        }
    }

    #[test]
    fn instruments_are_called_as_on_the_page() {
        let words = include_str!("../../web/locales/zh.ftl");
        let named = INSTRUMENTS.lines().filter(|line| !line.starts_with('#'));
        let mut count = 0;
        for (class, name) in named.filter_map(|line| line.split_once(' ')) {
            let message = format!("instrument-{} = {name}", class.replace('/', "-"));
            assert!(words.lines().any(|line| line == message), "{message}");
            count += 1;
        }
        assert_eq!(
            count,
            words.lines().filter(|line| line.starts_with("instrument-")).count()
        );
    }
}
