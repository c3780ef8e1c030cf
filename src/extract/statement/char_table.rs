//! Characters at the ends of a clause that say something about it.

/// Characters at the end of a clause that say something about it.
pub(super) const LAST_CHARS: &str = "的了着过中上下好高强大多少快差实新位额个家项亿元天人次倍”》）年月日办设作系制平力度理展量效全障务络台地目局面路区机责性化升加成开来起行会业质能率境";

/// Characters at the start of a clause that say something about it.
pub(super) const FIRST_CHARS: &str = "要以为对把将由在从让使与向各有是不“其另一特能这我那他它做抓加推建坚强提完深全积开优落组支严确打形实充大发进用多着培健重继更既又也没";

/// Characters in code point order, each with its place in a list.
pub(super) struct CharTable(Vec<(char, usize)>);

impl CharTable {
    /// The characters of a list.
    pub(super) fn of(list: &str) -> Self {
        let mut chars: Vec<_> = list.chars().enumerate().map(|(place, char)| (char, place)).collect();
        chars.sort_unstable();
        chars.dedup_by_key(|(char, _)| *char);
        Self(chars)
    }

    /// The first place of a character in the list.
    pub(super) fn place(&self, char: char) -> Option<usize> {
        let found = self.0.binary_search_by_key(&char, |(char, _)| *char).ok()?;
        Some(self.0[found].1)
    }
}
