"""Measure how fast pages are read: per language, per room, by length of the text, and the memory of a batch.

python benchmarks/reading.py [languages|gate|lengths|memory …] [--shared FOLDER] [--longest KB]

`languages` reads each plain text once on one core, nothing kept between documents, and says how the time is shared
by the rooms, beside a row of trafilatura alone, which makes bodies of HTML pages, and HeidelTime's speed on dates.
`gate` says how fast the gate is alone, how many pages it stops, and whether any of them is an exchange for the
reader. `lengths` reads texts of 1 KB to 10 MB, made of one language's paragraphs, and compares the time for each KB
with that of 16 KB. `memory` compares the peak of a batch with that of ten times the batch. Without the texts beside
the checkout, the samples are read.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

import trafilatura

from giaoluu import Capture, captures, pipeline, samples
from giaoluu.langs.gate import gate
from giaoluu.model.capture import MediaType
from giaoluu.sources import Provenance, capture_of

ROOMS = {"articles": "article_of", "mentions": "find_mentions", "activities": "find_activities"}
"""Room → the function of the pipeline that is the room's whole work."""

LENGTHS = (1, 4, 16, 64, 256, 1024, 4096, 10240)
NORMAL = 16
"""Length in KB with which the others are compared: the longest that a report often has."""

FEW = 3
TIMES = 10
MOST_MEMORY = 1.2
SLOWEST = 60.0
"""Seconds after which longer texts are not tried."""


def texts(shared: Path) -> list[Capture]:
    """Return the plain texts beside the checkout, or the sample pages."""
    folder = shared / "dev" / "docs"
    if folder.is_dir():
        return [page for page in captures([str(folder)]) if isinstance(page, Capture)]
    print(f"{folder} is not there: the samples are read, {len(samples.pages())} short pages")
    return [page for page in captures([str(samples.PAGES)]) if isinstance(page, Capture)]


@contextmanager
def timed_rooms() -> Iterator[dict[str, float]]:
    """Give the seconds spent in each room while the block runs."""
    spent: dict[str, float] = defaultdict(float)
    kept = {name: getattr(pipeline, name) for name in ROOMS.values()}

    def timed(room: str, work: Callable[..., object]) -> Callable[..., object]:
        def run(*arguments: object) -> object:
            started = time.process_time()
            result = work(*arguments)
            spent[room] += time.process_time() - started
            return result

        return run

    for room, name in ROOMS.items():
        setattr(pipeline, name, timed(room, kept[name]))
    try:
        yield spent
    finally:
        for name, work in kept.items():
            setattr(pipeline, name, work)


def languages(shared: Path) -> None:
    """Read all texts once, language by language."""
    chosen: dict[str, list[Capture]] = defaultdict(list)
    for page in texts(shared):
        chosen[pipeline.article_of(page).language or "unknown"].append(page)
    print(f"{'language':<10}{'pages':>6}{'KB':>8}{'KB/s':>8}{'ms/page':>9}" + "".join(f"{room:>12}" for room in ROOMS))
    for language, pages in sorted(chosen.items()):
        if len(pages) < FEW:
            continue
        first, *pages = pages
        pipeline.read(first)  # the pack is compiled once a process
        with timed_rooms() as spent:
            started = time.process_time()
            for page in pages:
                pipeline.read(page)
            seconds = time.process_time() - started
        size = sum(len(page.content) for page in pages) / 1024
        shares = "".join(f"{spent[room] / seconds:>11.0%} " for room in ROOMS)
        speed = f"{size / seconds:>8.0f}{1000 * seconds / len(pages):>9.1f}"
        print(f"{language:<10}{len(pages):>6}{size:>8.0f}{speed}{shares}")
    print(html_row(shared))
    print(f"{'HeidelTime, dates alone':<24}{HEIDELTIME:>8}")


HEIDELTIME = 8.7
"""KB/s of HeidelTime 2.2.1 on Vietnamese news, dates alone, as once measured on a machine of this kind."""


def gated(shared: Path) -> None:
    """Tell for each language how fast the gate is, what it stops and loses, and how fast pages are read behind it."""
    gate()  # made once a process
    corpus = shared / "dev" / "corpus"
    pages = texts(shared)
    if corpus.is_dir():
        pages += [page for page in captures([str(corpus)]) if isinstance(page, Capture)]
    chosen: dict[str, list[Capture]] = defaultdict(list)
    for page in pages:
        chosen[pipeline.article_of(page).language or "unknown"].append(page)
    counted = f"{'exchange':>9}{'lost':>6}{'others':>8}{'stopped':>8}"
    print(f"{'language':<10}{'pages':>6}{counted}{'gate MB/s':>10}{'gated KB/s':>11}")
    for language, group in sorted(chosen.items()):
        if len(group) < FEW:
            continue
        told = [pipeline.read(page).is_exchange for page in group]
        started = time.process_time()
        stopped = [gate().refusal(page.text) is not None for page in group]
        alone = time.process_time() - started
        started = time.process_time()
        for page in group:
            pipeline.read(page, gate=True)
        behind = time.process_time() - started
        size = sum(len(page.content) for page in group)
        lost = sum(map(min, told, stopped))
        counts = f"{sum(told):>9}{lost:>6}{len(told) - sum(told):>8}{sum(stopped) - lost:>8}"
        print(f"{language:<10}{len(group):>6}{counts}{size / alone / 1e6:>10.1f}{size / behind / 1024:>11.0f}")


def html_row(shared: Path) -> str:
    """Return the row of trafilatura alone, which makes bodies of HTML pages and reads nothing in them."""
    folder = shared / "html"
    found = captures([str(folder if folder.is_dir() else samples.PAGES)])
    pages = [page for page in found if isinstance(page, Capture) and page.media_type is MediaType.HTML]
    started = time.process_time()
    for page in pages:
        trafilatura.extract(page.text, favor_precision=True, include_comments=False)
    seconds = time.process_time() - started
    size = sum(len(page.content) for page in pages) / 1024
    row = f"{len(pages):>4}{size:>8.0f}{size / seconds:>8.0f}{1000 * seconds / len(pages):>9.1f}"
    return f"{'trafilatura,':<12}{row}  of HTML, its body alone"


def lengths(shared: Path, longest: int) -> None:
    """Read texts of growing length: the bodies of one language one after another, again and again."""
    paragraphs: dict[str, list[str]] = defaultdict(list)
    for page in texts(shared):
        article = pipeline.article_of(page)
        paragraphs[article.language or "unknown"] += article.body.split("\n")
    print(f"{'language':<10}{'KB':>8}{'s':>8}{'KB/s':>8}{'time per KB, 16 KB = 1':>25}")
    for language in sorted(set(paragraphs) & {"vi", "zh", "en", "sv"}):
        pipeline.read(capture_of("\n\n".join(paragraphs[language][:9]).encode()))  # the pack is compiled once a process
        normal = 0.0
        for kilobytes in (size for size in LENGTHS if size <= longest):
            text = "\n\n".join(_long(paragraphs[language], kilobytes * 1024))
            capture = capture_of(text.encode(), Provenance(name="long.txt"))
            started = time.process_time()
            pipeline.read(capture)
            seconds = time.process_time() - started
            normal = seconds / kilobytes if kilobytes <= NORMAL else normal
            ratio = seconds / kilobytes / normal
            print(f"{language:<10}{kilobytes:>8}{seconds:>8.2f}{kilobytes / seconds:>8.0f}{ratio:>25.2f}")
            if seconds > SLOWEST:
                print(f"{language:<10}longer texts would take longer than is waited for")
                break


def _long(paragraphs: list[str], size: int) -> Iterator[str]:
    """Yield paragraphs up to so many bytes, over again where they end, numbered: a page prints few lines twice."""
    for number, paragraph in enumerate(cycle(paragraphs)):
        yield f"{paragraph} ({number})"
        size -= len(paragraph.encode()) + 2
        if size <= 0:
            return


PEAK = """
import resource, sys
from giaoluu.cli import cli
cli.main(["read", sys.argv[1], "--format", "record", "--jobs", sys.argv[2]], standalone_mode=False)
sizes = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
sys.stderr.write(f"\\nPEAK {max(sizes)}\\n")
"""


def memory(shared: Path) -> None:
    """Compare the peak of one process, the parent or the largest of its children, for a batch and ten times it."""
    lines = [json.dumps({"id": page.id, "text": page.text}, ensure_ascii=False) for page in texts(shared)]
    for jobs in (1, 2):
        peaks = []
        for times in (1, TIMES):
            with tempfile.TemporaryDirectory() as folder:
                batch = Path(folder) / "batch.jsonl"
                batch.write_text("\n".join(lines * times), encoding="utf-8")
                done = subprocess.run(
                    [sys.executable, "-c", PEAK, str(batch), str(jobs)],
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.PIPE,
                    encoding="utf-8",
                    check=True,
                )
            peaks.append(int(done.stderr.rpartition("PEAK ")[2]) / 1024)
        verdict = "flat" if peaks[1] < MOST_MEMORY * peaks[0] else "GROWS"
        print(f"{jobs} processes: {len(lines)} pages {peaks[0]:.0f} MB, {TIMES} x {peaks[1]:.0f} MB: {verdict}")


def main() -> None:
    """Run the parts that are asked for, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="languages|gate|lengths|memory")
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[1].parent / "shared")
    parser.add_argument("--longest", type=int, default=LENGTHS[-1], metavar="KB")
    arguments = parser.parse_args()
    parts = {
        "languages": lambda: languages(arguments.shared),
        "gate": lambda: gated(arguments.shared),
        "lengths": lambda: lengths(arguments.shared, arguments.longest),
        "memory": lambda: memory(arguments.shared),
    }
    for part in arguments.parts or parts:
        parts[part]()


if __name__ == "__main__":
    main()
