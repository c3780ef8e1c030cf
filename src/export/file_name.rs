//! Names of exported files.

/// Code points that a name may have before its extension.
const LONGEST: usize = 120;

/// The name of a file: a title without characters that file systems refuse, and an extension.
pub fn file_name(title: &str, extension: &str) -> String {
    let refused = |char: char| char.is_control() || "\\/:*?\"<>|".contains(char);
    let clean: String = title
        .trim()
        .chars()
        .map(|char| if refused(char) { '_' } else { char })
        .take(LONGEST)
        .collect();
    // Windows drops dots and blanks at the end, and hides names that begin with a dot elsewhere.
    let clean = clean.trim_matches(|char: char| char == '.' || char.is_whitespace());
    let stem = if clean.is_empty() { "juyao" } else { clean };
    format!("{stem}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn names_are_fit_for_file_systems() {
        assert_eq!(file_name(" 在全市大会上的讲话 ", "json"), "在全市大会上的讲话.json");
        assert_eq!(file_name("a/b\\c:d*\u{1}.juyao", "json"), "a_b_c_d__.juyao.json");
        assert_eq!(file_name("../..", "txt"), "_.txt");
        assert_eq!(file_name("", "csv"), "juyao.csv");
        assert_eq!(file_name(&"长".repeat(500), "txt").chars().count(), LONGEST_NAME);
    }

    const LONGEST_NAME: usize = super::LONGEST + ".txt".len();
}
