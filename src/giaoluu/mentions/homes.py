"""Which country people stand for of whom no post tells it.

It is the side that introduces them, or the country named nearest.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from giaoluu.langs.pack import Pack
from giaoluu.model.article import Article
from giaoluu.model.mentions import Mention, Sentence
from giaoluu.model.spans import Span

TELLING = frozenset({"country", "place", "body", "delegation"})
"""Kinds of mentions that may tell from where somebody comes."""

SIDE_REACH = 120
"""Signs between the word for a side and the people that it introduces."""


class Surroundings:
    """The mentions of an article by sentence, asked for the country of one of its people."""

    def __init__(
        self, article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention], pack: Pack
    ) -> None:
        """Index the mentions that name a country."""
        self.article, self.text = article, article.text
        self.starts = [sentence.start for sentence in sentences]
        self.home = pack.settings.get("home")
        self.by_sentence: dict[int, list[Mention]] = {}
        for mention in mentions:
            if mention.kind in TELLING and mention.value:
                self.by_sentence.setdefault(self._number(mention.start), []).append(mention)
        sides = pack.words.get("names", {}).get("sides", {})
        self.side_words = tuple(sides.get("words", ()))
        self.leads = tuple(f" {word} " for word in sides.get("leads", ()))

    def _number(self, start: int) -> int:
        return bisect_right(self.starts, start) - 1

    def nearest(self, spans: Sequence[Span], *, places: bool = False) -> tuple[str, Span] | None:
        """Return the foreign country named nearest to a person, in the first sentence that names person and country.

        With `places`, that in which the place named nearest lies.
        """
        for span in spans:
            beside = (one for one in self._beside(span) if (one.kind == "place") == places)
            found = [one for one in beside if one.value != self.home]
            if found:
                best = min(found, key=lambda one: min(abs(one.start - span.end), abs(span.start - one.end)))
                return best.value or "", self.article.span(best.start, best.end)
        return None

    def side(self, spans: Sequence[Span]) -> tuple[str, Span] | None:
        """Return the country of the side ("on the Chinese side were …") or delegation that introduces a person."""
        for span in spans:
            before = [one for one in self._beside(span) if one.end <= span.start and span.start - one.end <= SIDE_REACH]
            last = before[-1] if before else None
            if last is not None and self._introduces(last, span):
                return last.value or "", self.article.span(last.start, last.end)
        return None

    def _beside(self, span: Span) -> Iterator[Mention]:
        return iter(self.by_sentence.get(self._number(span.start), ()))

    def _introduces(self, mention: Mention, span: Span) -> bool:
        """Say whether words make a mention the side of the person that follows."""
        before = self.text[: mention.start].rstrip().lower()
        if self.side_words and before[-24:].endswith(self.side_words):
            return True
        between = f" {self.text[mention.end : span.start]} "
        return mention.kind == "delegation" and any(lead in between for lead in self.leads)
