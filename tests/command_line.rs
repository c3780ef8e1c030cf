//! The command line from outside: files in, JSON out, complaints on the standard error.
#![cfg(feature = "cli")]

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn juyao(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_juyao"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that has already given up reads nothing; that is for the tests to judge.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

/// The texts of the documents that came out, a line each.
fn texts(output: &Output) -> Vec<String> {
    let lines = std::str::from_utf8(&output.stdout).unwrap().lines();
    let texts = lines.map(|line| serde_json::from_str::<Value>(line).unwrap()["document"]["text"].clone());
    texts.map(|text| text.as_str().unwrap().to_owned()).collect()
}

/// A file for this test alone.
fn file(name: &str, content: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).unwrap();
    path
}

#[test]
fn a_file_and_the_standard_input_give_the_same() {
    let text = "各镇要在6月底前完成排查。\r\n";
    let path = file("same.txt", text.as_bytes());
    let from_file = juyao(&["extract", path.to_str().unwrap()], b"");
    let from_input = juyao(&["extract", "-", "--format", "json"], text.as_bytes());
    assert!(from_file.status.success() && from_input.status.success());
    assert_eq!(from_file.stdout, from_input.stdout);
    let json: Value = serde_json::from_slice(&from_file.stdout).unwrap();
    assert_eq!(json["document"]["text"], text);
    assert_eq!(json["document"]["length"], text.chars().count());
}

#[test]
fn ndjson_is_one_line_a_document_in_the_order_given() {
    let paths = [
        file("one.txt", "一、抓项目\n".as_bytes()),
        file("two.txt", b""),
        file("three.txt", "二、抓环境".as_bytes()),
    ];
    let mut arguments = vec!["extract", "--format", "ndjson"];
    arguments.extend(paths.iter().map(|path| path.to_str().unwrap()));
    let output = juyao(&arguments, b"");
    assert!(output.status.success());
    assert_eq!(texts(&output), ["一、抓项目\n", "", "二、抓环境"]);
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_others_are_done() {
    let good = file("good.txt", "加快建设。".as_bytes());
    let legacy = file("legacy.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    let arguments = [
        "extract",
        "--format",
        "ndjson",
        "missing.txt",
        legacy.to_str().unwrap(),
        good.to_str().unwrap(),
    ];
    let output = juyao(&arguments, b"");
    assert!(!output.status.success());
    let complaints = String::from_utf8(output.stderr).unwrap();
    assert!(
        complaints.contains("missing.txt") && complaints.contains("legacy.doc"),
        "{complaints}"
    );
    assert!(!complaints.contains("good.txt"), "{complaints}");
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 1);
}

#[test]
fn an_encoding_that_is_not_clear_can_be_named() {
    // 彧燊玥 in GBK: rare letters, which read as well otherwise.
    let path = file("rare.txt", b"\x8f\xaa\x9f\xf6\xab\x68");
    let path = path.to_str().unwrap();
    let unclear = juyao(&["extract", path], b"");
    assert_eq!(unclear.status.code(), Some(1));
    assert!(String::from_utf8(unclear.stderr).unwrap().contains("--encoding"));
    let named = juyao(&["extract", "--encoding", "gbk", "--format", "ndjson", path], b"");
    assert!(named.status.success());
    assert_eq!(texts(&named), ["彧燊玥"]);
    let unknown = juyao(&["extract", "--encoding", "nonsense", path], b"");
    assert_eq!(unknown.status.code(), Some(2));
}

#[test]
fn nothing_to_read_is_a_mistake() {
    assert!(!juyao(&["extract"], b"").status.success());
    assert!(!juyao(&["extract", "--format", "pdf", "-"], b"").status.success());
}

/// A PDF of lines with their indents in letters, thirty to a page and a number below, in a font with an
/// encoding that has a name: UTF-16.
fn pdf(lines: &[(usize, String)]) -> Vec<u8> {
    let show = |x: usize, y: usize, text: &str| {
        let codes: String = text.encode_utf16().map(|unit| format!("{unit:04x}")).collect();
        format!("BT /F 16 Tf {x} {y} Td <{codes}> Tj ET\n")
    };
    let mut out = String::from("%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n");
    let mut kids = String::new();
    for (page, lines) in lines.chunks(30).enumerate() {
        let rows = lines.iter().enumerate();
        let rows = rows.map(|(row, (indent, text))| show(80 + 16 * indent, 800 - 24 * row, text));
        let content = rows.collect::<String>() + &show(280, 40, &format!("- {} -", page + 1));
        let number = 10 + 2 * page;
        kids.push_str(&format!("{number} 0 R "));
        out.push_str(&format!(
            "{number} 0 obj << /Type /Page /Contents {0} 0 R >> endobj\n\
             {0} 0 obj << /Length {1} >> stream\n{content}\nendstream endobj\n",
            number + 1,
            content.len()
        ));
    }
    out.push_str(&format!(
        "2 0 obj << /Kids [{kids}] /Resources << /Font << /F 3 0 R >> >> >> endobj\n\
         3 0 obj << /Type /Font /Subtype /Type0 /Encoding /UniGB-UCS2-H /DescendantFonts [<< /DW 1000 >>] >> endobj\n\
         trailer << /Root 1 0 R >>"
    ));
    out.into_bytes()
}

#[test]
fn a_pdf_gives_the_statements_of_its_text() {
    let text = include_str!("../src/samples/safety.txt");
    let paragraphs: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    // Set as a text processor sets them: two letters in, wrapped at 26.
    let lines: Vec<(usize, String)> = paragraphs
        .iter()
        .flat_map(|paragraph| {
            let letters: Vec<char> = paragraph.chars().collect();
            let (first, rest) = letters.split_at(letters.len().min(24));
            let rest: Vec<(usize, String)> = rest.chunks(26).map(|line| (0, line.iter().collect())).collect();
            [vec![(2, first.iter().collect())], rest].concat()
        })
        .collect();
    let statements = |path: PathBuf| -> Vec<String> {
        let output = juyao(&["extract", path.to_str().unwrap()], b"");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let json: Value = serde_json::from_slice(&output.stdout).unwrap();
        let annotations = json["annotations"].as_array().unwrap();
        let marks = annotations
            .iter()
            .filter(|one| ["measure", "target", "heading", "rule"].contains(&one["label"].as_str().unwrap()));
        marks
            .map(|one| one["quote"].as_str().unwrap().split_whitespace().collect())
            .collect()
    };
    let written = statements(file("speech.txt", (paragraphs.join("\n") + "\n").as_bytes()));
    let printed = statements(file("speech.pdf", &pdf(&lines)));
    assert!(written.len() > 20, "{written:?}");
    let same = printed.iter().filter(|one| written.contains(one)).count();
    assert!(
        same * 100 >= written.len().max(printed.len()) * 95,
        "{written:#?} {printed:#?}"
    );
}

#[test]
fn lines_keep_their_ids_and_a_broken_one_is_told() {
    let input = "{\"id\":\"甲\",\"text\":\"要修渠。\",\"title\":\"讲话\"}\nno json\n{\"id\":7,\"text\":\"要修路。\"}\n";
    let output = juyao(
        &["extract", "--input", "ndjson", "--format", "ndjson", "-"],
        input.as_bytes(),
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("-:2"));
    let lines = String::from_utf8(output.stdout).unwrap();
    let documents: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(documents[0]["document"]["id"], "甲");
    assert_eq!(documents[0]["document"]["title"], "讲话");
    assert_eq!(documents[1]["document"]["id"], "7");
}

#[test]
fn a_folder_stands_for_its_files() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("folder");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("inner")).unwrap();
    fs::write(folder.join("b.txt"), "乙").unwrap();
    fs::write(folder.join("a.md"), "# 甲").unwrap();
    fs::write(folder.join("inner/c.html"), "<p>丙</p>").unwrap();
    fs::write(folder.join(".hidden"), "丁").unwrap();
    let output = juyao(&["extract", "--format", "ndjson", folder.to_str().unwrap()], b"");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let texts = texts(&output);
    let words: Vec<&str> = texts.iter().map(|text| text.trim()).collect();
    assert_eq!(words, ["甲", "乙", "丙"]);
}

#[test]
fn many_threads_write_the_same_in_the_same_order() {
    let lines: String = (0..60)
        .map(|n| {
            format!(
                "{{\"id\":{n},\"text\":\"第{n}篇。{}\"}}\n",
                "各镇要在6月底前完成排查。".repeat(n % 7)
            )
        })
        .collect();
    let run = |threads: &str| {
        let arguments = [
            "extract",
            "--threads",
            threads,
            "--input",
            "ndjson",
            "--format",
            "ndjson",
            "-",
        ];
        juyao(&arguments, lines.as_bytes())
    };
    let one = run("1");
    assert!(one.status.success());
    assert_eq!(one.stdout.split(|&byte| byte == b'\n').count(), 61);
    assert_eq!(run("4").stdout, one.stdout);
    assert_eq!(juyao(&["extract", "--threads", "0", "-"], b"").status.code(), Some(2));
}

#[test]
fn a_folder_gets_a_file_for_each_document() {
    let inner = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("many");
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("many-out");
    let _ = (fs::remove_dir_all(&inner), fs::remove_dir_all(&out));
    fs::create_dir_all(inner.join("b")).unwrap();
    fs::write(inner.join("a.txt"), "要修渠。").unwrap();
    fs::write(inner.join("b/a.txt"), "要修路。").unwrap();
    let output = juyao(
        &["extract", "--out", out.to_str().unwrap(), inner.to_str().unwrap()],
        b"",
    );
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stdout.is_empty());
    for (name, text) in [("a.json", "要修渠。"), ("a-2.json", "要修路。")] {
        let made: Value = serde_json::from_slice(&fs::read(out.join(name)).unwrap()).unwrap();
        assert_eq!(made["document"]["text"], text);
    }
    assert_eq!(fs::read_dir(&out).unwrap().count(), 2);
}

#[test]
fn a_text_and_its_loose_annotations_are_one_document() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("loose");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("甲.txt"), "由水利局牵头。").unwrap();
    fs::write(folder.join("甲.ann"), "T1\tactor 1 4\t水利局\n").unwrap();
    fs::write(folder.join("乙.ann"), "T1\tactor 0 1\t乙\n").unwrap();
    let output = juyao(&["convert", "--to", "doccano", folder.to_str().unwrap()], b"");
    // One has no text.
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("乙.ann"));
    let line: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(line["entities"][0]["start_offset"], 1);
}

#[test]
fn what_is_extracted_is_checked_converted_and_compared() {
    let made = juyao(
        &["extract", "-"],
        "一、抓渠道\n由市水利局牵头，6月底前完成清淤20公里。\n".as_bytes(),
    );
    let own = file("own.json", &made.stdout);
    let own = own.to_str().unwrap();
    let checked = juyao(&["check", own], b"");
    assert!(checked.status.success());
    assert!(String::from_utf8(checked.stdout).unwrap().contains("good"));
    let changed = String::from_utf8(made.stdout)
        .unwrap()
        .replace("清淤20公里", "清淤30公里");
    let changed = file("changed.json", changed.as_bytes());
    assert_eq!(juyao(&["check", changed.to_str().unwrap()], b"").status.code(), Some(1));

    let doccano = juyao(&["convert", "--to", "doccano", "--suggestions", own], b"");
    assert!(doccano.status.success());
    assert!(String::from_utf8(doccano.stderr).unwrap().contains("leaves out"));
    let line: Value = serde_json::from_slice(&doccano.stdout).unwrap();
    assert!(!line["entities"].as_array().unwrap().is_empty());
    let doccano = file("doccano.jsonl", &doccano.stdout);
    let same = juyao(&["diff", "--format", "json", own, doccano.to_str().unwrap()], b"");
    assert!(same.status.success(), "{}", String::from_utf8_lossy(&same.stderr));
    let figures: Value = serde_json::from_slice(&same.stdout).unwrap();
    assert_eq!(figures["all"]["exact"], 1.0);
    assert_eq!(figures["all"]["kappa"], 1.0);
    let table = juyao(&["diff", own, doccano.to_str().unwrap()], b"");
    assert!(String::from_utf8(table.stdout).unwrap().contains("actor"));

    assert_eq!(juyao(&["convert", "--to", "nonsense", own], b"").status.code(), Some(2));
    assert!(juyao(&["convert", "--formats"], b"").status.success());
    assert!(!juyao(&["completions", "bash"], b"").stdout.is_empty());
}

#[test]
fn annotations_are_carried_over_to_a_new_version() {
    let old = "一、抓渠道\n由市水利局牵头，6月底前完成东片清淤20公里。会后要马上部署落实各项任务。\n";
    let made = file("old.json", &juyao(&["extract", "-"], old.as_bytes()).stdout);
    let made = made.to_str().unwrap();
    let same = juyao(&["reanchor", made, "-"], format!("{old}谢谢大家。\n").as_bytes());
    assert_eq!(same.status.code(), Some(0), "{}", String::from_utf8_lossy(&same.stderr));
    let json: Value = serde_json::from_slice(&same.stdout).unwrap();
    assert!(json.get("review").is_none());
    let changed = juyao(
        &["reanchor", "--list", made, "-"],
        old.replace("6月底前", "7月底前").as_bytes(),
    );
    assert_eq!(changed.status.code(), Some(1));
    assert!(String::from_utf8(changed.stderr).unwrap().contains("6月底前 → 7月底前"));
    let changed = file("carried.json", &changed.stdout);
    assert!(juyao(&["check", changed.to_str().unwrap()], b"").status.success());
    assert_eq!(juyao(&["reanchor", made, "missing.txt"], b"").status.code(), Some(1));
    let longer = format!("{old}二、管用水\n由市财政局牵头，9月底前完成泵站改造。\n");
    let suggested = juyao(&["reanchor", "--suggest", made, "-"], longer.as_bytes());
    assert_eq!(
        suggested.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&suggested.stderr)
    );
    let json: Value = serde_json::from_slice(&suggested.stdout).unwrap();
    let annotations = json["annotations"].as_array().unwrap();
    assert!(
        annotations
            .iter()
            .any(|one| one["quote"] == "市财政局" && one["status"] == "suggested")
    );
    let units = annotations.iter().filter(|one| one["quote"] == "市水利局");
    assert_eq!(units.count(), 1);
}

#[test]
fn what_is_meant_otherwise_is_told_in_plain_words() {
    let speech = file("plain.txt", "各镇要完成排查。".as_bytes());
    let speech = speech.to_str().unwrap();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("no files");
    fs::create_dir_all(&folder).unwrap();
    let folder = folder.to_str().unwrap();
    for (arguments, code, words) in [
        (&["extract", folder][..], 1, "no file in it"),
        (&["check", folder][..], 1, "no file in it"),
        (&["convert", "--to", "json", folder][..], 1, "no file in it"),
        (
            &["extract", "--out", speech, speech][..],
            1,
            "is a file; --out names a folder",
        ),
        (&["extract", "--threads", "0", speech][..], 2, "0 is not in 1"),
        (
            &["extract", "--input", "ndjson", speech][..],
            1,
            "no document, which is a line like",
        ),
        (&["extract", speech, speech][..], 0, "use --format ndjson or --out"),
        (&["extract", "--format", "ndjson", speech, speech][..], 0, ""),
    ] {
        let output = juyao(arguments, b"");
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {told}");
        assert!(
            told.contains(words) && told.is_empty() == words.is_empty(),
            "{arguments:?}: {told}"
        );
    }
}
