//! What an office prints around the text of a paper: its number, its grade, and when it was printed.

use super::pages::PAGES;

/// 青政发〔2016〕12号, 特急, 县政府办公室 2016年4月12日印发, （共印120份）: a line of a paper that is not its text.
pub(super) fn paper(text: &str) -> bool {
    let bare = text.trim_matches(['（', '）', ' ']);
    let copies = bare.starts_with("共印") && bare.ends_with('份');
    let printed = ["日印发", "日印"].iter().any(|end| bare.ends_with(end)) && bare.contains('年');
    copies || printed || graded(bare) || numbered(bare)
}

/// 特急, 机密★1年
pub(super) fn graded(text: &str) -> bool {
    let rest = PAGES.grade.iter().find_map(|word| text.strip_prefix(*word));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('★'))
}

/// 青政办发〔2016〕12号, 青发[2016]3号, 青委（2016）5号
fn numbered(text: &str) -> bool {
    let Some(open) = text
        .ends_with('号')
        .then(|| text.find(['〔', '[', '（', '【']))
        .flatten()
    else {
        return false;
    };
    let office = &text[..open];
    let year = text[open..].trim_start_matches(['〔', '[', '（', '【']);
    let number = year
        .get(4..)
        .filter(|_| year.bytes().take(4).all(|byte| byte.is_ascii_digit()))
        .and_then(|rest| rest.strip_prefix(['〕', ']', '）', '】']))
        .map(str::trim)
        .and_then(|rest| rest.strip_suffix('号'));
    let digits = |number: &str| {
        let number = number.trim_start_matches('第');
        (1..=4).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    !office.is_empty() && !office.contains(['《', '、', '：', ' ']) && number.is_some_and(digits)
}

#[cfg(test)]
mod tests {
    use super::paper;

    #[test]
    fn lines_of_papers_are_told_from_speech() {
        for line in [
            "青政办通报〔2016〕12号",
            "青发[2016]3号",
            "青委（2016）第5号",
            "特急",
            "机密★1年",
            "青溪县人民政府办公室 2016年4月12日印发",
            "（共印120份）",
        ] {
            assert!(paper(line), "{line}");
        }
        for line in [
            "落实《国务院关于放管服的意见》（国发〔2016〕12号",
            "一、认真学习青发〔2016〕3号文件",
            "特急的事情特办",
            "（2016）12号",
            "方案已于4月12日印发",
            "青溪县（2016年）投资12亿元",
        ] {
            assert!(!paper(line), "{line}");
        }
    }
}
