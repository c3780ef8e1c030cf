//! What the tagger adds to the rules, and what stays as they have it.

use super::{LEXICON, read};
use crate::extract::extract;
use crate::extract::extraction::Label;
use crate::text::Source;

/// The actors and organizations of a text, with what found them.
fn found(text: &str) -> Vec<(Label, String, &'static str)> {
    let source = Source::new(text);
    let found = extract(&source, Some(&*LEXICON), &mut |_| ()).mentions.into_iter();
    found
        .filter(|mention| matches!(mention.label, Label::Actor | Label::Organization))
        .map(|mention| {
            (
                mention.label,
                source.slice(mention.span).to_owned(),
                mention.reason.rule,
            )
        })
        .collect()
}

#[test]
fn departments_that_are_told_without_any_sign_are_found() {
    let cases = [
        "护理部每周抽查两次交接班记录，药学部要理清在库药品。",
        "教务科、德育处、总务处、年级组每周碰头一次。",
        "教务科、化肥、种子、年级组每周碰头一次。",
        "设备管理部牵头，各分厂、检维修公司配合，8月底前完成阀门普查。",
    ];
    let expected = [
        &["护理部", "药学部"][..],
        &["教务科", "德育处", "总务处", "年级组"],
        &["教务科", "年级组"],
        &["设备管理部", "各分厂", "检维修公司"],
    ];
    for (case, expected) in cases.into_iter().zip(expected) {
        let actors = found(case).into_iter().filter(|(label, ..)| *label == Label::Actor);
        assert_eq!(actors.map(|(_, name, _)| name).collect::<Vec<_>>(), expected, "{case}");
    }
}

#[test]
fn what_the_rules_found_stays() {
    for case in [
        "由[actor:市财政局]牵头，[actor:市审计局]配合。",
        "[actor:各镇街]要在月底前报送清单。",
    ] {
        let (text, marks) = read(case);
        let names: Vec<_> = found(&text)
            .into_iter()
            .map(|(_, name, rule)| (name, rule.ends_with("learned")))
            .collect();
        let expected: Vec<_> = marks.into_iter().map(|(_, name)| (name, false)).collect();
        assert!(expected.iter().all(|mark| names.contains(mark)), "{names:?}");
    }
}

#[test]
fn who_is_helped_or_owns_something_is_told_nothing() {
    for case in [
        "要支持工会、共青团、妇联依照章程开展工作。",
        "县卫生局、县教育局的经验值得各乡镇学习。",
        "由县发改局牵头编制的规划已经通过评审。",
    ] {
        assert!(found(case).iter().all(|(label, ..)| *label != Label::Actor), "{case}");
    }
}

#[test]
fn what_is_reported_tells_nobody() {
    let text = "一、工作回顾\n去年，市图书馆建成23个分馆，市人民医院新增床位400张，各县区拆除违建12万平方米。";
    let names = found(text);
    assert!(
        names.iter().all(|(label, ..)| *label == Label::Organization),
        "{names:?}"
    );
}
