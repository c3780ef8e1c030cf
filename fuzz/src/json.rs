//! Any bytes: reading them as the project's own JSON gives an error or a project that comes back as it was.

#![no_main]

use juyao::export::json::{decode, encode};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(project) = decode(bytes) {
        assert_eq!(decode(&encode(&project)).as_ref(), Ok(&project));
    }
});
