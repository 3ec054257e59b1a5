"""A Vietnamese report and its Swedish translation: one activity, one source, lost strength."""

from functools import cache
from pathlib import Path

import pytest

from giaoluu import captures, read
from giaoluu.coverage import undertakings
from giaoluu.model.links import Stronger, TextRelation
from giaoluu.model.reading import Reading
from giaoluu.pipeline import compare, identify, link

PAGES = Path(__file__).parents[2].parent / "shared" / "pages"
pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason=f"no pages at {PAGES}")


@cache
def readings() -> dict[str, Reading]:
    return {page.id[:3]: read(page) for page in captures([str(path) for path in sorted(PAGES.glob("00*.txt"))])}


def test_the_two_pages_tell_one_activity_from_one_source() -> None:
    links = link(readings().values())
    (tie,) = [one for one in links.texts if {one.left[:3], one.right[:3]} == {"000", "003"}]
    assert tie.relation is TextRelation.TRANSLATION
    shared = [one for one in links.activities if len(one.accounts) > 1]
    assert {frozenset(key.reading[:3] for key in one.accounts) for one in shared} == {frozenset({"000", "003"})}
    assert {len(one.witnesses) for one in shared} == {1}


def test_the_people_are_one_in_both() -> None:
    links = link(readings().values())
    identities = identify(readings().values(), links)
    entities = {
        name: [identities.entity(readings()[name].id, one.id) for one in readings()[name].people if not one.background]
        for name in ("000", "003")
    }
    assert sorted(map(str, entities["000"])) == sorted(map(str, entities["003"]))


def test_statements_are_aligned_and_lost_strength_is_shown() -> None:
    found = compare(readings()["000"], readings()["003"])
    assert found.one_sided is not None
    assert found.order == 1.0
    assert (found.only_left, found.only_right) == ((), ())
    weaker = [one for one in found.aligned if one.stronger]
    assert [(one.stronger, one.left_strength, one.right_strength) for one in weaker] == [(Stronger.LEFT, "w3", "w2")]


def test_formulas_said_at_two_meetings_do_not_make_them_one() -> None:
    found = compare(readings()["000"], readings()["002"])
    assert found.same_activity.reason == "another counterpart"
    assert found.one_sided is not None


def test_a_translation_adds_no_promise() -> None:
    pair = [readings()["000"], readings()["003"]]
    links = link(pair)
    found = undertakings(pair, links, identify(pair, links))
    assert len(found) == len(pair[0].commitments)
    assert {len(one.told) for one in found} == {2}
