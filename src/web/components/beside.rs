//! What stands beside a stretch of the text: the glyphs of its statements in the gutter, and triangles in the right
//! margin for orders without a tag.

use yew::prelude::*;

use crate::annotate::{AnnotationId, Layer, Name, Status};
use crate::project::{Omission, Project};
use crate::text::{ByteOffset, Span};
use crate::web::document::Stretch;
use crate::web::dom::margin::Lines;
use crate::web::find::Filter;
use crate::web::shell::use_shell;
use crate::web::state::{Action, Tab};

/// Side of a glyph and the step from one to the next, in CSS pixels.
const GLYPH: f64 = 20.0;
const STEP: f64 = 23.0;

/// From the end of the text to a triangle, and half its height, in CSS pixels.
const GAP: f64 = 10.0;
const HALF: f64 = 9.0;

/// What stands beside a stretch.
#[derive(Properties, PartialEq)]
pub struct BesideProps {
    /// Upper edge of the stretch, in CSS pixels from the corner of the column.
    pub top: f64,
    /// Left and right edge of the text.
    pub text: (f64, f64),
    /// Where the lines are on which they begin.
    pub lines: Lines,
    /// Its statements.
    pub signs: Vec<Sign>,
    /// Its orders without a tag.
    pub omissions: Vec<Span>,
    /// The current annotation, if it is one of the statements.
    pub current: Option<AnnotationId>,
}

/// A statement that begins in the stretch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// The statement.
    pub id: AnnotationId,
    /// Where it starts.
    pub start: ByteOffset,
    /// Its status.
    pub status: Status,
    /// The colour of its label.
    pub tone: Name,
    /// What is written: the label's glyph.
    pub glyph: String,
}

/// The statements that begin in a stretch and have a glyph.
pub fn signs(project: &Project, stretch: &Stretch, hidden: &[Name], filter: &Filter) -> Vec<Sign> {
    let tagset = &project.tagset;
    let begin = project.store.overlapping(stretch.span);
    let begin = begin.filter(|found| stretch.span.contains(found.span.start()) && found.status != Status::Rejected);
    let shown = begin.filter_map(|found| {
        let label = tagset.label(&found.label)?;
        let is_shown = label.layer == Layer::Statement
            && !hidden.contains(&found.label)
            && tagset.shows(&found.label)
            && filter.lets_through(found);
        is_shown.then(|| Sign {
            id: found.id,
            start: found.span.start(),
            status: found.status,
            tone: tagset.tone(&found.label).into(),
            glyph: label.glyph.clone(),
        })
    });
    shown.collect()
}

/// The orders without a tag that begin in a stretch.
pub fn omitted(omissions: Option<&[Omission]>, stretch: &Stretch) -> Vec<Span> {
    let all = omissions.unwrap_or_default();
    let from = all.partition_point(|omission| omission.span.start() < stretch.span.start());
    let here = all[from..]
        .iter()
        .take_while(|omission| omission.span.start() < stretch.span.end());
    here.map(|omission| omission.span).collect()
}

/// What stands beside a stretch.
#[component]
pub fn Beside(props: &BesideProps) -> Html {
    let line = |offset: ByteOffset| props.lines.get(&offset).copied();
    let (left, right) = props.text;
    let is_narrow = left < 60.0;
    let edge = if is_narrow { 28.0 } else { 36.0 };
    // How many there are on the line of the last glyph: two find room, or one.
    let (mut last, mut count) = (f64::MIN, 0);
    let glyphs = props.signs.iter().filter_map(|sign| {
        let middle = line(sign.start)?;
        count = if (middle - last).abs() < 4.0 { count + 1 } else { 0 };
        last = if count == 0 { middle } else { last };
        let place = (left - edge - STEP * f64::from(count), last - GLYPH / 2.0);
        (count < 2 && !(count == 1 && is_narrow)).then(|| {
            html! { <Glyph key={sign.id.0} sign={sign.clone()} is_current={props.current == Some(sign.id)} {place} /> }
        })
    });
    let triangles = props.omissions.iter().filter_map(|span| {
        let place = (right + GAP, line(span.start())? - HALF);
        Some(html! { <Triangle key={span.start().0} span={*span} {place} /> })
    });
    html! {
        <g transform={format!("translate(0 {})", props.top.round())}>
            <g>{ for glyphs }</g>
            <g>{ for triangles }</g>
        </g>
    }
}

#[derive(Properties, PartialEq)]
struct GlyphProps {
    sign: Sign,
    is_current: bool,
    place: (f64, f64),
}

#[component]
fn Glyph(props: &GlyphProps) -> Html {
    let dispatch = use_shell().dispatch;
    let (sign, id) = (&props.sign, props.sign.id);
    let onclick = Callback::from(move |event: MouseEvent| {
        event.stop_propagation();
        dispatch.emit(Action::SelectInText(Some(id)));
    });
    let class = classes!(
        "gutter",
        (sign.status == Status::Suggested).then_some("suggested"),
        props.is_current.then_some("current")
    );
    let (x, y) = (props.place.0.round(), props.place.1.round());
    html! {
        <g {class} data-tone={sign.tone.to_string()} {onclick}>
            <rect x={(x + 0.5).to_string()} y={(y + 0.5).to_string()} width="19" height="19" rx="4" />
            <text x={(x + 10.0).to_string()} y={(y + 14.5).to_string()}>{ sign.glyph.clone() }</text>
        </g>
    }
}

#[derive(Properties, PartialEq)]
struct TriangleProps {
    span: Span,
    place: (f64, f64),
}

/// Marks an order without a tag in the right margin; a click shows the list of them.
#[component]
fn Triangle(TriangleProps { span, place }: &TriangleProps) -> Html {
    let dispatch = use_shell().dispatch;
    let span = *span;
    let onclick = Callback::from(move |event: MouseEvent| {
        event.stop_propagation();
        dispatch.emit(Action::ShowTab(Tab::Omissions));
        dispatch.emit(Action::Reveal(span));
    });
    let (x, y) = (place.0.round(), place.1.round());
    html! {
        <g class="omitted" {onclick}>
            <rect x={(x - 2.0).to_string()} y={(y - 2.0).to_string()} width="22" height="22" />
            <path d={format!("M{} {}l6.4 11.2h-12.8ZM{} {}v3.6M{} {}v.1", x + 9.0, y + 3.0, x + 9.0, y + 7.0, x + 9.0, y + 12.4)} />
        </g>
    }
}
