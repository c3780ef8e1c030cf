//! Units that are told to act without the usual signs, and those that only look like them.

use super::check;

#[test]
fn units_whose_name_is_a_verb_of_the_dictionary() {
    check(
        "actor",
        &[
            "[actor/executor:建设单位]要倒排工期，[actor/executor:担保公司]要降低费率。",
            "[actor/executor:镇长]、[actor/executor:主管副镇长]要靠前指挥。",
            "[actor/executor:招商中心]要抓项目，[actor/executor:纪工委]要严肃执纪。",
            "[actor/executor:河长办]要牵好头，[actor/executor:村“两委”]要组织群众做好排涝。",
            "深化数字政府建设，强化部门协同和服务集成。[actor:]",
            "推进建设单位要素保障。[actor:]",
        ],
    );
}

#[test]
fn departments_that_are_told_without_a_modal() {
    check(
        "actor",
        &[
            "[actor/executor:宣传部门]组织好专题报道，[actor/executor:卫生部门]抓好改厕。",
            "[actor/executor:工信部门]重点抓技改，[actor/executor:相关部门]落实监管责任。",
            "宣传部门组织了专题报道，卫生部门发表了文章。[actor:]",
            "组织相关部门排查隐患，督查各部门落实情况，责任单位落实不到位，有关部门统计显示。[actor:]",
        ],
    );
}

#[test]
fn who_is_with_those_told_and_who_pays() {
    check(
        "actor",
        &[
            "联合[actor/support:公安]、[actor/support:城管]、[actor/support:市场监管]开展整治。",
            "联合高校、企业开展攻关，联合调查组进驻现场，落后单位一律约谈。[actor:]",
            "补助资金由县财政扣减。[actor:]",
            "这件事请[actor/responsible:李明同志]负责。",
            "请予审议，并请各位委员和列席同志提出意见。[actor:]",
            "[actor/responsible:校长]是校园安全第一责任人，[actor/executor:公职人员]严禁酒后驾车。",
        ],
    );
}
