//! Titles that run into a sentence, and numbers that only look like markers.

use super::check;

#[test]
fn a_blank_or_a_time_ends_a_title_that_runs_into_a_sentence() {
    check(
        "（一）抓好招商引资 要紧盯长三角，引进企业30家。\n（二）抓好春耕备耕 今年春播农时偏早。各镇要抢抓墒情，扩种小麦。",
        &[(1, "（一）抓好招商引资"), (1, "（二）抓好春耕备耕")],
    );
    check(
        "一、提高思想认识今年以来，全县上下一心，攻坚克难。",
        &[(1, "一、提高思想认识")],
    );
    // Two halves of one title.
    check(
        "一、提高认识 增强责任感\n粮食是大事，各镇要重视。",
        &[(1, "一、提高认识 增强责任感")],
    );
    check(
        "一、提高认识 增强责任感。各镇要重视。",
        &[(1, "一、提高认识 增强责任感")],
    );
    check(
        "一、认真总结今年以来的工作。各镇都有进步。",
        &[(1, "一、认真总结今年以来的工作")],
    );
}

#[test]
fn phrases_that_end_in_a_numeral_hold_no_marker() {
    check(
        "一、抓源头。各镇要举一反三。对查出的问题要建台账。\n二、抓整改。要举一反三。对隐患要逐个销号，做到举一反三、立行立改。",
        &[(1, "一、抓源头"), (1, "二、抓整改")],
    );
}

#[test]
fn numbers_in_a_row_are_no_markers() {
    for text in [
        "第一、二季度要抓紧施工。",
        "第一、二、三季度分别完成20%。",
        "一、二把手要亲自抓。",
        "四、五月份是关键期。",
        "三要素保障要到位。",
    ] {
        check(text, &[]);
    }
    check("一、一季度经济运行情况\n开局平稳。", &[(1, "一、一季度经济运行情况")]);
    check(
        "1、资金 5000万元\n2、土地 300亩",
        &[(1, "1、资金 5000万元"), (1, "2、土地 300亩")],
    );
}
