"""Extracts from a few thousand speeches with PySpark in local mode, and says how fast that is per core.

The command line reads lines and writes lines, so that any engine that can pipe can spread it over
machines. The speeches are the samples with their paragraphs shuffled.

Usage: spark.py PROGRAM [DOCUMENTS [CORES]]
"""

import json
import random
import sys
import tempfile
import time
from pathlib import Path

from pyspark import SparkConf, SparkContext

ROOT = Path(__file__).resolve().parents[2]


def speeches(count):
    samples = [path.read_text(encoding="utf-8").splitlines(keepends=True) for path in sorted((ROOT / "src/samples").glob("*.txt"))]
    chance = random.Random(1)
    for number in range(count):
        lines = list(chance.choice(samples))
        head, rest = lines[:3], lines[3:]
        chance.shuffle(rest)
        yield {"id": f"speech-{number}", "date": "2026-03-12", "text": "".join(head + rest)}


def main(program, count=3000, cores=1):
    folder = Path(tempfile.mkdtemp())
    lines = [json.dumps(speech, ensure_ascii=False) for speech in speeches(count)]
    (folder / "in.ndjson").write_text("\n".join(lines) + "\n", encoding="utf-8")
    size = sum(len(line.encode("utf-8")) for line in lines)
    conf = SparkConf().setMaster(f"local[{cores}]").setAppName("juyao").set("spark.ui.enabled", "false")
    context = SparkContext(conf=conf)
    context.setLogLevel("ERROR")
    begun = time.monotonic()
    texts = context.textFile(str(folder / "in.ndjson"), minPartitions=cores)
    found = texts.pipe(f"{program} extract --threads 1 --input ndjson --format ndjson -", checkCode=True)
    found.saveAsTextFile(str(folder / "out"))
    took = time.monotonic() - begun
    context.stop()
    ids, annotations = set(), 0
    for part in sorted((folder / "out").glob("part-*")):
        for line in part.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            ids.add(document["document"]["id"])
            annotations += len(document["annotations"])
    assert ids == {f"speech-{number}" for number in range(count)}, "documents are missing"
    print(f"{count} documents, {size / 1e6:.1f} MB, {annotations} annotations in {took:.1f} s on {cores} core(s)")
    print(f"{count / took / cores:.0f} documents and {size / 1e6 / took / cores:.2f} MB per second and core")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
