#!/usr/bin/env python3
"""What the confidences are worth: reliability.py SCORE.py GOLD_DIR OUT_DIR

For each bin of confidence, how many suggestions there are, the mean confidence and the share that is
right, by the rules of score.py: statements match one to one with their label at an overlap of half,
mentions exactly. The last line of a table is the mean distance between the two, weighted by counts.
Then the same by rule.
"""
import importlib.util, pathlib, sys
from collections import defaultdict

spec = importlib.util.spec_from_file_location("score", sys.argv[1])
score = importlib.util.module_from_spec(spec)
spec.loader.exec_module(score)

BINS = [0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95]


def judged(gold, out):
    """Each suggestion of a document with whether it is right."""
    for label in score.STATEMENTS:
        ours = [a for a in out if a["label"] == label]
        theirs = [(a["start"], a["end"]) for a in gold if a["label"] == label]
        used, _ = score.match_statements(theirs, [(a["start"], a["end"]) for a in ours])
        right = set(used.values())
        for at, annotation in enumerate(ours):
            yield "statements", annotation, at in right
    theirs = {(a["label"], *score.span_of(a)) for a in gold if a["label"] in score.MENTIONS}
    for annotation in out:
        if annotation["label"] in score.MENTIONS:
            yield "mentions", annotation, (annotation["label"], *score.span_of(annotation)) in theirs


tables = defaultdict(lambda: defaultdict(list))
rules = defaultdict(list)
unsaid = 0
for path in sorted(pathlib.Path(sys.argv[2]).glob("*.json")):
    for kind, annotation, right in judged(score.load(path), score.load(pathlib.Path(sys.argv[3]) / path.name)):
        confidence = annotation.get("confidence")
        # Each suggestion must say why, and how sure it is.
        if confidence is None or not annotation["origin"].startswith(("rule:", "model:")):
            unsaid += 1
            continue
        tables[kind][max(start for start in BINS if start <= confidence)].append((confidence, right))
        rules[annotation["origin"].partition(":")[2]].append((confidence, right))
for kind in ("statements", "mentions"):
    print(f"{kind:12} {'bin':>10} {'count':>7} {'confidence':>11} {'right':>7}")
    total, distance = 0, 0.0
    for start, items in sorted(tables[kind].items()):
        mean, share = sum(c for c, _ in items) / len(items), sum(r for _, r in items) / len(items)
        end = next((other for other in BINS if other > start), 1.0)
        print(f"{'':12} {start:.2f}–{end:.2f} {len(items):7} {mean:11.3f} {share:7.3f}")
        total, distance = total + len(items), distance + abs(mean - share) * len(items)
    print(f"{'':12} mean distance {distance / total if total else 0:.3f}")
print(f"{'rule':23} {'count':>7} {'confidence':>11} {'right':>7}")
for rule, items in sorted(rules.items()):
    mean, share = sum(c for c, _ in items) / len(items), sum(r for _, r in items) / len(items)
    print(f"{rule:23} {len(items):7} {mean:11.3f} {share:7.3f}")
if unsaid:
    print(f"{unsaid} suggestions without a rule or a confidence")
