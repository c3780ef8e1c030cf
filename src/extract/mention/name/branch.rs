//! Bodies that go on behind a withheld place or a university: 国家统计局|××调查队, 某某大学|附属医院.

use std::ops::Range;

use super::bodies::BODIES;

/// The end of an organization's name with the branch of it that follows.
pub(super) fn branch_end(text: &str, name: Range<usize>) -> usize {
    let (words, rest) = (&text[name.clone()], &text[name.end..]);
    withheld(rest)
        .or_else(|| hospital(words, rest))
        .map_or(name.end, |length| name.end + length)
}

/// The length of a branch whose place is withheld: ××市税务局.
fn withheld(rest: &str) -> Option<usize> {
    let place = rest.trim_start_matches(['×', 'X', '＊', '*', '某']);
    let run = rest.len() - place.len();
    let kind = place.strip_prefix(['省', '市', '县', '区', '州']).unwrap_or(place);
    let branch = BODIES.branches.iter().find(|branch| kind.starts_with(**branch))?;
    (run > 0 && run <= "××××".len()).then_some(rest.len() - kind.len() + branch.len())
}

/// The length of a university's hospital: 医学院附属第二医院.
fn hospital(words: &str, rest: &str) -> Option<usize> {
    if !words.ends_with(['学', '院']) || !(words.ends_with("大学") || words.ends_with("医学院")) {
        return None;
    }
    let own = rest.strip_prefix("医学院").unwrap_or(rest);
    let own = own.strip_prefix("附属").unwrap_or(own);
    let near = &own[..own.floor_char_boundary(LONGEST)];
    let (end, hospital) = near.match_indices("医院").next()?;
    let name = &near[..end];
    let plain = name.chars().all(char::is_alphabetic) && !name.contains(['的', '和', '与', '及', '等', '、']);
    let other = BODIES.no_hospital.iter().any(|word| name.starts_with(word));
    (plain && !other).then_some(rest.len() - own.len() + end + hospital.len())
}

/// What a hospital is called by behind its university has at most so many bytes.
const LONGEST: usize = "第二人民医院".len();

#[cfg(test)]
mod tests {
    use super::branch_end;

    #[test]
    fn branches_belong_to_the_name_of_their_body() {
        for (name, rest, longer) in [
            ("国家统计局", "××调查队的同志", "××调查队"),
            ("国家税务总局", "××市税务局、审计局", "××市税务局"),
            ("江州大学", "附属第一医院牵头", "附属第一医院"),
            ("江州大学", "医学院附属第二医院", "医学院附属第二医院"),
            ("江州大学", "华西医院", "华西医院"),
            ("江州大学", "城和市中医院", ""),
            ("江州大学", "与市人民医院", ""),
            ("市财政局", "××市税务局", "××市税务局"),
            ("市财政局", "和××公司", ""),
        ] {
            let text = format!("{name}{rest}");
            assert_eq!(&text[name.len()..branch_end(&text, 0..name.len())], longer, "{text}");
        }
    }
}
