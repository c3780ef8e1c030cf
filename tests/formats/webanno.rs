//! WebAnno TSV as INCEpTION writes it: each construct of its layout that a project may lead to.

use juyao::annotate::Value;
use juyao::export::Format;
use juyao::project::Project;

use super::other_programs::{described, linked};

/// The document of rows below a header.
fn read(layers: &str, content: &str) -> Project {
    let file = format!("#FORMAT=WebAnno TSV 3.3\n{layers}\n\n\n{content}");
    Format::WebannoTsv.decode(file.as_bytes()).unwrap().remove(0)
}

#[test]
fn stacks_of_parts_of_words_come_apart_by_their_numbers() {
    let project = read(
        "#T_SP=webanno.custom.Span|value",
        "#Text=水利局 要 修渠\n\
         1-1\t0-3\t水利局\ta[1]|b[2]\t\n\
         1-1.1\t0-0\t\te[5]|f[6]\t\n\
         1-1.2\t2-3\t局\tc[3]|d[4]\t\n\
         1-2\t4-5\t要\tc[3]|d[4]|b[2]\t\n\
         1-3\t6-8\t修渠\t_\t\n\
         1-3.1\t6-7\t修\tc[3]\t\n",
    );
    let mut found = described(&project);
    found.sort();
    assert_eq!(found, ["a 水利局", "b 水利局 要", "c 局 要 修", "d 局 要", "e ", "f "]);
}

#[test]
fn annotations_cross_sentences_and_sentences_lines() {
    let project = read(
        "#T_SP=webanno.custom.Span|note|value",
        "#Sentence.id=a1\n#Text=要修\n#Text=渠。\n1-1\t0-2\t要修\t*[1]\t任务[1]\t\n1-2\t3-5\t渠。\t*[1]\t任务[1]\t\n\n\
         #Text=一\\t二\\f\\\\三\n2-1\t5-6\t一\t*[1]\t任务[1]\t\n2-2\t7-8\t二\t_\t_\t\n2-3\t9-11\t\\\\三\t_\t_\t\n\n\
         #Text=末句\n3-1\t13-15\t末句\t甲\\n乙\t*\t\n",
    );
    assert_eq!(project.source.text(), "要修\n渠。一\t二\u{c}\\三\n 末句");
    assert_eq!(described(&project), ["任务 要修\n渠。一", "Span 末句"]);
    assert_eq!(project.store.annotations()[1].note, "甲\n乙");
}

#[test]
fn slots_lead_to_words_of_other_sentences_and_to_one_of_several_that_stand_there() {
    let project = read(
        "#T_SP=webanno.custom.Unit|\n\
         #T_SP=webanno.custom.Task|ROLE_webanno.custom.Task:units_webanno.custom.TaskUnitsLink|webanno.custom.Unit|kind\n\
         #T_SP=webanno.custom.Any|ROLE_webanno.custom.Any:ends_webanno.custom.AnyEndsLink|uima.tcas.Annotation",
        "#Text=修渠 护坡 植树\n\
         1-1\t0-2\t修渠\t_\t牵头;配合\t2-1;2-2[2]\t急\t_\t_\t\n\
         1-2\t3-5\t护坡\t_\t*;牵头[4]|_[5]\t2-2[3];2-1|_\t缓[4]|*[5]\t_\t_\t\n\
         1-2.1\t3-3\t\t_\t_\t_\t_\t去处\t1-1\t\n\
         1-3\t6-8\t植树\t_\t_\t*\t*\t_\t*\t\n\n\
         #Text=甲局 乙局 丙局\n\
         2-1\t9-11\t甲局\t*\t_\t_\t_\t_\t_\t\n\
         2-2\t12-14\t乙局\t*[2]|*[3]\t_\t_\t_\t_\t_\t\n\
         2-3\t15-17\t丙局\t*[3]\t_\t_\t_\t_\t_\t\n",
    );
    let links = [
        "units 护坡 乙局 丙局",
        "去处  修渠",
        // 牵头 and 配合 are the names of links that are there.
        "lead 护坡 甲局",
        "lead 修渠 甲局",
        "support 修渠 乙局",
    ];
    let mut links = links.map(str::to_owned);
    links.sort();
    assert_eq!(linked(&project), links);
}

#[test]
fn relations_between_words_of_grammar_need_no_annotation_at_both_ends() {
    // Its programs join words where the file says parts of speech.
    let project = read(
        "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue|coarseValue\n\
         #T_RL=de.tudarmstadt.ukp.dkpro.core.api.syntax.type.dependency.Dependency|DependencyType|flavor|BT_de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS",
        "#Text=甲局 修 渠\n\
         1-1\t0-2\t甲局\tNR\tPROPN\tnsubj\tbasic\t1-2\t\n\
         1-2\t3-4\t修\t_\t_\t*\t*\t1-2\t\n\
         1-3\t5-6\t渠\tNN\tNOUN\tobj\tbasic\t1-2\t\n",
    );
    assert_eq!(described(&project), ["NR 甲局", "Token 修", "NN 渠"]);
    assert_eq!(linked(&project), ["nsubj 修 甲局", "obj 修 渠", "relation 修 修"]);
}

#[test]
fn values_that_look_like_marks_of_the_layout_are_values() {
    let project = read(
        "#T_SP=webanno.custom.Span|value|other",
        "#Text=一 二 三 四 五\n\
         1-1\t0-1\t一\tA\\[0\\]\tx\\;y\t\n\
         1-2\t2-3\t二\tB-ORG\t\\_\t\n\
         1-3\t4-5\t三\ta.b:c\t\\*\t\n\
         1-4\t6-7\t四\ta\\->1-1\tx\\|y\t\n\
         1-5\t8-9\t五\ta\\\\[7]|b\\\\\\[7\\][8]\t*[7]|\\\\n[8]\t\n",
    );
    let mut found = described(&project);
    found.sort();
    assert_eq!(
        found,
        ["A[0] 一", "B-ORG 二", "a->1-1 四", "a.b:c 三", "a\\ 五", "b\\[7] 五"]
    );
    let others = project
        .store
        .annotations()
        .iter()
        .map(|one| one.attributes.get("other"));
    let mut others: Vec<&str> = others
        .filter_map(|value| match value {
            Some(Value::Text(text)) => Some(&**text),
            _ => None,
        })
        .collect();
    others.sort_unstable();
    assert_eq!(others, ["*", "\\n", "_", "x;y", "x|y"]);
}

#[test]
fn chains_go_from_link_to_link_whatever_stands_between() {
    let project = read(
        "#T_CH=webanno.custom.SameLink|referenceRelation|referenceType\n\
         #T_CH=webanno.custom.WholeLink|referenceRelation|referenceType",
        "#Text=甲局 和 乙局\n\
         1-1\t0-2\t甲局\t同指->1-1\t机构\t*->2-1\t*\t\n\
         1-2\t3-4\t和\t_\t_\t*->2-1\t*\t\n\
         1-3\t5-7\t乙局\t*->3-1\t机构\t*->2-1\t*\t\n\n\
         #Text=该 局 它 两局\n\
         2-1\t8-9\t该\t即\\->是->1-2|*->3-2\t简称[1]|*[2]\t_\t_\t\n\
         2-2\t10-11\t局\t即\\->是->1-2\t简称[1]\t_\t_\t\n\
         2-3\t12-13\t它\t*->1-3\t代词\t_\t_\t\n\
         2-4\t14-16\t两局\t_\t_\t*->2-2\t*\t\n",
    );
    assert_eq!(
        linked(&project),
        [
            "next 乙局 该",
            "next 甲局 和 乙局 两局",
            "即->是 该 局 它",
            "同指 甲局 该 局"
        ]
    );
}
