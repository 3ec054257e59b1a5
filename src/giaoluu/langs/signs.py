"""Signs: on a tape each span already found is one private-use code point that tells its type."""

from giaoluu.model.errors import PackError

SPAN_TYPES = (
    "number", "date", "time", "country", "place", "venue", "body", "post", "honorific", "name", "person",
    "pronoun", "joint", "delegation", "quantity", "occasion", "framework", "document", "cue", "trigger",
    "month", "weekday", "ordinal", "unit", "nationality", "quote", "group", "people", "bodies", "side",
    "pair", "act", "status",
)  # fmt: skip
SIGN = {name: chr(0xE000 + index) for index, name in enumerate(SPAN_TYPES)}
BIT = {name: 1 << index for index, name in enumerate(SPAN_TYPES)}
"""Span type → its bit, where a set of types is one number."""
ANY_TYPE = (1 << len(SPAN_TYPES)) - 1

GROUPS = {
    "party": (
        "person",
        "people",
        "body",
        "bodies",
        "delegation",
        "pronoun",
        "post",
        "joint",
        "country",
        "group",
        "side",
    ),
    "human": ("person", "people", "pronoun"),
    "site": ("place", "venue", "country"),
    "value": ("number", "ordinal"),
}
"""Slots that stand for any of several types."""

ANY_SIGN = "\ue000-\uf8ff"
WORD = r"[^\W_]+(?:[-'’.][^\W_]+)*"

WORD_SLOTS = {
    "any": r"[^.!?。！？]{0,90}?",
    "words": r"[^,;:.!?，；：。！？、()\"“”]{0,60}?",
    "few": rf"[^,;:.!?，；：。！？、()\"“”{ANY_SIGN}]{{0,24}}?",
    "brief": r"[^\W\d_]{1,8}?",
    "word": WORD,
    "digits": r"\d+",
    "start": r"^",
    "end": r"(?= ?(?:$|[,.;:()…，。；：（）]))",
    "proper": rf"{WORD}(?: {WORD}){{0,5}}",
    "rest": r"[^.!?;。！？；]+",
    "tail": r"[^!?。！？]+",
    "clause": r"[^,.!?;，。！？；]+",
}
"""Slots that stand for words, not for one span: lazy, bounded, so that matching stays linear."""


def sign_class(slot: str, template: str) -> str:
    """Return the pattern of a slot for spans: one sign, or one of several (`{a+b}`, or a group).

    >>> sign_class("person+body", "") == "[" + SIGN["person"] + SIGN["body"] + "]"
    True
    """
    names = _types(slot)
    unknown = [name for name in names if name not in SIGN]
    if unknown:
        raise PackError(
            f"template {template!r}: slot {{{slot}}} is not defined; use one of {sorted([*SIGN, *GROUPS, *WORD_SLOTS])}"
        )
    signs = "".join(SIGN[name] for name in names)
    return signs if len(signs) == 1 else f"[{signs}]"


def type_bits(slot: str) -> int:
    """Return the types of which a slot for spans holds one, as bits; 0 for any other slot.

    >>> type_bits("person+body") == BIT["person"] | BIT["body"], type_bits("words")
    (True, 0)
    """
    return sum({BIT.get(name, 0) for name in _types(slot)})


def _types(slot: str) -> list[str]:
    return [name for part in slot.split("+") for name in GROUPS.get(part, (part,))]
