//! Fetches the dictionary and inflates it with the browser's own means.

use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, Response, window};

use super::parts::{Part, address};

#[wasm_bindgen]
extern "C" {
    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;

    #[wasm_bindgen(js_name = ReadableStream)]
    type Piped;
    #[wasm_bindgen(method, js_name = pipeThrough, catch)]
    fn pipe_through(this: &Piped, transform: &DecompressionStream) -> Result<ReadableStream, JsValue>;

    #[wasm_bindgen(js_name = Response)]
    type Wrapped;
    #[wasm_bindgen(constructor, js_class = "Response", catch)]
    fn wrap(stream: &JsValue) -> Result<Wrapped, JsValue>;
    #[wasm_bindgen(method, js_name = arrayBuffer, catch)]
    fn array_buffer(this: &Wrapped) -> Result<js_sys::Promise, JsValue>;
}

/// The dictionary as plain text, or why it cannot be had, for a developer.
pub async fn fetch() -> Result<Uint8Array, String> {
    read().await.map_err(|error| Object::from(error).to_string().into())
}

async fn read() -> Result<Uint8Array, JsValue> {
    let promise = window()
        .ok_or(JsValue::NULL)?
        .fetch_with_str(&address(Part::Dictionary));
    let response: Response = JsFuture::from(promise).await?.unchecked_into();
    if !response.ok() {
        return Err(JsValue::from_str(&format!("status {}", response.status())));
    }
    let packed = Uint8Array::new(&JsFuture::from(response.array_buffer()?).await?);
    // Some servers declare the file as content that the browser has unpacked already.
    if packed.get_index(0) != 0x1f || packed.get_index(1) != 0x8b {
        return Ok(packed);
    }
    let stream = Reflect::get(Wrapped::wrap(&packed)?.as_ref(), &"body".into())?;
    let plain = stream
        .unchecked_into::<Piped>()
        .pipe_through(&DecompressionStream::new("gzip")?)?;
    let bytes = JsFuture::from(Wrapped::wrap(&plain)?.array_buffer()?).await?;
    Ok(Uint8Array::new(&bytes))
}
