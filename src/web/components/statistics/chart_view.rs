//! A chart with its table, and the way to save it.

use std::rc::Rc;

use web_sys::window;
use yew::prelude::*;
use yew::virtual_dom::VNode;

use crate::web::components::icon::{Icon, icon};
use crate::web::dom::download::download;
use crate::web::dom::picture::save_png;
use crate::web::i18n::use_messages;
use crate::web::shell::use_shell;
use crate::web::state::{Action, Words};
use crate::web::statistics::{Drawing, Shape, to_svg};

/// The same figures as a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Figures {
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

/// What a chart shows.
#[derive(Properties, PartialEq)]
pub(super) struct ChartViewProps {
    /// Its id, for its words.
    pub(super) id: &'static str,
    /// The title of the document, for the names of files.
    pub(super) document: String,
    pub(super) drawing: Rc<Drawing>,
    pub(super) figures: Rc<Figures>,
}

/// A chart.
#[component]
pub(super) fn ChartView(props: &ChartViewProps) -> Html {
    let messages = use_messages();
    let dispatch = use_shell().dispatch;
    let is_table = use_state(|| false);
    let (drawing, figures) = (&props.drawing, &props.figures);
    let title = messages.get(&format!("chart-{}", props.id));
    let toggle = {
        let is_table = is_table.clone();
        Callback::from(move |_: MouseEvent| is_table.set(!*is_table))
    };
    let file = {
        let (drawing, title, document) = (drawing.clone(), title.clone(), props.document.clone());
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
        let size = (drawing.width, drawing.height);
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
            <p class="say">{ messages.get(&format!("chart-{}-say", props.id)) }</p>
            if is_empty {
                <p class="empty-note">{ messages.get("chart-empty") }</p>
            } else {
                <svg class="chart" viewBox={format!("0 0 {} {}", drawing.width, drawing.height)} aria-hidden="true" hidden={*is_table}>
                    { for drawing.shapes.iter().map(view) }
                </svg>
                // Where only the chart is seen, the table is still read out.
                <div class={if *is_table { "twin" } else { "unseen" }} tabindex={is_table.then_some("0")}>
                    <table>
                        <caption class="unseen">{ title.clone() }</caption>
                        <thead><tr>for column in figures.columns.iter() { <th scope="col">{ column.clone() }</th> }</tr></thead>
                        <tbody>
                            for row in figures.rows.iter() {
                                <tr>for (index, cell) in row.iter().enumerate() {
                                    if index == 0 { <th scope="row">{ cell.clone() }</th> } else { <td>{ cell.clone() }</td> }
                                }</tr>
                            }
                        </tbody>
                    </table>
                </div>
            }
        </section>
    }
}

/// A shape as an element; its colour is a class, so that it follows the theme.
fn view(shape: &Shape) -> VNode {
    let class = |kind: &'static str, token: &str| classes!(kind, format!("tone-{token}"));
    match shape {
        Shape::Bar(x, y, width, height, tone, alpha) => html! {
            <rect class={class("fill", tone.token())} x={x.to_string()} y={y.to_string()} width={width.to_string()} height={height.to_string()}
                rx="2" fill-opacity={alpha.to_string()} />
        },
        Shape::Dot(x, y, radius, tone, is_full) => html! {
            <circle class={class(if *is_full { "fill" } else { "hollow" }, tone.token())} cx={x.to_string()} cy={y.to_string()} r={radius.to_string()} />
        },
        Shape::Line(x, y, to_x, to_y, tone) => html! {
            <path class={class("stroke", tone.token())} d={format!("M{x} {y}L{to_x} {to_y}")} />
        },
        Shape::Words(x, y, anchor, size, tone, words) => html! {
            <text class={class("fill", tone.token())} x={x.to_string()} y={y.to_string()} text-anchor={*anchor} font-size={size.to_string()}>{ words.clone() }</text>
        },
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
