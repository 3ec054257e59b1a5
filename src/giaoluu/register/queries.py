"""What lists show: activities and people by filters."""

from dataclasses import dataclass
from functools import reduce

from django.db.models import F, Q, QuerySet

from giaoluu.model.edtf import Edtf
from giaoluu.register.folding import fold
from giaoluu.register.models import Activity, Article, Commitment, Person, Quotation
from giaoluu.register.models.pages import NO_DAY
from giaoluu.register.searching import LISTED, matching, numbers


@dataclass(frozen=True, slots=True)
class ActivityFilter:
    """What activities are wanted; an empty field asks for nothing.

    `since` and `until` are dates (EDTF) that may be as coarse as a year; an activity counts when it
    may have been then, one without any date never does. `main` False asks for what is told in passing.
    """

    text: str = ""
    kind: str = ""
    country: str = ""
    since: str = ""
    until: str = ""
    status: str = ""
    main: bool | None = None


@dataclass(frozen=True, slots=True)
class PersonFilter:
    """What people are wanted; an empty field asks for nothing."""

    text: str = ""
    country: str = ""
    background: bool = False


@dataclass(frozen=True, slots=True)
class StatementFilter:
    """What statements are wanted; an empty field asks for nothing.

    `country` is a side that speaks; `since` and `until` are dates (EDTF) that may be as coarse as a year, between
    which it was printed.
    """

    text: str = ""
    act: str = ""
    country: str = ""
    since: str = ""
    until: str = ""
    article: int | None = None


def activities(wanted: ActivityFilter | None = None) -> QuerySet[Activity]:
    """Return the activities of current articles that a filter lets through, the newest first, each once.

    Raises EdtfError for a `since` or `until` that is not a date.
    """
    wanted = wanted or ActivityFilter()
    exact = {"kind": wanted.kind, "status": wanted.status}
    found = Activity.objects.filter(
        current=True, canonical=None, **{field: value for field, value in exact.items() if value}
    )
    if wanted.country:
        found = found.filter(_has("countries", wanted.country))
    if wanted.main is not None:
        found = found.filter(main=wanted.main)
    if wanted.since and (first := Edtf(wanted.since).earliest):
        found = found.filter(latest__gte=first)
    if wanted.until and (last := Edtf(wanted.until).latest):
        found = found.filter(earliest__lte=last)
    if wanted.text.strip():
        found = found.filter(pk__in=matching(wanted.text, "activity"))
    return found.select_related("article").order_by("-sorted_by", "-id")


def _has(column: str, country: str) -> Q:
    """Return that a country is among those of a column: such columns stand in the indexes that lists are read from."""
    code = country.upper()
    alone, first = Q((column, code)), Q((f"{column}__startswith", f"{code} "))
    whole = alone | first | Q((f"{column}__endswith", f" {code}")) | Q((f"{column}__contains", f" {code} "))
    return Q((f"{column}__contains", code)) & whole  # most rows are passed over by one question instead of four


def people(wanted: PersonFilter | None = None) -> QuerySet[Person]:
    """Return the people of current articles that a filter lets through, by name, each once."""
    wanted = wanted or PersonFilter()
    found = Person.objects.filter(current=True, background=wanted.background)
    if wanted.country:
        found = found.filter(country=wanted.country.upper())
    if wanted.text.strip():
        named = found.filter(pk__in=matching(wanted.text, "person")).values_list("pk", "canonical")
        heads = {head for number, other in named for head in (number, other) if head}
        found = Person.objects.filter(pk__in=numbers(heads), current=True)
    return found.filter(canonical=None).select_related("article").order_by("name", "id")


def articles(text: str = "") -> QuerySet[Article]:
    """Return the current articles whose title, outlet or people hold the words, the newest first."""
    found = Article.objects.order_by()
    if words := fold(text).split():
        found = reduce(lambda rows, word: rows.filter(folded__contains=word), words, found)
        # Read as the rows lie, few are found in a third of the time that the order of the list takes.
        few = [*found.values_list("pk", flat=True)[: LISTED + 1]]
        found = Article.objects.filter(pk__in=numbers(few)) if len(few) <= LISTED else found
    return found.filter(current=True).order_by("-sorted_by", "-id")


def quotations(wanted: StatementFilter | None = None) -> QuerySet[Quotation]:
    """Return what current articles report as said and a filter lets through, the newest first.

    Raises EdtfError for a `since` or `until` that is not a date.
    """
    wanted = wanted or StatementFilter()
    found = Quotation.objects.filter(current=True)
    if wanted.text.strip():
        found = found.filter(pk__in=matching(wanted.text, "statement"))
    if wanted.act:
        found = found.filter(act=wanted.act)
    if wanted.country:
        found = found.filter(_has("sides", wanted.country))
    if wanted.since and (first := Edtf(wanted.since).earliest):
        found = found.filter(sorted_by__gte=first)
    if wanted.until and (last := Edtf(wanted.until).latest):
        found = found.filter(sorted_by__gt=NO_DAY, sorted_by__lte=last)
    if wanted.article is not None:
        found = found.filter(article=wanted.article)
    return found.select_related("article", "activity").order_by("-sorted_by", "-id")


def commitments(*, strength: str = "", standing: str = "", side: str = "", vague: bool = True) -> QuerySet[Commitment]:
    """Return the undertakings of current articles, the newest first, each once; wishes (w1) only where asked for.

    `vague` False leaves out what nobody could ever check; `standing` and `side` (a country) ask for those alone.
    """
    found = Commitment.objects.filter(current=True, canonical=None)
    found = found.filter(strength=strength) if strength else found.filter(proposal=False)
    if standing:
        found = found.filter(standing=standing)
    elif not vague:
        found = found.exclude(specificity="s0")
    if side:
        found = found.filter(Q(sides__contains=side.upper()) | Q(person__country=side.upper()))
    return found.select_related("article", "activity").order_by("-sorted_by", "-id")


def accounts_of(activity: Activity) -> QuerySet[Activity]:
    """Return all current accounts of an activity, the one that lists show first."""
    head = activity.canonical_id or activity.pk
    told = Activity.objects.filter(Q(pk=head) | Q(canonical=head), current=True)
    return told.select_related("article__capture").order_by(F("canonical").asc(nulls_first=True), "pk")


def same_person(person: Person) -> QuerySet[Person]:
    """Return all rows of current articles that stand for a person, the given one among them."""
    head = person.canonical_id or person.pk
    return Person.objects.filter(Q(pk=head) | Q(canonical=head), current=True).select_related("article")
