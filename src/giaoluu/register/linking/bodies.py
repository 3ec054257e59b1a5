"""One body under many names: rows whose names say the same, of the same countries and places, are one."""

from collections.abc import Iterable, Sequence

from giaoluu.identities.organisations import Slots, match_organisations, organisation_key
from giaoluu.identities.verdicts import Decision
from giaoluu.model.mentions import INTERNATIONAL
from giaoluu.register.heads import write_groups
from giaoluu.register.linking.pages import in_parts
from giaoluu.register.models import Organisation

DELEGATION = "delegation"
"""A delegation lives for one visit: its name says nothing of another's."""


def settle_bodies(numbers: Iterable[int]) -> None:
    """Write which bodies of some articles are one with others of the register.

    Only names that share a key are compared, each with what stands for a body already.
    """
    keys: set[str] = set()
    for some in in_parts(sorted(set(numbers))):
        rows = list(Organisation.objects.filter(current=True, article__in=some).exclude(kind=DELEGATION))
        for row in rows:
            row.key = organisation_key(row.name)[:200]
        Organisation.objects.bulk_update(rows, ["key"], batch_size=300)
        keys |= {row.key for row in rows if row.key}
    for names in in_parts(sorted(keys)):
        by_key: dict[str, list[Organisation]] = {}
        for row in Organisation.objects.filter(current=True, key__in=names).exclude(kind=DELEGATION).order_by("pk"):
            by_key.setdefault(row.key, []).append(row)
        write_groups(Organisation, (group for same in by_key.values() for group in _groups(same)))


def _groups(rows: Sequence[Organisation]) -> list[list[Organisation]]:
    """Return which rows of one key are one body: names that say the same, or the same name of one country.

    Organisations of many states have none: the same name is enough.
    """
    by_name: dict[tuple[str, str], list[Organisation]] = {}
    for row in rows:
        by_name.setdefault((row.name.casefold(), row.country), []).append(row)
    groups: list[list[Organisation]] = []
    for same in by_name.values():
        home = next((group for group in groups if _is_one(group[0], same[0])), None)
        if home is not None:
            home += same
        elif same[0].country or same[0].kind == INTERNATIONAL:
            groups.append(same)
        else:
            groups += [[row] for row in same]
    return groups


def _is_one(one: Organisation, other: Organisation) -> bool:
    """Say whether two rows are surely one body."""
    slots = (Slots(row.country or None, level=row.level or None) for row in (one, other))
    left, right = slots
    verdict = match_organisations(one.name, other.name, slots_a=left, slots_b=right)
    at_home = one.country or other.country or one.kind == other.kind == INTERNATIONAL
    return verdict.decision is Decision.SAME and bool(at_home)
