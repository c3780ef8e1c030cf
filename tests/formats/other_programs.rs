//! Files as other programs write them, made here letter by letter.

use juyao::annotate::Value;
use juyao::export::Format;
use juyao::project::Project;

#[test]
fn files_of_other_programs_open() {
    let doccano = r#"{"id":1,"text":"市教育局年底前建成","entities":[{"id":10,"label":"UNIT","start_offset":0,"end_offset":4},{"id":11,"label":"时间","start_offset":4,"end_offset":7}],"relations":[{"id":20,"from_id":10,"to_id":11,"type":"by"}],"Comments":[]}
{"id":2,"text":"乙","label":[[0,1,"UNIT"]]}"#;
    let read = Format::Doccano.decode(doccano.as_bytes()).unwrap();
    assert_eq!(described(&read[0]), ["UNIT 市教育局", "time 年底前"]);
    assert_eq!(read[0].store.links().len(), 1);
    assert_eq!(read[0].tagset.label("UNIT").unwrap().zh, "UNIT");
    assert_eq!(described(&read[1]), ["UNIT 乙"]);

    let prodigy = r#"{"text":"Anna met Bo","spans":[{"start":0,"end":4,"label":"PER"}],"relations":[{"head":0,"child":2,"head_span":{"start":0,"end":4,"token_start":0,"token_end":0,"label":"PER"},"child_span":{"start":9,"end":11,"label":"PER"},"label":"met"}]}"#;
    let read = Format::Prodigy.decode(prodigy.as_bytes()).unwrap();
    assert_eq!(described(&read[0]), ["PER Anna", "PER Bo"]);
    assert_eq!(read[0].store.links().len(), 1);

    let webanno = "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Span|value\n#T_RL=webanno.custom.SimpleRelation|kind|BT_webanno.custom.Span\n\n\n#Text=This is 𬭎\n1-1\t0-4\tThis\tA[1]\tr|s\t1-3[2_1]|1-3[2_1]\t\n1-2\t5-7\tis\tA[1]\t_\t_\t\n1-3\t8-10\t𬭎\t\\_b\\|[2]|*\t_\t_\t\n1-3.1\t8-8\t\t_\t_\t_\t\n\n#Text=two\n2-1\t12-15\ttwo\t*\t_\t_\t\n";
    let read = Format::WebannoTsv.decode(webanno.as_bytes()).unwrap();
    assert_eq!(read[0].source.text(), "This is 𬭎\n two");
    assert_eq!(described(&read[0]), ["A This is", "_b| 𬭎", "Span 𬭎", "Span two"]);
    let kinds: Vec<&str> = read[0].store.links().iter().map(|link| &*link.kind).collect();
    assert_eq!(kinds, ["r", "s"]);

    // As INCEpTION writes slots, relations between words, and chains.
    let webanno = "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Unit|\n#T_SP=webanno.custom.Task|ROLE_webanno.custom.Task:units_webanno.custom.TaskUnitsLink|webanno.custom.Unit\n#T_CH=webanno.custom.SameLink|referenceRelation|referenceType\n#T_RL=webanno.custom.Grammar|flag|value|BT_de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token\n\n\n#Text=甲局 牵头 修渠\n1-1\t0-2\t甲局\t*\t_\t_\t*->1-1\t同一\t_\t_\t_\t\n1-2\t3-5\t牵头\t_\t_\t_\t_\t_\t_\t_\t_\t\n1-3\t6-8\t修渠\t_\tlead\\;er;*\t1-1;2-1[5]\t_\t_\ttrue\tobj\t1-2\t\n\n#Text=该 局\n2-1\t9-10\t该\t*[5]\t_\t_\t*->1-2\t*\t_\t_\t_\t\n2-2\t11-12\t局\t*[5]\t_\t_\t*->1-2\t*\t_\t_\t_\t\n";
    let read = &Format::WebannoTsv.decode(webanno.as_bytes()).unwrap()[0];
    let found = [
        "同一 甲局",
        "Unit 甲局",
        "Token 牵头",
        "Task 修渠",
        "Token 修渠",
        "SameLink 该 局",
        "Unit 该 局",
    ];
    let mut described_here = described(read);
    described_here.sort();
    let mut found = found.map(str::to_owned);
    found.sort();
    assert_eq!(described_here, found);
    assert_eq!(
        linked(read),
        [
            "lead;er 修渠 甲局",
            "next 甲局 该 局",
            "obj 牵头 修渠",
            "units 修渠 该 局"
        ]
    );

    let conll = "-DOCSTART- -X- O O\n\nEU NNP B-NP B-ORG\nrejects VBZ B-VP O\n\n市 B-LOC\n政 I-LOC\n府 E-LOC\n";
    let read = Format::ConllBio.decode(conll.as_bytes()).unwrap();
    assert_eq!(read[0].source.text(), "EU rejects\n市政府");
    assert_eq!(described(&read[0]), ["NP EU", "ORG EU", "VP rejects", "LOC 市政府"]);

    let cas = r#"{"%TYPES":{},"%FEATURE_STRUCTURES":[{"%ID":1,"%TYPE":"uima.cas.Sofa","sofaString":"𬭎州开会"},{"%ID":2,"%TYPE":"de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token","@sofa":1,"begin":0,"end":2},{"%ID":3,"%TYPE":"de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity","@sofa":1,"begin":0,"end":3,"value":"LOC","identifier":"Q1"}],"%VIEWS":{}}"#;
    assert_eq!(
        described(&Format::CasJson.decode(cas.as_bytes()).unwrap()[0]),
        ["LOC 𬭎州"]
    );

    let cas = r#"{"%TYPES":{},"%FEATURE_STRUCTURES":[{"%ID":1,"%TYPE":"uima.cas.Sofa","sofaString":"甲局修渠"},{"%ID":2,"%TYPE":"custom.Unit","@sofa":1,"begin":0,"end":2,"@tags":7},{"%ID":3,"%TYPE":"custom.Task","@sofa":1,"begin":2,"end":4,"@units":4},{"%ID":4,"%TYPE":"uima.cas.FSArray","%ELEMENTS":[5,6]},{"%ID":5,"%TYPE":"custom.Link","role":"lead","@target":2},{"%ID":6,"%TYPE":"custom.Link","@target":2},{"%ID":7,"%TYPE":"uima.cas.StringArray","%ELEMENTS":["甲","乙"]}],"%VIEWS":{}}"#;
    let read = &Format::CasJson.decode(cas.as_bytes()).unwrap()[0];
    assert_eq!(described(read), ["Unit 甲局", "Task 修渠"]);
    assert_eq!(linked(read), ["lead 修渠 甲局", "units 修渠 甲局"]);
    let tags = read.store.annotations()[0].attributes.get("tags");
    assert_eq!(tags, Some(&Value::Text("甲; 乙".to_owned())));

    let brat = pack_of(&[
        ("a.txt", "甲局修渠"),
        (
            "a.ann",
            "T1\tUnit 0 2\t甲局\nT2\tTask 2 4\t修渠\nE1\tTask:T2 Lead:T1\n*\tSame T1 T2\nA1\tUrgent E1\nN1\tReference T1 Q:1\t甲\n#1\tAnnotatorNotes T1\t一\n#2\tAnnotatorNotes T1\t二\n",
        ),
    ]);
    let read = &Format::Brat.decode(&brat).unwrap()[0];
    assert_eq!(linked(read), ["Same 甲局 修渠", "lead 修渠 甲局"]);
    let [unit, task] = read.store.annotations() else {
        panic!("{read:?}")
    };
    assert_eq!(unit.note, "一\n二");
    assert!(unit.attributes.contains_key("Reference") && task.attributes.contains_key("Urgent"));

    // A part for each line is one piece; what else is apart stays apart.
    let brat = pack_of(&[
        ("a.txt", "各局\n 要 修渠"),
        (
            "a.ann",
            "T1\tTask 0 2;3 5\t各局  要\nT2\tTask 0 1;4 5;6 8\t各 要 修渠\n",
        ),
    ]);
    let read = &Format::Brat.decode(&brat).unwrap()[0];
    let pieces: Vec<Vec<&str>> = read
        .store
        .annotations()
        .iter()
        .map(|one| one.spans().map(|span| read.source.slice(span)).collect())
        .collect();
    assert_eq!(pieces, [vec!["各局\n 要"], vec!["各", "要", "修渠"]]);

    let qda = pack_of(&[
        (
            "project.qde",
            "<Project xmlns=\"urn:QDA-XML:project:1.0\"><CodeBook><Codes><Code guid=\"c\" name=\"单位\"/></Codes></CodeBook><Sources><TextSource name=\"讲话\"><Description>按录音整理</Description><PlainTextContent>甲局修渠</PlainTextContent><PlainTextSelection guid=\"s\" startPosition=\"0\" endPosition=\"2\"><Coding guid=\"d\"><CodeRef targetGUID=\"c\"/><NoteRef targetGUID=\"n\"/></Coding></PlainTextSelection><NoteRef targetGUID=\"m\"/></TextSource></Sources><Notes><Note guid=\"n\"><PlainTextContent>点名</PlainTextContent></Note><Note guid=\"m\" plainTextPath=\"internal://m.txt\"/></Notes></Project>",
        ),
        ("Sources/m.txt", "再看"),
    ]);
    let read = &Format::QdaProject.decode(&qda).unwrap()[0];
    assert_eq!(read.document.note, "按录音整理\n再看");
    assert_eq!(read.store.annotations()[0].note, "点名");

    let doccano = "{\"text\":\"甲局\",\"label\":[[0,2,\"单位\"]],\"Comments\":[\"再看\"]}\n{\"text\":\"甲局\",\"entities\":[],\"relations\":[],\"Comments\":[{\"id\":1,\"comment\":\"问过\"}]}\n";
    let read = Format::Doccano.decode(doccano.as_bytes()).unwrap();
    assert_eq!(read[0].document.note, "再看");
    assert_eq!(read[1].document.note, "问过");

    // An older Label Studio counts UTF-16 units: the words tell.
    let studio = r#"[{"data":{"txt":"𬭎州开会"},"annotations":[{"result":[{"id":"x","type":"labels","value":{"start":3,"end":5,"text":"开会","labels":["ACT"]}},{"id":"y","type":"choices","value":{"choices":["好"]}}]}]}]"#;
    assert_eq!(
        described(&Format::LabelStudio.decode(studio.as_bytes()).unwrap()[0]),
        ["ACT 开会"]
    );
}

/// Kind and words of both ends of each link, sorted.
pub(crate) fn linked(project: &Project) -> Vec<String> {
    let words = |id| project.store.get(id).map_or("", |one| project.source.slice(one.span));
    let links = project.store.links().iter();
    let mut linked: Vec<String> = links
        .map(|link| format!("{} {} {}", link.kind, words(link.from), words(link.to)))
        .collect();
    linked.sort();
    linked
}

/// An archive of texts.
fn pack_of(files: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in files {
        archive
            .start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        std::io::Write::write_all(&mut archive, text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

pub(crate) fn described(project: &Project) -> Vec<String> {
    let annotations = project.store.annotations().iter();
    annotations
        .map(|one| format!("{} {}", one.label, project.source.slice(one.span)))
        .collect()
}
