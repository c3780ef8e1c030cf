//! Numeral phrases with what stands around them: `[…]` marks the phrase.

use super::{Place, parts};

/// How many parts are announced, and the parts themselves.
fn found(marked: &str) -> Option<(u16, Vec<&str>)> {
    let (before, rest) = marked.split_once('[')?;
    let (phrase, behind) = rest.split_once(']')?;
    let (announced, places) = parts(|| before, phrase, behind)?;
    let words = places.into_iter().map(|place| match place {
        Place::Before(part) => &before[part],
        Place::Behind(part) => &behind[part],
    });
    Some((announced, words.collect()))
}

#[test]
fn parts_are_found_where_the_text_lists_them() {
    for (marked, announced, expected) in [
        (
            "抓好[“三大体系”]（粮食体系、仓储体系、物流体系）建设。",
            3,
            &["粮食体系", "仓储体系", "物流体系"][..],
        ),
        ("完善[“四大要素”]：土地、资金、人才。", 4, &["土地", "资金", "人才"]),
        (
            "推进[一台两器]，建好创新平台、孵化器、加速器。",
            3,
            &["创新平台", "孵化器", "加速器"],
        ),
        (
            "构建[“3+1+1”]产业体系，即食品、纺织、建材、物流和文旅。",
            5,
            &["食品", "纺织", "建材", "物流", "文旅"],
        ),
        (
            "围绕土地、资金、人才、数据、能耗、环境容量等[“六大要素”]，",
            6,
            &["土地", "资金", "人才", "数据", "能耗", "环境容量"],
        ),
        ("要保障水、电、气[三大要素]供应", 3, &["水", "电", "气"]),
        (
            "做到[“三个到位”]：一是认识到位；二是责任到位；三是措施到位。",
            3,
            &["认识到位", "责任到位", "措施到位"],
        ),
        (
            "实施[四大工程]，分别是清河工程、绿廊工程、亮灯工程及畅行工程。",
            4,
            &["清河工程", "绿廊工程", "亮灯工程", "畅行工程"],
        ),
        ("用好[“三色”]管理——红色、黄色、绿色。", 3, &["红色", "黄色", "绿色"]),
        (
            "实现[“两个覆盖”]，包括组织覆盖和工作覆盖。",
            2,
            &["组织覆盖", "工作覆盖"],
        ),
        (
            "推行[“四到”]工作法：纵向到底，横向到边，责任到人，考核到位。",
            4,
            &["纵向到底", "横向到边", "责任到人", "考核到位"],
        ),
        ("[三农]（农业、农村、农民）工作", 3, &["农业", "农村", "农民"]),
    ] {
        assert_eq!(found(marked), Some((announced, expected.to_vec())), "{marked}");
    }
}

#[test]
fn other_lists_are_not_theirs() {
    for marked in [
        "推进[三大改造]。",
        "推进[三大改造]，抓好招商、项目、服务。",
        "抓好招商、项目[三大建设]。",
        "[“双碳”]（碳达峰、碳中和）",
        "发展[5G]、大数据、云计算",
        "落实[“三张清单”]：责任要清，进度要明。",
        "学习[党的二十大]精神，抓好宣讲、培训、转化。",
        "打造[一核两翼]格局，办好学校、医院、市场。",
        "[“1+N”]政策（产业、财税、金融）",
        "",
    ] {
        assert_eq!(found(marked), None, "{marked}");
    }
}
