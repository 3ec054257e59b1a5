"""Commitments over time in the register: where they stand, what may have come of them, what people make of that."""

import pytest

from giaoluu import read, register, samples
from giaoluu.model.errors import RegisterError
from giaoluu.sources import captures

PAGES = ("readout-vi", "readout-zh", "ceramics-en", "ceramics-sv", "ceramics-vi")


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
