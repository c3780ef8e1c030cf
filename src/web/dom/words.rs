//! Where words end: the browser's own dictionary of Chinese words tells. The page carries none.

/// The places between the words of a text, in bytes: its start, its end, and every seam between.
/// In a browser without a word segmenter, and outside browsers, runs of like characters are words.
pub fn seams(text: &str) -> Vec<usize> {
    let mut seams = segmented(text).unwrap_or_else(|| runs(text));
    seams.push(text.len());
    seams.insert(0, 0);
    seams.dedup();
    seams
}

#[cfg(target_arch = "wasm32")]
fn segmented(text: &str) -> Option<Vec<usize>> {
    use js_sys::{Array, Object, Reflect};
    use wasm_bindgen::JsCast;

    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    if !Reflect::get(&intl, &"Segmenter".into()).is_ok_and(|class| class.is_function()) {
        return None;
    }
    let options = Object::new();
    Reflect::set(&options, &"granularity".into(), &"word".into()).ok()?;
    let class: js_sys::Function = Reflect::get(&intl, &"Segmenter".into()).ok()?.dyn_into().ok()?;
    let segmenter = Reflect::construct(&class, &Array::of2(&"zh".into(), &options)).ok()?;
    let segment: js_sys::Function = Reflect::get(&segmenter, &"segment".into()).ok()?.dyn_into().ok()?;
    let segments = segment.call1(&segmenter, &text.into()).ok()?;
    let mut seams = Vec::new();
    // The segmenter counts UTF-16 units.
    let (mut units, mut chars) = (0, text.char_indices().peekable());
    for segment in js_sys::try_iter(&segments).ok()?? {
        let index = Reflect::get(&segment.ok()?, &"index".into()).ok()?.as_f64()? as usize;
        while units < index {
            units += chars.next()?.1.len_utf16();
        }
        seams.push(chars.peek().map_or(text.len(), |(at, _)| *at));
    }
    Some(seams)
}

#[cfg(not(target_arch = "wasm32"))]
fn segmented(_: &str) -> Option<Vec<usize>> {
    None
}

/// The seams between runs of like characters.
fn runs(text: &str) -> Vec<usize> {
    let kind = |char: char| match char {
        '一'..='龥' => 0,
        char if char.is_ascii_digit() || matches!(char, '.' | '%' | '％') => 1,
        char if char.is_alphabetic() => 2,
        char if char.is_whitespace() => 3,
        _ => 4,
    };
    let mut last = None;
    text.char_indices()
        .filter(|(_, char)| last.replace(kind(*char)) != Some(kind(*char)))
        .map(|(at, _)| at)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seams_begin_and_end_with_the_text() {
        assert_eq!(seams(""), [0]);
        assert_eq!(seams("年底前"), [0, 9]);
        assert_eq!(seams("增长7.8%，"), [0, 6, 10, 13]);
    }
}
