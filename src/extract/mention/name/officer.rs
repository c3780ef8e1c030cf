//! People who hold an office: 市委|书记王平.

use std::sync::LazyLock;

use crate::extract::word_list::WordList;

/// Whether an office of a body and the name of who holds it follow: 市委|书记王平出席, 县委|常委、
/// 副县长李×.
pub(super) fn names_officer(text: &str, at: usize) -> bool {
    let mut rest = &text[at..];
    let mut held = false;
    for _ in 0..4 {
        let Some(tail) = OFFICERS.office.iter().find_map(|office| rest.strip_prefix(*office)) else {
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
                    .office
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
    let word = OFFICERS.word.iter().any(|word| text.starts_with(word));
    given && !word && OFFICERS.surname.iter().any(|name| text.starts_with(name))
}

/// The words of `officers.txt`, where the comments say what each group is. Every group has its longest
/// words first.
struct Officers {
    office: Vec<&'static str>,
    surname: Vec<&'static str>,
    word: Vec<&'static str>,
}

static OFFICERS: LazyLock<Officers> = LazyLock::new(|| {
    let group = |name| WordList::longest_first(include_str!("../../data/officers.txt"), name);
    Officers {
        office: group("office"),
        surname: group("surname"),
        word: group("word"),
    }
});
