"""The words of page furniture of a language: heads of link lists, widgets, credit and date forms, sources."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from giaoluu.model.article import ZoneKind
from giaoluu.model.errors import PackError

Table = Mapping[str, Any]

HEADS = {
    "related": ZoneKind.RELATED,
    "most_read": ZoneKind.MOST_READ,
    "multimedia": ZoneKind.MULTIMEDIA,
    "menu": ZoneKind.MENU,
    "comments": ZoneKind.WIDGET,
    "inline": ZoneKind.RELATED,
}
SECTIONS: dict[str, tuple[str, ...]] = {
    "heads": tuple(HEADS),
    "lines": ("widget", "widget_starts", "tags", "breadcrumb", "inline_related", "media_tags"),
    "caption": ("labels", "bare", "endings", "sides"),
    "source": ("labels", "bare", "outlets"),
    "byline": ("labels", "editors", "joins"),
    "dateline": ("months", "weekdays", "published", "updated", "noise", "dates", "times", "sent"),
    "account": ("cues", "fillers", "starts", "contains", "ends"),
}
EDGES = re.compile(r"^[\W_]+|[\W_]+$")
COLON = r"[:\uff1a]"
OPEN, CLOSE = r"[(\uff08\[\u3010]", r"[)\uff09\]\u3011]"
DASH = r"[-\u2013\u2014|/\uff0f]"
NEVER = re.compile(r"(?!)")
SINCE = "year_since_"
"""A slot of this name and a year: that of an era, counted from the year after."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """The furniture words of one language, or of all, compiled once.

    `heads` gives the zone that a head opens; `comments` are the heads after which nothing is the
    article's, `inline` those that stand between paragraphs too. Patterns match at the start of a
    line unless their name says otherwise. The groups are `name` for who is credited, `value` for
    what a label gives.
    """

    language: str | None
    heads: Mapping[str, ZoneKind]
    comments: frozenset[str]
    inline: frozenset[str]
    widgets: frozenset[str]
    widget_start: re.Pattern[str]
    tags: re.Pattern[str]
    breadcrumb: re.Pattern[str]
    inline_related: re.Pattern[str]
    media_tag: re.Pattern[str]
    credits_at_end: tuple[re.Pattern[str], ...]
    credit_hints: re.Pattern[str]
    side: re.Pattern[str]
    """Brackets that tell where in a picture somebody stands."""
    source: re.Pattern[str]
    source_bare: re.Pattern[str]
    outlets: frozenset[str]
    byline: re.Pattern[str]
    editor: re.Pattern[str]
    name_join: re.Pattern[str]
    months: Mapping[str, int]
    published: re.Pattern[str]
    updated: re.Pattern[str]
    dateline_noise: re.Pattern[str]
    dates: tuple[re.Pattern[str], ...]
    times: tuple[re.Pattern[str], ...]
    sent: re.Pattern[str]
    """What follows the day that a report opens with: an agency in brackets, and a dash or a word for its sending."""
    account: re.Pattern[str]
    account_starts: tuple[str, ...]
    account_contains: tuple[str, ...]


def fold(line: str) -> str:
    """Return a line as furniture words are compared: no case, no bullets, no end signs.

    >>> fold("» MOST READ:")
    'most read'
    """
    return EDGES.sub("", line).casefold()


@cache
def furniture(language: str | None = None) -> Furniture:
    """Return the furniture words of a language, or of all languages for None; compiled once.

    A page mixes languages (an English head on a Swedish page), so readers of pages take all.

    >>> furniture("en").heads["most read"]
    <ZoneKind.MOST_READ: 'most_read'>
    """
    known = languages()
    if language is not None and language not in known:
        raise PackError(
            f"no furniture for language {language!r}; use one of {', '.join(known)} "
            f"or add langs/{language}/furniture.toml"
        )
    return _compiled(language, [_table(code) for code in known if language in (None, code)])


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have furniture words, sorted."""
    return tuple(
        sorted(folder.name for folder in files("giaoluu.langs").iterdir() if (folder / "furniture.toml").is_file())
    )


def _table(code: str) -> Table:
    """Read and check one language's file."""
    where = f"langs/{code}/furniture.toml"
    try:
        table = tomllib.loads((files("giaoluu.langs") / code / "furniture.toml").read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{where}: not TOML ({error}); mend that line") from error
    for section, keys in SECTIONS.items():
        if set(table.get(section, ())) != set(keys):
            raise PackError(f"{where}: [{section}] must have exactly the keys {', '.join(keys)}")
    return table


def _compiled(language: str | None, tables: list[Table]) -> Furniture:
    """Compile the words of the tables together."""

    def words(section: str, key: str) -> list[str]:
        return [word for table in tables for word in table[section][key]]

    months = {name.casefold(): number for table in tables for name, number in table["dateline"]["months"].items()}
    return Furniture(
        language=language,
        heads={fold(word): kind for key, kind in HEADS.items() for word in words("heads", key)},
        comments=frozenset(map(fold, words("heads", "comments"))),
        inline=frozenset(map(fold, words("heads", "inline"))),
        widgets=frozenset(map(fold, words("lines", "widget"))),
        widget_start=_starts(words("lines", "widget_starts")),
        tags=_pattern(rf"(?:{{}})\s*{COLON}", words("lines", "tags")),
        breadcrumb=_starts(words("lines", "breadcrumb")),
        inline_related=_pattern(
            rf"[>\u00bb\u25ba\u25b6\u2192\s*-]*(?:{{}})(?<={COLON}|\w)", words("lines", "inline_related")
        ),
        media_tag=_pattern(rf"{OPEN}\s*(?:{{}})\s*{CLOSE}", words("lines", "media_tags")),
        credits_at_end=_credits(words("caption", "labels"), words("caption", "bare"), words("caption", "endings")),
        credit_hints=_hints(words("caption", "labels") + words("caption", "bare") + words("caption", "endings")),
        side=_pattern(rf"{OPEN}(?:[^()\uff08\uff09]{{{{0,24}}}}\W)?(?:{{}}){CLOSE}", words("caption", "sides")),
        source=_pattern(rf"{OPEN}?\s*(?:{{}})\s*{COLON}\s*(?P<value>.*?)\s*{CLOSE}?$", words("source", "labels")),
        source_bare=_pattern(r"\(?(?:{}) (?P<value>[^\W_].{{1,60}}?)\)?$", words("source", "bare"), ignore_case=False),
        outlets=frozenset(map(fold, words("source", "outlets"))),
        byline=_pattern(
            rf"{OPEN}?\s*(?:{{}})(?:\s*[:\uff1a/\uff0f]\s*|\s+)(?P<value>\S.*?)\s*{CLOSE}?$", words("byline", "labels")
        ),
        editor=_pattern(rf"{OPEN}?\s*(?:{{}})\s*{COLON}\s*(?P<value>.*?)\s*{CLOSE}?$", words("byline", "editors")),
        name_join=re.compile(
            r"\s*[,;/&\u3001\uff0c]\s*|\s+[-\u2013]\s+|\s+(?:"
            + _either(w for w in words("byline", "joins") if w[0].isalpha())
            + r")\s+",
            re.IGNORECASE,
        ),
        months=months,
        published=_pattern(r"(?<!\w)(?:{})(?!\w)", words("dateline", "published")),
        updated=_pattern(r"(?<!\w)(?:{})(?!\w)", words("dateline", "updated")),
        dateline_noise=_pattern(
            r"(?<![^\W\d_])(?:{})(?![^\W\d_])",
            words("dateline", "noise")
            + words("dateline", "weekdays")
            + words("dateline", "published")
            + words("dateline", "updated"),
        ),
        dates=tuple(_slots(template, months) for template in dict.fromkeys(words("dateline", "dates"))),
        times=tuple(_slots(template, months) for template in dict.fromkeys(words("dateline", "times"))),
        sent=_sent(words("dateline", "sent")),
        account=_account(tables),
        account_starts=tuple(word.casefold() for word in words("account", "starts")),
        account_contains=tuple(word.casefold() for word in words("account", "contains")),
    )


def _either(words: Iterable[str]) -> str:
    """Return an alternation of words, the longest first."""
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s+") for word in sorted(set(words), key=lambda word: (-len(word), word))
    )


def _pattern(form: str, words: list[str], *, ignore_case: bool = True) -> re.Pattern[str]:
    """Compile a form with an alternation of words in its `{}`; without words it never matches."""
    if not words:
        return NEVER
    body = form.replace("{}", _either(words)).replace("{{", "{").replace("}}", "}")
    return re.compile(body, re.IGNORECASE if ignore_case else 0)


def _sent(words: list[str]) -> re.Pattern[str]:
    """Compile what follows the day of a dateline: a dash always, or one of the words."""
    signs = r"-{1,2}\s|[\u2013\u2014]"
    return re.compile(rf"[\s,]*\)?\s*(?:\([^()]{{1,40}}\)\s*)?(?:{'|'.join([signs, *map(re.escape, words)])})")


def _starts(words: list[str]) -> re.Pattern[str]:
    """Compile words that a line begins with; a word that ends in a letter must end there."""
    return _pattern(r"[\W_]{{0,3}}(?:{})(?:(?<=[^a-z\u00c0-\u024f\u1e00-\u1eff])|(?!\w))", words)


def _credits(labels: list[str], bare: list[str], endings: list[str]) -> tuple[re.Pattern[str], ...]:
    """Compile the forms of a picture's credit at the end of a line."""
    name = r"(?P<name>[^()\uff08\uff09\[\]\u3010\u3011:\uff1a\u3002]{1,80}?)"
    person = r"(?P<name>[A-Z\u00c0-\u00de\u0102\u0110\u0128\u0168\u01a0\u01af\u1ea0-\u1ef8][^.:\n\u3002\uff0c]{1,60}?)"
    end = r"\s*[.\u3002]?\s*\|?\s*$"
    return (
        _pattern(rf"{OPEN}\s*(?:{{}})\s*[:\uff1a/\uff0f-]?\s*{name}\s*{CLOSE}{end}", labels),
        _pattern(
            rf"(?:^|[\s.,;!?\u3002\uff0c|{OPEN[1:-1]}]|{DASH})(?:{{}})\s*[:\uff1a\uff0f/]\s*{name}{CLOSE}?{end}", labels
        ),
        _pattern(rf"(?:^|[\s.,;]|{DASH})(?:{{}})\s+{person}{end}", bare, ignore_case=False),
        _pattern(
            rf"(?:^|[\s.,;\u3002\uff0c]|{OPEN}|{DASH})(?P<name>[^\s.,;()\uff08\uff09\u3002\uff0c|\u300b\u201d][^.,;()\uff08\uff09\u3002\uff0c|]{{{{0,40}}}}?\s*(?:{{}})){CLOSE}?{end}",
            endings,
            ignore_case=False,
        ),
    )


def _hints(words: list[str]) -> re.Pattern[str]:
    """Compile the folded words without those that hold another: one stands in each line that a credit matches."""
    folded = sorted({word.casefold() for word in words}, key=len)
    fewest = (word for number, word in enumerate(folded) if not any(short in word for short in folded[:number]))
    return re.compile("|".join(map(re.escape, fewest)) or "(?!)")


def _slots(template: str, months: Mapping[str, int]) -> re.Pattern[str]:
    """Compile a template of a date or a time; a space matches any spacing, `{year_since_1911}` a year of an era."""
    slots = {
        "year": r"(?P<year>(?:19|20)\d\d)",
        "month": r"(?P<month>[01]?\d)",
        "day": r"(?P<day>[0-3]?\d)",
        "hour": r"(?P<hour>[012]?\d)",
        "minute": r"(?P<minute>[0-5]\d)",
        "month_name": rf"(?P<month_name>{_either(months)})\.?" if months else r"(?!)",
    }
    tail = r"(?!\d)" if template.endswith("}") else ""
    body = re.escape(template).replace(r"\ ", r"\s*").replace(r"\{", "{").replace(r"\}", "}")

    def pattern(slot: re.Match[str]) -> str:
        return rf"(?P<{slot[1]}>1\d\d)" if slot[1].startswith(SINCE) else slots[slot[1]]

    return re.compile(r"(?<!\d)" + re.sub(r"\{(\w+)\}", pattern, body) + tail, re.IGNORECASE)


def _account(tables: list[Table]) -> re.Pattern[str]:
    """Compile the cues that say whose account a report is: cue, filler, body, and in some languages an end."""
    forms = []
    for number, table in enumerate(tables):
        words = table["account"]
        fillers = rf"(?:(?:{_either(words['fillers'])})\s*)*" if words["fillers"] else ""
        ends = _either(words["ends"])
        stop = rf"(?={ends})(?:{ends})" if ends else r"(?=[,.;:\uff0c\n]|$)"
        forms.append(
            rf"(?:{_either(words['cues'])})\s*{fillers}(?P<body{number}>[^,.;:\uff0c\u3002\n]{{2,120}}?){stop}"
        )
    return re.compile("|".join(forms), re.IGNORECASE)
