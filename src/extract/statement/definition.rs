//! What the definitions settle, whatever the weights say: what leads in is no statement of its own, a reward or
//! a penalty with its condition is a rule, an order with a count is a target, and reports side by side are two.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::super::extraction::Label;
use super::super::word_list::WordList;
use super::expect::Expected;
use super::grammar::{ADJECTIVE, NOUN, NUMERAL};
use super::sanction::{fails, punishes, rewards};
use super::sight::Sight;
use super::view::View;
use super::words::{Group, Groups, Words, set};

/// The statements as the definitions have them, in order.
pub(super) fn by_definition(sight: &Sight, found: Vec<Expected>) -> Vec<Expected> {
    let mut settled = Vec::with_capacity(found.len());
    for found in led_in(sight, found) {
        match found.label {
            Label::Measure | Label::Target if lays_down(sight, &found) => settled.push(Expected {
                label: Label::Rule,
                ..found
            }),
            Label::Measure => counted(sight, found, &mut settled),
            Label::Achievement => cut(found, |index| side_by_side(sight, index), &mut settled),
            _ => settled.push(found),
        }
    }
    settled
}

/// Gives what only leads in to the statement behind it.
fn led_in(sight: &Sight, found: Vec<Expected>) -> Vec<Expected> {
    let mut settled: Vec<Expected> = Vec::with_capacity(found.len());
    for mut found in found {
        let bound = binds(sight, found.run.start);
        let leads_in = |before: &mut Expected| {
            let own = |index: usize| sight.views[index].leads_in() || bound && is_occasion(sight, index);
            before.run.end == found.run.start
                && sight.clauses[before.run.start].sentence == sight.clauses[found.run.start].sentence
                && before.run.clone().all(own)
        };
        if let Some(before) = settled.pop_if(leads_in) {
            found.run.start = before.run.start;
        } else if let Some(before) = sight.before(found.run.start)
            && settled.last().is_none_or(|last| last.run.end <= before)
            && bound
            && is_occasion(sight, before)
        {
            found.run.start = before;
        }
        settled.push(found);
    }
    settled
}

/// Whether a clause says on what occasion the order behind it is to be obeyed: 一旦发布预警，
fn is_occasion(sight: &Sight, index: usize) -> bool {
    let clause = sight.clause(index);
    let ends = |group| WORDS.any(group, |word| clause.ends_with(word));
    matches!(sight.clauses[index].closing, '，' | ',')
        && (WORDS.any("occasion", |word| clause.starts_with(word))
            || clause.starts_with("未经") && ends("unallowed")
            || ends("period") && sight.views[index].chars <= LONGEST_PERIOD && !binds(sight, index))
}

/// A clause that says during which days has at most so many characters.
const LONGEST_PERIOD: usize = 16;

/// Whether a clause holds a word that binds.
fn binds(sight: &Sight, index: usize) -> bool {
    let clause = sight.clause(index);
    WORDS.any("binding", |word| clause.contains(word))
}

/// Whether a statement lays down a reward or a fine for each time, or a penalty for those who fail.
fn lays_down(sight: &Sight, found: &Expected) -> bool {
    let run = found.run.clone();
    let failing = run.clone().find(|index| fails(&WORDS, sight, *index));
    run.clone().any(|index| rewards(&WORDS, sight.clause(index)))
        || failing.is_some_and(|condition| (condition + 1..run.end).any(|index| punishes(&WORDS, sight, index)))
}

/// Makes targets of orders with a count or a day by which they are to be done.
fn counted(sight: &Sight, found: Expected, settled: &mut Vec<Expected>) {
    let from = settled.len();
    cut(
        found,
        |index| counts(sight, index) && !sight.views[index - 1].leads_in(),
        settled,
    );
    for part in &mut settled[from..] {
        if part
            .run
            .clone()
            .any(|index| counts(sight, index) || is_due(sight.clause(index)))
        {
            part.label = Label::Target;
        }
    }
}

/// Whether a clause says by which day something is to be done: 6月底前报送.
fn is_due(clause: &str) -> bool {
    clause.match_indices('前').any(|(at, mark)| {
        let (head, rest) = (&clause[..at], &clause[at + mark.len()..]);
        let day = WORDS.any("due", |word| {
            head.strip_suffix(word).is_some_and(|head| {
                !matches!(word, "月" | "日")
                    || head.ends_with(|char: char| char.is_ascii_digit() || "一二三四五六七八九十×".contains(char))
            })
        });
        day && !WORDS.any("not-due", |word| rest.starts_with(word))
    })
}

/// Whether a clause tells to bring something into being and how many of it.
fn counts(sight: &Sight, index: usize) -> bool {
    let view = &sight.views[index];
    if view.numbers <= view.dates || !view.grammar.holds_quantity() {
        return false;
    }
    let text = sight.clause(index);
    let verb = view.core_word.and_then(|word| Words::own().words().nth(word));
    let Some(verb) = verb.filter(|verb| WORDS.is("count", verb)) else {
        return false;
    };
    let behind = text.find(verb).map_or("", |at| &text[at + verb.len()..]);
    behind.contains(|char: char| char.is_ascii_digit() || matches!(char, '×' | 'X' | '*'))
        && !WORDS.any("handled", |word| text.contains(word))
}

/// Whether a clause and the one before it report two things side by side.
fn side_by_side(sight: &Sight, index: usize) -> bool {
    const GROUND: Groups = set(&[Group::Manner, Group::Serve, Group::Object]);
    const TRAILS: Groups = set(&[Group::Trail, Group::Serve]);
    let (before, view) = (&sight.views[index - 1], &sight.views[index]);
    let (text_before, text) = (sight.clause(index - 1), sight.clause(index));
    sight.clauses[index - 1].closing == '，'
        && !before.leads_in()
        && before.head & GROUND == 0
        && tells(before)
        && !WORDS.any("binds", |word| text_before.contains(word))
        && view.head & TRAILS == 0
        && matches!(view.grammar.first[0], NOUN | NUMERAL)
        && tells(view)
        && !WORDS.any("bound", |word| text.starts_with(word))
}

/// It is long enough to say something of something.
fn tells(view: &View) -> bool {
    view.chars >= 5 && (view.grammar.verbs > 0 || view.grammar.last[0] == ADJECTIVE)
}

/// Cuts a statement in front of some of its clauses.
fn cut(found: Expected, ahead: impl Fn(usize) -> bool, settled: &mut Vec<Expected>) {
    let mut start = found.run.start;
    for index in found.run.start + 1..found.run.end {
        if ahead(index) {
            let run = start..index;
            settled.push(Expected { run, ..found.clone() });
            start = index;
        }
    }
    let run = start..found.run.end;
    settled.push(Expected { run, ..found });
}

/// The words that the definitions turn on.
pub(super) struct Defining(BTreeMap<&'static str, BTreeSet<&'static str>>);

static WORDS: LazyLock<Defining> =
    LazyLock::new(|| Defining(WordList::groups(include_str!("../data/definitions.txt"))));

impl Defining {
    fn is(&self, group: &str, word: &str) -> bool {
        self.0.get(group).is_some_and(|words| words.contains(word))
    }

    /// Whether something holds of a word of a group.
    pub(super) fn any(&self, group: &str, holds: impl FnMut(&str) -> bool) -> bool {
        let mut holds = holds;
        self.0
            .get(group)
            .is_some_and(|words| words.iter().any(|word| holds(word)))
    }
}

#[cfg(feature = "dictionary")]
#[cfg(test)]
mod tests {
    use std::ops::Range;
    use std::sync::LazyLock;

    use super::super::super::jieba::JiebaLexicon;
    use super::super::super::lexicon::Lexicon;
    use super::super::super::mention::mentions;
    use super::super::super::{clause::clauses, clean::clean, outline::outline};
    use super::super::view::views;
    use super::*;
    use crate::text::Source;

    static LEXICON: LazyLock<JiebaLexicon> = LazyLock::new(|| JiebaLexicon::embedded().unwrap());

    /// What becomes of statements with some clauses of a text.
    fn settled(text: &str, found: &[(Label, Range<usize>)]) -> Vec<(Label, Range<usize>)> {
        let cleaned = clean(&Source::new(text));
        let outline = outline(&cleaned);
        let clauses = clauses(&cleaned, &outline);
        let words = LEXICON.words(cleaned.text());
        let mentions = mentions(&cleaned, &outline, Some(&words));
        let views = views(&cleaned, &outline, &clauses, Some(&words), &mentions);
        let sight = Sight {
            text: cleaned.text(),
            clauses: &clauses,
            views: &views,
        };
        let expected = |(label, run): &(Label, Range<usize>)| Expected {
            run: run.clone(),
            label: *label,
            chance: 0.5,
        };
        by_definition(&sight, found.iter().map(expected).collect())
            .into_iter()
            .map(|found| (found.label, found.run))
            .collect()
    }

    #[test]
    fn what_leads_in_goes_with_what_follows() {
        use Label::{Measure, Target};
        let text = "今年，新收储用地不少于300亩。此项工作由县自然资源局负责。要逐宗清查闲置土地。";
        assert_eq!(
            settled(
                text,
                &[(Measure, 0..1), (Target, 1..2), (Measure, 2..3), (Measure, 3..4)]
            ),
            [(Target, 0..2), (Measure, 2..3), (Measure, 3..4)]
        );
    }

    #[test]
    fn an_occasion_goes_with_what_is_ordered_on_it() {
        use Label::Measure;
        let ordered = "一旦发布预警，村干部要上门。未经同意，不得开工。汛期期间，值班人员必须在岗。";
        assert_eq!(
            settled(
                ordered,
                &[(Measure, 0..1), (Measure, 1..2), (Measure, 3..4), (Measure, 5..6)]
            ),
            [(Measure, 0..2), (Measure, 2..4), (Measure, 4..6)]
        );
        let told = "一旦失守，后果不堪设想。";
        assert_eq!(settled(told, &[(Measure, 1..2)]), [(Measure, 1..2)]);
    }

    #[test]
    fn rewards_and_penalties_with_their_condition_are_rules() {
        use Label::{Measure, Rule, Target};
        for (text, clauses) in [
            ("每新增一家高新企业加3分。", 1),
            ("少听一节扣绩效分1分。", 1),
            ("三年内每人每月发放生活补贴×000元。", 1),
            ("每亩补助120元。", 1),
            ("获得省级荣誉的一次性奖励5000元。", 1),
            ("对工作不力的，要严肃问责。", 2),
            ("对落实不到位的乡镇，全县通报批评。", 2),
        ] {
            assert_eq!(settled(text, &[(Target, 0..clauses)]), [(Rule, 0..clauses)], "{text}");
        }
        for (text, clauses) in [
            ("每年新增奖补资金2000万元。", 1),
            ("考核得分要力争提高5分。", 1),
            ("全年每亩补助标准提高到120元。", 1),
            ("每月补助不低于200元。", 1),
            ("对违法占地的，要坚决拆除。", 2),
            ("对整改不到位的问题，要限期销号。", 2),
            ("纪委要对整改不力的单位启动问责。", 1),
        ] {
            assert_eq!(
                settled(text, &[(Measure, 0..clauses)]),
                [(Measure, 0..clauses)],
                "{text}"
            );
        }
    }

    #[test]
    fn orders_with_a_count_are_targets() {
        use Label::{Measure, Target};
        let text = "挖掘家政、托育等服务消费潜力，培育30个夜间消费街区，让市民有更多去处。";
        assert_eq!(settled(text, &[(Measure, 0..3)]), [(Measure, 0..1), (Target, 1..3)]);
        for text in ["各镇6月底前把清单报来。", "年底前重新勘查一遍。"] {
            assert_eq!(settled(text, &[(Measure, 0..1)]), [(Target, 0..1)]);
        }
        // What is counted is there already, or nothing is counted; no day is set.
        for text in [
            "10月前后视察管网运行。",
            "抓好年底前的各项准备。",
            "对12个积水点实施改造。",
            "培育一批夜间消费街区。",
            "抓好20个重点项目。",
        ] {
            assert_eq!(settled(text, &[(Measure, 0..1)]), [(Measure, 0..1)]);
        }
    }

    #[test]
    fn reports_with_subjects_of_their_own_are_cut() {
        use Label::{Achievement, Measure};
        let text = "市场体系不断健全，营商环境明显改善，位居全省第二。";
        assert_eq!(
            settled(text, &[(Achievement, 0..3)]),
            [(Achievement, 0..1), (Achievement, 1..3)]
        );
        assert_eq!(settled(text, &[(Measure, 0..3)]), [(Measure, 0..3)]);
        for text in [
            "虽然市场需求不旺，企业利润仍有增长。",
            "围绕主导产业，企业开展技术攻关。",
        ] {
            assert_eq!(settled(text, &[(Achievement, 0..2)]), [(Achievement, 0..2)]);
        }
    }
}
