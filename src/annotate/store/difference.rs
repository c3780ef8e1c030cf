//! What is different between two states of a document's annotations.

use std::cmp::Ordering;
use std::sync::Arc;

use super::super::annotation::Annotation;
use super::Store;

/// What is different between two states of a document's annotations, both in reading order. What was changed
/// is in both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// As it was.
    pub before: Vec<Arc<Annotation>>,
    /// As it is.
    pub after: Vec<Arc<Annotation>>,
}

impl Difference {
    /// Everything that changed, as it was and as it is.
    pub fn both(&self) -> impl Iterator<Item = &Arc<Annotation>> {
        self.before.iter().chain(&self.after)
    }
}

impl Store {
    /// What is different from an earlier state. States of one document share what they have in common, so
    /// this costs a comparison of pointers for each annotation.
    pub fn since(&self, earlier: &Self) -> Difference {
        let mut difference = Difference::default();
        let (mut old, mut new) = (earlier.annotations(), self.annotations());
        while let (Some(one), Some(other)) = (old.first(), new.first()) {
            let order = match Arc::ptr_eq(one, other) {
                true => Ordering::Equal,
                false => Self::key(one).cmp(&Self::key(other)),
            };
            if order.is_eq() && one != other {
                difference.before.push(one.clone());
                difference.after.push(other.clone());
            }
            if order.is_lt() {
                difference.before.push(one.clone());
            }
            if order.is_gt() {
                difference.after.push(other.clone());
            }
            old = &old[usize::from(order.is_le())..];
            new = &new[usize::from(order.is_ge())..];
        }
        difference.before.extend_from_slice(old);
        difference.after.extend_from_slice(new);
        difference
    }
}
