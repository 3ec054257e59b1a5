"""Of which country people are whose posts are printed without any, in a language without a home.

The side that writes does not say its own country ("the President"); whom it visits abroad is of the country visited.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from giaoluu.langs.pack import Pack
from giaoluu.mentions.leaders import side_of
from giaoluu.mentions.registry import ONLY_ONE, BodyRecord, PersonRecord
from giaoluu.model.article import Article, ZoneKind
from giaoluu.model.mentions import Mention, Sentence
from giaoluu.model.spans import Span

SHARE = 6
"""How much rarer than the most named country the writer's own may be named."""

VISITING = "head_of_delegation"
"""Kind of the post of who leads a delegation, which is seldom of those who write of it."""

LOCAL = "governor"
"""Kind of the posts of towns and provinces."""

REACH = 3
"""Sentences before somebody in which the country named last is still likely theirs."""

WHOLE = 60
"""Surnames of a country in a pack from which on a name without any of them is not of that country."""

ENOUGH = 3
"""How often a country must be named for a plain majority to tell."""


def issuer(
    named: Mapping[str, int], *, titled: Collection[str], bodies: Iterable[BodyRecord], people: Iterable[PersonRecord]
) -> str | None:
    """Return the country that an article speaks of as its own, or None where more than one may be.

    One of its institutions is named, or else the country itself. The countries of which somebody is said to be
    ("Prime Minister Brandt of Norway") are those of the others; so, where any is left, are those that stand in the
    title (`titled`) and before a post ("Norwegian Prime Minister Brandt"): one's own goes without saying there.
    """
    posts = [post for person in people for post in person.post_values if post.country]
    others = {post.country for post in posts if post.behind}
    institutions = Counter(
        record.value.country or "" for record in bodies if _needs_no_country(record) for _ in record.mentions
    )
    most = max(named.values(), default=0)
    untitled = {country: count for country, count in named.items() if country not in titled and SHARE * count >= most}
    unsaid = {country: count for country, count in untitled.items() if country not in {post.country for post in posts}}
    for votes in (institutions, unsaid, untitled, named):
        best = Counter({country: count for country, count in votes.items() if country not in others}).most_common(2)
        if best:
            (first, times), (_, next_times) = [*best, ("", 0)][:2]
            return first if times > next_times * (1 if times >= ENOUGH else 2) else None
    return None


def _needs_no_country(record: BodyRecord) -> bool:
    """Say whether a body's own words tell its country."""
    at = record.value.country_at
    return at is not None and any(at == (span.start, span.end) for span in record.mentions)


class Unsaid:
    """Asked for the country of one of an article's people that no words say."""

    def __init__(
        self,
        article: Article,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        pack: Pack,
        people: Sequence[PersonRecord],
    ) -> None:
        """Index by sentence the countries in which the article tells that something is, and whom it names."""
        words = tuple(f" {word} " for word in pack.list_of("activities", "place_words"))
        self.article, self.pack, self.starts = article, pack, [sentence.start for sentence in sentences]
        self.titles = {number for number, sentence in enumerate(sentences) if sentence.zone == ZoneKind.TITLE}
        self.met = tuple(f" {word} " for word in pack.list_of("activities", "met_words"))
        self.visits = tuple(f" {word} " for word in pack.list_of("activities", "visit_words"))
        self.where_after = pack.list_of("places", "where_after")
        self.lists = pack.words.get("names", {}).get("surnames_of", {})
        self.told: dict[int, list[Mention]] = {}
        """By sentence the countries and places of one country that it names."""
        self.guests: dict[int, list[Mention]] = {}
        """By sentence the delegations of one country that it names."""
        self.where: dict[int, dict[str, Mention]] = {}
        for mention in mentions:
            before = f" {article.text[max(0, mention.start - 14) : mention.start].lower()}"
            if mention.kind in {"country", "place"} and mention.value:
                self.told.setdefault(self._number(mention.start), []).append(mention)
            if mention.kind == "delegation" and mention.value:
                self.guests.setdefault(self._number(mention.start), []).append(mention)
            if mention.kind in {"country", "place"} and mention.value and before.endswith(words):
                self.where.setdefault(self._number(mention.start), {}).setdefault(mention.value, mention)

        titled = {code: one for number in self.titles for code, one in self.where.get(number, {}).items()}
        self.visited = next(iter(titled.values())) if len(titled) == 1 else None
        """The one country to which the title goes."""
        self.order = {record.id: number for number, record in enumerate(people)}
        self.named: dict[int, list[tuple[int, PersonRecord]]] = {}
        self.uncertain: dict[tuple[str, str], int] = {}
        """Post → the first of those who hold it and none of whose posts has a country."""
        for number, record in enumerate(people):
            for span in record.mentions:
                self.named.setdefault(self._number(span.start), []).append((span.start, record))
            if not any(value.country for value in record.post_values):
                for value in record.post_values:
                    self.uncertain.setdefault((value.kind, value.words.lower()), number)

    def countries(self) -> list[tuple[str, Span]]:
        """Return the countries that the article names, and where."""
        named = (one for told in self.told.values() for one in told if one.kind == "country")
        return [(one.value or "", self.article.span(one.start, one.end)) for one in named]

    def country(self, record: PersonRecord, writer: str | None) -> tuple[str, Span, str] | None:
        """Return a person's country, the words that tell it and the rule, or None.

        It is that of the place where others meet the person, or else that of the side that writes.
        """
        if not any(value.body is None for value in record.post_values):
            return None
        first = record.mentions[0]
        number = self._number(first.start)
        if (stage := self._stage(record, number, writer)) is not None:
            return stage
        if writer and self._is_host(record, writer):
            writer = self._other_than(writer)
        visiting = any(value.kind == VISITING for value in record.post_values)
        if writer and (visiting or self._is_of_elsewhere(record, writer)):
            return self._named_before(number, first.start, writer)
        writer = None if writer and self._is_guest(record, writer) else writer
        places = {
            code: one for code, one in self.where.get(number, {}).items() if code != writer and one.start < first.start
        }
        meets = self._is_met if self.met else self._meets
        if len(places) == 1 and number not in self.titles and meets(record, number):
            ((code, mention),) = places.items()
            return code, self.article.span(mention.start, mention.end), "country-visited"
        if number not in self.titles and self._is_met(record, number):
            if (mate := self._mate(record, number)) is not None and mate[0] != writer:
                return mate
            if self.visited is not None and self.visited.value not in {None, writer}:
                at = self.visited
                return at.value or "", self.article.span(at.start, at.end), "country-visited"
        if writer is None:
            return self._at_home(record, number)
        local = any(value.kind == LOCAL for value in record.post_values) and self._has_envoy(writer)
        return None if local or self._is_contested(record) else (writer, first, "issuer")

    def _has_envoy(self, country: str) -> bool:
        """Say whether an envoy of a country is named: it writes from abroad, where local offices are not its own."""
        return any(
            value.kind == "ambassador" and value.country in {None, country}
            for named in self.named.values()
            for _, one in named
            for value in one.post_values
        )

    def _at_home(self, record: PersonRecord, number: int) -> tuple[str, Span, str] | None:
        """Return the one country in which a sentence tells that somebody meets people who are all of another one."""
        others = {other.id: other for _, other in self._named_in(number) if other is not record}
        codes = {side_of(other, self.pack) for other in others.values()}
        there = [(code, one) for code, one in self.where.get(number, {}).items()]
        if len(there) != 1 or not codes or codes & {None, there[0][0]} or number in self.titles:
            return None
        code, at = there[0]
        return code, self.article.span(at.start, at.end), "host-country"

    def _stage(self, record: PersonRecord, number: int, writer: str | None) -> tuple[str, Span, str] | None:
        """Return the country where the clause that first names a head of state, say, lies, if it is not the writer's.

        So it is in "in Norway, where they met with Prime Minister Brandt" and "In Norway, Prime Minister Brandt said".
        """
        first = record.mentions[0].start
        before = [one for one in self.told.get(number, ()) if one.end <= first and one.value != writer]
        found = next((one for one in reversed(before) if self._opens_clause(one)), None)
        if found is None and before and any(value.kind in ONLY_ONE for value in record.post_values):
            opens = self.article.text[self.starts[number] : before[0].start].strip().lower()
            is_stage = before[0] in self.where.get(number, {}).values() and " " not in opens
            found = before[0] if is_stage and self.article.text.startswith(",", before[0].end) else None
        return (found.value or "", self.article.span(found.start, found.end), "country-visited") if found else None

    def _opens_clause(self, mention: Mention) -> bool:
        """Say whether words of the pack for what took place there (`where_after`) stand right behind a place."""
        return bool(self.where_after) and self.article.text.startswith(self.where_after, mention.end)

    def _is_of_elsewhere(self, record: PersonRecord, country: str) -> bool:
        """Say whether somebody's full name has none of the surnames of a country of which the pack lists them all."""
        listed = self.lists.get(country, ())
        name = max((one.value for one in record.names.values()), key=len)
        words = {word.lower() for word in name.split(" ")}
        return len(listed) > WHOLE and len(words) > 1 and not words & {surname.lower() for surname in listed}

    def _named_before(self, number: int, end: int, writer: str) -> tuple[str, Span, str] | None:
        """Return the country other than the writer's that is named last before a position, not far back."""
        for earlier in range(number, max(number - REACH, 0) - 1, -1):
            named = [one for one in self.told.get(earlier, ()) if one.end <= end and one.value != writer]
            if named:
                return named[-1].value or "", self.article.span(named[-1].start, named[-1].end), "nearest-country"
        return None

    def _is_guest(self, record: PersonRecord, country: str) -> bool:
        """Say whether a sentence that names somebody goes on with a visit to a country (`visit_words`)."""
        text = self.article.text
        for span in record.mentions if self.visits else ():
            for one in self.told.get(self._number(span.start), ()):
                between = text[span.end : one.start].lower()
                goes_there = between.endswith(self.visits) and not any(mark in between for mark in ";()")
                if one.value == country and one.kind == "country" and goes_there:
                    return True
        return False

    def _is_host(self, record: PersonRecord, country: str) -> bool:
        """Say whether somebody meets a delegation of a country: they are of another one."""
        for span in record.mentions:
            for one in self.guests.get(self._number(span.start), ()) if self.met else ():
                between = f" {self.article.text[span.end : one.start].lower()} "
                if one.value == country and one.start > span.end and any(word in between for word in self.met):
                    return True
        return False

    def _other_than(self, country: str) -> str | None:
        """Return the country that the article names most beside one, or None where it is not one alone."""
        named = Counter(one.value for told in self.told.values() for one in told if one.value not in {None, country})
        (first, times), *rest = [*named.most_common(2), (None, 0)]
        return first if times > max((number for _, number in rest), default=0) else None

    def _meets(self, record: PersonRecord, number: int) -> bool:
        """Say whether a sentence tells of somebody else before it first names a person."""
        first = record.mentions[0].start
        return any(start < first for start, other in self._named_in(number) if other is not record)

    def _is_met(self, record: PersonRecord, number: int) -> bool:
        """Say whether a word of the pack for meeting (`met_words`) stands before a person in the sentence."""
        first, start = record.mentions[0].start, self.starts[number]
        return any(self.article.text.find(word, start + 1, first) >= 0 for word in self.met)

    def _mate(self, record: PersonRecord, number: int) -> tuple[str, Span, str] | None:
        """Return the country of somebody listed beside a person behind the word for meeting."""
        start, first = self.starts[number], record.mentions[0].start
        met = max(self.article.text.rfind(word, start, first) for word in self.met)
        beside = {other.id: other for at, other in self._named_in(number) if met < at and other is not record}
        for other in sorted(beside.values(), key=lambda one: self.order[one.id]):
            told = next((post for post in other.post_values if post.country), None)
            if told is not None and told.country and told.country_at:
                return told.country, self.article.span(*told.country_at), "listed-beside"
        return None

    def _is_contested(self, record: PersonRecord) -> bool:
        """Say whether somebody named earlier holds the same post, of which a country has one, and no country either."""
        own = {(value.kind, value.words.lower()) for value in record.post_values if value.kind in ONLY_ONE}
        place = self.order[record.id]
        return any(self.uncertain.get(post, place) < place for post in own)

    def _named_in(self, number: int) -> list[tuple[int, PersonRecord]]:
        """Return (where, who) for the people that a sentence names."""
        return self.named.get(number, [])

    def _number(self, start: int) -> int:
        return bisect_right(self.starts, start) - 1
