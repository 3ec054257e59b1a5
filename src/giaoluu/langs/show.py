"""Show a language pack: what it holds, which kinds it covers, and what its templates mean."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product

from giaoluu.langs.check import folder_of
from giaoluu.langs.check_words import is_todo
from giaoluu.langs.kinds import Importance, kinds
from giaoluu.langs.pack import Pack, load
from giaoluu.langs.template import tokens_of

SAMPLES = 3


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a pack: how many rules and examples, how many still to write, and samples of what it means."""

    name: str
    rules: int
    examples: int
    to_write: int
    samples: tuple[str, ...]


def sections(pack: Pack) -> list[Section]:
    """Return what each section of a pack holds, in the order of its files.

    >>> from giaoluu.langs.pack import pack
    >>> [section.name for section in sections(pack("vi")) if section.name == "framework"]
    ['framework']
    """
    return [
        Section(
            name,
            len(entries),
            sum(len(entry.get("examples", ())) for entry in entries),
            sum(map(is_todo, entries)),
            tuple(islice(_samples(pack, name), SAMPLES)),
        )
        for name, entries in pack.sections.items()
    ]


def coverage(pack: Pack) -> Mapping[Importance, tuple[list[str], list[str]]]:
    """Return for each importance the kinds that have triggers, and those that lack them."""
    written = {entry.get("kind") for entry in pack.sections.get("trigger", ()) if not is_todo(entry)}
    return {
        importance: (
            [name for name, kind in kinds().items() if kind.importance is importance and name in written],
            [name for name, kind in kinds().items() if kind.importance is importance and name not in written],
        )
        for importance in Importance
    }


def show(code: str) -> str:
    """Return a pack, named by its code or its folder, as text for a terminal."""
    folder = folder_of(code)
    pack = load(folder, folder.name)
    name, owner = (pack.settings.get(key, "") for key in ("name", "owner"))
    lines = [f"{name} ({pack.code}), version {pack.version}, owner {owner}", ""]
    for section in sections(pack):
        to_write = f", {section.to_write} to write" if section.to_write else ""
        lines.append(f"{section.name:<12}{section.rules:>5} rules {section.examples:>5} examples{to_write}")
        lines += [f"{'':<14}{sample}" for sample in section.samples]
    for table, rows in pack.tables.items():
        lines.append(f"{table:<12}{len(rows):>5} rows")
    lines += ["", "Kinds of activity with triggers:"]
    for importance, (covered, missing) in coverage(pack).items():
        lacking = f"; missing: {', '.join(missing)}" if missing else ""
        lines.append(f"  {importance:<9}{len(covered):>3} of {len(covered) + len(missing)}{lacking}")
    return "\n".join(lines)


def expand(template: str, fragments: Mapping[str, str]) -> Iterator[str]:
    """Yield the texts that a template stands for, slots in braces, the shortest way through it first.

    >>> list(expand("[đã ](gặp|tiếp) {person}", {}))
    ['gặp {person}', 'tiếp {person}', 'đã gặp {person}', 'đã tiếp {person}']
    """
    pieces = list(tokens_of(template))
    yield from _alternatives(pieces, fragments)


def _samples(pack: Pack, section: str) -> Iterator[str]:
    """Yield one text for each rule of a section that is written."""
    for entry in pack.sections[section]:
        if is_todo(entry) or "text" not in entry:
            continue
        text = entry["text"] if isinstance(entry["text"], str) else entry["text"][0]
        value = next((str(entry[key]) for key in ("kind", "act", "status", "edtf", "theme", "key") if key in entry), "")
        yield f"{next(expand(text, pack.fragments.texts), '')}" + (f"  → {value}" if value else "")


Piece = str | tuple[str, ...]


def _alternatives(pieces: list[Piece], fragments: Mapping[str, str]) -> Iterator[str]:
    """Yield the texts of the branches up to the end or an unmatched closing mark, which is taken away."""
    branches: list[list[list[str]]] = [[]]
    while pieces:
        piece = pieces.pop(0)
        if piece == "|":
            branches.append([])
        elif piece in {")", "]"}:
            break
        else:
            branches[-1].append(_choices(piece, pieces, fragments))
    for branch in branches:
        yield from ("".join(parts) for parts in product(*branch))


def _choices(piece: Piece, pieces: list[Piece], fragments: Mapping[str, str]) -> list[str]:
    """Return the texts that one piece stands for."""
    if piece == "(":
        return list(islice(_alternatives(pieces, fragments), 50))
    if piece == "[":
        return ["", *islice(_alternatives(pieces, fragments), 50)]
    kind, word = piece[0], piece[1]
    if kind == "text":
        return [word]
    if kind == "fragment":
        return list(islice(expand(fragments.get(word, f"<{word}>"), fragments), 50))
    return [f"{{{word}}}"]
