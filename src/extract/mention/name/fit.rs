//! Whether the words before an ending make a name with it: the rules of each group of endings.

use std::ops::Range;

use super::achieved::is_achieved;
use super::around::{followed_by_trade, is_counted, is_ranked, is_said_firm, is_street, owned_start, ranked_start};
use super::bounds::with_session;
use super::doubt::{is_listed_name, is_opened, is_plain_name};
use super::kinds::KINDS;
use super::programme::is_programme;
use super::traits::Traits;
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::{NO_PROGRAMME, groups};

/// The words before an ending, and what they tell.
pub(super) struct Words<'a> {
    pub(super) scene: Scene<'a>,
    pub(super) group: &'static str,
    pub(super) ending: Range<usize>,
    /// Where the words begin.
    pub(super) start: usize,
    pub(super) modifier: &'a str,
    pub(super) traits: Traits,
    /// The industries of the text, in order.
    pub(super) industries: &'a [Range<usize>],
    /// Three or four characters that stand alone before an ending that needs no more.
    pub(super) bare: bool,
}

impl<'a> Words<'a> {
    pub(super) fn closing(&self) -> &'a str {
        &self.scene.text[self.ending.clone()]
    }

    /// Where the rank begins before a park that has one (省级|现代农业产业园), which is part of what it is called.
    pub(super) fn rank(&self) -> Option<usize> {
        let ranked = self.group == "park" && is_ranked(self.closing());
        ranked_start(self.scene.text, self.start).filter(|_| ranked)
    }

    /// Where such a park begins that a place calls its own.
    pub(super) fn owned(&self) -> Option<usize> {
        let ranked = self.group == "park" && is_ranked(self.closing());
        owned_start(self.scene.text, self.start).filter(|_| ranked)
    }

    /// Whether the clause says what became of the one that is meant.
    pub(super) fn is_achieved(&self) -> bool {
        matches!(self.group, "park" | "line" | "platform" | "activity")
            && !matches!(self.closing(), "集群" | "平台" | "基地" | "通道")
            && is_achieved(self.scene, self.start..self.ending.start, self.ending.end)
    }

    /// Whether a phase follows, which only one work of a place has: 污水处理厂|二期.
    pub(super) fn is_phased(&self) -> bool {
        let mut chars = self.scene.text[self.ending.end..].chars();
        let numbered = chars.next().is_some_and(|char| "一二三四五".contains(char)) && chars.next() == Some('期');
        let other = chars.next().is_some_and(|char| "间货限刊待望".contains(char));
        // 园区二期: which one is not said.
        let long = self.ending.len() > "园区".len() || !self.modifier.is_empty();
        matches!(self.group, "park" | "line" | "platform") && numbered && !other && long
    }

    fn length(&self) -> usize {
        self.modifier.chars().count()
    }

    fn range_chars(&self) -> usize {
        self.scene.text[self.start..self.ending.end].chars().count()
    }

    fn is_counted(&self) -> bool {
        is_counted(self.scene, self.start)
    }

    fn is_plain(&self) -> bool {
        is_plain_name(self.scene, self.start..self.ending.start)
    }

    /// Whether the level of a place stands first: 市|体育中心; not 县乡村三级平台.
    fn is_levelled(&self) -> bool {
        let mut chars = self.modifier.chars();
        let first = chars.next().is_some_and(|first| "省市县区州旗盟镇".contains(first));
        let next = chars
            .next()
            .is_some_and(|second| "省市县区乡村镇级直属域".contains(second));
        first && !next && self.length() <= 12
    }

    /// Whether an industry is among them.
    fn has_industry(&self) -> bool {
        let (start, ending) = (self.start, &self.ending);
        let text = self.scene.text;
        self.industries
            .iter()
            .skip(self.industries.partition_point(|range| range.end <= start))
            .take_while(|range| range.start < ending.end)
            .any(|range| range.end <= ending.end && (!text[range.clone()].ends_with('业') || ending.start < range.end))
            || !self.modifier.ends_with('业')
                && (self.scene.index(start)..self.scene.index(ending.start)).any(|index| self.scene.is_part(index))
    }
}

/// Whether words make a name with their ending; `Some(false)` is in doubt, `None` is no name at all.
pub(super) fn fits(words: &Words<'_>) -> Option<bool> {
    match words.group {
        "office" => Some(office(words)),
        "company" => company(words),
        "firm" => firm(words),
        "trade" => Some(trade(words)),
        "park" => Some(park(words)),
        "line" => line(words),
        "platform" => platform(words),
        _ => activity(words),
    }
}

fn office(words: &Words<'_>) -> bool {
    let (traits, length) = (&words.traits, words.length());
    let long = words.closing().chars().count() > 1;
    // 统计局: an office that the dictionary knows needs no level.
    let known = traits.organization && length <= 4 && matches!(words.closing(), "局" | "厅" | "委");
    let zoned = traits.district && words.ending.len() >= 9;
    let fits = traits.place || traits.placeholder || words.is_levelled() || known || traits.single && long;
    (fits && traits.nominal || zoned) && length <= 14
}

fn company(words: &Words<'_>) -> Option<bool> {
    let (traits, modifier, length) = (&words.traits, words.modifier, words.length());
    // 智慧医院, 普惠性幼儿园, 每个乡镇卫生院: any one of its kind.
    if KINDS.common.contains(&modifier) || modifier.starts_with(['每', '各']) {
        return None;
    }
    let digits = modifier.contains(|char: char| char.is_ascii_digit());
    // 按每户500元奖励合作银行
    if !traits.placeholder && digits {
        return None;
    }
    let institute = || {
        ["研究院", "研究所", "设计院"]
            .iter()
            .any(|word| words.closing().ends_with(word))
            && (words.has_industry() || length >= 5)
    };
    let proper = (KINDS.proper.contains(&words.closing()) || institute())
        && length <= 10
        && traits.nominal
        && !modifier.ends_with(['的', '等', '级'])
        && !digits
        && !KINDS.common.iter().any(|word| modifier.ends_with(word));
    let led = words.is_levelled() && length >= 3 && traits.nominal && words.scene.is_boundary(words.start);
    let fits = traits.named() || traits.organization || traits.district || traits.singles || proper || led;
    Some(fits && (length >= 2 || traits.placeholder))
}

fn firm(words: &Words<'_>) -> Option<bool> {
    let (text, traits) = (words.scene.text, &words.traits);
    // 5千亿级汽车: how big a trade is to be.
    if words
        .modifier
        .ends_with(['级', '区', '县', '市', '镇', '省', '州', '乡'])
    {
        return None;
    }
    let (start, end) = (words.start, words.ending.end);
    let short = (2..=4).contains(&words.length()) && !followed_by_trade(text, end);
    // 冷链物流 is a trade.
    let trade = words
        .industries
        .iter()
        .any(|range| range.start <= start && end <= range.end);
    let fits = traits.placeholder || traits.single && traits.nominal && !trade;
    // 白鹭化纤等龙头企业: a plain name where the text says that it is a firm's.
    let said =
        || !trade && !KINDS.common.contains(&words.modifier) && words.is_plain() && is_said_firm(text, start, end);
    // 泰合精工: characters that the dictionary takes for words of their own.
    let spelled = || {
        let scene = words.scene;
        let mut inner = scene.index(start)..scene.index(words.ending.start);
        !trade && traits.singles && inner.all(|at| scene.kind(at).is_nominal() || scene.word(at).chars().count() == 1)
    };
    Some(fits && short || said() || short && spelled() && is_said_firm(text, start, end))
}

/// A firm whose name ends like a trade (云帆医疗): only its deeds show it.
fn trade(words: &Words<'_>) -> bool {
    let traits = &words.traits;
    let named = (traits.single || traits.unknown) && !traits.place && traits.nominal;
    let short = (2..=3).contains(&words.length());
    let inside = words
        .industries
        .iter()
        .any(|range| range.start < words.ending.end && words.start < range.end && range.start <= words.start);
    named
        && short
        && !inside
        && !KINDS.common.contains(&words.modifier)
        && is_said_firm(words.scene.text, words.start, words.ending.end)
}

fn park(words: &Words<'_>) -> bool {
    let (modifier, closing, length) = (words.modifier, words.closing(), words.length());
    let national = modifier.starts_with("国家") && !modifier.starts_with("国家级") && length >= 4;
    let short = KINDS.places.iter().any(|word| closing.ends_with(word));
    // 发展|利民开发区, but not 全州稀土开发区.
    let zone = closing.ends_with("开发区") && is_opened(words.scene.text, words.start);
    let house = closing.ends_with(['馆', '院']) || KINDS.houses.contains(&closing);
    modifier.is_empty()
        || words.bare
        || (short || zone) && words.is_plain()
        || short && is_listed_name(words.scene, words.start..words.ending.start)
        || words.traits.named()
        || national
        || words.rank().is_some()
        || words.owned().is_some()
        || words.is_levelled() && house
        || length >= 3 && words.has_industry()
}

fn line(words: &Words<'_>) -> Option<bool> {
    let (modifier, closing, traits) = (words.modifier, words.closing(), &words.traits);
    // XX港: the word is part of too many names of towns.
    if closing == "港" {
        return Some(traits.placeholder && !traits.place);
    }
    // 白马水库水质: the water, not the work.
    let behind = &words.scene.text[words.ending.end..];
    if KINDS.water.iter().any(|word| behind.starts_with(word)) {
        return None;
    }
    let short = KINDS.lines.contains(&closing);
    let metro = KINDS.metro.iter().any(|word| modifier.starts_with(word));
    let named = traits.named() || short && (traits.singles || words.is_plain()) || metro;
    Some(modifier.is_empty() || words.bare || named && words.length() >= 2)
}

fn platform(words: &Words<'_>) -> Option<bool> {
    let (modifier, closing, traits, length) = (words.modifier, words.closing(), &words.traits, words.length());
    // 高能同步光源: an installation for science is named by what it does.
    if KINDS.devices.contains(&closing) {
        return Some(length >= 4 && traits.nominal || traits.named());
    }
    // 微信小程序: any such program; one that goes by a name has it in quotation marks.
    if matches!(closing, "小程序" | "APP") {
        return Some(traits.quoted && modifier.starts_with(['“', '"']));
    }
    // 某地铝产业集群 is an industry, not a platform.
    if closing == "集群" && modifier.ends_with(['业', '造']) {
        return None;
    }
    let one = || length >= 4 && traits.nominal && !words.is_counted();
    // 建成|国资监管信息平台
    let one_of_kind = || {
        let told = KINDS
            .platform_for
            .iter()
            .any(|kind| modifier.ends_with(kind) && modifier.len() > kind.len());
        told && is_opened(words.scene.text, words.start) && !words.is_counted()
    };
    if closing == "中心" {
        let wide = traits.place || modifier.starts_with("国家") || modifier.starts_with("全国");
        return Some((wide || words.is_levelled() && length >= 5) && one());
    }
    let enough = if words.ending.len() >= "创新中心".len() {
        2
    } else {
        4
    };
    Some(
        traits.named()
            || words.is_levelled() && one()
            || closing == "平台" && length >= 3 && one_of_kind()
            || modifier.starts_with("国家") && words.range_chars() >= 6 && !words.is_counted()
            || length >= enough && words.has_industry(),
    )
}

fn activity(words: &Words<'_>) -> Option<bool> {
    let (modifier, closing, traits, length) = (words.modifier, words.closing(), &words.traits, words.length());
    let none = match closing {
        "活动" => !traits.quoted && !words.is_achieved(),
        // 水库主体工程: a part of the work.
        "工程" if modifier.ends_with("主体") => true,
        // 建成46个中小学项目: so many of them. “两重”项目: the quote is a phrase, not the project's name.
        "项目" => words.is_counted() || traits.quoted && !traits.place,
        // “双替代”改造: the quote is a phrase.
        "改造" => modifier.starts_with(['“', '"']) && !traits.place,
        // “一把手”工程: a figure of speech, not a programme.
        "工程" | "行动" | "计划" if groups(modifier.trim_matches(['“', '”', '"'])).is(NO_PROGRAMME) => true,
        // 推进内外贸一体化试点: what is tried out, not who has it.
        "试点" if !traits.place && !traits.placeholder => true,
        _ => closing.ends_with("大会") && !words.is_achieved(),
    };
    if none {
        return None;
    }
    let named = traits.place || traits.unknown || traits.placeholder;
    let numbered = || with_session(words.scene.text, words.start) < words.start;
    Some(
        leads_water(modifier)
            || words.range_chars() >= 7 && is_street(modifier)
            || traits.quoted
            || named && (length >= 4 || length >= 2 && KINDS.events.contains(&closing))
            || numbered()
            || matches!(closing, "项目" | "工程") && traits.nominal && has_output(modifier)
            || closing == "项目"
                && traits.nominal
                && length >= 6
                && KINDS.rebuilt.iter().any(|work| modifier.ends_with(work))
            || is_programme(words.scene, words.start, &words.ending),
    )
}

/// Whether words say how much a plant makes or holds, which only one plant does: 年产10万吨铝材|项目; not
/// 3台设备项目.
fn has_output(words: &str) -> bool {
    let Some(at) = words.find(|char: char| char.is_ascii_digit()) else {
        return false;
    };
    let amount = words[at..].trim_start_matches(|char: char| char.is_ascii_digit() || char == '.');
    let unit = amount.trim_start_matches(['万', '千', '百', '亿']);
    let product = |word: &str| {
        unit.strip_prefix(word)
            .is_some_and(|product| product.chars().count() >= 2)
    };
    KINDS.output_units.iter().any(|word| product(word))
        || unit.len() < amount.len() && KINDS.pieces.iter().any(|word| product(word))
}

/// Whether words lead one river to another: 引江济淮工程.
fn leads_water(words: &str) -> bool {
    let chars: Vec<char> = words.chars().collect();
    matches!(chars[..], ['引', _, '济' | '补' | '入' | '灌' | '调', _])
}
