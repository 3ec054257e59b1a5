"""The rows of a reading's occasions, once for each activity that stands in one."""

from collections.abc import Iterator, Mapping

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
        for local in standing.get(word.id) or [""]:
            row = activities.get(local)
            yield kept.row(
                Occasion,
                article=article,
                activity=row,
                local=word.id,
                kind=word.kind.value,
                name=word.name.value,
                title=titles[told],
                key=names[told].key[:LONGEST],
                edition=word.edition.value if word.edition and word.edition.value > 0 else None,
                current=article.listed and (row is None or row.current),
            )


def _fuller(reading: Reading, names: Mapping[str, OccasionName]) -> dict[str, str]:
    """Return which occasions are others of their kind, told shorter."""
    found: dict[str, str] = {}
    for kind in OccasionKind:
        found |= fuller_names({word.id: names[word.id] for word in reading.occasions if word.kind is kind})
    return found
