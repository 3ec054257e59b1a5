"""The corridor is pure: the same bytes give the same reading, in any process."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from giaoluu import samples
from giaoluu.model.claims import claims
from giaoluu.model.codec import reading_from_json, to_json
from giaoluu.pipeline import read
from giaoluu.sources import Provenance, capture_of

PRINT = """
import sys
from pathlib import Path
from giaoluu.model.codec import to_json
from giaoluu.pipeline import read
from giaoluu.sources import Provenance, capture_of
for name in sys.argv[1:]:
    reading = read(capture_of(Path(name).read_bytes(), Provenance(name=name)))
    sys.stdout.buffer.write((to_json(reading) + "\\n").encode())
"""

ONE_EACH = [
    next(page for page in samples.pages() if f"-{language}" in page.name) for language in ("vi", "zh", "en", "sv")
]


def read_page(path: Path) -> str:
    return to_json(read(capture_of(path.read_bytes(), Provenance(name=str(path)))))


@pytest.mark.slow
def test_the_same_bytes_give_the_same_bytes_in_any_process() -> None:
    outputs = set()
    for seed in ("1", "2"):
        command = [sys.executable, "-c", PRINT, *map(str, ONE_EACH)]
        done = subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True)
        outputs.add(done.stdout)
    assert len(outputs) == 1
    assert outputs.pop().decode().splitlines() == [read_page(path) for path in ONE_EACH]


@pytest.mark.parametrize("path", ONE_EACH, ids=lambda path: path.stem)
def test_a_reading_crosses_processes_and_files_unchanged(path: Path) -> None:
    capture = capture_of(path.read_bytes(), Provenance(name=str(path)))
    assert pickle.loads(pickle.dumps(capture)) == capture
    reading = read(capture)
    assert pickle.loads(pickle.dumps(reading)) == reading
    assert reading_from_json(to_json(reading)) == reading


@pytest.mark.parametrize("path", samples.pages(), ids=lambda path: path.stem)
def test_every_claim_rests_on_words_that_are_read(path: Path) -> None:
    reading = read(capture_of(path.read_bytes(), Provenance(name=str(path))))
    for claim in claims(reading):
        assert reading.article.text[claim.span.start : claim.span.end] == claim.span.exact
        zone = reading.article.zone_at(claim.span.start)
        assert zone is not None, claim
        assert not zone.kind.is_furniture, claim


def test_a_language_without_a_pack_is_an_article_without_facts() -> None:
    text = "Suomen ulkoministeri tapasi tänään Helsingissä Viron suurlähettilään ja keskusteli yhteistyöstä. " * 5
    reading = read(capture_of(text.encode()))
    assert reading.article.language == "fi"
    assert not reading.activities
    assert "no language pack" in reading.exchange_reason
