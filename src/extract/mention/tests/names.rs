//! Names that only what becomes of them shows.

use super::check;

#[test]
fn what_becomes_of_a_work_makes_its_plain_words_a_name() {
    check(
        "project",
        &[
            "[project:农产品冷链物流中心]投用。",
            "[project:体育馆]建成开放。",
            "[project:青年创业大赛]、[project:职业技能大赛]成功举办。",
            "推进园区建设，农村公路全线贯通，一批产业园建成投用。[project:]",
            "产业园区加快建设，特色小镇建成投用，小微企业创业园全部建成。[project:]",
            "基础设施项目相继建成，老旧小区改造项目进展顺利。[project:]",
        ],
    );
}

#[test]
fn a_year_that_is_given_to_a_task_is_a_programme() {
    check(
        "project",
        &[
            "开展[project:城市管理提升年活动]和[project:作风建设提升年活动]。",
            "共建[project:“一带一路”国际产业园]，建设“两器一园”综合体。",
            "今年活动较多。[project:]",
        ],
    );
    check("policy", &["承办全省乡村旅游发展大会。[policy:]"]);
}

#[test]
fn a_limit_shows_one_work_and_not_a_class_of_works() {
    check(
        "project",
        &[
            "[project:电解锰技改项目]务必在10月底前点火投产，[project:热电联产替代项目]9月30日前要具备点火条件。",
            "[project:职教中心实训楼]8月底前必须交付使用。",
            "农村道路硬化项目要在年底前完工，安置房项目务必6月底前交付，重点项目年底前全部开工。[project:]",
            "产业园区要在年底前建成，所有在建项目要在10月底前完工，签约项目要尽快开工。[project:]",
            "乡镇敬老院年内建成，各校宿舍楼9月1日前交付，老旧小区停车场建成投用。[project:]",
        ],
    );
}

#[test]
fn works_by_what_is_paid_by_numbers_and_by_streets() {
    check(
        "project",
        &[
            "总投资50亿元的[project:星源锂电池]、32亿元的[project:华光模组]等项目落户，投资2亿元的项目不多。",
            "[project:3号高炉大修]提前12天投产，[project:2号机组]并网发电，推进[project:5号焦炉改造项目]。",
            "7号机组检修，3号生产线工人，1号楼住户，2号锅炉冒烟，5号文件。[project:]",
            "[project:新民路雨污分流工程]要快，[project:南门河综合治理项目]收尾。",
            "丝绸之路建设项目要快，丝绸之路文化旅游项目开工。[project:]",
            "背街小巷改造工程要加快，黑臭河道治理工程收尾，商业街改造项目开工，产业路硬化工程和主干路工程完工。[project:]",
        ],
    );
}

#[test]
fn quotes_make_a_platform_a_name() {
    check(
        "project",
        &[
            "上线[project:“随手拍”小程序]，建设[project:“一网通办”平台]，承办[project:全国山地自行车冠军赛]。",
            "开发微信小程序和手机APP，办好展销会、推介会，召开座谈会。[project:]",
        ],
    );
    check(
        "actor",
        &["[actor/executor:市商务局]要办好赣商回归大会、电子信息对接会等活动。"],
    );
}

#[test]
fn quotes_name_services_posts_and_drills() {
    check(
        "project",
        &[
            "用好[project:“蓝盾”风险监测预警系统]，设立[project:“暖阳”心理服务站]，办好[project:“春风送岗”专场招聘]，组织[project:“砺剑”应急演练]。",
            "建成“[project:邻里食堂]”和“[project:银龄讲堂]”，办好“[project:禁毒宣传周]”，学习“[project:千万工程]”经验。",
            "建设“一站式”调解平台，推进内外贸一体化试点，完善管理系统，开展应急演练，建设“一站式”服务大厅，机关食堂开门，“限盐”进家庭进食堂。[project:]",
            "营商环境是“一把手”工程，不搞“半拉子”工程，严查“豆腐渣”工程。[project:]",
        ],
    );
}

#[test]
fn trials_are_names_where_they_are_given_to_a_place() {
    check(
        "project",
        &[
            "推进[project:二轮土地承包延长整省试点]，开展[project:国家消费新场景试点]，获批[project:低空空域管理改革试点]。",
            "开展长期护理保险试点，稳步推进经费包干试点，扩大“包干制”试点。[project:]",
        ],
    );
}

#[test]
fn trades_that_the_dictionary_cuts_stand_whole_within_names() {
    check(
        "project",
        &[
            "参观[project:石桥预制菜产业园]，组建[project:国产算力适配创新中心]，支持[project:青溪海洋经济发展示范区]。",
            "建设[project:万亩稻虾共作基地]和[project:石桥育秧工厂]，办好[project:首届云溪银发产业博览会]、[project:云溪马拉松]。",
            "开工[project:宁江三线船闸]，推进[project:云岭（江州）科创飞地]，续建[project:白马20万头生猪养殖项目]。",
            "加快[project:金沃磷酸铁锂一期]、[project:恒远偏光片二期]等12个产业项目建设。",
            "推进[project:年产10万吨铝材项目]，先后实施了[project:技改攻坚三年行动]，建设[project:县建筑垃圾资源化利用中心]，开行[project:“滨江号”中欧班列]。",
            "引进投资30亿元项目，新上3台设备项目，用好商会、联谊会等平台，边远民族村寨通了路。[project:]",
            "新建3万亩蔬菜基地，抓好先进制造业专业园区建设，推动预制菜加工，大力发展示范区经济。[project:]",
            "紧盯深基坑、高支模等危大工程，个别村污水处理站停运。[project:]",
        ],
    );
}

#[test]
fn bodies_that_only_name_an_office_or_a_sitting_are_none() {
    check(
        "organization",
        &[
            "[organization:市政府]印发了意见，在区政府常务会议上检讨，街道党工委书记上街巡查。",
            "刚才，[organization:经济发展局]、[organization:招商局]的同志作了发言。",
            "刚才，[organization:财政局]、[organization:机关事务中心]等4家单位作了交流。",
            "有的部门作了说明，各部作了介绍，专家的代表作了报告。[organization:]",
        ],
    );
}

#[test]
fn firms_by_what_they_do_and_every_time_they_are_named() {
    check(
        "organization",
        &[
            "支持[organization:金澜新材]、[organization:远帆储能]扩大产能，[organization:金澜新材]的订单排到了明年。",
            "[organization:天泽医疗]在科创板上市，推动[organization:云帆测绘]与高校共建实验室。",
            "[organization:华远电子]、[organization:泰合精工]两家企业投产，化工、建材两家企业停产，支持[organization:泰合精工]扩产。",
            "推动[organization:市中医院]创建国家中医药传承创新试点项目。",
            "支持绿色化工扩大产能，支持民营石化扩产，推动生物医药落户，以新材料为引领。[organization:]",
            "压缩空气储能、精细化工、智能装备做大做强，支持农业科技创新。[organization:]",
        ],
    );
}

#[test]
fn branches_institutes_zones_and_purses() {
    check(
        "organization",
        &[
            "[organization:人民银行溪州市分行]、[organization:农行溪州支行]、[organization:建行]给予了支持。",
            "与[organization:省环科院]、[organization:北方理工大学遥感学院]合作。",
            "走访了[organization:青龙湖景区管委会]、[organization:数谷管委会]，[organization:市治超办]作了部署。",
            "[organization:市财政]已安排3亿元，市财政收入增长5%，县财政压力大。",
            "用好[organization:广东××商会]、[organization:长三角企业家联谊会]等平台。",
            "刚才，[organization:柳河镇]、[organization:区招商中心]、[organization:恒泰药业]作了发言。",
            "刚才，[organization:临江区]、[organization:市不动产登记中心]作了发言。",
            "修建行道树，交行李，整治人行道，建设一批社区医院，新建加工厂12座。[organization:]",
            "[organization:河口镇卫生院]添了设备，每个乡镇卫生院都有医生，市妇幼保健院新院投入使用。",
            "共建溪州光电研究院，建设溪州职业学院。[organization:]",
        ],
    );
}
