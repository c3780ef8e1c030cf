//! Bars: the parts of a site one beside another, 时政 国际 财经 视频, and its buttons.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::super::word_list::WordList;

/// A bar has at least so many parts.
const FEWEST: usize = 5;

/// A bar is at most so many bytes long, and each of its parts.
const LONGEST: usize = 900;
const LONGEST_PART: usize = 24;

/// Whether a line is a bar: short parts and nothing else, two in three of them such as sites have, or a path.
pub(super) fn bar(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let parts = || {
        text.split([' ', '|', '｜', '·', '/', '>', '»', '•', '-', '[', ']'])
            .filter(|part| !part.is_empty())
    };
    let all = parts().count();
    let short =
        || parts().all(|part| part.len() <= LONGEST_PART && !part.contains(['，', '。', '、', '；', '：', '！', '？']));
    // 新闻 > 要闻 > 正文: where on the site the page stands.
    let path = all > 1 && text.contains(['>', '»']);
    // 青山新闻网首页: the way back.
    let home = all == 1 && text.ends_with("首页");
    let many = all >= FEWEST;
    (path || home || many) && short() && (path || home || parts().filter(|part| channel(part)).count() * 3 >= all * 2)
}

/// Whether a text is what sites call a part of theirs.
pub(super) fn channel(text: &str) -> bool {
    static WORDS: LazyLock<BTreeMap<&str, BTreeSet<&str>>> = LazyLock::new(|| {
        let mut words = WordList::groups(include_str!("../data/channels.txt"));
        words.extend(
            WordList::groups(include_str!("../data/debris.txt"))
                .into_iter()
                .filter(|(group, _)| *group == "navigation"),
        );
        words
    });
    WORDS.values().any(|group| group.contains(text))
}

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn bars_are_told_from_words_of_speech() {
        assert!(bar("时政 国际 财经 军事 社会 图片"));
        assert!(bar("首页|新闻|政务公开|办事服务|互动交流|青山概况"));
        assert!(bar("理论 > 正文") && bar("市政府网站>>新闻中心>>讲话") && bar("青山新闻网首页"));
        assert!(!bar("合格率>95%，差错率<1%") && !bar("要把安全放在首页，时时提醒"));
        assert!(!bar("团结 奋进 求实 创新 争先"));
        assert!(!bar("教育、文化、卫生、体育、旅游"));
        assert!(!bar("经济 社会 文化"));
        assert!(!bar("要抓好 经济 社会 文化 教育 科技，做到全面发展"));
    }
}
