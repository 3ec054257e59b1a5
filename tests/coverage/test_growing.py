"""Readings that come later: linked with what shares a key, they come to what all readings at once come to."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.coverage.reports import account, person

from giaoluu import captures, read, samples
from giaoluu.coverage import (
    Print,
    PrintedNames,
    keys_of,
    link_more,
    link_prints,
    print_from_json,
    print_of,
    print_to_json,
)
from giaoluu.coverage.copies import Shingles
from giaoluu.coverage.outlines import Outline
from giaoluu.coverage.sources import Origin
from giaoluu.model.links import AccountKey, Activity

NAMES = PrintedNames()


class Shelf:
    """What a register keeps: prints as text, by their keys; and which accounts tell one activity."""

    def __init__(self) -> None:
        self.by_key: dict[str, dict[str, str]] = {}
        self.activities: dict[AccountKey, Activity] = {}

    def sharing(self, keys: frozenset[str]) -> list[Print]:
        found = {name: text for key in keys for name, text in self.by_key.get(key, {}).items()}
        return [print_from_json(text) for text in found.values()]

    def take(self, new: list[Print]) -> None:
        links = link_more(new, self, NAMES)
        for one in new:
            for key in keys_of(one, NAMES):
                self.by_key.setdefault(key, {})[one.reading] = print_to_json(one)
        for activity in links.activities:
            self.activities.update(dict.fromkeys(activity.accounts, activity))

    def known(self) -> set[Activity]:
        return set(self.activities.values())


@cache
def prints() -> tuple[Print, ...]:
    return tuple(print_of(read(page)) for page in captures([str(samples.PAGES)]))


@settings(max_examples=3, deadline=None)
@given(st.data())
def test_pages_in_any_batches_come_to_the_same(data: st.DataObject) -> None:
    waiting = list(data.draw(st.permutations(prints())))
    shelf = Shelf()
    while waiting:
        size = data.draw(st.integers(1, len(waiting)))
        shelf.take(waiting[:size])
        waiting = waiting[size:]
    assert shelf.known() == set(link_prints(prints(), NAMES).activities)


PEOPLE = st.sampled_from([person(name, country) for name in ("Lan", "Minh", "Bo") for country in ("VN", "CN")])
DAYS = st.sampled_from([None, "2024-03-05", "2024-03-06", "2024-03-12", "2024-03", "XXXX-03-05"])


def made(number: int, people: list, days: str | None, published: str | None) -> Print:
    """Return a print of one account made by hand."""
    name = f"r{number}"
    told = account(name, people, days=days, published=published, places=frozenset({"VN-HN"}))
    outline = Outline(name, "vi", frozenset(), (), ())
    return Print(name, (told,), Shingles(name, b"", b""), outline, Origin(name, *(None,) * 8))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.lists(PEOPLE, max_size=3, unique=True), DAYS, DAYS), max_size=8), st.data())
def test_accounts_one_by_one_come_to_the_same(told: list, data: st.DataObject) -> None:
    made_by_hand = [made(number, *one) for number, one in enumerate(told)]
    shelf = Shelf()
    for one in data.draw(st.permutations(made_by_hand)):
        shelf.take([one])
    assert shelf.known() == set(link_prints(made_by_hand, NAMES).activities)
