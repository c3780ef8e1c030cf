//! Cleaning: the text as the later phases read it, with a way back to the text as pasted.
//!
//! Two stages, each a text made from the one before: the *shadow* (markup out, characters folded)
//! and the cleaned text (debris out, broken lines joined).

mod address;
mod around;
mod bar;
mod brackets;
mod byline;
mod caption;
mod contents;
mod debris;
mod emphasis;
mod folded;
mod forum;
mod fragment;
mod gap;
mod gloss;
mod join;
mod letters;
mod mapped;
mod markup;
mod notice;
mod page_mark;
mod pages;
mod paper;
mod portal;
mod publication;
mod region;
mod shadow;
mod simplified;
mod stamp;
mod style;
mod title_mark;
mod unit;

use std::cmp::Reverse;
use std::ops::Range;

use super::extraction::{Note, Reason};
use super::matcher::{Chars, Hashes};
use super::word_list::Found;
use crate::text::{Offset, Source, Span};
pub(super) use folded::Folded;
pub use letters::letters;
use mapped::Mapped;
pub use markup::plain;
pub(super) use shadow::han;
use unit::Unit;

/// Bytes of the cleaned text. Never mixed with offsets of the original.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CleanOffset(u32);

impl Offset for CleanOffset {
    fn get(self) -> u32 {
        self.0
    }
    fn at(position: u32) -> Self {
        Self(position)
    }
}

/// A span of the cleaned text.
pub type CleanSpan = Span<CleanOffset>;

/// The cleaned text and what was taken out of it.
#[derive(Clone, Debug, Default)]
pub struct Cleaned {
    mapped: Mapped,
    hashes: Hashes,
    title: Option<CleanSpan>,
    boilerplate: Vec<(Span, Reason)>,
    notes: Vec<Note>,
}

impl Cleaned {
    /// The cleaned text: no debris, broken lines joined, traditional characters folded.
    pub fn text(&self) -> &str {
        self.mapped.text()
    }

    /// The text with the hashes of its characters, for word lists.
    pub(super) fn chars(&self) -> Chars<'_> {
        Chars::with(self.text(), &self.hashes)
    }

    /// The text of a span.
    pub fn slice(&self, span: CleanSpan) -> &str {
        self.text().get(span.range()).unwrap_or_default()
    }

    /// The speech's own title.
    pub fn title(&self) -> Option<CleanSpan> {
        self.title
    }

    /// What was taken out, in the original text; in order, without overlaps.
    pub fn boilerplate(&self) -> &[(Span, Reason)] {
        &self.boilerplate
    }

    /// What a reader should know about the cleaning.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The span of the original text that a span of the cleaned text came from. Where a character
    /// stands for several original ones, the span covers all of them.
    pub fn original(&self, span: CleanSpan) -> Span {
        let range = self.mapped.original(span.range());
        Span::at(range.start, range.end)
    }
}

/// A range of the folded text that is taken out.
struct Cut {
    range: Range<usize>,
    rule: &'static str,
}

/// Cleans a text.
pub fn clean(source: &Source) -> Cleaned {
    let (shadow, markup) = shadow::shadow(source.text());
    let text = shadow.text();
    let words = debris::words(text);
    let mut units = unit::units(text, &words);
    contents::contents(text, &mut units);
    let title = region::regions(text, &mut units, &words);
    let cuts = cuts(text, &units, &words);
    let (mapped, title) = join::join(&shadow, &units, &cuts, title);
    let boilerplate = boilerplate(source.text(), &shadow, &cuts, &markup);
    Cleaned {
        hashes: Hashes::of(mapped.text()),
        mapped,
        title: title.map(|range| Span::at(range.start, range.end)),
        boilerplate,
        notes: Vec::new(),
    }
}

/// Everything that is taken out of the folded text; in order, without overlaps.
fn cuts(text: &str, units: &[Unit], words: &[Found]) -> Vec<Cut> {
    let mut cuts: Vec<Cut> = Vec::new();
    let mut last_line = None;
    for unit in units {
        let Some(rule) = unit.debris else {
            last_line = None;
            continue;
        };
        match cuts.last_mut() {
            Some(last) if last_line == Some(unit.line) => last.range.end = unit.range.end,
            _ => cuts.push(Cut {
                range: unit.range.clone(),
                rule,
            }),
        }
        last_line = Some(unit.line);
    }
    let inside = [
        (join::FRAGMENT, fragment::fragments(text)),
        (join::FRAGMENT, page_mark::page_marks(text)),
        (join::FRAGMENT, page_mark::page_gaps(text)),
        ("boilerplate/ellipsis", fragment::ellipses(text, words)),
        ("boilerplate/stamp", stamp::stamps(text, words)),
        ("boilerplate/stamp", stamp::watermarks(text, words)),
        ("boilerplate/page-number", page_mark::page_notes(text)),
        ("boilerplate/caption", caption::captions(text, words)),
        (join::BYLINE, byline::bylines(text)),
        ("boilerplate/notice", notice::notices(text, words)),
        ("boilerplate/notice", notice::introductions(text, words)),
        ("boilerplate/notice", notice::footnotes(text)),
        ("boilerplate/notice", brackets::brackets(text, words)),
        ("boilerplate/notice", brackets::insertions(text)),
        ("boilerplate/notice", brackets::references(text)),
        ("boilerplate/notice", title_mark::title_marks(text, words)),
        ("boilerplate/site", title_mark::title_suffixes(text, words)),
        ("boilerplate/site", address::addresses(text, words)),
        ("boilerplate/code", style::styles(text)),
        ("boilerplate/code", forum::tags(text)),
        ("boilerplate/symbols", fragment::undecoded(text)),
        ("boilerplate/symbols", fragment::bars(text)),
    ];
    for (rule, ranges) in inside {
        cuts.extend(ranges.into_iter().map(|range| Cut { range, rule }));
    }
    cuts.sort_by_key(|cut| (cut.range.start, Reverse(cut.range.end)));
    let mut covered = 0;
    cuts.retain_mut(|cut| {
        // Of two that overlap the first one stays, and what the other one has beyond it.
        cut.range.start = cut.range.start.max(covered);
        let new = !cut.range.is_empty() && text.get(cut.range.clone()).is_some();
        if new {
            covered = cut.range.end;
        }
        new
    });
    cuts
}

/// What was taken out by both stages: one span where two touch or only blanks stand between.
fn boilerplate(text: &str, shadow: &Mapped, cuts: &[Cut], markup: &[Range<usize>]) -> Vec<(Span, Reason)> {
    let mut all: Vec<(Range<usize>, &'static str)> = cuts
        .iter()
        .map(|cut| (shadow.original(cut.range.clone()), cut.rule))
        .collect();
    all.extend(markup.iter().map(|range| (range.clone(), "boilerplate/markup")));
    all.sort_by_key(|(range, _)| (range.start, Reverse(range.end)));
    let mut merged: Vec<(Range<usize>, &'static str)> = Vec::new();
    for (range, rule) in all {
        match merged.last_mut() {
            Some((last, _)) if range.start <= last.end || blank(&text[last.end..range.start]) => {
                last.end = last.end.max(range.end)
            }
            _ => merged.push((range, rule)),
        }
    }
    merged
        .into_iter()
        .map(|(range, rule)| {
            (
                Span::at(range.start, range.end),
                Reason {
                    rule,
                    triggers: Vec::new(),
                    confidence: confidence(rule),
                },
            )
        })
        .collect()
}

/// Whether only blanks within one line stand here.
fn blank(text: &str) -> bool {
    text.len() <= 64
        && text
            .chars()
            .all(|char| char.is_whitespace() && !matches!(char, '\n' | '\r') || shadow::invisible(char))
}

fn confidence(rule: &str) -> u8 {
    match rule {
        "boilerplate/markup" | "boilerplate/symbols" | "boilerplate/file-name" | "boilerplate/page-number" => 99,
        "boilerplate/head" | "boilerplate/tail" | "boilerplate/between" => 90,
        _ => 95,
    }
}

#[cfg(test)]
mod tests {
    use super::clean;
    use crate::text::Source;

    fn check(text: &str, expected: &str) {
        assert_eq!(clean(&Source::new(text)).text(), expected, "{text}");
    }

    #[test]
    fn of_copies_of_a_title_in_a_row_the_first_clean_one_stays() {
        let kept = "在全区防汛工作会议上的讲话\n同志们：今天开会。";
        check(
            "在全区防汛工作会议上的讲话在全区防汛工作会议上的讲话篇1同志们：今天开会。",
            kept,
        );
        check(
            "第1页共11页在全区防汛工作会议上的讲话在全区防汛工作会议上的讲话同志们：今天开会。",
            kept,
        );
        check(
            "2022在 区防汛工作会议上的讲话在全区防汛工作会议上的讲话同志们：今天开会。",
            kept,
        );
    }

    #[test]
    fn a_number_of_a_paper_in_the_speech_is_the_speakers() {
        let text = "同志们：今天开会，讲两点意见，请大家抓好落实。\n（青政发〔2016〕12号）\n秘密\n各单位要认真学习，抓好贯彻。";
        check(text, text);
        check(
            &format!("青政发〔2016〕12号\n特急\n县长在防汛会上的讲话\n{text}\n青政办 2016年4月12日印发"),
            &format!("县长在防汛会上的讲话\n{text}"),
        );
    }

    #[test]
    fn a_path_that_reads_like_a_title_is_none_of_its_copies() {
        for path in ["首页 > 领导讲话 > ", "首页 > 领_导讲话 > "] {
            check(
                &format!("{path}会议讲话区长在防汛会上的讲话同志们：今天开会，要抓好落实。"),
                "会议讲话区长在防汛会上的讲话\n同志们：今天开会，要抓好落实。",
            );
        }
    }

    #[test]
    fn a_label_right_before_a_title_is_taken_alone() {
        let kept = "县长在防汛会上的讲话\n同志们：今天开会，讲两点意见，请大家抓好落实。";
        for label in ["文档分类：行政公文 -- 工作会议 ", "来源：本站 ", "【范文】", "[范文] "] {
            check(
                &format!("{label}县长在防汛会上的讲话 同志们：今天开会，讲两点意见，请大家抓好落实。"),
                kept,
            );
        }
        check(
            "县长在防汛会上的讲话 点击播报本文，约10分钟 同志们：今天开会，讲两点意见，请大家抓好落实。",
            kept,
        );
    }

    #[test]
    fn a_report_behind_a_byline_is_not_joined_to_what_stands_before() {
        check(
            "产值增长两成，估计全年\n本网讯（王某某）11月10日，县里开了会。",
            "产值增长两成，估计全年\n11月10日，县里开了会。",
        );
    }

    #[test]
    fn of_debris_that_overlaps_both_parts_go() {
        check(
            "字体：【小 大】 近日，市里开了会，会上定了三件事。",
            "近日，市里开了会，会上定了三件事。",
        );
    }

    #[test]
    fn a_table_of_contents_and_a_summary_are_no_speech() {
        check(
            "在防汛会上的讲话\n目录/提纲：……\n一、提高认识，正视问题\n二、强化责任，抓好落实\n……\n同志们：\n一、提高认识，正视问题\n要抓好排查。",
            "在防汛会上的讲话\n同志们：\n一、提高认识，正视问题\n要抓好排查。",
        );
        check(
            "在防汛会上的讲话\n各位代表：这次会议是县委、县政府研究决定召开的，主要任务是贯彻省市会\n各位代表：这次会议是县委、县政府研究决定召开的，主要任务是贯彻省市会议精神，安排防汛。",
            "在防汛会上的讲话\n各位代表：这次会议是县委、县政府研究决定召开的，主要任务是贯彻省市会议精神，安排防汛。",
        );
        check(
            "提纲\n一、形势\n要看到形势。\n二、任务\n要抓好任务。",
            "提纲\n一、形势\n要看到形势。\n二、任务\n要抓好任务。",
        );
    }

    #[test]
    fn links_under_further_reading_are_taken_in_the_middle_of_a_speech() {
        check(
            "同志们：\n一要抓好春耕，各乡镇要备足农资。\n【延伸阅读】\n· 青山：春耕图鉴\n· 一图读懂春耕\n二要抓好防汛，各单位要备足物资。",
            "同志们：\n一要抓好春耕，各乡镇要备足农资。\n二要抓好防汛，各单位要备足物资。",
        );
        let kept = "同志们：\n主要任务如下：\n·抓好春耕\n·抓好防汛\n各单位要抓好落实，见到成效。";
        check(kept, kept);
    }

    #[test]
    fn what_portals_put_between_paragraphs_goes_and_words_like_it_stay() {
        check(
            "同志们：\n一要抓好春耕，各乡镇要备足农资。\n——广告——　写作速成班限时五折\n展开剩余62%\n二要抓好防汛。\n▲会场一角（王某 摄）\n各单位要抓好落实（未完待续，下载完整版请点击此处），见到成效。\n—— 全文完 ——",
            "同志们：\n一要抓好春耕，各乡镇要备足农资。\n二要抓好防汛。\n各单位要抓好落实，见到成效。",
        );
        let kept = "同志们：\n公告全文完整张贴，广告牌要拆，剩余的树要栽。\n改革未完待续，编者要把好关，扩建后回复群众，点击率不是政绩。";
        check(kept, kept);
    }

    #[test]
    fn what_speakers_say_of_apps_of_texts_and_of_offers_stays() {
        for text in [
            "同志们：\n要尽快展开剩余群众的转移安置工作，确保安全。\n要在全文完稿之前征求意见\n起草报告全文完后，要送各位审阅。",
            "同志们：\n要规范三类宣传——广告、海报、横幅，要整治户外广告——这是重点。\n群众打开APP查看公交到站时间，办事更方便。",
            "同志们：\n教育部门要管好试题试卷，企业可以打包下载政策文件。\n群众领取资料后，后台回复要快，每日更新材料要准。\n老党员免费领取资料",
            "同志们：\n★★★★★级景区要创成三家\n▲要抓好宣传片的拍摄\n日报加了编者按：这条路子值得推广。请大家都看一看。",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn links_that_count_on_behind_the_end_are_no_speech() {
        let kept = "同志们：\n一、抓好春耕\n各乡镇要备足农资，各部门要把种子化肥调度到位，把机具检修到位，把技术服务送到田间地头，不误农时，抓出成效。";
        check(
            &format!("{kept}\n谢谢大家！\n相关范文\n二、县长在防汛会上的讲话\n三、局长在春耕会上的发言"),
            &format!("{kept}\n谢谢大家！"),
        );
        check(&format!("{kept}\n相关范文\n二、县长在防汛会上的讲话"), kept);
    }

    #[test]
    fn what_stands_over_the_path_of_a_page_is_the_head_of_its_site() {
        check(
            "青山县民政学会\n行业快讯\n当前位置： 首页 > 要闻\n推动全县民政事业高质量发展\n发布时间：2012-03-21\n会议强调，要抓好落实，见到成效。",
            "推动全县民政事业高质量发展\n会议强调，要抓好落实，见到成效。",
        );
    }
}
