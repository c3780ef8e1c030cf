//! What news portals and shops of documents put between paragraphs: buttons, ratings and captions.

use super::pages::PAGES;

/// Whether a piece is a button and nothing else, 展开剩余62%, —— 全文完 ——, or an advertisement, ——广告—— 限时五折.
pub(super) fn button(text: &str) -> bool {
    let bare = text.trim_matches(|char: char| !char.is_alphanumeric());
    let named = bare.trim_matches(|char: char| char.is_ascii_digit() || matches!(char, ' ' | '.' | '：' | '(' | '（'));
    if PAGES.button.contains(&named) {
        return true;
    }
    let dash = |char: char| "—–-─".contains(char);
    let inner = text.trim_start_matches(dash);
    let behind = PAGES
        .advert
        .iter()
        .find_map(|word| inner.trim_start().strip_prefix(word));
    // 三类宣传——广告、海报 and 广告—— are of the speech.
    inner.len() < text.len()
        && behind.is_some_and(|behind| {
            let behind = behind.trim_start();
            let rest = behind.trim_start_matches(dash);
            rest.len() < behind.len() && (rest.is_empty() || rest.starts_with(' '))
        })
}

/// ★★★★★ 4.8分（23人评价）: how readers rate a document; ★★★★★级景区 is no rating.
pub(super) fn rating(text: &str) -> bool {
    let rest = text.trim_start_matches(['★', '☆']);
    if text[..text.len() - rest.len()].chars().count() < 3 {
        return false;
    }
    let number = rest.trim_start();
    let rest = number.trim_start_matches(|char: char| char.is_ascii_digit() || char == '.');
    let rest = rest.strip_prefix('分').unwrap_or(rest).trim_start();
    rest.is_empty() || rest.starts_with("评价") || rest.starts_with('（') && rest.ends_with("评价）")
}

/// ▲会场一角（王某 摄）: a caption behind the mark that points at its picture; 拍摄 is a word of speeches.
pub(super) fn marked_caption(text: &str) -> bool {
    text.starts_with(['▲', '△', '▼', '↑'])
        && (text.ends_with("摄）") || text.ends_with(" 摄"))
        && !text.trim_end_matches('）').ends_with("拍摄")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buttons_are_the_whole_of_a_piece() {
        for text in [
            "展开剩余62%",
            "—— 全文完 ——",
            "（正文完）",
            "【完】",
            "1024次下载",
            "赞(12)",
            "打开APP查看",
            "——广告——",
            "——广告—— 写作速成班限时五折",
        ] {
            assert!(button(text), "{text}");
        }
        for text in [
            "要尽快展开剩余群众的转移安置工作",
            "要在全文完稿之前征求意见",
            "点赞12名先进",
            "下载1024次",
            "起草报告全文完后",
            "规范三类宣传——广告、海报",
            "要整治户外广告——这是重点",
            "这一类——广告——要规范",
            "群众打开APP查看公交到站时间",
            "——广告要规范——",
        ] {
            assert!(!button(text), "{text}");
        }
    }

    #[test]
    fn ratings_and_captions_are_told_from_speech() {
        assert!(rating("★★★★★ 4.8分（23人评价）") && rating("★★★☆☆") && rating("★★★★ 4分"));
        for text in ["★★★★★级景区要创成三家", "★★★ 5个项目", "★★★5分钟便民圈", "★ 3分"]
        {
            assert!(!rating(text), "{text}");
        }
        assert!(marked_caption("▲会场一角（王某 摄）") && marked_caption("▲会场一角 王某 摄"));
        for text in ["▲要抓好宣传片的拍摄", "▲要抓好宣传（含拍摄）", "▲要防止偷摄"] {
            assert!(!marked_caption(text), "{text}");
        }
    }
}
