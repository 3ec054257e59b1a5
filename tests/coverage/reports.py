"""Short reports read, and accounts made by hand: what the tests of this room are built from."""

from collections.abc import Iterable
from dataclasses import replace

from giaoluu import read
from giaoluu.coverage.accounts import Account
from giaoluu.coverage.parties import Party
from giaoluu.model.activities import Status
from giaoluu.model.edtf import Edtf
from giaoluu.model.links import AccountKey, Links
from giaoluu.model.reading import Reading
from giaoluu.sources import capture_of


def report(name: str, text: str) -> Reading:
    """Return the reading of a short report."""
    return read(replace(capture_of(text.encode()), id=name))


def person(name: str, country: str | None = None, post: str | None = None, entity: str | None = None) -> Party:
    """Return a party of a hand-made account."""
    return Party(name, (name,), entity, country, frozenset({f"{post}:{country}"} if post else ()))


def account(
    reading: str,
    people: Iterable[Party] = (),
    *,
    days: str | None = None,
    published: str | None = None,
    kind: str = "meeting",
    group: str = "encounter",
    **more: object,
) -> Account:
    """Return a hand-made account of a meeting, or of another kind."""
    made = Account(
        key=AccountKey(reading, "a1"),
        kind=kind,
        kinds=frozenset({kind}),
        groups=frozenset({group}),
        status=Status.HELD,
        main=True,
        days=Edtf(days) if days else None,
        published=Edtf(published) if published else None,
        places=frozenset(),
        countries=frozenset(party.country for party in people if party.country),
        people=tuple(people),
        bodies=(),
        editions=frozenset(),
        ordinals=frozenset(),
        numbers=frozenset(),
        holder=None,
        single=True,
    )
    return replace(made, **more)


def together(links: Links) -> set[frozenset[str]]:
    """Return the sets of readings that tell one activity."""
    groups = (frozenset(one.reading for one in activity.accounts) for activity in links.activities)
    return {group for group in groups if len(group) > 1}
