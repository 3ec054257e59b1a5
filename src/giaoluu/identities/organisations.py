"""Whether two names are one organisation: notions that both are made of, within slots that no likeness overrules."""

from dataclasses import dataclass

from giaoluu.identities.notions import Parts, local_notions, parts_of, weights
from giaoluu.identities.syllables import sound
from giaoluu.identities.tables import given_signs
from giaoluu.identities.verdicts import Decision, Verdict
from giaoluu.model.mentions import Organisation

LIKELY = 0.5
SURE = 0.8
OPEN_COUNTRY = 0.9
READINGS = 0.5
"""How much readings of signs count beside notions."""


@dataclass(frozen=True, slots=True)
class Slots:
    """What is known of an organisation beside its name; `parent` is what it is part of."""

    country: str | None = None
    partners: tuple[str, ...] = ()
    level: str | None = None
    place: str | None = None
    parent: str | None = None


def slots_of(organisation: Organisation) -> Slots:
    """Return the slots of an organisation of a reading."""
    country = organisation.country.value if organisation.country else None
    place = organisation.located_in.value if organisation.located_in else None
    return Slots(country, organisation.partner_countries, organisation.level, place, organisation.parent)


def match_organisations(one: str, other: str, *, slots_a: Slots | None = None, slots_b: Slots | None = None) -> Verdict:
    """Return whether two names are one organisation, in any of our languages, with a score and the reason.

    >>> match_organisations("Hội Hữu nghị Việt Nam - Trung Quốc", "越中友好协会").decision.value
    'same'
    >>> match_organisations("Hội Hữu nghị Việt Nam - Trung Quốc", "Hội Hữu nghị Việt Nam - Campuchia").reason
    'one is of VN and CN, the other of VN and KH'
    """
    left, right = parts_of(one), parts_of(other)
    score = _likeness(left, right)
    conflict = _conflict(left, right) or _slots_apart(slots_a or Slots(), slots_b or Slots())
    if conflict:
        return Verdict(score * READINGS, Decision.DIFFERENT, conflict)
    if score < LIKELY:
        return Verdict(score, Decision.DIFFERENT, "the names are made of different words")
    if left.alias and left.alias == right.alias:
        return Verdict(score, Decision.SAME, "both are names of one organisation that the table knows")
    known = _home(left, slots_a) and _home(right, slots_b)
    if not known:
        return Verdict(score * OPEN_COUNTRY, Decision.REVIEW, "the names agree, but the country of one is not said")
    if score < SURE or left.told != right.told:
        return Verdict(score, Decision.REVIEW, "the names are made of much the same words")
    return Verdict(score, Decision.SAME, f"the names say the same of {' and '.join(_home(left, slots_a))}")


def are_bodies_apart(one: str, other: str) -> bool:
    """Say whether names alone tell two bodies apart: by countries, place or level.

    A body that is always of a place is mostly printed without it.

    >>> are_bodies_apart("Hội Hữu nghị Việt Nam - Lào", "越中友好协会")
    True
    >>> are_bodies_apart("UBND tỉnh", "UBND tỉnh Nghệ An")
    False
    """
    left, right = parts_of(one), parts_of(other)
    if not left.places or not right.places:
        is_open = not local_notions().isdisjoint(left.told & right.told)
        return not is_open and bool(_conflict(left, right))
    return bool(_conflict(left, right))


def organisation_key(name: str, *, place: str | None = None) -> str:
    """Return what names of one organisation in several languages mostly have in common, to look for them by.

    `place` is where a body is that is always of a place (a people's committee), should its name not say so.

    >>> organisation_key("越南外交部") == organisation_key("Ministry of Foreign Affairs of Vietnam")
    True
    >>> organisation_key("UBND TP", place="VN-DN") == organisation_key("岘港市人民委员会")
    True
    """
    parts = parts_of(name)
    if parts.alias or not parts.told:
        return f"line {parts.alias}" if parts.alias else parts.folded
    is_open = place and not parts.places and not local_notions().isdisjoint(parts.told)
    return " ".join((*parts.countries, *((place,) if is_open and place else sorted(parts.places)), *sorted(parts.told)))


def place_of_local(name: str) -> str | None:
    """Return the place of a body that is always of one, where its name tells it.

    >>> place_of_local("UBND tỉnh Nghệ An"), place_of_local("UBND tỉnh")
    ('VN-22', None)
    """
    parts = parts_of(name)
    return next(iter(parts.places)) if len(parts.places) == 1 and not local_notions().isdisjoint(parts.told) else None


def _home(parts: Parts, slots: Slots | None) -> tuple[str, ...]:
    """Return where an organisation is at home, as its name or its slots tell: countries, else places."""
    return parts.countries or ((slots.country,) if slots and slots.country else ()) or tuple(sorted(parts.places))


def _conflict(left: Parts, right: Parts) -> str:
    """Say which hard slot two names fill differently; nothing where none."""
    if left.alias and left.alias == right.alias:
        return ""
    ours, theirs = left.countries, right.countries
    if ours and theirs and ours != theirs and (len(ours) == len(theirs) or left.is_bilateral or right.is_bilateral):
        return f"one is of {' and '.join(ours)}, the other of {' and '.join(theirs)}"
    if left.places != right.places:
        named = sorted(left.places ^ right.places)
        return f"only one of them is of {named[0]}: a branch is not its centre"
    if left.is_branch != right.is_branch:
        return "one is a branch, the other is not"
    return ""


def _slots_apart(left: Slots, right: Slots) -> str:
    """Say which known slots differ; what one side leaves open is no difference."""
    for name, ours, theirs in (
        ("country", left.country, right.country),
        ("level", left.level, right.level),
        ("place", left.place, right.place),
        ("parent", left.parent, right.parent),
    ):
        if ours and theirs and ours != theirs:
            return f"their {name} differs: {ours}, {theirs}"
    if left.partners and right.partners and left.partners != right.partners:
        return f"their partner countries differ: {', '.join(left.partners)}; {', '.join(right.partners)}"
    return ""


def _likeness(left: Parts, right: Parts) -> float:
    """Return how much two names are made of the same: 1.0 for the same name or two names of one in the table."""
    if left.folded == right.folded or (left.alias and left.alias == right.alias):
        return 1.0
    weight = weights()
    shared = sum(weight[key] for key in left.notions & right.notions) + len(left.places & right.places)
    total = max(sum(weight[key] for key in parts.notions) + len(parts.places) for parts in (left, right))
    unread = 0.5 * (len(left.rest) + len(right.rest))
    rest = _rest(left, right)
    notions = (shared + rest * unread) / (total + unread) if total + unread else 0.0
    both = len(set(left.countries) & set(right.countries))
    return max(0.0, min(1.0, notions * (1.0 if both or left.countries == right.countries else OPEN_COUNTRY)))


def _rest(left: Parts, right: Parts) -> float:
    """Return the share of words outside all notions that agree, by letters or by readings."""
    if not left.rest or not right.rest:
        return 0.0
    short, long = sorted((left.rest, right.rest), key=len)
    hits = sum(any(_same_word(word, its) for its in long) for word in short)
    return hits / len(long)


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    readings = given_signs().hanviet
    if one in readings:
        return sound(other) in readings[one]
    return other in readings and sound(one) in readings[other]
