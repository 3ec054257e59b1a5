"""The rows of a reading's activities: dates as ranges, countries, participants, parts."""

from giaoluu.model.activities import ActivityMention
from giaoluu.model.activities import Participant as ParticipantWord
from giaoluu.register.carrying import Kept
from giaoluu.register.folding import fold
from giaoluu.register.models import Activity, ActivityCountry, Article, Participant
from giaoluu.register.parties import Parties


def add_activities(article: Article, parties: Parties, kept: Kept, rejected: frozenset[str]) -> dict[str, Activity]:
    """Add the activities of a reading and return them by their ids there."""
    words = parties.reading.activities
    rows = [_activity(article, word, parties, kept) for word in words]
    for row in rows:
        row.rejected = row.local in rejected
        row.current = article.listed and not row.rejected
    rows = kept.save(Activity, rows)
    by_local = {row.local: row for row in rows}
    parts = [(by_local[word.id], by_local.get(word.part_of)) for word in words if word.part_of]
    for part, whole in parts:
        part.part_of = whole
    kept.change(Activity, [part for part, _ in parts], "part_of")
    told = ((by_local[word.id], who) for word in words for who in word.participants)
    kept.put(Participant, (_participant(row, who, parties, kept) for row, who in told), activity__article=article)
    countries = (kept.row(ActivityCountry, activity=row, code=code) for row in rows for code in row.countries.split())
    kept.put(ActivityCountry, countries, activity__article=article)
    through = Activity.places.through
    placed = [(by_local[word.id], place) for word in words for place in parties.known_places(word.places)]
    links = {(row.pk, place.pk): (row, place) for row, place in placed}
    pairs = (kept.row(through, activity=row, place=place) for row, place in links.values())
    kept.put(through, pairs, activity__article=article)
    return by_local


def _activity(article: Article, word: ActivityMention, parties: Parties, kept: Kept) -> Activity:
    """Return the row of one activity."""
    edtf = word.date or word.bounds
    earliest, latest = (edtf.value.earliest, edtf.value.latest) if edtf else (None, None)
    places = [place.name for place in parties.known_places(word.places)]
    place = word.place.value if word.place else "".join(places[:1])
    names = list(dict.fromkeys(parties.name(p.party) or p.span.exact for p in word.participants))
    title = word.title.value if word.title else ""
    return kept.row(
        Activity,
        article=article,
        local=word.id,
        start=word.kind.span.start,
        end=word.kind.span.end,
        kind=word.kind.value,
        mode=word.mode.value if word.mode else "",
        status=str(word.status.value) if word.status else "",
        main=word.main,
        title=title,
        date=str(word.date.value) if word.date else "",
        bounds=str(word.bounds.value) if word.bounds else "",
        earliest=earliest,
        latest=latest,
        sorted_by=earliest or latest or article.sorted_by,
        place=place,
        countries=" ".join(_countries(word, parties)),
        parties=" · ".join(names[:6]) + (" …" if len(names) > 6 else ""),
        folded=fold(" ".join([title, *places, place, *names, *_posts(word, parties)])),
        count_stated=word.count_stated,
    )


def _posts(word: ActivityMention, parties: Parties) -> list[str]:
    """Return the posts that the participants of an activity had there."""
    return [parties.posts[post] for who in word.participants for post in who.posts if post in parties.posts]


def _countries(word: ActivityMention, parties: Parties) -> list[str]:
    """Return the countries of an activity: of its sides and, failing those, of its parties; sorted."""
    codes = {participant.side or parties.country(participant.party) for participant in word.participants}
    return sorted(code for code in codes if code)[:8]


def _participant(activity: Activity, word: ParticipantWord, parties: Parties, kept: Kept) -> Participant:
    """Return the row of one participant, with the posts of that time as printed."""
    return kept.row(
        Participant,
        activity=activity,
        person=parties.people.get(word.party),
        organisation=parties.organisations.get(word.party),
        local=word.id,
        name=parties.name(word.party) or word.span.exact,
        post="; ".join(parties.posts[post] for post in word.posts if post in parties.posts),
        role=str(word.role),
        side=(word.side or parties.country(word.party))[:8],
        inferred=word.inferred,
        start=word.span.start,
    )
