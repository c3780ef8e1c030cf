//! The house rules, as far as a program can check them.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[path = "tidy/rules.rs"]
mod rules;

/// The modules, each with the only ones that it may use besides itself.
const MAY_USE: [(&str, &[&str]); 10] = [
    ("text", &[]),
    ("extract", &["text"]),
    ("annotate", &["text"]),
    ("project", &["text", "extract", "annotate"]),
    ("version", &["text", "extract", "annotate", "project"]),
    ("export", &["text", "extract", "annotate", "project"]),
    ("open", &["text", "extract", "annotate", "project", "export"]),
    (
        "protocol",
        &["text", "extract", "annotate", "project", "export", "open"],
    ),
    (
        "engine",
        &["text", "extract", "annotate", "project", "export", "open", "protocol"],
    ),
    (
        "web",
        &[
            "text", "extract", "annotate", "project", "version", "export", "open", "protocol", "engine",
        ],
    ),
];

/// Names of the crates that only a browser can serve.
const BROWSER_CRATES: [&str; 6] = ["wasm-bindgen", "js-sys", "web-sys", "gloo", "yew", "idb"];

#[test]
fn every_file_says_what_it_is() {
    forbid(rust_files(), |file| {
        (!file.text.starts_with("//! ")).then(|| "does not open with a //! line".to_owned())
    });
}

#[test]
fn no_file_is_long() {
    forbid(rust_files(), |file| {
        let lines = file.text.lines().count();
        (lines > 400).then(|| format!("has {lines} lines, more than 400"))
    });
}

#[test]
fn nothing_panics_on_purpose() {
    let words = [".unwrap()", ".expect(", "todo!(", "unimplemented!(", "dbg!("];
    forbid(rust_files().into_iter().filter(|file| file.is_under("src")), |file| {
        file.code()
            .lines()
            .find(|line| words.iter().any(|word| line.contains(word)))
            .map(|line| line.trim().to_owned())
    });
}

#[test]
fn marks_have_the_colours_of_the_tokens() {
    let tokens = fs::read_to_string("styles/tokens.css").unwrap();
    let (light, dark) = tokens.split_once(":root[data-theme=\"dark\"]").unwrap();
    let colours = |theme: &str| -> Vec<(String, String)> {
        let lines = theme
            .split(['\n', ';'])
            .filter_map(|line| line.trim().split_once(": #"));
        lines
            .map(|(name, value)| (name.trim().to_owned(), format!("#{value}")))
            .collect()
    };
    let (light, dark) = (colours(light), colours(dark));
    for file in ["marks.css", "table.css", "version.css"] {
        let text = fs::read_to_string(format!("styles/{file}")).unwrap();
        for rule in text.lines().filter(|line| line.contains("::highlight(")) {
            assert!(
                !rule.contains("var("),
                "{file}: worked out again for every element: {rule}"
            );
            for pair in rule
                .split("light-dark(")
                .skip(1)
                .filter_map(|rest| rest.split(')').next())
            {
                let (one, other) = pair.split_once(", ").unwrap();
                let mut names = light.iter().filter(|(_, value)| value == one).map(|(name, _)| name);
                let is_pair = names.any(|name| dark.iter().any(|(known, value)| known == name && value == other));
                assert!(is_pair, "{file}: no token has both {one} and {other}");
            }
        }
    }
}

#[test]
fn user_text_never_becomes_markup() {
    let words = [
        "innerHTML",
        "outerHTML",
        "inner_html(",
        "outer_html(",
        "insert_adjacent_html",
        "from_html_unchecked",
    ];
    forbid(rust_files().into_iter().filter(|file| file.is_under("src")), |file| {
        words
            .iter()
            .find(|word| file.code().contains(*word))
            .map(|word| format!("names {word}"))
    });
}

#[test]
fn modules_use_only_what_stands_before_them() {
    forbid(rust_files(), |file| {
        let module = file.module()?;
        let (_, may_use) = MAY_USE.iter().find(|(name, _)| *name == module)?;
        let code = file.code();
        let wrong = names_after(&code, "crate::")
            .into_iter()
            .find(|used| *used != module && MAY_USE.iter().any(|(name, _)| name == used) && !may_use.contains(used))?;
        Some(format!("is part of `{module}` and uses `{wrong}`"))
    });
    let modules: BTreeSet<String> = rust_files().iter().filter_map(SourceFile::module).collect();
    assert!(
        modules.contains("text") && modules.contains("extract"),
        "the walk over src/ found {modules:?}"
    );
}

#[test]
fn only_the_page_and_the_worker_know_a_browser() {
    let names = ["web_sys", "js_sys", "wasm_bindgen", "gloo", "yew::"];
    let shell = [
        "src/web.rs",
        "src/web/",
        "src/bin/app.rs",
        "src/bin/worker.rs",
        "src/bin/files.rs",
    ];
    forbid(rust_files().into_iter().filter(|file| file.is_under("src")), |file| {
        if shell.iter().any(|part| file.path.starts_with(part)) {
            return None;
        }
        let code = file.code();
        names
            .iter()
            .find(|name| code.contains(*name))
            .map(|name| format!("names {name}"))
    });
}

#[test]
fn only_one_file_names_the_segmenter() {
    forbid(rust_files().into_iter().filter(|file| file.is_under("src")), |file| {
        (file.path != "src/extract/jieba.rs" && file.code().contains("jieba_rs")).then(|| "names jieba_rs".to_owned())
    });
}

#[test]
fn the_default_build_has_no_browser_crate() {
    let graph = graph(&[]);
    assert!(
        graph.contains("jieba-rs") && graph.contains("clap"),
        "not the default graph: {graph:?}"
    );
    assert!(BROWSER_CRATES.iter().all(|name| !graph.contains(*name)), "{graph:?}");
}

#[test]
fn the_page_has_no_dictionary() {
    let graph = graph(&[
        "--target",
        "wasm32-unknown-unknown",
        "--no-default-features",
        "--features",
        "web",
    ]);
    assert!(
        graph.contains("yew") && graph.contains("idb"),
        "not the page's graph: {graph:?}"
    );
    assert!(
        ["jieba-rs", "flate2", "clap"].iter().all(|name| !graph.contains(*name)),
        "{graph:?}"
    );
}

#[test]
fn the_worker_has_no_page() {
    let graph = graph(&[
        "--target",
        "wasm32-unknown-unknown",
        "--no-default-features",
        "--features",
        "worker",
    ]);
    assert!(
        graph.contains("jieba-rs") && graph.contains("web-sys"),
        "not the worker's graph: {graph:?}"
    );
    assert!(
        ["yew", "idb", "flate2", "clap"]
            .iter()
            .all(|name| !graph.contains(*name)),
        "{graph:?}"
    );
}

#[test]
fn the_worker_for_files_has_no_page_and_no_dictionary() {
    let graph = graph(&[
        "--target",
        "wasm32-unknown-unknown",
        "--no-default-features",
        "--features",
        "files",
    ]);
    assert!(
        graph.contains("zip") && graph.contains("web-sys"),
        "not the graph of the worker for files: {graph:?}"
    );
    assert!(
        ["yew", "idb", "jieba-rs", "clap"]
            .iter()
            .all(|name| !graph.contains(*name)),
        "{graph:?}"
    );
}

#[test]
fn the_project_names_no_machine() {
    // Put together here, so that this file does not contain them.
    let paths = [
        ["/wo", "rk/"],
        ["/ro", "ot/"],
        ["/ho", "me/"],
        ["/tm", "p/wt"],
        ["regis", "try.npmjs"],
    ]
    .map(|parts| parts.concat());
    forbid(files(Path::new("."), &|_| true), |file| {
        paths
            .iter()
            .find(|path| file.text.contains(path.as_str()))
            .map(|path| format!("contains {path}"))
    });
}

/// A text file of the project; the path is relative to its root.
struct SourceFile {
    path: String,
    text: String,
}

impl SourceFile {
    fn is_under(&self, folder: &str) -> bool {
        self.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
    }

    /// The first module on the way to this file, if it belongs to the library.
    fn module(&self) -> Option<String> {
        let first = self.path.strip_prefix("src/")?.split('/').next()?;
        let module = first.strip_suffix(".rs").unwrap_or(first);
        (!["lib", "bin"].contains(&module)).then(|| module.to_owned())
    }

    /// The code without comments and without the tests that close it. A file of its own for tests
    /// has none.
    fn code(&self) -> String {
        if self.path.ends_with("/tests.rs") || self.path.contains("/tests/") {
            return String::new();
        }
        let code = self.text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        code.lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect::<Vec<_>>()
            .join("\n")
    }
}

/// The names that follow a prefix, also those of a group: `crate::{text, extract::Label}`.
fn names_after<'a>(code: &'a str, prefix: &str) -> Vec<&'a str> {
    let name = |text: &'a str| {
        text.trim()
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .next()
            .unwrap_or_default()
    };
    let mut names = Vec::new();
    for rest in code.split(prefix).skip(1) {
        match rest.strip_prefix('{') {
            Some(group) => names.extend(group.split(';').next().unwrap_or_default().split([',', '{']).map(name)),
            None => names.push(name(rest)),
        }
    }
    names
}

fn rust_files() -> Vec<SourceFile> {
    let mut found = files(Path::new("src"), &|path| {
        path.extension().is_some_and(|extension| extension == "rs")
    });
    found.extend(files(Path::new("tests"), &|path| {
        path.extension().is_some_and(|extension| extension == "rs")
    }));
    assert!(found.len() > 20, "only {} files found", found.len());
    found
}

/// The project's own text files under a folder.
fn files(folder: &Path, wanted: &dyn Fn(&Path) -> bool) -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut entries: Vec<PathBuf> = fs::read_dir(root.join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    let mut found = Vec::new();
    for path in entries {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let inner = folder.join(&name);
        if path.is_dir() {
            if !["target", "node_modules", "dist", ".git", ".venv"].contains(&name.as_str()) {
                found.extend(files(&inner, wanted));
            }
        } else if name != ".git" && wanted(&path) {
            let path_shown = inner.to_string_lossy().trim_start_matches("./").to_owned();
            found.extend(
                fs::read_to_string(&path)
                    .ok()
                    .map(|text| SourceFile { path: path_shown, text }),
            );
        }
    }
    found
}

/// The names of all crates that a build contains.
fn graph(arguments: &[&str]) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--offline",
            "--edges",
            "normal",
            "--prefix",
            "none",
            "--format",
            "{p}",
        ])
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| line.split(' ').next())
        .map(str::to_owned)
        .collect()
}

/// Fails with one line for each file about which `complaint` has something to say.
#[track_caller]
fn forbid(files: impl IntoIterator<Item = SourceFile>, complaint: impl Fn(&SourceFile) -> Option<String>) {
    let found: Vec<String> = files
        .into_iter()
        .filter_map(|file| complaint(&file).map(|words| format!("{}: {words}", file.path)))
        .collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}
