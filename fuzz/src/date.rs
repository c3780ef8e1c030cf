//! Any words, said on any day: an interval that they mean runs forward.

#![no_main]

use juyao::extract::date::{Date, resolve};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (i16, u8, u8, &str)| {
    let (year, month, day, words) = input;
    let spoken = Date::new(year.into(), month % 12 + 1, day % 31 + 1);
    if let Some(interval) = resolve(words, spoken) {
        assert!(interval.from.is_some() || interval.to.is_some());
        if let (Some(from), Some(to)) = (interval.from, interval.to) {
            assert!(from <= to);
        }
    }
});
