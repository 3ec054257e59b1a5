"""Which country people stand for of whom no post tells it.

It is the side that introduces them, or the country named nearest.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from giaoluu.langs.pack import Pack
from giaoluu.mentions.values import PostValue
from giaoluu.model.article import Article
from giaoluu.model.mentions import Mention, Sentence
from giaoluu.model.spans import Cited, Span

if TYPE_CHECKING:
    from giaoluu.mentions.registry import PersonRecord

TELLING = frozenset({"country", "place", "body", "delegation", "pair"})
"""Kinds of mentions that may tell from where somebody comes."""

HOUSE = re.compile(r"[^\W\d_][^,;:()]{2,60}(?:, | [(])")
"""The house somebody comes from, up to the country behind it."""

REACH = 3
"""Sentences before a person in which the country named last is still likely theirs."""

SIDE_WORDS = 24
"""Signs in which the words for a side stand right before it."""
SIDE_SPACE = 16
"""Signs of white space that may stand between the two."""

SIDE_REACH = 120
"""Signs between the word for a side and the people that it introduces."""

LOCAL = frozenset({"head_of_body", "officer", "party_secretary"})
"""Kinds of posts that are told without a country where they are held at home."""


def _nowhere(_: list[Span]) -> None:
    """Tell no country."""


def _nobody(_: str) -> bool:
    return False


def _no_leader(_: "PersonRecord") -> str | None:
    """Know nobody."""
    return None


def _no_past(_: "PersonRecord") -> bool:
    """Know nobody of history."""
    return False


@dataclass(frozen=True)
class Homes:
    """Which country people belong to of whom the article does not say.

    It is the language's own, or the other one that the article is about.
    """

    home: str | None
    is_native: Callable[[str, bool], bool]
    abroad: Callable[[str], str | None]
    """Tells the country of a name that is foreign by its form and whose country the article names."""
    """Whether a name has the form of the home country's, for a person without or with a post."""
    by_name: bool = False
    """Whether only names of the home country's form are taken for its people (else everybody with a post)."""
    has_all_offices: bool = False
    """Whether the home country has the offices of a head of state, say, that the language's own has not."""
    is_alien: Callable[[str], bool] = _nobody
    """Whether the form of a name tells that its bearer is not of the home country (a dotted one, in Han script)."""
    other: str | None = None
    nearest: Callable[[list[Span]], tuple[str, Span] | None] = _nowhere
    """Tells the foreign country that is named nearest to somebody's mentions."""
    lately: Callable[[list[Span]], tuple[str, Span] | None] = _nowhere
    """Tells the foreign country named last before somebody."""
    around: Callable[[list[Span]], tuple[str, Span] | None] = _nowhere
    """Tells the foreign country in which the place named nearest lies."""
    side: Callable[[list[Span]], tuple[str, Span] | None] = _nowhere
    """Tells the country of the side or delegation that introduces somebody."""
    leader: "Callable[[PersonRecord], str | None]" = _no_leader
    """Tells the country of a head of state or government whom the press names without it."""
    is_past: "Callable[[PersonRecord], bool]" = _no_past
    """Says who is of history and only spoken of."""
    joins: tuple[str, ...] = ()
    """What joins the names of a list, of which one country then serves for who follows."""
    unsaid: "Callable[[PersonRecord], tuple[str, Span, str] | None] | None" = None
    """Tells of which country somebody with a post of none is, by which words and rule.

    It is asked in a language without a home.
    """

    def partners(self, post: PostValue, name: str) -> tuple[str, ...]:
        """Return the partner countries of a friendship association at home whose officer bears a foreign name."""
        body, bare = post.body, False
        if body is None or body.kind != "friendship_association" or post.country != self.home or not self.by_name:
            return ()
        return () if self.is_native(name, bare) else body.partners


class Surroundings:
    """The mentions of an article by sentence, asked for the country of one of its people."""

    def __init__(
        self, article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention], pack: Pack, home: str | None
    ) -> None:
        """Index the mentions that name a country; `home` is that of the press which writes."""
        text = article.text if pack.has_spaces else pack.fold(article.text)
        self.article, self.text, self.home = article, text, home
        self.starts = [sentence.start for sentence in sentences]
        self.by_sentence: dict[int, list[Mention]] = {}
        for mention in mentions:
            if mention.kind in TELLING and mention.value:
                self.by_sentence.setdefault(self._number(mention.start), []).append(mention)
        self.owners = tuple(f"{ending} " for ending in pack.list_of("names", "possessives"))
        self.delegations: dict[int, list[Mention]] = {}
        for one in _delegations([one for one in mentions if not self._is_owned(one)]):
            self.delegations.setdefault(self._number(one.start), []).append(one)
        sides = pack.words.get("names", {}).get("sides", {})
        self.side_words = tuple(sides.get("words", ()))
        self.leads = tuple(f" {word} " for word in sides.get("leads", ()))
        self.unless = tuple(f" {word} " for word in sides.get("unless", ()))
        self.lists = tuple(sides.get("lists", ()))
        self.behind = tuple(f" {word} " for word in sides.get("behind", ()))
        self.same, self.leading = tuple(sides.get("same", ())), tuple(sides.get("leading", ()))

    def _number(self, start: int) -> int:
        return bisect_right(self.starts, start) - 1

    def nearest(self, spans: Sequence[Span], *, places: bool = False) -> tuple[str, Span] | None:
        """Return the foreign country named nearest to a person, in the first sentence that names person and country.

        With `places`, that in which the place named nearest lies.
        """
        for span in spans:
            beside = (one for one in self._beside(span) if one.kind != "pair" and (one.kind == "place") == places)
            found = [one for one in beside if one.value != self.home]
            if found:
                best = min(found, key=lambda one: min(abs(one.start - span.end), abs(span.start - one.end)))
                return best.value or "", self.article.span(best.start, best.end)
        return None

    def lately(self, spans: Sequence[Span]) -> tuple[str, Span] | None:
        """Return the foreign country named last, alone or in a pair, in the sentence that names a person or before."""
        number = self._number(spans[0].start)
        for before in range(number, max(number - REACH, 0) - 1, -1):
            found = [one for one in self.by_sentence.get(before, ()) if one.kind in {"country", "pair", "delegation"}]
            abroad = [one for one in found if one.value != self.home and one.start < spans[0].start]
            if abroad:
                return abroad[-1].value or "", self.article.span(abroad[-1].start, abroad[-1].end)
        return None

    def side(self, spans: Sequence[Span]) -> tuple[str, Span] | None:
        """Return the country of the side ("on the Chinese side were …") or delegation that introduces a person."""
        for span in spans:
            if self.behind and (told := self._comes_from(span)) is not None:
                return told
            if self.same and self.text.startswith(self.same, span.start) and (told := self._told_last(span)):
                return told
            if self.leading and (led := self._led(span)) is not None:
                return led
            before = [
                one
                for one in self._beside(span)
                if one.kind != "pair" and one.end <= span.start and span.start - one.end <= SIDE_REACH
            ]
            last = before[-1] if before else self._delegation(span)
            if last is not None and self._introduces(last, span):
                return last.value or "", self.article.span(last.start, last.end)
            beside = [one for one in self._beside(span) if one.end <= span.start]
            group = self._delegation(span)
            head = next((one for one in (*reversed(beside), group) if one is not None and self._lists(one)), None)
            if head is not None:
                return head.value or "", self.article.span(head.start, head.end)
        return None

    def _told_last(self, span: Span) -> tuple[str, Span] | None:
        """Return the country of the body, place or country named last before a person with a post "of that body"."""
        number = self._number(span.start)
        for before in range(number, max(number - REACH, 0) - 1, -1):
            found = [one for one in self.by_sentence.get(before, ()) if one.end <= span.start and one.kind != "pair"]
            if found:
                return found[-1].value or "", self.article.span(found[-1].start, found[-1].end)
        return None

    def _comes_from(self, span: Span) -> tuple[str, Span] | None:
        """Return the country from which somebody comes, where words right behind the name say so.

        So it is in "X from Norway", "X from Oslo University, Norway" and "X (Norway)".
        """
        after = [span.end + len(word) for word in self.behind if self.text.startswith(word, span.end)]
        for one in self._beside(span):
            if one.kind == "country" and (one.start in after or self._is_appended(one, span, after)):
                return one.value or "", self.article.span(one.start, one.end)
        return None

    def _is_appended(self, country: Mention, span: Span, after: Sequence[int]) -> bool:
        """Say whether a country stands in brackets behind a name, or behind the house that somebody comes from."""
        if self.text[span.end : country.start] == " (":
            return self.text.startswith(")", country.end)
        return any(HOUSE.fullmatch(self.text, at, country.start) for at in after)

    def _led(self, span: Span) -> tuple[str, Span] | None:
        """Return the country of the delegation that somebody leads, where words right behind the name say so."""
        after = [span.end + len(word) for word in self.leading if self.text.startswith(word, span.end)]
        group = next((one for one in self._beside(span) if one.kind == "delegation" and one.start in after), None)
        return None if group is None else (group.value or "", self.article.span(group.start, group.end))

    def _delegation(self, span: Span) -> Mention | None:
        """Return the delegation named before a person in the sentence; a bare one is of the country of the last."""
        found = [one for one in self.delegations.get(self._number(span.start), ()) if one.start < span.start]
        return found[-1] if found and self.leads else None

    def _is_owned(self, mention: Mention) -> bool:
        """Say whether something is somebody's own ("Mr. Brandt's delegation"): it is of no country told before."""
        return bool(self.owners) and self.text.endswith(self.owners, 0, mention.start)

    def _lists(self, mention: Mention) -> bool:
        """Say whether words right behind a delegation or body, which is nobody's own, open the list of its members."""
        if not self.lists or self._is_owned(mention):
            return False
        return self.text[mention.end : mention.end + SIDE_WORDS].lstrip().startswith(self.lists)

    def _beside(self, span: Span) -> Iterator[Mention]:
        return iter(self.by_sentence.get(self._number(span.start), ()))

    def _introduces(self, mention: Mention, span: Span) -> bool:
        """Say whether words make a mention the side of the person that follows."""
        before = self.text[max(0, mention.start - SIDE_WORDS - SIDE_SPACE) : mention.start].rstrip().lower()
        between = f" {self.text[mention.end : span.start]} "
        if self.side_words and before[-SIDE_WORDS:].endswith(self.side_words):
            return not any(word in between for word in self.unless)
        return (
            mention.kind == "delegation" and not self._is_owned(mention) and any(lead in between for lead in self.leads)
        )


def _delegations(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the delegations of an article; one without a country is that of the one before."""
    country: str | None = None
    for mention in mentions:
        if mention.kind == "delegation":
            country = mention.value or country
            if country:
                yield replace(mention, value=country)


def is_told_at_home(record: "PersonRecord", name: Cited[str]) -> bool:
    """Say whether a name that may be foreign too is of the home country.

    It is without a post in a list, or with a post of a body of no said country, or one that bodies have and none named.
    """
    if not record.post_values:
        return name.rule == "listed"
    return any(
        value.body.country is None if value.body is not None else value.country is None and value.kind in LOCAL
        for value in record.post_values
    )
