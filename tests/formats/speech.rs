//! Projects to write and read: an annotated speech, the samples, and hostile texts.

use std::sync::Arc;

use juyao::annotate::{Annotation, AnnotationId, Attributes, Link, LinkId, Origin, Status, Store, Value};
use juyao::engine::Engine;
use juyao::extract::jieba::JiebaLexicon;
use juyao::project::Project;
use juyao::protocol::{Request, RequestId, Response};
use juyao::text::{CharOffset, Source, Span};

/// A short speech with everything that a task table shows.
const SPEECH: &str = "\
在全市盘活工业用地现场会上的讲话\r
（2026年3月12日）\r
同志们：\r
一、摸清家底\r
（一）把地块查实。由市自然资源局牵头，市工信局、各园区管委会配合，4月底前对全市低效工业用地拉网清查一遍，逐宗建立台账。\r
（二）把企业问到。各县（市、区）要对年产值5000万元以上的企业逐户走访，形成“一企一策”技改清单，6月底前报市政府。\r
二、抓实改造\r
（一）支持更新设备。支持装备制造、动力电池、绿色建材企业更新设备，由市工信局牵头，市财政局、市税务局参与，年底前入库“智改数转”项目30个以上。\r
（二）开放平台。市科技局负责修订平台考核细则，推动青禾先进材料中试基地向中小企业开放共享，三季度末建成使用。\r
（三）严守底线。严禁以租代供，对停建两年以上的地块，依照《闲置土地处置办法》启动收回程序。\r
（四）统筹推进。（牵头单位：市发展改革委；责任单位：市工信局、市科技局，各县区）\r
三、压实责任\r
一是领导带头。𬭎州片区每人联系两户重点企业，每月到现场办一次公。=SUM(A1)不是公式，@也不是。\r
";

/// The speech with its annotations: what the words say, by hand.
pub(crate) fn annotated_speech() -> Project {
    let mut project = Project::new(Source::new(SPEECH));
    let document = Arc::make_mut(&mut project.document);
    document.title = "在全市盘活工业用地现场会上的讲话".to_owned();
    document.date = Some("2026-03-12".to_owned());
    document.speaker = "王市长".to_owned();
    document.note = "𬭎按录音整理\n再看".to_owned();
    let mut marks = Marks::default();
    for (marker, title, level) in [
        ("一、", "摸清家底", 1),
        ("（一）", "把地块查实", 2),
        ("（二）", "把企业问到", 2),
        ("二、", "抓实改造", 1),
        ("（一）", "支持更新设备", 2),
        ("（二）", "开放平台", 2),
        ("（三）", "严守底线", 2),
        ("（四）", "统筹推进", 2),
        ("三、", "压实责任", 1),
        ("一是", "领导带头", 2),
    ] {
        let heading = marks.add("heading", &format!("{marker}{title}"));
        heading.attributes.insert("level".into(), Value::Number(level));
        heading
            .attributes
            .insert("marker".into(), Value::Text(marker.to_owned()));
    }
    marks.measure(
        "由市自然资源局牵头，市工信局、各园区管委会配合，4月底前对全市低效工业用地拉网清查一遍，逐宗建立台账",
        "should",
        &[
            ("lead", "市自然资源局"),
            ("support", "市工信局"),
            ("support", "各园区管委会"),
            ("deadline", "4月底前"),
        ],
    );
    marks.measure(
        "各县（市、区）要对年产值5000万元以上的企业逐户走访，形成“一企一策”技改清单，6月底前报市政府",
        "should",
        &[("executor", "各县（市、区）"), ("deadline", "6月底前")],
    );
    marks.measure(
        "支持装备制造、动力电池、绿色建材企业更新设备，由市工信局牵头，市财政局、市税务局参与",
        "encourage",
        &[
            ("lead", "市工信局"),
            ("support", "市财政局"),
            ("support", "市税务局"),
            ("deadline", "年底前"),
            ("target", "入库“智改数转”项目30个以上"),
        ],
    );
    marks.measure("市科技局负责修订平台考核细则", "should", &[("responsible", "市科技局")]);
    marks.measure(
        "推动青禾先进材料中试基地向中小企业开放共享",
        "should",
        &[("deadline", "三季度末")],
    );
    marks.measure("严禁以租代供", "forbid", &[]);
    marks.measure(
        "对停建两年以上的地块，依照《闲置土地处置办法》启动收回程序",
        "must",
        &[("basis", "《闲置土地处置办法》")],
    );
    marks.measure(
        "（牵头单位：市发展改革委；责任单位：市工信局、市科技局，各县区）",
        "should",
        &[
            ("lead", "市发展改革委"),
            ("responsible", "市工信局"),
            ("responsible", "市科技局"),
            ("responsible", "各县区"),
        ],
    );
    marks
        .measure("𬭎州片区每人联系两户重点企业", "should", &[("executor", "𬭎州片区")])
        .note = "每月报一次\n=1+1".to_owned();
    let unsure = marks.measure("每月到现场办一次公", "should", &[("executor", "𬭎州片区")]);
    (unsure.status, unsure.origin, unsure.confidence) =
        (Status::Suggested, Origin::Rule("measure/action".into()), Some(62));
    marks.add("quantity", "5000万元").status = Status::Rejected;
    marks.add("term", "=SUM(A1)").note = "“引号”与\\反斜线_[|]*;->\t".to_owned();
    project.store = marks.store();
    project
}

/// What the extraction finds in two samples, other samples with annotations here and there, and texts
/// that programs stumble over.
pub(crate) fn projects() -> Vec<Project> {
    let mut projects = vec![annotated_speech()];
    let samples = [
        include_str!("../../src/samples/safety.txt"),
        include_str!("../../src/samples/digital-government.txt"),
    ];
    projects.extend(samples.map(extracted));
    for text in [
        include_str!("../../src/samples/manufacturing.txt"),
        include_str!("../../src/samples/rural.txt"),
        include_str!("../../src/samples/one-line.txt"),
        "\u{feff}𬭎市讲话\r\n一、摸底数。\u{0}由市工信局牵头，年底前💛建成50所。\u{200b}\n\r甲\t乙\u{3000}丙\u{b}丁\u{2028}戊\\己<&>\"]]>",
        "\n\n　　一、缩进\r\n\r\n（一）e\u{301}组合，👨‍👩‍👧全家\n",
        "𬭎",
    ] {
        projects.push(sprinkled(text));
    }
    projects
}

/// A sample speech with what the extraction suggests, undecided.
pub(crate) fn sample() -> Project {
    extracted(include_str!("../../src/samples/rural.txt"))
}

/// A text with what the extraction suggests.
fn extracted(text: &str) -> Project {
    let mut engine = Engine::with_lexicon(Box::new(JiebaLexicon::embedded().unwrap()));
    let mut found = None;
    let request = Request::Extract {
        id: RequestId(1),
        text: text.to_owned(),
    };
    engine.handle(request, &mut |response| {
        if let Response::Done { suggestions, .. } = response {
            found = Some(suggestions);
        }
    });
    Project::suggested(Source::new(text), found.unwrap())
}

/// A text with annotations and links at places that look random and are not.
pub(crate) fn sprinkled(text: &str) -> Project {
    let mut project = Project::new(Source::new(text));
    let length = project.source.chars().0;
    let mut seed = 12_345_u64;
    let mut roll = |below: u32| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((seed >> 33) as u32) % below.max(1)
    };
    let labels = ["heading", "measure", "target", "actor", "time", "term", "boilerplate"];
    let (mut annotations, mut links) = (Vec::new(), Vec::new());
    for id in 1..=(length / 12).clamp(4, 60) {
        let start = roll(length + 1);
        let end = (start + roll(30)).min(length);
        let span = project
            .source
            .span_from_chars(Span::new(CharOffset(start), CharOffset(end)));
        let further = Span::new(span.end(), project.source.len());
        let by_rule = roll(2) == 0;
        annotations.push(Arc::new(Annotation {
            // Gaps in the numbers, as after deletions.
            id: AnnotationId(id * 2),
            label: labels[roll(7) as usize].into(),
            span,
            fragments: if id % 5 == 0 { vec![further] } else { Vec::new() },
            origin: if by_rule {
                Origin::Rule("time/末".into())
            } else {
                Origin::Human
            },
            status: [Status::Suggested, Status::Accepted, Status::Rejected][roll(3) as usize],
            confidence: by_rule.then_some(roll(101) as u8),
            triggers: if by_rule { vec![span] } else { Vec::new() },
            attributes: Attributes::from([
                ("level".into(), Value::Number(i64::from(1 + roll(9)))),
                (
                    "marker".into(),
                    Value::Text(["一、", "", "a b\t\"<"][roll(3) as usize].to_owned()),
                ),
                ("checked".into(), Value::Flag(roll(2) == 0)),
            ]),
            note: ["", "再问 市科技局", "*[1]|_"][roll(3) as usize].to_owned(),
        }));
        if id > 1 {
            links.push(Arc::new(Link {
                id: LinkId(id * 3),
                kind: ["lead", "deadline", "target"][roll(3) as usize].into(),
                from: AnnotationId(id * 2),
                to: AnnotationId((1 + roll(id - 1)) * 2),
                origin: if by_rule {
                    Origin::Rule("frame/inferred".into())
                } else {
                    Origin::Human
                },
                status: [Status::Suggested, Status::Accepted, Status::Rejected][roll(3) as usize],
            }));
        }
    }
    project.store = Store::from_parts(annotations, links);
    project
}

/// Annotations of the speech, found by their words.
#[derive(Default)]
struct Marks {
    annotations: Vec<Annotation>,
    links: Vec<Arc<Link>>,
    /// Headings repeat: each is looked for behind the one before.
    behind: usize,
}

impl Marks {
    fn add(&mut self, label: &str, words: &str) -> &mut Annotation {
        let from = if label == "heading" { self.behind } else { 0 };
        let start = from + SPEECH[from..].find(words).unwrap();
        if label == "heading" {
            self.behind = start + words.len();
        }
        self.push(label, Span::at(start, start + words.len()))
    }

    fn push(&mut self, label: &str, span: Span) -> &mut Annotation {
        self.annotations.push(Annotation::by_hand(
            AnnotationId(self.annotations.len() as u32 + 1),
            label,
            span,
        ));
        self.annotations.last_mut().unwrap()
    }

    /// A measure with what it is linked to; the words are looked for inside and after it.
    fn measure(&mut self, words: &str, modality: &str, ends: &[(&str, &str)]) -> &mut Annotation {
        let measure = self.add("measure", words);
        measure
            .attributes
            .insert("modality".into(), Value::Text(modality.to_owned()));
        let (id, start) = (measure.id, measure.span.range().start);
        for (kind, words) in ends {
            let label = match *kind {
                "deadline" => "time",
                "target" => "target",
                "basis" => "policy",
                _ => "actor",
            };
            let behind = SPEECH[start..].find(words).map(|at| start + at);
            let at = behind.or_else(|| SPEECH.find(words)).unwrap();
            let to = self.push(label, Span::at(at, at + words.len())).id;
            let link = Link {
                id: LinkId(self.links.len() as u32 + 1),
                kind: (*kind).into(),
                from: id,
                to,
                origin: Origin::Human,
                status: Status::Accepted,
            };
            self.links.push(Arc::new(link));
        }
        self.annotations
            .iter_mut()
            .find(|annotation| annotation.id == id)
            .unwrap()
    }

    fn store(self) -> Store {
        Store::from_parts(self.annotations.into_iter().map(Arc::new).collect(), self.links)
    }
}
