//! Hands a file to the person.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url, window};

/// Starts the download of a file.
pub fn download(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(&file_name(name));
    anchor.click();
    // The browser may still be reading; a minute is far more than it needs.
    gloo::timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

/// The name without characters that file systems refuse, at most 120 characters of it.
fn file_name(name: &str) -> String {
    let refused = |char: char| char.is_control() || "\\/:*?\"<>|".contains(char);
    let clean: String = name
        .trim()
        .chars()
        .map(|char| if refused(char) { '_' } else { char })
        .collect();
    match clean.rsplit_once('.') {
        Some((stem, extension)) => format!("{}.{extension}", stem.chars().take(120).collect::<String>()),
        None => clean,
    }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn names_are_fit_for_file_systems() {
        assert_eq!(file_name(" 在全市大会上的讲话.json "), "在全市大会上的讲话.json");
        assert_eq!(file_name("a/b\\c:d*\u{1}.juyao.json"), "a_b_c_d__.juyao.json");
        assert_eq!(file_name(&format!("{}.txt", "长".repeat(500))).chars().count(), 124);
    }
}
