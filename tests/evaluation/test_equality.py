"""Our measures against an independent program that measures the same, where it lies beside the checkout."""

import json
import random
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from giaoluu.evaluation import Scores, evaluate

DEV = Path(__file__).parents[2].parent / "shared" / "dev"
PROGRAM = DEV / "score.py"

pytestmark = [
    pytest.mark.skipif(not PROGRAM.is_file(), reason="the golden reports are not beside this checkout"),
    pytest.mark.slow,
    pytest.mark.timeout(120),
]


@pytest.fixture(scope="module")
def perfect(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return the golden records in the shape of predictions."""
    folder = tmp_path_factory.mktemp("perfect")
    subprocess.run([sys.executable, str(PROGRAM), "--make-perfect", str(folder)], check=True, capture_output=True)
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")}


def damaged(records: dict[str, Any], seed: int) -> dict[str, Any]:
    """Return records with every sort of mistake, the same for the same seed."""
    chance = random.Random(seed)
    names = [
        party["name"]
        for one in records.values()
        for deed in one["activities"]
        for party in deed["participants"]
        if party["name"]
    ]
    kinds = sorted({deed["kind"] for one in records.values() for deed in one["activities"]})
    found = deepcopy(records)
    for key in list(found):
        if chance.random() < 0.1:
            del found[key]
            continue
        for deed in found[key]["activities"]:
            _damage_deed(deed, chance, names, kinds)
        found[key]["activities"] = [deed for deed in found[key]["activities"] if chance.random() < 0.85]
        for saying in found[key]["statements"]:
            _damage_saying(saying, chance, found[key]["statements"])
        if chance.random() < 0.2:
            found[key]["is_exchange"] = not found[key]["is_exchange"]
    return found


def _damage_deed(deed: dict[str, Any], chance: random.Random, names: list[str], kinds: list[str]) -> None:
    """Spoil parts of one activity."""
    if chance.random() < 0.3:
        deed["kind"] = chance.choice(kinds)
    if deed["date"] and chance.random() < 0.4:
        deed["date"] = chance.choice(
            [deed["date"][:4], deed["date"][:7], "2024-05-01", None, deed["date"].replace("XXXX", "2025")]
        )
    if deed["place"] and chance.random() < 0.4:
        deed["place"] = chance.choice(
            [deed["place"].get("city"), {"country": deed["place"].get("country")}, "Atlantis", {}, None]
        )
    for party in deed["participants"]:
        if chance.random() < 0.2:
            party["name"] = chance.choice(names)
        if party["name"] and chance.random() < 0.2:
            party["name"] = party["name"].split()[-1]
        if chance.random() < 0.2:
            party["country"] = chance.choice(["VN", "Sverige", None, "China"])
        if party["post"] and chance.random() < 0.3:
            party["post"] = party["post"][: len(party["post"]) // 2]
        if chance.random() < 0.3:
            party["entity_id"] = party["name"]


def _damage_saying(saying: dict[str, Any], chance: random.Random, others: list[dict[str, Any]]) -> None:
    """Spoil parts of one statement."""
    if chance.random() < 0.3:
        saying["speaker"] = chance.choice([chance.choice(others)["speaker"], "both sides", ["A", "B"], None])
    if chance.random() < 0.3:
        saying["type"] = chance.choice(["affirm", "praise", "propose", "commit", "agree", "thank", "inform"])
    if chance.random() < 0.2:
        saying["evidence"] = chance.choice(
            [chance.choice(others)["evidence"], saying["evidence"][:-3] + "x", None, "a word " * 200]
        )
    if chance.random() < 0.1:
        saying.update(start=40, end=chance.choice([60, 200, 2000]))


def independent(predictions: dict[str, Any], folder: Path, *options: str) -> dict[str, dict[str, int]]:
    """Return what the other program counts."""
    given, out = folder / "given.json", folder / "scores.json"
    given.write_text(json.dumps(predictions), encoding="utf-8")
    command = [sys.executable, str(PROGRAM), str(given), "--json", str(out), *options]
    subprocess.run(command, check=True, capture_output=True)
    scores: dict[str, dict[str, int]] = json.loads(out.read_text(encoding="utf-8"))["scores"]
    return scores


def differences(scores: Scores, other: dict[str, dict[str, int]]) -> dict[str, Any]:
    """Return the measures in which the two programs differ."""
    pairs = {
        measure: ((count.right, count.wrong, count.missed), tuple(other[measure][part] for part in ("tp", "fp", "fn")))
        for measure, count in scores.counts.items()
    }
    return {measure: pair for measure, pair in pairs.items() if pair[0] != pair[1]}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_damaged_predictions_score_the_same(perfect: dict[str, Any], tmp_path: Path, seed: int) -> None:
    """Any mixture of mistakes gives the same counts in both programs."""
    predictions = damaged(perfect, seed)
    negatives = [line.split("\t")[0] for line in (DEV / "negatives.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    donors = sorted(perfect)
    for number, negative in enumerate(negatives[::3]):
        predictions[negative] = {**perfect[donors[number]], "id": negative}
    scores = evaluate(DEV / "gold", predictions, negatives=DEV / "negatives.tsv")
    assert differences(scores, independent(predictions, tmp_path)) == {}
    assert scores.counts["persons name"].missed > 0


@pytest.mark.parametrize("language", ["vi", "zh", "en", "sv"])
def test_one_language_scores_the_same(perfect: dict[str, Any], tmp_path: Path, language: str) -> None:
    """The figures of a language are those of its documents alone, links between them included."""
    predictions = damaged(perfect, 4)
    other = independent(predictions, tmp_path, "--lang", language)
    alone = evaluate(DEV / "gold", predictions, negatives=DEV / "negatives.tsv", language=language)
    together = evaluate(DEV / "gold", predictions, negatives=DEV / "negatives.tsv")
    assert differences(alone, other) == {}
    assert dict(together.languages[language]) == dict(alone.counts)


def test_perfect_predictions_are_perfect(perfect: dict[str, Any]) -> None:
    """The golden records themselves reach 1 in every measure."""
    scores = evaluate(DEV / "gold", perfect, negatives=DEV / "negatives.tsv")
    assert {measure: count.f1 for measure, count in scores.counts.items() if count.f1 != 1} == {}
    assert scores.misses == ()
