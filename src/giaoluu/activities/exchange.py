"""Is it an exchange at all: the gate between two countries' activities and everything else."""

from collections.abc import Collection

from giaoluu.activities.parties import holds_envoy_post
from giaoluu.activities.scenes import Scene, countries_of
from giaoluu.langs.kinds import kind as kind_of
from giaoluu.model.activities import ActivityMention
from giaoluu.model.article import ZoneKind
from giaoluu.model.edtf import Edtf
from giaoluu.model.mentions import INTERNATIONAL, Mentions, Organisation, Person

LATEST = 10
"""Sentences in which an article that is about an activity tells it for the first time."""

NEWS = 4
"""Days after which what took place is no news any more."""

OPENS = 8
"""Signs of a sentence within which its subject begins."""

OPENING = 4
"""Scenes of the title and the lead in which a reject counts."""


def decide(
    scenes: list[Scene],
    activities: list[ActivityMention],
    mentions: Mentions,
    published: Edtf | None = None,
) -> tuple[bool, str]:
    """Return whether an article reports an exchange between countries, and why.

    An exchange has an activity that the article is about, and two countries that meet in it: by its
    participants, by a body that joins two countries, or named together in the title and the lead.
    """
    if why_not := _refused(scenes, activities, mentions, published):
        return False, why_not
    main = [one for one in activities if one.main]
    own = frozenset(scenes[0].pack.settings.get("home_parts", ())) if scenes else frozenset()
    home = scenes[0].pack.settings.get("home") if scenes else None
    sides = {participant.side for one in activities for participant in one.participants if participant.side}
    sides -= own if home in sides or not sides & own else frozenset()
    if len(sides) > 1:
        return True, f"participants of {', '.join(sorted(sides))}"
    if sides and _meets_an_official(main, mentions):
        return True, f"somebody of {', '.join(sorted(sides))} and an official of a body of many states"
    if scenes and not scenes[0].pack.settings.get("home") and sides and _meets_the_writers_own(main, mentions):
        return True, f"somebody of {', '.join(sorted(sides))} and a holder of a post of no said country"
    if sides and not home and (_meets_an_envoy(main, mentions) or _meets_somebody_unnamed(main, scenes)):
        return True, f"somebody of {', '.join(sorted(sides))} and somebody, or a holder of a post, of no said country"
    if any(one.kind.value in BETWEEN or (one.mode and one.mode.value in BETWEEN) for one in main):
        return True, "an activity between countries by its kind"
    joining = next((body for body in mentions.organisations if _is_between(body)), None)
    if joining is not None:
        return True, f"a body between countries: {joining.names[0].value}"
    lead = [scene for scene in scenes if scene.sentence.zone != ZoneKind.CAPTION][:OPENING]
    named = {
        mention.value
        for scene in lead
        for _, mention in scene.of_type("country", "place", "body", "delegation", "post")
        if mention.value
    } - own
    joined = [countries_of(one) for scene in lead for _, one in scene.of_type("occasion")]
    pairs = any(len(one) > 1 for one in joined) or any(True for scene in lead for _ in scene.of_type("pair"))
    named |= {code for one in joined for code in one} - own
    here = {party.party for one in main for party in one.participants}
    named |= {post.place for one in mentions.people if one.id in here for post in one.posts if post.place}
    if named | sides and _tells(scenes[:OPENING], "own_house"):
        return True, f"{', '.join(sorted(named | sides))} at the writers' own house"
    if _tells(scenes[:OPENING], "twin_towns"):
        return True, "towns that are twins across a border"
    if many := _of_many(scenes[:LATEST], main):
        return True, many
    if pairs or len(named | sides) > 1:
        return True, f"countries named together: {', '.join(sorted(named | sides)) or 'a pair'}"
    return False, "one country only"


def _refused(
    scenes: list[Scene], activities: list[ActivityMention], mentions: Mentions, published: Edtf | None
) -> str | None:
    """Return why an article reports no activity at all, or None: words of the opening, nothing it is about."""
    for scene in scenes[:OPENING]:
        for match in scene.find("reject"):
            return f"{match.rule.get('reason')}: {scene.tape.text[match.start : match.end]}"
    main = [one for one in activities if one.main]
    if not main:
        return "no activity that the article is about"
    if _is_told_late(activities, scenes) and not any(_is_news(one, mentions, published) for one in main):
        return "an activity is told in passing only"
    return None


def _of_many(scenes: list[Scene], main: list[ActivityMention]) -> str | None:
    """Return why people of many countries are there: at a gathering, or the diplomats of many; None where not."""
    if _tells(scenes, "many_lands") and any(kind_of(one.kind.value).group in GATHERINGS for one in main):
        return "people of many countries"
    return "a diplomatic corps" if main and _tells(scenes, "corps") else None


def _tells(scenes: list[Scene], field: str) -> bool:
    """Say whether a detail of the pack stands in some sentences: that people of many countries come, towns are twins.

    They are sought in the sentence as printed: groups are folded on its tape.
    """
    return any(rule.get("field") == field for scene in scenes for _, _, rule in scene.find_printed("detail"))


def _is_news(one: ActivityMention, mentions: Mentions, published: Edtf | None) -> bool:
    """Say whether people of two countries, or a body between countries, met in the days before it was told of."""
    if published is None or one.date is None or published.earliest is None or one.date.value.earliest is None:
        return False
    days = (published.earliest - one.date.value.earliest).days
    between = {body.id for body in mentions.organisations if _is_between(body)}
    sides = {party.side for party in one.participants if party.side}
    return 0 <= days <= NEWS and (len(sides) > 1 or any(party.party in between for party in one.participants))


def _is_between(body: Organisation) -> bool:
    """Say whether a body exists for relations with another country."""
    return bool(body.partner_countries) or body.kind in JOINING


def _is_told_late(activities: list[ActivityMention], scenes: list[Scene]) -> bool:
    """Say whether no main activity, and no part of one, is told in the title and the first sentences."""
    main = {one.id for one in activities if one.main}
    told = [span.start for one in activities if not main.isdisjoint((one.id, one.part_of)) for span in one.evidence]
    texts = [scene.sentence.start for scene in scenes if scene.sentence.zone is not ZoneKind.CAPTION]
    return bool(told) and len(texts) > LATEST and min(told) >= texts[LATEST]


def _meets_the_writers_own(main: list[ActivityMention], mentions: Mentions) -> bool:
    """Say whether one activity joins holders of posts of a state, one of a country and one of none.

    Whoever writes leaves the own out.
    """
    people = {person.id: person for person in mentions.people if any(post.kind in OF_A_STATE for post in person.posts)}
    for one in main:
        here = [people[participant.party] for participant in one.participants if participant.party in people]
        if any(person.country for person in here) and any(person.country is None for person in here):
            return True
    return False


def _meets_somebody_unnamed(main: list[ActivityMention], scenes: list[Scene]) -> bool:
    """Say whether a sentence of an encounter opens with a bare post of a state that nobody named holds.

    So readouts call whom they are of: "The Prime Minister spoke to Norway's Prime Minister …".
    """
    met = [one for one in main if kind_of(one.kind.value).group == "encounter" and one.participants]
    told = {span.start for one in met for span in one.evidence}
    for scene in scenes[:OPENING]:
        if not any(scene.sentence.start <= start < scene.sentence.end for start in told):
            continue
        for _, mention in scene.of_type("post", start=0, end=OPENS):
            if mention.ref is None and mention.value is None:
                return True
    return False


def _meets_an_official(main: list[ActivityMention], mentions: Mentions) -> bool:
    """Say whether one activity joins a holder of a post of a state and an official of a body of many states."""
    kinds = {person.id: {post.kind for post in person.posts} for person in mentions.people}
    many = {body.id for body in mentions.organisations if body.kind == INTERNATIONAL}
    officials = {
        person.id
        for person in mentions.people
        if person.country is None and ("international_official" in kinds[person.id] or _is_of(person, many))
    }
    for one in main:
        here = {participant.party for participant in one.participants if participant.party in kinds}
        if here & officials and any(OF_A_STATE & kinds[party] for party in here - officials):
            return True
    return False


def _meets_an_envoy(main: list[ActivityMention], mentions: Mentions) -> bool:
    """Say whether an ambassador or consul of a country meets somebody of whom no country is told: they are abroad."""
    people = {person.id: person for person in mentions.people}
    for one in main:
        here = [people[party.party] for party in one.participants if party.party in people]
        envoys = [person for person in here if person.country and holds_envoy_post(person)]
        if envoys and kind_of(one.kind.value).group == "encounter" and any(person.country is None for person in here):
            return True
    return False


def _is_of(person: Person, bodies: Collection[str]) -> bool:
    """Say whether somebody has a post of one of some bodies."""
    return any(post.body in bodies for post in person.posts)


GATHERINGS = frozenset({"assembly", "culture", "cooperation"})
"""Groups of kinds in which people of many countries come together."""

OF_A_STATE = frozenset({"head_of_state", "head_of_government", "head_of_party", "minister", "speaker", "ambassador"})
"""Kinds of posts that a state has."""

BETWEEN = frozenset({"state_visit", "credentials"})
"""Kinds and modes of activities that only take place between countries."""

JOINING = frozenset({"embassy", "consulate", "friendship_association", "peoples_friendship_organisation"})
"""Bodies that exist for relations with another country."""
