"""What tells names in a script without spaces, compiled once for each language."""

import re
from dataclasses import dataclass, field
from functools import cache

from giaoluu.langs.pack import pack
from giaoluu.langs.signs import SIGN
from giaoluu.model.letters import SIGNS

DOTS = "·•・．\u2027"
BEFORE_DOT = 3
"""Other signs that may stand before a dot: the number of a monarch, or one that is seldom used for names."""


@dataclass(frozen=True)
class Script:
    """How names of one language are written."""

    code: str
    surnames: frozenset[str]
    foreign: frozenset[str]
    signs: str
    inner: str
    middle: frozenset[str]
    ends: re.Pattern[str]
    stops: re.Pattern[str]
    opens: re.Pattern[str]
    """A sign behind which a name may start."""
    joins: re.Pattern[str]
    list_ends: re.Pattern[str]
    word: re.Pattern[str]
    verbs: re.Pattern[str]
    run: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        """Compile what a transliterated name looks like."""
        dot = rf"[{SIGNS}]{{0,{BEFORE_DOT}}}(?: ?[{DOTS}] ?)(?:[{SIGNS}](?=[{self.signs}]))?"
        run = rf"[{self.signs}]+(?:(?:{dot}|[－-])[{self.signs}]+)*"
        object.__setattr__(self, "run", re.compile(run))


@cache
def script_of(code: str) -> Script:
    """Return how names of a language are written, compiled once."""
    own = pack(code)

    def words(key: str) -> str:
        return "|".join(sorted(map(re.escape, own.list_of("names", key)), key=len, reverse=True)) or "(?!)"

    names = own.words.get("names", {})
    return Script(
        code,
        own.surnames,
        frozenset(own.list_of("names", "foreign_surnames")),
        re.escape(names.get("transliteration", "\ufdd0")),
        names.get("name_inner", ""),
        frozenset(own.list_of("names", "name_middle")),
        re.compile(rf"$|[^{SIGNS}{DOTS}]|(?:{words('name_ends')})"),
        re.compile(words("name_stops")),
        re.compile("|".join([f"[^{SIGNS}]", *map(re.escape, names.get("name_before", ""))])),
        re.compile(rf"(?:{words('list_joins')}| )"),
        re.compile(f"{SIGN['date']}?(?:{words('list_ends')})"),
        re.compile(f"{words('name_ends')}|{words('name_stops')}"),
        re.compile(words("speech_verbs")),
    )
