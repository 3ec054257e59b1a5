"""The lists of an article's places, dates, numbers, occasions, frameworks, documents and delegations."""

from dataclasses import replace

from giaoluu.langs.tape import Found, fold_case
from giaoluu.mentions.values import CountryValue, FrameworkValue, OccasionValue, PlaceValue, PlainValue, QuantityValue
from giaoluu.model.article import Article
from giaoluu.model.mentions import (
    DateMention,
    Delegation,
    Document,
    Framework,
    Occasion,
    OccasionKind,
    Place,
    PlaceLevel,
    Quantity,
)
from giaoluu.model.spans import Cited

WORDS = 3
"""Words of a delegation's name from which on their order tells nothing ("the X Institute delegation", "of the X …")."""


def _same_words(one: str, other: str) -> bool:
    """Say whether all words of the shorter of two names stand in the longer one."""
    fewer, more = sorted((frozenset(one.split()), frozenset(other.split())), key=len)
    return len(fewer) >= WORDS and fewer <= more


class Entries:
    """Enters what is named once each, in reading order, and gives it an id."""

    def __init__(self, article: Article) -> None:
        """Start with empty lists."""
        self.article = article
        self.places: dict[str, Place] = {}
        self.dates: list[DateMention] = []
        self.quantities: list[Quantity] = []
        self.occasions: list[Occasion] = []
        self.frameworks: list[Framework] = []
        self.documents: list[Document] = []
        self.delegations: list[Delegation] = []

    def place(self, value: PlaceValue | CountryValue, start: int, end: int, rule: str) -> str:
        """Enter a country or place once, and return its id."""
        span = self.article.span(start, end)
        key = (value.code if isinstance(value, CountryValue) else value.key) or span.exact
        if key not in self.places:
            ref = f"l{len(self.places) + 1}"
            name = Cited(span.exact, span, rule)
            if isinstance(value, CountryValue):
                self.places[key] = Place(ref, name, PlaceLevel.COUNTRY, value.code, value.code)
            else:
                level = PlaceLevel(value.level) if value.level in set(PlaceLevel) else None
                within = self.places[value.within].id if value.within in self.places else None
                self.places[key] = Place(ref, name, level, value.key, value.country, value.town, within)
        elif span.exact[:1].isupper() and self.places[key].name.value[:1].islower():
            self.places[key] = replace(self.places[key], name=Cited(span.exact, span, rule))
        return self.places[key].id

    def other(self, item: Found, start: int, end: int) -> tuple[str | None, str | None]:
        """Enter dates, numbers, occasions, frameworks, documents and delegations."""
        span, value = self.article.span(start, end), item.value
        if item.type == "date":
            self.dates.append(
                DateMention(f"t{len(self.dates) + 1}", span, item.rule, value.edtf, value.relative, value.time)
            )
            return self.dates[-1].id, None if value.edtf is None else str(value.edtf)
        if isinstance(value, QuantityValue):
            number = Quantity(
                f"q{len(self.quantities) + 1}",
                span,
                item.rule,
                value.value,
                value.unit,
                value.of,
                value.maximum,
                value.approximate,
            )
            self.quantities.append(number)
            return number.id, None
        if isinstance(value, OccasionValue):
            named = value.edition or value.ordinal or value.of_at or value.year or value.kind == "themed_year"
            return self._occasion(
                value, item, start, end
            ), f"{value.kind}:{value.edition or ''}:{','.join(value.codes)}:{'named' if named else ''}"
        if isinstance(value, FrameworkValue):
            self.frameworks.append(
                Framework(f"f{len(self.frameworks) + 1}", value.key, span, item.rule, value.item, value.variant)
            )
            return self.frameworks[-1].id, value.key
        if item.type == "document":
            self.documents.append(
                Document(f"r{len(self.documents) + 1}", value.word, Cited(span.exact, span, item.rule))
            )
            return self.documents[-1].id, None
        if item.type == "delegation" and isinstance(value, PlainValue):
            return self._delegation(value, item, start, end)
        return None, value.word if isinstance(value, PlainValue) else None

    def _delegation(self, value: PlainValue, item: Found, start: int, end: int) -> tuple[str, str | None]:
        """Enter a delegation, or name again the one told last whose words these are, or shorten."""
        span, code = self.article.span(start, end), value.codes[0] if value.codes else None
        words = fold_case(span.exact)
        for place in range(len(self.delegations) - 1, -1, -1):
            known = self.delegations[place]
            name, country = fold_case(known.name.value), known.country.value if known.country else None
            again = words == name or (code is None and name.startswith(words + " ")) or name.endswith(words)
            again = again or (code is not None and words.startswith(f"{name} (")) or _same_words(words, name)
            if again and code in {None, country}:
                self.delegations[place] = replace(known, mentions=(*known.mentions, span))
                return known.id, country
        country_told = Cited(code, span, "country-in-name") if code else None
        ref = f"g{len(self.delegations) + 1}"
        self.delegations.append(Delegation(ref, Cited(span.exact, span, item.rule), (span,), country=country_told))
        return ref, code

    def _occasion(self, value: OccasionValue, item: Found, start: int, end: int) -> str:
        """Enter a series, anniversary, programme, year or term."""
        span = self.article.span
        name = span(start, end)
        edition = (
            Cited(value.edition, span(*value.edition_at), item.rule)
            if value.edition is not None and value.edition_at
            else None
        )
        ordinal = (
            Cited(value.ordinal, span(*value.ordinal_at), item.rule)
            if value.ordinal is not None and value.ordinal_at
            else None
        )
        of = (
            Cited(
                name.exact if value.of_at is None else span(*value.of_at).exact,
                name if value.of_at is None else span(*value.of_at),
                item.rule,
            )
            if value.of_at
            else None
        )
        year = Cited(value.year, span(*value.year_at), item.rule) if value.year is not None and value.year_at else None
        ref = f"s{len(self.occasions) + 1}"
        self.occasions.append(
            Occasion(ref, OccasionKind(value.kind), Cited(name.exact, name, item.rule), edition, ordinal, of, year)
        )
        return ref
