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
            "加强公安、检察院、法院协作，密切城管、交警配合，进一步强化公安、卫健部门配合。[actor:]",
            "[actor/support:深化改革办]配合。",
            "补助资金由县财政扣减。[actor:]",
            "这件事请[actor/responsible:李明同志]负责。",
            "请予审议，并请各位委员和列席同志提出意见。[actor:]",
            "[actor/responsible:校长]是校园安全第一责任人，[actor/executor:公职人员]严禁酒后驾车。",
        ],
    );
}

#[test]
fn chains_of_charge_and_those_who_only_account() {
    check(
        "actor",
        &[
            "实行[actor/executor:县级领导]包乡镇、[actor/executor:乡镇干部]包村、[actor/executor:村干部]包户。",
            "落实[actor/executor:市领导]包县、[actor/executor:县领导]包乡镇、[actor/executor:镇干部]包村。",
            "承包村集体土地的农户，面包企业和软件包项目，快递包裹组长期滞留。[actor:]",
            "村里有包村干部，一户一档、一包到底。[actor:]",
            "排名末位的，主要领导要向县委写出书面检查。[actor:]",
            "由主要负责人向党工委作出深刻检讨，主要领导要向县委写出说明。[actor:]",
            "[actor/executor:各单位]要说明原因，[actor/executor:各镇]要认真检查。",
            "[actor/executor:牵头单位]要在月底前向专班提交情况说明，[actor/executor:各部门]要在月底前向县委提交书面说明。",
            "[actor/executor:项目单位]要提交环评说明，[actor/executor:施工单位]要作出技术说明。",
        ],
    );
}

#[test]
fn units_by_their_work_and_sayings_that_tell_nobody() {
    check(
        "actor",
        &[
            "[actor/executor:药品上市许可持有人]要履行主体责任，[actor/executor:各景区]要对索道进行排查。",
            "由[actor/lead:技术中心]牵头，[actor/support:制造部]、[actor/support:设备部]配合。",
            "[actor/executor:县政府教育督导室]要加大力度，[actor/executor:各县市]至少要引进一家企业。",
            "特困人员、低保对象等困难群众应保尽保，符合条件的家庭应享尽享。[actor:]",
            "当老师要有爱心，做干部要讲奉献，有线（数字）要普及，示范户要多，大户要规范。[actor:]",
            "[actor/executor:有关部门（单位）]要抓紧整改，[actor/executor:各县（市、区）]要排查隐患，[actor/executor:当地政府]要妥善安置。",
            "市场要扩大，窗口要前移，会议室要通风，景区开展了演出。[actor:]",
        ],
    );
}

#[test]
fn lists_by_work_share_their_noun_and_a_count_closes_them() {
    check(
        "actor",
        &[
            "[actor/executor:政法]、[actor/executor:公安]部门要开展巡查，[actor/executor:供水]、[actor/executor:供气]单位要提前介入。",
            "[actor/executor:自然资源]、[actor/executor:生态环境]、[actor/executor:应急管理]等部门要开展排查。",
            "[actor/executor:公安]、[actor/executor:人社]、[actor/executor:民政]三家单位带好头。",
            "[actor/executor:教育部门]、[actor/executor:卫生部门]要巡查，[actor/executor:市场监管部门]要严查。",
            "[actor/executor:国有企业]特别是[actor/executor:中央企业]要带头用。",
            "重大项目特别是工业项目要加快，质量特别是安全要过硬。[actor:]",
        ],
    );
}

#[test]
fn who_is_asked_or_handed_a_task() {
    check(
        "actor",
        &[
            "请[actor/executor:各乡镇]、[actor/executor:各部门]一项一项抓好落实。",
            "撂荒地要由[actor/responsible:乡镇长]负责，此事由[actor/responsible:常务副市长×××]总负责。",
            "由[actor/executor:窗口工作人员]上门服务，退位的由[actor/executor:分管副区长]约谈主要负责人。",
            "（责任单位：[actor/responsible:市教育局]、[actor/responsible:各县（市、区）政府]）。",
            "由[actor/responsible:王平副市长]负责，[actor/lead:市民政局]牵头，[actor/support:市卫健委]、[actor/support:市慈善总会]配合。",
            "（牵头：[actor/lead:市发改委]；配合：[actor/support:市财政局]）",
            "[actor/responsible:县交通局]：负责制定方案。[actor/executor:县财政局]：做好经费保障。",
            "[actor/executor:各级领导干部]，特别是[actor/executor:主要领导]，务必到一线去。",
            "[actor/executor:所有项目单位]必须倒排工期，[actor/responsible:相关镇村]负责群众工作，方案由[actor/responsible:专人]负责。",
            "[actor/executor:农商行]、[actor/executor:农信社]要加大投放，[actor/executor:东港工业集中区]要加快建设。",
        ],
    );
}

#[test]
fn questions_houses_and_those_who_only_explain() {
    check(
        "actor",
        &[
            "新闻媒体要讲什么、怎么讲，企业要什么政策，就研究什么政策。[actor:]",
            "城北学校8月底前必须交付使用，东港园区要全部建成。[actor:]",
            "连续两次末位的由市委、市政府约谈，方案由县政府审定，省政府工作报告提出了要求。[actor:]",
            "县交通局：去年路况良好，所有问题都要解决，相关工作要加快，他提出的责任：一是安全。[actor:]",
            "由县区主要负责人到常务会议上说明情况。[actor:]",
            "[actor/executor:各县区]要按期完工，[actor/executor:施工单位]必须按时交付，[actor/executor:各部门]要弄清为什么。",
        ],
    );
}

#[test]
fn what_somebody_else_reports_leaves_the_order_an_order() {
    check(
        "actor",
        &[
            "[actor/executor:各部门]认真梳理群众反映的突出问题。",
            "[actor/executor:各部门]积极应对疫情带来的影响。",
        ],
    );
}
