"""Rows of lists: activities, people, statements and what waits for review, flat, for tables and programs."""

from typing import Any

from giaoluu.register.judging import Adrift
from giaoluu.register.models import Activity, Claim, Person, Quotation
from giaoluu.register.models.pages import NO_DAY


def activity_row(activity: Activity) -> dict[str, Any]:
    """Return one activity as a flat row; `number` is what `giaoluu show` takes. Unknown is empty."""
    return {
        "number": activity.pk,
        "date": activity.date,
        "kind": activity.kind,
        "mode": activity.mode,
        "status": activity.status,
        "main": activity.main,
        "place": activity.place,
        "countries": activity.countries,
        "parties": activity.parties,
        "article": activity.article.ident,
        "title": activity.article.title,
    }


def person_row(person: Person) -> dict[str, Any]:
    """Return one person as a flat row, with the page that speaks of them."""
    return {
        "number": person.pk,
        "name": person.name,
        "country": person.country,
        "post": person.post,
        "forms": person.forms,
        "article": person.article.ident,
        "title": person.article.title,
    }


def statement_row(quotation: Quotation) -> dict[str, Any]:
    """Return one statement as a flat row: who said what, in the words of the page."""
    return {
        "number": quotation.pk,
        "date": "" if quotation.sorted_by == NO_DAY else quotation.sorted_by.isoformat(),
        "act": quotation.act,
        "speaker": quotation.speaker,
        "sides": quotation.sides,
        "text": quotation.text,
        "article": quotation.article.ident,
        "title": quotation.article.title,
    }


def waiting_row(claim: Claim) -> dict[str, Any]:
    """Return one claim that waits for a person; the higher its weight, the sooner."""
    return {
        "number": claim.pk,
        "field": claim.property,
        "value": claim.value,
        "words": claim.exact,
        "start": claim.start,
        "end": claim.end,
        "inferred": claim.inferred,
        "weight": claim.weight,
        "article": claim.article.ident,
        "title": claim.article.title,
    }


def adrift_row(one: Adrift) -> dict[str, Any]:
    """Return one decision that found no certain place; `proposed` is the claim that it may have meant."""
    made = one.judgement
    return {
        "number": made.pk,
        "state": one.state,
        "reason": one.reason,
        "field": made.property,
        "verdict": made.verdict,
        "value": made.value,
        "correction": made.correction,
        "words": made.exact,
        "who": made.who,
        "when": made.when.isoformat(timespec="seconds"),
        "why": made.why,
        "article": one.article.ident,
        "proposed": one.claim.pk if one.claim else None,
    }
