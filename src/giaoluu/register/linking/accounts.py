"""One activity in many accounts: the pages that may tell one are linked, and lists show one row for each."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from giaoluu.coverage.accounts import told_with
from giaoluu.model.activities import ActivityMention
from giaoluu.model.codec import to_builtins
from giaoluu.model.links import AccountKey, Links, PartyKey, Tie
from giaoluu.model.links import Activity as Told
from giaoluu.pipeline import Names
from giaoluu.pipeline import link as link_readings
from giaoluu.register.heads import head_of, write_groups
from giaoluu.register.linking.lending import lend
from giaoluu.register.linking.neighbours import neighbours, with_their_groups
from giaoluu.register.linking.pages import Page, in_parts, pages_of
from giaoluu.register.linking.people import regroup_people, sighting_id, sighting_of
from giaoluu.register.linking.questions import forget_questions, keep_question
from giaoluu.register.linking.rulings import account_rulings
from giaoluu.register.linking.told_apart import Apart, sheets_of
from giaoluu.register.models import Activity, Person, Question, SamePerson, SharedActivity

Rows = dict[AccountKey, Activity]
Holders = dict[AccountKey, AccountKey]


class Group(NamedTuple):
    """Rows that tell one activity, and what linking says of it."""

    told: Told
    rows: list[Activity]


def settle_accounts(pages: Sequence[Page], *, whole: bool = False) -> Links:
    """Link the accounts of some pages with those of pages that may tell the same, and write what is one.

    `whole` says that the pages are all there are.
    """
    new = {page.article.pk for page in pages}
    if not whole:
        near = {number for page in pages for number in neighbours(page.article)} - new
        pages = [*pages, *pages_of(with_their_groups(near | new) - new)]
    return regroup_accounts(pages, new)


def regroup_accounts(pages: Sequence[Page], new: set[int]) -> Links:
    """Write anew which accounts of some articles tell one activity, as these pages together show it."""
    rows, holders = _rows(pages), _holders(pages)
    links = _links(pages, rows, holders)
    apart = sheets_of(rows.values())
    groups = [group for one in links.activities for group in _groups(one, rows, holders, apart)]
    touched = [group for group in groups if any(row.article_id in new for row in group.rows)]
    heads = write_groups(Activity, (group.rows for group in touched))
    words = _words(pages, rows)
    for group in touched:
        _share(group, heads)
        if group.rows:
            lend(group.rows, heads[group.rows[0].pk], words)
    _join_people(links, apart)
    _ask([*links.reviews, *apart.asked(links)], rows, new)
    return links


def links_of(pages: Sequence[Page]) -> Links:
    """Return what these pages together show, as people judged it; nothing is written."""
    return _links(pages, _rows(pages), _holders(pages))


def _links(pages: Sequence[Page], rows: Rows, holders: Holders) -> Links:
    return link_readings((page.reading for page in pages), names_of(pages), judged=account_rulings(rows, holders))


def _groups(one: Told, rows: Rows, holders: Holders, apart: Apart) -> Iterator[Group]:
    """Yield the rows that tell one activity, and with them those that tell its opening, its closing."""
    for keys in apart.divided(one):
        yield Group(one, [rows[key] for key in keys if key in rows])
    accounts = set(one.accounts)
    openings: dict[tuple[str, str], list[Activity]] = {}
    for opening, holder in holders.items():
        if holder in accounts and opening in rows:
            openings.setdefault((rows[opening].kind, rows[opening].mode), []).append(rows[opening])
    for same in openings.values():
        yield Group(one, [row for place, row in enumerate(same) if row.article_id not in _articles(same[:place])])


def _articles(rows: Sequence[Activity]) -> set[int]:
    return {row.article_id for row in rows}


def _holders(pages: Sequence[Page]) -> Holders:
    """Return opening → the account that it is told with."""
    found: Holders = {}
    for page in pages:
        for activity, holder in told_with(page.reading).items():
            found[AccountKey(page.reading.id, activity)] = AccountKey(page.reading.id, holder)
    return found


def _rows(pages: Sequence[Page]) -> Rows:
    """Return account → row of the activities of some pages that lists show."""
    found: Rows = {}
    for some in in_parts(sorted(page.article.pk for page in pages)):
        for row in Activity.objects.filter(current=True, article__in=some).select_related("article"):
            found[AccountKey(str(row.article_id), row.local)] = row
    return found


def _words(pages: Sequence[Page], rows: Rows) -> dict[int, ActivityMention]:
    """Return what a page says of an activity, by the number of its row."""
    every = ((page.reading.id, word) for page in pages for word in page.reading.activities)
    told = ((rows.get(AccountKey(reading, word.id)), word) for reading, word in every)
    return {row.pk: word for row, word in told if row is not None}


def names_of(pages: Sequence[Page]) -> Names:
    """Return who is whom in some pages as the register holds it."""
    entities: dict[str, str] = {}
    for some in in_parts(sorted(page.article.pk for page in pages)):
        for row in Person.objects.filter(current=True, article__in=some):
            entities[sighting_id(row)] = str(head_of(row))
    return Names(entities)


def _share(group: Group, heads: dict[int, int]) -> None:
    """Keep what several accounts of one activity amount to at the row that stands for them."""
    if not group.rows:
        return
    numbers, head = [row.pk for row in group.rows], heads[group.rows[0].pk]
    SharedActivity.objects.filter(head__in=numbers).delete()
    Activity.objects.filter(pk__in=numbers).update(accounts=1, witnesses=1)
    everyone = Activity.objects.filter(canonical=head, current=True).count() + 1
    if everyone > 1:
        witnesses = min(everyone, max(1, len(group.told.witnesses)))
        Activity.objects.filter(pk=head).update(accounts=everyone, witnesses=witnesses)
        SharedActivity.objects.update_or_create(head_id=head, defaults={"content": to_builtins(group.told)})


def _join_people(links: Links, apart: Apart) -> None:
    """Make one who took part in one activity under one name or post."""
    made: list[Person] = []
    for same in links.people:
        if apart.are_rows_of_one(same.left.reading, same.right.reading):
            continue
        left, right = _person(same.left), _person(same.right)
        if left is None or right is None or head_of(left) == head_of(right):
            continue
        first, second = sorted((left, right), key=lambda row: row.pk)
        SamePerson.objects.get_or_create(left=first, right=second, defaults={"reason": same.reason})
        made += [first, second]
    if made:
        rows = {sighting_id(row): row for row in made}
        regroup_people(rows, {id: sighting_of(row) for id, row in rows.items()})


def _person(key: PartyKey) -> Person | None:
    """Return the row of a party that is a person, or None."""
    found = Person.objects.filter(current=True, article=int(key.reading), local=key.party)
    return found.select_related("article").first()


def _ask(reviews: Iterable[Tie], rows: Rows, new: set[int]) -> None:
    """Keep the questions about accounts that some articles raise."""
    touched = {head_of(row) for row in rows.values() if row.article_id in new}
    forget_questions(Question.Sort.ACTIVITY, touched)
    for tie in reviews:
        if tie.left not in rows or tie.right not in rows:
            continue
        left, right = sorted(head_of(rows[key]) for key in (tie.left, tie.right))
        if left != right and {left, right} & touched:
            keep_question(Question.Sort.ACTIVITY, left, right, score=tie.score, reason=tie.reason)
