"""Who is meant by a pronoun, a bare post or a short name: the article's people in the order of their salience."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from giaoluu.langs.tape import Tape
from giaoluu.mentions.name_key import name_key
from giaoluu.mentions.registry import ONLY_ONE, People, PersonRecord
from giaoluu.mentions.values import PostValue
from giaoluu.model.mentions import Sentence
from giaoluu.model.spans import Span

OPENING = 120
"""Signs of a sentence in which words before its subject end."""

FIELD = 2
"""Words at the end of a ministry's name that tell its field."""

SOMEBODY = "somebody"
"""Kind of the words of a pack for anybody with a post ("the Norwegian guest", "the diplomat")."""


def _unknown(_: PersonRecord) -> str | None:
    """Know nobody's country."""
    return None


class Salience:
    """Remembers who was spoken of last; the first person of a sentence is its subject and counts most."""

    def __init__(
        self,
        people: People,
        endings: Sequence[str] = (),
        *,
        near: bool = False,
        received: tuple[tuple[str, ...], tuple[str, ...]] = ((), ()),
        side: Callable[[PersonRecord], str | None] = _unknown,
    ) -> None:
        """Start with nobody in mind; `near`: pronouns mean the subject of their own sentence first.

        `endings` are those that a post takes where it is known which (ministern). `side` tells somebody's country.
        `received` are last words of those for hosts and for guests: hosts are named first, guests are not.
        """
        self.people, self.endings, self.near, self.side = people, endings, near, side
        self.hosts, self.guests = (tuple(f" {word}" for word in words) or ("\0",) for words in received)
        self.subjects: dict[str, PersonRecord] = {}
        self.current: dict[str, PersonRecord] = {}
        self.asked: dict[tuple[str, str | None], Mapping[str, PersonRecord]] = {}
        """Words of a post and its country → who holds it, as long as nobody is given another post."""
        self.posts = 0
        self.ends = 0
        """Where the sentence that is read ends."""
        self.opened = 0
        """Where the words before the subject of that sentence end."""
        self.aside: dict[str, PersonRecord] = {}
        """Who is named in those words: nobody whom the next sentences go on with."""
        self.others: set[tuple[str, str]] = set()
        """Ids of people and posts without a country that are somebody else's, whom nobody names."""

    def next_sentence(self, sentence: Sentence, opened: int = 0) -> None:
        """Close the sentence before; its subject is now the likeliest to be meant.

        Words that end at `opened` stand before the subject of the new one.
        """
        self.ends, self.opened = sentence.end, opened
        if self.aside and self.current:
            self.subjects = {id: one for id, one in self.aside.items() if id not in self.subjects} | self.subjects
        elif self.aside:
            self.current = self.aside
        self.aside = {}
        first, *others = self.current.values() if self.current else (None,)
        for record in (*reversed(others), *((first,) if first else ())):
            self.subjects.pop(record.id, None)
            self.subjects[record.id] = record
        self.current = {}

    def named(self, full: str, start: int = 0) -> str:
        """Return the id of a person who is named, at a position."""
        if self.opened and start >= self.opened:
            self.aside, self.current, self.opened = self.current, {}, 0
        return self._seen(self.people.by_name[name_key(full)])

    def post(self, value: PostValue, span: Span) -> str | None:
        """Return the id of the person whom a bare post means, or None where nobody, or more than one, holds it."""
        if value.kind == SOMEBODY:
            return self._somebody(value, span)
        if (called := self._by_surname(value, span)) is not None:
            return self.holder(called, span)
        holders = self._holders(_without_country(value, span), value) or self._of_its_country(value, span)
        holders = holders or self._in_other_words(value, span)
        if not holders and value.country and value.kind in ONLY_ONE:
            holders = {record.id: record for record in self.people.records if self._is_of(record, value)}
        if not holders and not value.country and value.kind in ONLY_ONE:
            alike = [one for one in self.people.records if any(post.kind == value.kind for post in one.post_values)]
            holders = {one.id: one for one in alike} if len(alike) == 1 else {}
        if not value.country:
            holders = {id: one for id, one in holders.items() if not self._is_anothers(one, span)}
        if value.country and len(holders) > 1:
            own = {id: one for id, one in holders.items() if self.side(one) in {None, value.country}}
            holders = own or holders
        likeliest = chain(self.current, reversed(self.subjects)) if len(holders) > 1 else holders
        recent = next((id for id in likeliest if id in holders), None)
        if recent is None and self.endings and not value.country:
            recent = next(iter(holders), None)
        if recent is None:
            return None
        return self.holder(holders[recent], span)

    def _by_surname(self, value: PostValue, span: Span) -> PersonRecord | None:
        """Return whom a surname right before a post means, where one person of the article with it has such a post.

        So it is in a script without spaces, where no name is set apart from a post.
        """
        text, start = self.people.article.text, span.start
        for size in (2, 1):
            surname = text[max(0, start - size) : start]
            alike = [one for one in self.people.records if surname and _name(one).startswith(surname)]
            holders = [one for one in alike if any(_is_short_for(span.exact, post.words) for post in one.post_values)]
            if len(holders or alike) == 1 and value.country in {None, self.side((holders or alike)[0])}:
                return (holders or alike)[0]
        return None

    def _is_anothers(self, record: PersonRecord, span: Span) -> bool:
        """Say whether a bare post is not that of somebody, whom its first sentence names with country behind it.

        So it is in "The minister spoke to Norway's minister Berg", and in what the same article says of "the minister".
        """
        key = (record.id, name_key(span.exact))
        if any(span.end < named.start < self.ends and _has_country(record, named) for named in record.mentions):
            self.others.add(key)
        return key in self.others

    def holder(self, record: PersonRecord, span: Span) -> str:
        """Return the id of somebody whom a bare post means, and enter the mention."""
        record.mentions.append(span)
        return self._seen(record)

    def _holders(self, words: str, value: PostValue) -> Mapping[str, PersonRecord]:
        """Return the people who hold a post named by these words: those of its country, or with just these words."""
        if self.posts != self.people.posts:
            self.asked, self.posts = {}, self.people.posts
        holders = self.asked.get((words, value.country))
        if holders is None:
            small, key = words.lower(), name_key(words)
            forms = {name_key(form) for form in (small, *(small.removesuffix(ending) for ending in self.endings))}
            every = {record.id: record for record in self.people.records if _holds(record, value, forms)}
            exact = {id: record for id, record in every.items() if key in record.posts}
            country = value.country
            own = {
                id: one
                for id, one in every.items()
                if country and country in {post.country for post in one.post_values}
            }
            holders = self.asked[words, country] = own or exact or every
        return holders

    def _of_its_country(self, value: PostValue, span: Span) -> Mapping[str, PersonRecord]:
        """Return the people of a country who hold the post that is named with that country behind it."""
        if value.country is None or value.country_at is None or value.country_at[1] != span.end:
            return {}
        head = span.exact[: value.country_at[0] - span.start].rstrip()
        holders = self._holders(head, value) if head else {}
        return {id: record for id, record in holders.items() if self.side(record) == value.country}

    def _in_other_words(self, value: PostValue, span: Span) -> Mapping[str, PersonRecord]:
        """Return who of a post's country holds one of its kind that begins alike and is of the same field, if one does.

        So "Minister of the Ministry of Defence" is who was named as Minister of Defence.
        """
        if value.country is None or value.body_at is None or value.body_at[0] <= span.start:
            return {}
        head = span.exact[: value.body_at[0] - span.start].strip().lower()
        end = value.country_at[0] if value.country_at and value.country_at[0] > value.body_at[0] else value.body_at[1]
        field = " ".join(span.exact[value.body_at[0] - span.start : end - span.start].lower().split()[-FIELD:])
        alike = {
            record.id: record
            for record in self.people.records
            if self.side(record) in {None, value.country}
            and any(
                post.kind == value.kind and post.country in {None, value.country} and title.startswith(head + " ")
                for post, title in _titles(record)
                if field and field in title
            )
        }
        return alike if len(alike) == 1 else {}

    def _is_of(self, record: PersonRecord, value: PostValue) -> bool:
        """Say whether somebody holds the post of which each country has one, in other words."""
        return any(post.kind == value.kind for post in record.post_values) and self.side(record) == value.country

    def _somebody(self, value: PostValue, span: Span) -> str | None:
        """Return the id of whom words for anybody mean ("the Norwegian guest"): the last subject of that country.

        Where none is, it is the only one whose country nothing tells yet.
        """
        word, host = f" {span.exact.lower()}", next(iter(self.people.records), None)
        if host is not None and host.id in self.subjects and word.endswith(self.hosts):
            return self.holder(host, span)
        for record in reversed(self.subjects.values()):
            if record is host and word.endswith(self.guests):
                continue
            if record.id not in self.current and value.country in {None, self.side(record)}:
                return self.holder(record, span)
        others = [record for record in self.subjects.values() if self.side(record) is None]
        if value.country and len(others) == 1 and others[0].id not in self.current:
            return self.holder(others[0], span)
        return None

    def pronoun(self, gender: str | None, span: Span) -> str | None:
        """Return the id of the person whom a pronoun means: the last subject of that gender."""
        nearest = list(self.current.values())[:1] if self.near else []
        for record in chain(nearest, reversed(self.subjects.values())):
            if gender in {None, "n"} or record.gender is None or record.gender.value == gender:
                record.mentions.append(span)
                return self._seen(record)
        return None

    def _seen(self, record: PersonRecord) -> str:
        self.current.setdefault(record.id, record)
        return record.id


def _name(record: PersonRecord) -> str:
    """Return the name by which somebody is called first."""
    return next(iter(record.names.values())).value


def _is_short_for(words: str, full: str) -> bool:
    """Say whether words are the end of a post."""
    return full.endswith(words)


def _titles(record: PersonRecord) -> Iterable[tuple[PostValue, str]]:
    """Return the posts of a person with their words in small letters."""
    return [
        (post, held.title.value.lower()) for post, held in zip(record.post_values, record.posts.values(), strict=False)
    ]


def _holds(record: PersonRecord, value: PostValue, forms: Iterable[str]) -> bool:
    """Say whether a person holds a post that is named by these forms of (perhaps shortened) words."""
    for post, title in zip(record.post_values, record.posts, strict=False):
        if value.country and post.country and value.country != post.country:
            continue
        if _shortens(forms, title):
            return True
    return not value.country and any(_shortens(forms, title) for title in record.posts)


def opened_at(tape: Tape, openers: tuple[str, ...]) -> int:
    """Return where words before the subject of a sentence end ("During talks with Mr. Berg, Ms. Lund said …"), or 0."""
    first = tape.payload.get(0) if openers else None
    capital = first.value[0].lower() if first is not None and first.type == "name" else tape.folded[:1]
    if not openers or not (capital + tape.folded[1:OPENING]).startswith(openers):
        return 0
    end = tape.text.find(", ", 0, OPENING)
    return tape.span(end, end + 1)[1] if end > 0 else 0


def _has_country(record: PersonRecord, named: Span) -> bool:
    """Say whether a mention of somebody holds a post of theirs with its country."""
    return any(
        post.country and named.start <= held.title.span.start < named.end
        for post, held in zip(record.post_values, record.posts.values(), strict=False)
    )


def _without_country(value: PostValue, span: Span) -> str:
    """Return the words of a post without the country that stands first in them."""
    if value.country_at and value.country_at[0] == span.start and value.country_at[1] < span.end:
        return span.exact[value.country_at[1] - span.start :].partition(" ")[2] or span.exact
    return span.exact


def _shortens(forms: Iterable[str], full: str) -> bool:
    """Say whether a post is a shorter form of another.

    That is its head, which stands first or last as the language goes, or behind a country. Keys hold the marks of a
    word behind it: they hide the head of a compound, which then has to be sought without them.
    """
    plain = "".join(sign for sign in full if not unicodedata.combining(sign))
    return any(
        full.startswith(bare) or (bare.isascii() and plain.endswith(bare)) or full.endswith(bare) or f" {bare} " in full
        for bare in forms
    )
