"""Two accounts of one activity side by side, as text for people and as a record for programs."""

from collections.abc import Iterator
from typing import Any

from giaoluu.model.activities import Quotation
from giaoluu.model.codec import to_builtins
from giaoluu.model.links import Aligned, Comparison, Voice
from giaoluu.model.reading import Reading

LONGEST = 160
MARK = {"left": "L", "right": "R"}


def comparison_record(comparison: Comparison, left: Reading, right: Reading) -> dict[str, Any]:
    """Return a comparison ready for JSON, the quoted words with it."""
    said = {**_words(left, "left"), **_words(right, "right")}
    return {**to_builtins(comparison), "words": {f"{side} {id}": one.content.exact for (side, id), one in said.items()}}


def comparison_text(comparison: Comparison, left: Reading, right: Reading) -> str:
    """Return a comparison as text: whose accounts, what both say, what only one says, the order and the topics."""
    return "\n".join(_lines(comparison, {**_words(left, "left"), **_words(right, "right")}))


Words = dict[tuple[str, str], Quotation]


def _words(reading: Reading, side: str) -> Words:
    return {(side, quotation.id): quotation for quotation in reading.quotations}


def _lines(comparison: Comparison, said: Words) -> Iterator[str]:
    yield f"L  {_voice(comparison.left)}"
    yield f"R  {_voice(comparison.right)}"
    tie = comparison.same_activity
    yield f"{tie.decision.value} activity: {tie.reason}"
    if comparison.one_sided:
        yield f"! {comparison.one_sided}"
    for one in comparison.aligned:
        yield ""
        yield f"both  {'; '.join(one.reasons)}{_strength(one)}"
        yield from (f"  L {_quoted(said['left', id])}" for id in one.left)
        yield from (f"  R {_quoted(said['right', id])}" for id in one.right)
    for name, ids in (("left", comparison.only_left), ("right", comparison.only_right)):
        if ids:
            yield ""
            yield f"only {MARK[name]}"
            yield from (f"  {said[name, id].act.value:8} {_quoted(said[name, id])}" for id in ids)
    yield ""
    if comparison.order is not None:
        yield f"order of what both say: {comparison.order:+.2f} (+1 the same, -1 the other way round)"
    yield from (f"{topic.theme}: L {topic.left:.0%}, R {topic.right:.0%}" for topic in comparison.topics)


def _voice(voice: Voice) -> str:
    side = f", side {voice.side}" if voice.side else ", side unknown"
    return f"{voice.reading}: {voice.whose or 'whose account is unknown'}{side} ({voice.reason})"


def _strength(one: Aligned) -> str:
    if one.left_strength is None and one.right_strength is None:
        return ""
    strengths = f"L {one.left_strength or 'none'}, R {one.right_strength or 'none'}"
    return f" [{strengths}{f', stronger in {MARK[one.stronger.value]}' if one.stronger else ''}]"


def _quoted(quotation: Quotation) -> str:
    words = " ".join(quotation.content.exact.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 2]} …"
