"""The sample coverage: one exhibition in four languages, two sides of one meeting, a forum announced and held."""

from functools import cache

import pytest
from tests.coverage.reports import together

from giaoluu import captures, read, samples
from giaoluu.model.activities import Status
from giaoluu.model.links import Activity, Comparison, Links, Stronger
from giaoluu.model.reading import Reading
from giaoluu.pipeline import compare, identify, link


@cache
def readings() -> tuple[Reading, ...]:
    return tuple(read(page) for page in captures([str(samples.PAGES)]))


@cache
def links() -> Links:
    return link(readings())


def reading(name: str) -> Reading:
    return next(one for one in readings() if one.id == name)


def activity(*names: str) -> Activity:
    return next(one for one in links().activities if {account.reading for account in one.accounts} == set(names))


CERAMICS = ("ceramics-en", "ceramics-sv", "ceramics-vi", "ceramics-zh")


def test_only_what_is_one_is_one() -> None:
    expected = {CERAMICS, ("readout-vi", "readout-zh"), ("forum-vi", "forum-zh")}
    assert together(links()) == {frozenset(names) for names in expected}


@pytest.mark.parametrize("names", [CERAMICS, ("readout-vi", "readout-zh"), ("forum-vi", "forum-zh")])
def test_reports_of_their_own_are_witnesses_of_their_own(names: tuple[str, ...]) -> None:
    assert [witness.readings for witness in activity(*names).witnesses] == [(name,) for name in names]


def test_people_of_one_activity_are_one_in_three_scripts() -> None:
    identities = identify(readings(), links())
    entities = {
        identities.entity(name, person.id)
        for name in CERAMICS
        for person in reading(name).people
        if person.names[0].value in {"Trần Chí Viễn", "陈志远", "Chen Zhiyuan"}
    }
    assert len(entities) == 1
    assert None not in entities


def test_the_announced_forum_stays_announced_beside_the_held_one() -> None:
    found = activity("forum-vi", "forum-zh")
    assert str(found.date) == "2025-10-18/2025-10-19"
    held = {one.status.value for name in ("forum-vi",) for one in reading(name).activities if one.main and one.status}
    assert Status.HELD in held


@cache
def readouts() -> Comparison:
    return compare(reading("readout-vi"), reading("readout-zh"))


def words(name: str, ids: tuple[str, ...]) -> str:
    return " ".join(one.content.exact for one in reading(name).quotations if one.id in ids)


def test_two_sides_of_one_meeting() -> None:
    found = readouts()
    assert (found.left.side, found.one_sided) == ("VN", None)
    (scholarships,) = [one for one in found.aligned if "50" in words("readout-vi", one.left)]
    assert "奖学金" in words("readout-zh", scholarships.right)
    assert scholarships.right_strength == "w2"
    assert scholarships.stronger in {Stronger.LEFT, None}


def test_what_only_one_side_reports() -> None:
    found = readouts()
    assert "bóng chuyền" in words("readout-vi", found.only_left)
    assert "德天" in words("readout-zh", found.only_right)
    assert "tourism" in {topic.theme for topic in found.topics if topic.left == 0 < topic.right}
