"""Extracts from a few thousand speeches with PySpark in local mode, by the command that README.md gives,
and says how fast that is per core.

The command line reads lines and writes lines, so that any engine that can pipe can spread it over
machines. The speeches are the samples with their paragraphs shuffled.

Usage: spark.py PROGRAM [DOCUMENTS [CORES]]
"""

import importlib.util
import json
import os
import random
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def missing():
    if importlib.util.find_spec("pyspark") is None:
        return "no PySpark here"
    if shutil.which("java") is None:
        return "no Java here (Debian: default-jre-headless)"
    return None


def speeches(count):
    samples = [path.read_text(encoding="utf-8").splitlines(keepends=True) for path in sorted((ROOT / "src/samples").glob("*.txt"))]
    chance = random.Random(1)
    for number in range(count):
        lines = list(chance.choice(samples))
        head, rest = lines[:3], lines[3:]
        chance.shuffle(rest)
        yield {"id": f"speech-{number}", "date": "2026-03-12", "text": "".join(head + rest)}


def documented(page):
    """The command of a page, and the files that it reads and writes."""
    [command] = re.findall(r"^```python\n(sc\..+)\n```$", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)
    [source] = re.findall(r'textFile\("(.+?)"\)', command)
    [target] = re.findall(r'saveAsTextFile\("(.+?)"\)', command)
    return command, source, target


def main(program, count=3000, cores=1):
    if missing():
        print(f"skipped spark: {missing()}")
        return
    from pyspark import SparkConf, SparkContext

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    lines = [json.dumps(speech, ensure_ascii=False) for speech in speeches(count)]
    size = sum(len(line.encode("utf-8")) for line in lines)
    command, source, target = documented("README.md")
    translated = documented("README.zh.md")
    assert command == translated[0].replace(translated[1], source).replace(translated[2], target), "the pages differ"
    [installed] = re.findall(r'pipe\("(\S+)', command)
    command = command.replace(installed, str(Path(program).resolve()))
    os.chdir(tempfile.mkdtemp())
    Path(source).write_text("\n".join(lines) + "\n", encoding="utf-8")
    conf = SparkConf().setMaster(f"local[{cores}]").setAppName("juyao").set("spark.ui.enabled", "false")
    conf.set("spark.default.parallelism", str(cores))
    context = SparkContext(conf=conf)
    context.setLogLevel("ERROR")
    begun = time.monotonic()
    exec(command, {"sc": context})
    took = time.monotonic() - begun
    context.stop()
    ids, annotations = [], 0
    for part in sorted(Path(target).glob("part-*")):
        for line in part.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            ids.append(document["document"]["id"])
            annotations += len(document["annotations"])
    assert sorted(ids) == sorted(f"speech-{number}" for number in range(count)), "documents are missing"
    assert annotations > 10 * count, "hardly anything was found"
    print(f"ok      spark: {count} documents, {size / 1e6:.1f} MB, {annotations} annotations in {took:.1f} s on {cores} core(s)")
    print(f"        {count / took / cores:.0f} documents and {size / 1e6 / took / cores:.2f} MB per second and core")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
