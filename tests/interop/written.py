"""Has other programs write files of their own: what they hold must be there when they are opened here.

Each function writes files with a program's own means, and beside each, as NAME.holds.json, what is in it:
text, annotations (label, start and end in code points, attributes; a note under an empty name), the number of
links, the note on the whole document, and what is said of labels: description, and the colour of the page that
is nearest to theirs.
"""

import json
import sys
import types

import write_brat
import write_qda
import write_uima

TEXT = "讲话稿𬭎\n由市水利局牵头，6月底前完成清淤20公里。\n"


def span(words):
    start = TEXT.index(words)
    return start, start + len(words)


def units(offset):
    """UTF-16 units of an offset in code points."""
    return len(TEXT[:offset].encode("utf-16-le")) // 2


def keep(folder, name, content, annotations, links=0, text=TEXT, labels=None, note=""):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    holds = {
        "text": text,
        "annotations": [
            {"label": label, "start": start, "end": end, "attributes": more[0] if more else {}}
            for label, start, end, *more in annotations
        ],
        "links": links,
        "labels": labels or {},
        "note": note,
    }
    (folder / f"{name}.holds.json").write_text(json.dumps(holds, ensure_ascii=False), encoding="utf-8")


def spacy(folder):
    import spacy
    from spacy.tokens import Span

    doc = spacy.blank("zh")(TEXT)
    entities = [doc.char_span(*span("市水利局"), label="ORG"), doc.char_span(*span("6月底前"), label="DATE")]
    doc.set_ents(entities)
    doc.spans["任务"] = [doc.char_span(*span("完成清淤20公里"), label="TASK", kb_id="Q1"), Span(doc, 0, 1, label="HEAD")]
    found = [*doc.ents, *doc.spans["任务"]]
    holds = [(one.label_, one.start_char, one.end_char, {"kb_id": one.kb_id_} if one.kb_id_ else {}) for one in found]
    keep(folder, "spacy.json", json.dumps(doc.to_json(), ensure_ascii=False), holds)


def doccano(folder):
    import pandas

    # Its database is not here; the exports ask it for one name.
    models = types.ModuleType("data_export.models")
    models.DATA = "text"
    sys.modules.setdefault("data_export.models", models)
    from data_export.pipeline.formatters import DictFormatter, ListedCategoryFormatter, TupledSpanFormatter
    from data_export.pipeline.writers import JsonlWriter

    class Row(dict):
        """A row of the database, as its export classes give it away."""

        def to_dict(self):
            return dict(self)

        def to_tuple(self):
            return self["start_offset"], self["end_offset"], self["label"]

        def to_string(self):
            return self["comment"]

    spans = [("单位", *span("市水利局")), ("时限", *span("6月底前"))]
    entities = [
        Row(id=at, label=label, start_offset=units(start), end_offset=units(end))
        for at, (label, start, end) in enumerate(spans, 4000000000)
    ]
    comments = [Row(id=1, comment="再看"), Row(id=2, comment="𬭎按录音整理")]
    relations = [Row(id=7, from_id=4000000000, to_id=4000000001, type="办理")]
    data = {"id": 3, "text": TEXT, "entities": entities, "relations": relations, "Comments": comments}
    formatted = pandas.DataFrame([data])
    for column in ("entities", "relations", "Comments"):
        formatted = DictFormatter(column).format(formatted)
    folder.mkdir(parents=True, exist_ok=True)
    JsonlWriter.write(folder / "doccano-relations.jsonl", formatted)
    keep(folder, "doccano-relations.jsonl", (folder / "doccano-relations.jsonl").read_bytes(), spans, 1, note="再看\n𬭎按录音整理")
    data = {"id": 3, "text": TEXT, "label": entities, "Comments": comments}
    formatted = TupledSpanFormatter("label").format(pandas.DataFrame([data]))
    formatted = ListedCategoryFormatter("Comments").format(formatted)
    JsonlWriter.write(folder / "doccano-spans.jsonl", formatted)
    keep(folder, "doccano-spans.jsonl", (folder / "doccano-spans.jsonl").read_bytes(), spans, note="再看\n𬭎按录音整理")


def label_studio(folder):
    from label_studio_sdk.converter import Converter

    labels = "".join(f'<Label value="{name}"/>' for name in ("单位", "牵头", "时限"))
    config = f'<View><Labels name="标签" toName="text">{labels}</Labels><Text name="text" value="$text"/></View>'
    # A region may have several labels.
    regions = [(span("市水利局"), ["单位", "牵头"]), (span("6月底前"), ["时限"])]
    result = [
        {
            "id": f"r{at}",
            "type": "labels",
            "from_name": "标签",
            "to_name": "text",
            "value": {"start": start, "end": end, "text": TEXT[start:end], "labels": names},
        }
        for at, ((start, end), names) in enumerate(regions)
    ]
    relation = {"type": "relation", "from_id": "r0", "to_id": "r1", "direction": "right", "labels": ["办理"]}
    task = {
        "id": 5,
        "data": {"text": TEXT},
        "annotations": [{"id": 9, "completed_by": {"id": 1}, "result": [*result, relation], "was_cancelled": False}],
    }
    folder.mkdir(parents=True, exist_ok=True)
    source = folder / "tasks"
    source.write_text(json.dumps([task], ensure_ascii=False), encoding="utf-8")
    converter = Converter(config, str(folder), download_resources=False)
    holds = [(name, *place) for place, names in regions for name in names]
    for name, convert, links in (
        ("label-studio", converter.convert_to_json, 1),
        # This export leaves relations out.
        ("label-studio-min", converter.convert_to_json_min, 0),
    ):
        made = folder / name
        made.mkdir(exist_ok=True)
        convert(str(source), str(made), is_dir=False)
        keep(folder, f"{name}.json", (made / "result.json").read_bytes(), holds, links)
        (made / "result.json").unlink()
        made.rmdir()
    source.unlink()


def cassis(folder):
    from cassis import Cas, TypeSystem
    from cassis.typesystem import TYPE_NAME_BOOLEAN, TYPE_NAME_INTEGER, TYPE_NAME_STRING

    known = TypeSystem()
    entity = known.create_type("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity", "uima.tcas.Annotation")
    known.create_feature(entity, "value", TYPE_NAME_STRING)
    known.create_feature(entity, "identifier", TYPE_NAME_STRING)
    custom = known.create_type("custom.Measure", "uima.tcas.Annotation")
    known.create_feature(custom, "weight", TYPE_NAME_INTEGER)
    known.create_feature(custom, "urgent", TYPE_NAME_BOOLEAN)
    relation = known.create_type("custom.Relation", "uima.tcas.Annotation")
    known.create_feature(relation, "label", TYPE_NAME_STRING)
    known.create_feature(relation, "Governor", "uima.tcas.Annotation")
    known.create_feature(relation, "Dependent", "uima.tcas.Annotation")
    cas = Cas(known)
    cas.sofa_string, cas.sofa_mime = TEXT, "text/plain"
    place = lambda words: dict(zip(("begin", "end"), span(words)))
    one = entity(value="ORG", identifier="Q1", **place("市水利局"))
    other = custom(weight=3, urgent=True, **place("完成清淤20公里"))
    cas.add_all([one, other, relation(label="办理", Governor=other, Dependent=one, **place("市水利局"))])
    holds = [("ORG", *span("市水利局"), {"identifier": "Q1"}), ("Measure", *span("完成清淤20公里"), {"weight": 3, "urgent": True})]
    keep(folder, "cassis.json", cas.to_json(), holds, 1)
    keep(folder, "cassis.xmi", cas.to_xmi(), holds, 1)


def pyrefiqda(folder):
    from pyrefiqda import RefiProject
    from pyrefiqda.models import project as model

    guid = lambda number: f"00000000-0000-4000-8000-{number:012x}"
    selection = lambda number, words, *codes: model.PlainTextSelectionType(
        guid=guid(number),
        start_position=span(words)[0],
        end_position=span(words)[1],
        coding=[
            model.CodingType(guid=guid(number * 100 + at), code_ref=model.CodeRefType(target_guid=guid(code)))
            for at, code in enumerate(codes)
        ],
    )
    inner = model.CodeType(guid=guid(2), name="牵头单位", is_codable=True, color="#FF0000", description="谁来牵头")
    outer = model.CodeType(guid=guid(1), name="单位", is_codable=True, code=[inner])
    source = model.TextSourceType(
        guid=guid(10),
        name="讲话",
        plain_text_content=TEXT,
        plain_text_selection=[selection(11, "市水利局", 1, 2), selection(12, "6月底前", 3)],
    )
    made = model.Project(
        name="研究",
        code_book=model.CodeBookType(
            codes=model.CodesType(code=[outer, model.CodeType(guid=guid(3), name="时限", is_codable=True)])
        ),
        sources=model.SourcesType(text_source=[source]),
    )
    folder.mkdir(parents=True, exist_ok=True)
    RefiProject.save(made, folder / "pyrefiqda.qdpx")
    holds = [("单位", *span("市水利局")), ("牵头单位", *span("市水利局")), ("时限", *span("6月底前"))]
    labels = {"牵头单位": {"description": "谁来牵头", "colour": "spare-6"}}
    keep(folder, "pyrefiqda.qdpx", (folder / "pyrefiqda.qdpx").read_bytes(), holds, labels=labels)


def uima(folder):
    return write_uima.write(folder, TEXT, span, lambda *made: keep(folder, *made))


def exegete(folder):
    write_qda.write(folder, TEXT, span, lambda *made: keep(folder, *made))


def brat(folder):
    write_brat.write(folder, TEXT, span, lambda *made: keep(folder, *made))


WRITERS = [
    (exegete, "exegete"),
    (brat, "brat"),
    (uima, "write_uima"),
    (spacy, "spacy"),
    (doccano, "backend"),
    (label_studio, "label_studio_sdk"),
    (cassis, "cassis"),
    (pyrefiqda, "pyrefiqda"),
]
