"""Of which country people are who only stand beside somebody of it: "the Norwegian ambassador A and First Secretary B".

So it is in a language without a home, of people whose own posts name no country.
"""

from collections.abc import Sequence

from giaoluu.langs.pack import Pack
from giaoluu.mentions.leaders import side_of
from giaoluu.mentions.registry import BodyRecord, PersonRecord
from giaoluu.model.article import Article
from giaoluu.model.spans import Span

Told = tuple[str, Span, str]
"""A country, the words that tell it, and by which rule."""

DEPTH = 8
"""How many people of a row are asked one after the other."""


class Company:
    """Asked for the country of one of an article's people by who stands right beside."""

    def __init__(
        self,
        article: Article,
        pack: Pack,
        people: Sequence[PersonRecord],
        bodies: Sequence[BodyRecord],
        named: Sequence[tuple[str, Span]],
    ) -> None:
        """Index by where mentions end and begin whom they mean; `named` are the countries that the article names."""
        words = pack.words.get("names", {}).get("company", {})
        self.article, self.pack = article, pack
        self.joins, self.both = tuple(words.get("joins", ())), tuple(words.get("both", ()))
        self.together = tuple(f" {verb} " for verb in words.get("together", ()))
        self.royal, self.plural = tuple(words.get("royal", ())), tuple(words.get("plural", ()))
        self.crowned = {code: span for code, span in named if code in words.get("monarchies", ())}
        self.of_honorifics = {word: code for code, listed in words.get("honorifics", {}).items() for word in listed}
        self.houses = {word: kind for kind, listed in words.get("houses", {}).items() for word in listed}
        self.bodies = bodies
        self.ends = {span.end: one for one in reversed(people) for span in one.mentions}
        self.starts = {span.start: one for one in reversed(people) for span in one.mentions}

    def country(self, record: PersonRecord, depth: int = DEPTH) -> Told | None:
        """Return the country that an honorific, or who stands before or behind somebody, tells."""
        own = record.honorific.value if record.honorific else ""
        if record.honorific and (code := self.of_honorifics.get(own.split(" ")[0])):
            return code, record.honorific.span, "honorific"
        beside = self._of_the_next(record) or (self._of_the_one_before(record, depth) if depth else None)
        if beside is None and len(self.crowned) == 1 and self._is_royal(record):
            ((code, span),) = self.crowned.items()
            return code, span, "royal-house"
        return beside or self._of_the_house(record)

    def _of_the_house(self, record: PersonRecord) -> Told | None:
        """Return the one country whose schools, say, an article names, for somebody with a post that only such have."""
        words = {
            word for value in record.post_values for word in self.houses if f" {word}" in f" {value.words.lower()}"
        }
        kinds = {self.houses[word] for word in words}
        found = {one.value.country: one.mentions[0] for one in self.bodies if one.value.kind in kinds}
        countries = [(code, span) for code, span in found.items() if code]
        return (*countries[0], "house") if len(countries) == 1 and len(found) == 1 else None

    def _is_royal(self, record: PersonRecord) -> bool:
        """Say whether a post, or the word of address, is one that only monarchies have."""
        told = [value.words.lower() for value in record.post_values]
        told += [record.honorific.value.lower()] if record.honorific else []
        return bool(self.royal) and any(word in self.royal for words in told for word in words.split(" "))

    def _of_the_one_before(self, record: PersonRecord, depth: int) -> Told | None:
        """Return the country of who stands right before somebody with another post and one of the joining words."""
        first, text = record.mentions[0], self.article.text
        for join in self.joins:
            other = self.ends.get(first.start - len(join)) if text.endswith(join, 0, first.start) else None
            if other is None or other is record or not self._is_beside(record, other, join):
                continue
            if (code := side_of(other, self.pack)) is not None:
                return code, other.mentions[0], "beside"
            return self.country(other, depth - 1)
        return None

    def _is_beside(self, record: PersonRecord, other: PersonRecord, join: str) -> bool:
        """Say whether two people who are joined are of one side: each holds a post, no two sides are told to meet."""
        if not record.post_values and not self._is_royal(record):
            return any(value.words.endswith(self.plural) for value in other.post_values)
        kinds = {value.kind for value in record.post_values}
        same = any(value.kind in kinds for value in other.post_values)
        meeting = join in self.both and self.article.text.startswith(self.together, record.mentions[0].end)
        return not same and not meeting

    def _of_the_next(self, record: PersonRecord) -> Told | None:
        """Return the country behind the next name of a couple ("King A and Queen B of Norway")."""
        last = record.mentions[0].end
        for join in self.both:
            other = self.starts.get(last + len(join)) if self.article.text.startswith(join, last) else None
            if other is None or other is record or not self._is_royal(record):
                continue
            told = next((post for post in other.post_values if post.country and post.behind and post.country_at), None)
            if told is not None and told.country and told.country_at:
                return told.country, self.article.span(*told.country_at), "couple"
        return None
