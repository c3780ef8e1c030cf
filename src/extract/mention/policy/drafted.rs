//! Plans and outlines named without title marks, by the verb that drafts or carries them out:
//! 编制|水网建设规划, 实施|妇女儿童发展纲要, 江北新城发展规划|获批.

use std::ops::Range;
use std::sync::LazyLock;

use super::citations::CITATIONS;
use crate::extract::matcher::{Chars, Matcher};
use crate::extract::mention::scan::{after, after_word, before_word, ends_clause};

/// A name reaches back at most so many characters.
const LONGEST: usize = 32;

/// Plans that a text names without title marks.
pub(super) fn drafted(chars: &Chars) -> Vec<Range<usize>> {
    static KINDS: LazyLock<Matcher> = LazyLock::new(|| {
        let kinds = CITATIONS.drafted_kind.iter().chain(&CITATIONS.outline_kind).copied();
        Matcher::new(kinds)
    });
    let kinds = KINDS.find_in(chars);
    kinds.filter_map(|(range, _)| plan(chars.text, range)).collect()
}

/// The name of the plan whose kind stands at a range.
fn plan(text: &str, kind: Range<usize>) -> Option<Range<usize>> {
    // 规划区, 方案设计: the kind is part of another word.
    if after(text, kind.end).is_some_and(|next| "区局院师图员者设红馆厅编里内中".contains(next)) {
        return None;
    }
    let words = &text[kind.clone()];
    let outline = CITATIONS.outline_kind.contains(&words);
    let determined = after_word(text, kind.end, &CITATIONS.determined).is_some();
    let approved = after_word(text, kind.end, &CITATIONS.approved).is_some();
    let mut start = kind.start;
    let mut opened = false;
    for (at, char) in text[..kind.start].char_indices().rev().take(LONGEST) {
        opened = drafts(text, start)
            || determined && before_word(text, start, &CITATIONS.name_starts).is_some()
            || ends_with_joint(text, start)
            || outline && before_word(text, start, &CITATIONS.carrying).is_some();
        if opened || !char.is_alphanumeric() {
            opened |= approved && (ends_clause(char) || char == '、');
            break;
        }
        start = at;
    }
    opened |= approved && start == 0;
    // Beside a title, 全省 is part of the name; behind a verb it says whose plan it is.
    let beside = ends_with_joint(text, start);
    while let Some((end, _)) = after_word(text, start, &CITATIONS.unnamed).filter(|_| !beside) {
        start = end;
    }
    let name = text.get(start..kind.start).filter(|_| opened)?;
    // 出台推进某事的指导意见: only what the plan is for stands before 的.
    let name = name.strip_suffix('的').unwrap_or(name);
    let dated = ["三年", "五年", "年度滚动"].iter().any(|span| name.contains(span));
    let counted =
        name.starts_with(|char: char| char.is_ascii_digit() || "一二两三四五六七八九十几多各本该这那其".contains(char));
    let plain = !name.contains(['的', '了', '并', '和']) || outline && !name.contains(['的', '了', '并']);
    let said = CITATIONS
        .vague_plan
        .iter()
        .fold(name.to_string(), |name, word| name.replace(word, ""));
    let sure = words != "计划" || dated;
    (sure && plain && !counted && said.chars().count() >= 3 && name.chars().count() >= 4).then_some(start..kind.end)
}

/// Between the title of a document and a plan that is cited together with it: 《条例》和|三年行动方案.
const JOINTS: [&str; 3] = ["》和", "》及", "》、"];

fn ends_with_joint(text: &str, at: usize) -> bool {
    JOINTS.iter().any(|joint| text[..at].ends_with(joint))
}

/// Whether a verb that drafts a plan ends at a place; not one that each unit drafts for itself (一企一策制定).
fn drafts(text: &str, at: usize) -> bool {
    before_word(text, at, &CITATIONS.drafting)
        .is_some_and(|(start, _)| before_word(text, start, &CITATIONS.each_own).is_none())
}

#[cfg(test)]
mod tests {
    use super::{Chars, drafted};

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = drafted(&Chars::of(text))
            .into_iter()
            .map(|range| &text[range])
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn plans_that_are_drafted_carried_out_or_approved() {
        check("编制完成全县水网建设规划。", &["水网建设规划"]);
        check("制定出台城区供热设施提升方案，抓好落实。", &["城区供热设施提升方案"]);
        check("深入实施新一轮残疾人事业发展纲要。", &["残疾人事业发展纲要"]);
        check("江北新城总体规划获国务院批复。", &["江北新城总体规划"]);
        check("制定实施茶产业倍增三年行动计划。", &["茶产业倍增三年行动计划"]);
        check(
            "对标《优化条例》和全市诚信建设三年行动方案。",
            &["全市诚信建设三年行动方案"],
        );
        check("确保国土空间规划确定的耕地面积。", &["国土空间规划"]);
        check("出台加快养老服务业发展的实施意见。", &["加快养老服务业发展的实施意见"]);
    }

    #[test]
    fn plans_without_a_name() {
        check("要制定详细工作方案，制定切实可行的整改方案。", &[]);
        check("各单位要编制本单位年度投资计划，制定五大产业规划。", &[]);
        check("实施乡村建设规划区整治，启动城市总体规划。", &[]);
        check("要一企一策制定平台公司转型方案，各单位要落实《条例》和工作方案。", &[]);
        check("按照实施方案，制定具体实施方案。", &[]);
    }
}
