//! Gestures on links: made, changed and removed by hand.

use super::*;
use crate::annotate::{Link, LinkId};

/// Links two annotations. A unit has one role in a measure and a measure one deadline, so a new one
/// takes the place of the old. `None` if exactly this link stands accepted already.
pub fn link(store: &Store, from: AnnotationId, to: AnnotationId, kind: &Name) -> Option<Transaction> {
    if from == to || store.get(from).is_none() || store.get(to).is_none() {
        return None;
    }
    let same_ends = |link: &Link| link.to == to && (link.kind == *kind || (is_role(&link.kind) && is_role(kind)));
    let standing: Vec<&Arc<Link>> = store.links_of(from).filter(|link| link.from == from).collect();
    let known = standing.iter().copied().find(|link| same_ends(link));
    let mut changes = match known {
        Some(known) => {
            let mut after = (**known).clone();
            (after.kind, after.status) = (kind.clone(), Status::Accepted);
            (after != **known)
                .then(|| Change::ReplaceLink(known.clone(), Arc::new(after)))
                .into_iter()
                .collect()
        }
        None => vec![Change::AddLink(Arc::new(Link {
            id: store.fresh_link(),
            kind: kind.clone(),
            from,
            to,
            origin: Origin::Human,
            status: Status::Accepted,
        }))],
    };
    if changes.is_empty() {
        return None;
    }
    let others = |link: &&&Arc<Link>| known.is_none_or(|known| known.id != link.id) && link.status != Status::Rejected;
    if &**kind == "deadline" {
        let old = standing.iter().filter(|link| link.kind == *kind);
        changes.extend(old.filter(others).filter_map(|link| withdrawn(link)));
    }
    changes.extend(follow(store, to, kind));
    let label = store.get(from)?.label.clone();
    Some(told(Verb::Link, &label, 1, changes))
}

/// Takes a link away; one that a rule made is rejected instead, so that it is not made again.
pub fn unlink(store: &Store, id: LinkId) -> Option<Transaction> {
    let link = store.link(id)?;
    let label = store.get(link.from)?.label.clone();
    Some(told(Verb::Unlink, &label, 1, vec![withdrawn(link)?]))
}

/// Gives a link another type.
pub fn relink(store: &Store, id: LinkId, kind: &Name) -> Option<Transaction> {
    let known = store.link(id).filter(|link| link.kind != *kind)?;
    link(store, known.from, known.to, kind)
}

fn withdrawn(link: &Arc<Link>) -> Option<Change> {
    if link.origin == Origin::Human {
        return Some(Change::RemoveLink(link.clone()));
    }
    let mut rejected = (**link).clone();
    rejected.status = Status::Rejected;
    (rejected != **link).then(|| Change::ReplaceLink(link.clone(), Arc::new(rejected)))
}

/// The unit's own role follows its link.
fn follow(store: &Store, unit: AnnotationId, kind: &Name) -> Vec<Change> {
    if !is_role(kind) {
        return Vec::new();
    }
    edited(store, &[unit], |annotation| {
        if &*annotation.label == "actor" {
            annotation
                .attributes
                .insert("role".into(), Value::Text(kind.to_string()));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{apply, store};
    use super::*;

    fn kinds(store: &Store) -> Vec<(u32, &str, Status)> {
        store
            .links()
            .iter()
            .map(|link| (link.to.0, &*link.kind, link.status))
            .collect()
    }

    #[test]
    fn a_unit_has_one_role_in_a_measure() {
        let (measure, unit) = (AnnotationId(1), AnnotationId(2));
        let after = apply(&store(), link(&store(), measure, unit, &"support".into()));
        assert_eq!(kinds(&after)[0], (2, "support", Status::Accepted));
        assert_eq!(
            after.get(unit).and_then(|found| found.text_attribute("role")),
            Some("support")
        );
        assert_eq!(link(&after, measure, unit, &"support".into()), None);
        assert_eq!(link(&after, measure, measure, &"support".into()), None);
    }

    #[test]
    fn a_new_deadline_takes_the_place_of_the_old() {
        let added = apply(&store(), add(&store(), &"time".into(), Span::at(20, 26)));
        let after = apply(
            &added,
            link(&added, AnnotationId(1), AnnotationId(4), &"deadline".into()),
        );
        assert_eq!(
            kinds(&after)[1..],
            [(3, "deadline", Status::Rejected), (4, "deadline", Status::Accepted)]
        );
        let unlinked = apply(&after, unlink(&after, LinkId(3)));
        assert_eq!(unlinked.links().len(), 2);
        assert_eq!(relink(&after, LinkId(1), &"lead".into()), None);
    }
}
