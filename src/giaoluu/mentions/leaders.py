"""People of whom the packs know more than a page tells: heads of state and government, and people of history."""

from collections.abc import Mapping
from functools import cache

from giaoluu.langs.pack import Pack
from giaoluu.mentions.names_latin import same_name, without_suffix
from giaoluu.mentions.names_listed import is_at_home
from giaoluu.mentions.registry import ONLY_ONE, PersonRecord
from giaoluu.mentions.values import BodyValue, PostValue

HEADS = frozenset({"head_of_state", "head_of_government", "head_of_party"})
"""Kinds of posts beside which a surname alone tells who is meant."""


SEATS = frozenset({"city", "province", "district"})
"""Levels of places that have a government of their own."""

OF_TODAY = frozenset({"ambassador", "governor"})
"""Kinds of posts that none of those listed as people of history held: who has one is a namesake."""

BESIDE = 24
"""Signs beside a name in which words tell that somebody is mourned."""


def leader_country(record: PersonRecord, pack: Pack) -> str | None:
    """Return the country of one of `[leaders]` of names.toml: by full name, or by surname behind such a post."""
    by_word = _by_word(pack)
    if not by_word:
        return None
    names = [without_suffix(name.value, pack) for name in record.names.values()]
    full = [name for name in names if " " in name]
    is_head = any(value.kind in HEADS for value in record.post_values)
    for _, leader, country in sorted(
        {one for name in names for word in name.split(" ") for one in by_word.get(word, ())}
    ):
        if any(name == leader or same_name(name, leader, pack) or name.startswith(leader + " ") for name in full):
            return country
        if not full and is_head and any(name in _surnames(leader, pack) for name in names):
            return country
    return None


def side_of(record: PersonRecord, pack: Pack) -> str | None:
    """Return the country that somebody's posts, or the name alone, tell before all of the article is known."""
    told = next((value.country for value in record.post_values if value.country), None)
    if told or (told := leader_country(record, pack)):
        return told
    codes = {code for name in record.names.values() for code in pack.name_countries(name.value)}
    if codes or not pack.has_spaces:
        return codes.pop() if len(codes) == 1 else None
    home: str | None = pack.settings.get("home")
    return home if home and is_at_home(next(iter(record.names.values())).value, pack) else None


def leads(post: PostValue, value: PostValue) -> bool:
    """Say whether a post is that of a leader: the head of the country, or an office of the body or at the place."""
    if value.body is not None:
        return post.body is not None and _which(post.body) == _which(value.body)
    if value.seat is not None:
        return post.seat is not None and post.seat[0].key == value.seat[0].key is not None
    if value.country is not None:
        return post.kind in ONLY_ONE and post.country == value.country
    return post.seat is not None


def government_of(post: PostValue) -> tuple[BodyValue, int, int] | None:
    """Return the government of a town or province for which a leader without a name speaks, on the place's words."""
    if post.kind != "leader" or post.body is not None or post.seat is None or post.seat[0].level not in SEATS:
        return None
    place, start, end = post.seat
    at = start, end
    seat = BodyValue("provincial_government", place.country, at, place=place.key, place_level=place.level, place_at=at)
    return seat, start, end


def _which(body: BodyValue) -> tuple[object, ...]:
    """Return what tells one body from another, wherever it is named."""
    return body.kind, body.country, body.place, body.partners


def is_of_the_past(record: PersonRecord, pack: Pack, text: str) -> bool:
    """Say whether somebody is only spoken of: of history (`historical`), with a post of the dead (`late`), or mourned.

    Words of the pack stand right before (`mourned`) or behind (`mourned_after`) somebody who is mourned.
    """
    listed, late = pack.list_of("names", "historical"), pack.list_of("names", "late")
    namesake = any(post.kind in OF_TODAY for post in record.post_values)
    if not namesake and any(
        (name.value if pack.has_spaces else pack.fold(name.value)) in listed for name in record.names.values()
    ):
        return True
    if late and any(pack.fold(post.title.value).startswith(late) for post in record.posts.values()):
        return True
    before, after = pack.list_of("names", "mourned"), pack.list_of("names", "mourned_after")
    names = [name.value for name in record.names.values()]
    named = [one for one in record.mentions if any(name in one.exact for name in names)] if before else []
    return any(
        f" {pack.fold(text[max(0, one.start - BESIDE) : one.start])}".endswith(before)
        or pack.fold(text[one.end : one.end + BESIDE]).startswith(after)
        for one in named
    )


@cache
def _by_word(pack: Pack) -> Mapping[str, list[tuple[int, str, str]]]:
    """Return each word of the listed names → (place in the list, name, country): two forms of a name share a word."""
    leaders: Mapping[str, list[str]] = pack.words.get("names", {}).get("leaders", {})
    by_word: dict[str, list[tuple[int, str, str]]] = {}
    listed = ((leader, country) for country, names in leaders.items() for leader in names)
    for number, (leader, country) in enumerate(listed):
        for word in {*leader.split(" "), *without_suffix(leader, pack).split(" ")}:
            by_word.setdefault(word, []).append((number, leader, country))
    return by_word


def _surnames(leader: str, pack: Pack) -> tuple[str, ...]:
    """Return what a listed name is shortened to: the last word, and the first where the surname stands there."""
    words = leader.split(" ")
    return (words[0], words[-1]) if pack.name_countries(leader) else (words[-1],)
