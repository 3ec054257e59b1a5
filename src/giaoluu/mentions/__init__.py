"""Mentions: whom and what an article names, where, and who is meant by a pronoun or a bare post."""

from giaoluu.langs.pack import Pack
from giaoluu.langs.tapes import Tapes
from giaoluu.mentions.aliases import Aliases
from giaoluu.mentions.bodies import fold_posts
from giaoluu.mentions.dates import Anchor
from giaoluu.mentions.dates_years import lend_years
from giaoluu.mentions.entities import Collector
from giaoluu.mentions.known import Folded, Forms, known_names
from giaoluu.mentions.levels import fold_groups, fold_mentions, fold_people
from giaoluu.mentions.names import mark_names
from giaoluu.mentions.sentences import sentences_of
from giaoluu.mentions.territory import local_shorts
from giaoluu.model.article import Article, ZoneKind
from giaoluu.model.days import Precision
from giaoluu.model.edtf import Edtf
from giaoluu.model.mentions import Mentions, Sentence

__all__ = ["find_mentions"]

STOPS = (".", "!", "?", "\u3002", "\uff01", "\uff1f")
"""Marks that end a sentence, but no headline."""


def find_mentions(article: Article, pack: Pack, tapes: Tapes | None = None) -> Mentions:
    """Return all that the read zones of an article name.

    Sentences are folded level by level; then the article's own people are known and their short
    forms are found in a second round. `tapes` are those of the article's text, where others need them too.
    """
    published = article.published.value if article.published else None
    tapes = tapes or Tapes(article.text, pack)
    previous = None
    local = local_shorts(article.text, pack)
    namesakes: set[str] = set()
    before_people: list[Folded] = []
    for sentence in sentences_of(article, pack):
        tape = tapes.of(sentence.start, sentence.end)
        folded = fold_mentions(tape, pack, Anchor(published=published, previous=previous), local, namesakes)
        for _, item in folded.signs():
            told = item.type == "date" and sentence.zone is not ZoneKind.CAPTION
            if told and _is_later_reference(item.value.edtf, previous):
                previous = item.value.edtf
            if told and published is None and _is_headline(sentence, article) and _is_day(item.value.edtf):
                published = item.value.edtf
        before_people.append(Folded(sentence, folded))
    if published is None:
        lend_years([one.tape for one in before_people])
    aliases = Aliases((one.tape for one in before_people), pack)
    before_people = [
        Folded(one.sentence, fold_groups(fold_posts(aliases.fold(one.tape), pack), pack)) for one in before_people
    ]
    marked = [mark_names(one.tape, pack) for one in before_people]
    first = [Folded(one.sentence, fold_people(tape, pack)) for one, tape in zip(before_people, marked, strict=True)]
    known = known_names(first, pack)
    forms = Forms(known)
    second = [
        Folded(one.sentence, fold_people(tape, pack, here)) if (here := forms.again(one, done)) else done
        for one, tape, done in zip(before_people, marked, first, strict=True)
    ]
    return Collector(article, pack, known).collect(second)


def _is_headline(sentence: Sentence, article: Article) -> bool:
    """Say whether a sentence is the title, or the first line of an article that has none."""
    if sentence.zone is ZoneKind.TITLE:
        return True
    return not article.text[: sentence.start].strip() and article.text[sentence.end - 1 : sentence.end] not in STOPS


def _is_day(found: Edtf | None) -> bool:
    """Say whether a date is a day of a year: in the title of an article that prints no other it lends its year."""
    return found is not None and not found.is_interval and found.earliest is not None and found.earliest == found.latest


def _is_later_reference(found: Edtf | None, previous: Edtf | None) -> bool:
    """Say whether later sentences may mean a date by "the same day": the last day told, not a year told in passing."""
    if found is None or found.is_interval:
        return False
    return found.precision is Precision.DAY or previous is None or previous.precision is not Precision.DAY
