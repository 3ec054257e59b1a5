"""What a span on a tape means, before the article's people and bodies are told apart."""

from dataclasses import dataclass, field

from giaoluu.model.edtf import Edtf


@dataclass(slots=True)
class CountryValue:
    """A country by its ISO 3166 code, and the form that names it (name, adjective, side, …)."""

    code: str
    form: str = "name"


@dataclass(slots=True)
class PairValue:
    """Two countries named as one pair ("Việt - Trung"); the order is the speaker's."""

    codes: tuple[str, str]


@dataclass(slots=True)
class PlaceValue:
    """A place of the pack's tables, or one that its words alone tell (`key` None)."""

    key: str | None
    level: str | None
    country: str | None
    within: str | None = None
    town: str | None = None
    """Name of the town or province in which a site stands, where the pack knows it."""


@dataclass(slots=True)
class BodyValue:
    """A body: kind, country, seat, partner countries, level."""

    kind: str
    country: str | None = None
    country_at: tuple[int, int] | None = None
    located_in: str | None = None
    located_at: tuple[int, int] | None = None
    partners: tuple[str, ...] = ()
    place: str | None = None
    place_level: str | None = None
    place_at: tuple[int, int] | None = None
    collective: bool = False
    unique: bool = False
    """One of its kind in its country: two wordings of it in one article are one body."""


@dataclass(slots=True)
class PostValue:
    """A post: kind, the country that it stands for, and the body, each with its offsets in the article."""

    kind: str
    country: str | None = None
    country_at: tuple[int, int] | None = None
    body: BodyValue | None = None
    body_at: tuple[int, int] | None = None
    located_in: str | None = None
    words: str = ""
    abroad: str = ""
    """`always` for a post that the home country does not have (a president, where there is a king).

    `by-name` for one that only people with names of its own hold at home.
    """
    seat: tuple["PlaceValue", int, int] | None = None
    """The town or province of the post or of its body, with its offsets in the article."""
    assumed: bool = False
    """Whether only its wording tells the country, as the pack has it: other countries may have such a post too."""
    behind: bool = False
    """Whether the country stands behind the holder's name ("Prime Minister Brandt of Norway")."""


@dataclass(slots=True)
class PersonValue:
    """A person as one place names him or her: the name, the posts beside it, the honorific (offsets in the article)."""

    name: str
    name_at: tuple[int, int]
    posts: tuple[tuple[PostValue, int, int], ...] = ()
    honorific_at: tuple[int, int] | None = None
    gender: str | None = None
    short: bool = False


@dataclass(slots=True)
class OccasionValue:
    """A series, anniversary, programme, year or term, with its number and year."""

    kind: str
    edition: int | None = None
    edition_at: tuple[int, int] | None = None
    ordinal: int | None = None
    ordinal_at: tuple[int, int] | None = None
    of_at: tuple[int, int] | None = None
    year: Edtf | None = None
    year_at: tuple[int, int] | None = None
    body: BodyValue | None = None
    codes: tuple[str, ...] = ()
    """Codes of the countries that its name joins ("the Norwegian-Lao festival"), where it joins some."""


@dataclass(slots=True)
class QuantityValue:
    """A number with its unit, and the range or thing counted."""

    value: float | None
    unit: str | None = None
    of: str | None = None
    maximum: float | None = None
    approximate: bool = False


@dataclass(slots=True)
class FrameworkValue:
    """A named formula of relations."""

    key: str
    item: int | None = None
    variant: bool = False


@dataclass(slots=True)
class PlainValue:
    """A span whose words are all there is to it (an honorific, a pronoun, "both sides")."""

    gender: str | None = None
    word: str = ""
    codes: tuple[str, ...] = field(default=())
