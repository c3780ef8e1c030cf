//! Every format writes what it promises, loses only what it says, and survives broken files.
#![cfg(all(feature = "formats", feature = "dictionary"))]
#![allow(clippy::unwrap_used, reason = "what cannot be had fails the test")]

#[path = "formats/losses.rs"]
mod losses;
#[path = "formats/other_programs.rs"]
mod other_programs;
#[path = "formats/own_labels.rs"]
mod own_labels;
#[path = "formats/page.rs"]
mod page;
#[path = "formats/report.rs"]
mod report;
#[path = "formats/speech.rs"]
mod speech;
#[path = "formats/webanno.rs"]
mod webanno;

use std::collections::BTreeSet;
use std::path::Path;

use juyao::export::task_table::TaskTable;
use juyao::export::{DecodeError, Format, LARGEST_FILE, Loss, Options};
use losses::{expected, same, visible};
use proptest::prelude::*;

const ALL: Options = Options { suggestions: true };

#[test]
fn what_is_written_comes_back_but_for_the_documented_losses() {
    for project in speech::projects() {
        for format in Format::ALL.into_iter().filter(|format| format.about().readable) {
            let bytes = format.encode(&project, ALL).unwrap();
            let read = format
                .decode(&bytes)
                .unwrap_or_else(|error| panic!("{}: {error}", format.id()));
            assert_eq!(read.len(), 1, "{}", format.id());
            same(&read[0], &expected(&project, format), format);
        }
    }
}

#[test]
fn equal_projects_give_equal_bytes() {
    for format in Format::ALL {
        let (one, other) = (speech::annotated_speech(), speech::annotated_speech());
        assert_eq!(format.encode(&one, ALL), format.encode(&other, ALL), "{}", format.id());
    }
}

#[test]
fn formats_have_names_of_their_own() {
    let ids: BTreeSet<_> = Format::ALL.iter().map(|format| format.id()).collect();
    assert_eq!(ids.len(), Format::ALL.len());
    for format in Format::ALL {
        assert_eq!(Format::from_id(format.id()), Some(format));
        assert_eq!(
            format.about().readable,
            !format
                .losses()
                .iter()
                .any(|loss| matches!(loss, Loss::Text | Loss::OnlyLabels | Loss::Reopening))
        );
        assert_eq!(
            format.about().readable,
            format.decode(b"") != Err(DecodeError::NotHere),
            "{}",
            format.id()
        );
        for loss in format.losses() {
            assert!(!loss.zh().is_empty() && !loss.en().is_empty());
        }
    }
}

#[test]
fn only_what_was_accepted_unless_asked() {
    let project = speech::annotated_speech();
    for format in Format::ALL
        .into_iter()
        .filter(|format| format.about().readable && !format.losses().is_empty())
    {
        let bytes = format.encode(&project, Options::default()).unwrap();
        let read = &format.decode(&bytes).unwrap()[0];
        let quotes: Vec<&str> = read
            .store
            .annotations()
            .iter()
            .map(|one| read.source.slice(one.span))
            .collect();
        assert!(!quotes.contains(&"每月到现场办一次公"), "{}", format.id());
        assert!(quotes.contains(&"严禁以租代供"), "{}: {quotes:?}", format.id());
    }
}

#[test]
fn the_task_table_cuts_words_cleanly() {
    let table = TaskTable::of(&speech::annotated_speech(), false);
    let words: Vec<&str> = table.tasks.iter().map(|task| &*task.words).collect();
    assert_eq!(
        words,
        [
            "对全市低效工业用地拉网清查一遍，逐宗建立台账",
            "对年产值5000万元以上的企业逐户走访，形成“一企一策”技改清单，6月底前报市政府",
            "支持装备制造、动力电池、绿色建材企业更新设备",
            "修订平台考核细则",
            "推动青禾先进材料中试基地向中小企业开放共享",
            "严禁以租代供",
            "对停建两年以上的地块，依照《闲置土地处置办法》启动收回程序",
            // An assignment right behind a heading assigns what the heading says.
            "统筹推进",
            "每人联系两户重点企业",
        ]
    );
    assert_eq!(table.tasks[0].lead, ["市自然资源局"]);
    assert_eq!(table.tasks[0].support, ["市工信局", "各园区管委会"]);
    assert_eq!(table.tasks[0].deadline.as_deref(), Some("4月底前"));
    assert_eq!(table.tasks[0].section, ["一、摸清家底", "（一）把地块查实"]);
    assert_eq!(table.tasks[2].targets, ["入库“智改数转”项目30个以上"]);
    assert_eq!(table.tasks[3].responsible, ["市科技局"]);
    assert_eq!(table.tasks[5].modality, "禁止");
    assert_eq!(TaskTable::of(&speech::annotated_speech(), true).tasks.len(), 10);
}

#[test]
fn csv_cells_are_harmless() {
    for (format, separator) in [(Format::Csv, b','), (Format::Tsv, b'\t'), (Format::TaskCsv, b',')] {
        let bytes = format.encode(&speech::annotated_speech(), ALL).unwrap();
        let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap();
        let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(text);
        let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
        assert!(rows.len() > 8, "{}", format.id());
        for cell in rows.iter().flatten() {
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{}: {cell}", format.id());
        }
    }
}

#[test]
fn broken_files_are_told() {
    for format in Format::ALL.into_iter().filter(|format| format.about().readable) {
        for bytes in [
            &b""[..],
            b"\xff\xfe",
            b"PK\x03\x04",
            b"{}",
            b"[]",
            b"null",
            b"<a/>",
            b"\n\n",
        ] {
            if let Ok(read) = format.decode(bytes) {
                assert!(read.len() <= 1, "{}: {bytes:?}", format.id());
            }
        }
        let deep = [b'['; 200_000];
        assert!(!matches!(format.decode(&deep), Ok(read) if read.len() > 1));
        if !matches!(format, Format::Json | Format::Ndjson) {
            let large = vec![b' '; LARGEST_FILE + 1];
            assert_eq!(format.decode(&large), Err(DecodeError::TooLarge), "{}", format.id());
        }
    }
}

#[test]
fn offsets_beyond_the_text_are_refused() {
    for (format, file) in [
        (Format::Doccano, r#"{"text":"甲","label":[[0,2,"X"]]}"#),
        (Format::Doccano, r#"{"text":"𬭎","label":[[1,2,"X"]]}"#),
        (Format::Doccano, r#"{"text":"甲乙","label":[[1,0,"X"]]}"#),
        (
            Format::Prodigy,
            r#"{"text":"甲","spans":[{"start":0,"end":2,"label":"X"}]}"#,
        ),
        (
            Format::LabelStudio,
            r#"[{"data":{"text":"甲"},"annotations":[{"result":[{"type":"labels","value":{"start":0,"end":9,"labels":["X"]}}]}]}]"#,
        ),
    ] {
        assert!(
            matches!(format.decode(file.as_bytes()), Err(DecodeError::Annotation(_))),
            "{file}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for format in Format::ALL {
            let _ = format.decode(&bytes);
        }
    }

    #[test]
    fn damaged_files_do_no_harm(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
    ) {
        let project = speech::sprinkled("一、抓项目。\r\n由𬭎州局牵头，6月底前开工20个。\n");
        for format in Format::ALL.into_iter().filter(|format| format.about().readable) {
            let good = format.encode(&project, ALL).unwrap();
            let mut bad = good.clone();
            for (at, byte) in &changes {
                let at = at.index(bad.len());
                bad[at] = *byte;
            }
            let read = format.decode(&bad);
            // Whatever is read fits its own text.
            for project in read.into_iter().flatten() {
                for one in project.store.annotations() {
                    prop_assert!(one.span.end() <= project.source.len());
                    prop_assert_eq!(project.source.snap(one.span), one.span);
                }
            }
            let _ = format.decode(&good[..cut.index(good.len())]);
        }
    }

    #[test]
    fn damaged_documents_do_no_harm(
        kind in 0..4_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
        cut in any::<prop::sample::Index>(),
    ) {
        let (name, good): (&str, Vec<u8>) = [
            ("a.docx", Format::TaskDocx.encode(&speech::sprinkled("一、抓项目。由𬭎州局牵头。\n"), ALL).unwrap()),
            ("a.html", "<ol start=9223372036854775807><li>一<li>二<table><tr><td hidden>三</ol><pre>&#x1f49b;".into()),
            ("a.md", "# 一\n\n18446744073709551615. 二\n\n|a|b|\n|-|-|\n|三|四|\n<div>五".into()),
            ("a.zip", Format::Brat.encode(&speech::sprinkled("一、抓项目。\n"), ALL).unwrap()),
        ][kind].clone();
        let mut bad = good[..cut.index(good.len()) + 1].to_vec();
        for (at, byte) in &changes {
            let at = at.index(bad.len());
            bad[at] = *byte;
        }
        let read = juyao::open::open(name, &bad, None);
        prop_assert!(read.documents.len() + read.problems.len() > 0);
        let _ = juyao::open::open(name, &good, Some("GBK"));
    }

    #[test]
    fn any_text_comes_back(text in "[\\PC\r\n\u{0}\u{feff}𬭎]{1,40}") {
        let project = speech::sprinkled(&text);
        for format in Format::ALL.into_iter().filter(|format| format.about().readable) {
            let bytes = format.encode(&project, ALL).unwrap();
            match format.decode(&bytes) {
                Ok(read) => same(&read[0], &expected(&project, format), format),
                // Where a format drops blanks, a text of blanks is no text.
                Err(error) => prop_assert!(
                    error == DecodeError::NoText && visible(&text).is_empty(), "{}: {}", format.id(), error
                ),
            }
        }
    }
}

/// Writes every format of the speech and of a hostile text for other programs to read.
#[test]
fn files_for_other_programs() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("interop");
    for (name, project) in ["speech", "extracted", "sample", "hostile"]
        .into_iter()
        .zip([0, 1, 3, 6])
    {
        let project = &speech::projects()[project];
        std::fs::create_dir_all(folder.join(name)).unwrap();
        for format in Format::ALL {
            let file = folder
                .join(name)
                .join(format!("{}.{}", format.id(), format.extension()));
            std::fs::write(file, format.encode(project, ALL).unwrap()).unwrap();
        }
    }
}
