//! What an office prints around the text of a paper: its number, its grade, and when it was printed.

use super::pages::PAGES;
use super::shadow::han;

/// 青政发〔2016〕12号, 特急, 县政府办公室 2016年4月12日印发, （共印120份）: a line of a paper that is not its text.
pub(super) fn paper(text: &str) -> bool {
    let bare = text.trim_matches(['（', '）', ' ']);
    let copies = bare.starts_with("共印") && bare.ends_with('份');
    copies || printed(bare) || graded(bare) || numbered(bare)
}

/// Whether a line may be about a paper as well as on one: 特急, 青政发〔2016〕12号.
pub(super) fn cited(text: &str) -> bool {
    let bare = text.trim_matches(['（', '）', ' ']);
    graded(bare) || numbered(bare)
}

/// 青溪县人民政府办公室 2016年4月12日印发: an office, a blank and the whole date.
fn printed(text: &str) -> bool {
    let dated = ["日印发", "日印"].iter().find_map(|end| text.strip_suffix(end));
    let Some((office, date)) = dated.and_then(|rest| {
        let (rest, day) = rest.rsplit_once('月')?;
        let (rest, month) = rest.rsplit_once('年')?;
        let office = rest.trim_end_matches(numeral);
        let year = &rest[office.len()..];
        Some((office, [year, month.trim(), day.trim()]))
    }) else {
        return false;
    };
    let name = office.trim_end();
    name.len() < office.len()
        && PAGES.printer.iter().any(|end| name.ends_with(end))
        && name.chars().all(|char| han(char) || char == ' ')
        && !name.contains(['于', '已'])
        && date.iter().all(|part| !part.is_empty() && part.chars().all(numeral))
        && date[0].chars().count() == 4
}

fn numeral(char: char) -> bool {
    char.is_ascii_digit() || "〇○零一二三四五六七八九十".contains(char)
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
            "中共青溪县委办公室  二〇一六年四月十二日印发",
        ] {
            assert!(paper(line), "{line}");
        }
        for line in [
            "落实《国务院关于放管服的意见》（国发〔2016〕12号",
            "一、认真学习青发〔2016〕3号文件",
            "特急的事情特办",
            "（2016）12号",
            "方案已于4月12日印发",
            "一、省委文件已于2023年3月5日印发",
            "省政府意见已于今年4月12日印发",
            "《县安全生产实施细则》2023年3月5日印发",
            "第一，“三定”规定于2019年3月12日印发",
            "县安全生产实施细则 2023年3月5日印发",
            "文件由县政府办公室于 2023年3月5日印发",
            "县政府办公室 今年3月5日印发",
            "青溪县（2016年）投资12亿元",
        ] {
            assert!(!paper(line), "{line}");
        }
    }
}
