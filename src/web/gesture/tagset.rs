//! Gestures on the tag set. Annotations of a label that goes are moved or hidden, never lost.

use std::collections::BTreeMap;

use super::*;
use crate::annotate::TagSet;
use crate::project::Project;

/// What becomes of the annotations of a label that is taken out of the tag set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// They get another label.
    Move(Name),
    /// They are kept but hidden: the label stays in the set, retired.
    Hide,
}

/// Puts another tag set in place of the one in use. Labels in use that it does not have are retired,
/// unless their annotations are moved; link types in use stay. `None` if nothing changes.
pub fn edit_tagset(project: &Project, mut after: TagSet, fates: &BTreeMap<Name, Fate>) -> Option<Transaction> {
    let (store, before) = (&project.store, &project.tagset);
    let mut changes = Vec::new();
    for label in &before.labels {
        if after.label(&label.id).is_some() || uses(store, &label.id) == 0 {
            continue;
        }
        match fates.get(&label.id) {
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
    for link in &before.links {
        let is_used = store.links().iter().any(|used| used.kind == link.id);
        if is_used && after.link(&link.id).is_none() {
            after.links.push(link.clone());
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
        let hidden = edit_tagset(&project, without("time"), &BTreeMap::new()).expect("a change");
        project.perform(Arc::new(hidden)).expect("it fits");
        assert!(project.tagset.label("time").is_some_and(|label| label.retired));
        assert_eq!(uses(&project.store, "time"), 1);
        project.undo().expect("it fits");
        assert_eq!(project.tagset, TagSet::guidelines());

        let fates = BTreeMap::from([("time".into(), Fate::Move("term".into()))]);
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
        let edit = edit_tagset(&project, without("policy"), &BTreeMap::new()).expect("a change");
        project.perform(Arc::new(edit)).expect("it fits");
        assert!(project.tagset.label("policy").is_none());
        let other = edit_tagset(&project, (*TagSet::policy_instruments()).clone(), &BTreeMap::new()).expect("a change");
        project.perform(Arc::new(other)).expect("it fits");
        assert!(project.tagset.label("measure").is_some_and(|label| label.retired));
        assert!(project.tagset.link("lead").is_some());
        let back = edit_tagset(&project, (*TagSet::guidelines()).clone(), &BTreeMap::new()).expect("a change");
        project.perform(Arc::new(back)).expect("it fits");
        assert_eq!(project.tagset, TagSet::guidelines());
        assert_eq!(
            edit_tagset(&project, (*TagSet::guidelines()).clone(), &BTreeMap::new()),
            None
        );
    }
}
