"""Names of people under the keys of their forms in any script, so that one form finds the others."""

from collections.abc import Container, Iterable, Mapping
from typing import Any

from giaoluu.identities.keys import keys
from giaoluu.identities.names import fit_names
from giaoluu.register.folding import fold
from giaoluu.register.models import SpokenName

SORTS = "bpxk"
"""Keys that are kept: whole names in Vietnamese letters and in pinyin, first with last part, known names."""

MOST = 300
"""Names that are compared with a query."""

LONGEST_KEY = 120
BATCH = 500


def add_names(names: Iterable[str], *, table: Any = SpokenName) -> None:
    """Keep names that are not known yet."""
    add_keys({name: None for name in names if len(name) > 1}, table=table)


def add_keys(names: Mapping[str, list[str] | None], *, table: Any = SpokenName) -> None:
    """Keep names under their keys, where they are not known yet; None for keys that nobody made yet."""
    wanted = sorted(names)
    for turn in range(0, len(wanted), BATCH):
        some = wanted[turn : turn + BATCH]
        known = set(table.objects.filter(name__in=some).values_list("name", flat=True).distinct())
        new = ((name, names[name]) for name in some if name not in known)
        rows = [table(key=key, name=name) for name, made in new for key in (kept_keys(name) if made is None else made)]
        table.objects.bulk_create(rows, ignore_conflicts=True, batch_size=2000)


def kept_keys(name: str) -> list[str]:
    """Return the keys that a name is kept under.

    >>> "bduong van minh" in kept_keys("杨万明")
    True
    """
    return sorted(key for key in keys(name) if key[0] in SORTS and len(key) <= LONGEST_KEY)


def is_name(text: str) -> bool:
    """Say whether a text is a whole name that some page prints, with or without its accents."""
    told = fold(text)
    known = SpokenName.objects.filter(key__in=kept_keys(text)).values_list("name", flat=True).distinct()
    return any(fold(name) == told for name in known[:MOST])


def known_among(texts: Iterable[str]) -> frozenset[str]:
    """Return the keys of some texts under which names are kept: few texts are names, and one question tells which."""
    asked = {key for text in texts for key in kept_keys(text)}
    return frozenset(SpokenName.objects.filter(key__in=asked).values_list("key", flat=True).distinct())


def other_forms(text: str, known: Container[str]) -> list[str]:
    """Return the names in the register that can be the one of a text although they are written otherwise.

    `known` holds the keys of the text under which there are names.
    """
    asked = [key for key in kept_keys(text) if key in known]
    told, whole = fold(text), [key for key in asked if key[0] in "bpk"]
    found: dict[str, None] = {}
    for some in filter(None, (whole, [key for key in asked if key[0] == "x"])):
        rows = SpokenName.objects.filter(key__in=some).values_list("name", flat=True)
        found |= dict.fromkeys(rows[: MOST - len(found)])
    return [name for name in found if fold(name) != told and fit_names(text, name).attested]
