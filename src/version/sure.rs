//! Which pairs of equal sentences are certain.

use super::alignment::Partner;

/// A shorter sentence is no landmark, even if it stands only once: 二、 may have become another's number.
const LANDMARK: usize = 8;

/// What a sentence tells of its place by itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anchor {
    /// In letters.
    pub(super) length: usize,
    /// It stands once in each version.
    pub(super) is_only: bool,
}

/// For each old sentence whether its partner is certain: a landmark, or one that is reached from
/// landmarks (or the ends of the text) on both sides without a break. A sentence that was repeated, or
/// whose double was taken away, is reached from one side at most.
pub(super) fn sure(partners: &[Option<Partner>], anchors: &[Anchor], new_length: usize) -> Vec<bool> {
    let here = |index: usize| partners[index].map(|partner| partner.sentence);
    let is_landmark =
        |index: usize| here(index).is_some() && anchors[index].is_only && anchors[index].length >= LANDMARK;
    let mut from_left = vec![false; partners.len()];
    let mut before = (true, Some(0));
    for (index, reached) in from_left.iter_mut().enumerate() {
        let follows = before.0 && here(index).is_some() && here(index) == before.1;
        *reached = is_landmark(index) || follows;
        before = (*reached, here(index).map(|at| at + 1));
    }
    let mut sure = vec![false; partners.len()];
    let mut after = (true, Some(new_length));
    for index in (0..partners.len()).rev() {
        let leads = after.0 && here(index).is_some() && here(index).map(|at| at + 1) == after.1;
        let reached = is_landmark(index) || leads;
        sure[index] = is_landmark(index) || reached && from_left[index];
        after = (reached, here(index));
    }
    sure
}

#[cfg(test)]
mod tests {
    use super::super::Alignment;
    use crate::text::Source;

    fn check(old: &str, new: &str, expected: &[bool]) {
        assert_eq!(
            Alignment::of(&Source::new(old), &Source::new(new)).sure,
            expected,
            "{old} → {new}"
        );
    }

    #[test]
    fn an_unchanged_text_is_certain_with_all_its_repetitions() {
        check(
            "要抓落实。好。好。要抓落实。好。",
            "要抓落实。好。好。要抓落实。好。",
            &[true; 5],
        );
    }

    #[test]
    fn a_repeated_sentence_is_not() {
        let (one, two, three) = ("各镇要抓紧修好渠道。", "会后要马上部署落实。", "年底之前要全部完成。");
        check(
            &[one, two, three].concat(),
            &[one, two, two, three].concat(),
            &[true, false, true],
        );
        check(
            &[one, two, three].concat(),
            &[one, two, three, one, two, three].concat(),
            &[false, false, false],
        );
        // The copy elsewhere does not touch what stands between the same landmarks.
        let four = "市里每月都要通报进度。";
        check(
            &[one, two, three, four].concat(),
            &[one, two, three, four, two].concat(),
            &[true, true, true, true],
        );
    }

    #[test]
    fn a_number_alone_is_no_landmark() {
        let (one, two) = ("各镇要抓紧修好渠道。", "会后要马上部署落实。");
        check(
            &format!("一、\n{one}\n二、\n{two}"),
            &format!("一、\n新来的第一条要求。\n二、\n{one}\n三、\n{two}"),
            &[false, false, false, true],
        );
    }
}
