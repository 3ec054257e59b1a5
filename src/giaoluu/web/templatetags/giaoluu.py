"""Filters of the templates: codes and dates in words."""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from django import template
from django.http import HttpRequest
from django.urls import get_script_prefix, reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from giaoluu.register.linking.rulings import sides_of
from giaoluu.register.models import Activity, Claim, Judgement, SearchRow
from giaoluu.web import access, words
from giaoluu.web.drawing.places import Spot, Window, names
from giaoluu.web.excerpts import Piece
from giaoluu.web.reasons import reason_words
from giaoluu.web.rule_words import rule_words

register = template.Library()

COUNTRY = 2
"""Letters of the key of a country."""
register.filter("kind", words.kind_label)
register.filter("theme", words.theme_words)
register.filter("country", words.country_name)
register.filter("edtf", words.edtf_words)
register.filter("reason", reason_words)


@register.filter
def under(path: str, there: str) -> bool:
    """Say whether an address is a page of the menu, or lies under it."""
    return path == there or path.startswith(f"{there}/")


@register.filter
def may_change(request: HttpRequest, route: str) -> bool:
    """Say whether who looks at a page may do what stands behind an address: what may not be done is not offered."""
    return access.may_change(request, route)


@register.filter
def may_log_in(request: HttpRequest) -> bool:
    """Say whether a login would let somebody do more: where reading is open and nobody has logged in."""
    return access.is_team() and access.actor_of(request).account is None


@register.filter
def said_as(value: str, name: str) -> str:
    """Return the value of a property in words."""
    return words.value_words(name, value)


@register.filter
def moment(when: datetime) -> SafeString:
    """Return when something was done, the day as dates are written; a script turns it into the reader's own time."""
    told = f"{words.edtf_words(when.date().isoformat())} {when:%H:%M}"
    return format_html('<time datetime="{}" data-moment title="{} UTC">{}</time>', when.isoformat(), told, told)


@register.filter
def coded(code: str, context: str) -> str:
    """Return a code of a closed list in words."""
    return words.label(context, code)


VERDICTS = {
    "accept": _("accepted"),
    "reject": _("rejected"),
    "correct": _("corrected"),
    "propose": _("proposed"),
    "merge": _("said to be one"),
    "never_merge": _("said to be two"),
    "split": _("taken out"),
    "undo": _("taken back"),
}
"""What people decide, in words."""


@register.filter
def verdict(code: str) -> str:
    """Return a decision in words; the code itself where there are none."""
    return str(VERDICTS.get(code, code))


@register.filter
def named_ends(judgement: Judgement) -> list[str]:
    """Return what a decision on rows is about, both ends: people by name, activities by kind and words, promises."""
    one, others = sides_of(judgement)
    label = str if judgement.table == "person" else words.kind_label
    return [": ".join(filter(None, (end.name and label(end.name), end.exact))) for end in (one, *others)]


SORTS = {
    "activity": _("Activity"),
    "person": _("Person"),
    "body": _("Body"),
    "statement": _("Statement"),
    "article": _("Article"),
}
"""What can be found, in words."""


@register.filter
def sort_label(code: str) -> str:
    """Return what a search result is, in words."""
    return str(SORTS.get(code, code)).lower()


@register.filter
def rule(name: str) -> str:
    """Return what a rule goes by, in words; its name where it has none."""
    return rule_words(name) or name


@register.filter
def at(number: int, page: str) -> str:
    """Return the address of an activity, an article, a person or a body; a list asks for hundreds of them."""
    return f"{_until_number(page, get_script_prefix())}{number}"


@lru_cache
def _until_number(page: str, _prefix: str) -> str:
    return reverse(f"web:{page}", args=[0]).removesuffix("0")


@register.filter
def marked(pieces: list[Piece]) -> SafeString:
    """Return an excerpt with the words that were looked for marked."""
    told = ((f"<mark>{escape(piece.text)}</mark>" if piece.is_found else escape(piece.text)) for piece in pieces)
    return mark_safe("".join(told))


@register.filter
def found_at(row: SearchRow) -> str:
    """Return the address of a search result; bodies and statements stand in their article."""
    return at(row.row, row.sort) if row.sort in {"activity", "person"} else at(row.article_id, "article")


FACETS = {
    "sort": _("Sort of result"),
    "kind": _("Kind"),
    "country": _("Country"),
    "year": _("Year"),
    "language": _("Language"),
}
"""What results can be narrowed by, in words."""


@register.filter
def facet_label(name: str) -> str:
    """Return what a filter is about."""
    return str(FACETS[name])


@register.filter
def facet_value(code: str, name: str) -> str:
    """Return a value of a filter in words."""
    spoken = {
        "sort": sort_label,
        "kind": words.kind_label,
        "country": words.country_name,
        "language": words.language_name,
    }
    return spoken[name](code) if name in spoken else code


@register.filter
def mode(activity: Activity) -> str:
    """Return an activity's mode in words, or its kind where it has none."""
    return words.mode_label(activity.kind, activity.mode)


@register.filter
def countries(codes: str) -> str:
    """Return several countries in words."""
    return " – ".join(words.country_name(code) for code in codes.split())


@register.filter
def told_here(rows: Iterable[Activity]) -> dict[int, Activity]:
    """Return activity → an account of it in the language of the page, where the row is another language's."""
    language = get_language() or "en"
    heads = [row.pk for row in rows if row.accounts > 1 and row.article.language != language]
    told = Activity.objects.filter(canonical__in=heads, current=True, rejected=False, article__language=language)
    found: dict[int, Activity] = {}
    for row in told.exclude(title="", parties="").select_related("article").order_by("-main", "pk") if heads else ():
        found.setdefault(row.canonical_id or row.pk, row)
    return found


@register.filter
def places_called(rows: Iterable[Activity]) -> dict[int, str]:
    """Return activity → its place as the language of the page calls it, where another language's article tells it."""
    shown = {row.pk: row.place for row in rows if row.place}
    language, asked = get_language() or "en", ("activity_id", "place__name", "place__key", "place__article__language")
    told = Activity.places.through.objects.filter(activity__in=shown).values_list(*asked)
    found = ((pk, key) for pk, name, key, spoken in told if key and name == shown[pk] and spoken != language)
    calls = ((pk, words.country_name(key) if len(key) == COUNTRY else names(language).get(key)) for pk, key in found)
    return {pk: name for pk, name in calls if name}


@register.filter
def heading(activity: Activity) -> str:
    """Return what an activity is called: its own title, or its parties, or its kind."""
    return activity.title or activity.parties or words.mode_label(activity.kind, activity.mode)


@register.filter
def where(claim: Claim) -> str:
    """Return the address of a claim's words in its article."""
    return f"{at(claim.article_id, 'article')}?claim={claim.pk}#c{claim.pk}"


@register.filter
def told(claims: tuple[Claim, ...]) -> str:
    """Return what the claims over a piece of text say, one a line, for its note; clauses only where nothing else."""
    narrow = [claim for claim in claims if claim.property != "account"] or claims
    lines = (f"{words.label('property', claim.property)}: {short(claim)} ({claim.rule})" for claim in narrow)
    return "\n".join(dict.fromkeys(lines))


def short(claim: Claim) -> str:
    """Return a claim's value, cut where it is long; a party is called as it is there."""
    held = words.value_words(claim.property, claim.value)
    value = claim.exact if claim.property in {"participant", "gift", "photo"} else held
    return value if len(value) <= 60 else f"{value[:59]}…"


@register.filter
def item(values: dict[str, object], key: str) -> object:
    """Return what a table holds under a name, or nothing."""
    return values.get(key)


@register.filter
def share(part: float) -> str:
    """Return a share in per cent.

    >>> share(0.256)
    '26 %'
    """
    return f"{part:.0%}".replace("%", " %")


@register.filter
def unlocalized(number: float) -> str:
    """Return a number as HTML takes it, with a point whatever the language."""
    return f"{number:.3f}"


@register.filter
def radius(spot: Spot, window: Window) -> str:
    """Return the radius of a spot in a part of the world."""
    return unlocalized(window.radius(spot.count))


@register.filter
def language(code: str) -> str:
    """Return a language in words."""
    return words.language_name(code)
