//! All annotations as a list: what the marks in the text are to a screen reader.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use web_sys::{Element, HtmlElement, window};
use yew::prelude::*;

use super::filling::use_filling;
use super::filter_panel::FilterButton;
use super::glyph::{glyph, label_name, status_name};
use crate::annotate::{Annotation, AnnotationId, Layer, Status};
use crate::project::Project;
use crate::web::dom::frame::NextFrame;
use crate::web::dom::media::use_narrow;
use crate::web::find::Filter;
use crate::web::i18n::use_messages;
use crate::web::shell::use_shell;
use crate::web::state::Action;

/// Items are rendered in groups, so that a change renders one group again. A group ends with an item whose
/// number this divides: then one that is added or removed changes its own group and no other.
const GROUP: u32 = 16;

/// A group has no more items than this, whatever their numbers.
const LARGEST: usize = 64;

/// Groups that are there at once, more than a window full, and that come with each piece after them.
const FIRST: usize = 2;
const PIECE: usize = 8;

/// The first groups, which are always there: all of a usual speech. Of a longer one those near the part of the list
/// that is in view, or near the current item, are there too, and nothing else: it costs as much as a usual one.
const GROUPS: usize = 40;

/// Groups before and after one of them.
const NEAR: usize = 3;

/// Height of an item in CSS pixels, and on a phone.
const ITEM: usize = 34;
const TALL: usize = 44;

/// Characters of an annotation that an item shows.
const SHOWN: usize = 60;

/// What the list shows.
#[derive(Properties, PartialEq)]
pub struct AnnotationListProps {
    /// The document.
    pub project: Rc<Project>,
    /// The current annotation.
    pub current: Option<AnnotationId>,
    /// Whether the list is in view.
    pub is_shown: bool,
    /// Which annotations are listed.
    pub filter: Filter,
    /// Whether suggestions are still looked for.
    pub is_looking: bool,
}

/// Which annotations are listed, at one click.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    All,
    Pending,
    Statements,
    Mentions,
    Structure,
}

impl Kind {
    const ALL: [(Self, &'static str); 5] = [
        (Self::All, "filter-all"),
        (Self::Pending, "filter-pending"),
        (Self::Statements, "filter-statements"),
        (Self::Mentions, "filter-mentions"),
        (Self::Structure, "filter-structure"),
    ];

    fn lets_through(self, annotation: &Annotation, project: &Project) -> bool {
        let layer = || {
            let label = project.tagset.label(&annotation.label);
            label.map_or(Layer::Mention, |label| label.layer)
        };
        match self {
            Self::All => true,
            Self::Pending => annotation.status == Status::Suggested && layer() != Layer::Structure,
            Self::Statements => layer() == Layer::Statement,
            Self::Mentions => layer() == Layer::Mention,
            Self::Structure => layer() == Layer::Structure,
        }
    }
}

/// All annotations in reading order.
#[component]
pub fn AnnotationList(props: &AnnotationListProps) -> Html {
    let messages = use_messages();
    let kind = use_state(|| Kind::All);
    let height = if use_narrow() { TALL } else { ITEM };
    // The group in view.
    let scrolled = use_state_eq(|| 0_usize);
    let filled = use_filling(GROUPS, FIRST, PIECE);
    let project = &props.project;
    let all = project.store.annotations();
    let listed: Cow<'_, [Arc<Annotation>]> = match *kind == Kind::All && props.filter.is_open() {
        true => all.into(),
        false => all
            .iter()
            .filter(|found| kind.lets_through(found, project) && props.filter.lets_through(found))
            .cloned()
            .collect(),
    };
    use_current_in_view(props.current, props.is_shown);
    let active = props.current.map(|id| format!("annotation-{}", id.0));
    let groups: Vec<&[Arc<Annotation>]> = groups(&listed).collect();
    // The current item is always there, however far down it stands.
    let is_current = |found: &Arc<Annotation>| Some(found.id) == props.current;
    let here = groups.iter().position(|group| group.iter().any(is_current));
    let place = listed.iter().position(is_current).map(|at| (at + 1, listed.len()));
    let is_near = |index: usize, of: usize| index + NEAR >= of && index <= of + NEAR;
    let is_there =
        |index: usize| index < filled || is_near(index, *scrolled) || here.is_some_and(|here| is_near(index, here));
    let onscroll = {
        let (scrolled, lengths) = (
            scrolled.clone(),
            groups.iter().map(|group| group.len()).collect::<Vec<_>>(),
        );
        Callback::from(move |event: Event| {
            let top = event.target_unchecked_into::<Element>().scroll_top();
            let mut items = usize::try_from(top).unwrap_or(0) / height;
            let passed = lengths.iter().take_while(|length| match items.checked_sub(**length) {
                Some(rest) => {
                    items = rest;
                    true
                }
                None => false,
            });
            scrolled.set(passed.count());
        })
    };
    let mut before = 0;
    let mut gap = 0;
    let mut shown: Vec<Html> = Vec::new();
    for (index, group) in groups.iter().enumerate() {
        before += group.len();
        if !is_there(index) {
            gap += group.len();
            continue;
        }
        if gap > 0 {
            shown.push(html! { <Gap key={format!("before {index}")} height={gap * height} /> });
            gap = 0;
        }
        let is_here = here == Some(index);
        // Of a list that is not all there each item says where it stands.
        let from = (index >= GROUPS).then_some((before - group.len(), listed.len()));
        shown.push(html! {
            <Group key={group_key(group)} project={Same(project.clone())} items={group.to_vec()} {height} {from}
                current={props.current.filter(|_| is_here)} place={place.filter(|_| is_here)} />
        });
    }
    if gap > 0 {
        shown.push(html! { <Gap key="after" height={gap * height} /> });
    }
    let chip = |(this, words): (Kind, &'static str)| {
        let kind = kind.clone();
        let is_chosen = *kind == this;
        let onclick = Callback::from(move |_: MouseEvent| kind.set(this));
        html! { <button aria-pressed={is_chosen.to_string()} {onclick}>{ messages.get(words) }</button> }
    };
    html! {
        <>
            <div class="filters" role="group" aria-label={messages.get("filter-title")}>{ for Kind::ALL.into_iter().map(chip) }<FilterButton project={project.clone()} filter={props.filter.clone()} /></div>
            <div class="list" role="listbox" data-testid="annotation-list" tabindex="0" aria-label={messages.get("tab-all")} aria-activedescendant={active} {onscroll}>
                { for shown }
                if listed.is_empty() {
                    <p class="empty-note">{ messages.get(if props.is_looking { "list-looking" } else { "list-empty" }) }</p>
                }
            </div>
        </>
    }
}

/// The items in their groups.
fn groups(listed: &[Arc<Annotation>]) -> impl Iterator<Item = &[Arc<Annotation>]> {
    let groups = listed.chunk_by(|one, _| one.id.0 % GROUP != 0);
    groups.flat_map(|group| group.chunks(LARGEST))
}

/// Names a group by the item that ends it; the last one has no such item.
fn group_key(group: &[Arc<Annotation>]) -> String {
    let ends = |found: &&Arc<Annotation>| found.id.0.is_multiple_of(GROUP);
    match (group.last().filter(ends), group.first()) {
        (Some(last), _) => format!("to {}", last.id),
        (None, first) => format!("from {}", first.map(|first| first.id).unwrap_or_default()),
    }
}

/// A project that is only looked up in: never a reason to render again.
#[derive(Clone)]
struct Same(Rc<Project>);

impl PartialEq for Same {
    fn eq(&self, other: &Self) -> bool {
        self.0.source == other.0.source && self.0.tagset == other.0.tagset
    }
}

#[derive(Properties, PartialEq)]
struct GroupProps {
    project: Same,
    items: Vec<Arc<Annotation>>,
    /// Height of an item.
    height: usize,
    /// How many items there are before it, and in all, where it says so of each.
    from: Option<(usize, usize)>,
    current: Option<AnnotationId>,
    /// Which item the current one is, from 1, and of how many.
    place: Option<(usize, usize)>,
}

#[component]
fn Group(props: &GroupProps) -> Html {
    let messages = use_messages();
    let node = use_node_ref();
    // As high out of sight as in sight: what is clicked must not move under the pointer.
    use_pixels(&node, "contain-intrinsic-height", props.items.len() * props.height);
    let dispatch = use_shell().dispatch;
    let project = &props.project.0;
    let item = |(index, found): (usize, &Arc<Annotation>)| {
        let is_current = props.current == Some(found.id);
        let own = props.from.map(|(before, all)| (before + index + 1, all));
        let place = own.or(props.place.filter(|_| is_current));
        let span = project.source.span_to_chars(found.span);
        let words: String = project.source.slice(found.span).chars().take(SHOWN).collect();
        let label = label_name(&project.tagset, &found.label, &messages);
        let status = status_name(found.status, &messages);
        let (dispatch, id) = (dispatch.clone(), found.id);
        let onclick = Callback::from(move |_: MouseEvent| dispatch.emit(Action::SelectInList(id)));
        // Dropped on a field of a measure it is linked there.
        let ondragstart = Callback::from(move |event: DragEvent| {
            if let Some(data) = event.data_transfer() {
                let _ = data.set_data("text/plain", &id.to_string());
            }
        });
        html! {
            <div role="option" id={format!("annotation-{}", found.id.0)} key={found.id.0} data-testid="annotation" aria-selected={is_current.to_string()}
                aria-posinset={place.map(|(at, _)| at.to_string())} aria-setsize={place.map(|(_, all)| all.to_string())}
                data-id={found.id.to_string()} data-label={found.label.to_string()} data-status={found.status.id()}
                data-start={span.start().0.to_string()} data-end={span.end().0.to_string()} draggable="true" {onclick} {ondragstart}>
                <span class="unseen">{ format!("{label}，{status}，") }</span>
                { glyph(&project.tagset, &found.label) }
                <span class="words">{ words }</span>
                <span class="mark" aria-hidden="true" title={status.clone()}></span>
            </div>
        }
    };
    html! { <div class="items" role="presentation" ref={node}>{ for props.items.iter().enumerate().map(item) }</div> }
}

#[derive(Properties, PartialEq)]
struct GapProps {
    height: usize,
}

/// Stands for items that are not there.
#[component]
fn Gap(GapProps { height }: &GapProps) -> Html {
    let node = use_node_ref();
    use_pixels(&node, "height", *height);
    html! { <div role="presentation" ref={node}></div> }
}

/// Sets a length of an element, in CSS pixels.
#[hook]
fn use_pixels(node: &NodeRef, property: &'static str, pixels: usize) {
    use_effect_with((node.clone(), pixels), move |(node, pixels)| {
        if let Some(element) = node.cast::<HtmlElement>() {
            let _ = element.style().set_property(property, &format!("{pixels}px"));
        }
    });
}

/// Keeps the current item in view.
#[hook]
fn use_current_in_view(current: Option<AnnotationId>, is_shown: bool) {
    use_effect_with((current, is_shown), |(current, is_shown)| {
        let shown = current.filter(|_| *is_shown);
        // With the frame, which lays out everything in any case: at once it would be laid out for this and, after the
        // other effects of the same key, once more.
        let scroll = shown.map(|id| {
            let scroll = NextFrame::new(move || {
                let document = window().and_then(|window| window.document());
                let item = document.and_then(|document| document.get_element_by_id(&format!("annotation-{}", id.0)));
                item.iter().for_each(scroll_to);
            });
            scroll.ask();
            scroll
        });
        move || drop(scroll)
    });
}

fn scroll_to(item: &Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    item.scroll_into_view_with_scroll_into_view_options(&options);
}
