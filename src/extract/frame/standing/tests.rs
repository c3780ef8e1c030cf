//! What is a task, and what only stands around one.

use super::{Name, Standing, brackets, standing};

/// What the words in braces are; names stand in `<>`.
fn found(marked: &str) -> Standing {
    let (text, names) = plain(marked);
    let start = text.find('{').unwrap();
    let end = text.find('}').unwrap() - 1;
    let names: Vec<_> = names
        .into_iter()
        .map(|Name { range, is_time }| Name {
            range: if range.start > start {
                range.start - 1..range.end - 1
            } else {
                range
            },
            is_time,
        })
        .filter(|name| name.range.end <= end)
        .collect();
    standing(&text.replace(['{', '}'], ""), start..end, &names)
}

fn plain(marked: &str) -> (String, Vec<Name>) {
    let (mut text, mut names, mut open) = (String::new(), Vec::new(), 0);
    for char in marked.chars() {
        match char {
            '<' => open = text.len(),
            '>' => names.push(Name {
                range: open..text.len(),
                is_time: text.ends_with(['月', '前']),
            }),
            _ => text.push(char),
        }
    }
    (text, names)
}

#[test]
fn assignments_are_no_tasks() {
    for marked in [
        "{（牵头单位：<县发改局>；责任单位：<各乡镇>；完成时限：<6月底前>）}",
        "{责任单位：<县财政局>、<县审计局>}",
        "{完成时限}：9月底前",
        "{<县水利局>牵头，<财政>、<审计>等部门参与}。",
        "{此项工作由<李××同志>负责，<县政府办>跟踪督办}。",
        "{以上工作于<5月底前>全部完成}。",
        "{<县教育局>、<县体育局>按职责分工负责}",
        "{責任單位：<縣水務局>}",
    ] {
        assert_eq!(found(marked), Standing::Assignment, "{marked}");
    }
    for marked in [
        "{<县水利局>牵头编制方案}。",
        "{<9月底前>全部完成}。",
        "{积极配合}。",
        "{<县政府办>跟踪督办}。",
        "{<各乡镇>要把台账交给责任单位}。",
        "{由<县交通局>负责打通断头路}。",
    ] {
        assert_eq!(found(marked), Standing::Task, "{marked}");
    }
}

#[test]
fn topics_and_openings_are_no_tasks() {
    for (marked, expected) in [
        ("{燃气方面}，改造老旧管网。", Standing::Topic),
        ("{经费上}，市里统筹。", Standing::Topic),
        ("{迎头赶上}，再上台阶。", Standing::Task),
        ("{抓好各个方面}。", Standing::Task),
        ("{要重点抓好以下几项工作}：", Standing::Opening),
        ("{着重在下列几个方面下功夫}。一是修路。", Standing::Opening),
        ("{要突出抓好三件事}。\n一、修路", Standing::Opening),
        ("{重点解决三个问题}，明确责任。", Standing::Task),
        ("{培养三十五岁以下的干部做好群众工作}。", Standing::Task),
        ("{办好十件实事}。", Standing::Task),
    ] {
        assert_eq!(found(marked), expected, "{marked}");
    }
}

#[test]
fn brackets_that_assign_are_told_from_others() {
    let marked = "修路（含桥梁）（<县交通局>、<各乡镇>按职责分工负责），架桥(责任单位：某队)，办会（<5月底前>），开会（<5月>），做题（<县教育局>审定）";
    let (text, names) = plain(marked);
    let found: Vec<_> = brackets(&text, 0..text.len(), &names)
        .into_iter()
        .map(|range| &text[range])
        .collect();
    assert_eq!(
        found,
        ["（县交通局、各乡镇按职责分工负责）", "(责任单位：某队)", "（5月底前）"]
    );
}
