//! Cases of debris and of speech that looks like it.

use super::*;

fn check(text: &str, expected: Option<&str>) {
    let words = words(text);
    assert_eq!(judge(text, 0, &words, count(text)), expected, "{text}");
}

#[test]
fn debris_is_told_from_speech() {
    check("首页 > 公文 > 领导讲话 > 正文", Some("boilerplate/navigation"));
    check("- 12 -", Some("boilerplate/page-number"));
    check("第 3 页 共 9 页", Some("boilerplate/page-number"));
    check("来源：本市日报", Some("boilerplate/publication"));
    check("【责任编辑：小林】", Some("boilerplate/publication"));
    check("2023-05-06 09:30", Some("boilerplate/publication"));
    check("县长在防汛会上的讲话.docx_第2页", Some("boilerplate/file-name"));
    check("本报记者 赵平 摄", Some("boilerplate/caption"));
    check(
        "文档由会员上传，您下载后只有阅读的权利，并不拥有版权，请不要另作他用。",
        Some("boilerplate/site"),
    );
    check("需要完整版请加微信号abc12345", Some("boilerplate/navigation"));
    check("．．．", Some("boilerplate/symbols"));
    check("（新华社本市3月26日电）", Some("boilerplate/publication"));
    check(
        "《 本省日报 》（ 2020年03月27日 02 版）",
        Some("boilerplate/publication"),
    );
    check("青山范文网", Some("boilerplate/site"));
    check("云岭范文站", Some("boilerplate/site"));
    check("2024-10-28 08:35:46 青山素材网", Some("boilerplate/publication"));
    check("防汛工作会议上的讲话 篇一", Some("boilerplate/title-copy"));
    check("篇二：县长在防汛会上的讲话", Some("boilerplate/title-copy"));
    check("第二篇：县长在防汛会上的讲话", Some("boilerplate/title-copy"));
    check(
        "2019年05月20日 09:12 来源：青山新闻网 字号：大 中 小",
        Some("boilerplate/publication"),
    );
    check(
        "文/办公室 2023-02-24 16:40 浏览量：1873次",
        Some("boilerplate/publication"),
    );
    check("（2021-09-02 10:21:08）", Some("boilerplate/publication"));
    check("（内部资料 注意保存）", Some("boilerplate/notice"));
    check("关联稿件：", Some("boilerplate/publication"));
    check("试读结束，开通会员下载", Some("boilerplate/navigation"));
    check("本县新闻网", Some("boilerplate/site"));
    check("56c2fefac60e44c6.jpg", Some("boilerplate/symbols"));
    check("一、提高认识…………3", Some("boilerplate/contents"));
    check("在全市会议上的讲话········134", Some("boilerplate/contents"));
    check("时政 国际 财经 军事 社会 图片", Some("boilerplate/navigation"));
    check("• 2024-05-03 任职讲话 248", Some("boilerplate/publication"));
    check("10-28 | 移动端：县长在防汛会上的讲话", Some("boilerplate/publication"));
    check("10:21:08）", Some("boilerplate/publication"));
    check("公开形式：主动公开", Some("boilerplate/publication"));
    check("下载积分：1500", Some("boilerplate/navigation"));
    check("丁香文库-医院管理-讲话", Some("boilerplate/site"));
    check("检视次数：1024 字级设定：小 中 大", Some("boilerplate/publication"));
    check("2018年05月10日10:04", Some("boilerplate/publication"));
    check("政务   2025-01-02 08:02   青山", Some("boilerplate/publication"));
    check("还没有评论，快来抢沙发吧！", Some("boilerplate/navigation"));
    check("正在阅读：全市重点工作推进会议召开", Some("boilerplate/publication"));
    check("▲", Some("boilerplate/symbols"));
    check("第2版：新闻", Some("boilerplate/publication"));
    check("A03版：要闻", Some("boilerplate/publication"));
    check("关于我们 | 联系我们 | 网站声明", Some("boilerplate/navigation"));
    check("以下文章来源于青山发布 ，作者王某", Some("boilerplate/navigation"));
    check(
        "本帖最后由 青山 于 2016-3-16 14:24 编辑",
        Some("boilerplate/publication"),
    );
    check(
        "发表于 2016-3-16 14:24:05 | 只看该作者",
        Some("boilerplate/publication"),
    );
    check("由 扫描全能王 扫描创建", Some("boilerplate/navigation"));
    check("青山之家版权所有，全县公务员的天地", Some("boilerplate/site"));
    check("点击播报本文，约10分钟", Some("boilerplate/site"));
    check("青政办发〔2016〕12号", Some("boilerplate/paper"));
    check("还剩12页未读，继续阅读", Some("boilerplate/site"));
    check("亲，该文档总共17页，到这儿已超出免费预览范围", Some("boilerplate/site"));
    check("喜欢此内容的人还喜欢", Some("boilerplate/navigation"));
    check(
        "预览结束，免费获取全文或定制代笔此类文章！",
        Some("boilerplate/navigation"),
    );
}

#[test]
fn words_that_pages_share_with_speeches_take_no_sentence() {
    for text in [
        "您是第一责任人，要扛起责任。",
        "支持农民创办个人图书馆。",
        "要稳妥流转藏族群众的草场，保护好牧民利益。",
        "全县网页被浏览三百万次，宣传效果明显。",
        "群众可以在网上添加评论，提出意见。",
        "论文的收稿日期要严格把关。",
        "要保护版权所有者的合法权益。",
        "外地媒体可以申请转载。",
        "县里建起了知识星球科普馆。",
        "今天的分享到此结束，希望对大家有帮助，谢谢！",
        "积极参与全民阅读活动，欢迎阅读推广志愿者加入。",
        "农技站准备了种植手册，免费发放给农户，希望对大家有帮助。",
        "我讲几点意见，供大家参考。",
        "坚持（本文由县政府解释）原则",
        "一、省委文件已于2023年3月5日印发",
        "推广电子版证照，群众下载后就能用，付费项目要公开。",
    ] {
        check(text, None);
    }
}

#[test]
fn clauses_with_words_of_sites_give_no_orders() {
    for text in [
        "推广：公文写作神器，立即下载，会员免费。",
        "本站资料由网友上传，推广使用请注明出处，如有侵权请联系客服老师。",
    ] {
        check(text, Some("boilerplate/site"));
    }
}

#[test]
fn speech_is_never_lost() {
    check("要办好政府网站，畅通举报电话，让群众评论有回音。", None);
    check("来源于群众、服务于群众，是我们一贯的做法。", None);
    check("一、抓推广", None);
    check("×××", None);
    check("（2023年5月6日）", None);
    check("时间紧、任务重，各级各部门要倒排工期。", None);
    check("2024.3.1", None);
    check("谢谢大家！", None);
    check("织密安全防护网", None);
    check("办好政府网站", None);
    check("建好综合服务站", None);
    check("写好高质量发展新篇章", None);
    check("第一篇文章是抓改革", None);
    check("责任单位：县水利局", None);
    check("一是强化技术支持", None);
    check("四、关于我们自己", None);
    check("08%。", None);
    check("2018年5月10日", None);
    check("2018年5月10日上午9:00", None);
    check("8:30", Some("boilerplate/symbols"));
    check("公开形式有待改进，群众看不懂", None);
    check("开通市长信箱和监督热线，办好群众来信", None);
    check("精简会议、压缩文件", None);
    check("2023-2025年目标", None);
    check("推进适老化改造，建好一刻钟生活圈", None);
    check("工业投资增长……30", None);
    check("对网友的留言评论，要件件有回音，事事有着落。", None);
    check("下面，我把各组的意见整理汇总一下，供大家参考，希望对大家有帮助。", None);
    check(
        "这次电视电话会议时间短、任务重，要提交大会审议的材料抓紧整理归档。",
        None,
    );
    check("推行电子版证照，群众下载后就能用，不用再跑腿。", None);
    check("要保护企业商业秘密和著作权，依法打击侵权行为。", None);
    check(
        "文档分类：行政公文 县长在防汛会上的讲话 同志们：今天开会，主要任务是部署防汛，各乡镇都要抓紧。",
        None,
    );
    check(
        "去年，各级干部付出了辛勤劳动，赢得了群众称赞，各项工作都取得了新的豆丁网 www.docin.com进展，城乡低保实现了应保尽保，群众很满意。",
        None,
    );
}
