"""Has brat's own server code write annotations, and read ours."""

import codecs
import importlib.util
import io
import re
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path


def annotation():
    """brat's module for `.ann` files; it stands beside the files of its page, not among Python's modules."""
    found = importlib.util.find_spec("brat")
    source = Path(list(found.submodule_search_locations)[0]) / "server/src"
    if str(source) not in sys.path:
        sys.path.append(str(source))
    import annotation

    # Its way of opening files asks for a mode that newer versions of Python have not.
    annotation.open_textfile = lambda path, mode="r": codecs.open(path, mode.replace("U", ""), "utf-8")
    return annotation


def write(folder, text, span, keep):
    brat = annotation()
    document = brat.TextAnnotations(text=text)
    place = lambda *words: [list(span(word)) for word in words]
    bound = lambda id, label, *words: brat.TextBoundAnnotationWithText(place(*words), id, label, document)
    bound("T1", "单位", "市水利局")
    bound("T2", "时限", "6月底前")
    bound("T3", "Task", "完成", "20公里")
    bound("T4", "Head", "讲话稿𬭎")
    for one in (
        brat.EventAnnotation("T3", [("牵头", "T1"), ("Time", "T2")], "E1", "Task", ""),
        brat.BinaryRelationAnnotation("R1", "在前", "Arg1", "T4", "Arg2", "E1", "\t"),
        brat.EquivAnnotation("Equiv", ["T1", "T4"], ""),
        brat.AttributeAnnotation("E1", "A1", "Negation", "", True),
        brat.AttributeAnnotation("T2", "A2", "Certainty", "", "high"),
        brat.NormalizationAnnotation("N1", "Reference", "T1", "Wikidata", "Q1", "\t水利局"),
        brat.NormalizationAnnotation("N2", "Reference", "T1", "Own", "7", "\t"),
        brat.OnelineCommentAnnotation("T1", "#1", "AnnotatorNotes", "\t再看"),
        brat.OnelineCommentAnnotation("T1", "#2", "AnnotatorNotes", "\t问过"),
        brat.OnelineCommentAnnotation("R1", "#3", "AnnotatorNotes", "\t关系"),
    ):
        document.add_annotation(one)
    files = {"speech.txt": text, "speech.ann": str(document)}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    # As its page downloads a collection.
    collection = io.BytesIO()
    with tarfile.open(fileobj=collection, mode="w:gz") as archive:
        for name, content in files.items():
            content = content.encode("utf-8")
            entry = tarfile.TarInfo(f"speeches/{name}")
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    holds = [
        ("单位", *span("市水利局"), {"Reference": "Wikidata:Q1 水利局; Own:7", "": "再看\n问过"}),
        ("时限", *span("6月底前"), {"Certainty": "high"}),
        # Its other piece is not asked for here.
        ("Task", *span("完成"), {"Negation": True}),
        ("Head", *span("讲话稿𬭎"), {"": "关系"}),
    ]
    keep("brat.zip", packed.getvalue(), holds, 4)
    keep("brat.tar.gz", collection.getvalue(), holds, 4)


def read(document, equal):
    """Our stand-off in brat's own reading: everything is accepted, and says what it said."""
    if len(document.text.splitlines()) != len(re.split("\r\n|\r|\n", document.text.rstrip("\r\n"))):
        return "brat takes more than line ends for the end of a line"
    brat = annotation()
    archive = zipfile.ZipFile(document.path("brat.zip"))
    with tempfile.TemporaryDirectory() as folder:
        archive.extractall(folder)
        read = brat.TextAnnotations(str(Path(folder) / "speech"), read_only=True)
    source = archive.read("speech.ann").decode("utf-8")
    equal(read.get_document_text(), document.text, "text")
    equal(read.get_messages().errors + read.get_messages().warnings, [], "complaints")
    equal(list(read.failed_lines), [], "lines that brat refuses")
    equal(len(list(read.get_textbounds())), len(document.annotations), "annotations")
    equal(len(list(read.get_relations())), len(document.links), "links")
    equal(str(read), source, "what brat writes again")
    document.back("brat.zip", archive_of(archive, str(read)))


def archive_of(archive, annotations):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name in archive.namelist():
            packed.writestr(name, annotations if name == "speech.ann" else archive.read(name))
    return made.getvalue()
