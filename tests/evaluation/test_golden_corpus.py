"""Golden records of texts that stand beside the checkout; what is said is given by offsets."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from giaoluu.evaluation import evaluate
from giaoluu.pipeline import read
from giaoluu.reports.record import record
from giaoluu.sources import capture_of

GOLDEN = Path(__file__).parents[1] / "golden" / "corpus"
CORPUS = Path(__file__).parents[2].parent / "shared" / "dev" / "corpus"
WORDS = 12
"""Words of a sentence that anchor what is said in it."""

LEAST = {
    "vi": {"relevance": 0.85, "posts": 0.75, "statements evidence": 0.7},
    "zh": {"relevance": 0.9, "posts": 0.85, "statements evidence": 0.85},
}
"""What the reader must reach at least on texts that it was not made for."""


def languages() -> list[str]:
    return sorted(path.stem for path in GOLDEN.glob("*.yaml"))


def anchored(golden: dict[str, Any], text: str) -> dict[str, Any]:
    """Return a golden record with the words that its offsets stand for."""
    said = [{**one, "quote": _words(text, one["start"], one["end"])} for one in golden["statements"]]
    neutral = [_words(text, start, end) for start, end in golden.get("neutral", ())]
    return {**golden, "statements": said, "neutral": neutral}


def _words(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split()[:WORDS])


def records(language: str) -> Iterator[tuple[dict[str, Any], str]]:
    for golden in yaml.safe_load((GOLDEN / f"{language}.yaml").read_text("utf8")):
        path = CORPUS / language / f"{golden['id']}.txt"
        yield golden, path.read_text("utf8") if path.is_file() else ""


@pytest.mark.parametrize("language", languages())
def test_offsets_are_in_order(language: str) -> None:
    for golden, text in records(language):
        for one in golden["statements"]:
            assert 0 <= one["start"] < one["end"]
            assert not text or one["end"] <= len(text)


@pytest.mark.parametrize("language", sorted(LEAST))
def test_unseen_texts_are_read_well_enough(language: str, tmp_path: Path) -> None:
    if not (CORPUS / language).is_dir():
        pytest.skip("the corpus is not beside the checkout")
    found: dict[str, Any] = {}
    for golden, text in records(language):
        whole = anchored(golden, text)
        (tmp_path / f"{golden['id']}.yaml").write_text(yaml.safe_dump(whole, allow_unicode=True), "utf8")
        (tmp_path / f"{golden['id']}.txt").write_text(text, "utf8")
        reading = read(capture_of(text.encode()))
        found[golden["id"]] = {**record(reading), "id": golden["id"]}
    scores = evaluate(tmp_path, found, language=language)
    reached = {name: scores.f1(name) or 0 for name in LEAST[language]}
    assert all(reached[name] >= least for name, least in LEAST[language].items()), reached
