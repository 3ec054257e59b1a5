"""From folded sentences to the people, bodies, places, dates and numbers of an article."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice, pairwise

from giaoluu.langs.pack import Pack
from giaoluu.langs.signs import SIGN
from giaoluu.langs.tape import Found, Tape
from giaoluu.mentions.company import Company
from giaoluu.mentions.coreference import Salience, opened_at
from giaoluu.mentions.entries import Entries
from giaoluu.mentions.homes import Homes, Surroundings
from giaoluu.mentions.introductions import introductions, side_of_introduced
from giaoluu.mentions.issuer import Unsaid, issuer
from giaoluu.mentions.known import Folded
from giaoluu.mentions.leaders import SEATS, government_of, is_of_the_past, leader_country, leads, side_of
from giaoluu.mentions.name_key import name_key
from giaoluu.mentions.names_han import is_alien, is_native
from giaoluu.mentions.names_listed import ending_countries, is_at_home
from giaoluu.mentions.press import press_country
from giaoluu.mentions.registry import Bodies, People, PersonRecord
from giaoluu.mentions.values import (
    BodyValue,
    CountryValue,
    PairValue,
    PersonValue,
    PlaceValue,
    PostValue,
)
from giaoluu.mentions.writers import home_of
from giaoluu.model.article import Article, ZoneKind
from giaoluu.model.mentions import Mention, Mentions, Sentence
from giaoluu.model.spans import Span

ALIAS = re.compile(rf"{SIGN['body']} ?[(（](?P<alias>[^()（）]{{2,20}})[)）]")


class Collector:
    """Walks the folded sentences of an article and enters all that they name."""

    def __init__(self, article: Article, pack: Pack, known: dict[str, str]) -> None:
        """Start with empty lists."""
        self.article, self.pack, self.known = article, pack, known
        self.bodies = Bodies(article)
        self.people = People(article, self.bodies)
        self.salience = Salience(
            self.people,
            pack.list_of("names", "endings"),
            near=bool(pack.words.get("names", {}).get("near_pronouns")),
            received=(pack.list_of("names", "hosts"), pack.list_of("names", "guests")),
            side=lambda record: side_of(record, pack),
        )
        self.mentions: list[Mention] = []
        self.entries = Entries(article)
        self.introduced: dict[int, tuple[str, Span]] = {}
        self.openers = tuple(f"{word} " for word in pack.list_of("names", "clause_openers"))

    def collect(self, folded: list[Folded]) -> Mentions:
        """Return all that the sentences name; people first, so that words for them can be resolved."""
        for one in folded:
            for position, item in one.tape.signs():
                self._enter_named(item, *one.tape.span(position, position + 1))
            self._spouses(one.tape)
            self._aliases(one.tape)
        self._introductions([one.tape for one in folded])
        for one in folded:
            self.salience.next_sentence(one.sentence, opened_at(one.tape, self.openers))
            for position, item in one.tape.signs():
                self._enter(item, *one.tape.span(position, position + 1))
        self._seats()
        home = self._home()
        return Mentions(
            tuple(one.sentence for one in folded),
            tuple(self.mentions),
            tuple(self.people.people(self._homes(home, [one.sentence for one in folded]))),
            tuple(self.bodies.organisations(home)),
            tuple(self.entries.delegations),
            tuple(self.entries.places.values()),
            tuple(self.entries.dates),
            tuple(self.entries.quantities),
            tuple(self.entries.occasions),
            tuple(self.entries.frameworks),
            tuple(self.entries.documents),
        )

    def _seats(self) -> None:
        """Enter the towns and provinces in which people have their posts, and those in the names of bodies."""
        for record in self.people.records:
            for value in record.post_values:
                if value.seat is not None:
                    self.entries.place(*value.seat, "seat-of-post")
        for body in [record.value for record in self.bodies.records]:
            if body.place_at is not None and body.place_level in SEATS:
                self.entries.place(PlaceValue(body.place, body.place_level, body.country), *body.place_at, "body-seat")

    def _home(self) -> str | None:
        """Return the country whose press writes."""
        named = Counter(mention.value for mention in self.mentions if mention.value)
        names = [next(iter(record.names.values())).value for record in self.people.records]
        return home_of(self.article, self.pack, named, names)

    def _homes(self, home: str | None, sentences: list[Sentence]) -> Homes:
        """Tell how the country of people is inferred.

        The other side is the foreign country that the article names most, if by far.
        """
        pack = self.pack
        named = Counter(
            mention.value
            for mention in self.mentions
            if mention.kind in {"country", "post", "body", "delegation"} and mention.value
        )
        named.pop(home or "", None)
        (other, times), *rest = [*named.most_common(2), (None, 0)]
        told = named + Counter(mention.value for mention in self.mentions if mention.kind == "place" and mention.value)
        told.update(post.country for record in self.people.records for post in record.post_values if post.country)

        def abroad(name: str) -> str | None:
            codes = (*pack.name_countries(name), *ending_countries(name.split(" "), pack))
            return max(
                (code for code in codes if told[code] or code == home),
                key=lambda code: told[code],
                default=None,
            )

        around = Surroundings(self.article, sentences, self.mentions, pack, home)
        return Homes(
            home,
            self._is_native,
            abroad,
            bool(pack.settings.get("home_by_name")) and home not in pack.list_of("names", "other_names"),
            home in pack.list_of("names", "all_offices"),
            partial(is_alien, home=home, pack=pack),
            other if times > max([number for _, number in rest], default=0) else None,
            around.nearest,
            around.lately,
            partial(around.nearest, places=True),
            partial(side_of_introduced, self.introduced, around.side),
            lambda record: leader_country(record, pack),
            lambda record: is_of_the_past(record, pack, self.article.text),
            pack.list_of("names", "list_joins"),
            None if home else self._unsaid(named, sentences),
        )

    def _unsaid(
        self, named: Counter[str], sentences: Sequence[Sentence]
    ) -> "Callable[[PersonRecord], tuple[str, Span, str] | None]":
        """Return what tells the country of people whose posts name none, in a language without a home."""
        end = max((zone.end for zone in self.article.zones if zone.kind == ZoneKind.TITLE), default=0)
        telling = {"country", "place", "body", "delegation"}
        titled = {
            mention.value
            for mention in self.mentions
            if mention.value and mention.kind in telling and mention.end <= end
        }
        people = self.people.records
        writer = press_country(self.article, self.pack) or issuer(
            named, titled=titled, bodies=self.bodies.records, people=people
        )
        around = Unsaid(self.article, sentences, self.mentions, self.pack, people)
        company = Company(self.article, self.pack, people, self.bodies.records, around.countries())

        def told(record: PersonRecord) -> "tuple[str, Span, str] | None":
            by_form = self._by_form(record)
            found = company.country(record) or around.country(record, writer) or by_form
            return by_form if by_form and found and found[2] == "issuer" else found

        return told

    def _is_native(self, name: str, bare: bool) -> bool:  # noqa: FBT001
        """Say whether a name has the form of the home country's, or, without a home, of those named surname first."""
        if not self.pack.has_spaces:
            return is_native(name, self.pack, bare=bare)
        return is_at_home(name, self.pack) if self.pack.settings.get("home") else bool(self.pack.name_countries(name))

    def _by_form(self, record: PersonRecord) -> "tuple[str, Span, str] | None":
        """Return the one country whose people have names of such a form, for somebody of whom nothing else tells it."""
        name = next(iter(record.names.values()))
        codes = self.pack.name_countries(name.value)
        own = name.value.split(" ")[0] in self.pack.own_names
        return (codes[0], name.span, "form-of-name") if len(codes) == 1 and not own else None

    def _enter_named(self, item: Found, start: int, end: int) -> None:
        if isinstance(item.value, PersonValue):
            self.people.add(
                item.value, start, end, full=self.known.get(item.value.name, item.value.name), rule=item.rule
            )

    def _spouses(self, tape: Tape) -> None:
        """Tie a person whom a word before the name makes the wife or husband of the one named just before."""
        words, joins = self.pack.list_of("names", "honorifics_before"), self.pack.list_of("names", "spouse_joins")
        for (before, one), (at, other) in pairwise(tape.signs() if words or joins else ()):
            behind = at - before <= 2 and bool(words) and self.article.text.startswith(words, tape.span(at, at)[0])
            if behind or (joins and self.article.text.startswith(joins, tape.span(before, before + 1)[1])):
                holder, spouse = self._person(one.value), self._person(other.value)
                if holder is not None and spouse is not None and holder is not spouse:
                    spouse.spouse = holder

    def _person(self, value: object) -> PersonRecord | None:
        named = isinstance(value, PersonValue) and name_key(self.known.get(value.name, value.name))
        return self.people.by_name.get(named or "")

    def _introductions(self, tapes: list[Tape]) -> None:
        """Remember the countries of people introduced by a line of their own, and give them the post behind it."""
        for one in introductions(tapes):
            self.introduced[one.start] = one.code, self.article.span(*one.country_at)
            if one.post is not None:
                record = self.people.by_name[name_key(self.known.get(one.person.value.name, one.person.value.name))]
                self.people.give(record, one.post.value, *one.post_at)

    def _aliases(self, tape: Tape) -> None:
        for match in ALIAS.finditer(tape.text):
            item = tape.payload[match.start()]
            body = self.bodies.add(item.value, *tape.span(match.start(), match.start() + 1), rule=item.rule)
            self.bodies.alias(body, match["alias"])

    def _enter(self, item: Found, start: int, end: int) -> None:
        """Enter one span, and remember what it stands for as a mention; capitals that name nobody are words."""
        if item.type == "name":
            return
        ref, value = self._ref(item, start, end)
        self.mentions.append(Mention(start, end, item.type, ref, value))

    def _ref(self, item: Found, start: int, end: int) -> tuple[str | None, str | None]:
        value = item.value
        if isinstance(value, PersonValue):
            full = self.known.get(value.name, value.name)
            return self.salience.named(full, start), None
        if item.type == "post":
            who = self.salience.post(value, self.article.span(start, end)) or self._only_holder(value, start, end)
            return who or self._leader(value, start, end) or self._side(value), value.country
        if item.type == "pronoun":
            return self.salience.pronoun(value.gender, self.article.span(start, end)), None
        if isinstance(value, BodyValue):
            ref = self.bodies.add(value, start, end, rule=item.rule)
            return ref, value.country
        if isinstance(value, PairValue):
            return None, next((code for code in value.codes if code != self.pack.settings.get("home")), None)
        if isinstance(value, PlaceValue | CountryValue):
            code = value.code if isinstance(value, CountryValue) else value.country
            return self.entries.place(value, start, end, item.rule), code
        return self.entries.other(item, start, end)

    def _leader(self, value: PostValue, start: int, end: int) -> str | None:
        """Return the id of the one person in the article whom "the leader of" a country, body or place means."""
        if value.kind != "leader":
            return None
        leaders = [one for one in self.people.records if any(leads(post, value) for post in one.post_values)]
        return self.salience.holder(leaders[0], self.article.span(start, end)) if len(leaders) == 1 else None

    def _side(self, value: PostValue) -> str | None:
        """Return the id of the body, or else of the country, for which somebody without a name speaks.

        So it is only where the pack says that such posts speak (`posts_speak` in names.toml).
        """
        if not self.pack.words.get("names", {}).get("posts_speak"):
            return None
        if value.body is not None and value.body_at and value.body.country:
            return self.bodies.add(value.body, *value.body_at, rule="body-in-post")
        if (government := government_of(value)) is not None:
            return self.bodies.add(*government, rule="place-of-post")
        if value.country and value.country_at:
            return self.entries.place(CountryValue(value.country, "post"), *value.country_at, "country-of-post")
        return None

    def _only_holder(self, value: PostValue, start: int, end: int) -> str | None:
        """Return the id of the one person of the article whom a definite post that nobody holds means.

        No post of theirs is named then.
        """
        if value.country or not value.words.endswith(self.pack.list_of("names", "definite") or ("\0",)):
            return None
        if value.kind == "head_of_state":
            return None
        without = (
            one
            for one in self.people.records
            if not one.posts and next(iter(one.names.values())).value.split(" ")[0] in self.pack.own_names
        )
        free = list(islice(without, 2))
        if len(free) != 1:
            return None
        self.people.give(free[0], value, start, end)
        return self.salience.post(value, self.article.span(start, end))
