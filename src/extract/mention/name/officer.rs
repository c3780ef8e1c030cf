//! People who hold an office: 市委|书记王平.

/// Whether an office of a body and the name of who holds it follow: 市委|书记王平出席, 县委|常委、
/// 副县长李×.
pub(super) fn names_officer(text: &str, at: usize) -> bool {
    let mut rest = &text[at..];
    let mut held = false;
    for _ in 0..4 {
        let Some(tail) = OFFICERS.iter().find_map(|office| rest.strip_prefix(*office)) else {
            break;
        };
        held = true;
        let tail = tail.trim_start_matches(['、', ' ', '　']);
        // 县委常委、县人武部政委赵×: another body between two offices.
        let body = tail
            .char_indices()
            .take(12)
            .find_map(|(at, _)| {
                OFFICERS
                    .iter()
                    .any(|office| tail[at..].starts_with(office))
                    .then_some(at)
            })
            .filter(|at| tail[..*at].chars().all(char::is_alphabetic));
        rest = &tail[body.unwrap_or(0)..];
    }
    held && is_person(rest)
}

/// Whether a person's name begins a text: a surname and a given name, or what stands for a name.
fn is_person(text: &str) -> bool {
    let mut chars = text.chars();
    let (Some(first), second) = (chars.next(), chars.next()) else {
        return false;
    };
    let withheld = |char: char| matches!(char, '×' | 'X' | 'x' | '*' | '＊' | '某' | '○');
    if withheld(first) {
        return true;
    }
    let given = second.is_some_and(|char| withheld(char) || ('\u{4e00}'..='\u{9fff}').contains(&char));
    let word = LOOKALIKES.iter().any(|verb| text.starts_with(verb));
    given && !word && (SURNAMES.contains(first) || COMPOUND.iter().any(|name| text.starts_with(name)))
}

/// The surnames that most people have. 任, 向, 曾, 时, 成 and others that are rather words are left out.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭萧肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤康易乔赖文洪殷颜倪樊岳齐庄章鲁葛邢俞翟蓝聂柴焦柳祝纪舒屈项盛童涂骆苗柯裴凌霍阮翁甘瞿翦诸尚卞卜栾鲍冉靳欧蒲桂牟丛佟晏辛巴娄";

/// Surnames of two characters.
const COMPOUND: [&str; 6] = ["欧阳", "上官", "司马", "诸葛", "皇甫", "东方"];

/// Words of speeches that begin like a name.
const LOOKALIKES: [&str; 12] = [
    "高度", "高兴", "方面", "万一", "严肃", "严格", "石油", "文件", "金融", "江西", "江苏", "武装",
];

/// Offices that people hold in a body or beside one.
const OFFICERS: [&str; 38] = [
    "党组书记",
    "书记处书记",
    "副书记",
    "书记",
    "常委",
    "常务副省长",
    "常务副市长",
    "常务副县长",
    "常务副区长",
    "副省长",
    "副市长",
    "副县长",
    "副区长",
    "代省长",
    "代市长",
    "代县长",
    "代区长",
    "省长",
    "市长",
    "县长",
    "区长",
    "秘书长",
    "副秘书长",
    "组织部部长",
    "组织部长",
    "宣传部部长",
    "宣传部长",
    "统战部部长",
    "统战部长",
    "委员",
    "副主席",
    "主席",
    "副主任",
    "主任",
    "副局长",
    "局长",
    "部长",
    "政委",
];
