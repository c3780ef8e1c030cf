//! What only a browser can tell, in Chromium: spans and selections, points and offsets, painting.
#![cfg(all(target_arch = "wasm32", feature = "web"))]

use std::collections::BTreeMap;

use js_sys::{Function, Reflect};
use juyao::annotate::{AnnotationId, Status};
use juyao::text::{Source, Span};
use juyao::web::document::{Band, Layout, Piece, Shape, layout};
use juyao::web::dom::blocks::{Places, element_id};
use juyao::web::dom::highlight::Painter;
use juyao::web::dom::selection;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, window};

wasm_bindgen_test_configure!(run_in_browser);

/// Astral and combining characters, every kind of line end, zero-width and bidirectional controls.
const HOSTILE: &str =
    "标题💛e\u{301}\r\n\r\n\u{3000}\u{3000}（一）抓项目。要\u{200d}在年底前\u{202e}完成𠮷a&lt;b\n\u{feff}末行\r尾";

const SPEECH: &str =
    "在全市大会上的讲话\n同志们：\n一、抓项目。市工信局要在6月底前开工20个项目。\n二、抓环境，抓落实。";

#[wasm_bindgen_test]
fn selecting_a_span_gives_the_span_back() {
    let page = Shown::new(HOSTILE);
    let offsets = page.offsets();
    assert!(offsets.len() > 30);
    for (index, &start) in offsets.iter().enumerate() {
        for &end in &offsets[index + 1..] {
            let span = Span::at(start, end);
            selection::clear();
            selection::select(&page.source, &page.layout, span);
            let expected = Some(selection::trimmed(&page.source, span)).filter(|span| !span.is_empty());
            assert_eq!(
                selection::selected(&page.source, &page.layout),
                expected,
                "{:?}",
                page.source.slice(span)
            );
        }
    }
    selection::clear();
    assert_eq!(selection::selected(&page.source, &page.layout), None);
}

#[wasm_bindgen_test]
fn a_selection_outside_the_speech_is_none_of_its_text() {
    let page = Shown::new(SPEECH);
    let aside = append("p");
    aside.set_text_content(Some("旁边的字"));
    let range = document().create_range().unwrap();
    range.select_node_contents(&aside).unwrap();
    let selected = window().unwrap().get_selection().unwrap().unwrap();
    selected.remove_all_ranges().unwrap();
    selected.add_range(&range).unwrap();
    assert_eq!(selection::selected(&page.source, &page.layout), None);
    aside.remove();
}

#[wasm_bindgen_test]
fn a_point_finds_the_character_under_it() {
    let page = Shown::new(SPEECH);
    for (at, char) in SPEECH.char_indices().filter(|(_, char)| *char != '\n') {
        let span = Span::at(at, at + char.len_utf8());
        let rect = Places::new(&page.source, &page.layout)
            .live(span)
            .unwrap()
            .get_bounding_client_rect();
        let (x, y) = (rect.left() + rect.width() * 0.25, rect.top() + rect.height() * 0.5);
        let found = selection::offset_under(&page.source, &page.layout, x as f32, y as f32);
        assert_eq!(found, Some(span.start()), "{char}");
    }
}

#[wasm_bindgen_test]
fn painting_follows_the_bands_and_leaves_the_text_alone() {
    let page = Shown::new(SPEECH);
    let before = page.element.inner_text_nodes();
    let [unit, accepted, time] = page.unit_and_time();
    let (one, two) = (AnnotationId(1), AnnotationId(2));
    let mut painter = Painter::default();
    let mut paint = |bands: &[(AnnotationId, &Band)]| {
        let bands: BTreeMap<Piece, Band> = bands.iter().map(|(id, band)| ((*id, 0), (*band).clone())).collect();
        painter.paint(bands, &mut Places::new(&page.source, &page.layout));
    };

    paint(&[(one, &unit), (two, &time)]);
    assert_eq!(painted(&unit.name()), ["市工信局"]);
    assert_eq!(painted(&time.name()), ["6月底前"]);

    paint(&[(one, &accepted), (two, &time)]);
    assert_eq!(painted(&unit.name()), [""; 0]);
    assert_eq!(painted(&accepted.name()), ["市工信局"]);
    assert_eq!(painted(&time.name()), ["6月底前"]);

    paint(&[]);
    assert_eq!(painted(&accepted.name()), [""; 0]);
    assert_eq!(painted(&time.name()), [""; 0]);
    assert!(before == page.element.inner_text_nodes(), "the very same text nodes");
}

#[wasm_bindgen_test]
fn a_band_over_several_paragraphs_is_painted_whole() {
    let page = Shown::new(HOSTILE);
    let band = Band {
        span: page.source.span(),
        ..page.band("抓项目", "measure", Status::Suggested)
    };
    Painter::default().paint(
        BTreeMap::from([((AnnotationId(9), 0), band.clone())]),
        &mut Places::new(&page.source, &page.layout),
    );
    let shown: String = page
        .layout
        .blocks()
        .iter()
        .map(|block| page.source.slice(block.span))
        .collect();
    assert_eq!(painted(&band.name()), [shown]);
}

/// A text laid out in the document, as the page lays it out; gone when dropped.
struct Shown {
    source: Source,
    layout: Layout,
    element: Element,
}

impl Shown {
    fn new(text: &str) -> Self {
        let source = Source::new(text);
        let layout = layout(&source, &Shape::of(&[], ""));
        let element = append("main");
        for block in layout.blocks() {
            let paragraph = document().create_element("p").unwrap();
            paragraph.set_id(&element_id(block));
            paragraph
                .set_attribute("data-start", &block.start.0.to_string())
                .unwrap();
            for part in &block.parts {
                let span = document().create_element("span").unwrap();
                span.append_child(&document().create_text_node(&part.text)).unwrap();
                paragraph.append_child(&span).unwrap();
            }
            element.append_child(&paragraph).unwrap();
        }
        Self {
            source,
            layout,
            element,
        }
    }

    /// All character boundaries of the text that is shown.
    fn offsets(&self) -> Vec<usize> {
        let shown = |at: usize| {
            self.layout
                .blocks()
                .iter()
                .any(|block| block.span.range().contains(&at) || block.span.range().end == at)
        };
        (0..=self.source.text().len())
            .filter(|&at| self.source.text().is_char_boundary(at) && shown(at))
            .collect()
    }

    /// The bands of a unit as it is suggested and as it is accepted, and of a time.
    fn unit_and_time(&self) -> [Band; 3] {
        let unit = self.band("市工信局", "actor", Status::Suggested);
        let accepted = Band {
            status: Status::Accepted,
            ..unit.clone()
        };
        [unit, accepted, self.band("6月底前", "time", Status::Suggested)]
    }

    fn band(&self, words: &str, label: &str, status: Status) -> Band {
        let start = self.source.text().find(words).unwrap();
        Band {
            span: Span::at(start, start + words.len()),
            tone: label.into(),
            is_line: !matches!(label, "measure" | "target" | "achievement" | "problem" | "rule"),
            status,
            depth: 0,
        }
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.element.remove();
    }
}

trait TextNodes {
    fn inner_text_nodes(&self) -> Vec<JsValue>;
}

impl TextNodes for Element {
    /// The text nodes themselves: equal only if they are the same objects.
    fn inner_text_nodes(&self) -> Vec<JsValue> {
        let spans = self.query_selector_all("span").unwrap();
        (0..spans.length())
            .filter_map(|index| spans.get(index)?.first_child())
            .map(JsValue::from)
            .collect()
    }
}

/// The words of the ranges in a highlight of the page's registry.
fn painted(name: &str) -> Vec<String> {
    let words = Function::new_with_args(
        "name",
        "const found = CSS.highlights.get(name);
         return found ? [...found].map((part) => {
             const range = document.createRange();
             range.setStart(part.startContainer, part.startOffset);
             range.setEnd(part.endContainer, part.endOffset);
             return range.toString();
         }) : [];",
    );
    let words: js_sys::Array = words.call1(&JsValue::NULL, &name.into()).unwrap().unchecked_into();
    words.iter().filter_map(|word| word.as_string()).collect()
}

fn append(tag: &str) -> Element {
    let element = document().create_element(tag).unwrap();
    document().body().unwrap().append_child(&element).unwrap();
    element
}

fn document() -> Document {
    assert!(Reflect::has(&js_sys::global(), &"document".into()).unwrap());
    window().unwrap().document().unwrap()
}
