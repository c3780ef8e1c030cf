//! Frames of small speeches whose statements are given: `{measure:…}` in the text.

use std::sync::LazyLock;

use super::{Frames, Modality, frames};
use crate::extract::clean::{CleanOffset, Cleaned, clean};
use crate::extract::extraction::{Label, Mention, Reason, Statement};
use crate::extract::jieba::JiebaLexicon;
use crate::extract::lexicon::Lexicon;
use crate::extract::{mention, outline};
use crate::text::{Source, Span};

mod wording;

static LEXICON: LazyLock<JiebaLexicon> =
    LazyLock::new(|| JiebaLexicon::embedded().expect("the dictionary is readable"));

/// A speech taken apart.
struct Case {
    cleaned: Cleaned,
    mentions: Vec<Mention<CleanOffset>>,
    frames: Frames,
}

impl Case {
    fn new(marked: &str) -> Self {
        let (mut text, mut statements) = (String::new(), Vec::new());
        let mut rest = marked;
        while let Some((head, tail)) = rest.split_once('{') {
            let (mark, tail) = tail.split_once('}').expect("braces are closed");
            let (label, words) = mark.split_once(':').expect("a label and words");
            text.push_str(head);
            let label = match label {
                "measure" => Label::Measure,
                "target" => Label::Target,
                _ => Label::Rule,
            };
            statements.push(Statement {
                label,
                span: Span::at(text.len(), text.len() + words.len()),
                reason: Reason::default(),
            });
            text.push_str(words);
            rest = tail;
        }
        text.push_str(rest);
        let cleaned = clean(&Source::new(text.as_str()));
        assert_eq!(cleaned.text(), text, "the cases are clean");
        let outline = outline::outline(&cleaned);
        let words = LEXICON.words(cleaned.text());
        let mentions = mention::mentions(&cleaned, &outline, Some(&words));
        let frames = frames(&cleaned, &outline, &mentions, &statements);
        Self {
            cleaned,
            mentions,
            frames,
        }
    }

    /// The units of each measure, `words/role`, with a star where inferred.
    fn units(&self) -> Vec<Vec<String>> {
        let unit = |unit: &crate::extract::FrameUnit| {
            let star = if unit.inferred { "*" } else { "" };
            format!(
                "{}/{}{star}",
                self.cleaned.slice(self.mentions[unit.mention].span),
                unit.role.id()
            )
        };
        self.frames
            .measures
            .iter()
            .map(|frame| frame.units.iter().map(unit).collect())
            .collect()
    }

    fn deadlines(&self) -> Vec<String> {
        let words = |deadline: crate::extract::Deadline| {
            let star = if deadline.inferred { "*" } else { "" };
            format!("{}{star}", self.cleaned.slice(self.mentions[deadline.mention].span))
        };
        self.frames
            .measures
            .iter()
            .map(|frame| frame.deadline.map(words).unwrap_or_default())
            .collect()
    }
}

#[test]
fn the_subject_of_a_sentence_governs_its_measures() {
    let case =
        Case::new("{measure:各乡镇要修好水渠}，{measure:清理塘堰}，{measure:县水利局要加强指导}。{measure:做好总结}。");
    let expected: [&[&str]; 4] = [&["各乡镇/executor"], &["各乡镇/executor*"], &["县水利局/executor"], &[]];
    assert_eq!(case.units(), expected);
}

#[test]
fn who_answers_for_a_target_answers_for_what_follows_in_its_sentence() {
    let case = Case::new(
        "{target:县水利局牵头，县财政局配合，6月底前完成三项工程}，{measure:推动建立管护机制}。{measure:加强宣传}。",
    );
    let units = case.units();
    assert_eq!(
        units[0],
        ["县水利局/lead", "县财政局/support"],
        "the target is a task of its own"
    );
    assert_eq!(units[1], ["县水利局/lead*"]);
    assert_eq!(units[2], [""; 0]);
}

#[test]
fn what_only_says_who_is_the_subject_of_what_follows() {
    let case = Case::new(
        "{measure:县水利局要会同县财政局}，{measure:编制治理方案}，{target:年内治理河道20公里}。{measure:加强宣传}。",
    );
    let units = case.units();
    assert_eq!(units[1], ["县水利局/executor*", "县财政局/support*"]);
    assert_eq!(units[2], [""; 0]);
}

#[test]
fn how_much_earlier_is_no_deadline() {
    let case = Case::new("{measure:建立兑付提前三个月预警机制}。{measure:9月底前建成}。");
    assert_eq!(case.deadlines(), ["", "9月底前"]);
}

#[test]
fn a_closing_assignment_governs_its_paragraph() {
    let case = Case::new(
        "{measure:疏浚河道}，{measure:加固堤防}。此项工作由王副县长负责，县水利局牵头，县财政局参与。\n{measure:发展渔业}。",
    );
    let all = ["王副县长/responsible*", "县水利局/lead*", "县财政局/support*"];
    let expected: [&[&str]; 3] = [&all, &all, &[]];
    assert_eq!(case.units(), expected);
}

#[test]
fn a_bracket_governs_its_item() {
    let case = Case::new(
        "{measure:修建粮库}（牵头单位：县发改局；责任单位：各乡镇）。\n{measure:整治农田}（责任单位：县农业农村局）。",
    );
    let expected: [&[&str]; 2] = [
        &["县发改局/lead*", "各乡镇/responsible*"],
        &["县农业农村局/responsible*"],
    ];
    assert_eq!(case.units(), expected);
    // In a statement's own words; what another unit was told before is not governed.
    let case = Case::new(
        "{measure:县住建局要拆除锅炉}。{measure:清运垃圾}。{measure:整治砖窑}，{target:9月底前完成（责任单位：县环保局）}。{measure:种树}。",
    );
    let all = ["县环保局/responsible*"];
    let expected: [&[&str]; 4] = [&["县住建局/executor"], &all, &all, &[]];
    assert_eq!(case.units(), expected);
}

#[test]
fn an_assignment_of_its_own_governs_its_item() {
    let one = |marked: &str| Case::new(marked).units();
    let all = ["县交通局/responsible*"];
    // On a line of its own: the item with all its paragraphs, up to the last assignment.
    let units = one(
        "一、修路\n{measure:打通断头路}。\n{measure:改造危桥}。\n责任单位：县交通局\n二、治水\n{measure:清淤}。\n责任单位：县水利局",
    );
    let expected: [&[&str]; 3] = [&all, &all, &["县水利局/responsible*"]];
    assert_eq!(units, expected);
    // In a sentence of its own: all the parts of the item.
    let units =
        one("（一）抓路网。一是打通断头路。{measure:征地}。二是改造危桥。{measure:加固}。（责任单位：县交通局）");
    assert_eq!(units, [&all, &all]);
    // Right behind a heading: the section below.
    let units = one(
        "一、修路\n【责任单位：县交通局】\n{measure:打通断头路}。\n{measure:改造危桥}。\n二、治水\n{measure:清淤}。",
    );
    let expected: [&[&str]; 3] = [&all, &all, &[]];
    assert_eq!(units, expected);
    // At the beginning of a paragraph: what follows in it.
    let units = one("{measure:清淤}。\n县交通局负责。{measure:打通断头路}。{measure:改造危桥}。");
    let expected: [&[&str]; 3] = [&[], &all, &all];
    assert_eq!(units, expected);
    // Each bracket of a sentence what stands before it.
    let units = one("{measure:推行代办}（县政务局、县数据局按职责分工负责），{measure:清理证明}（县司法局负责）。");
    assert_eq!(units[1], ["县司法局/responsible*"]);
    assert_eq!(units[0].len(), 2);
    // What only assigns is no task, and lends nothing.
    let case = Case::new("{measure:征地}。{measure:此项工作由县交通局负责}。{measure:种树}。");
    let expected: [&[&str]; 3] = [&all, &["县交通局/responsible"], &[]];
    assert_eq!(case.units(), expected);
}

#[test]
fn a_measure_has_the_deadline_of_its_target() {
    let case = Case::new(
        "{measure:水利局要编制整治清单}，{target:4月底前报县政府审定}；{measure:教育局要排查校舍}。{target:9月底前全部完工}。",
    );
    // The last target is reached in another sentence.
    assert_eq!(case.deadlines(), ["4月底前*", ""]);
}

#[test]
fn deadlines_are_carried_on_in_a_sentence() {
    let case = Case::new(
        "{measure:年底前打通道路}，{measure:架设桥梁}。{measure:目前先做好设计}。{measure:9月底前完成招标}。",
    );
    assert_eq!(case.deadlines(), ["年底前", "年底前*", "", "9月底前"]);
    let case = Case::new("今年的主要目标是：{target:新增企业30家}，{target:投资增长8%}。今年的水渠{measure:要修好}。");
    assert_eq!(case.deadlines(), ["今年*", "今年*", ""]);
}

#[test]
fn targets_belong_to_the_measures_before_them() {
    for (marked, expected) in [
        (
            "{measure:扩大种植}，{target:新增果园2000亩}。{measure:办好展会}。",
            &[&[1][..], &[]][..],
        ),
        // A result of both.
        (
            "{measure:整治扬尘}，{measure:淘汰旧车}，{target:浓度下降5%}。",
            &[&[2], &[2]],
        ),
        (
            "{measure:整治扬尘}，{target:浓度下降5%}，{measure:种树}，{target:绿化率达到30%}。",
            &[&[1], &[3]],
        ),
        // Another unit begins anew.
        (
            "{measure:县水利局要修渠}，{measure:县供电公司要排查线路}，{target:3月底前完成}。",
            &[&[], &[2]],
        ),
        (
            "{measure:整治扬尘}，{measure:盘活土地}，{target:清理土地1500亩}。",
            &[&[], &[2]],
        ),
        (
            "{measure:推进重点项目}，{measure:办好节会}，{target:其中景区5月前开门}。",
            &[&[], &[2]],
        ),
        // A sentence of its own: to the last measure of the paragraph.
        (
            "{measure:加强巡查}。{measure:补齐人员}。{target:每库达到4人}。",
            &[&[], &[2]],
        ),
        ("{measure:加强巡查}。\n{target:覆盖率达到90%}。", &[&[], &[]]),
        // An order of its own.
        ("{measure:盘活土地}。{target:年内打造40个园区}。", &[&[], &[]]),
        (
            "{target:改造小区36个}，{measure:启动积水点改造}，{target:汛期前完工}。",
            &[&[], &[2]],
        ),
        ("{measure:县委办要督办}，{target:各乡镇3日内报送方案}。", &[&[], &[]]),
    ] {
        let case = Case::new(marked);
        let targets: Vec<_> = case.frames.measures.iter().map(|frame| frame.targets.clone()).collect();
        assert_eq!(targets, expected, "{marked}");
    }
}

#[test]
fn words_tell_modality_and_instrument() {
    for (measure, modality, class) in [
        ("严禁违规占用耕地", Modality::Forbid, "environment/regulation"),
        ("必须落实安全生产责任", Modality::Must, "environment/regulation"),
        ("鼓励企业引进高层次人才", Modality::Encourage, "supply/talent"),
        ("探索投贷联动融资模式", Modality::Explore, "environment/finance"),
        ("要加大财政投入", Modality::Should, "supply/funds"),
        ("落实减税降费", Modality::Should, "environment/tax"),
        ("推行政府购买服务", Modality::Should, "demand/outsourcing"),
        ("攻克一批核心技术", Modality::Should, "supply/technology"),
        ("要考核各部门任务完成情况", Modality::Should, "environment/organization"),
        ("要约谈有关部门负责人", Modality::Should, "environment/regulation"),
    ] {
        let case = Case::new(&format!("{{measure:{measure}}}。"));
        let frame = &case.frames.measures[0];
        assert_eq!(frame.modality, modality, "{measure}");
        assert_eq!(
            frame.instrument.as_ref().map(|instrument| instrument.class),
            Some(class),
            "{measure}"
        );
    }
}

#[test]
fn a_limit_governs_its_item() {
    let case = Case::new(
        "{measure:修建粮库}（责任单位：县发改局；完成时限：2024年6月底前）。\n{measure:整治农田}（完成时限：2024年9月底前）。\n{measure:修订预案}。",
    );
    assert_eq!(case.deadlines(), ["2024年6月底前*", "2024年9月底前*", ""]);
    let case = Case::new(
        "{measure:疏浚河道}。{measure:加固堤防}。此项工作由县水利局负责，9月底前完成。\n{measure:发展渔业}。",
    );
    assert_eq!(case.deadlines(), ["9月底前*", "9月底前*", ""]);
    let case = Case::new(
        "一、修路\n一要抓路网。{measure:征地}。二要抓桥梁。{measure:加固}。以上工作于5月底前完成。\n二、6月底前完成治水\n{measure:清淤}。",
    );
    assert_eq!(case.deadlines(), ["5月底前*", "5月底前*", "6月底前*"]);
    let case = Case::new("{measure:评估1980年以前的厂房}。{measure:一律在24小时内核实}，{measure:上报}。");
    assert_eq!(case.deadlines(), ["", "24小时内", ""]);
    // A start is no deadline.
    let case = Case::new("{measure:9月1日起推行新的收费办法}。{measure:去年以来的欠账要补上}。");
    assert_eq!(case.deadlines(), ["", ""]);
}

#[test]
fn an_assignment_on_a_heading_governs_its_section() {
    let case = Case::new(
        "一、修路（责任单位：县交通局）\n{measure:打通断头路}。\n{measure:改造危桥}。\n二、治水\n{measure:清淤}。",
    );
    let all = ["县交通局/responsible*"];
    let expected: [&[&str]; 3] = [&all, &all, &[]];
    assert_eq!(case.units(), expected);
}

#[test]
fn rules_are_taken_apart() {
    for (rule, condition, consequence, quotas) in [
        (
            "对连续两次考评靠后的，取消评先资格，扣减经费10%",
            "对连续两次考评靠后的",
            "取消评先资格，扣减经费10%",
            &["10%"][..],
        ),
        (
            "年度考核排名末位的单位，一律约谈",
            "年度考核排名末位的单位",
            "一律约谈",
            &[],
        ),
        (
            "每新增一家规上企业，奖励20万元",
            "每新增一家规上企业",
            "奖励20万元",
            &["20万元"],
        ),
        ("逾期未整改到位的，收回用地", "逾期未整改到位的", "收回用地", &[]),
        ("凡弄虚作假者，严肃追究责任", "凡弄虚作假者", "严肃追究责任", &[]),
        (
            "对首次入库的企业给予一次性奖励10万元",
            "对首次入库的企业",
            "给予一次性奖励10万元",
            &["10万元"],
        ),
        ("如发现瞒报漏报，就地免职", "如发现瞒报漏报", "就地免职", &[]),
        ("验收合格后，兑付补助资金", "验收合格后", "兑付补助资金", &[]),
        (
            "各单位每月报送一次进度，每季度通报一次",
            "",
            "各单位每月报送一次进度，每季度通报一次",
            &[],
        ),
        ("考核结果与评先挂钩", "", "考核结果与评先挂钩", &[]),
    ] {
        let case = Case::new(&format!("{{rule:{rule}}}。"));
        let found = &case.frames.rules[0];
        let words = |span| case.cleaned.slice(span);
        assert_eq!(found.condition.map(words).unwrap_or_default(), condition, "{rule}");
        assert_eq!(words(found.consequence), consequence, "{rule}");
        let amounts: Vec<_> = found.quotas.iter().map(|&at| words(case.mentions[at].span)).collect();
        for quota in quotas {
            assert!(amounts.contains(quota), "{rule}: {amounts:?}");
        }
    }
}
