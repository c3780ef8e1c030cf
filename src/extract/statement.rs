//! Statements: measures, targets, achievements, problems and rules.
//!
//! A linear model and a small network over the same features of every clause give each way to cut a sentence into
//! statements a chance. They look twice: what the first look finds in a paragraph counts for each of its clauses in the second. The
//! statements that most likely agree with a reader's are made.

pub mod around;
pub mod chain;
mod char_table;
mod context;
mod definition;
pub mod expect;
pub mod feature;
pub mod gram;
pub mod grammar;
mod kind;
mod listed;
pub mod model;
pub mod network;
mod reason;
mod sanction;
mod senses;
mod shape;
pub mod sight;
pub mod view;
mod word_feature;
pub mod words;

use self::listed::LISTED;
use super::clause::Clause;
use super::clean::{CleanOffset, CleanSpan, Cleaned};
use super::extraction::{Mention, Statement};
use super::lexicon::Word;
use super::outline::Outline;
use crate::text::Span;
use expect::{Expected, expect};
use model::Model;

/// Finds the statements, in order and without overlaps.
pub fn statements(
    cleaned: &Cleaned,
    outline: &Outline,
    clauses: &[Clause],
    words: Option<&[Word]>,
    mentions: &[Mention<CleanOffset>],
) -> Vec<Statement<CleanOffset>> {
    let (layout, model) = Model::own();
    let chars = &cleaned.chars();
    let views = view::views(cleaned, outline, clauses, words, mentions);
    let sight = sight::Sight {
        text: cleaned.text(),
        clauses,
        views: &views,
    };
    let mut found: Vec<Statement<CleanOffset>> = Vec::new();
    for Expected { run, label, chance } in expect(model, &sight, &model.scores(layout, &sight)) {
        let span = trimmed(
            cleaned,
            Span::new(clauses[run.start].span.start(), clauses[run.end - 1].span.end()),
        );
        if span.is_empty() {
            continue;
        }
        found.push(Statement {
            label,
            span,
            reason: reason::reason(chars, label, span, confidence(chance)),
        });
    }
    found
}

/// A chance as the confidence of a suggestion, in percent: never quite sure.
pub fn confidence(chance: f64) -> u8 {
    (chance * 100.0).round().clamp(1.0, 99.0) as u8
}

/// The span without the words and marks that lead into it.
pub fn trimmed(cleaned: &Cleaned, span: CleanSpan) -> CleanSpan {
    let text = cleaned.slice(span);
    let mut rest = text;
    while let Some(after) = LISTED.leading.iter().find_map(|word| rest.strip_prefix(word)) {
        let after = after.trim_start_matches(['，', '：', ' ']);
        // 并购、也门: only in front of a clause of some length.
        if after.chars().count() < 4 {
            break;
        }
        rest = after;
    }
    let start = span.range().end - rest.len();
    Span::at(start, span.range().end)
}

#[cfg(feature = "dictionary")]
#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::super::extraction::Label;
    use super::super::jieba::JiebaLexicon;
    use super::super::lexicon::Lexicon;
    use super::super::mention::mentions;
    use super::super::{clause::clauses, clean::clean, outline::outline};
    use super::statements;
    use crate::text::{Source, Span};

    static LEXICON: LazyLock<JiebaLexicon> = LazyLock::new(|| JiebaLexicon::embedded().unwrap());

    /// The labels and spans of the statements in a text, in the original.
    fn found(text: &str) -> Vec<(Label, Span)> {
        let cleaned = clean(&Source::new(text));
        let outline = outline(&cleaned);
        let clauses = clauses(&cleaned, &outline);
        let words = LEXICON.words(cleaned.text());
        let mentions = mentions(&cleaned, &outline, Some(&words));
        statements(&cleaned, &outline, &clauses, Some(&words), &mentions)
            .into_iter()
            .map(|statement| (statement.label, cleaned.original(statement.span)))
            .collect()
    }

    /// `⟦M:…⟧` marks what must be found, by the first letter of its label.
    fn check(annotated: &str) {
        let plain: String = annotated
            .replace("⟦M:", "")
            .replace("⟦T:", "")
            .replace("⟦P:", "")
            .replace("⟦A:", "")
            .replace("⟦R:", "")
            .replace('⟧', "");
        let mut drawn = plain.clone();
        for (label, span) in found(&plain).into_iter().rev() {
            let letter = label.id()[..1].to_ascii_uppercase();
            drawn.insert(span.range().end, '⟧');
            drawn.insert_str(span.range().start, &format!("⟦{letter}:"));
        }
        assert_eq!(drawn, annotated);
    }

    #[test]
    fn orders_are_measures() {
        check("⟦M:各乡镇要抓紧修订应急预案⟧；⟦M:县教育局要加强安全教育⟧。");
        check("⟦M:县教育局要加强校园周边环境整治⟧。");
    }

    #[test]
    fn checkable_results_are_targets() {
        check("⟦M:水利局要加快渠道清淤⟧，⟦T:年底前完成清淤120公里⟧。");
        check("今年的目标是：⟦T:新增有效灌溉面积3万亩⟧，⟦T:到2028年底，改造中低产田12万亩⟧。");
    }

    #[test]
    fn ritual_is_nothing() {
        check("下面，我讲三点意见。");
        check("谢谢大家！");
    }

    #[test]
    fn own_measures_are_cut_and_results_trail() {
        check(
            "一、工作任务\n⟦M:要加强人才队伍建设⟧，⟦M:完善激励机制，提升服务水平⟧。⟦M:要加大科技投入⟧，\
             ⟦M:支持企业建立研发中心，提高产品附加值⟧。\
             ⟦M:各部门要围绕主导产业，加强项目谋划，为企业发展提供有力支撑⟧。",
        );
    }

    #[test]
    fn shortcomings_with_their_own_subject_are_problems() {
        check(
            "二、存在问题\n同时也要看到，⟦P:我们的工作还存在不少问题⟧。⟦P:产业结构不够合理⟧，⟦P:企业创新能力不强⟧，\
             ⟦P:群众反映强烈的一些问题还没有根本解决⟧。⟦P:有的干部作风不实，遇到矛盾绕着走⟧。",
        );
    }

    #[test]
    fn figures_of_the_past_are_achievements() {
        check(
            "三、工作回顾\n⟦A:去年，全县完成固定资产投资56亿元，增长12%⟧；⟦A:新增规上企业15家⟧；⟦A:群众满意度明显提升⟧。",
        );
    }

    #[test]
    fn a_condition_with_a_consequence_is_a_rule() {
        check("四、奖惩\n⟦R:对连续两次排名末位的，由县政府约谈主要负责人⟧；⟦R:对弄虚作假的，一律取消评优资格⟧。");
    }

    #[test]
    fn significance_is_nothing() {
        check("安全生产是发展的前提，事关人民群众生命财产安全。");
    }

    proptest! {
        #[test]
        fn statements_keep_to_characters_and_never_overlap(
            text in "([一二要各局]|[，。；：！？、]|[（）“”\n ]|[a-z0-9<>&;.]|推进|问题|不少于|区|\\PC){0,80}"
        ) {
            let mut end = 0;
            for (_, span) in found(&text) {
                prop_assert!(span.range().start >= end);
                prop_assert!(text.get(span.range()).is_some());
                end = span.range().end;
            }
            let source = Source::new(text.as_str());
            let mut end = 0;
            for (span, _) in clean(&source).boilerplate() {
                prop_assert!(span.range().start >= end && text.get(span.range()).is_some());
                end = span.range().end;
            }
        }
    }
}
