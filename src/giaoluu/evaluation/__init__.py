"""How good is a reading: golden records against what a reader said, per language and with the misses.

>>> from giaoluu.samples import GOLDEN
>>> scores = evaluate(GOLDEN, {})
>>> scores.f1("relevance"), scores.counts["persons name"].missed > 30
(None, True)
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from giaoluu.evaluation.load import load_gold, load_negatives, load_predictions, pages_of
from giaoluu.evaluation.measure import Links, measure_document, measure_links, measure_negative
from giaoluu.evaluation.records import Record, predicted_record
from giaoluu.evaluation.scores import MEASURES, Count, Miss, Scores, Tally, figures, table
from giaoluu.evaluation.text import Text

__all__ = ["MEASURES", "Count", "Miss", "Scores", "evaluate", "figures", "pages_of", "table"]

Predictions = Mapping[str, Mapping[str, Any]]
"""Records by document id, in the shape of `giaoluu read --format record`."""


def evaluate(
    gold_dir: Path, predictions: Predictions | Path, *, negatives: Path | None = None, language: str | None = None
) -> Scores:
    """Measure predictions against golden records.

    `gold_dir` holds one TOML or YAML file a document; a document without a prediction counts as "no exchange".
    `negatives` is a table of further documents that report no exchange. Offsets of a prediction are used where
    the document is plain text; those of an HTML page count another text, so its evidence is looked up by its words.
    """
    given = _predictions(predictions)
    gold = {key: one for key, one in load_gold(gold_dir).items() if language in {None, one.record.language}}
    others = load_negatives(negatives) if negatives else {}
    others = {key: code for key, code in others.items() if language in {None, code}}
    codes = sorted({*(one.record.language for one in gold.values()), *others.values()})
    tallies = {code: Tally() for code in codes}
    links: dict[str, list[Links]] = {code: [] for code in codes}
    for key, code in others.items():
        measure_negative(tallies[code], given.get(key))
    for key, document in gold.items():
        record, text = document.record, Text(document.text) if document.text else None
        read = _without_offsets(given.get(key)) if document.flattened else given.get(key)
        links[record.language].append(measure_document(tallies[record.language], record, read, text))
    everything = _sum(tallies)
    measure_links(everything, [one for found in links.values() for one in found])
    for code in codes:
        measure_links(tallies[code], links[code])
    unread = sum(key not in given for key in [*gold, *others])
    by_language = {code: tally.counts for code, tally in tallies.items()}
    return Scores(everything.counts, by_language, tuple(everything.misses), len(gold), len(others), unread)


def _predictions(predictions: Predictions | Path) -> dict[str, Record]:
    """Return predictions as records."""
    if isinstance(predictions, Path):
        return load_predictions(predictions)
    return {key: replace(predicted_record({"id": key, **raw}), id=key) for key, raw in predictions.items()}


def _without_offsets(record: Record | None) -> Record | None:
    """Return a record whose statements are looked up by their words."""
    if record is None:
        return None
    return replace(record, sayings=tuple(replace(saying, start=None, end=None) for saying in record.sayings))


def _sum(tallies: Mapping[str, Tally]) -> Tally:
    """Return the sum of the languages' counts, with all misses."""
    total = Tally()
    for tally in tallies.values():
        for measure, count in tally.counts.items():
            total.counts[measure] += count
        total.misses += tally.misses
    return total
