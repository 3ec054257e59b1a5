"""One person in many articles: each row is filed under the keys of its names and compared with what shares one."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from giaoluu.identities.judgements import Merge, Ruling
from giaoluu.identities.keys import keys
from giaoluu.identities.parts import asked_of, filed_under
from giaoluu.identities.resolver import Resolver
from giaoluu.identities.sightings import Proposal, Sighting, sightings_of
from giaoluu.identities.verdicts import Context, PostHeld
from giaoluu.model.edtf import Edtf
from giaoluu.register.heads import head_of, write_groups
from giaoluu.register.linking.pages import Page, in_parts
from giaoluu.register.linking.questions import forget_questions, keep_question
from giaoluu.register.linking.rulings import people_rulings
from giaoluu.register.models import NameKey, Person, Question, SamePerson

MOST_SEEN = 300
"""Rows of one known person that a new one is compared with, the newest first: more change nothing but the time."""

MOST_QUESTIONS = 5
"""Questions that are kept about one person, the likeliest first."""

WORTH_ASKING = 0.6
"""Least score of a question about people."""

BY_PROGRAM = "0000"
"""When the program itself found two rows to be one: before anything that people said, so that they overrule it."""

Rows = dict[str, Person]
"""Sighting → row."""


def settle_people(pages: Sequence[Page]) -> None:
    """Compare the people of some pages with all who share a name with them, and write who is one."""
    rows, seen = _filed(pages)
    if rows:
        regroup_people(rows, seen)


def forget_people() -> None:
    """Forget who was one because of what several accounts tell: it is found again."""
    SamePerson.objects.all().delete()


def regroup_people(rows: Rows, seen: dict[str, Sighting]) -> None:
    """Write anew who is one among some rows, those that share a name with them, and theirs."""
    around_rows, around = dict(rows), dict(seen)
    wanted = {key for one in seen.values() for key in asked_of(one)}
    for _ in range(2):  # what shares a name with these, and what shares one with that: a third may separate two
        wanted |= {key for one in around.values() for key in keys(one.names[0])}
        for row in rows_sharing(wanted):
            around_rows.setdefault(sighting_id(row), row)
            around.setdefault(sighting_id(row), sighting_of(row))
    resolver = Resolver(around.values(), _rulings(around_rows))
    groups = [[around_rows[id] for id in entity.sightings] for entity in resolver.entities()]
    near = [
        group
        for group in groups
        if any(sighting_id(row) in rows or row.canonical_id for row in group) or len(group) > 1
    ]
    write_groups(Person, near)
    _ask(resolver.proposals(), around_rows, set(rows))


def rows_sharing(wanted: Iterable[str]) -> Iterator[Person]:
    """Yield the current rows of every person of whom some row is filed under one of the keys."""
    found: set[int] = set()
    for some in in_parts(sorted(wanted)):
        named = Person.objects.filter(current=True, name_keys__key__in=some)
        found |= {canonical or number for number, canonical in named.values_list("pk", "canonical")}
    yield from rows_of(found)


def rows_of(heads: Iterable[int]) -> Iterator[Person]:
    """Yield the current rows that some heads stand for, themselves among them, of each the newest."""
    counts: dict[int, int] = {}
    for some in in_parts(sorted(set(heads))):
        known = Person.objects.filter(current=True).select_related("article")
        for row in (*known.filter(pk__in=some), *known.filter(canonical__in=some).order_by("-pk")):
            counts[head_of(row)] = counts.get(head_of(row), 0) + 1
            if row.context and counts[head_of(row)] <= MOST_SEEN:
                yield row


def sighting_of(row: Person) -> Sighting:
    """Return a row as what names are compared by."""
    told: dict[str, Any] = row.context
    posts = tuple(PostHeld(*post) for post in told.get("posts", ()))
    date = Edtf(told["date"]) if told.get("date") else None
    context = Context(told.get("country"), posts, frozenset(told.get("bodies", ())), date)
    return Sighting(sighting_id(row), tuple(row.forms) or (row.name,), context)


def _filed(pages: Sequence[Page]) -> tuple[Rows, dict[str, Sighting]]:
    """File the people of some pages under the keys of their names; return their rows and sightings."""
    wanted = {page.article.pk: page for page in pages}
    rows: Rows = {}
    seen: dict[str, Sighting] = {}
    for some in in_parts(sorted(wanted)):
        named = Person.objects.filter(current=True, article__in=some).select_related("article")
        rows |= {sighting_id(row): row for row in named}
    filed: list[NameKey] = []
    for page in pages:
        for one in sightings_of(page.reading):
            row = rows.get(one.id)
            if row is None or not one.names:
                continue
            seen[one.id] = one
            row.context = _plain(one.context)
            under = {*filed_under(one), *(key for name in one.names for key in keys(name))}
            filed += [NameKey(person=row, key=key[:80]) for key in sorted(under)]
    rows = {id: row for id, row in rows.items() if id in seen}
    Person.objects.bulk_update(rows.values(), ["context"], batch_size=300)
    for some in in_parts([row.pk for row in rows.values()]):
        NameKey.objects.filter(person__in=some).delete()
    NameKey.objects.bulk_create(filed, batch_size=2000)
    return rows, seen


def _plain(context: Context) -> dict[str, Any]:
    """Return a context as JSON holds it."""
    posts = [[post.kind, post.body, post.country, post.words] for post in context.posts]
    plain = {"country": context.country, "posts": posts, "bodies": sorted(context.bodies)}
    return {**plain, "date": context.date.text if context.date else None}


def _rulings(rows: Rows) -> Iterator[Ruling]:
    """Yield what people said of these rows, and what accounts of one activity show."""
    yield from people_rulings(rows)
    for some in in_parts([row.pk for row in rows.values()]):
        for tie in SamePerson.objects.filter(left__in=some).select_related("left", "right"):
            if tie.left.current and tie.right.current:
                yield Merge(
                    BY_PROGRAM, f"p{tie.pk}", why=tie.reason, left=sighting_id(tie.left), right=sighting_id(tie.right)
                )


def _ask(proposals: Iterable[Proposal], rows: Rows, new: set[str]) -> None:
    """Keep the questions about people that new rows raise."""
    touched = {head_of(row) for id, row in rows.items() if id in new}
    forget_questions(Question.Sort.PERSON, touched)
    counts: dict[int, int] = {}
    for one in proposals:
        left, right = sorted(head_of(rows[id]) for id in (one.left, one.right))
        if left == right or one.verdict.score < WORTH_ASKING or not {left, right} & touched:
            continue
        for head in (left, right):
            counts[head] = counts.get(head, 0) + 1
        if max(counts[left], counts[right]) <= MOST_QUESTIONS:
            keep_question(Question.Sort.PERSON, left, right, score=one.verdict.score, reason=one.verdict.reason)


def sighting_id(row: Person) -> str:
    """Return the id of a row's sighting."""
    return f"{row.article_id}/{row.local}"
