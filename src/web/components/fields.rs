//! The fields of an annotation: where it stands, what it is linked to, what its label lets one say.

use std::rc::Rc;

use yew::prelude::*;

use super::attributes::Attribute;
use super::icon::{Icon, icon};
use super::link_field::LinkField;
use super::rungs::Rungs;
use crate::annotate::{Annotation, LinkType, Status};
use crate::extract::date::{Date, resolve};
use crate::extract::frame::excerpt::wording;
use crate::project::{Project, Unit};
use crate::web::ambient::now;
use crate::web::gesture::is_role;
use crate::web::i18n::{Messages, use_messages};
use crate::web::shell::{Shell, use_shell};
use crate::web::state::{Action, Edit, OpenDocument};

/// What the fields belong to.
#[derive(Properties, PartialEq)]
pub struct FieldsProps {
    /// The document.
    pub open: Rc<OpenDocument>,
    /// The annotation.
    pub annotation: Annotation,
}

/// The fields of an annotation.
#[component]
pub fn Fields(FieldsProps { open, annotation }: &FieldsProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let project = &open.project;
    let specs = project
        .tagset
        .label(&annotation.label)
        .map(|label| label.attributes.as_slice())
        .unwrap_or_default();
    let aside = |field: &str| told_by(project, annotation, field);
    html! {
        <dl class="fields">
            <dt>{ messages.get("rung-title") }</dt>
            <dd><Rungs open={open.clone()} span={annotation.span} is_current=true /></dd>
            if !annotation.fragments.is_empty() {
                { fragments(project, annotation, &messages, &shell) }
            }
            <dt>{ messages.get("field-place") }</dt>
            <dd>{ section(project, annotation, &messages) }</dd>
            for kind in link_types(project, annotation) {
                <LinkField key={format!("link-{}", kind.id)} open={open.clone()} annotation={annotation.clone()} kind={kind.clone()} />
            }
            for spec in specs {
                <Attribute key={format!("field-{}", spec.id)} annotation={annotation.clone()} spec={spec.clone()} aside={aside(&spec.id)} />
            }
            { days(project, annotation, &messages) }
            { measures(project, annotation, &messages, &shell) }
        </dl>
    }
}

/// The words of a measure that speak for a field, as far as nobody has chosen otherwise.
fn told_by(project: &Project, annotation: &Annotation, field: &str) -> AttrValue {
    if &*annotation.label != "measure" || annotation.text_attribute(field).is_none() {
        return AttrValue::default();
    }
    let text = project.source.slice(annotation.span);
    let told = wording(text);
    let ranges: Vec<std::ops::Range<usize>> = match field {
        "modality" => told.modality_words.into_iter().collect(),
        "instrument" => told.instrument_words,
        _ => Vec::new(),
    };
    let mut words: Vec<&str> = ranges.into_iter().filter_map(|range| text.get(range)).collect();
    words.dedup();
    AttrValue::from(words.join("、"))
}

/// The types of link that may start at an annotation. Executors are the plain case: shown only where
/// there are any, and so are types that are no longer offered.
fn link_types<'a>(project: &'a Project, annotation: &Annotation) -> Vec<&'a LinkType> {
    let has_any = |kind: &LinkType| {
        let mut links = project.store.links_of(annotation.id);
        links.any(|link| link.from == annotation.id && link.kind == kind.id && link.status != Status::Rejected)
    };
    let types = project.tagset.links.iter();
    types
        .filter(|kind| kind.from.contains(&annotation.label))
        .filter(|kind| (&*kind.id != "executor" && !kind.retired) || has_any(kind))
        .collect()
}

/// The further pieces of a discontinuous annotation; each can be taken away.
fn fragments(project: &Project, annotation: &Annotation, messages: &Messages, shell: &Shell) -> Html {
    let chip = |place: usize| {
        let words = project.source.slice(annotation.fragments[place]).to_owned();
        let (dispatch, id) = (shell.dispatch.clone(), annotation.id);
        let onclick =
            Callback::from(move |_: MouseEvent| dispatch.emit(Action::Edit(Edit::DropFragment(id, place), now())));
        let label = messages.with("fragment-drop", &[("words", words.clone().into())]);
        html! {
            <span class="chip" data-tone={project.tagset.tone(&annotation.label).to_owned()} data-testid="fragment" key={place}>
                <span class="clipped">{ words }</span>
                <button class="chip-menu" aria-label={label} {onclick}>{ icon(Icon::Cross) }</button>
            </span>
        }
    };
    html! {
        <>
            <dt>{ messages.get("field-fragments") }</dt>
            <dd>{ for (0..annotation.fragments.len()).map(chip) }</dd>
        </>
    }
}

/// The headings above, by their markers; the innermost in full.
fn section(project: &Project, annotation: &Annotation, messages: &Messages) -> Html {
    let above = project.section(annotation.span.start());
    let above: Vec<_> = above.iter().filter(|heading| heading.id != annotation.id).collect();
    let Some((last, outer)) = above.split_last() else {
        return html! { <span class="absent">{ messages.get("field-opening") }</span> };
    };
    let marker = |heading: &Annotation| {
        // A title in square brackets has none.
        heading
            .text_attribute("marker")
            .filter(|marker| !marker.is_empty())
            .unwrap_or_else(|| project.source.slice(heading.span))
            .trim_end_matches(['、', '，', '.', '．'])
            .to_owned()
    };
    html! {
        <span class="muted">
            for heading in outer.iter() {
                { marker(heading) }<span class="faint">{ " › " }</span>
            }
            { project.source.slice(last.span) }
        </span>
    }
}

/// The days that a time means.
fn days(project: &Project, annotation: &Annotation, messages: &Messages) -> Html {
    let spoken = project.document.date.as_deref().and_then(Date::parse);
    let days = (&*annotation.label == "time")
        .then(|| resolve(project.source.slice(annotation.span), spoken))
        .flatten();
    let Some(days) = days else {
        return Html::default();
    };
    html! {
        <>
            <dt>{ messages.get("field-days") }</dt>
            <dd class="number">
                if let Some(from) = days.from.filter(|from| days.to.is_some_and(|to| *from != to)) {
                    { from.to_string() }<span class="faint">{ "→" }</span>
                }
                <span class="date">{ days.due() }</span>
            </dd>
        </>
    }
}

/// The measures that an annotation belongs to.
fn measures(project: &Project, annotation: &Annotation, messages: &Messages, shell: &Shell) -> Html {
    let links = project.store.links_of(annotation.id);
    let measures: Vec<Unit> = links
        .filter(|link| link.to == annotation.id && link.status != Status::Rejected)
        .filter_map(|link| {
            Some(Unit {
                link: link.clone(),
                annotation: project.store.get(link.from)?.clone(),
            })
        })
        .collect();
    if measures.is_empty() {
        return Html::default();
    }
    let chip = |unit: &Unit| {
        let words: String = project.source.slice(unit.annotation.span).chars().take(24).collect();
        html! {
            <button class="chip" data-tone={project.tagset.tone(&unit.annotation.label).to_owned()} key={unit.link.id.0}
                onclick={shell.to(Action::SelectInList(unit.annotation.id))}>
                if is_role(&unit.link.kind) {
                    <span class="faint">{ messages.get(&format!("role-{}", unit.link.kind)) }</span>
                }
                <span class="clipped">{ words }</span>
            </button>
        }
    };
    html! {
        <>
            <dt>{ messages.get("field-measure") }</dt>
            <dd>{ for measures.iter().map(chip) }</dd>
        </>
    }
}
