//! An SVG picture as a PNG file. Painted on a canvas that is never shown.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url, window};

use super::download::download;

/// PNG files have so many pixels for each CSS pixel: sharp in print.
const SHARPNESS: u32 = 3;

/// Starts the download of a picture of a size in CSS pixels.
pub async fn save_png(name: &str, svg: &str, (width, height): (u32, u32)) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("image/svg+xml");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(svg)), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let painted = paint(&url, width * SHARPNESS, height * SHARPNESS).await;
    let _ = Url::revoke_object_url(&url);
    let canvas = painted?;
    let made = Promise::new(&mut |done, failed| {
        let take = Closure::once_into_js(move |blob: Option<Blob>| {
            let _ = match blob {
                Some(blob) => done.call1(&JsValue::NULL, &blob),
                None => failed.call0(&JsValue::NULL),
            };
        });
        let _ = canvas.to_blob(take.unchecked_ref());
    });
    let png: Blob = JsFuture::from(made).await?.dyn_into()?;
    let bytes = JsFuture::from(png.array_buffer()).await?;
    download(name, "image/png", &Uint8Array::new(&bytes).to_vec())
}

async fn paint(url: &str, width: u32, height: u32) -> Result<HtmlCanvasElement, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(url);
    JsFuture::from(image.decode()).await?;
    let document = window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, f64::from(width), f64::from(height))?;
    Ok(canvas)
}
