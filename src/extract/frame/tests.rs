//! Frames of small speeches whose statements are given: `{measure:…}` in the text.

use std::sync::LazyLock;

use super::{Frames, Modality, frames};
use crate::extract::clean::{CleanOffset, Cleaned, clean};
use crate::extract::extraction::{Label, Mention, Reason, Statement};
use crate::extract::jieba::JiebaLexicon;
use crate::extract::lexicon::Lexicon;
use crate::extract::{mention, outline};
use crate::text::{Source, Span};

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
        let mentions = mention::mentions(&cleaned, &outline, &[], Some(&words));
        let frames = frames(&cleaned, &outline, &[], &mentions, &statements);
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
}

#[test]
fn deadlines_are_carried_on_in_a_sentence() {
    let case = Case::new(
        "{measure:年底前打通道路}，{measure:架设桥梁}。{measure:目前先做好设计}。{measure:9月底前完成招标}。",
    );
    assert_eq!(case.deadlines(), ["年底前", "年底前*", "", "9月底前"]);
}

#[test]
fn targets_belong_to_the_measures_of_their_sentence() {
    let case = Case::new("{measure:扩大种植}，{target:新增果园2000亩}。{measure:办好展会}。");
    let targets: Vec<_> = case.frames.measures.iter().map(|frame| frame.targets.clone()).collect();
    assert_eq!(targets, [vec![1], vec![]]);
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
fn rules_are_taken_apart() {
    let case = Case::new("{rule:对连续两次考评靠后的，取消评先资格，扣减经费10%}。");
    let rule = &case.frames.rules[0];
    let words = |span| case.cleaned.slice(span);
    assert_eq!(rule.condition.map(words), Some("对连续两次考评靠后的"));
    assert_eq!(words(rule.consequence), "取消评先资格，扣减经费10%");
    assert_eq!(
        rule.quotas
            .iter()
            .map(|&quota| words(case.mentions[quota].span))
            .collect::<Vec<_>>(),
        ["10%"]
    );
}

#[test]
fn numeral_phrases_are_counted() {
    let parts = |text: &str| {
        let case = Case::new(text);
        let terms: Vec<_> = case
            .frames
            .terms
            .iter()
            .map(|term| (term.announced, term.parts.len(), term.is_complete()))
            .collect();
        terms
    };
    assert_eq!(
        parts("抓好“三大体系”（粮食体系、仓储体系、物流体系）建设。"),
        [(3, 3, true)]
    );
    assert_eq!(parts("完善“四大要素”：土地、资金、人才。"), [(4, 3, false)]);
    assert_eq!(parts("推进一台两器，建好创新平台、孵化器、加速器。"), [(3, 3, true)]);
    assert_eq!(parts("推进三大改造。"), []);
}
