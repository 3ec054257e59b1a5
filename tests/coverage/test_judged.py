"""What people say of two accounts holds against the evidence, and taking it back restores what was."""

import pytest
from tests.coverage.reports import report

from giaoluu.coverage import PrintedNames, link
from giaoluu.model.links import AccountKey, judged_tie

NAMES = PrintedNames()
TOLD = "On 5 March 2025 in Hanoi, Vietnamese Foreign Minister Le Van Binh received Lao Ambassador Khampha Sisavath."
AGAIN = "HANOI - Foreign Minister Le Van Binh of Vietnam received Ambassador of Laos Khampha Sisavath on 5 March 2025."
OTHER = "On 9 May 2025 in Hue, Mayor Tran Thi Sen opened a photo exhibition with Swedish Ambassador Karin Lund."
REPORTS = [report("a", TOLD), report("b", AGAIN), report("c", OTHER)]


def groups(*judged: object) -> set[tuple[str, ...]]:
    links = link(REPORTS, NAMES, judged=judged)
    return {tuple(key.reading for key in one.accounts) for one in links.activities}


def key(reading: str) -> AccountKey:
    found = next(one for one in REPORTS if one.id == reading)
    return AccountKey(reading, next(one.id for one in found.activities if one.main))


def said(one: str, other: str, *, same: bool) -> object:
    return judged_tie(key(one), key(other), same=same, reason="An looked at both")


@pytest.mark.parametrize(
    ("judged", "expected"),
    [
        ([], {("a", "b"), ("c",)}),
        ([said("b", "a", same=False)], {("a",), ("b",), ("c",)}),
        ([said("a", "c", same=True)], {("a", "b", "c")}),
        ([said("a", "c", same=True), said("b", "a", same=False)], {("a", "c"), ("b",)}),
    ],
    ids=["nobody", "apart", "together", "both"],
)
def test_people_decide(judged, expected):
    assert groups(*judged) == expected


def test_the_reason_is_kept():
    links = link(REPORTS, NAMES, judged=[said("a", "c", same=True)])
    assert "An looked at both" in [tie.reason for one in links.activities for tie in one.reasons]
