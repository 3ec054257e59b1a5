"""Commitments over time in the register: where they stand, what may have come of them, what people make of that."""

import random
from datetime import date

import pytest

from giaoluu import read, register, samples
from giaoluu.model.errors import RegisterError
from giaoluu.sources import captures

PAGES = ("readout-vi", "readout-zh", "ceramics-en", "ceramics-sv", "ceramics-vi")
OVER_TIME = (*PAGES, "forum-vi", "forum-zh", "message-zh")


@pytest.fixture(autouse=True)
def june(monkeypatch) -> None:
    """Stop the calendar before anything that the samples promise is due."""
    from giaoluu.register import clock

    monkeypatch.setattr(clock, "today", lambda: date(2026, 6, 1))


@pytest.fixture
def linked(home):
    found = captures([str(samples.page_of(name)) for name in PAGES])
    assert register.ingest((capture, read(capture)) for capture in found).new == len(PAGES)
    register.link()
    return home


def scheduled():
    """Return a proposed follow-up that schedules what was promised."""
    from giaoluu.register.models import FollowUp

    rows = FollowUp.objects.select_related("commitment__article", "activity__article")
    return rows.filter(relation="schedules").order_by("pk")[0]


def standing(text: str) -> str:
    from giaoluu.register.models import Commitment

    return Commitment.objects.filter(current=True, canonical=None, text=text)[0].standing


def test_each_promise_is_told_once_and_vague_ones_may_be_left_out(linked):
    from giaoluu.register.models import Commitment
    from giaoluu.register.queries import commitments

    told = commitments()
    assert Commitment.objects.filter(current=True, proposal=False).count() > told.count()
    assert not told.filter(standing="").exists()
    checked = commitments(vague=False)
    assert 0 < checked.count() < told.count()
    assert {row.standing for row in commitments(standing="scheduled")} == {"scheduled"}


@pytest.mark.parametrize(("verdict", "expected"), [("accept", "scheduled"), ("reject", "stated")])
def test_what_a_person_makes_of_a_follow_up_holds_and_is_taken_back(linked, verdict, expected):
    from giaoluu.register.promising import judge_follow_up, take_back_follow_up

    follow_up = scheduled()
    text = follow_up.commitment.text
    made = judge_follow_up(follow_up, verdict, who="An", why="looked at both")
    assert standing(text) == expected
    register.link(everything=True)
    assert (standing(text), scheduled().verdict) == (expected, verdict)
    take_back_follow_up(made, who="An")
    assert (standing(text), scheduled().verdict) == ("scheduled", "")
    with pytest.raises(RegisterError, match="taken back already"):
        take_back_follow_up(made, who="An")


@pytest.mark.parametrize(("verdict", "who"), [("perhaps", "An"), ("accept", " ")])
def test_no_decision_without_a_word_and_a_name(linked, verdict, who):
    from giaoluu.register.models import Judgement
    from giaoluu.register.promising import judge_follow_up

    with pytest.raises(RegisterError):
        judge_follow_up(scheduled(), verdict, who=who)
    assert not Judgement.objects.exists()


def told_over_time() -> set[tuple[str, ...]]:
    """Return where each promise stands, what it says again, and what may have come of it."""
    from giaoluu.register.models import Activity, Commitment

    def pages(row) -> str:
        group = Activity.objects.filter(pk=row.canonical_id or row.pk) | Activity.objects.filter(canonical=row.pk)
        return " ".join(sorted(group.values_list("article__ident", flat=True)))

    return {
        (
            row.text,
            row.standing,
            row.repeats.text if row.repeats else "",
            *sorted(f"{one.relation} {pages(one.activity)}" for one in row.follow_ups.all()),
        )
        for row in Commitment.objects.filter(current=True, canonical=None)
    }


@pytest.mark.parametrize("seed", range(2))
def test_promises_of_pages_that_come_one_by_one_are_followed_as_those_of_all_at_once(home, monkeypatch, seed):
    from giaoluu.register import linking
    from giaoluu.register.models import FollowUp

    pages = [(one, read(one)) for one in captures([str(samples.page_of(name)) for name in OVER_TIME])]
    random.Random(seed).shuffle(pages)
    monkeypatch.setattr(linking, "FEW", 0)
    monkeypatch.setattr(linking, "BATCH", 1 + seed)
    for page in pages:
        register.ingest([page])
        register.link()
    one_by_one = told_over_time()
    register.link(everything=True)
    assert one_by_one == told_over_time()
    assert FollowUp.objects.exists()


@pytest.mark.parametrize(
    ("due", "said", "verdict", "expected"),
    [
        ("2026-05-31", "2026-04-01", "", "overdue"),
        ("2026-05-31", "2026-04-01", "accept", "scheduled"),
        ("2026-06-01", "2026-04-01", "", "scheduled"),
        (None, "2026-04-01", "", "scheduled"),
    ],
)
def test_time_passes_over_what_is_due(linked, due, said, verdict, expected):
    from giaoluu.register.linking.promises import let_time_pass
    from giaoluu.register.models import Commitment, FollowUp

    row = scheduled().commitment
    Commitment.objects.filter(pk=row.pk).update(due_latest=due, sorted_by=said)
    FollowUp.objects.filter(commitment=row).update(verdict=verdict)
    let_time_pass(date(2026, 6, 1))
    assert standing(row.text) == expected


@pytest.mark.parametrize(("said", "expected"), [("2024-05-31", "no_evidence"), ("2024-06-01", "stated")])
def test_time_passes_over_what_nothing_is_read_of(linked, said, expected):
    from giaoluu.register.linking.promises import let_time_pass
    from giaoluu.register.models import Commitment

    row = Commitment.objects.filter(current=True, canonical=None, standing="stated", due_latest=None)[0]
    Commitment.objects.filter(pk=row.pk).update(sorted_by=said)
    let_time_pass(date(2026, 6, 1))
    assert standing(row.text) == expected


@pytest.mark.parametrize(("verdict", "expected"), [("", "overdue"), ("accept", "scheduled"), ("reject", "overdue")])
def test_what_was_announced_is_overdue_after_its_day_unless_a_person_accepted_it(
    linked, monkeypatch, verdict, expected
):
    from giaoluu.register import clock
    from giaoluu.register.promising import judge_follow_up

    monkeypatch.setattr(clock, "today", lambda: date(2027, 3, 1))
    follow_up = scheduled()
    if verdict:
        judge_follow_up(follow_up, verdict, who="An")
    register.link()
    assert standing(follow_up.commitment.text) == expected
    register.link(everything=True)
    assert standing(follow_up.commitment.text) == expected
