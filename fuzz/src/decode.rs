//! Every format: what it writes for a text, with some bytes changed, and any bytes at all. Reading them
//! gives an error or documents that come back from the project's own JSON as they were.

#![no_main]

use juyao::export::{Format, Options, json};
use juyao::extract::extract;
use juyao::project::{Project, Suggestions};
use juyao::text::Source;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, Vec<(u16, u8)>, &str)| {
    let (choice, changes, text) = input;
    let format = Format::ALL[usize::from(choice) % Format::ALL.len()];
    read(format, text.as_bytes());
    let source = Source::new(text);
    let found = extract(&source, None, &mut |_| {});
    let project = Project::suggested(source.clone(), Suggestions::of(&source, &found));
    let Ok(mut bytes) = format.encode(&project, Options { suggestions: true }) else {
        return;
    };
    for (place, byte) in changes {
        let length = bytes.len().max(1);
        if let Some(changed) = bytes.get_mut(usize::from(place) % length) {
            *changed = byte;
        }
    }
    read(format, &bytes);
});

fn read(format: Format, bytes: &[u8]) {
    for project in format.decode(bytes).unwrap_or_default() {
        assert_eq!(json::decode(&json::encode(&project)).as_ref(), Ok(&project));
    }
}
