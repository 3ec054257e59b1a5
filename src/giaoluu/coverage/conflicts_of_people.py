"""Where accounts of one activity differ about a person: how the name is spelt, which post is held."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from giaoluu.coverage.accounts import Account
from giaoluu.coverage.names import letters_of
from giaoluu.coverage.parties import Likeness, Party, pairs_of
from giaoluu.model.links import AccountKey, Identities

BESIDE_A_POST = frozenset({"officer", "counterpart", "profession"})
"""Kinds that stand beside any post: a rank, "his counterpart", what somebody does for a living."""

SPELT_ALIKE = 0.6
"""Names that have less of their letters in common are two forms of a name, in two languages; no misspelling."""

Seen = tuple[Party, AccountKey]
Told = tuple[str, AccountKey]


def same_people(accounts: Sequence[Account], identities: Identities) -> list[list[Seen]]:
    """Return the people of several accounts, each with all accounts that name them."""
    groups: list[list[Seen]] = []
    for account in accounts:
        found = pairs_of([group[0][0] for group in groups], account.people, identities)
        known = {id(its): mine for mine, its, like in found if like >= Likeness.PERHAPS}
        by_first = {id(group[0][0]): group for group in groups}
        for party in account.people:
            mine = known.get(id(party))
            if mine is None:
                groups.append([(party, account.key)])
            else:
                by_first[id(mine)].append((party, account.key))
    return groups


def told_of(group: Sequence[Seen]) -> Iterator[tuple[str, list[Told]]]:
    """Yield the properties of a person with what each account says: names of one script, posts in their words."""
    names = [(party.names[0], key) for party, key in group if party.names]
    for signs in (True, False):
        yield "name", [(name, key) for name, key in names if letters_of(name).is_signs is signs]
    yield "post", [(_titles(party), key) for party, key in group if _kinds(party)]


def kinds_of(group: Sequence[Seen]) -> dict[str, frozenset[str]]:
    """Return posts in their words → the kinds of them that tell one post from another."""
    return {_titles(party): _kinds(party) for party, _ in group}


def _titles(party: Party) -> str:
    return "; ".join(sorted(party.titles or party.posts))


def _kinds(party: Party) -> frozenset[str]:
    return frozenset(post for post in party.posts if post.partition(":")[0] not in BESIDE_A_POST)


def names_go(mine: str, its: str, identities: Identities) -> bool:
    """Say whether two spellings go together: marks, order and a part of a name are no conflict, nor another language.

    >>> from giaoluu.coverage.names import PrintedNames
    >>> go = [names_go(*pair, PrintedNames()) for pair in (("Đỗ Hiếu", "Do Hieu"), ("Khamsing Von", "Khamsinh Von"))]
    >>> go, names_go("Dương Vạn Minh", "Yang Wanming", PrintedNames())
    ([True, False], True)
    """
    one, other = letters_of(mine), letters_of(its)
    if one.folded == other.folded or one.is_part(other) or other.is_part(one):
        return True
    if not one.is_signs and identities.alike(mine, its):  # signs are read, and this is how
        return True
    return SequenceMatcher(None, one.folded, other.folded).ratio() < SPELT_ALIKE
