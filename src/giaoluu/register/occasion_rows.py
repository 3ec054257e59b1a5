"""The rows of a reading's occasions, once for each activity that stands in one."""

from collections.abc import Iterable, Iterator, Mapping

from giaoluu.identities.occasions import OccasionName, fuller_names, occasion_name
from giaoluu.langs.pack import codes, pack
from giaoluu.model.mentions import Occasion as OccasionWord
from giaoluu.model.mentions import OccasionKind
from giaoluu.model.reading import Reading
from giaoluu.register.carrying import Kept
from giaoluu.register.models import Activity, Article, Occasion

LONGEST = 200


def add_occasions(article: Article, reading: Reading, kept: Kept, activities: Mapping[str, Activity]) -> None:
    """Add the occasions of a reading in place of the old ones."""
    kept.put(Occasion, _rows(article, reading, activities, kept), article=article)


def title_of(word: OccasionWord, language: str | None) -> str:
    """Return the name of an occasion without its edition and the words around that."""
    name = word.name
    if word.edition is None or not name.span.start <= word.edition.span.start < name.span.end:
        return name.value
    start, end = word.edition.span.start - name.span.start, word.edition.span.end - name.span.start
    words = pack(language).list_of("occasions", "edition_words") if language in codes() else ()
    before, after = name.span.exact[:start].rstrip(), name.span.exact[end:].lstrip()
    for one in sorted(words, key=len, reverse=True):
        before = before[: -len(one)].rstrip() if before.casefold().endswith(one) else before
        after = after[len(one) :].lstrip() if after.casefold().startswith(one) else after
    return " ".join(f"{before} {after}".split()).strip(" ,-\u2013") or name.value


def _rows(article: Article, reading: Reading, activities: Mapping[str, Activity], kept: Kept) -> Iterator[Occasion]:
    standing: dict[str, list[str]] = {}
    for activity in reading.activities:
        for local in activity.occasions:
            standing.setdefault(local, []).append(activity.id)
    titles = {word.id: title_of(word, reading.article.language) for word in reading.occasions}
    names = {id_: occasion_name(title) for id_, title in titles.items()}
    fuller = _fuller(reading, names)
    for word in reading.occasions:
        told = fuller.get(word.id, word.id)
        title, key = titles[told], names[told].key
        if word.kind is OccasionKind.TERM:
            title, key = _term(word, reading)
        for local in standing.get(word.id) or [""]:
            row = activities.get(local)
            yield kept.row(
                Occasion,
                article=article,
                activity=row,
                local=word.id,
                kind=word.kind.value,
                name=word.name.value,
                title=title,
                key=key[:LONGEST],
                edition=word.edition.value if word.edition and word.edition.value > 0 else None,
                current=article.listed and (row is None or row.current),
            )


def _term(word: OccasionWord, reading: Reading) -> tuple[str, str]:
    """Return the title and key of a term of office: its years, and whose it is where the page tells."""
    terms = [one for one in reading.occasions if one.kind is OccasionKind.TERM]
    told = _bodies([word], reading) or _bodies(terms, reading)
    body = told[0] if len(told) == 1 else ""
    years = word.date.value.text if word.date else ""
    title = " · ".join(filter(None, (_with_years(word.name.value, years), body)))
    return title, f"{years or occasion_name(word.name.value).key} {occasion_name(body).key if body else ''}".strip()


def _bodies(terms: Iterable[OccasionWord], reading: Reading) -> list[str]:
    """Return the bodies whose terms these may be: their own, or those that take part in what stands in them."""
    names = {body.id: body.names[0].value for body in reading.organisations if body.names}  # all may be rejected
    found: dict[str, None] = {}
    for term in terms:
        standing = (one for one in reading.activities if term.id in one.occasions)
        parties = [term.body] if term.body else [party.party for one in standing for party in one.participants]
        found |= dict.fromkeys(names[id_] for id_ in parties if id_ in names)
    return list(found)


def _with_years(name: str, years: str) -> str:
    """Return the name of a term, with its years where it does not say them.

    >>> _with_years("nhiệm kỳ 2023-2028", "2023/2028"), _with_years("Nhiệm kỳ VI", "2023/2028")
    ('nhiệm kỳ 2023-2028', 'Nhiệm kỳ VI, 2023–2028')
    """
    told = years.split("/")
    return name if all(year in name for year in told) else f"{name}, {'–'.join(told)}"


def _fuller(reading: Reading, names: Mapping[str, OccasionName]) -> dict[str, str]:
    """Return which occasions are others of their kind, told shorter."""
    found: dict[str, str] = {}
    for kind in OccasionKind:
        found |= fuller_names({word.id: names[word.id] for word in reading.occasions if word.kind is kind})
    return found
