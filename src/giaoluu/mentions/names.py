"""Names of people on a tape: which words are a name, and which posts stand beside it."""

import re
from collections.abc import Iterable

from giaoluu.langs.pack import Pack
from giaoluu.langs.signs import BIT, SIGN
from giaoluu.langs.tape import Found, Tape, settle
from giaoluu.mentions.appositions import heads_row, is_apposition, post_behind_bracket, posts_after
from giaoluu.mentions.honorifics import honorifics
from giaoluu.mentions.long_posts import long_posts
from giaoluu.mentions.name_starts import has_middle_word, name_start
from giaoluu.mentions.name_words import can_be_name
from giaoluu.mentions.names_han import han_names
from giaoluu.mentions.names_latin import (
    Word,
    gender_of,
    is_addressed,
    is_called_after,
    is_syllable,
    of_another_country,
    of_country,
    stands_alone,
    suffix_end,
    without_possessive,
    words_of_names,
)
from giaoluu.mentions.names_listed import is_own_name, is_owner, listed_names, occupation
from giaoluu.mentions.office_posts import office_posts
from giaoluu.mentions.posts_in_front import is_for_another, post_in_front
from giaoluu.mentions.shared_posts import share_posts
from giaoluu.mentions.values import PersonValue, PostValue

Beside = tuple[PostValue, int, int]
"""A post beside a name, and where it stands."""

OPENERS = " \"'“‘("


def mark_names(tape: Tape, pack: Pack) -> Tape:
    """Return the tape with honorifics folded and, where spaces set words apart, the words that may be names."""
    tape = tape.fold(honorifics(tape, pack))
    return tape.fold(settle(_latin_names(tape, pack) if pack.has_spaces else office_posts(tape, pack)))


def fold_names(tape: Tape, pack: Pack, known: "dict[str, str] | None" = None) -> Tape:
    """Return a tape with marked names with people folded; `known` maps short forms of the article to full names."""
    if not pack.has_spaces:
        tape = tape.fold(settle(han_names(tape, pack, known or {})))
    if not tape.types & BIT["name"]:
        return tape
    tape = tape.fold(settle(long_posts(tape, pack)))
    people = [
        person
        for position, item in tape.signs()
        if item.type == "name" and (person := _person(tape, position, pack, known or {}))
    ]
    tape = tape.fold(settle(people))
    tape = tape.fold(settle(listed_names(tape, pack)))
    share_posts(tape, pack)
    return tape


def _latin_names(tape: Tape, pack: Pack) -> Iterable[Found]:
    """Find runs of capitalised words that may be a person's name."""
    particles, stops, breaks = pack.name_particles, pack.name_stops, pack.name_breaks
    syllables, compounds = pack.list_of("names", "name_syllables"), pack.list_of("names", "no_name")
    run: list[Word] = []
    found: list[Found] = []
    for word in words_of_names(tape.text, pack):
        joined = (
            run
            and (tape.text[run[-1].end : word.start] == " " or is_syllable(tape.text, run[-1], word, pack))
            and word.text not in breaks
            and not tape.text.startswith(compounds, word.start)
            and without_possessive(run[-1].text, pack) == run[-1].text
        )
        if joined and (word.text[0].isupper() or word.text in particles or word.text in syllables):
            run.append(word)
            continue
        if run:
            found += _chunks(run, tape, pack, stops)
        run = [word] if word.text[0].isupper() and not tape.text.startswith(compounds, word.start) else []
    if run:
        found += _chunks(run, tape, pack, stops)
    return found


def _chunks(run: list[Word], tape: Tape, pack: Pack, stops: frozenset[str]) -> Iterable[Found]:
    """Cut a run of capitalised words to what can be a name."""
    text = tape.text
    while run and not (run[-1][0][0].isupper() or is_syllable(text, run[-2] if run[1:] else None, run[-1], pack)):
        run = run[:-1]
    while (
        run
        and run[0][0] in stops
        and not (
            len(run) > 1
            and (run[0][0] in pack.surnames or pack.name_countries(f"{run[0][0]} {run[1][0]}"))
            and (_anchored(tape, run[0].start) or run[0].text not in pack.list_of("names", "name_stops"))
        )
    ):
        run = run[1:]
    ends = pack.list_of("names", "never_last")
    if not run or run[-1].text in ends or (run[0].text in pack.name_breaks and not run[1:]):
        return
    at_start = _is_at_start(tape.text, run[0].start)
    run = run[name_start([word[0] for word in run], pack, at_start=at_start) :]
    words = [word[0] for word in run]
    native = 2 <= len(words) <= 5 and (is_own_name(words, pack) or has_middle_word(words, pack))
    start = run[0].start
    end = suffix_end(tape.text, run[-1].start + len(without_possessive(words[-1], pack)), pack)
    yield Found(start, end, "name", (tape.text[start:end], native, at_start and len(run) == 1), "capitals")


def _is_at_start(text: str, start: int) -> bool:
    """Say whether a word opens a sentence, or what stands behind a colon."""
    while start and text[start - 1] in OPENERS:
        start -= 1
    return start == 0 or text[start - 1] in ".:!?"


def _anchored(tape: Tape, start: int) -> bool:
    """Say whether a post or an honorific stands right before a position."""
    return tape.folded[max(0, start - 2) : start] in {SIGN["post"] + " ", SIGN["honorific"] + " "}


def _person(tape: Tape, position: int, pack: Pack, known: "dict[str, str]") -> Found | None:
    """Join a name with the honorific and the posts beside it, or None where nothing tells that it is a person's."""
    name, native, alone = tape.payload[position].value
    start, end, honorific_at = position, position + 1, None
    honorific: Found | None = None
    before = _sign_before(tape, start)
    if before is not None and tape.payload[before].type == "honorific":
        honorific, honorific_at, start = tape.payload[before], tape.span(before, before + 1), before
        before = _sign_before(tape, start)
    if (tape.text[end : end + 1] in {"-", "–"} and tape.text[end + 1 : end + 2] != " ") or (
        before is not None and _takes_no_name(tape, before, pack, "" if name in known else name)
    ):
        return None
    if before is None or (honorific_at and tape.text[before - 2 : before] == ", " and heads_row(tape, before - 2)):
        front = post_in_front(tape, position, start, pack)
        before = post_behind_bracket(tape, start) if front is None else front
    posts, start = _posts_before(tape, before, start, pack)
    if not pack.has_spaces:
        following, honorific_after, end = _beside(tape, end)
        posts += following
        if honorific is None and honorific_after is not None:
            honorific, honorific_at = honorific_after, tape.span(end - 1, end)
    after, end = posts_after(tape, end, name, pack, posts)
    posts, end = of_country(tape, end, [*posts, *after], pack)
    is_known = name in known
    if not (is_known or is_addressed(tape, position, honorific, posts) or can_be_name(name, pack)):
        return None
    if not (posts or honorific or is_known or (native and not alone and not is_owner(tape, position, name, pack))):
        return None
    if start == position and is_called_after(tape, position, pack):
        return None
    if not posts and start == position:
        posts, start = _calling(tape, position, pack)
    bare = _without_genitive(name, pack, known)
    first, last = tape.span(position, position + 1)
    value = PersonValue(
        bare,
        (first, last - len(name) + len(bare)),
        tuple(posts),
        honorific_at,
        gender_of(name, pack, honorific.value.gender if honorific else None),
        short=is_known and known[bare] != bare,
    )
    return Found(start, end, "person", value, tape.payload[position].rule)


def _calling(tape: Tape, position: int, pack: Pack) -> tuple[list[Beside], int]:
    """Return the word for what somebody does right before the name as a post, and where it starts."""
    calling = occupation(tape, position, pack)
    return ([], position) if calling is None else ([calling], position - len(calling[0].words) - 1)


def _posts_before(tape: Tape, before: int | None, start: int, pack: Pack) -> tuple[list[Beside], int]:
    """Return the posts that stand one by one before a position, from the last at `before`, and where they start."""
    posts: list[Beside] = []
    while before is not None and tape.payload[before].type == "post":
        posts.insert(0, (tape.payload[before].value, *tape.span(before, before + 1)))
        start = before
        before = _sign_before(tape, start, links=pack.name_links)
        if before is not None and (_stands_alone(tape, before, start, pack) or stands_alone(tape, before, pack)):
            break
        if before is not None and of_another_country(tape.payload[before].value, posts):
            break
        if before is not None and _is_of_the_one_before(tape, before, start, pack):
            break
        if before is not None and (is_for_another(tape, before, pack) or _follows_a_name(tape, before, pack)):
            break
    return posts, start


def _is_of_the_one_before(tape: Tape, post: int, following: int, pack: Pack) -> bool:
    """Say whether a post before "and" stands in apposition: "Anna Berg, Chair of the Board and Minister Eva Lind"."""
    joined = tape.text[post + 1 : following].strip(" ,").isalpha()
    return joined and tape.payload[post].type == "post" and is_apposition(tape, post, pack)


def _follows_a_name(tape: Tape, position: int, pack: Pack) -> bool:
    """Say whether a post stands right behind a name whose it is, where no space sets the two apart."""
    return not pack.has_spaces and (item := tape.payload.get(position - 1)) is not None and item.type == "name"


def _without_genitive(name: str, pack: Pack, known: "dict[str, str]") -> str:
    """Return a name without its genitive ending, where the article also has the bare name."""
    for end in pack.list_of("names", "genitives"):
        bare = name.removesuffix(end)
        if bare != name and bare in known and known[bare] == known.get(name):
            return bare
    return name


def _takes_no_name(tape: Tape, post: int, pack: Pack, name: str) -> bool:
    """Say whether a post in a form that no name follows stands there ("kungen").

    Before others ("ministern") stands no lone word but a given name of the language's own people, where `name` is
    unknown to the article (else it is empty).
    """
    item, endings = tape.payload[post], pack.list_of("names", "no_name_after")
    lone = name and " " not in name and name not in pack.own_names
    endings += pack.list_of("names", "definite") if lone else ()
    return bool(endings) and item.type == "post" and item.value.words.lower().endswith(endings)


def _stands_alone(tape: Tape, post: int, following: int, pack: Pack) -> bool:
    """Say whether a post before "and" means somebody by itself, so that it is no second post of who comes next."""
    endings = pack.list_of("names", "definite")
    if not endings or not tape.text[post + 1 : following].strip(" ,").isalpha():
        return False
    return tape.payload[post].type == "post" and tape.payload[post].value.words.endswith(endings)


def _sign_before(tape: Tape, position: int, *, links: re.Pattern[str] | None = None) -> int | None:
    """Return the position of the sign right before, with a space (or nothing) between, or one of the links."""
    stop = position
    if links:
        for match in links.finditer(tape.text, max(0, position - 12), position):
            if match.end() == position:
                stop = match.start()
                break
        else:
            return None
    elif tape.text[max(0, position - 1) : position] == " ":
        stop = position - 1
    return stop - 1 if stop > 0 and stop - 1 in tape.payload else None


def _beside(tape: Tape, position: int) -> tuple[list[Beside], Found | None, int]:
    """Return posts and the honorific that stand right behind a name, and where they end.

    Some scripts write them there.
    """
    posts: list[Beside] = []
    honorific = None
    while (item := tape.payload.get(position)) is not None and item.type in {"post", "honorific"}:
        if tape.folded[position + 1 : position + 2] == SIGN["name"]:
            break
        position += 1
        if item.type == "honorific":
            honorific = item
            break
        posts.append((item.value, *tape.span(position - 1, position)))
    return posts, honorific, position
