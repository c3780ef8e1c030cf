//! Gestures on the tag set. Annotations of a label that goes are moved or hidden, links of a type that
//! goes are moved or kept; none is lost.

use std::collections::BTreeMap;

use super::*;
use crate::annotate::{Link, LinkType, TagSet};
use crate::project::Project;

/// What becomes of what has a label or a link type that is taken out of the tag set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It gets another label or link type.
    Move(Name),
    /// It is kept: the label or link type stays in the set, retired. Annotations of such a label are hidden.
    Keep,
}

/// What becomes of what has labels and link types that are taken out of the tag set. What nothing is
/// said of is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fates {
    /// Of annotations, by their labels.
    pub labels: BTreeMap<Name, Fate>,
    /// Of links, by their types.
    pub links: BTreeMap<Name, Fate>,
}

/// Puts another tag set in place of the one in use. Labels and link types in use that it does not have
/// are retired, unless what has them is moved. `None` if nothing changes.
pub fn edit_tagset(project: &Project, mut after: TagSet, fates: &Fates) -> Option<Transaction> {
    let (store, before) = (&project.store, &project.tagset);
    let mut changes = Vec::new();
    for label in &before.labels {
        if after.label(&label.id).is_some() || uses(store, &label.id) == 0 {
            continue;
        }
        match fates.labels.get(&label.id) {
            Some(Fate::Move(other)) if after.label(other).is_some() => {
                let ids: Vec<AnnotationId> = of_label(store, &label.id).map(|found| found.id).collect();
                changes.extend(edited(store, &ids, |annotation| annotation.label = other.clone()));
            }
            _ => after.labels.push(crate::annotate::Label {
                retired: true,
                key: None,
                ..label.clone()
            }),
        }
    }
    for kind in &before.links {
        if after.link(&kind.id).is_some() || link_uses(store, &kind.id) == 0 {
            continue;
        }
        match fates.links.get(&kind.id) {
            Some(Fate::Move(other)) if after.link(other).is_some() => changes.extend(moved_links(store, kind, other)),
            _ => after.links.push(LinkType {
                retired: true,
                key: None,
                ..kind.clone()
            }),
        }
    }
    if after == **before && changes.is_empty() {
        return None;
    }
    let moved = changes.len();
    changes.insert(0, Change::TagSet(before.clone(), Arc::new(after)));
    Some(Transaction {
        gesture: Gesture {
            verb: Verb::TagSet,
            label: None,
            count: moved as u32,
        },
        changes,
    })
}

/// All links of a type become links of another. One whose ends are linked by that type already is taken
/// away; if it stood and the other did not, the other stands now.
fn moved_links(store: &Store, kind: &LinkType, other: &Name) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut taken: Vec<&Arc<Link>> = store.links().iter().filter(|link| link.kind == *other).collect();
    for link in store.links().iter().filter(|link| link.kind == kind.id) {
        let twin = taken.iter().find(|twin| twin.from == link.from && twin.to == link.to);
        match twin {
            Some(twin) => {
                changes.push(Change::RemoveLink(link.clone()));
                let is_settled = twin.kind != *other || link.status == Status::Rejected;
                if twin.status == Status::Rejected && !is_settled {
                    let after = Link {
                        status: link.status,
                        ..(***twin).clone()
                    };
                    changes.push(Change::ReplaceLink((*twin).clone(), Arc::new(after)));
                }
            }
            None => {
                let after = Link {
                    kind: other.clone(),
                    ..(**link).clone()
                };
                changes.push(Change::ReplaceLink(link.clone(), Arc::new(after)));
                taken.push(link);
            }
        }
    }
    changes
}

/// How many links have a type, rejected ones too.
pub fn link_uses(store: &Store, kind: &str) -> usize {
    store.links().iter().filter(|link| &*link.kind == kind).count()
}

/// How many annotations have a label, rejected ones too.
pub fn uses(store: &Store, label: &str) -> usize {
    of_label(store, label).count()
}

fn of_label<'a>(store: &'a Store, label: &'a str) -> impl Iterator<Item = &'a Arc<Annotation>> {
    store.annotations().iter().filter(move |found| &*found.label == label)
}

#[cfg(test)]
mod tests {
    use super::super::tests::store;
    use super::*;
    use crate::text::Source;

    fn project() -> Project {
        Project {
            store: store(),
            ..Project::new(Source::new("市水利局年底前，要修好渠道，要修好泵站。"))
        }
    }

    fn without(label: &str) -> TagSet {
        let mut tagset = (*TagSet::guidelines()).clone();
        tagset.labels.retain(|known| &*known.id != label);
        tagset
    }

    #[test]
    fn a_label_in_use_is_hidden_or_its_annotations_move() {
        let mut project = project();
        let hidden = edit_tagset(&project, without("time"), &Fates::default()).expect("a change");
        project.perform(Arc::new(hidden)).expect("it fits");
        assert!(project.tagset.label("time").is_some_and(|label| label.retired));
        assert_eq!(uses(&project.store, "time"), 1);
        project.undo().expect("it fits");
        assert_eq!(project.tagset, TagSet::guidelines());

        let fates = Fates {
            labels: BTreeMap::from([("time".into(), Fate::Move("term".into()))]),
            ..Fates::default()
        };
        let moved = edit_tagset(&project, without("time"), &fates).expect("a change");
        project.perform(Arc::new(moved)).expect("it fits");
        assert!(project.tagset.label("time").is_none());
        assert_eq!((uses(&project.store, "time"), uses(&project.store, "term")), (0, 1));
        project.undo().expect("it fits");
        assert_eq!(
            (uses(&project.store, "time"), project.tagset.clone()),
            (1, TagSet::guidelines())
        );
        project.redo().expect("it fits");
        assert!(project.tagset.label("time").is_none());
    }

    #[test]
    fn what_nobody_uses_goes_and_what_is_used_comes_back() {
        let mut project = project();
        let edit = edit_tagset(&project, without("policy"), &Fates::default()).expect("a change");
        project.perform(Arc::new(edit)).expect("it fits");
        assert!(project.tagset.label("policy").is_none());
        let other =
            edit_tagset(&project, (*TagSet::policy_instruments()).clone(), &Fates::default()).expect("a change");
        project.perform(Arc::new(other)).expect("it fits");
        assert!(project.tagset.label("measure").is_some_and(|label| label.retired));
        assert!(project.tagset.link("lead").is_some());
        let back = edit_tagset(&project, (*TagSet::guidelines()).clone(), &Fates::default()).expect("a change");
        project.perform(Arc::new(back)).expect("it fits");
        assert_eq!(project.tagset, TagSet::guidelines());
        assert_eq!(
            edit_tagset(&project, (*TagSet::guidelines()).clone(), &Fates::default()),
            None
        );
    }

    #[test]
    fn links_of_a_type_that_goes_are_kept_or_move() {
        let mut project = project();
        let mut after = (*TagSet::guidelines()).clone();
        after.links.retain(|link| &*link.id != "lead");
        let kept = edit_tagset(&project, after.clone(), &Fates::default()).expect("a change");
        project.perform(Arc::new(kept)).expect("it fits");
        assert!(project.tagset.link("lead").is_some_and(|link| link.retired));
        assert_eq!(link_uses(&project.store, "lead"), 1);
        project.undo().expect("it fits");

        let fates = Fates {
            links: BTreeMap::from([("lead".into(), Fate::Move("support".into()))]),
            ..Fates::default()
        };
        let moved = edit_tagset(&project, after.clone(), &fates).expect("a change");
        project.perform(Arc::new(moved)).expect("it fits");
        assert!(project.tagset.link("lead").is_none());
        let uses = |project: &Project| ["lead", "support"].map(|kind| link_uses(&project.store, kind));
        assert_eq!(uses(&project), [0, 1]);
        project.undo().expect("it fits");
        assert_eq!(uses(&project), [1, 0]);

        // A link between the same ends stands already, rejected.
        let twin = crate::annotate::Link {
            id: project.store.fresh_link(),
            kind: "support".into(),
            status: Status::Rejected,
            ..(*project.store.links()[0]).clone()
        };
        let mut links = project.store.links().to_vec();
        links.push(Arc::new(twin));
        project.store = Store::from_parts(project.store.annotations().to_vec(), links);
        let moved = edit_tagset(&project, after, &fates).expect("a change");
        project.perform(Arc::new(moved)).expect("it fits");
        assert_eq!(uses(&project), [0, 1]);
        let left = project.store.links().iter().find(|link| &*link.kind == "support");
        assert_eq!(left.map(|link| link.status), Some(Status::Suggested));
    }
}
