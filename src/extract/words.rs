//! Where the words of a text end, as the dictionary has them: for selections that snap to words.

use super::clean;
use super::lexicon::Lexicon;
use crate::text::{ByteOffset, Source};

/// The places between the words of the text as it was pasted, in order: every start and every end of
/// a word. In what the cleaning sets aside no words are looked for: each character stands alone there.
pub fn seams(source: &Source, lexicon: &dyn Lexicon) -> Vec<ByteOffset> {
    let cleaned = clean::clean(source);
    let mut seams: Vec<ByteOffset> = Vec::new();
    let mut done = ByteOffset(0);
    for word in lexicon.words(cleaned.text()) {
        let span = cleaned.original(word.span);
        alone(source, done, span.start(), &mut seams);
        // A character that stands for several words keeps its own edges.
        seams.extend([span.start(), span.end()].into_iter().filter(|seam| *seam >= done));
        done = done.max(span.end());
    }
    alone(source, done, source.len(), &mut seams);
    seams.extend([ByteOffset(0), source.len()]);
    seams.sort_unstable();
    seams.dedup();
    seams
}

/// The starts of all characters from one place to another.
fn alone(source: &Source, from: ByteOffset, to: ByteOffset, seams: &mut Vec<ByteOffset>) {
    if let Some(text) = source.text().get(from.index()..to.index()) {
        let starts = text.char_indices().map(|(at, _)| ByteOffset(from.0 + at as u32));
        seams.extend(starts);
    }
}

#[cfg(feature = "jieba")]
#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::jieba::JiebaLexicon;

    fn words(text: &str) -> Vec<String> {
        let lexicon = JiebaLexicon::new("粉尘 100 n\n渠道 100 n\n建设 100 v\n".as_bytes()).unwrap();
        let seams = seams(&Source::new(text), &lexicon);
        let pieces = seams
            .windows(2)
            .map(|pair| text[pair[0].index()..pair[1].index()].to_owned());
        pieces.collect()
    }

    #[test]
    fn words_are_those_of_the_dictionary() {
        assert_eq!(
            words("修渠道，防粉尘爆。"),
            ["修", "渠道", "，", "防", "粉尘", "爆", "。"]
        );
        assert_eq!(words(""), [""; 0]);
    }

    #[test]
    fn words_of_traditional_and_of_broken_text_are_found_where_they_stand() {
        assert_eq!(words("防粉塵。"), ["防", "粉塵", "。"]);
        let broken = words("我们要大力加强水利工程的建\n设，修好渠道。");
        assert_eq!(broken.concat(), "我们要大力加强水利工程的建\n设，修好渠道。");
        assert!(broken.contains(&"渠道".to_owned()), "{broken:?}");
    }
}
