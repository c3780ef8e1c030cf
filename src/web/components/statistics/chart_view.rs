//! A chart with its table, and the way to save it.

use std::rc::Rc;

use web_sys::window;
use yew::prelude::*;

use super::chart::Chart;
use super::figures::{Figure, Figures, said};
use crate::export::statistics::{Drawing, to_svg};
use crate::web::components::icon::{Icon, icon};
use crate::web::dom::download::download;
use crate::web::dom::picture::save_png;
use crate::web::find::Picked;
use crate::web::i18n::{Messages, use_messages};
use crate::web::shell::use_shell;
use crate::web::state::{Action, Words};

/// What a chart shows.
#[derive(Properties, PartialEq)]
pub(super) struct ChartViewProps {
    /// Its id, for its words.
    pub(super) id: &'static str,
    /// The title of the document, for the names of files.
    pub(super) document: String,
    /// As it is seen here.
    pub(super) drawing: Rc<Drawing>,
    /// As it is saved.
    pub(super) file: Rc<Drawing>,
    pub(super) figures: Rc<Figures>,
    /// What stands behind what is said of it.
    pub(super) children: Html,
}

/// A chart.
#[component]
pub(super) fn ChartView(props: &ChartViewProps) -> Html {
    let messages = use_messages();
    let dispatch = use_shell().dispatch;
    let is_table = use_state(|| false);
    let figures = &props.figures;
    let title = messages.get(&format!("chart-{}", props.id));
    let toggle = {
        let is_table = is_table.clone();
        Callback::from(move |_: MouseEvent| is_table.set(!*is_table))
    };
    let pick = {
        let dispatch = dispatch.clone();
        Callback::from(move |picked: Rc<Picked>| dispatch.emit(Action::Pick(Some(picked))))
    };
    let file = {
        let (drawing, title, document) = (props.file.clone(), title.clone(), props.document.clone());
        move |extension: &str| {
            let svg = to_svg(&drawing, &format!("{document} {title}"), colour);
            (format!("{document} {title}.{extension}"), svg)
        }
    };
    let warn = move |is_saved: bool| {
        if !is_saved {
            dispatch.emit(Action::Warn(Words::plain("problem-download")));
        }
    };
    let onsvg = {
        let (file, warn) = (file.clone(), warn.clone());
        Callback::from(move |_: MouseEvent| {
            let (name, svg) = file("svg");
            warn(download(&name, "image/svg+xml", svg.as_bytes()).is_ok());
        })
    };
    let onpng = {
        let size = (props.file.width, props.file.height);
        Callback::from(move |_: MouseEvent| {
            let (name, svg) = file("png");
            let warn = warn.clone();
            wasm_bindgen_futures::spawn_local(async move { warn(save_png(&name, &svg, size).await.is_ok()) });
        })
    };
    let is_empty = figures.rows.is_empty();
    html! {
        <section class={classes!("card", props.id)} aria-label={title.clone()} data-testid={format!("chart-{}", props.id)}>
            <h2>
                { title.clone() }
                <span class="grow"></span>
                if !is_empty {
                    <button class="button quiet" data-testid="chart-table" aria-pressed={is_table.to_string()} onclick={toggle}>{ messages.get("chart-as-table") }</button>
                    <button class="button quiet" data-testid="chart-svg" onclick={onsvg} aria-label={messages.with("chart-save", &[("title", title.to_string().into()), ("kind", "SVG".into())])}>{ icon(Icon::Download) }{ "SVG" }</button>
                    <button class="button quiet" data-testid="chart-png" onclick={onpng} aria-label={messages.with("chart-save", &[("title", title.to_string().into()), ("kind", "PNG".into())])}>{ icon(Icon::Download) }{ "PNG" }</button>
                }
            </h2>
            <p class="say">{ messages.get(&format!("chart-{}-say", props.id)) }{ props.children.clone() }</p>
            if is_empty {
                <p class="empty-note">{ messages.get("chart-empty") }</p>
            } else {
                <div class="drawn" hidden={*is_table}>
                    <Chart {title} drawing={props.drawing.clone()} figures={figures.clone()} pick={pick.clone()} />
                </div>
                // Where only the chart is seen, the table is still read out.
                <div class={if *is_table { "twin" } else { "unseen" }} tabindex={is_table.then_some("0")}>
                    <table>
                        <caption class="unseen">{ messages.get(&format!("chart-{}", props.id)) }</caption>
                        <thead><tr>for column in figures.columns.iter() { <th scope="col">{ column.clone() }</th> }</tr></thead>
                        <tbody>
                            for (name, cells) in figures.rows.iter() {
                                <tr>
                                    <th scope="row">{ name.clone() }</th>
                                    for cell in cells.iter() { <td>{ figure(cell, *is_table, &pick, &messages) }</td> }
                                </tr>
                            }
                        </tbody>
                    </table>
                </div>
            }
        </section>
    }
}

/// A figure of the table: where the table is seen, a button that leads to what it counts.
fn figure(cell: &Figure, is_seen: bool, pick: &Callback<Rc<Picked>>, messages: &Messages) -> Html {
    match cell.picked.clone().filter(|_| is_seen) {
        Some(picked) => {
            let label = said(&picked, messages);
            let pick = pick.clone();
            let onclick = Callback::from(move |_: MouseEvent| pick.emit(picked.clone()));
            html! { <button class="figure number" data-testid="chart-figure" aria-label={label} {onclick}>{ &cell.words }</button> }
        }
        None => html! { { &cell.words } },
    }
}

/// The colour that a design token has now.
fn colour(token: &str) -> String {
    let root = window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    let style = root.and_then(|root| window()?.get_computed_style(&root).ok()?);
    let value = style.and_then(|style| style.get_property_value(&format!("--{token}")).ok());
    value
        .map(|value| value.trim().to_owned())
        .filter(|value| !value.is_empty())
        .unwrap_or_else(|| "#808080".to_owned())
}
