"""Why two are one, or a promise stands where it stands, in the language of the page.

Linking gives its reasons as plain sentences in English, which the register keeps and commands print. Here each is known
again by its pattern and said in the language of the page, with its values in words: a kind, a day, a country, an act.
A sentence without a pattern stays as it is; a test finds those that linking can say and that have none.
"""

import re

from django.utils.translation import gettext_noop as _

from giaoluu.coverage.statements import ANY_YEAR
from giaoluu.web.drawing.places import place_name
from giaoluu.web.sentences import Sentences
from giaoluu.web.words import country_name, edtf_words, kind_label, label, theme_words

PATTERNS = (
    # two accounts of one activity
    _("both a %(kind)s"),
    _("a %(kind)s and a %(kind2)s"),
    _("a %(kind)s is no %(kind2)s"),
    _("same days: %(day)s"),
    _("days in common: %(day)s and %(day2)s"),
    _("days that go together: %(day)s and %(day2)s"),
    _("a day or two apart: %(day)s and %(day2)s"),
    _("other days of one edition: %(day)s and %(day2)s"),
    _("days apart: %(day)s and %(day2)s"),
    _("printed on %(day)s, near %(day2)s"),
    _("printed on %(day)s, long from %(day2)s"),
    _("reported on %(day)s, before %(day2)s"),
    _("%(name)s and %(name2)s hold one post"),
    _("%(name)s, named in both"),
    _("%(name)s = %(name2)s, named in both"),
    _("seldom two of that kind on one day"),
    _("nobody visits one country twice at one time"),
    _("hardly anybody in common"),
    _("same place: %(place)s"),
    _("other places: %(place)s and %(place2)s"),
    _("between %(country)s and %(country2)s"),
    _("%(country)s here, %(country2)s there"),
    _("edition %(number)s"),
    _("anniversary %(number)s"),
    _("another edition: %(number)s and %(number2)s"),
    _("another anniversary: %(number)s and %(number2)s"),
    _("same numbers: %(numbers)s"),
    _("both reports tell another activity together"),
    _("one report tells them apart"),
    _("one tells of many or of what happens again and again"),
    _("another counterpart"),
    _("the counterpart is open in one of them"),
    _("whose congress it is, is open in one of them"),
    _("a date is missing, and not both principals and the kind are the same"),
    _("neither has a date"),
    _("the days differ and nothing else is told by both"),
    _("nobody is named in both"),
    _("%(name)s tells them apart"),
    _("it fits %(name)s as well"),
    _("%(name)s and %(name2)s took part in one activity"),
    # two texts of one source
    _("%(share)s of the words of both texts stand in both, in a row"),
    _("%(share)s of the words of the shorter text stand in both, in a row"),
    _("%(number)s of %(number2)s steps in the same order, %(number3)s of them statements by the same speakers"),
    _("both credit %(name)s"),
    _("both name %(name)s as their source"),
    _("both by %(name)s"),
    _("%(name)s says that it translates %(name2)s"),
    _("%(name)s names %(name2)s as its source"),
    _("a report of its own"),
    # whose account it is
    _("these reports tell different activities: %(why)s"),
    _("only one side's account exists: both are of %(country)s"),
    _("only one side's account exists: %(why)s"),
    _("only one side's account exists, that of %(name)s: %(why)s"),
    _("the report credits it"),
    _("the page names neither a credited body nor an outlet"),
    _("the source that the page names"),
    _("the outlet's own report"),
    _("nothing shows the side"),
    _("side by the credited body"),
    _("side by the source that the page names"),
    _("side by the outlet"),
    _("side by the outlet's address"),
    # two statements
    _("speaker: both sides"),
    _("speaker: the same"),
    _("speaker: %(name)s"),
    _("speaker open"),
    _("one text"),
    _("the same words"),
    _("the only %(act)s of each"),
    _("both %(act)s"),
    _("named: %(names)s"),
    _("themes: %(themes)s"),
    # what of several values is shown
    _("%(number)s source says so, the most precise and the first printed"),
    _("%(number)s independent sources say so, the most precise and the first printed"),
    # what came of a promise
    _("a %(kind)s as promised, later: %(names)s"),
    _("a %(kind)s as promised, later: %(names)s, cancelled"),
    _("a %(kind)s as promised, later: %(names)s, but at %(place)s and not at %(place2)s"),
    _("a %(kind)s as promised, later: %(names)s, but not on %(day)s"),
    _("a %(kind)s as promised, later: %(names)s, but %(number)s of %(number2)s %(name)s"),
    _("what was promised is announced"),
    _("what was promised is reported"),
    _("what was promised is reported: %(number)s of %(number2)s %(name)s"),
    _("reported as cancelled"),
    _("named for %(day)s"),
    _("said again, %(day)s"),
    _("due %(day)s, nothing read of it"),
    _("promised for every time"),
    _("too vague to be checked"),
    _("the promise is to go on"),
    _("stated by %(day)s, and nothing read of it in %(number)s years"),
    _("stated, nothing read of it yet"),
    # two names
    _("%(name)s and %(name2)s are names of one person (%(note)s)"),
    _("%(name)s is the same name on both sides"),
    _("%(name)s reads as %(name2)s"),
    _("%(name)s is close to %(name2)s, but %(part)s is not %(part2)s"),
    _("%(name)s is %(name2)s but for a part that is left out"),
    _("%(name)s may be %(name2)s: %(part)s can stand for %(part2)s"),
    _("%(name)s is a part of %(name2)s, or the other way round"),
    _("%(name)s may be %(name2)s, printed in part"),
    _("they hold a post that one person holds at a time"),
    _("the names are read differently"),
    _("a name alone does not say that they are one person"),
    _("one is of %(country)s, the other of %(country2)s"),
    _("their dates are a decade or more apart"),
    _("they hold different posts"),
    _("what stands around them does not say that they are one person"),
    _("they hold the same post, but the names are not quite one"),
    _("they are of the same body, but the names are not quite one"),
    _("they stand at the same date, but the names are not quite one"),
    _("they hold the same post, but are written with different signs"),
    _("they are of the same body, but are written with different signs"),
    _("they stand at the same date, but are written with different signs"),
    _("they hold the same post, but names that only sound alike need dates to be one person"),
    _("they are of the same body, but names that only sound alike need dates to be one person"),
    _("they stand at the same date, but names that only sound alike need dates to be one person"),
    _("both are of %(country)s and hold the same post"),
    _("both are of %(country)s and are of the same body"),
    _("both are of %(country)s and stand at the same date"),
    # what an article is about
    _("participants of %(countries)s"),
    _("somebody of %(countries)s and an official of a body of many states"),
    _("somebody of %(countries)s and a holder of a post of no said country"),
    _("an activity between countries by its kind"),
    _("a body between countries: %(name)s"),
    _("towns that are twins across a border"),
    _("people of many countries"),
    _("countries named together: %(countries)s"),
    _("countries named together: a pair"),
    _("one country only"),
    _("no activity that the article is about"),
    _("an activity is told in passing only"),
    _("no language pack for %(name)s"),
    _("no language pack for this language"),
    _("entered by hand"),
    _("entered by hand: no activity"),
    _("entered from a sheet"),
    _("withdrawn by %(name)s"),
    _("an appointment: %(name)s"),
    _("a dispute: %(name)s"),
    _("sport: %(name)s"),
    _("a sport result: %(name)s"),
    _("a word only in a name: %(name)s"),
    _("an offer: %(name)s"),
    _("an exchange of prisoners: %(name)s"),
    _("a market: %(name)s"),
    _("no exchange: %(name)s"),
    _("crime: %(name)s"),
    _("an inquiry: %(name)s"),
    # said by a person
    _("%(name)s: merge"),
    _("%(name)s: never_merge"),
)
"""What linking says, with a hole for each value; of the patterns that fit the one with the most words counts."""

_KEY = re.compile(r"[A-Z]{2}-\w")
_BODY = re.compile(r"([a-z_]+):([A-Z]{2})")


def reason_words(text: str) -> str:
    """Return a reason in the language of the page; what has no pattern stays as it is.

    >>> reason_words("both a meeting; same days: 2025-03-11")
    'both a meeting; same days: 11 March 2025'
    """
    return "; ".join(_SENTENCES.said(part) or part for part in text.split("; "))


def has_pattern(text: str) -> bool:
    """Say whether a reason, or each part of it, is known.

    >>> has_pattern("nobody is named in both"), has_pattern("the moon is full")
    (True, False)
    """
    return all(_SENTENCES.found(part) for part in text.split("; "))


def _named(value: str) -> str:
    """Return what two statements name, or two activities share: a date, a place or a body by its key, or words."""
    if value[:4].isdecimal() or value.startswith(ANY_YEAR):
        return edtf_words(value)
    if body := _BODY.fullmatch(value):
        return f"{label('body', body[1])} ({country_name(body[2])})"
    return (place_name(value) if _KEY.match(value) else "") or value


def _once(values: list[str]) -> list[str]:
    """Return values without days of no year that another one tells with its year."""
    told = {value[4:] for value in values if value[:4].isdecimal()}
    return [value for value in values if not (value.startswith(ANY_YEAR) and value[4:] in told)]


_SENTENCES = Sentences(
    PATTERNS,
    {
        "kind": lambda code: kind_label(code).lower(),
        "day": edtf_words,
        "country": country_name,
        "act": lambda code: label("act", code),
        "themes": lambda listed: ", ".join(theme_words(one) for one in listed.split(", ")),
        "why": reason_words,
        "place": lambda key: place_name(key) or key,
        "countries": lambda codes: ", ".join(country_name(code) for code in codes.split(", ")),
        "names": lambda listed: ", ".join(map(_named, _once(listed.split(", ")))),
    },
)
