//! Makes `src/extract/data/dictionary.txt.gz`: the words of jieba-rs that official speech can use,
//! and the project's own words, each with its part of speech and its sense.
//!
//! `make dictionary`
//!
//! The source is the `dict.txt` (MIT) in the sources of the jieba-rs crate that Cargo.lock names.
//! The output is the same, byte for byte, whenever the inputs are: words in code point order, no
//! time stamp in the gzip header.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, error::Error, fs};

use flate2::{Compression, GzBuilder};

/// Frequency of the project's own words: enough that a word wins over its parts.
const OWN_FREQUENCY: u64 = 300;

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let data = root.join("src/extract/data");
    let source = fs::read_to_string(jieba_dictionary(root)?)?;
    let mut words: BTreeMap<&str, (u64, char)> = source.lines().filter_map(entry).collect();
    let own = fs::read_to_string(data.join("words.txt"))?;
    for (word, group) in grouped(&own) {
        let tag = group.chars().next().unwrap_or('n');
        if tag == '-' {
            words.remove(word);
            continue;
        }
        let known = words.entry(word).or_insert((0, tag));
        *known = (known.0.max(OWN_FREQUENCY), tag);
    }
    let senses = fs::read_to_string(data.join("senses.txt"))?;
    let senses: BTreeMap<&str, &str> = grouped(&senses).collect();
    let mut text = String::new();
    for (word, (frequency, tag)) in &words {
        let sense = sense(&senses, word);
        text.push_str(&format!("{word} {} {tag}{sense}\n", rounded(*frequency)));
    }
    let path = data.join("dictionary.txt.gz");
    let mut file = GzBuilder::new().write(Vec::new(), Compression::best());
    file.write_all(text.as_bytes())?;
    let packed = file.finish()?;
    println!(
        "{}: {} words, {} bytes, {} packed",
        path.display(),
        words.len(),
        text.len(),
        packed.len()
    );
    Ok(fs::write(path, packed)?)
}

/// Where Cargo keeps the dictionary of jieba-rs.
fn jieba_dictionary(root: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let output = Command::new(env::var("CARGO").unwrap_or_else(|_| "cargo".into()))
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(root)
        .output()?;
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    let package = metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|package| package["name"] == "jieba-rs");
    let manifest = package
        .and_then(|package| package["manifest_path"].as_str())
        .ok_or("jieba-rs is not a dependency")?;
    Ok(Path::new(manifest).with_file_name("src").join("data/dict.txt"))
}

/// A line of the dictionary that is worth keeping.
fn entry(line: &str) -> Option<(&str, (u64, char))> {
    let mut fields = line.split(' ');
    let (word, frequency, tag) = (fields.next()?, fields.next()?.parse().ok()?, fields.next()?);
    keep(word, frequency, tag).then_some((word, (frequency, coarse(tag))))
}

/// Whether a word is frequent enough for its kind. The dictionary counts a general corpus: half of
/// it are words met three times or less, personal names and classical phrases.
fn keep(word: &str, frequency: u64, tag: &str) -> bool {
    let length = word.chars().count();
    if length == 1 {
        return true;
    }
    if !word.chars().all(|char| ('\u{4e00}'..='\u{9fff}').contains(&char)) {
        return false;
    }
    match tag {
        "nr" | "nrt" | "nrfg" => frequency >= 100,
        "ns" => length <= 5 && frequency >= 3,
        "nt" => length <= 5 && frequency >= 4,
        "m" => length == 2 && frequency >= 20,
        "i" | "l" => length <= 5 && frequency >= 6,
        _ if length >= 5 => frequency >= 10,
        _ => frequency >= 4,
    }
}

/// The dictionary's tags, one letter each: noun, place (s), person (r), organization (t), verb,
/// verbal noun (g), adjective, adverb (d), preposition, conjunction, idiom, particle (u), numeral,
/// classifier (q), position (f), anything else (x).
fn coarse(tag: &str) -> char {
    match tag {
        "ns" => 's',
        "nr" | "nrt" | "nrfg" => 'r',
        "nt" => 't',
        "vn" => 'g',
        "b" | "z" => 'a',
        "l" => 'i',
        "t" | "j" | "s" => 'n',
        _ => tag
            .chars()
            .next()
            .filter(|first| "nvadpciumqf".contains(*first))
            .unwrap_or('x'),
    }
}

/// Two leading digits are all that matters to the segmenter, and packs better.
fn rounded(frequency: u64) -> u64 {
    let mut unit = 1;
    while frequency / unit >= 100 {
        unit *= 10;
    }
    frequency / unit * unit
}

/// The sense of a word, or of the longest word of the list that it ends with; nothing if there is none. That
/// is a class of words rather than what they mean for 但是 (…是) or 主要 (…要), but the model does better with
/// it than without.
fn sense<'a>(senses: &BTreeMap<&str, &'a str>, word: &str) -> &'a str {
    let ends = word.char_indices().filter_map(|(at, _)| senses.get(&word[at..]));
    ends.copied().next().unwrap_or_default()
}

/// The words of a data file, each with the name of its group.
fn grouped(data: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut group = "";
    data.lines().flat_map(move |line| {
        let line = line.split('#').next().unwrap_or_default().trim();
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            group = name;
            return Vec::new();
        }
        line.split_whitespace().map(|word| (word, group)).collect::<Vec<_>>()
    })
}
