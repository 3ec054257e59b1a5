"""Measure how articles are read: HTML pages beside trafilatura alone, flattened pages, labelled lines, speed.

python benchmarks/articles.py [html|flat|lines|speed …] [--shared FOLDER]

`html` reads both sets of pages in one process, ours and trafilatura alone in turn. `flat` drops the
tags of the same pages and gives the lines to the zoner. `lines` compares kept and dropped lines with
their labels. `speed` zones the plain texts.
"""

import argparse
import csv
import gzip
import importlib.util
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from statistics import mean
from types import ModuleType
from typing import Any

import trafilatura
from trafilatura.meta import reset_caches

from giaoluu.articles import article_of
from giaoluu.articles.flattened import flattened
from giaoluu.model.article import Article, ZoneKind
from giaoluu.model.capture import Capture, MediaType

SETS = ("benchmark", "newspapers")


@dataclass(frozen=True)
class Page:
    """A page of a set with what is known of it."""

    capture: Capture
    known: dict[str, Any]


def scorer(shared: Path) -> ModuleType:
    """Return the module that scores bodies."""
    spec = importlib.util.spec_from_file_location("html_score", shared / "html" / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"{shared}: no html/score.py; give --shared")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def capture_of(name: str, content: bytes, media_type: MediaType) -> Capture:
    """Return a capture of bytes, decoded as a browser would in most cases."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    return Capture(name, content, sha256(content).hexdigest(), text, media_type)


def pages(shared: Path, name: str) -> list[Page]:
    """Return the pages of a set."""
    folder = shared / "html" / name
    known = scorer(shared).gold(name)
    return [
        Page(capture_of(key, gzip.open(folder / f"{key}.html.gz").read(), MediaType.HTML), value)
        for key, value in known.items()
    ]


def f1(rows: list[tuple[float, float]]) -> str:
    """Return precision, recall and F1, averaged over pages."""
    precision, recall = mean(row[0] for row in rows), mean(row[1] for row in rows)
    return f"P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / (precision + recall):.3f}"


def body_of_captured(article: Article) -> str:
    """Return what the zoner keeps as body."""
    kept = (ZoneKind.BODY, ZoneKind.SAPO)
    return "\n".join(article.text[zone.start : zone.end] for zone in article.zones if zone.kind in kept)


def html(shared: Path) -> None:
    """Read HTML pages in three ways, each over the whole set in turn, twice; the better time counts."""
    compare = scorer(shared).compare
    ways = {
        "careful": lambda capture: article_of(capture).body,
        "fast": lambda capture: article_of(capture, fast=True).body,
        "trafilatura": lambda capture: trafilatura.extract(capture.text, favor_precision=True, include_comments=False),
    }
    for name in SETS:
        chosen = pages(shared, name)
        seconds = dict.fromkeys(ways, float("inf"))
        bodies: dict[str, list[str]] = {}
        for _ in range(2):
            for way, read in ways.items():
                reset_caches()
                started = time.process_time()
                bodies[way] = [read(page.capture) or "" for page in chosen]
                seconds[way] = min(seconds[way], time.process_time() - started)
        for way, texts in bodies.items():
            rows = [compare(page.known["body"], text) for page, text in zip(chosen, texts, strict=True)]
            ratio = seconds[way] / seconds["trafilatura"]
            print(f"{name:<11}{way:<12}{f1(rows)}  {len(chosen) / seconds[way]:.1f} pages/s  {ratio:.2f} x")


def flat(shared: Path) -> None:
    """Zone flattened pages."""
    compare = scorer(shared).compare
    for name in SETS:
        rows = []
        for page in pages(shared, name):
            text = flattened(page.capture.text)
            article = article_of(Capture(page.capture.id, b"", "", text, MediaType.TEXT))
            rows.append(compare(page.known["body"], body_of_captured(article)))
        print(f"{name:<11}flattened   {f1(rows)}")


def lines(shared: Path) -> None:
    """Compare kept and dropped lines with their labels."""
    right = total = 0
    rows = list(csv.DictReader((shared / "pages" / "lines.tsv").open(encoding="utf-8"), delimiter="\t"))
    articles = {
        file: article_of(capture_of(file, (shared / "pages" / file).read_bytes(), MediaType.TEXT))
        for file in {row["file"] for row in rows}
    }
    for row in rows:
        if row["label"] == "blank":
            continue
        zone = articles[row["file"]].zone_at(int(row["start"]))
        kept = zone is not None and not zone.kind.is_furniture and zone.kind is not ZoneKind.BREADCRUMB
        total += 1
        right += kept == (row["label"] != "furniture")
    print(f"lines right {right}/{total}")


def texts(shared: Path) -> Iterator[Capture]:
    """Yield the plain texts."""
    for path in sorted((shared / "dev").glob("*/*/*.txt")):
        yield capture_of(path.stem, path.read_bytes(), MediaType.TEXT)


def speed(shared: Path) -> None:
    """Zone the plain texts on one core, and say how much of them is kept."""
    captures = list(texts(shared))
    started = time.process_time()
    articles = [article_of(capture) for capture in captures]
    seconds = time.process_time() - started
    size = sum(len(capture.content) for capture in captures) / 1e6
    kept = sum(not zone.kind.is_furniture for article in articles for zone in article.zones)
    every = sum(len(article.zones) for article in articles)
    print(f"{len(captures)} texts, {size:.2f} MB, {size / seconds:.2f} MB/s; lines kept {kept}/{every}")


def main() -> None:
    """Run the part that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parts = {"html": html, "flat": flat, "lines": lines, "speed": speed}
    parser.add_argument("parts", nargs="*", metavar="|".join(parts), help="all where none is named")
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[1].parent / "shared")
    arguments = parser.parse_args()
    if not arguments.shared.is_dir():
        print(f"skipped: {arguments.shared} is not there, and these figures need its labelled pages")
        return
    for part in arguments.parts or parts:
        parts[part](arguments.shared)


if __name__ == "__main__":
    main()
