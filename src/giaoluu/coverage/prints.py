"""What is kept of a reading to link it with others: small, without entities, nothing that cannot be written down."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from giaoluu.coverage.accounts import Account, accounts_of
from giaoluu.coverage.copies import Shingles, shingles_of
from giaoluu.coverage.filing import filing_of
from giaoluu.coverage.names import PrintedNames
from giaoluu.coverage.outlines import Outline, outline_of
from giaoluu.coverage.parties import Party
from giaoluu.coverage.sources import Origin, origin_of
from giaoluu.model.edtf import Edtf
from giaoluu.model.links import Identities
from giaoluu.model.reading import Reading

if TYPE_CHECKING:
    from cattrs.preconf.json import JsonConverter

Value = TypeVar("Value", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Print:
    """What is kept of a reading to link it. Who its people are is asked anew each time it is linked."""

    reading: str
    accounts: tuple[Account, ...]
    shingles: Shingles
    outline: Outline
    origin: Origin


def print_of(reading: Reading) -> Print:
    """Return what is kept of a reading to link it with others."""
    names = PrintedNames()
    return Print(
        reading.id,
        accounts_of(reading, names),
        shingles_of(reading.article),
        outline_of(reading, names),
        origin_of(reading, names),
    )


def print_to_json(one: Print) -> str:
    """Return a print as one line of JSON.

    >>> from giaoluu import captures, read, samples
    >>> (page,) = captures([str(samples.page_of("readout-vi"))])
    >>> one = print_of(read(page))
    >>> print_from_json(print_to_json(one)) == one
    True
    """
    text: str = _converter().dumps(one, ensure_ascii=False, separators=(",", ":"))
    return text


def print_from_json(text: str) -> Print:
    """Return the print that `print_to_json` wrote."""
    return _converter().loads(text, Print)


def keys_of(one: Print, identities: Identities) -> frozenset[str]:
    """Return what a print is filed under, so that `Candidates.sharing` finds it."""
    return frozenset((f"reading {one.reading}", *one.shingles.keys(), *_keys(one, identities)))


def asked_by(one: Print, identities: Identities) -> frozenset[str]:
    """Return the keys of the prints that this one has to be compared with."""
    filings = (filing_of(account, identities) for account in one.accounts if account.single)
    return frozenset((*one.shingles.keys(), *(key for filing in filings for key in filing.asks())))


def _keys(one: Print, identities: Identities) -> Iterator[str]:
    for account in one.accounts:
        if account.single:
            yield from filing_of(account, identities).keys()


class Same:
    """Keeps one of each value, so that a hundred thousand prints hold what they have in common once."""

    def __init__(self) -> None:
        self._known: dict[Any, Any] = {}

    def print(self, one: Print, identities: Identities) -> Print:
        """Return a print with the entities of its people, made of values that other prints hold as well."""
        accounts = tuple(self._account(account, one.reading, identities) for account in one.accounts)
        outline = one.outline
        people = self._parties(outline.people, one.reading, identities)
        steps = tuple(map(self._one, outline.steps))
        outline = replace(outline, people=people, steps=self._one(steps), authors=self._one(outline.authors))
        return replace(one, accounts=accounts, outline=outline)

    def _account(self, account: Account, reading: str, identities: Identities) -> Account:
        return replace(
            account,
            kinds=self._one(account.kinds),
            groups=self._one(account.groups),
            days=self._one(account.days),
            published=self._one(account.published),
            places=self._one(account.places),
            countries=self._one(account.countries),
            people=self._parties(account.people, reading, identities),
            bodies=self._parties(account.bodies, reading, identities),
            editions=self._one(account.editions),
            ordinals=self._one(account.ordinals),
            numbers=self._one(account.numbers),
            counts=self._one(account.counts),
            named=self._parties(account.named, reading, identities),
            visited=self._one(account.visited),
        )

    def _parties(self, parties: tuple[Party, ...], reading: str, identities: Identities) -> tuple[Party, ...]:
        known = (replace(party, entity=identities.entity(reading, party.id)) for party in parties)
        return self._one(tuple(map(self._one, known)))

    def _one(self, value: Value) -> Value:
        kept: Value = self._known.setdefault(value, value)
        return kept


@cache
def _converter() -> "JsonConverter":
    """Return what writes prints and reads them again."""
    from cattrs.preconf.json import make_converter  # slow to load, and whoever only reads a page does without

    converter = make_converter(detailed_validation=False, omit_if_default=True)
    converter.register_unstructure_hook(Edtf, str)
    converter.register_structure_hook(Edtf, lambda text, _: Edtf(text))
    return converter
