"""Holds the figures of `juyao diff` against other programs' on annotations made at random.

Cohen's kappa is scikit-learn's, Krippendorff's alpha that of the package of its name; the pairs of
overlapping annotations are a largest matching found by SciPy, exact ones a count.

Usage: agreement.py PROGRAM
"""

import importlib.util
import json
import math
import random
import subprocess
import sys
import tempfile
import warnings
from collections import Counter
from pathlib import Path

LABELS = ["甲类", "乙类", "丙类"]


def missing():
    absent = [name for name in ("sklearn", "krippendorff", "scipy") if importlib.util.find_spec(name) is None]
    return f"no {', '.join(absent)} here" if absent else None


def annotator(chance, text, marks):
    """Some of the marks as they are, some moved, some dropped, some added. One astral character is one."""
    made = []
    for label, start, end in marks:
        fate = chance.random()
        if fate < 0.5:
            made.append((label, start, end))
        elif fate < 0.8:
            start = max(0, start + chance.randint(-2, 2))
            made.append((label, start, min(len(text), max(start + 1, end + chance.randint(-2, 2)))))
    for _ in range(chance.randint(0, 3)):
        made.append(mark(chance, text))
    return sorted(set(made))


def mark(chance, text):
    start = chance.randrange(len(text) - 1)
    return chance.choice(LABELS), start, min(len(text), start + chance.randint(1, 9))


def write(path, texts, annotations):
    units = lambda text, at: len(text[:at].encode("utf-16-le")) // 2
    with open(path, "w", encoding="utf-8") as file:
        for text, marks in zip(texts, annotations):
            entities = [
                {"id": at, "label": label, "start_offset": units(text, start), "end_offset": units(text, end)}
                for at, (label, start, end) in enumerate(marks)
            ]
            file.write(json.dumps({"text": text, "entities": entities, "relations": []}, ensure_ascii=False) + "\n")


def expected(texts, firsts, seconds, label=None):
    import krippendorff
    import numpy
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import maximum_bipartite_matching
    from sklearn.metrics import cohen_kappa_score

    counts = {"first": 0, "second": 0, "exact": 0, "overlap": 0}
    categories = [[], []]
    for text, *sides in zip(texts, firsts, seconds):
        sides = [[one for one in side if label in (None, one[0])] for side in sides]
        counts["first"] += len(sides[0])
        counts["second"] += len(sides[1])
        counts["exact"] += sum((Counter(sides[0]) & Counter(sides[1])).values())
        if all(sides):
            shares = [[a[0] == b[0] and a[1] < b[2] and b[1] < a[2] for b in sides[1]] for a in sides[0]]
            pairs = maximum_bipartite_matching(csr_matrix(numpy.array(shares, dtype=int)), perm_type="column")
            counts["overlap"] += int((pairs >= 0).sum())
        for side, found in zip(categories, sides):
            held = [frozenset(name for name, start, end in found if start <= at < end) for at in range(len(text))]
            side.extend(held)
    names = {category: number for number, category in enumerate(sorted(set(categories[0] + categories[1]), key=sorted))}
    coded = [[names[category] for category in side] for side in categories]
    marked = counts["first"] + counts["second"]
    f1 = lambda pairs: 2 * pairs / marked if marked else None
    return {
        "first": counts["first"],
        "second": counts["second"],
        "exact": f1(counts["exact"]),
        "overlap": f1(counts["overlap"]),
        "kappa": cohen_kappa_score(*coded) if len(names) > 1 else None,
        "alpha": krippendorff.alpha(reliability_data=coded, level_of_measurement="nominal") if len(names) > 1 else None,
    }


def same(found, wanted, what):
    for name, value in wanted.items():
        close = found[name] == value or (None not in (found[name], value) and math.isclose(found[name], value, abs_tol=1e-9))
        assert close, f"{what}: {name} is {found[name]}, others say {value}"


def main(program):
    if missing():
        print(f"skipped agreement: {missing()}")
        return
    warnings.simplefilter("ignore")
    folder = Path(tempfile.mkdtemp())
    for seed in range(12):
        chance = random.Random(seed)
        texts = ["".join(chance.choice("一二三四五六七八九十𬭎💛\n") for _ in range(chance.randint(30, 90))) + f"第{n}篇" for n in range(4)]
        truth = [[mark(chance, text) for _ in range(6)] for text in texts]
        sides = [[annotator(chance, text, marks) for text, marks in zip(texts, truth)] for _ in range(2)]
        paths = [folder / f"{seed}-{side}.jsonl" for side in range(2)]
        for path, side in zip(paths, sides):
            write(path, texts, side)
        made = subprocess.run([program, "diff", "--format", "json", *paths], capture_output=True, text=True, check=True)
        found = json.loads(made.stdout)
        same(found["all"], expected(texts, *sides), f"{seed}")
        used = {label for side in sides for marks in side for label, *_ in marks}
        assert set(found["labels"]) == used, (found["labels"].keys(), used)
        for label in used:
            same(found["labels"][label], expected(texts, *sides, label), f"{seed} {label}")
    print("ok      agreement: exact and overlap F1, Cohen's kappa, Krippendorff's alpha")


if __name__ == "__main__":
    main(sys.argv[1])
