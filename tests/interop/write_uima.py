"""Has Apache UIMA in Java, which INCEpTION writes XMI with, write annotations and read ours.

Debian has it as libuima-core-java; Java 11 or newer runs the program from its source.
"""

import io
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

JARS = Path("/usr/share/java/uimaj-core.jar")
PROGRAM = Path(__file__).with_name("Uima.java")


def missing():
    if shutil.which("javac") is None or not JARS.exists():
        return "no Apache UIMA with a JDK here (Debian: default-jdk-headless, libuima-core-java)"
    return None


def uima(*arguments):
    made = subprocess.run(["java", "-cp", JARS, PROGRAM, *arguments], capture_output=True, text=True)
    if made.returncode != 0:
        raise AssertionError(made.stderr)


def write(folder, text, span, keep):
    if missing():
        return missing()
    with tempfile.TemporaryDirectory() as place:
        place = Path(place)
        (place / "text").write_text(text, encoding="utf-8", newline="")
        uima("write", place / "text", place / "TypeSystem.xml", place / "speech.xmi")
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for name in ("TypeSystem.xml", "speech.xmi"):
                archive.write(place / name, name)
    holds = [
        ("ORG", *span("市水利局"), {"identifier": "http://www.wikidata.org/entity/Q1"}),
        ("Task", *span("完成清淤20公里"), {"tags": "甲; 乙", "weight": 3, "urgent": True}),
        ("SameLink", *span("讲话稿𬭎"), {"referenceType": "同一"}),
        ("SameLink", *span("6月底前"), {}),
        ("Token", *span("完成"), {}),
        ("Token", *span("清淤"), {}),
    ]
    # The slot, the chain, and the dependency of two words.
    keep("uima.zip", packed.getvalue(), holds, 3)


def read(document):
    if missing():
        return missing()
    with tempfile.TemporaryDirectory() as place:
        place = Path(place)
        with zipfile.ZipFile(document.path("cas-xmi.zip")) as archive:
            archive.extractall(place)
        uima("read", place / "TypeSystem.xml", place / "speech.xmi", place / "again.xmi")
        with zipfile.ZipFile(document.path("cas-xmi.zip")) as archive, io.BytesIO() as whole:
            with zipfile.ZipFile(whole, "w") as target:
                target.writestr("TypeSystem.xml", archive.read("TypeSystem.xml"))
                target.write(place / "again.xmi", "speech.xmi")
            document.back("cas-xmi.zip", whole.getvalue())
