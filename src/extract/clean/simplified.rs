//! Traditional characters as simplified ones, errors of converters included.

use std::sync::LazyLock;

/// The first and the last character that the table covers.
const COVERED: (u32, u32) = (0x4E00, 0x9FFF);

/// In the table: the character depends on its neighbours.
const DEPENDS: u16 = 1;

/// What every character is read as.
pub(super) struct Table {
    /// For each covered character the simplified one, [`DEPENDS`], or 0 where it stays.
    codes: Vec<u16>,
    readings: Vec<Reading>,
}

/// A character whose reading depends on its neighbours.
struct Reading {
    char: char,
    meant: char,
    otherwise: char,
    /// It is meant beside these neighbours alone; if not, beside all others.
    only: bool,
    /// Neighbours, and whether each stands in front.
    neighbours: Vec<(char, bool)>,
}

impl Table {
    /// The table of the project.
    pub(super) fn own() -> &'static Self {
        static TABLE: LazyLock<Table> = LazyLock::new(Table::read);
        &TABLE
    }

    /// The simplified character that one is read as between its neighbours, the one before it already
    /// simplified; any other stays.
    pub(super) fn simplified(&self, previous: char, char: char, next: char) -> char {
        match self.code(char) {
            0 => char,
            DEPENDS => self.depending(previous, char, next),
            code => char::from_u32(code.into()).unwrap_or(char),
        }
    }

    /// Whether a text begins with a Chinese character that stays whatever stands beside it.
    pub(super) fn keeps_first(&self, text: &[u8]) -> bool {
        let Some([first @ 0xE4..=0xE9, second, third]) = text.first_chunk() else {
            return false;
        };
        let bits = |byte: u8| usize::from(byte & 0x3F);
        let code = usize::from(first & 0xF) << 12 | bits(*second) << 6 | bits(*third);
        self.codes.get(code.wrapping_sub(COVERED.0 as usize)) == Some(&0)
    }

    fn read() -> Self {
        let mut table = Self {
            codes: vec![0; (COVERED.1 - COVERED.0 + 1) as usize],
            readings: Vec::new(),
        };
        for line in lines(include_str!("../data/simplified.txt")) {
            let mut chars = line.chars();
            while let (Some(from), Some(to)) = (chars.next(), chars.next()) {
                table.set(from, u16::try_from(to as u32).unwrap_or_default());
            }
        }
        for line in lines(include_str!("../data/readings.txt")) {
            let mut words = line.split_whitespace();
            let mut char = || words.next().and_then(|word| word.chars().next());
            let (Some(from), Some(meant)) = (char(), char()) else {
                continue;
            };
            let only = words.next() == Some("only");
            let neighbours = words.filter_map(|word| {
                let bare = word.trim_matches('_').chars().next()?;
                Some((bare, word.ends_with('_')))
            });
            table.readings.push(Reading {
                char: from,
                meant,
                otherwise: table.otherwise(from),
                only,
                neighbours: neighbours.collect(),
            });
            table.set(from, DEPENDS);
        }
        table
    }

    fn code(&self, char: char) -> u16 {
        let index = (char as u32).wrapping_sub(COVERED.0) as usize;
        self.codes.get(index).copied().unwrap_or_default()
    }

    fn set(&mut self, char: char, code: u16) {
        let index = (char as u32).wrapping_sub(COVERED.0) as usize;
        if let Some(slot) = self.codes.get_mut(index) {
            *slot = code;
        }
    }

    /// What a character is read as that does not look at its neighbours.
    fn otherwise(&self, char: char) -> char {
        match self.code(char) {
            0 | DEPENDS => char,
            code => char::from_u32(code.into()).unwrap_or(char),
        }
    }

    fn depending(&self, previous: char, char: char, next: char) -> char {
        let next = self.otherwise(next);
        let Some(reading) = self.readings.iter().find(|reading| reading.char == char) else {
            return char;
        };
        let beside = reading
            .neighbours
            .iter()
            .any(|(neighbour, before)| *neighbour == if *before { previous } else { next });
        if beside == reading.only {
            reading.meant
        } else {
            reading.otherwise
        }
    }
}

/// The lines of a data file that are not comments.
fn lines(data: &str) -> impl Iterator<Item = &str> {
    data.lines().filter(|line| !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::Table;

    fn read(text: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        let mut out = vec![];
        for (at, char) in chars.iter().enumerate() {
            let previous = out.last().copied().unwrap_or('\n');
            let next = chars.get(at + 1).copied().unwrap_or('\n');
            out.push(Table::own().simplified(previous, *char, next));
        }
        out.into_iter().collect()
    }

    #[test]
    fn errors_of_converters_are_read_as_they_are_meant() {
        for (text, expected) in [
            ("範圍內乾部羣衆的後勤公裏數", "范围内干部群众的后勤公里数"),
            ("范围内干部群众的后勤公里数", "范围内干部群众的后勤公里数"),
            (
                "衹有製度纔能管長遠，方麵很多，批準為瞭民生",
                "只有制度才能管长远，方面很多，批准为了民生",
            ),
            ("著力抓，隨著推進，顯著的著作", "着力抓，随着推进，显著的著作"),
            ("著名品牌，成效显著", "著名品牌，成效显著"),
            ("乾淨，乾坤，瞭解，瞭望", "干净，乾坤，了解，瞭望"),
            (
                "計畫與圖畫，答覆與覆蓋，憑藉與狼藉",
                "计划与图画，答复与覆盖，凭借与狼藉",
            ),
            ("説産録査爲閲", "说产录查为阅"),
        ] {
            assert_eq!(read(text), expected);
        }
    }
}
