//! Tests of the layout: the text survives it, and each kind of line is recognised.

use super::*;
use crate::annotate::{AnnotationId, Attributes, Status, Value};

/// Makes headings and debris from the places where quoted words first occur.
fn structure(text: &str, marks: &[(&str, &str)]) -> Vec<Arc<Annotation>> {
    let annotations = marks.iter().enumerate().map(|(index, (label, quote))| {
        let start = text.find(quote).expect("the quote is in the text");
        Arc::new(Annotation {
            status: Status::Suggested,
            attributes: Attributes::from([("level".into(), Value::Number(2))]),
            ..Annotation::by_hand(
                AnnotationId(index as u32 + 1),
                *label,
                Span::at(start, start + quote.len()),
            )
        })
    });
    let mut structure: Vec<_> = annotations.collect();
    structure.sort_by_key(|found| found.span.reading_order());
    structure
}

fn check(text: &str, title: &str, marks: &[(&str, &str)], expected: &[(BlockKind, &str)]) {
    let source = Source::new(text);
    let layout = layout(&source, &Shape::of(&structure(text, marks), title));
    let found: Vec<(BlockKind, String)> = layout
        .blocks()
        .iter()
        .map(|block| {
            let shown: String = block.parts.iter().map(|part| &*part.text).collect();
            assert_eq!(shown, source.slice(block.span));
            let drawn = block.parts.iter().map(|part| match part.style {
                PartStyle::Plain => part.text.to_string(),
                PartStyle::Indent => "→".to_owned(),
                PartStyle::RunIn => format!("[{}]", part.text),
            });
            (block.kind, drawn.collect())
        })
        .collect();
    let expected: Vec<(BlockKind, String)> = expected
        .iter()
        .map(|(kind, text)| (*kind, (*text).to_owned()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn each_kind_of_line_is_set_in_its_way() {
    check(
        "首页 > 讲话\r\n\r\n在全区水利会上的讲话\n（2024年5月6日）\n同志们：\n　　今天讲两点。\n（一）抓防汛。\n　　（二）抓灌溉。要修渠。\n",
        "在全区水利会上的讲话",
        &[
            ("boilerplate", "首页 > 讲话"),
            ("heading", "（一）抓防汛"),
            ("heading", "（二）抓灌溉"),
        ],
        &[
            (BlockKind::Debris, "首页 > 讲话"),
            (BlockKind::Title, "在全区水利会上的讲话"),
            (BlockKind::Byline, "（2024年5月6日）"),
            (BlockKind::Flush, "同志们："),
            (BlockKind::Paragraph, "→今天讲两点。"),
            (BlockKind::Heading(2), "（一）抓防汛。"),
            (BlockKind::Flush, "→[（二）抓灌溉。]要修渠。"),
        ],
    );
}

#[test]
fn headings_inside_a_line_run_in() {
    check(
        "会后要办两件事：一是修渠，二是清淤。",
        "",
        &[("heading", "一是修渠"), ("heading", "二是清淤")],
        &[(BlockKind::Paragraph, "会后要办两件事：[一是修渠]，[二是清淤。]")],
    );
}

#[test]
fn a_text_without_line_breaks_is_cut_at_sentences() {
    let text = "要修好渠道，管好用水。".repeat(1_000);
    let source = Source::new(text.as_str());
    let layout = layout(&source, &Shape::default());
    assert!(layout.blocks().len() > 3);
    assert!(layout.blocks().iter().all(|block| block.span.len() as usize <= LONG));
    assert!(
        layout
            .blocks()
            .iter()
            .all(|block| source.slice(block.span).ends_with('。'))
    );
    let joined: String = layout.blocks().iter().map(|block| source.slice(block.span)).collect();
    assert_eq!(joined, text);
    for (index, block) in layout.blocks().iter().enumerate() {
        assert_eq!(layout.block_at_or_after(block.span.start()), Some(index));
        assert_eq!(layout.block_at_or_before(block.span.end()), Some(index));
        assert_eq!(layout.block_starting(block.start.0), Some(index));
    }
}

#[test]
fn lines_without_sentence_marks_and_blank_texts_are_set_too() {
    let text = "渠".repeat(5_000);
    let source = Source::new(text.as_str());
    assert!(layout(&source, &Shape::default()).blocks().len() > 2);
    let blank = Source::new("\u{feff}\n　　\r\n \n");
    assert_eq!(layout(&blank, &Shape::default()).blocks().len(), 1);
    let empty = Source::new("");
    assert_eq!(layout(&empty, &Shape::default()), Layout::default());
    assert_eq!(Layout::default().block_at_or_after(ByteOffset(0)), None);
    assert_eq!(Layout::default().block_at_or_before(ByteOffset(9)), None);
}

#[test]
fn lines_that_are_not_the_speech_cut_a_span() {
    let text = "一是修好渠道、\n- 3 -\n管好水库。\n- 4 -\n二是种好地。";
    let debris = structure(text, &[("boilerplate", "- 3 -"), ("boilerplate", "- 4 -")]);
    let source = Source::new(text);
    let layout = layout(&source, &Shape::of(&debris, ""));
    let cut = |quote: &str| -> Vec<&str> {
        let start = text.find(quote).expect("the quote is in the text");
        let parts = layout.speech_in(Span::at(start, start + quote.len()));
        parts.into_iter().map(|part| source.slice(part)).collect()
    };
    assert_eq!(cut("修好渠道、\n- 3 -\n管好水库"), ["修好渠道、", "管好水库"]);
    assert_eq!(cut("管好水库。\n- 4 -"), ["管好水库。"]);
    assert_eq!(cut("种好地"), ["种好地"]);
    assert_eq!(
        cut("3 -"),
        ["3 -"],
        "what lies within a fold is shown when it is unfolded"
    );
}

#[test]
fn a_text_in_which_nothing_is_the_speech_is_shown_all_the_same() {
    let debris = [("boilerplate", "Minutes"), ("boilerplate", "Noon")];
    let shown = [(BlockKind::Paragraph, "Minutes"), (BlockKind::Paragraph, "Noon")];
    check("Minutes\n\nNoon\n", "", &debris, &shown);
}
