"""Whether two names are one person: a name alone never says so, a name with its context may."""

from giaoluu.identities.forms import HAN, fold_name
from giaoluu.identities.kinds import Kind, kind_of
from giaoluu.identities.names import Fit, fit_names
from giaoluu.identities.parts import fit_of_part
from giaoluu.identities.posts import agree_on_posts
from giaoluu.identities.verdicts import Context, Decision, Verdict
from giaoluu.model.edtf import Edtf

LIKELY = 0.45
"""From here on a name is worth a look."""

PARTIAL = 0.25
"""From here on a name is worth a look where its context agrees."""

DECADE = 10
MONTH = 31
APART = "the names are read differently"
ONE_HOLDER = "they hold a post that one person holds at a time"
NAME_ALONE = "a name alone does not say that they are one person"


def match_names(one: str, other: str, *, context_a: Context | None = None, context_b: Context | None = None) -> Verdict:
    """Return whether two names are one person, with a score and the reason.

    Without a context on both sides the most that is said is `review`.

    >>> match_names("Dương Vạn Minh", "杨万明").decision.value
    'review'
    >>> match_names("Dương Vạn Minh", "黎文山").decision.value
    'different'
    """
    fit = fit_names(one, other)
    if context_a is None or context_b is None:
        if fit.score < LIKELY:
            return Verdict(fit.score, Decision.DIFFERENT, APART)
        return Verdict(fit.score, Decision.REVIEW, f"{_reading(one, other, fit)}; {NAME_ALONE}")
    part = fit_of_part(one, other, (context_a, context_b)) if fit.score < LIKELY else 0.0
    if part and _years_apart(context_a.date, context_b.date) < DECADE:
        may_be = f"{one} may be {other}, printed in part"
        return Verdict(part, Decision.REVIEW, f"{may_be}; {ONE_HOLDER}")
    if fit.score < PARTIAL:
        return Verdict(fit.score, Decision.DIFFERENT, APART)
    decision, why = _judge(one, other, fit, (context_a, context_b))
    return Verdict(fit.score, decision, f"{_reading(one, other, fit)}; {why}")


def _judge(one: str, other: str, fit: Fit, contexts: tuple[Context, Context]) -> tuple[Decision, str]:
    """Return what follows from names that fit and their contexts, and why."""
    ours, theirs = contexts
    likely = Decision.REVIEW if fit.score >= LIKELY else Decision.DIFFERENT
    if ours.country and theirs.country and ours.country != theirs.country:
        return likely, f"one is of {ours.country}, the other of {theirs.country}"
    if _years_apart(ours.date, theirs.date) >= DECADE:
        return likely, "their dates are a decade or more apart"
    posts = agree_on_posts(ours.posts, theirs.posts)
    bodies = bool(ours.bodies & theirs.bodies)
    if posts is False and not bodies:
        return likely, "they hold different posts"
    shared = "hold the same post" if posts else "are of the same body" if bodies else ""
    if not shared and _same_days(ours.date, theirs.date) and not (ours.posts and theirs.posts):
        shared = "stand at the same date"
    if not shared or not (ours.country and theirs.country):
        return likely, "what stands around them does not say that they are one person"
    if not fit.attested:
        return Decision.REVIEW, f"they {shared}, but the names are not quite one"
    return _settle(one, other, contexts, shared)


def _settle(one: str, other: str, contexts: tuple[Context, Context], shared: str) -> tuple[Decision, str]:
    """Return `same` for attested names with an agreeing context, unless something is left that two could share."""
    ours, theirs = contexts
    equal = fold_name(one) == fold_name(other)
    if not equal and HAN.search(one) and HAN.search(other):
        return Decision.REVIEW, f"they {shared}, but are written with different signs"
    if not equal and not (ours.date and theirs.date):
        return Decision.REVIEW, f"they {shared}, but names that only sound alike need dates to be one person"
    return Decision.SAME, f"both are of {ours.country} and {shared}"


def _reading(one: str, other: str, fit: Fit) -> str:
    """Say how the names fit."""
    if fit.known:
        return f"{one} and {other} are names of one person ({fit.known})"
    if fold_name(one) == fold_name(other):
        return f"{one} is the same name on both sides"
    if fit.attested:
        return f"{one} reads as {other}"
    if not fit.worst:
        return f"{one} is a part of {other}, or the other way round"
    left, right = sorted(map(_shown, fit.worst), key=len)
    if left == right:
        return f"{one} is {other} but for a part that is left out"
    if Kind.INITIAL in map(kind_of, fit.worst):
        return f"{one} may be {other}: {left.upper()}. can stand for {right.capitalize()}"
    left, right = map(_shown, fit.worst)
    return f"{one} is close to {other}, but {left} is not {right}"


def _shown(syllable: str) -> str:
    return syllable[1:].rstrip("012345") if syllable.isascii() or len(syllable) > 1 else syllable


def _years_apart(one: Edtf | None, other: Edtf | None) -> int:
    """Return how many years lie between two dates at least; 0 where one is unknown."""
    if one is None or other is None or one.is_year_masked or other.is_year_masked:
        return 0
    first, last = sorted(
        ((d.earliest, d.latest) for d in (one, other)), key=lambda ends: (ends[0] is not None, ends[0])
    )
    return 0 if first[1] is None or last[0] is None else last[0].year - first[1].year


def _same_days(one: Edtf | None, other: Edtf | None) -> bool:
    """Say whether two dates, each known to the month or better, overlap."""
    if one is None or other is None or not one.overlaps(other):
        return False
    ends = [(day.earliest, day.latest) for day in (one, other)]
    return all(first and last and (last - first).days < MONTH for first, last in ends)
