//! Pronunciations that some sites put behind characters against copying: 会(huì)议.

use super::markup::Markup;
use super::shadow::han;

/// The longest syllable of Mandarin in letters.
const LONGEST: usize = 6;

/// So many bracketed syllables without tone marks show that they are pronunciations.
const ENOUGH: usize = 10;

/// Which bracketed letters are pronunciations in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glosses {
    /// Syllables without tone marks count too.
    toneless: bool,
}

impl Glosses {
    /// Looks a text over. A few bracketed words are abbreviations, many are pronunciations.
    pub(super) fn of(text: &str) -> Self {
        let found = text
            .match_indices('(')
            .filter(|(at, _)| syllable(&text[at + 1..]).is_some() && text[..*at].chars().next_back().is_some_and(han))
            .take(ENOUGH)
            .count();
        Self {
            toneless: found == ENOUGH,
        }
    }

    /// The pronunciation in brackets that a text starts with, if what stands before it is Chinese.
    pub(super) fn gloss(self, text: &str) -> Option<Markup> {
        let open = text.chars().next()?.len_utf8();
        let (length, toned) = syllable(&text[open..])?;
        (toned || self.toneless).then_some(Markup {
            length: open + length,
            stands_for: None,
        })
    }
}

/// The length of a syllable with its closing bracket, and whether it has a tone mark.
fn syllable(text: &str) -> Option<(usize, bool)> {
    let mut toned = false;
    for (count, (at, char)) in text.char_indices().take(LONGEST + 1).enumerate() {
        match char {
            'a'..='z' => {}
            ')' | '）' if count > 0 => return Some((at + char.len_utf8(), toned)),
            _ if "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿɑɡ".contains(char) => toned = true,
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::Glosses;

    fn length(text: &str, at: &str) -> Option<usize> {
        Glosses::of(text).gloss(at).map(|found| found.length)
    }

    #[test]
    fn pronunciations_are_told_from_abbreviations() {
        assert_eq!(length("會(huì)議", "(huì)議"), Some("(huì)".len()));
        assert_eq!(length("會（huì）議", "（huì）議"), Some("（huì）".len()));
        assert_eq!(length("客户端(app)", "(app)"), None);
        assert_eq!(length("看(kan)".repeat(10).as_str(), "(kan)"), Some(5));
        assert_eq!(length("要抓(紧)", "(紧)"), None);
        assert_eq!(length("()", "()"), None);
        assert_eq!(length("会(shuangs", "(shuangs"), None);
    }
}
