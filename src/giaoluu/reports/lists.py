"""Rows of lists: activities and people of the register, flat, for tables and programs."""

from typing import Any

from giaoluu.register.models import Activity, Person


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
