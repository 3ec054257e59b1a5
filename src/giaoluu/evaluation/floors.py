"""The quality gate: figures per language that a reader must not fall below on the samples.

`python -m giaoluu.evaluation.floors tests/floors.json` raises the floors to what is measured now; going down takes
`--lower REASON`, and the reason is kept. The floors hold for one corpus: when a sample changes, they are measured anew.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from giaoluu import samples
from giaoluu.evaluation import Scores, evaluate, pages_of
from giaoluu.model.errors import GiaoluuError

Floors = Mapping[str, Mapping[str, float]]
"""Language → measure → the least F1."""


def measured() -> Scores:
    """Return the scores of today's reader on the samples."""
    from giaoluu.pipeline import read
    from giaoluu.reports.record import record
    from giaoluu.sources import Provenance, capture_of

    pages = pages_of(samples.GOLDEN)
    readings = (read(capture_of(page.read_bytes(), Provenance(name=page.name))) for page in pages)
    return evaluate(samples.GOLDEN, {reading.id: record(reading) for reading in readings})


def least(scores: Scores) -> dict[str, dict[str, float]]:
    """Return the F1 of each language and measure, cut (never rounded up) to three digits.

    >>> least(evaluate(samples.GOLDEN, {}))["vi"]
    {}
    """
    return {
        language: {measure: int(count.f1 * 1000) / 1000 for measure, count in counts.items() if count.f1 is not None}
        for language, counts in sorted(scores.languages.items())
    }


def falls(now: Floors, floors: Floors) -> list[str]:
    """Return what lies below its floor, each as a sentence; a figure that has gone lies below.

    >>> falls({"vi": {"posts": 0.8}}, {"vi": {"posts": 0.85, "place": 0.5}})
    ['vi posts: 0.800 is below its floor 0.850', 'vi place: nothing is below its floor 0.500']
    """
    found = []
    for language, measures in floors.items():
        for measure, floor in measures.items():
            figure = now.get(language, {}).get(measure)
            if figure is None or figure < floor:
                shown = "nothing" if figure is None else f"{figure:.3f}"
                found.append(f"{language} {measure}: {shown} is below its floor {floor:.3f}")
    return found


def corpus() -> str:
    """Return a digest of the sample pages and golden records, the same on every system."""
    digest = hashlib.sha256()
    for path in sorted([*samples.PAGES.iterdir(), *samples.GOLDEN.iterdir()], key=lambda path: path.name):
        digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:16]


def load_floors(path: Path) -> dict[str, Any]:
    """Return a file of floors: `corpus`, `floors`, `lowered`; without floors, an empty object."""
    try:
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError) as error:
        raise GiaoluuError(f"{path}: no file of floors ({error}); write {{}} into it to begin") from error
    return content


def raise_floors(path: Path, now: Floors, *, lower: str | None = None) -> None:
    """Write the figures as the new floors. Raises `GiaoluuError` where one falls and no reason is given."""
    old = load_floors(path)
    fallen = falls(now, old.get("floors", {}))
    if fallen and not lower:
        raise GiaoluuError(f"{path}: {'; '.join(fallen)}. Mend the reader, or give a reason with --lower")
    reasons = [*old.get("lowered", []), *([{"reason": lower, "fallen": fallen}] if fallen else [])]
    content = {"corpus": corpus(), "floors": now, "lowered": reasons}
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    fresh.replace(path)


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--lower", metavar="REASON", help="Let floors fall, and why.")
def main(path: Path, lower: str | None) -> None:
    """Measure the samples and raise the floors in PATH."""
    try:
        raise_floors(path, least(measured()), lower=lower)
    except GiaoluuError as error:
        raise click.ClickException(str(error)) from error


if __name__ == "__main__":
    main()
