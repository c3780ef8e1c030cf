//! Kinds of damage, each with the way back to the characters of the speech as it was.

use std::ops::Range;

/// A damaged text: its characters, and which character of the whole text each one was.
pub(crate) struct Damaged {
    text: String,
    /// For each character its first byte and its place in the whole text; none if it was added.
    origins: Vec<(usize, Option<usize>)>,
}

impl Damaged {
    fn new() -> Self {
        Self {
            text: String::new(),
            origins: Vec::new(),
        }
    }

    /// The text without damage.
    pub(crate) fn whole(text: &str) -> Self {
        each(text, |_, char| char.to_string())
    }

    /// The damaged text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The first and the last character of the whole text that a range of bytes covers.
    pub(crate) fn origin(&self, range: Range<usize>) -> Option<(usize, usize)> {
        let mut covered = self
            .origins
            .iter()
            .filter(|(at, _)| range.contains(at))
            .filter_map(|(_, origin)| *origin);
        let first = covered.next()?;
        Some((first, covered.next_back().unwrap_or(first)))
    }

    fn keep(&mut self, index: usize, char: char) {
        self.origins.push((self.text.len(), Some(index)));
        self.text.push(char);
    }

    fn add(&mut self, text: &str) {
        self.origins.push((self.text.len(), None));
        self.text.push_str(text);
    }
}

/// Replaces each character; what replaces it stands for it.
fn each(text: &str, replace: impl Fn(usize, char) -> String) -> Damaged {
    let mut damaged = Damaged::new();
    for (index, char) in text.chars().enumerate() {
        for new in replace(index, char).chars() {
            damaged.keep(index, new);
        }
    }
    damaged
}

/// Adds something behind some characters.
fn behind(text: &str, mut addition: impl FnMut(char, &str) -> String) -> Damaged {
    let mut damaged = Damaged::new();
    for (index, (at, char)) in text.char_indices().enumerate() {
        damaged.keep(index, char);
        damaged.add(&addition(char, &text[at + char.len_utf8()..]));
    }
    damaged
}

fn is_han(char: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&char)
}

/// Whether a text is damaged by itself: more of the same would be another matter.
fn broken(text: &str) -> bool {
    ["</p>", "\n2、", " 236 "].iter().any(|sign| text.contains(sign))
}

/// Whether a line is running text.
fn runs(line: &str) -> bool {
    line.chars().count() > 45 && line.contains('，')
}

/// U+FEFF in front.
pub(crate) fn byte_order_mark(text: &str) -> Damaged {
    each(text, |index, char| {
        if index == 0 {
            format!("\u{feff}{char}")
        } else {
            char.to_string()
        }
    })
}

/// CR LF.
pub(crate) fn other_line_ends(text: &str) -> Damaged {
    each(text, |_, char| {
        if char == '\n' {
            "\r\n".to_owned()
        } else {
            char.to_string()
        }
    })
}

/// Each line an element, blanks as references.
pub(crate) fn elements(text: &str) -> Damaged {
    each(text, |index, char| match char {
        '\n' => "</p>\n<p class=\"MsoNormal\" style=\"text-indent: 32pt\">".to_owned(),
        ' ' | '　' => "&nbsp;".to_owned(),
        '“' => "&ldquo;".to_owned(),
        '”' => "&rdquo;".to_owned(),
        _ if index == 0 => format!("<p>{char}"),
        _ => char.to_string(),
    })
}

/// Traditional characters, some as converters get them wrong.
pub(crate) fn traditional(text: &str) -> Damaged {
    each(text, |index, char| {
        let place = TRADITIONAL.chars().position(|simplified| simplified == char);
        let ways: Vec<char> = match place {
            Some(at) if at % 2 == 0 => TRADITIONAL.chars().nth(at + 1).into_iter().collect(),
            _ => WAYS
                .iter()
                .find(|(simplified, _)| *simplified == char)
                .map_or(vec![char], |(_, ways)| ways.chars().collect()),
        };
        ways[index % ways.len()].to_string()
    })
}

/// Half-width punctuation throughout.
pub(crate) fn half_width(text: &str) -> Damaged {
    each(text, |_, char| {
        match char {
            '，' => ',',
            '：' => ':',
            '；' => ';',
            '！' => '!',
            '？' => '?',
            '（' => '(',
            '）' => ')',
            _ => char,
        }
        .to_string()
    })
}

/// A pronunciation behind every twelfth character.
pub(crate) fn pronunciations(text: &str) -> Damaged {
    let mut count = 0;
    behind(text, |char, _| {
        count += usize::from(is_han(char));
        if is_han(char) && count % 12 == 0 {
            "(huì)".to_owned()
        } else {
            String::new()
        }
    })
}

/// What sites put before and behind a speech.
pub(crate) fn site(text: &str) -> Damaged {
    let mut damaged = Damaged::new();
    damaged.add("首页 > 公文写作 > 领导讲话 > 正文\n登录 | 注册 | 会员中心\n");
    damaged.add("来源：网络 作者：佚名 发布时间：2023-09-08 10:21 浏览次数：1024 【字体：大 中 小】\n");
    for (index, char) in text.chars().enumerate() {
        damaged.keep(index, char);
    }
    damaged.add("\n\n上一篇：局长在座谈会上的讲话\n下一篇：没有了\n相关推荐\n局长在总结会上的讲话\n书记的主持词\n");
    damaged.add("更多资料请加微信abc12345\n版权声明：本站内容由网友上传，如有侵权请联系客服删除。\nCopyright © 2020 all rights reserved\n");
    damaged
}

/// `2、` where a preview cut the text into pages.
pub(crate) fn page_fragments(text: &str) -> Damaged {
    if broken(text) {
        return Damaged::whole(text);
    }
    let (mut count, mut page) = (0, 1);
    let mut before = '\n';
    behind(text, |char, rest| {
        count += 1;
        let inside = is_han(char) && is_han(before) && rest.chars().take(2).filter(|char| is_han(*char)).count() == 2;
        before = char;
        let line = rest.split('\n').next().unwrap_or_default();
        if count < 300 || !inside || !runs(line) {
            return String::new();
        }
        (count, page) = (0, page + 1);
        format!("\n{page}、")
    })
}

/// Lines of thirty characters, as copied from a page that was set.
pub(crate) fn broken_lines(text: &str) -> Damaged {
    if broken(text) {
        return Damaged::whole(text);
    }
    let mut column = 0;
    behind(text, |char, rest| {
        column = if char == '\n' { 0 } else { column + 1 };
        // Marks that cannot open a line hang over.
        let hangs = rest.starts_with(['，', '。', '、', '；', '：', '！', '？', '）', '”', '》', '\n']);
        if column < 30 || hangs || rest.is_empty() {
            return String::new();
        }
        column = 0;
        "\n".to_owned()
    })
}

/// Pages of twelve lines, with a number at the foot and a header on the next one.
pub(crate) fn pages(text: &str) -> Damaged {
    let (mut lines, mut page) = (0, 0);
    behind(text, |char, rest| {
        lines += usize::from(char == '\n' && !rest.starts_with('\n'));
        if lines < 12 {
            return String::new();
        }
        (lines, page) = (0, page + 1);
        format!("- {page} -\n全县重点工作会议材料之三\n")
    })
}

/// No line breaks: paragraphs follow one another behind wide gaps.
pub(crate) fn one_line(text: &str) -> Damaged {
    let mut damaged = Damaged::new();
    let mut body = false;
    let mut starts = true;
    for (index, char) in text.chars().enumerate() {
        // The lines of the title stay.
        body |= text.chars().skip(index).take(4).eq("同志们：".chars());
        if body && char == '\n' {
            if !starts {
                damaged.add("　");
                damaged.add("　");
            }
            starts = true;
        } else if !(body && starts && char.is_whitespace()) {
            damaged.keep(index, char);
            starts = false;
        }
    }
    damaged
}

/// Simplified and traditional characters in pairs.
const TRADITIONAL: &str = "们們这這个個来來会會对對时時动動国國产產实實现現发發开開关關进進过過还還业業务務县縣区區长長书書记記镇鎮乡鄉机機构構办辦设設\
    项項领領导導责責任任员員问問题題难難应應该該认認识識讲講话話请請谁誰让讓说說调調议議论論证證评評规規划劃创創新新强強质質量量环環坏壞\
    坚堅决決战戰险險隐隱严嚴厉厲处處罚罰纪紀检檢查查监監督督团團结結组組织織级級给給经經营營济濟财財资資贷貸费費贫貧购購贸貿销銷\
    农農粮糧种種树樹养養鱼魚猪豬鸡雞鸭鴨药藥医醫疗療卫衛护護学學习習师師养養儿兒孙孫妇婦乐樂兴興旧舊义義务務书書画畫\
    车車轮輪轨軌运運输輸达達连連远遠选選边邊过過迁遷递遞邮郵门門间間闭閉闲閒闻聞阅閱阳陽阴陰阶階际際陆陸队隊\
    电電网網络絡线線纸紙纪紀约約红紅纯純细細终終绍紹绩績续續维維绿綠缓緩编編缺缺罗羅胜勝脉脈脑腦脱脫脸臉\
    节節范範荣榮获獲万萬与與专專东東丝絲两兩严嚴丧喪临臨为為举舉么麼义義乌烏乔喬习習买買乱亂争爭亏虧云雲亚亞产產亩畝亲親亿億仅僅从從仓倉\
    仪儀价價众眾优優传傳伤傷伦倫伪偽体體余餘佣傭侧側侨僑俭儉债債倾傾偿償储儲兰蘭养養兽獸内內册冊写寫军軍农農冲衝冻凍净淨准準凉涼减減凑湊\
    几幾凤鳳凭憑凯凱击擊则則刚剛创創删刪别別剂劑剑劍剧劇劝勸办辦加加动動励勵劲勁劳勞势勢匀勻区區医醫华華协協单單卖賣卢盧卫衛厂廠厅廳历歷压壓厕廁厨廚\
    县縣参參双雙变變叙敘叶葉号號吓嚇吗嗎听聽启啟员員呜嗚咏詠响響唤喚嘱囑团團园園围圍图圖圆圓场場块塊坚堅坛壇坝壩坟墳垄壟垒壘垦墾执執扩擴扫掃扬揚扰擾抚撫抛拋抢搶护護报報担擔拟擬拥擁拦攔择擇挂掛挡擋挤擠挥揮损損换換据據掷擲";

/// Characters that have several traditional forms; converters mix them up.
const WAYS: [(char, &str); 19] = [
    ('里', "裏里裡"),
    ('后', "後后"),
    ('干', "幹乾"),
    ('发', "發髮"),
    ('制', "制製"),
    ('系', "係系繫"),
    ('面', "面麵"),
    ('复', "復複"),
    ('台', "臺台"),
    ('征', "徵征"),
    ('只', "只衹隻"),
    ('尽', "盡儘"),
    ('着', "着著"),
    ('群', "群羣"),
    ('志', "志誌"),
    ('汇', "匯彙"),
    ('松', "松鬆"),
    ('才', "才纔"),
    ('周', "周週"),
];
