"""Reads every exported file with the program, or its own parser, that the file is for.

The files come from the test `files_for_other_programs`; each folder holds one document in every
format, and the project's own JSON says what the others must agree with. A reader that cannot be
installed is skipped with a message, which it may return itself; a reader that disagrees is a failure.

Usage: run.py FOLDER [FOLDER …]
"""

import csv
import importlib
import importlib.util
import io
import json
import os
import re
import sys
import tempfile
import traceback
import types
import uuid
import zipfile
from pathlib import Path

import write_brat
import write_uima
from written import WRITERS

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "tests/interop/.venv/schemas"


class Document:
    """One document: its folder, and what the project's own JSON says about it."""

    def __init__(self, folder):
        self.folder = folder
        own = json.loads(self.read("json.json"))
        self.own = own
        self.text = own["document"]["text"]
        self.annotations = {a["id"]: a for a in own["annotations"] if a["status"] != "rejected"}
        self.links = [
            link
            for link in own["links"]
            if link["status"] != "rejected" and link["from"] in self.annotations and link["to"] in self.annotations
        ]

    def back(self, name, content):
        """Keeps what a program wrote, for `tests/interop.rs`."""
        folder = self.folder / "back"
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))

    def path(self, name):
        return self.folder / name

    def read(self, name):
        return self.path(name).read_bytes().decode("utf-8")

    def tasks(self):
        """How many tasks the table has: as many rows as its plainest form."""
        rows = list(csv.reader(io.StringIO(self.read("task-csv.csv"))))
        quotes = [row[rows[0].index("原文依据")] for row in rows[1:]]
        measures = [a for a in self.annotations.values() if a["label"] == "measure"]
        assert len(quotes) > len(measures) / 2, "few tasks"
        return len(quotes)

    def spans(self, empty=True):
        """Label, start, end in code points of every annotation, sorted."""
        found = [(a["label"], a["start"], a["end"]) for a in self.annotations.values()]
        return sorted(span for span in found if empty or span[1] < span[2])

    def pairs(self, empty=True):
        """Kind and the spans of both ends of every link, sorted."""
        ends = {i: (a["label"], a["start"], a["end"]) for i, a in self.annotations.items()}
        found = [(link["type"], ends[link["from"]], ends[link["to"]]) for link in self.links]
        return sorted(pair for pair in found if empty or all(end[1] < end[2] for end in pair[1:]))


def equal(found, wanted, what):
    if found != wanted:
        extra = [one for one in found if one not in wanted][:3] if isinstance(found, list) else found
        missing = [one for one in wanted if one not in found][:3] if isinstance(wanted, list) else wanted
        raise AssertionError(f"{what}: unexpected {extra!r}, missing {missing!r}")


def own_json(document):
    import jsonschema

    schema = json.loads((ROOT / "src/export/juyao.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(document.own)
    for annotation in document.own["annotations"]:
        equal(document.text[annotation["start"] : annotation["end"]], annotation["quote"], annotation["id"])


def cassis_json(document):
    import cassis

    with open(document.path("cas-json.json"), "rb") as file:
        cas = cassis.load_cas_from_json(file)
    check_cas(document, cas, document.text)
    document.back("cas-json.json", cas.to_json())


def cassis_xmi(document):
    import cassis

    archive = zipfile.ZipFile(document.path("cas-xmi.zip"))
    types = cassis.load_typesystem(io.BytesIO(archive.read("TypeSystem.xml")))
    cas = cassis.load_cas_from_xmi(io.BytesIO(archive.read("speech.xmi")), typesystem=types)
    check_cas(document, cas, re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", " ", document.text))
    document.back("cas-xmi.xmi", cas.to_xmi())


def uima(document):
    return write_uima.read(document)


def check_cas(document, cas, text):
    equal(cas.sofa_string, text, "text")
    kind = "webanno.custom.Juyao"
    span = lambda one: (one.label, one.begin, one.end)
    # cassis turns the offsets of the file into code points.
    equal(sorted(span(one) for one in cas.select(kind)), document.spans(), "annotations")
    links = [(one.label, span(one.Governor), span(one.Dependent)) for one in cas.select(kind + "Link")]
    equal(sorted(links), document.pairs(), "links")
    for one in cas.select(kind):
        own = document.annotations[one.identifier]
        equal(one.get_covered_text(), text[own["start"] : own["end"]], one.identifier)
        equal(one.status, own["status"], one.identifier)


def spacy_doc(document):
    import spacy
    from spacy.tokens import Doc

    line = json.loads(document.read("prodigy.jsonl"))
    nlp = spacy.blank("zh")
    doc = Doc(nlp.vocab, words=[token["text"] for token in line["tokens"]], spaces=[token["ws"] for token in line["tokens"]])
    equal(doc.text, document.text, "text")
    found = []
    for span in line["spans"]:
        made = doc.char_span(span["start"], span["end"], label=span["label"])
        if made is None:
            raise AssertionError(f"span {span} does not fit the tokens")
        equal((made.start, made.end - 1), (span["token_start"], span["token_end"]), "tokens")
        found.append((made.label_, made.start_char, made.end_char))
    equal(sorted(found), document.spans(empty=False), "spans")
    doc.spans["sc"] = [doc.char_span(s["start"], s["end"], label=s["label"]) for s in line["spans"]]
    equal(len(Doc(nlp.vocab).from_bytes(doc.to_bytes()).spans["sc"]), len(found), "DocBin")
    document.back("prodigy.jsonl", json.dumps(doc.to_json()) + "\n")
    ends = lambda span: (span["label"], span["start"], span["end"])
    links = [(one["label"], ends(one["head_span"]), ends(one["child_span"])) for one in line["relations"]]
    equal(sorted(links), document.pairs(empty=False), "relations")


def label_studio(document):
    from label_studio_sdk.converter import Converter
    from label_studio_sdk.label_interface import LabelInterface

    config = document.read("label-studio-config.xml")
    interface = LabelInterface(config)
    tasks = json.loads(document.read("label-studio.json"))
    results = [r for kind in ("annotations", "predictions") for one in tasks[0][kind] for r in one["result"]]
    for region in results:
        if region["type"] == "labels":
            value = region["value"]
            equal(document.text[value["start"] : value["end"]], value["text"], region["id"])
            if not interface.validate_region(region):
                raise AssertionError(f"{region} does not fit the labelling interface")
    folder = document.folder / "label-studio-converted"
    folder.mkdir(exist_ok=True)
    converter = Converter(config, str(document.folder), download_resources=False)
    converter.convert_to_json(str(document.path("label-studio.json")), str(folder), is_dir=False)
    converted = json.loads((folder / "result.json").read_text(encoding="utf-8"))
    found = [
        (region["value"]["labels"][0], region["value"]["start"], region["value"]["end"])
        for region in converted[0]["annotations"][0]["result"]
        if region["type"] == "labels"
    ]
    wanted = [(a["label"], a["start"], a["end"]) for a in document.annotations.values() if a["status"] == "accepted"]
    equal(sorted(found), sorted(wanted), "annotations")
    document.back("label-studio.json", json.dumps(converted))


class Stand(types.ModuleType):
    """Stands for a module of which only the names are asked: doccano's database is not here."""

    __path__ = []

    def __getattr__(self, name):
        return type(name, (), {})


def doccano(document):
    """The parts of doccano that read an upload; offsets in the unit of its page, UTF-16."""
    stands = ["examples", "label_types", "labels", "projects"]
    stands += [name + ".models" for name in stands] + ["pyexcel", "pyexcel.exceptions"]
    if importlib.util.find_spec("seqeval") is None:
        stands += ["seqeval", "seqeval.scheme"]
    for name in stands:
        sys.modules.setdefault(name, Stand(name))
    root = importlib.util.find_spec("backend").submodule_search_locations[0]
    if root not in sys.path:
        sys.path.append(root)
    from data_import.pipeline.label import RelationLabel, SpanLabel
    from data_import.pipeline.parsers import JSONLParser

    parser = JSONLParser()
    lines = list(parser.parse(str(document.path("doccano.jsonl"))))
    equal((len(lines), parser.errors), (1, []), "lines")
    line, example = lines[0], uuid.uuid4()
    equal(line["text"], document.text, "text")
    units = line["text"].encode("utf-16-le")
    spans = [SpanLabel.parse(example, entity) for entity in line["entities"]]
    relations = [RelationLabel.parse(example, relation) for relation in line["relations"]]
    quote = lambda span: units[2 * span.start_offset : 2 * span.end_offset].decode("utf-16-le")
    wanted = [(a["label"], a["quote"]) for a in document.annotations.values() if a["quote"]]
    equal(sorted((span.label, quote(span)) for span in spans), sorted(wanted), "spans")
    ids = {span.id for span in spans}
    equal(sorted(one.type for one in relations), [kind for kind, *_ in document.pairs(empty=False)], "relations")
    assert all(one.from_id in ids and one.to_id in ids for one in relations)


def web_annotation(document):
    from pyld import jsonld

    context = json.loads((Path(__file__).parent / "anno-context.json").read_text(encoding="utf-8"))
    loader = lambda url, options: {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": context}
    expanded = jsonld.expand(json.loads(document.read("web-annotation.jsonld")), {"documentLoader": loader})
    oa = "http://www.w3.org/ns/oa#"
    value = lambda node, name: node[name][0]["@value"]
    items = expanded[0]["http://www.w3.org/ns/activitystreams#first"][0]
    items = items["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    found, links = [], 0
    for item in items:
        if item[oa + "motivatedBy"][0]["@id"] == oa + "linking":
            links += 1
            continue
        target = item[oa + "hasTarget"][0]
        selectors = {one["@type"][0]: one for one in target[oa + "hasSelector"]}
        position, quote = selectors[oa + "TextPositionSelector"], selectors[oa + "TextQuoteSelector"]
        start, end = value(position, oa + "start"), value(position, oa + "end")
        equal(document.text[start:end], value(quote, oa + "exact"), item["@id"])
        label = value(item[oa + "hasBody"][0], "http://www.w3.org/1999/02/22-rdf-syntax-ns#value")
        found.append((label, start, end))
    equal(sorted(found), document.spans(), "annotations")
    equal(links, len(document.links), "links")
    own_context = json.loads(document.read("web-annotation.jsonld"))["@context"]
    compacted = jsonld.compact(expanded, own_context, {"documentLoader": loader})
    document.back("web-annotation.jsonld", json.dumps(compacted))


def brat(document):
    archive = zipfile.ZipFile(document.path("brat.zip"))
    text = archive.read("speech.txt").decode("utf-8")
    equal(text, document.text, "text")
    found, count = [], 0
    for line in archive.read("speech.ann").decode("utf-8").split("\n"):
        if line.startswith("T"):
            _, head, quote = line.split("\t", 2)
            label, places = head.split(" ", 1)
            parts = [tuple(map(int, part.split())) for part in places.split(";")]
            # brat puts a line aside whose words are not what stands at its offsets.
            equal(" ".join(text[a:b] for a, b in parts).replace("\r", " ").replace("\n", " "), quote, line)
            found.append((label, parts[0][0], parts[-1][1]))
        elif line.startswith("R"):
            count += 1
    equal(len(found), len(document.annotations), "annotations")
    equal(count, len(document.links), "links")


def brat_itself(document):
    return write_brat.read(document, equal)


def qda(document):
    from pyrefiqda import RefiProject

    project = RefiProject.load(document.path("qdpx.qdpx"))
    model = getattr(project, "project", project)
    schema = SCHEMAS / "Project.xsd"
    if schema.exists():
        from lxml import etree

        valid = etree.XMLSchema(etree.parse(str(schema)))
        with zipfile.ZipFile(document.path("qdpx.qdpx")) as archive:
            valid.assertValid(etree.fromstring(archive.read("project.qde")).getroottree())
    codes = {code.guid: code.name for code in model.code_book.codes.code}
    source = model.sources.text_source[0]
    archive = zipfile.ZipFile(document.path("qdpx.qdpx"))
    name = source.plain_text_path.split("internal://")[1]
    # Read as QualCoder reads it: any line end is one.
    text = io.TextIOWrapper(archive.open("Sources/" + name), encoding="utf-8-sig").read()
    names = {label["zh"]: label["id"] for label in document.own["tagset"]["labels"]}
    normal = lambda quote: quote.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    found = sorted(
        (names[codes[one.coding[0].code_ref.target_guid]], text[one.start_position : one.end_position])
        for one in source.plain_text_selection
    )
    wanted = sorted((a["label"], normal(a["quote"])) for a in document.annotations.values())
    if "\r" not in document.text:
        equal(found, wanted, "selections")
    equal([label for label, _ in found], [label for label, _ in wanted], "codes")
    equal(len(model.links.link) if model.links else 0, len(document.links), "links")
    saved = document.folder / "saved.qdpx"
    RefiProject.save(model, saved)
    # The program keeps the description only: the text goes back beside it.
    with zipfile.ZipFile(saved) as made, io.BytesIO() as whole:
        with zipfile.ZipFile(whole, "w") as target:
            target.writestr("project.qde", made.read("project.qde"))
            target.writestr("Sources/" + name, archive.read("Sources/" + name))
        document.back("qdpx.qdpx", whole.getvalue())


def tei(document):
    from lxml import etree

    tree = etree.parse(str(document.path("tei.xml")))
    name = {"t": "http://www.tei-c.org/ns/1.0"}
    xml_id = "{http://www.w3.org/XML/1998/namespace}id"
    text = tree.xpath("string(//*[@xml:id='speech'])")
    equal(text, re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", " ", document.text), "text")
    found = []
    for span in tree.findall(".//t:span", name):
        pairs = re.fullmatch(r"#string-range\(speech((?:,\d+,\d+)+)\)", span.get("target"))[1]
        start, length = map(int, pairs.split(",")[1:3])
        equal(text[start : start + length], span.text or "", span.get(xml_id))
        assert tree.xpath(f"//*[@xml:id='{span.get('ana')[1:]}']"), "no category"
        found.append((span.get("type"), start, start + length))
    equal(sorted(found), document.spans(), "annotations")
    equal(len(tree.findall(".//t:link", name)), len(document.links), "links")
    schema = SCHEMAS / "tei_all.rng"
    if schema.exists():
        valid = etree.RelaxNG(etree.parse(str(schema)))
        if not valid.validate(tree):
            raise AssertionError(f"not valid TEI: {valid.error_log.last_error}")
    document.back("tei.xml", etree.tostring(tree, xml_declaration=True, encoding="UTF-8"))


def conll(document):
    for name, letters in (("conll-bio.conll", "BI"), ("conll-bioes.conll", "BIES")):
        spelt = ""
        for line in document.read(name).split("\n"):
            if line:
                char, outer, inner = line.split("\t")
                spelt += char
                for tag in (outer, inner):
                    assert tag == "O" or tag[0] in letters and tag[1] == "-", tag
        equal(spelt, visible(document.text), name)


def conll_rows(document, name):
    """Rows of our file, a list for each line of the text."""
    lines = document.read(name).split("\n\n")
    return [[row.split("\t") for row in line.strip("\n").split("\n")] for line in lines if line.strip("\n")]


def conll_wanted(document, statements):
    """Label and visible words of what a column tags: the outermost annotations of a layer, a piece for each line."""
    layers = {label["id"]: label["layer"] for label in document.own["tagset"]["labels"]}
    found, end = [], 0
    for one in document.annotations.values():
        if (layers.get(one["label"], "mention") != "mention") != statements or one["start"] == one["end"] or one["start"] < end:
            continue
        end = one["end"]
        pieces = (visible(piece) for piece in re.split("[\r\n]", one["quote"]))
        found += [(one["label"], piece) for piece in pieces if piece]
    return sorted(found)


def visible(text):
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\ufeff\u200b-\u200f]", "", text)


def conll_entities(document):
    """Strictly, as evaluations of named entities read tags."""
    from seqeval.scheme import IOB2, IOBES, Tokens

    for name, scheme in (("conll-bio.conll", IOB2), ("conll-bioes.conll", IOBES)):
        for column in (1, 2):
            found = []
            for rows in conll_rows(document, name):
                entities = Tokens([row[column] for row in rows], scheme).entities
                found += [(one.tag, "".join(row[0] for row in rows[one.start : one.end])) for one in entities]
            equal(sorted(found), conll_wanted(document, column == 1), f"{name} column {column}")


def conll_spacy(document):
    """As `spacy convert` reads it: the first column is the word, the last its tag."""
    from spacy.training.converters import conll_ner_to_docs

    found = []
    for doc in conll_ner_to_docs(document.read("conll-bio.conll"), no_print=True):
        found += [(one.label_, "".join(token.text for token in one)) for one in doc.ents]
    equal(sorted(found), conll_wanted(document, False), "mentions")


def workbook(document):
    import openpyxl

    sheet = openpyxl.load_workbook(document.path("task-xlsx.xlsx")).active
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    equal(rows[0][0], "序号", "head")
    equal(len(rows) - 1, document.tasks(), "tasks")
    for row in sheet.iter_rows():
        for cell in row:
            assert cell.data_type != "f", f"{cell.coordinate} is a formula"
    assert sheet.freeze_panes == "D3" and sheet.auto_filter.ref and sheet.print_title_rows == "$1:$2"


def word(document):
    import docx

    made = docx.Document(str(document.path("task-docx.docx")))
    table = made.tables[0]
    equal(table.rows[0].cells[1].text, "工作任务", "head")
    numbers = [row.cells[0].text for row in table.rows[1:]]
    equal([n for n in numbers if n.isdigit()], [str(n + 1) for n in range(document.tasks())], "tasks")
    assert made.sections[0].page_width > made.sections[0].page_height, "not across"


def word_text(document):
    """A document as an office writes it, with numbers that stand nowhere in its text."""
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    made = docx.Document()
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (kind, text) in enumerate([("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."), ("decimalEnclosedCircle", "%4")])
    )
    numbering = made.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))

    def add(words, level=None, style=None):
        paragraph = made.add_paragraph(words, style)
        if level is not None:
            paragraph._p.get_or_add_pPr().append(
                parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>')
            )

    made.add_heading("在大会上的讲话", 0)
    for level, words in [(0, "摸清家底"), (1, "查土地"), (1, "查厂房"), (2, "逐宗建账"), (3, "定人"), (3, "定时"), (0, "抓紧开工"), (1, "重新计数")]:
        add(words, level)
    add("第一件", style="List Number")
    add("第二件", style="List Number")
    table = made.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "水利局", "清淤𬭎河"
    made.add_paragraph("　　完。")
    folder = document.folder / "back-word"
    folder.mkdir(exist_ok=True)
    made.save(folder / "word.docx")
    lines = ["在大会上的讲话", "一、摸清家底", "（一）查土地", "（二）查厂房", "1.逐宗建账", "①定人", "②定时", "二、抓紧开工", "（一）重新计数", "1. 第一件", "2. 第二件", "水利局\t清淤𬭎河", "　　完。"]
    (folder / "word.txt").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="")


READERS = [
    (own_json, "jsonschema"),
    (cassis_json, "cassis"),
    (cassis_xmi, "cassis"),
    (spacy_doc, "spacy"),
    (label_studio, "label_studio_sdk"),
    (doccano, "backend"),
    (web_annotation, "pyld"),
    (uima, None),
    (brat, None),
    (brat_itself, "brat"),
    (qda, "pyrefiqda"),
    (tei, "lxml"),
    (conll, None),
    (conll_entities, "seqeval"),
    (conll_spacy, "spacy"),
    (workbook, "openpyxl"),
    (word, "docx"),
    (word_text, "docx"),
]


def main(folders):
    folders = [Path(folder).resolve() for folder in folders]
    # One of the readers unpacks into the current folder.
    os.chdir(tempfile.mkdtemp())
    tasks = [(reader, module, f"{reader.__name__} {folder.name}", Document(folder)) for reader, module in READERS for folder in folders]
    tasks += [(writer, module, f"{writer.__name__} writes", folders[0].parent / "written") for writer, module in WRITERS]
    failed = 0
    for work, module, name, subject in tasks:
        try:
            if module is not None:
                importlib.import_module(module)
        except ImportError as error:
            print(f"skipped {name}: {error}")
            continue
        try:
            missing = work(subject)
            print(f"skipped {name}: {missing}" if missing else f"ok      {name}")
        except Exception:  # noqa: BLE001 — whatever a program says against a file counts
            failed += 1
            print(f"FAILED  {name}")
            traceback.print_exc()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
