//! The fields of an annotation: where it stands, and for a measure its frame.

use std::rc::Rc;

use yew::prelude::*;

use crate::annotate::{Annotation, AnnotationId, AttributeKind, AttributeSpec, Status};
use crate::export::task_table::{NAMES, RESULTS, parts, written};
use crate::extract::date::{Date, resolve};
use crate::extract::frame::measure_words;
use crate::project::{MeasureFrame, Project, Unit};
use crate::web::ambient::now;
use crate::web::gesture::is_role;
use crate::web::i18n::{Messages, use_messages};
use crate::web::shell::{Shell, use_shell};
use crate::web::state::{Action, OpenDocument};

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
    let frame = (&*annotation.label == "measure")
        .then(|| frame_of(project, annotation.id))
        .flatten();
    html! {
        <dl class="fields">
            <dt>{ messages.get("field-place") }</dt>
            <dd>{ section(project, annotation, &messages) }</dd>
            if let Some(frame) = &frame {
                { units(project, frame, "lead", &messages, &shell) }
                { units(project, frame, "support", &messages, &shell) }
                { units(project, frame, "responsible", &messages, &shell) }
                { units(project, frame, "executor", &messages, &shell) }
                <dt>{ messages.get("field-deadline") }</dt>
                <dd data-testid="field-deadline">{ deadline(project, frame, &messages, &shell) }</dd>
                <dt>{ messages.get("field-target") }</dt>
                <dd data-testid="field-target">
                    { chips(project, &frame.targets, &messages, &shell) }
                    { written_chips(&annotation.text_attribute(written::TARGET).map(|text| parts(text, RESULTS)).unwrap_or_default(), &messages) }
                </dd>
                { choices(project, annotation, &messages) }
                <dt>{ messages.get("field-basis") }</dt>
                <dd>{ chips(project, &frame.basis, &messages, &shell) }</dd>
            } else {
                { own_fields(project, annotation, &messages, &shell) }
            }
        </dl>
    }
}

fn frame_of(project: &Project, id: AnnotationId) -> Option<MeasureFrame> {
    project.frames().into_iter().find(|frame| frame.measure.id == id)
}

/// The headings above, by their markers; the innermost in full.
fn section(project: &Project, annotation: &Annotation, messages: &Messages) -> Html {
    let above = project.section(annotation.span.start());
    let above: Vec<_> = above.iter().filter(|heading| heading.id != annotation.id).collect();
    let Some((last, outer)) = above.split_last() else {
        return html! { <span class="absent">{ messages.get("field-opening") }</span> };
    };
    let marker = |heading: &Annotation| {
        heading
            .text_attribute("marker")
            .unwrap_or_default()
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

fn units(project: &Project, frame: &MeasureFrame, kind: &'static str, messages: &Messages, shell: &Shell) -> Html {
    let units: Vec<Unit> = frame.units_as(kind).cloned().collect();
    let written = frame
        .measure
        .text_attribute(kind)
        .map(|names| parts(names, NAMES))
        .unwrap_or_default();
    // Executors are the plain case: shown only where there are any.
    if units.is_empty() && kind == "executor" {
        return Html::default();
    }
    html! {
        <>
            <dt>{ messages.get(&format!("role-{kind}")) }</dt>
            <dd data-testid={format!("field-{kind}")}>
                if !(units.is_empty() && !written.is_empty()) { { chips(project, &units, messages, shell) } }
                { written_chips(&written, messages) }
            </dd>
        </>
    }
}

fn chips(project: &Project, units: &[Unit], messages: &Messages, shell: &Shell) -> Html {
    if units.is_empty() {
        return html! { <span class="absent">{ messages.get("field-absent") }</span> };
    }
    html! {
        for unit in units {
            { chip(project, unit, messages, shell) }
        }
    }
}

/// Names that a person wrote: they do not stand in the speech.
fn written_chips(names: &[String], messages: &Messages) -> Html {
    html! {
        for name in names {
            <span class="chip" data-tone="written" title={messages.get("field-written")} key={name.clone()}>{ name.clone() }</span>
        }
    }
}

fn chip(project: &Project, unit: &Unit, messages: &Messages, shell: &Shell) -> Html {
    let is_inferred = unit.link.is_inferred();
    let is_open = unit.link.status == Status::Suggested || unit.annotation.status == Status::Suggested;
    html! {
        <button class={classes!("chip", is_open.then_some("suggested"))} data-tone={unit.annotation.label.to_string()}
            title={is_inferred.then(|| messages.get("field-inferred"))} key={unit.link.id.0}
            onclick={shell.to(Action::SelectInList(unit.annotation.id))}>
            { project.source.slice(unit.annotation.span) }
        </button>
    }
}

fn deadline(project: &Project, frame: &MeasureFrame, messages: &Messages, shell: &Shell) -> Html {
    let written = frame.measure.text_attribute(written::DEADLINE);
    if let Some(words) = written.filter(|words| !words.is_empty()) {
        let spoken = project.document.date.as_deref().and_then(Date::parse);
        let day = Date::parse(words).or_else(|| resolve(words, spoken).and_then(|days| days.to));
        let day = day.map(|day| day.to_string()).filter(|day| day != words);
        return html! {
            <>
                { written_chips(&[words.to_owned()], messages) }
                if let Some(day) = day {
                    <span class="faint" aria-hidden="true">{ "→" }</span><span class="date number">{ day }</span>
                }
            </>
        };
    }
    let Some((unit, interval)) = &frame.deadline else {
        return html! { <span class="absent">{ messages.get("field-absent") }</span> };
    };
    html! {
        <>
            { chip(project, unit, messages, shell) }
            if let Some(interval) = interval {
                <span class="faint" aria-hidden="true">{ "→" }</span>
                <span class="date number">{ interval.due() }</span>
                if unit.link.is_inferred() {
                    <span class="faint small">{ messages.get("field-inferred") }</span>
                } else if project.document.date.is_some() {
                    <span class="faint small">{ messages.get("field-resolved") }</span>
                }
            }
        </>
    }
}

/// The fields that a measure has besides its links.
fn choices(project: &Project, annotation: &Annotation, messages: &Messages) -> Html {
    let value = |name: &str| annotation.text_attribute(name).map(|value| value.replace('/', "-"));
    let shown = |name: &'static str| match value(name) {
        Some(value) => html! { { messages.get(&format!("{name}-{value}")) } },
        None => html! { <span class="absent">{ messages.get("field-absent") }</span> },
    };
    // The words of the measure that speak for each; only where nobody has chosen otherwise.
    let text = project.source.slice(annotation.span);
    let told = measure_words(text);
    let quoted = |ranges: Vec<std::ops::Range<usize>>| {
        let mut words: Vec<&str> = ranges.into_iter().filter_map(|range| text.get(range)).collect();
        words.dedup();
        words.join("、")
    };
    html! {
        <>
            <dt>{ messages.get("field-modality") }</dt>
            <dd data-testid="field-modality">{ shown("modality") }<span class="faint small">{ quoted(told.modality.into_iter().collect()) }</span></dd>
            <dt>{ messages.get("field-instrument") }</dt>
            <dd data-testid="field-instrument">{ shown("instrument") }if value("instrument").is_some() { <span class="faint small">{ quoted(told.instrument) }</span> }</dd>
        </>
    }
}

/// What other labels have: a role to choose, the days that a time means, the measures that it
/// belongs to.
fn own_fields(project: &Project, annotation: &Annotation, messages: &Messages, shell: &Shell) -> Html {
    let specs = project
        .tagset
        .label(&annotation.label)
        .map(|label| label.attributes.as_slice())
        .unwrap_or_default();
    let spoken = project.document.date.as_deref().and_then(Date::parse);
    let days = (&*annotation.label == "time")
        .then(|| resolve(project.source.slice(annotation.span), spoken))
        .flatten();
    let measures: Vec<Unit> = project
        .store
        .links_of(annotation.id)
        .filter(|link| link.to == annotation.id && link.status != Status::Rejected)
        .filter_map(|link| {
            Some(Unit {
                link: link.clone(),
                annotation: project.store.get(link.from)?.clone(),
            })
        })
        .collect();
    html! {
        <>
            for spec in specs {
                { attribute(annotation, spec, messages, shell) }
            }
            if let Some(days) = days {
                <dt>{ messages.get("field-days") }</dt>
                <dd class="number">
                    if let Some(from) = days.from.filter(|from| days.to.is_some_and(|to| *from != to)) {
                        { from.to_string() }<span class="faint">{ "→" }</span>
                    }
                    <span class="date">{ days.due() }</span>
                </dd>
            }
            if !measures.is_empty() {
                <dt>{ messages.get("field-measure") }</dt>
                <dd>
                    for unit in measures.iter() {
                        <button class="chip" data-tone={unit.annotation.label.to_string()} key={unit.link.id.0}
                            onclick={shell.to(Action::SelectInList(unit.annotation.id))}>
                            if is_role(&unit.link.kind) {
                                <span class="faint">{ messages.get(&format!("role-{}", unit.link.kind)) }</span>
                            }
                            <span class="clipped">{ project.source.slice(unit.annotation.span).chars().take(24).collect::<String>() }</span>
                        </button>
                    }
                </dd>
            }
        </>
    }
}

fn attribute(annotation: &Annotation, spec: &AttributeSpec, messages: &Messages, shell: &Shell) -> Html {
    let name = messages.choose(&spec.zh, &spec.en).to_owned();
    let value = match annotation.attributes.get(&spec.id) {
        Some(crate::annotate::Value::Text(text)) => Some(text.clone()),
        Some(crate::annotate::Value::Number(number)) => Some(number.to_string()),
        Some(crate::annotate::Value::Flag(flag)) => Some(flag.to_string()),
        None => None,
    };
    let content = match &spec.kind {
        AttributeKind::Choice { values } if values.len() <= 5 => {
            let option = |choice: &crate::annotate::Name| {
                let (dispatch, id, name, choice) =
                    (shell.dispatch.clone(), annotation.id, spec.id.clone(), choice.clone());
                let is_chosen = value.as_deref() == Some(&*choice);
                let words = messages.get(&format!("{}-{}", spec.id, choice));
                let onclick = Callback::from(move |_: MouseEvent| {
                    dispatch.emit(Action::Attribute(id, name.clone(), choice.to_string(), now()));
                });
                html! { <button aria-pressed={is_chosen.to_string()} {onclick}>{ words }</button> }
            };
            html! { <span class="choice" role="group" aria-label={name.clone()}>{ for values.iter().map(option) }</span> }
        }
        _ => match value {
            Some(value) => html! { { value } },
            None => html! { <span class="absent">{ messages.get("field-absent") }</span> },
        },
    };
    html! {
        <>
            <dt>{ name }</dt>
            <dd>{ content }</dd>
        </>
    }
}
