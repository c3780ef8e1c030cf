//! What the words of a measure say of how binding it is, and of its instrument.

use super::{Case, Modality};

#[test]
fn every_class_of_instrument_and_degree_is_told() {
    for (measure, modality, class) in [
        ("要选派干部到村挂职", Modality::Should, "supply/talent"),
        ("安排专项资金补助技改", Modality::Should, "supply/funds"),
        ("加快标准厂房和管网建设", Modality::Should, "supply/land"),
        ("建设共性技术研发平台", Modality::Should, "supply/technology"),
        ("务必办好托育和养老服务", Modality::Must, "supply/service"),
        ("编制产业布局规划", Modality::Should, "environment/goals"),
        ("引导银行增加信贷投放", Modality::Encourage, "environment/finance"),
        ("不折不扣落实税费减免", Modality::Must, "environment/tax"),
        ("从严查处违法排放", Modality::Must, "environment/regulation"),
        ("健全领导小组协调机制", Modality::Should, "environment/organization"),
        ("扩大首台套政府采购", Modality::Should, "demand/procurement"),
        ("先行先试开放应用场景", Modality::Explore, "demand/demonstration"),
        ("探索委托第三方运营", Modality::Explore, "demand/outsourcing"),
        ("做大跨境贸易和出口", Modality::Should, "demand/trade"),
        ("倡导企业走出去开拓国际市场", Modality::Encourage, "demand/overseas"),
        ("严禁弄虚作假", Modality::Forbid, "environment/regulation"),
        ("决不允许拖欠工资", Modality::Forbid, ""),
        ("推广智慧应用场景", Modality::Should, "demand/demonstration"),
        ("加强应急供应保障", Modality::Should, ""),
        // What an office is called says nothing of what is to be done.
        ("县交通局要排班", Modality::Should, ""),
        ("责成技术部门抓紧答复", Modality::Should, ""),
        ("服务大局抓投产", Modality::Should, "supply/service"),
        ("抓住重要窗口期", Modality::Should, "supply/service"),
    ] {
        let case = Case::new(&format!("{{measure:{measure}}}。"));
        let frame = &case.frames.measures[0];
        assert_eq!(frame.modality, modality, "{measure}");
        let found = frame.instrument.as_ref().map_or("", |instrument| instrument.class);
        assert_eq!(found, class, "{measure}");
        let words = frame.instrument.iter().flat_map(|instrument| &instrument.words);
        assert!(words.clone().count() > 0 || class.is_empty(), "{measure}");
    }
}

#[test]
fn what_only_looks_binding_is_not() {
    for measure in [
        "走“政府引导、市场运作”的路子",
        "在确保安全的前提下蓄水",
        "研究解决重大问题",
        "每半年至少专题研究一次",
        "大兴调查研究之风",
        "用好股权激励",
        "凡是没有禁止的，原则上都要共享",
        "营造支持改革的氛围",
        "用好引导资金",
        "适时蓄水",
    ] {
        let case = Case::new(&format!("{{measure:{measure}}}。"));
        assert_eq!(case.frames.measures[0].modality, Modality::Should, "{measure}");
    }
}
