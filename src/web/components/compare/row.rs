//! A row of the comparison: a sentence of each version, or what became of it.

use std::rc::Rc;

use yew::prelude::*;

use crate::project::Project;
use crate::text::{Source, Span};
use crate::version::{Filling, Row, RowKind};
use crate::web::ambient::now;
use crate::web::components::icon::{Icon, icon};
use crate::web::gesture::filled;
use crate::web::i18n::use_messages;
use crate::web::shell::use_shell;
use crate::web::state::{Action, Version};

#[derive(Properties, PartialEq)]
pub(super) struct RowViewProps {
    pub(super) row: Row,
    /// The version on the left.
    pub(super) old: Rc<Project>,
    /// The version on the right.
    pub(super) new: Rc<Project>,
    /// Words for the redactions on the right.
    pub(super) fillings: Vec<Filling>,
}

/// The row: what happened is told by a sign and its name, by strikes and underlines, and by colour last.
#[component]
pub(super) fn RowView(props: &RowViewProps) -> Html {
    let messages = use_messages();
    let (row, old, new) = (&props.row, &props.old.source, &props.new.source);
    let (sign, id) = match row.kind {
        RowKind::Same => ("", "same"),
        RowKind::Reworded => ("改", "reworded"),
        RowKind::Inserted => ("增", "inserted"),
        RowKind::Deleted => ("删", "deleted"),
        RowKind::MovedAway => ("移", "moved-away"),
        RowKind::MovedHere => ("移", "moved-here"),
    };
    let name = messages.get(&format!("row-{id}"));
    let is_changed = row.kind != RowKind::Same;
    let words =
        |span: Option<Span>, source: &Source| span.map(|span| source.slice(span).to_owned()).unwrap_or_default();
    let left = match row.kind {
        RowKind::Reworded => html! {
            for piece in row.pieces.iter().filter(|piece| !piece.old.is_empty()) {
                if piece.is_same { { old.slice(piece.old) } } else { <del>{ old.slice(piece.old) }</del> }
            }
        },
        RowKind::Deleted => html! { <del>{ words(row.old, old) }</del> },
        RowKind::MovedHere => html! { <span class="faint">{ messages.get("compare-from") }</span> },
        _ => html! { <>{ words(row.old, old) }</> },
    };
    let right = match row.kind {
        RowKind::Reworded | RowKind::MovedHere if !row.pieces.is_empty() => html! {
            for piece in row.pieces.iter().filter(|piece| !piece.new.is_empty()) {
                if piece.is_same { { new.slice(piece.new) } } else { <ins>{ new.slice(piece.new) }</ins> }
            }
        },
        RowKind::Inserted => html! { <ins>{ words(row.new, new) }</ins> },
        RowKind::MovedAway => html! { <span class="faint">{ messages.get("compare-to") }</span> },
        _ => html! { <>{ words(row.new, new) }</> },
    };
    html! {
        <div class={classes!("compare-row", id)} role="row" data-testid="compare-row" data-kind={id} data-change={is_changed.then_some("")} tabindex={is_changed.then_some("-1")}>
            <span class="sign" role="cell" title={is_changed.then(|| name.clone())}>
                if is_changed { <i aria-hidden="true">{ sign }</i><span class="unseen">{ name }</span> }
            </span>
            <div class="cell" role="cell">{ left }</div>
            <div class="cell" role="cell">
                { right }
                for filling in &props.fillings {
                    <FillingView key={filling.redaction.start().0} filling={filling.clone()} old={props.old.clone()} new={props.new.clone()} />
                }
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct FillingViewProps {
    filling: Filling,
    old: Rc<Project>,
    new: Rc<Project>,
}

/// Words for a redaction, to be noted or not.
#[component]
fn FillingView(FillingViewProps { filling, old, new }: &FillingViewProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let withheld = new.source.slice(filling.redaction).to_owned();
    let said = |message: &str| {
        let words = [
            ("withheld", withheld.clone().into()),
            ("words", filling.words.clone().into()),
        ];
        messages.with(message, &words)
    };
    if filled(&new.store, filling) == Some(&filling.words) {
        return html! { <p class="filling done" data-testid="filled">{ icon(Icon::Check) }{ said("filling-done") }</p> };
    }
    let onclick = {
        let (dispatch, filling) = (shell.dispatch.clone(), filling.clone());
        let provenance = messages
            .with("filling-from", &[("title", old.document.title.clone().into())])
            .to_string();
        Callback::from(move |_: MouseEvent| {
            let fill = Version::Fill(filling.clone(), provenance.clone());
            dispatch.emit(Action::Version(fill, now()));
        })
    };
    html! {
        <p class="filling"><button class="button quiet" data-testid="fill" data-words={filling.words.clone()} {onclick}>{ icon(Icon::Plus) }{ said("filling-offer") }</button></p>
    }
}
