"""What people say of rows: these two are one, these are two, this one goes out; and taking it back.

Each is a judgement that names its rows by content, so that it outlives new readings; linking starts from all of them::

    from giaoluu import register

    made = register.merge(one, other, who="An", why="the same post in the same week")
    register.take_back(made, who="An")
"""

from collections.abc import Sequence

from django.db import transaction

from giaoluu.model.errors import RegisterError
from giaoluu.register.deciders import decider
from giaoluu.register.heads import head_of
from giaoluu.register.linking.accounts import regroup_accounts
from giaoluu.register.linking.neighbours import with_their_groups
from giaoluu.register.linking.pages import pages_of
from giaoluu.register.linking.people import regroup_people, rows_of, sighting_id, sighting_of
from giaoluu.register.linking.rulings import ON_ROWS, known_by, rows_named, sides_of, written
from giaoluu.register.models import Activity, Judgement, Person, Question

Row = Person | Activity
TABLES: dict[str, type[Person] | type[Activity]] = {"person": Person, "activity": Activity}


def merge(one: Row, other: Row, *, who: str, why: str = "") -> Judgement:
    """Say that two rows are one person or one activity. Two accounts of one article never are: RegisterError."""
    if isinstance(one, Activity) and one.article_id == other.article_id:
        raise RegisterError("one article tells these two apart; correct what it says instead")
    return _say("merge", one, [other], who=who, why=why)


def keep_apart(one: Row, other: Row, *, who: str, why: str = "") -> Judgement:
    """Say that two rows are two, whatever is read later."""
    return _say("never_merge", one, [other], who=who, why=why)


def split(row: Row, *, who: str, why: str = "") -> Judgement:
    """Say that a row is not one with those that it stands with now. RegisterError where it stands alone."""
    rest = [other for other in members(row) if other.pk != row.pk]
    if not rest:
        raise RegisterError(f"{row} stands alone: there is nothing to split it from")
    return _say("split", row, rest, who=who, why=why)


def take_back(judgement: Judgement, *, who: str, why: str = "") -> Judgement:
    """Take back what was said of rows; what held before holds again."""
    if judgement.verdict not in ON_ROWS:
        raise RegisterError(f"judgement {judgement.pk} is not on two rows")
    name = decider(who)
    if Judgement.objects.filter(undoes=judgement).exists():
        raise RegisterError(f"judgement {judgement.pk} was taken back already")
    with transaction.atomic():
        made = Judgement.objects.create(
            verdict="undo", table=judgement.table, undoes=judgement, who=name, why=why.strip()
        )
        one, others = sides_of(judgement)
        _regroup(judgement.table, rows_named(judgement.table, (one, *others)))
    return made


def members(row: Row) -> list[Row]:
    """Return the current rows that stand together with a row, itself among them."""
    if isinstance(row, Person):
        return sorted(rows_of([head_of(row)]), key=lambda one: one.pk)
    head = head_of(row)
    together = Activity.objects.filter(current=True, canonical=head) | Activity.objects.filter(current=True, pk=head)
    return list(together.select_related("article").order_by("pk"))


def _say(verdict: str, one: Row, others: Sequence[Row], *, who: str, why: str) -> Judgement:
    """Keep a judgement on rows and put it into effect."""
    name = decider(who)
    table = "person" if isinstance(one, Person) else "activity"
    if any(type(other) is not type(one) for other in others):
        raise RegisterError("a person and an activity cannot be one")
    if any(other.pk == one.pk for other in others):
        raise RegisterError(f"{one} is one with itself")
    known = known_by(one)
    with transaction.atomic():
        made = Judgement.objects.create(
            verdict=verdict,
            table=table,
            row=one.pk,
            other=others[0].pk,
            page=known.page,
            about=known.name,
            exact=known.exact,
            value=written(tuple(known_by(other) for other in others)),
            who=name,
            why=why.strip(),
        )
        _regroup(table, [one, *others])
        for side in ("left", "right"):
            heads = {head_of(row) for row in (one, *others)}
            gone = Question.objects.filter(sort=table, **{f"{side}__in": [row.pk for row in (one, *others)]})
            gone.exclude(**{f"{side}__in": heads}).delete()
    return made


def _regroup(table: str, rows: Sequence[Row]) -> None:
    """Write anew what stands together around some rows."""
    if table == "person":
        people = list(rows_of({head_of(row) for row in rows if isinstance(row, Person)}))
        by_id = {sighting_id(row): row for row in people}
        regroup_people(by_id, {id: sighting_of(row) for id, row in by_id.items()})
        return
    numbers = with_their_groups({row.article_id for row in rows if isinstance(row, Activity)})
    regroup_accounts(list(pages_of(numbers)), numbers)
