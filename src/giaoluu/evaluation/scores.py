"""What a measurement comes to: counts, the figures that follow from them, and the misses."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

MEASURES = (
    "relevance",
    "persons name+country",
    "persons name",
    "bodies (org)",
    "posts",
    "activity kind",
    "activity kind group",
    "date strict",
    "date soft",
    "place",
    "statements evidence",
    "statements +speaker",
    "statements +speaker+type",
    "identity all",
    "identity across languages",
    "merging",
)
"""What is measured, in the order of the table."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many were found rightly, found wrongly, and missed.

    >>> count = Count(right=3, wrong=1, missed=0)
    >>> count.precision, count.recall, round(count.f1, 3)
    (0.75, 1.0, 0.857)
    >>> Count().f1 is None
    True
    """

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Count") -> "Count":
        """Add two counts."""
        return Count(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float | None:
        """Return the share of the found that is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def recall(self) -> float | None:
        """Return the share of the wanted that is found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else None

    @property
    def f1(self) -> float | None:
        """Return the harmonic mean of both; None where one of them is undefined."""
        precision, recall = self.precision, self.recall
        if precision is None or recall is None:
            return None
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that a reader got wrong: what was measured, in which document, and how."""

    measure: str
    document: str
    message: str


@dataclass(slots=True)
class Tally:
    """Counts and misses while they are taken."""

    counts: dict[str, Count] = field(default_factory=lambda: {measure: Count() for measure in MEASURES})
    misses: list[Miss] = field(default_factory=list)

    def add(self, measure: str, *, right: int = 0, wrong: int = 0, missed: int = 0) -> None:
        """Add to the count of one measure."""
        self.counts[measure] += Count(right, wrong, missed)

    def tick(self, measure: str, right: object) -> None:
        """Count one that stands on both sides: right, or both wrong and missed."""
        self.add(measure, right=1) if right else self.add(measure, wrong=1, missed=1)

    def miss(self, measure: str, document: str, message: str) -> None:
        """Note what went wrong."""
        self.misses.append(Miss(measure, document, message))


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of a measurement: over all documents, and for each language."""

    counts: Mapping[str, Count]
    languages: Mapping[str, Mapping[str, Count]]
    misses: tuple[Miss, ...]
    documents: int
    negatives: int
    unread: int
    """Documents without a prediction: they count as "no exchange"."""

    def f1(self, measure: str, language: str | None = None) -> float | None:
        """Return one figure."""
        return (self.languages[language] if language else self.counts)[measure].f1


def figures(scores: Scores) -> dict[str, Any]:
    """Return the figures ready for JSON.

    >>> counts = {"posts": Count(right=1)}
    >>> scores = Scores(counts, {"vi": counts}, (), documents=1, negatives=0, unread=0)
    >>> figures(scores)["languages"]["vi"]["posts"]["f1"]
    1.0
    """
    return {
        "documents": scores.documents,
        "negatives": scores.negatives,
        "unread": scores.unread,
        "measures": _counts(scores.counts),
        "languages": {code: _counts(counts) for code, counts in sorted(scores.languages.items())},
        "misses": [asdict(miss) for miss in scores.misses],
    }


def _counts(counts: Mapping[str, Count]) -> dict[str, dict[str, float | None]]:
    """Return counts with the figures that follow from them."""
    return {
        measure: {**asdict(count), "precision": count.precision, "recall": count.recall, "f1": count.f1}
        for measure, count in counts.items()
    }


def table(scores: Scores, *, errors: int = 0) -> str:
    """Return the figures as a table for a terminal, and up to `errors` misses of each sort."""
    codes = sorted(scores.languages)
    lines = [
        f"{scores.documents} documents, {scores.negatives} further negatives, {scores.unread} without a prediction",
        f"{'':26}{'P':>7}{'R':>7}{'F1':>7}{'right':>7}{'wrong':>7}{'missed':>7}"
        + "".join(f"{code:>7}" for code in codes),
    ]
    for measure, count in scores.counts.items():
        figures = "".join(map(_figure, (count.precision, count.recall, count.f1)))
        per_language = "".join(_figure(scores.languages[code][measure].f1) for code in codes)
        lines.append(f"{measure:26}{figures}{count.right:7}{count.wrong:7}{count.missed:7}{per_language}")
    return "\n".join([*lines, *_miss_lines(scores.misses, errors)])


def _figure(value: float | None) -> str:
    """Return a figure of three digits, or a dash where there is none."""
    return f"{'-':>7}" if value is None else f"{value:7.3f}"


def _miss_lines(misses: Iterable[Miss], most: int) -> list[str]:
    """Return the first misses of each measure."""
    seen: dict[str, int] = {}
    lines = []
    for miss in misses:
        seen[miss.measure] = seen.get(miss.measure, 0) + 1
        if seen[miss.measure] <= most:
            lines.append(f"  {miss.measure}\t{miss.document}\t{miss.message}")
    return lines
