"""The cascade: the levels in which a sentence is folded, each seeing what the levels before found."""

from collections.abc import Mapping

from giaoluu.langs.pack import Pack
from giaoluu.langs.tape import Found, Tape, settle
from giaoluu.mentions.bodies import code_of, fold_bodies
from giaoluu.mentions.dates import Anchor, find_dates
from giaoluu.mentions.names import fold_names
from giaoluu.mentions.occasions import fold_documents, fold_frameworks, fold_occasions, fold_quantities
from giaoluu.mentions.territory import NOTHING, fold_territories
from giaoluu.mentions.values import PlainValue


def fold_mentions(
    tape: Tape, pack: Pack, anchor: Anchor, local: Mapping[str, str] = NOTHING, namesakes: set[str] | None = None
) -> Tape:
    """Return the tape with all folded but posts and people; `local` are the short names of countries here.

    `namesakes` are the places that are called as people of the article are.
    """
    tape = tape.fold(find_dates(tape, pack, anchor))
    tape = fold_territories(tape, pack, local, namesakes)
    tape = fold_frameworks(tape, pack)
    tape = fold_bodies(tape, pack)
    tape = fold_occasions(tape, pack)
    tape = fold_documents(tape, pack)
    return fold_quantities(tape, pack)


def fold_groups(tape: Tape, pack: Pack) -> Tape:
    """Return the tape with delegations and joint speakers folded."""
    return _joint(_delegations(tape, pack), pack)


def fold_people(tape: Tape, pack: Pack, known: dict[str, str] | None = None) -> Tape:
    """Return a tape with marked names with people and pronouns folded; `known` are names of the article."""
    return _pronouns(fold_names(tape, pack, known), pack)


def _delegations(tape: Tape, pack: Pack) -> Tape:
    found = []
    for match in pack.find("delegation", tape):
        inner = [item.value for _, item in tape.signs(match.start, match.end)]
        codes = tuple(code for value in inner if (code := code_of(value)))
        own = (match.rule.get("country"),) if match.rule.get("country") else ()
        found.append(Found(match.start, match.end, "delegation", PlainValue(codes=(codes or own)[:1]), match.rule.name))
    return tape.fold(settle(found)) if found else tape


def _joint(tape: Tape, pack: Pack) -> Tape:
    """Fold "both sides" before names are sought: its words may be capitals ("the two Ministers")."""
    found = (
        item._replace(value=PlainValue(word=item.value[0]), rule="joint", weight=1)
        for item in pack.joint_words.find(tape)
    )
    return tape.fold(settle(found))


def _pronouns(tape: Tape, pack: Pack) -> Tape:
    """Fold pronouns: words that only the sentences before can resolve."""
    pronouns = [
        item._replace(value=PlainValue(item.value[1], item.value[0]), rule="pronoun")
        for item in pack.pronoun_words.find(tape)
    ]
    traps = pack.list_of("names", "pronoun_traps") if pronouns else ()
    free = [item for item in pronouns if not any(_is_inside(tape.folded, item, word) for word in traps)]
    return tape.fold(settle(free)) if free else tape


def _is_inside(text: str, item: Found, word: str) -> bool:
    """Say whether a span is a piece of a longer word that stands there."""
    start = text.find(word, max(0, item.end - len(word)), item.start + len(word))
    return start >= 0
