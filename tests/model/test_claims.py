"""The claims of a reading: every cited value once, with its words."""

from dataclasses import replace

import pytest

from giaoluu.model.claims import claims
from giaoluu.model.reading import Claim, Reading


def rows(reading: Reading) -> set[tuple[str, str, str, str]]:
    """Return subject, property, value and words of each claim."""
    return {(claim.subject, claim.property, claim.value, claim.span.exact) for claim in claims(reading)}


@pytest.mark.parametrize(
    "row",
    [
        ("hue-0306", "title", "Hội Hữu nghị gặp gỡ đoàn bạn", "Hội Hữu nghị gặp gỡ đoàn bạn"),
        ("hue-0306", "published", "2025-03-06", "6/3/2025"),
        ("c1", "credit", "An Nhiên", "An Nhiên"),
        ("p1", "name", "Lê Thị Mơ", "Lê Thị Mơ"),
        ("p1", "name", "Mơ", "Mơ"),
        ("o1", "title", "Chủ tịch Hội Hữu nghị", "Chủ tịch Hội Hữu nghị"),
        ("p1", "gender", "female", "bà"),
        ("a1", "kind", "meeting", "tiếp"),
        ("a1", "status", "held", "tiếp"),
        ("a1", "date", "2025-03-06", "6/3/2025"),
        ("a1", "date_words", "Ngày 6/3/2025", "Ngày 6/3/2025"),
        ("a1", "participant", "p1", "Lê Thị Mơ"),
        ("a1", "participant", "p2", "周山"),
        ("a1", "gift", "b1", "tặng Hội một bức tranh"),
        ("a1", "topic", "education", "đi học"),
        ("q1", "quantity", "12", "12 người"),
        ("q2", "quantity", "2.5", "3"),
        ("t1", "date_mention", "2026", "năm 2026"),
        ("t2", "date_mention", "", "Ngày"),
        ("k1", "edition", "3", "3"),
        ("s1", "quotation", "commit", "Hội sẽ gửi 3 sinh viên đi học"),
        ("s1", "cue", "cho biết", "cho biết"),
        ("m1", "commitment", "w3", "gửi 3 sinh viên đi học"),
        ("m1", "due", "2026", "năm 2026"),
        ("m2", "proposal", "w1", "đoàn trở lại"),
    ],
)
def test_claim(reading: Reading, row: tuple[str, str, str, str]) -> None:
    """Each value that the reading cites is a claim with its words."""
    assert row in rows(reading)


def test_furniture_makes_no_claim(reading: Reading) -> None:
    """A lead in the furniture is shown and claims nothing."""
    furniture = reading.article.zones[-1]
    assert furniture.kind.is_furniture
    assert not [claim for claim in claims(reading) if claim.span.end > furniture.start]


def test_order_and_uniqueness(reading: Reading) -> None:
    """Claims come in the order of the text, each once."""
    found = claims(reading)
    assert list(found) == sorted(found, key=lambda claim: claim.span)
    assert len(set(found)) == len(found)
    assert claims(replace(reading, people=reading.people * 2)) == found


def test_inferred_is_kept(reading: Reading) -> None:
    """What follows by a rule and is not said says so."""
    inferred = {claim.value for claim in claims(reading) if claim.property == "participant" and claim.inferred}
    assert inferred == {"p2"}


def test_nothing_said_nothing_claimed(reading: Reading) -> None:
    """A reading of an article without facts has only the claims of the page itself."""
    bare = Reading(
        replace(reading.article, captions=(), leads=()), reading.run, is_exchange=False, exchange_reason="none"
    )
    assert {claim.property for claim in claims(bare)} == {"title", "published"}
    assert all(isinstance(claim, Claim) for claim in claims(bare))
