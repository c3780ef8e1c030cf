"""Writes texts that hold their annotations (tests/held_out) as plain texts with references beside them.

references.py OUT FILE…: OUT/NAME.txt, and OUT/NAME.json with offsets in code points. The labels inside the texts are
those that src/bin/train/marked.rs names, and Q a quantity, X a redaction.
"""
import json
import pathlib
import re
import sys

LABELS = {
    "m": "measure", "t": "target", "a": "achievement", "p": "problem", "r": "rule", "b": "boilerplate",
    "A": "actor", "AL": "actor", "AR": "actor", "AS": "actor", "O": "organization", "P": "project",
    "I": "industry", "E": "term", "Y": "policy", "T": "time", "Q": "quantity", "X": "redaction",
}
ROLES = {"A": "executor", "AL": "lead", "AR": "responsible", "AS": "support"}
STATEMENTS = set("mtapr")
MARKS = "，；：。！？,;:!?、"


def read(marked):
    """The text, and its spans as (name, start, end)."""
    text, spans, opened = [], [], []
    length = 0
    for piece in re.split(r"(⟦\w+:|⟧)", marked):
        if piece == "⟧":
            name, start = opened.pop()
            spans.append((name, start, length))
        elif piece.startswith("⟦"):
            opened.append((piece[1:-1], length))
        else:
            text.append(piece)
            length += len(piece)
    return "".join(text), spans


def annotation(text, name, start, end):
    """One annotation without blanks, and statements without marks, at their edges."""
    outer = text[start:end]
    strip = MARKS if name in STATEMENTS else ""
    inner = outer.strip().strip(strip).strip()
    start += outer.find(inner)
    made = {"label": LABELS.get(name, "heading"), "start": start, "end": start + len(inner), "quote": inner}
    if name in ROLES:
        made["role"] = ROLES[name]
    if name[0] == "h":
        made["level"] = int(name[1:])
    return made


out = pathlib.Path(sys.argv[1])
for path in map(pathlib.Path, sys.argv[2:]):
    with open(path, encoding="utf-8", newline="") as file:
        text, spans = read(file.read())
    annotations = [annotation(text, *span) for span in spans]
    annotations.sort(key=lambda made: (made["start"], -made["end"]))
    (out / path.name).write_bytes(text.encode())
    reference = json.dumps({"annotations": annotations}, ensure_ascii=False, indent=0)
    (out / path.name).with_suffix(".json").write_text(reference, encoding="utf-8")
