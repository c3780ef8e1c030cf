//! JSON on many lines, made from JSON on one: two blanks for each level, as serde would write it.

/// Adds JSON, indented, to what ends on a level. What comes in has no blanks but those in its strings.
pub(super) fn indent(json: &[u8], mut level: usize, out: &mut Vec<u8>) {
    let (mut done, mut at) = (0, 0);
    while let Some(&byte) = json.get(at) {
        at += 1;
        match byte {
            b'"' => at = behind_string(json, at),
            b'{' | b'[' => {
                if let Some(b'}' | b']') = json.get(at) {
                    at += 1;
                    continue;
                }
                level += 1;
                copy(json, &mut done, at, out);
                line_end(level, out);
            }
            b'}' | b']' => {
                level -= 1;
                copy(json, &mut done, at - 1, out);
                line_end(level, out);
            }
            b',' => {
                copy(json, &mut done, at, out);
                line_end(level, out);
            }
            b':' => {
                copy(json, &mut done, at, out);
                out.push(b' ');
            }
            _ => {}
        }
    }
    copy(json, &mut done, at, out);
}

/// The place behind the quotation mark that closes a string.
fn behind_string(json: &[u8], mut at: usize) -> usize {
    loop {
        match json.get(at) {
            Some(b'"') => return at + 1,
            Some(b'\\') => at += 2,
            Some(_) => at += 1,
            None => return json.len(),
        }
    }
}

/// Copies what was only looked at so far.
fn copy(json: &[u8], done: &mut usize, end: usize, out: &mut Vec<u8>) {
    out.extend_from_slice(&json[*done..end]);
    *done = end;
}

/// Ends a line and begins the next one on a level.
pub(super) fn line_end(level: usize, out: &mut Vec<u8>) {
    const BLANKS: &[u8] = b"\n                ";
    match BLANKS.get(..1 + 2 * level) {
        Some(blanks) => out.extend_from_slice(blanks),
        None => {
            out.push(b'\n');
            out.resize(out.len() + 2 * level, b' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::indent;

    fn trees() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            "[a要\"\\\\\\n{}\\[\\]:, ]{0,8}".prop_map(Value::from),
        ];
        leaf.prop_recursive(12, 40, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::vec(("[a\"\\\\:{]{0,3}", inner), 0..4)
                    .prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn it_is_what_serde_would_write(value in trees()) {
            let line = serde_json::to_vec(&value).unwrap();
            let mut out = Vec::new();
            indent(&line, 0, &mut out);
            prop_assert_eq!(out, serde_json::to_vec_pretty(&value).unwrap());
        }
    }
}
