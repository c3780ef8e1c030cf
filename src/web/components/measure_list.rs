//! The measures by section, each with its units and its deadline.

use std::rc::Rc;

use yew::prelude::*;

use super::glyph::{glyph, status_name};
use crate::annotate::AnnotationId;
use crate::project::{MeasureFrame, Project};
use crate::web::i18n::use_messages;
use crate::web::shell::use_shell;
use crate::web::state::{Action, OpenDocument};

/// What the list shows.
#[derive(Properties, PartialEq)]
pub struct MeasureListProps {
    /// The document.
    pub open: Rc<OpenDocument>,
    /// Whether the list is in view; it is made only then.
    pub is_shown: bool,
}

/// The measures by section.
#[component]
pub fn MeasureList(props: &MeasureListProps) -> Html {
    let messages = use_messages();
    let dispatch = use_shell().dispatch;
    if !props.is_shown {
        return Html::default();
    }
    let project = &props.open.project;
    let frames = project.frames();
    let item = |frame: &MeasureFrame| {
        let measure = &frame.measure;
        let is_current = props.open.current == Some(measure.id);
        let (dispatch, id): (_, AnnotationId) = (dispatch.clone(), measure.id);
        let onclick = Callback::from(move |_: MouseEvent| dispatch.emit(Action::SelectInList(id)));
        let details = details(project, frame);
        html! {
            <div role="option" key={measure.id.0} aria-selected={is_current.to_string()} data-status={measure.status.id()} data-testid="measure" {onclick}>
                { glyph(&project.tagset, &measure.label) }
                <span class="words">{ project.source.slice(measure.span) }</span>
                <span class="mark" title={status_name(measure.status, &messages)}></span>
                if !details.is_empty() {
                    <span class="details">{ details }</span>
                }
            </div>
        }
    };
    let sections = frames.chunk_by(|one, other| heading(one) == heading(other));
    html! {
        <div class="list measures" role="listbox" tabindex="0" aria-label={messages.get("tab-measures")} data-testid="measure-list">
            for run in sections {
                <p class="section" role="presentation">
                    { run.first().and_then(|frame| frame.section.last()).map(|heading| project.source.slice(heading.span).to_owned()).unwrap_or_default() }
                </p>
                { for run.iter().map(item) }
            }
            if frames.is_empty() {
                <p class="empty-note">{ messages.get("measures-empty") }</p>
            }
        </div>
    }
}

fn heading(frame: &MeasureFrame) -> Option<AnnotationId> {
    frame.section.last().map(|heading| heading.id)
}

/// Units and deadline in one line.
fn details(project: &Project, frame: &MeasureFrame) -> String {
    let units = frame
        .units
        .iter()
        .map(|unit| project.source.slice(unit.annotation.span).to_owned());
    let deadline = frame.deadline.iter().map(|(unit, interval)| match interval {
        Some(interval) => interval.due(),
        None => project.source.slice(unit.annotation.span).to_owned(),
    });
    units.chain(deadline).collect::<Vec<_>>().join(" · ")
}
