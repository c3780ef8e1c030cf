//! What each rule finds and must not find, as annotated sentences. What the tagger adds has its own cases.
//!
//! A case is a sentence with its mentions in brackets, `[label:words]`; an actor's role follows
//! after a slash. Labels that a case does not name are not looked at; every bracketed label is
//! checked in full.

mod actors;
mod amounts;
mod learned;
mod names;
mod trades;
mod works;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::prelude::*;

use crate::extract::extract;
use crate::extract::jieba::JiebaLexicon;
use crate::extract::lexicon::Lexicon;
use crate::text::Source;

/// A label, with a role for actors, and the words.
type Marks = BTreeSet<(String, String)>;

static LEXICON: LazyLock<JiebaLexicon> =
    LazyLock::new(|| JiebaLexicon::embedded().expect("the dictionary is readable"));

/// The sentence without brackets, and what they mark.
fn read(case: &str) -> (String, Marks) {
    let (mut text, mut marks) = (String::new(), Marks::new());
    let mut rest = case;
    while let Some((head, tail)) = rest.split_once('[') {
        let (mark, tail) = tail.split_once(']').expect("brackets are closed");
        let (label, words) = mark.split_once(':').expect("a label and words");
        text.push_str(head);
        text.push_str(words);
        if !words.is_empty() {
            marks.insert((label.to_owned(), words.to_owned()));
        }
        rest = tail;
    }
    text.push_str(rest);
    (text, marks)
}

fn check(label: &str, cases: &[&str]) {
    for case in cases {
        let (text, expected) = read(case);
        let source = Source::new(text.as_str());
        let found: Marks = extract(&source, Some(&*LEXICON), &mut |_| ())
            .mentions
            .iter()
            .filter(|mention| mention.label.id() == label && !mention.reason.rule.ends_with("/learned"))
            .map(|mention| {
                let role = mention.role.map(|role| format!("/{}", role.id())).unwrap_or_default();
                (format!("{label}{role}"), source.slice(mention.span).to_owned())
            })
            .collect();
        assert_eq!(found, expected, "{case}");
    }
}

#[test]
fn redactions() {
    check(
        "redaction",
        &[
            "力争20[redaction:××]年完成[redaction:×]万亩，由[redaction:XX]同志负责。",
            "某些干部用X光机检查了3×5米的设备。",
            "[redaction:某]县和[redaction:**]镇已经动工。",
        ],
    );
}

#[test]
fn quantities() {
    check(
        "quantity",
        &[
            "新增耕地[quantity:2 000亩]，改造老房[quantity:5300多栋]，增长[quantity:7.5%]。",
            "投入[quantity:×亿元]，带动[quantity:XX户]增收[quantity:1.2万元]。",
            "下降[quantity:3至4个百分点]，埋深[quantity:20米至35米]。",
            "占比超过[quantity:六成]，完成[quantity:三分之二]，达到[quantity:百分之九十]。",
            "覆盖[quantity:12个]乡镇[quantity:38万]群众，建成管廊[quantity:3.5万套（户）]。",
            "第二十条和第3位，全省前5名，开好局起好步，一个目标，一批项目，一项工作。",
            "我讲三点意见，用5G技术做好12345工作，走331国道。",
            "到2026年上半年，用3年时间，每天工作8小时。",
            "亩产[quantity:1100斤/亩]，建成[quantity:几十个]服务站，惠及[quantity:两万多]群众，床位数[quantity:6.5张]，投资[quantity:X.X亿元]。",
            "在县第十六届人民代表大会上，向三届五次教代会报告，XX县和某镇已经开工，解决最先一公里，实现三个率先，讲两个问题。[quantity:]",
            "批准新药[quantity:5款]，日产能[quantity:1.2亿人份]，三款项目资金拨付。",
            "发电[quantity:2900亿千瓦时]，算力达到[quantity:190Eflops]，融入长三角。",
            "增加值[quantity:163.6 亿元]，总产[quantity:236.7 万吨]，招引亿元以上项目[quantity:8个]。",
            "优良天数达到[quantity:320天]，比上年增加[quantity:12天]。工期缩短12天。",
            "新增[quantity:3个]投资超亿元的项目，完成投资超[quantity:百亿元]。引进亿元以上企业[quantity:5家]。",
            "节约[quantity:3000吨标准煤]以上。",
        ],
    );
}

#[test]
fn times() {
    check(
        "time",
        &[
            "[time:今年上半年]开工，[time:年底前]交付，[time:本月25日前]报送。",
            "[time:202x年]要完成，[time:×年底]验收，[time:2026年2月4日]开会。",
            "[time:“十四五”末]达到目标，[time:“十五五”期间]再翻一番。",
            "[time:近三年]增速加快，[time:三年内]建成，[time:8至12月][time:每周]调度一次。",
            "[time:7月下旬至8月上旬]是关键期，[time:10月1日前]通车。",
            "项目前期工作要快，这是很不平凡的一年。[time:]",
            "灾情发生后，各地全力抢险。[time:]",
            "[time:每半月]调度一次，[time:连续×年]居首，[time:去年夏天]大旱，[time:春节]将至。",
            "1.[time:2022年]工作回顾，工期提前[time:47天]，[time:二○一三年六月]动工。",
            "[time:2025年前三季度]增长，[time:二00八年]大旱，[time:2003年春天]开工，[time:五年间]翻番，[time:6月上中旬]入汛。",
            "[time:国庆假期]值班，[time:“五一”小长假]要安排好，[time:正月十五前]完成，[time:每周一]调度，[time:同期]下降。",
            "实施促进居民增收三年行动，一年接着一年干，这是改革的第一年。[time:]",
        ],
    );
}

#[test]
fn times_that_are_none() {
    check(
        "time",
        &[
            "这是一年一度的盛会，[time:一年]见成效，总书记来×时强调。",
            "普及九年义务教育，打造3小时经济圈，播放同期声。[time:]",
            "启动城市更新三年行动，编制三年滚动计划，防汛一天也不能放松。[time:]",
            "[time:今年前10个月]增长，[time:下午四点]报数，[time:年底前][time:3天]清零。",
            "[time:明年元旦]放假，[time:后天]开会，[time:上学年]考试。",
            "抓好秋冬农业生产，履行新世纪新阶段使命，[time:秋冬]之交要防火。",
            "编制五年规划和三年培训规划，这是最后一年。",
        ],
    );
}

#[test]
fn actors() {
    check(
        "actor",
        &[
            "[actor/executor:各园区]要抓紧开工，[actor/executor:各县（市、区）]要加大力度。",
            "由[actor/lead:市水利局]牵头，[actor/support:市财政局]、[actor/support:各乡镇]配合，开展排查。",
            "此项工作由[actor/responsible:×副县长]负责。",
            "[actor/executor:市财政]、[actor/executor:发改]、[actor/executor:交通]等部门要给予支持。",
            "加快改造。（牵头单位：[actor/lead:市住建局]；责任单位：[actor/responsible:各县政府]）",
            "[actor/executor:河东工业园]、[actor/executor:河西工业园]要做好衔接。",
            "[actor/executor:河东工业园]，[actor/executor:河西工业园]，要做好衔接。",
            "[actor/executor:县教育局]要会同[actor/support:县公安局]抓好校园安全。",
            "[actor/executor:各县区]4月底前报送，请[actor/executor:有关部门]抓紧研究，会后[actor/executor:各乡镇]要开会。",
            "[actor/executor:县水利局]要盯水库、[actor/executor:县交通局]要盯渡口。",
            "[actor/executor:企业]也要讲诚信，[actor/executor:市财政局]要会同[actor/support:教育]、[actor/support:卫生]等部门，管好资金。",
            "信访积案由[actor/executor:分管副县长]带队处理，但是[actor/executor:各级各部门]一定要清醒。",
            "材料由[actor/executor:县粮食局]汇总，[actor/executor:县供销社]要组织化肥下乡。",
            "市委、市政府把防汛摆在首位，规划由国务院批准实施。[actor:]",
            "××县去年还很落后，县委书记在全县大会上的讲话。[actor:]",
            "我们要坚定信心，大家要振奋精神，发展要有新思路。[actor:]",
            "明确[actor/lead:交通局]为牵头单位，宏达集团、远大公司等企业参与，华兴股份等龙头企业入驻。",
            "支持企业扩大生产，鼓励农户参与建设。[actor:]",
            "市应急局通报了有关情况。[actor:]",
            "各县区分管领导、市直有关部门负责人参加会议。[actor:]",
            "由市教育局、市人社局联合组织的招聘会开场，梨花旅游节等三项活动要加紧筹备。[actor:]",
            "[actor/executor:各级党委、政府]要担起责任，[actor/executor:各县区党委和政府]要抓紧，由[actor/executor:张××同志]任专班召集人。",
            "由[actor/executor:县水利局]组织力量抢修，[actor/support:各乡镇]参与。",
            "由清源研究所牵头组建的轴承创新中心已经验收，由宏达集团牵头的工程进展顺利。[actor:]",
            "作为[actor/executor:教务处长]，要指导各班制订计划；身为[actor/executor:县委委员]，我们更要带头。",
            "[actor/executor:江东区]，重点发展商贸流通。[actor/executor:云溪县]，依托产业园做大纺织。",
            "江东区，全县最大的区。丝绸之路，重点在中亚。白水镇，去年完成投资3亿元。",
            "[actor/executor:各培训学校]、[actor/executor:各教研室]，特别是[actor/executor:校长们]一定要有思想准备。",
            "[actor/executor:各县区]在研究预算时，要优先保障教育。[actor/executor:排名靠后的乡镇]要迎头赶上。",
            "排名靠后的乡镇要约谈。市直部门承担登记职能的科室划入中心。一会儿李书记还要作重要讲话。",
            "[actor/executor:各大队]、[actor/executor:中队]要落实值班制度，[actor/executor:执勤哨兵]必须履职。",
            "[actor/executor:各基层法庭]要方便群众，[actor/executor:各司局]要加强调研，[actor/executor:权属企业]要压降成本。",
            "由[actor/responsible:李某同志]负责，[actor/support:王某同志]协助。",
            "供水公司去年底前完成了改制。",
        ],
    );
}

#[test]
fn organizations() {
    check(
        "organization",
        &[
            "在[organization:党中央]、[organization:国务院]的关心下，[organization:省水利厅]给予了支持。",
            "引进了[organization:浙江大学]和[organization:东方电气集团]的团队。",
            "刚才，[organization:县住建局]、[organization:云台镇]、[organization:宏达机电公司]作了发言。",
            "根据[organization:省委第六巡视组]和[organization:中央第三生态环境保护督察组]的反馈，[organization:市教体局]、[organization:县人武部]已经整改。",
            "推动[organization:江苏有色]、[organization:某省能源集团]重组，引进[organization:省港口投资控股集团]。",
            "[organization:中央]和[organization:省委]要求从严，[organization:XX县水利局]、[organization:×镇人民政府]已经整改，[organization:高新区管委会]、[organization:县第一中学]受到表彰。",
            "引进[organization:XX快运]、[organization:XX供应链]等企业，以[organization:白鹭化纤]为龙头，建好[organization:江城茶叶研究所]。",
            "全国人大代表提出建议，感谢[organization:市人大及其常委会]的支持，中央空调要检修，冷链物流补短板，豫北航空起飞。",
            "三所高校和两个县作了发言，全市法院系统稳步前进，鸿飞县长通报了情况。[organization:]",
            "气象、教育部门会商，按每户500元奖励合作银行。[organization:]",
            "市委书记作了动员，布局更加合理，干部状态很好，办好中央厨房。[organization:]",
            "引进[organization:清源电子]、[organization:博远材料]、[organization:宏达集团]等8个项目代表签约，[organization:中铁八局]中标。",
            "接受[organization:人大]监督和[organization:政协]民主监督，中央军委主席到会，集中使用中央部门资金，政策要落实到企业，人大代表建议已办理，智能工厂达到24家。",
            "[organization:市委]书记王平出席，[organization:县委]常委、副县长李×主持，受[organization:市委]书记×××同志的委托致辞。",
            "根据[organization:省委]统一部署，[organization:中央]反复讲，[organization:县委]统揽全局，[organization:国务院]常务会议审议通过。",
            "服务好[organization:中物院]、[organization:中核系]、[organization:中电系]，引进[organization:西交大材料学院]、[organization:中科院自动化所]和[organization:吉林师大]的团队。",
            "县委书记在全县大会上的讲话，一位县委书记反映情况，争取中央新增投资，湖中央有岛，人民政协履职。[organization:]",
            "建设世界一流大学，打造智慧医院，普惠性幼儿园增加，做小而美的项目。[organization:]",
            "会上，[organization:石头咀镇]、[organization:杨柳湾镇]作交流发言。",
            "接受[organization:市人大及其常委会]监督，全县乡镇政府所在地，组建[organization:江北新港发展研究院]。",
        ],
    );
}

#[test]
fn projects() {
    check(
        "project",
        &[
            "[project:青石河综合治理工程]完工，[project:白马水库除险加固工程]开工。",
            "入驻[project:高端装备产业园]，建设[project:国家川藏铁路技术创新中心]。",
            "去年做了两件事。\n——[project:校园食品专项整治行动]取得成果。开展专项整治行动、联合执法行动。",
            "启动[project:“清风护苗”专项行动]，推进重点项目建设，搭建服务平台。",
            "实施[project:促进居民增收三年行动]，推进[project:“筑峰强链”企业培育行动计划]，加快[project:清溪工业园]建设。",
            "推进[project:北江]、[project:东溪]等高铁建设，支持[project:龙湖实验室]、[project:凤山实验室]等加快建设。",
            "实施[project:重点产业链提升工程]和[project:城乡居民增收行动]，深化[project:农村宅基地管理改革试点]。",
            "办好[project:国际短视频大赛]、[project:网络视听大会]，举办[project:第三届采茶节]，开展[project:“文明实践年”活动]。",
            "创建[project:省级现代农业产业园]、[project:国家农村产业融合发展示范园]和[project:国家数字经济创新发展试验区]。",
            "设立10亿元[project:绿色发展补偿基金]，加快[project:第二水厂]、[project:体育公园]建设。",
            "建成[project:江城至海州高铁]，推进[project:江连高铁支线]建设。",
            "开通[project:北京至雄安高铁]，推进[project:江城机场迁建工程]、[project:江连铁路提速改造]前期工作，打通[project:环城高速西段]。",
            "建设[project:XX水源地保护项目]、[project:XX江综合治理]，完成[project:南水北调东中线一期工程]，推进[project:华兴钢铁300万吨搬迁改造项目]。",
            "开展[project:“最美家庭”创建活动]，举办[project:中国（江城）国际茶博会]，推进[project:甲河至乙山]、[project:丙江至丁湖]等高速公路建设。",
            "完成六大工程，畅通西部陆海新通道，实施病险水库除险加固、中小河流治理等工程。[project:]",
            "开展文明实践活动，召开动员大会，实施重大工程，以群众为中心，学习先进经验。[project:]",
            "除险加固病险水库，打造稀土产业集群，实施一批重大工程，畅通晋升通道。[project:]",
            "落实“两重”项目，谋划一批重大工程。[project:]",
            "加快[project:清源科技二期]、[project:博远电解液]等11个在建项目要竣工，把粮库、水闸等事项由园区办理。",
            "建成[project:市体育中心]，承办[project:第31届世界大学生夏季运动会]，市民中心区人多。",
            "推进[project:成自宜高铁]建设，[project:桐子林水电站]发电，建成[project:粮食生产功能区]。",
            "创建国家4A级旅游景区，新建中小型水库，把环评、能评等事项由园区统一办理。[project:]",
            "启动实施[project:清河延伸增效工程]，实施[project:企业上市“青松计划”]和[project:贷款畅通工程]，入选全国首批[project:碳达峰试点]。",
            "开展[project:深入贯彻中央八项规定精神学习教育]，建设[project:“山河记忆”]、[project:“村史寻根”]等重大项目，建成[project:省美术馆]，办好[project:亚运会]。",
            "全省3家高新区进位，白马水库水质稳定，奥运会奖牌数领先，开展安全生产专项整治，扩大金融业务试点规模。[project:]",
            "实施景区提质、[project:民宿品质提升行动]，[project:国有企业改革攻坚提升行动]顺利收官，加力实施[project:强工业行动]。",
            "建成[project:江清铁路（云溪段）]，参观我县[project:现代农业产业园]，“[project:三乡工程]”见效。",
            "联合工程实验室3家，六大工程推进，取得明显成效的专项行动很多。[project:]",
            "开展[project:引清济河]前期工作，推动[project:引江济淮二期工程]，组建的[project:X省轴承创新中心]验收，引人入胜，引才入企。",
            "完成[project:第三污水处理厂改扩建]，推动[project:白鹭湾医院]、[project:马家湾医院]建成投用。",
            "加快发展[project:益民经济技术开发区]、[project:云湾经济技术开发区]，建设[project:国际旅游岛]和[project:辽宁沿海经济带]。",
            "打造特色农产品加工基地，打造万亿级装备制造基地，开展进社区“四进”活动，修建80公里通村公路。",
            "建成12个幼儿园项目，建设对越南、老挝等产业园区。",
        ],
    );
}

#[test]
fn industries() {
    check(
        "industry",
        &[
            "做强[industry:装备制造]、[industry:食品轻纺]、[industry:先进材料]等产业。",
            "发展[industry:新能源汽车]和[industry:动力电池]，培育[industry:战略性新兴产业]。",
            "稳住[industry:汽车]、[industry:家电]等重点商品消费，服务[industry:钢铁]企业，布局[industry:低空经济]、[industry:人形机器人]等产业。",
            "做大[industry:锂电新材]、[industry:绿色铜业]、[industry:智能家电]三大主导产业，规模以上工业企业增加。",
            "支持[industry:轴承制造]、[industry:苹果加工]，发展城乡产业。",
            "发展[industry:冷链物流业]、[industry:商贸流通业]，壮大[industry:烟酒工业]，扩大[industry:烤烟]、[industry:茶叶]、[industry:中药材]种植面积。",
            "打造国际航运中心，进入勘察设计招标阶段，打通工业大道，培育先导产业。[industry:]",
            "构建现代化产业体系，筛选高新技术企业，围绕国家安全、科技创新等领域立法。[industry:]",
            "壮大主导产业，盘活工业用地，规范金融机构，防范安全风险。[industry:]",
            "“甲乙”[industry:光伏]、“丙丁”[industry:绿色智能船舶]等产业走廊加快建设，[industry:智能制造]、[industry:无人配送]、[industry:在线消费]等新兴产业发展快。",
            "保障外贸产业链供应链畅通，运用好历史文化、革命文化资源，发展文化体育事业，建好5G网络和充电桩设施，新增养老服务床位。[industry:]",
            "[industry:工业]方面，一些企业亏损；工业经济平稳运行，工业增加值增长，全市农业产业调整振兴。",
            "做优[industry:川菜]、[industry:川茶]等特色产品，完善中医药服务，开通轨道交通2号线，用人工智能技术监管。",
            "强化工业经济，承接海内外产业转移，推动畜禽养殖污染防治，发展[industry:竞赛表演]和农村[industry:第三产业]。",
            "建设对越南、老挝等产业园区。[industry:]",
        ],
    );
}

#[test]
fn terms() {
    check(
        "term",
        &[
            "抓好[term:一园三区]建设，推进[term:三大改造]，打好[term:四张牌]。",
            "坚持[term:“135”发展思路]，深化[term:放管服]改革，推行[term:“一窗通办”]模式。",
            "构建[term:3+2产业体系]，实施[term:揭榜挂帅]。",
            "推进[term:长三角一体化]，落实[term:“医共体”]机制，做实[term:小田变大田]。",
            "打响[term:“山里好米”]区域公用品牌，控股上市公司增加三家。",
            "做到[term:五个坚持]、[term:两个加快]、[term:三个确保]，实施[term:工业强市战略]，构建[term:“4+3+N”现代产业体系]，形成[term:一核两翼多点]格局。",
            "三个确保项目，荣获“绿化先进单位”称号，围绕“新通道、新机遇”这一主题，写好“后半篇文章”，练好“绣花”功夫。[term:]",
            "推进城市更新，抓好校企合作，支持科技金融。[term:]",
            "深化[term:产教融合]，实行[term:一校一策]、[term:一户一策]，做好[term:批而未供]土地处置，推行[term:首问负责]和[term:告知承诺]。",
            "规范使用标准地名，社保业务掌上办理，货车纳入白名单。[term:]",
            "培育五大主导产业，十防九空也要防，世界500强企业来了，优化营商环境。[term:]",
            "以“等不起”的紧迫感一心一意抓落实，防止“一刀切”，千方百计稳就业。[term:]",
            "落实[term:“米袋子”省长责任制]，坚定[term:道路自信]、[term:制度自信]，发扬[term:钉钉子精神]，坚持[term:绿水青山就是金山银山]理念。",
            "实现“十连丰”，传说“三皇五帝”，提高强农惠农富农政策效能。[term:]",
            "推进[term:新旧动能转换]，落实[term:立德树人]任务，围绕[term:固链补链强链]招商。",
            "常态化开展[term:扫黑除恶]斗争，适应经济[term:新常态]，[term:退耕还林]5万亩。",
            "年耗能3000吨标准煤，完成三大任务，抓好五大重点任务。",
        ],
    );
}

#[test]
fn policies() {
    check(
        "policy",
        &[
            "按照[policy:《河道管理条例》]和[policy:省委十二届五次全会精神]办理。",
            "学习贯彻[policy:党的二十大精神]和[policy:习近平总书记关于水利工作的重要论述]。",
            "传达[policy:省纪委十二届二次全会精神]，依照[policy:刑法修正案（十一）]处理，迎接[policy:党的二十大]胜利召开。",
            "经验在[policy:全国医改推进会]上推广，这是在全省旅游工作会议上的讲话。",
            "完成了[policy:县人大十四届二次会议]确定的任务，落实[policy:省十三届人大五次会议精神]。",
            "传达[policy:全国、全省宣传部长会议精神]，落实[policy:省市农村工作会议精神]，编制[policy:“十四五”供水规划]。",
            "在县十七届人大二次会议上的报告，全市林业工作会议今天召开，“十四五”时期的规划很多。[policy:]",
            "落实[policy:国发〔2018〕32号文件精神]、[policy:国务院33条]和[policy:省委十项规定]，贯彻[policy:省委全会]和[policy:市委经济工作会议精神]。",
            "学习[policy:党的二十届三中全会《决定》]、[policy:温家宝总理重要批示精神]和[policy:全国两会精神]，依据[policy:物业管理条例]，执行[policy:“十五”计划]。",
            "省委书记作了重要讲话，我们召开市政府第五次全会，市委全会昨天闭幕，合同法律关系复杂，打通20条国道。[policy:]",
            "贯彻[policy:中央农村工作会议]和[policy:省、市农村工作会议精神]，执行[policy:《清河区（高新区）促进“专精特新”发展的意见》]。",
            "编印《山乡故事》丛书，排演话剧《春潮》。[policy:]",
            "确保[policy:全会精神]落地，贯彻[policy:十六大精神]，[policy:党的十八大]以来，维护[policy:宪法]权威，将[policy:宪法]精神落到实处。",
            "深入实施[policy:促进民间投资发展若干措施]，落实[policy:全国、全省、全市安全生产工作会议]要求，制定[policy:反分裂国家法]。",
            "学习[policy:习总书记重要讲话精神]，落实[policy:《中共中央关于贯彻〈农村工作条例〉的意见》]，坚持以[policy:马克思主义]为指导。",
            "推进马克思主义中国化，传达上级文件精神，中央召开七次全会，实施二十大工程，第二十大道通车，提出若干意见。[policy:]",
            "出台[policy:“金融十六条”]。编制[policy:全域水网建设规划]，制定详细工作方案。",
        ],
    );
}

#[test]
fn without_words_what_needs_none_is_found() {
    let source = Source::new("今年要完成××亿元，落实《条例》，抓好“三大改造”。");
    let labels: BTreeSet<_> = extract(&source, None, &mut |_| ())
        .mentions
        .iter()
        .map(|mention| mention.label.id())
        .collect();
    assert_eq!(labels, ["policy", "quantity", "redaction", "term", "time"].into());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_gives_spans_on_character_boundaries(
        parts in proptest::collection::vec(
            prop_oneof![
                Just("各园区要"), Just("由市水利局牵头"), Just("（牵头单位："), Just("）"), Just("“"), Just("”"), Just("《"), Just("》"),
                Just("等项目"), Just("、"), Just("，"), Just("。"), Just("一"), Just("二是"), Just("十"), Just("×"), Just("2 000"), Just("年"), Just("至"),
                Just("产业园"), Just("省"), Just("委"), Just("钢铁"), Just("第三届"), Just("高速"), Just("\n"), Just("3+1"), Just("💛"), Just("月底前"), Just("会同"),
            ], 0..40),
        tail in "\\PC{0,20}",
    ) {
        let text = parts.concat() + &tail;
        let source = Source::new(text.as_str());
        for lexicon in [None, Some(&*LEXICON as &dyn Lexicon)] {
            let extraction = extract(&source, lexicon, &mut |_| ());
            for mention in &extraction.mentions {
                let range = mention.span.range();
                prop_assert!(!mention.span.is_empty() && text.get(range).is_some());
                prop_assert!(mention.reason.confidence <= 100 && mention.reason.rule.contains('/'));
            }
        }
    }
}
