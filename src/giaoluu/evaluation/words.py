"""When two names, posts, countries or places are the same word for a measure."""

import re
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

from giaoluu.evaluation.fuzzy import partial, ratio, token_set, token_sort

WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
COUNTRIES = {name: code for code, names in WORDS["countries"].items() for name in names}
GROUPS = {kind: group for group, kinds in WORDS["groups"].items() for kind in kinds}
SAME_PLACES = tuple(frozenset(names) for names in WORDS["places"])
LETTERS = str.maketrans(WORDS["letters"])
CJK = re.compile(f"[{WORDS['characters']}]")
NOT_A_WORD = re.compile(rf"[^\w{WORDS['characters']}]+")
HONORIFIC = re.compile("^(?:" + "|".join(map(re.escape, WORDS["honorifics"])) + r")\s+", re.IGNORECASE)


def squeezed(text: object) -> str:
    r"""Return text in NFC with single spaces; nothing for None.

    >>> squeezed(" a\u00a0 b\n")
    'a b'
    """
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", str(text or ""))).strip()


def folded(text: object) -> str:
    r"""Return text without case, marks and punctuation; CJK is kept.

    >>> folded("\u0110\u00e0 N\u1eb5ng!")
    'da nang'
    """
    letters = unicodedata.normalize("NFD", squeezed(text).lower().translate(LETTERS))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"\s+", " ", NOT_A_WORD.sub(" ", bare)).strip()


def joined(text: object) -> str:
    """Return folded text without its spaces."""
    return folded(text).replace(" ", "")


def country_code(country: object) -> str | None:
    """Return a country's code from its code or from its name in one of our languages.

    >>> country_code("vn"), country_code("Sverige"), country_code(None)
    ('VN', 'SE', None)
    """
    if not country:
        return None
    text = squeezed(country)
    return text.upper() if re.fullmatch("[A-Za-z]{2}", text) else COUNTRIES.get(text.lower(), text.lower())


def name_score(left: object, right: object) -> float:
    """Return how well two names of a person agree, 0 to 100; below 86 is 0.

    >>> name_score("Mr. Chen Zhiyuan", "Chen Zhiyuan"), name_score("Lindqvist", "Karin Lindqvist")
    (100, 90)
    """
    a, b = (HONORIFIC.sub("", squeezed(name)) for name in (left, right))
    if not a or not b:
        return 0
    if CJK.search(a) or CJK.search(b):
        return _cjk_name_score(joined(a), joined(b))
    return _spaced_name_score(folded(a), folded(b))


def _cjk_name_score(a: str, b: str) -> float:
    """Score two names without spaces."""
    if a == b:
        return 100
    near = min(len(a), len(b)) >= 2 and (a in b or b in a) and abs(len(a) - len(b)) <= 2
    return 90 if near else 0


def _spaced_name_score(a: str, b: str) -> float:
    """Score two names written in words."""
    if a == b:
        return 100
    first, second = a.split(), b.split()
    short, long = (first, second) if len(first) <= len(second) else (second, first)
    if len(short) >= 2 and set(short) <= set(long):
        return 95
    if len(short) == 1 and len(short[0]) >= 3 and short[0] == long[-1]:
        return 90
    score = token_sort(a, b)
    return score if score >= 86 else 0


def posts_of(post: str | None) -> list[str]:
    """Return the posts of a string that joins several.

    >>> posts_of("chair; member of the board")
    ['chair', 'member of the board']
    """
    return re.split("; ?", post or "")


def same_post(given: str, wanted: list[str]) -> bool:
    """Say whether a post is one of the wanted ones.

    >>> same_post("the deputy director", ["deputy director of the bureau"])
    True
    """
    post = folded(given)
    return bool(post) and any(_near_post(post, folded(one)) for one in wanted if one)


def _near_post(post: str, wanted: str) -> bool:
    """Compare two folded posts; words missing from a long one are forgiven down to two fifths of its length."""
    if CJK.search(wanted) or CJK.search(post):
        bare = post.replace(" ", "")
        return ratio(wanted.replace(" ", ""), bare) >= 70 or (len(post) >= 3 and bare in wanted.replace(" ", ""))
    return token_set(wanted, post) >= 80 and len(post) >= 0.4 * len(wanted)


def same_body(left: str, right: str) -> float:
    """Return how well the names of two bodies agree, 0 to 100.

    >>> same_body("Da Nang Museum", "the Da Nang museum")
    100.0
    """
    return token_set(folded(left), folded(right))


def same_place_name(left: str, right: str) -> bool:
    """Say whether two names are one place, or one lies in the other's name.

    >>> same_place_name("Da Nang Museum", "Da Nang")
    True
    """
    a, b = folded(left), folded(right)
    if a.replace(" ", "") == b.replace(" ", ""):
        return True
    if any({squeezed(left).lower(), a} & names and {squeezed(right).lower(), b} & names for names in SAME_PLACES):
        return True
    shortest = 2 if CJK.search(a + b) else 4
    return (min(len(a), len(b)) >= shortest and (a in b or b in a)) or token_set(a, b) >= 90


def same_words(evidence: str | None, quote: str) -> bool:
    """Say whether evidence holds a quote, where the document's text is not at hand."""
    given, wanted = folded(evidence), folded(quote)
    if not given or len(given) > 900:
        return False
    return wanted in given or (partial(wanted, given) >= 90 and len(given) >= 0.6 * len(wanted))


def is_joint(speakers: tuple[str, ...]) -> bool:
    """Say whether the speakers are both sides together.

    >>> is_joint(("the two sides",)), is_joint(("Chen Zhiyuan",))
    (True, False)
    """
    lowered = [name.lower() for name in speakers]
    openers = "|".join(map(re.escape, WORDS["joint_openers"]))
    return len(lowered) >= 2 or any(name in WORDS["joint"] or re.match(rf"(?:{openers})\b", name) for name in lowered)
