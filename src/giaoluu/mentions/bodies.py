"""Bodies and posts on a tape: they nest, so each level is run until nothing new is found."""

from collections.abc import Callable
from typing import Any

from giaoluu.langs.pack import Pack, Rule
from giaoluu.langs.rules import Match
from giaoluu.langs.tape import Found, Tape, settle
from giaoluu.mentions.values import BodyValue, CountryValue, PairValue, PlaceValue, PostValue
from giaoluu.model.mentions import INTERNATIONAL

ROUNDS = 3
"""How deep bodies nest: the centre of an association of a province, and one to spare."""

Slots = list[tuple[str, Found, tuple[int, int]]]


def fold_bodies(tape: Tape, pack: Pack) -> Tape:
    """Return the tape with bodies folded, the inner ones first."""
    return _rounds(tape, pack, section="body", value=_body)


def fold_posts(tape: Tape, pack: Pack) -> Tape:
    """Return the tape with posts folded; the body and the country of a post lie inside it."""
    return _rounds(tape, pack, section="post", value=_post)


def _rounds(tape: Tape, pack: Pack, *, section: str, value: Callable[[Rule, Slots, tuple[int, int], str], Any]) -> Tape:
    for number in range(ROUNDS):
        found = []
        for match in pack.find(section, tape):
            if match.end - match.start == 1 and tape.payload.get(match.start):
                continue
            slots = _slots(tape, match)
            if number and not any(item.type == section for _, item, _ in slots):
                continue
            made = value(match.rule, slots, tape.span(match.start, match.end), tape.text[match.start : match.end])
            found.append(Found(match.start, match.end, section, made, match.rule.name))
        if not found:
            break
        tape = tape.fold(settle(found))
    return tape


def _slots(tape: Tape, match: Match[Rule]) -> Slots:
    """Return (slot, span, offsets in the article) for every sign inside a match, left to right."""
    inside = list(tape.signs(match.start, match.end)) if tape.payload else []
    if not inside:
        return []
    names = {start: name for name, (start, _) in match.slots.items()}
    return [(names.get(position, ""), item, tape.span(position, position + 1)) for position, item in inside]


def _body(rule: Rule, slots: Slots, span: tuple[int, int], words: str) -> BodyValue:
    """Read a body's country, seat and partners off its slots; what nests hands its country on."""
    country = located = place = level = place_at = None
    country_at = located_at = None
    partners: list[str] = []
    for slot, item, at in slots:
        code = code_of(item.value)
        if slot == "located":
            located, located_at = code, at
        elif slot == "partner" and code:
            partners.append(code)
        elif isinstance(item.value, PairValue):
            country, country_at, partners = item.value.codes[0], at, [*partners, item.value.codes[1]]
        elif isinstance(item.value, BodyValue) and country is None:
            country, country_at = item.value.country, item.value.country_at
            place, level, place_at = item.value.place, item.value.place_level, item.value.place_at
            partners.extend(item.value.partners)
        elif code and country is None:
            country, country_at = code, at
        if isinstance(item.value, PlaceValue) and slot != "located":
            place, level, place_at = item.value.key, item.value.level, at
    if country is None and (only := rule.get("country")):
        country, country_at = only, span
    if country and (there := _country_of(place_at, slots)) in partners:
        partners = [country if one == there else one for one in partners]
        country, country_at = there, place_at
    kind = rule.get("kind", "body")
    if kind == INTERNATIONAL and not rule.get("country"):
        country = country_at = None  # a forum of many states is of none, wherever it meets
    return BodyValue(
        kind,
        country,
        country_at,
        located,
        located_at,
        tuple(partners),
        place,
        level,
        place_at,
        bool(rule.get("collective")),
        bool(rule.get("unique")),
    )


def _country_of(at: tuple[int, int] | None, slots: Slots) -> str | None:
    """Return the country of the town or province in a body's name: a chapter there is of the country it lies in."""
    return next(
        (item.value.country for _, item, where in slots if where == at and isinstance(item.value, PlaceValue)), None
    )


def _post(rule: Rule, slots: Slots, span: tuple[int, int], words: str) -> PostValue:
    """Read a post's country and body off its slots; the country of the body serves where no other is named."""
    country = located = None
    country_at = body_at = None
    body: BodyValue | None = None
    seat: tuple[PlaceValue, int, int] | None = None
    for slot, item, at in slots:
        seat = seat or _seat(slot, item.value, at)
        if slot == "at":
            located = code_of(item.value)
        elif isinstance(item.value, BodyValue):
            body, body_at = item.value, at
        elif isinstance(item.value, PostValue):
            inner = item.value
            country, country_at = country or inner.country, country_at or inner.country_at
            body, body_at = body or inner.body, body_at or inner.body_at
        elif (code := code_of(item.value)) and country is None:
            country, country_at = code, at
    if country is None and body is not None:
        country, country_at = body.country, body.country_at
    only = None if country else rule.get("country")
    if only:
        country, country_at = only, span
    return PostValue(
        _kind_by_body(rule.get("kind", "post"), body),
        country,
        country_at,
        body,
        body_at,
        located,
        words,
        rule.get("abroad", ""),
        seat,
        assumed=bool(only),
    )


def _kind_by_body(kind: str, body: BodyValue | None) -> str:
    """Return the kind of a post: who heads a body that is no parliament is no speaker, whatever wording they share."""
    if kind != "speaker" or body is None or (body.kind == "parliament" and not body.place):
        return kind
    return "governor" if body.kind in {"provincial_government", "parliament"} else "head_of_body"


def _seat(slot: str, value: Any, at: tuple[int, int]) -> tuple[PlaceValue, int, int] | None:
    """Return the place in which a post is held: named in it, or in the name of its body."""
    if isinstance(value, PostValue):
        return value.seat
    if isinstance(value, PlaceValue) and slot != "at":
        return value, *at
    if isinstance(value, BodyValue) and value.place and value.place_at:
        return PlaceValue(value.place, value.place_level, value.country), *value.place_at
    return None


def code_of(value: Any) -> str | None:
    """Return the country code that a span means: its own, or that of the place or body.

    >>> code_of(PlaceValue("CN-beijing", "city", "CN"))
    'CN'
    """
    if isinstance(value, CountryValue):
        return value.code
    if isinstance(value, PlaceValue | BodyValue | PostValue):
        return value.country
    return None
