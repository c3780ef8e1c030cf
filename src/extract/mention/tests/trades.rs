//! Times, trades and terms in the forms that lists of words alone do not show.

use super::check;

#[test]
fn hours_weekdays_and_months_in_a_row() {
    check(
        "time",
        &[
            "[time:9:00前]到岗，[time:8时30分]点名，[time:早8点到晚6点]施工，[time:周一至周五]坐班。",
            "[time:下周一]起全面督查，[time:5、6月份]多雨，[time:两个半月]建成，[time:最后两个月]冲刺。",
            "比分是3:10，得了8分，这是规划的最后一年，握当今世界大势。[time:]",
            "抓好春季农业生产，要早一点谋划，晚两点也行。[time:]",
            "大家本周一起研究，男女比例为1:20至1:18。[time:]",
            "1、[time:6月底前]立项；\n2、[time:9月底前]开工。",
        ],
    );
    check("quantity", &["增加1.5、[quantity:2.6个百分点]。"]);
    check("policy", &["“十一五”前三年完成了规划任务。[policy:]"]);
}

#[test]
fn what_the_text_calls_a_trade_is_one() {
    check(
        "industry",
        &[
            "[industry:烟花爆竹]行业平稳，[industry:牛奶产业]兴旺。",
            "发展[industry:刺绣]、[industry:银饰]、[industry:竹编]等手工业。",
            "各行业、重点行业和行业协会都要参与，规范服务行业标准。[industry:]",
            "各镇要配备无人机、摩托车、船舶各5台，采购种子、玉米和饲料。[industry:]",
            "规范政府采购、[industry:医药]、[industry:能源]等领域的监管。",
        ],
    );
}

#[test]
fn slogans_of_equal_parts_are_terms_and_speech_is_not() {
    check(
        "term",
        &[
            "形成[term:“买全球、卖全球”]的物流网络。",
            "打造[term:“重走长征路、轻松游”]品牌，推行[term:“重点年轻干部”]机制。",
            "破除“重使用、轻管理”，整治“重建轻管”问题，推行“重显绩、轻潜绩”机制。[term:]",
            "推进[term:“人工智能+政务”]应用，开展[term:“八五”]普法。",
            "大家都说“等不起、慢不得”，防止“前紧后松、虎头蛇尾”，反对“说一套、做一套”。[term:]",
        ],
    );
}

#[test]
fn what_is_to_be_grown_and_products_by_kind_are_trades() {
    check(
        "industry",
        &[
            "做强[industry:茶叶]，发展[industry:设施蔬菜]2万亩、[industry:中药材]10万亩。",
            "推广[industry:矿用机器人]、[industry:防爆无人机]，攻克[industry:车用热成形钢]难题。",
            "群众试用[industry:新能源汽车]，食堂改用[industry:清洁能源]，善用[industry:大数据]，办好大型[industry:文化旅游]活动。",
            "围绕我县[industry:马铃薯]、[industry:中药材]等产业，推出[industry:核电]、[industry:低空经济]等领域项目。",
            "丝绸之路[industry:文化旅游]项目开工。",
            "发展教育，教师专业发展培训，产业发展链条不长，使用智能手机，购置大型农机。[industry:]",
            "统筹非煤矿山、危化品、道路交通等重点领域，抓好物业服务，接种新冠疫苗。[industry:]",
        ],
    );
}

#[test]
fn lists_say_of_their_members_that_they_are_trades() {
    check(
        "industry",
        &[
            "全市[industry:家具]、[industry:木制品]、[industry:五金]企业逐户排查，有序扩大[industry:电信]、[industry:医疗]、[industry:教育]领域开放。",
            "[industry:硅料]、[industry:硅片]、[industry:逆变器]样样都有，攻克[industry:极地邮轮]、[industry:特种船舶]。",
            "做强[industry:海洋生物医药]、[industry:海洋新材料]产业，振兴[industry:装备制造产业]，[industry:汽车零部件]、[industry:轻纺]、[industry:新型建材]三大产业增长。",
            "[industry:建筑]、[industry:家具]、公共机构领域要降碳，[industry:家具]、[industry:五金]、街道企业逐户排查，各自行业的安全各自管。",
            "推动[industry:建筑陶瓷]转型，发展[industry:汽车部件]、[industry:铝箔]和[industry:航空型材]。",
            "国企和民企企业家座谈，国有、民营企业一视同仁，高新技术、专精特新企业增加，教育、医疗、就业领域短板多。[industry:]",
            "教育、医疗、养老等公共服务改善，备足种子、化肥、农药，整理培训材料。[industry:]",
        ],
    );
}

#[test]
fn trades_that_are_watched_over_and_the_sector_of_a_statistic() {
    check(
        "industry",
        &[
            "（一）[industry:危险化学品]领域。检查[industry:城镇燃气]企业，[industry:非煤矿山]行业整治。",
            "规模以上[industry:工业]增加值增长8%，[industry:工业]经济稳中有进，全市[industry:工业]在压力下回升。",
            "规上工业企业增加，工业项目落地，工业经济开发区扩容，储存危险化学品，城镇燃气管网老化。[industry:]",
            "检查[industry:餐饮]门店和[industry:快递]网点，[industry:数字经济]核心产业增加值增长，发展[industry:新能源与智能网联汽车产业]。",
            "农产品加工转化率提高，瞄准深地、深海、深空，紧盯工程建设、医药、教育等领域，蛋鸭养殖污染严重。[industry:]",
            "万元工业增加值用水量下降，新增限上[industry:商贸]企业5家。",
            "培育新兴产业，改造传统产业，无人机巡查河道，提升金融服务水平。[industry:]",
        ],
    );
}
