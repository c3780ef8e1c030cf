//! A chart whose parts lead to what they count.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;
use yew::virtual_dom::VNode;

use super::figures::{Figures, said};
use crate::export::statistics::{Area, Drawing, Shape};
use crate::web::find::Picked;
use crate::web::i18n::use_messages;
use crate::web::keyboard::is_composing;

/// What a chart shows.
#[derive(Properties, PartialEq)]
pub(super) struct ChartProps {
    pub(super) title: AttrValue,
    pub(super) drawing: Rc<Drawing>,
    pub(super) figures: Rc<Figures>,
    /// What a figure counts is to be shown.
    pub(super) pick: Callback<Rc<Picked>>,
}

/// The chart itself: one stop for Tab, arrows go from figure to figure, Enter shows what it counts.
#[component]
pub(super) fn Chart(props: &ChartProps) -> Html {
    let messages = use_messages();
    let drawing = &props.drawing;
    let here = use_state(|| 0_usize);
    let picks: Vec<(Area, Rc<Picked>)> = drawing
        .areas
        .iter()
        .filter_map(|area| {
            let (row, column) = area.cell;
            Some((*area, props.figures.rows.get(row)?.1.get(column)?.picked.clone()?))
        })
        .collect();
    let current = (*here).min(picks.len().saturating_sub(1));
    let onkeydown = {
        let (here, pick) = (here.clone(), props.pick.clone());
        let all: Vec<Area> = picks.iter().map(|(area, _)| *area).collect();
        let picked = picks.get(current).map(|(_, picked)| picked.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() || is_composing(&event) {
                return;
            }
            match event.key().as_str() {
                "Enter" | " " => picked.iter().for_each(|picked| pick.emit(picked.clone())),
                key => match beside(&all, current, key) {
                    Some(next) => {
                        here.set(next);
                        focus(&event, next);
                    }
                    None => return,
                },
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let area = |(place, (area, picked)): (usize, &(Area, Rc<Picked>))| {
        let (left, top, right, bottom) = area.corners;
        let (pick, here, label) = (props.pick.clone(), here.clone(), said(picked, &messages));
        let picked = picked.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            here.set(place);
            pick.emit(picked.clone());
        });
        html! {
            <rect class="area" role="button" data-testid="chart-area" tabindex={if place == current { "0" } else { "-1" }} aria-label={label.clone()}
                x={left.to_string()} y={top.to_string()} width={(right - left).to_string()} height={(bottom - top).to_string()} rx="3" {onclick}>
                <title>{ label }</title>
            </rect>
        }
    };
    html! {
        <svg class="chart" viewBox={format!("0 0 {} {}", drawing.width, drawing.height)} width={drawing.width.to_string()}
            role="group" aria-label={props.title.clone()} {onkeydown}>
            <g aria-hidden="true">{ for drawing.shapes.iter().map(view) }</g>
            { for picks.iter().enumerate().map(area) }
        </svg>
    }
}

/// The area next to one in the direction of an arrow key; at the edges there is none.
fn beside(areas: &[Area], here: usize, key: &str) -> Option<usize> {
    let middle = |area: &Area| {
        let (left, top, right, bottom) = area.corners;
        ((left + right) / 2, (top + bottom) / 2)
    };
    let (x, y) = middle(areas.get(here)?);
    let distance = |place: usize, area: &Area| {
        let (dx, dy) = (middle(area).0 - x, middle(area).1 - y);
        let (ahead, aside) = match key {
            "ArrowRight" => (dx, dy),
            "ArrowLeft" => (-dx, dy),
            "ArrowDown" => (dy, dx),
            "ArrowUp" => (-dy, dx),
            _ => return None,
        };
        // What stands in the same row or column comes first.
        (place != here && ahead > 0).then_some((aside.abs() * 4 + ahead, place))
    };
    let all = areas.iter().enumerate();
    let nearest = all.filter_map(|(place, area)| distance(place, area)).min();
    nearest.map(|(_, place)| place)
}

/// Gives the focus to an area of the chart that a key was pressed in.
fn focus(event: &KeyboardEvent, place: usize) {
    let chart = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let chart = chart.and_then(|element| element.closest("svg").ok().flatten());
    let areas = chart.and_then(|chart| chart.query_selector_all(".area").ok());
    let area = areas.and_then(|areas| areas.get(place as u32));
    if let Some(area) = area {
        // Elements of SVG have this method of HTML too.
        let _ = area.unchecked_ref::<HtmlElement>().focus();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_to_what_stands_beside() {
        let area = |column: i32, row: i32| Area {
            cell: (0, 0),
            corners: (column * 50, row * 30, column * 50 + 40, row * 30 + 26),
        };
        let areas = [area(0, 0), area(3, 0), area(1, 1), area(0, 2)];
        assert_eq!(beside(&areas, 0, "ArrowRight"), Some(1), "of the same row");
        assert_eq!(beside(&areas, 0, "ArrowDown"), Some(3), "of the same column");
        assert_eq!(beside(&areas, 1, "ArrowDown"), Some(2));
        assert_eq!(beside(&areas, 0, "ArrowLeft"), None);
        assert_eq!(beside(&areas, 0, "Home"), None);
        assert_eq!(beside(&[], 0, "ArrowUp"), None);
    }
}
