//! The labels and link types, to edit them: all on a draft, put in place as one gesture.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::glyph::{glyph, name};
use super::icon::{Icon, icon};
use super::label_form::LabelForm;
use super::link_type_form::LinkTypeForm;
use super::tagset_ask::{Ask, Asked};
use super::tagset_sets::Sets;
use crate::annotate::{Label, Layer, LinkType, Name, TagSet};
use crate::web::ambient::now;
use crate::web::gesture::{Fate, Fates, link_uses, uses};
use crate::web::i18n::use_messages;
use crate::web::shell::use_shell;
use crate::web::state::{Action, Edit, OpenDocument};

/// The document whose tag set is edited.
#[derive(Properties, PartialEq)]
pub struct TagSetEditorProps {
    /// The document.
    pub open: Rc<OpenDocument>,
}

/// What is being edited.
#[derive(Clone, PartialEq)]
struct Draft {
    tagset: TagSet,
    fates: Fates,
    chosen: Chosen,
    /// What is to be removed and is in use: that has to be settled first.
    asked: Option<Chosen>,
}

/// Which entry is in the form.
#[derive(Clone, PartialEq)]
enum Chosen {
    Label(Name),
    Link(Name),
}

/// The editor.
#[component]
pub fn TagSetEditor(TagSetEditorProps { open }: &TagSetEditorProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let project = open.project.clone();
    let draft = use_state(|| Draft {
        tagset: (*project.tagset).clone(),
        fates: Fates::default(),
        chosen: Chosen::Label(first(&project.tagset)),
        asked: None,
    });
    let edit = {
        let draft = draft.clone();
        move |edit: Box<dyn FnOnce(&mut Draft)>| {
            let mut next = (*draft).clone();
            edit(&mut next);
            draft.set(next);
        }
    };
    let choose = |chosen: Chosen| {
        let edit = edit.clone();
        Callback::from(move |_: MouseEvent| {
            let chosen = chosen.clone();
            edit(Box::new(move |draft| draft.chosen = chosen));
        })
    };
    let entry = |label: &Label| {
        let is_chosen = draft.chosen == Chosen::Label(label.id.clone());
        let count = uses(&project.store, &label.id);
        html! {
            <button class={classes!("item", label.retired.then_some("retired"))} key={&*label.id} aria-pressed={is_chosen.to_string()} data-testid="tagset-label" data-label={label.id.to_string()}
                onclick={choose(Chosen::Label(label.id.clone()))}>
                { glyph(&draft.tagset, &label.id) }<span class="clipped">{ name(label, &messages) }</span>
                <span class="counted number">{ count }</span>
            </button>
        }
    };
    let add_label = |layer: Layer| {
        let edit = edit.clone();
        let (zh, en) = (messages.get("tagset-new").to_string(), "New label".to_owned());
        Callback::from(move |_: MouseEvent| {
            let (zh, en) = (zh.clone(), en.clone());
            edit(Box::new(move |draft| {
                let label = fresh_label(&draft.tagset, layer, zh, en);
                draft.chosen = Chosen::Label(label.id.clone());
                draft.tagset.labels.push(label);
            }));
            ask_for_name();
        })
    };
    let group = |layer: Layer, words: &str| {
        html! {
            <>
                <p class="section">{ messages.get(words) }</p>
                { for draft.tagset.labels.iter().filter(|label| label.layer == layer).map(entry) }
                if layer != Layer::Structure {
                    <button class="item quiet" data-testid="tagset-add" data-layer={if layer == Layer::Statement { "statement" } else { "mention" }} onclick={add_label(layer)}>
                        { icon(Icon::Plus) }{ messages.get("tagset-add") }
                    </button>
                }
            </>
        }
    };
    let link_entry = |link: &LinkType| {
        let is_chosen = draft.chosen == Chosen::Link(link.id.clone());
        html! {
            <button class={classes!("item", link.retired.then_some("retired"))} key={format!("link-{}", link.id)} aria-pressed={is_chosen.to_string()} data-testid="tagset-link" data-link={link.id.to_string()}
                onclick={choose(Chosen::Link(link.id.clone()))}><span class="clipped">{ messages.choose(&link.zh, &link.en).to_owned() }</span><span class="counted number">{ link_uses(&project.store, &link.id) }</span></button>
        }
    };
    let add_link = {
        let (edit, zh) = (edit.clone(), messages.get("tagset-new-link").to_string());
        Callback::from(move |_: MouseEvent| {
            let zh = zh.clone();
            edit(Box::new(move |draft| {
                let id = fresh("link", |id| draft.tagset.link(id).is_some());
                draft.chosen = Chosen::Link(id.clone());
                draft.tagset.links.push(LinkType {
                    id,
                    zh,
                    en: "New link".to_owned(),
                    key: None,
                    from: Vec::new(),
                    to: Vec::new(),
                    retired: false,
                });
            }));
            ask_for_name();
        })
    };
    let save = {
        let (dispatch, draft) = (shell.dispatch.clone(), draft.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::Edit(
                Edit::TagSet(Rc::new(draft.tagset.clone()), draft.fates.clone()),
                now(),
            ));
        })
    };
    let form = match &draft.chosen {
        Chosen::Label(id) => draft.tagset.label(id).map(|label| {
            let is_new = project.tagset.label(id).is_none();
            let change = {
                let (edit, id) = (edit.clone(), id.clone());
                Callback::from(move |label: Label| {
                    let id = id.clone();
                    edit(Box::new(move |draft| replace_label(draft, &id, label)));
                })
            };
            let remove = {
                let (edit, id, count) = (edit.clone(), id.clone(), uses(&project.store, id));
                Callback::from(move |()| {
                    let id = id.clone();
                    edit(Box::new(move |draft| match count {
                        0 => remove_label(draft, &id),
                        _ => draft.asked = Some(Chosen::Label(id)),
                    }));
                })
            };
            html! { <LabelForm key={&**id} label={label.clone()} tagset={draft.tagset.clone()} {is_new} {change} {remove} /> }
        }),
        Chosen::Link(id) => draft.tagset.link(id).map(|link| {
            let used = link_uses(&project.store, id);
            let change = {
                let (edit, id) = (edit.clone(), id.clone());
                Callback::from(move |link: LinkType| {
                    let id = id.clone();
                    edit(Box::new(move |draft| {
                        draft.chosen = Chosen::Link(link.id.clone());
                        if let Some(known) = draft.tagset.links.iter_mut().find(|known| known.id == id) {
                            *known = link;
                        }
                    }));
                })
            };
            let remove = {
                let (edit, id) = (edit.clone(), id.clone());
                Callback::from(move |()| {
                    let id = id.clone();
                    edit(Box::new(move |draft| match used {
                        0 => remove_link(draft, &id),
                        _ => draft.asked = Some(Chosen::Link(id)),
                    }));
                })
            };
            html! { <LinkTypeForm key={format!("link-{id}")} link={link.clone()} tagset={draft.tagset.clone()} {used} {change} {remove} /> }
        }),
    };
    let ask = draft.asked.clone().and_then(|asked| {
        let question = match &asked {
            Chosen::Label(id) => Asked::label(
                project.tagset.label(id)?,
                &draft.tagset,
                uses(&project.store, id),
                &messages,
            ),
            Chosen::Link(id) => Asked::link(project.tagset.link(id)?, &draft.tagset, &project.store, &messages),
        };
        let settle = {
            let edit = edit.clone();
            Callback::from(move |fate: Option<Fate>| {
                let asked = asked.clone();
                edit(Box::new(move |draft| {
                    draft.asked = None;
                    match (fate, asked) {
                        (Some(fate), Chosen::Label(id)) => {
                            remove_label(draft, &id);
                            draft.fates.labels.insert(id, fate);
                        }
                        (Some(fate), Chosen::Link(id)) => {
                            remove_link(draft, &id);
                            draft.fates.links.insert(id, fate);
                        }
                        (None, _) => {}
                    }
                }));
            })
        };
        Some(html! { <Ask {question} {settle} /> })
    });
    html! {
        <div class="tagset" data-testid="tagset-editor">
            <Sets tagset={draft.tagset.clone()} load={{
                let edit = edit.clone();
                Callback::from(move |tagset: TagSet| edit(Box::new(move |draft| {
                    draft.chosen = Chosen::Label(first(&tagset));
                    draft.fates = Fates::default();
                    draft.tagset = tagset;
                })))
            }} />
            <div class="tagset-body">
                <div class="tagset-list">
                    { group(Layer::Statement, "layer-statements") }
                    { group(Layer::Mention, "layer-mentions") }
                    { group(Layer::Structure, "layer-structure") }
                    <p class="section">{ messages.get("tagset-links") }</p>
                    { for draft.tagset.links.iter().map(link_entry) }
                    <button class="item quiet" data-testid="tagset-add-link" onclick={add_link}>{ icon(Icon::Plus) }{ messages.get("tagset-add-link") }</button>
                </div>
                <div class="tagset-form">{ ask.or(form).unwrap_or_default() }</div>
            </div>
            <div class="buttons">
                <button class="button" onclick={shell.to(Action::ShowDialog(None))}>{ messages.get("cancel") }</button>
                <button class="button primary" data-testid="tagset-save" disabled={draft.asked.is_some()} onclick={save}>{ messages.get("tagset-save") }</button>
            </div>
        </div>
    }
}

/// What is new wants a name first: its field gets the focus once it is there, and what is typed replaces the stopgap.
fn ask_for_name() {
    let name = || {
        let document = web_sys::window().and_then(|window| window.document())?;
        let field = document.query_selector("[data-testid=\"tagset-zh\"]").ok()??;
        field.dyn_into::<HtmlInputElement>().ok()
    };
    let focus = move || {
        if let Some(field) = name() {
            let _ = field.focus();
            field.select();
        }
    };
    gloo::timers::callback::Timeout::new(0, focus).forget();
}

fn first(tagset: &TagSet) -> Name {
    let mut labels = tagset.labels.iter();
    labels
        .find(|label| label.layer != Layer::Structure)
        .map(|label| label.id.clone())
        .unwrap_or_default()
}

fn fresh(stem: &str, is_taken: impl Fn(&str) -> bool) -> Name {
    let mut ids = (1_u32..).map(|number| format!("{stem}_{number}"));
    ids.find(|id| !is_taken(id)).unwrap_or_default().into()
}

/// A label with the next spare colour; its first character as glyph, if that is free.
fn fresh_label(tagset: &TagSet, layer: Layer, zh: String, en: String) -> Label {
    let taken = |tone: &&&str| tagset.labels.iter().any(|label| tagset.tone(&label.id) == **tone);
    let colour = TagSet::SPARE_TONES
        .iter()
        .find(|tone| !taken(tone))
        .map(|tone| Name::from(*tone));
    Label {
        id: fresh("label", |id| tagset.label(id).is_some()),
        layer,
        glyph: zh.chars().take(1).collect(),
        zh,
        en,
        key: None,
        colour,
        retired: false,
        description: String::new(),
        attributes: Vec::new(),
    }
}

fn replace_label(draft: &mut Draft, id: &Name, label: Label) {
    draft.chosen = Chosen::Label(label.id.clone());
    for link in &mut draft.tagset.links {
        for name in link.from.iter_mut().chain(&mut link.to).filter(|name| *name == id) {
            *name = label.id.clone();
        }
    }
    if let Some(known) = draft.tagset.labels.iter_mut().find(|known| known.id == *id) {
        *known = label;
    }
}

fn remove_label(draft: &mut Draft, id: &Name) {
    draft.tagset.labels.retain(|label| label.id != *id);
    draft.chosen = Chosen::Label(first(&draft.tagset));
}

fn remove_link(draft: &mut Draft, id: &Name) {
    draft.tagset.links.retain(|link| link.id != *id);
    draft.chosen = Chosen::Label(first(&draft.tagset));
}
