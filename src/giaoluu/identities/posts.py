"""Whether two posts are one, by their meaning: kind, body and country, whatever the language."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from giaoluu.identities.forms import fold_name
from giaoluu.identities.notions import fields, parts_of
from giaoluu.identities.organisations import Slots, match_organisations
from giaoluu.identities.tables import words
from giaoluu.identities.verdicts import Decision, PostHeld
from giaoluu.langs.places import holders
from giaoluu.model.mentions import Occupancy, Organisation

MINISTRY = "ministry"
"""The notion of which every field has one."""


def same_post(one: PostHeld, other: PostHeld) -> bool | None:
    """Return whether two posts are one; None where what is known does not tell.

    >>> same_post(PostHeld("ambassador", country="CN"), PostHeld("ambassador", country="CN"))
    True
    >>> same_post(PostHeld("minister", country="CN"), PostHeld("minister", country="CN")) is None
    True
    >>> same_post(PostHeld("minister", country="CN"), PostHeld("minister", country="VN"))
    False
    >>> same_post(PostHeld("minister", words="Bộ trưởng Ngoại giao"), PostHeld("minister", words="外交部长"))
    True
    """
    if one.country and other.country and one.country != other.country:
        return False
    if one.words and other.words and fold_name(one.words) == fold_name(other.words):
        return True if one.kind == other.kind else None
    if _places_apart(one.words or "", other.words or ""):
        return False
    if one.kind is None or other.kind is None:
        return None
    if one.kind != other.kind:
        return False
    if is_one_in_a_country(one) and one.country and other.country:
        return True
    if one.body and other.body:
        return _same_body(one.body, other.body, one.country or other.country)
    return _same_field(one.words or "", other.words or "")


@lru_cache(maxsize=1 << 16)
def _same_field(one: str, other: str) -> bool | None:
    """Return True where the words of two posts name one field (foreign affairs, defence); else nobody knows."""
    fields = [fields_of(text) for text in (one, other)]
    return True if fields[0] and fields[0] == fields[1] else None


def are_posts_apart(one: str, other: str) -> bool:
    """Say whether the words of two posts name fields, or towns, of which none is the same.

    >>> are_posts_apart("商务部副部长", "Thứ trưởng Bộ Nông nghiệp"), are_posts_apart("Minister", "外交部长")
    (True, False)
    >>> are_posts_apart("驻岘港总领事", "Tổng Lãnh sự tại Hải Phòng"), are_posts_apart("外事厅", "Sở Ngoại vụ")
    (True, False)
    """
    named = [fields_of(text) for text in (one, other)]
    return (all(named) and named[0].isdisjoint(named[1])) or _places_apart(one, other)


@lru_cache(maxsize=1 << 16)
def fields_of(text: str) -> frozenset[str]:
    """Return the fields that the words of a post name.

    >>> [sorted(fields_of(text)) for text in ("Bộ trưởng Bộ Ngoại giao Trung Quốc", "外交部长", "Minister")]
    [['external'], ['external'], []]
    """
    return frozenset(fields().get(key, key) for key in parts_of(text).told - {MINISTRY})


def _places_apart(one: str, other: str) -> bool:
    """Say whether the words of two posts name towns or provinces of which none is, or holds, one of the other."""
    left, right = _places(one), _places(other)
    return bool(left and right) and left.isdisjoint(right)


@lru_cache(maxsize=1 << 16)
def _places(text: str) -> frozenset[str]:
    """Return the places that the words of a post name, with those that hold them."""
    named = parts_of(text).places if text else frozenset()
    return named | frozenset(holders()[place] for place in named if place in holders())


def is_one_in_a_country(post: PostHeld) -> bool:
    """Say whether a country has one holder of such a post at a time."""
    return post.kind in words()["posts"]["one_in_a_country"]


@lru_cache(maxsize=1 << 16)
def _same_body(one: str, other: str, country: str | None) -> bool | None:
    """Return whether two bodies are one; the country of the post stands in where a name has none."""
    if one == other:
        return True
    decision = match_organisations(one, other, slots_a=Slots(country), slots_b=Slots(country)).decision
    return None if decision is Decision.REVIEW else decision is Decision.SAME


def agree_on_posts(ours: Iterable[PostHeld], theirs: Iterable[PostHeld]) -> bool | None:
    """Return True where one post is held by both, False where all differ, None where it stays open.

    >>> speaker = PostHeld("speaker", country="VN")
    >>> agree_on_posts([PostHeld("minister", "a"), speaker], [speaker])
    True
    """
    answers = {same_post(one, other) for one in ours for other in theirs}
    if True in answers:
        return True
    return False if answers == {False} else None


def post_held(occupancy: Occupancy, organisations: Mapping[str, Organisation]) -> PostHeld:
    """Return the post of a reading by its meaning; the body by its fullest name, where the reading has it."""
    body = organisations.get(occupancy.body or "")
    return PostHeld(
        occupancy.kind, body.names[0].value if body and body.names else None, occupancy.country, occupancy.title.value
    )
