"""The words of the site in every language: what is to be translated, and .po compiled to .mo.

python -m giaoluu.web.messages           compile; users need no gettext
python -m giaoluu.web.messages --update  also add new words, untranslated, to the .po files
"""

import ast
import io
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from types import ModuleType

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from giaoluu.langs.pack import codes, pack
from giaoluu.model import activities, article, links, mentions
from giaoluu.model.claims import EVIDENCE, SINGULAR, WHOLE
from giaoluu.register.accounts_roles import Role as AccountRole

HERE = Path(__file__).parent
LANGUAGES = ("vi", "en")
_CALL = re.compile(
    r"""\b(?:gettext|ngettext|_)\((u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*")(?:\s*,\s*(u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*"))?"""
)
_EMPTY_HEADERS = re.compile(rb'"(?!Language:|Plural-|MIME-|Content-)[A-Z][A-Za-z-]+: [^"]*"\n')
_PLAIN = {"gettext", "gettext_lazy", "_"}

CODES: dict[str, type[StrEnum]] = {
    "status": activities.Status,
    "role": activities.Role,
    "account role": AccountRole,
    "act": activities.Act,
    "attribution": activities.Attribution,
    "strength": activities.Strength,
    "specificity": activities.Specificity,
    "zone": article.ZoneKind,
    "standing": links.UndertakingStatus,
    "relation": links.FollowUpRelation,
    "occasion": mentions.OccasionKind,
}
"""Context of a label → the closed list whose members it names."""

BY_ID = ("occasions", "delegations", "quantities", "documents", "photos")
"""Fields of an activity that have a row of their own on its page."""

COMPARED = frozenset({"post", "count"})
"""What accounts of one activity are compared by besides the properties of claims."""

Key = tuple[str | None, str | tuple[str, str]]
"""Context and words (or singular and plural) of a message."""


def wanted() -> dict[Key, None]:
    """Return every message of the site, in the order of its files."""
    found: dict[Key, None] = {}
    for path in sorted(HERE.rglob("templates/**/*.html")):
        found |= dict.fromkeys((None, words) for words in _in_template(path.read_text("utf-8")))
    for path in sorted(HERE.rglob("*.py")):
        found |= dict.fromkeys((None, words) for words in _in_code(path.read_text("utf-8")))
    found |= {("date pattern", "d MMMM y"): None}
    for context, listed in CODES.items():
        found |= dict.fromkeys((context, code.value) for code in listed)
    for context, value in (("theme", "theme"), ("framework", "key"), ("body", "kind")):
        found |= dict.fromkeys((context, name) for name in told_by_packs(context, value))
    return found | dict.fromkeys(("property", name) for name in sorted(properties()))


def told_by_packs(section: str, value: str) -> list[str]:
    """Return the codes that the rules of a section carry, over all packs.

    >>> "education" in told_by_packs("theme", "theme"), "embassy" in told_by_packs("body", "kind")
    (True, True)
    """
    return sorted({str(rule.get(value)) for code in codes() for rule, _ in pack(code).rules(section).rules})


def properties() -> set[str]:
    """Return the names of all properties that a claim may have.

    >>> {"kind", "date", "participant", "topic", "occasions"} <= properties()
    True
    """
    names = {name for name, _, _ in WHOLE.values()} | EVIDENCE | COMPARED | set(BY_ID)
    for word in _dataclasses((activities, article, mentions)):
        cited = (item.name for item in fields(word) if "Cited[" in str(item.type))
        names |= {SINGULAR.get(name, name) for name in cited}
    return names


def update(language: str) -> None:
    """Add what is new to a language's .po and drop what is gone; translations stay."""
    path = po_file(language)
    old = read_catalog(language) if path.exists() else Catalog(locale=language)
    new = Catalog(locale=language, charset="utf-8", header_comment=f"# The words of the site: {language}", fuzzy=False)
    for context, words in wanted():
        kept = old.get(words if isinstance(words, str) else words[0], context)
        blank: str | tuple[str, ...] = "" if isinstance(words, str) else ("",) * new.num_plurals
        new.add(words, kept.string if kept else blank, context=context)
    stream = io.BytesIO()
    write_po(stream, new, width=120, omit_header=False, ignore_obsolete=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_EMPTY_HEADERS.sub(b"", stream.getvalue()))


def compiled(language: str) -> bytes:
    """Return a language's .mo; the same words give the same bytes."""
    stream, catalog = io.BytesIO(), read_catalog(language)
    catalog.creation_date = catalog.revision_date = datetime(2000, 1, 1, tzinfo=UTC)
    write_mo(stream, catalog)
    return stream.getvalue()


def untranslated(language: str) -> list[Message]:
    """Return the messages that a language lacks words for; English needs them for codes alone."""
    catalog = read_catalog(language)
    found = []
    for context, words in wanted():
        if language == "en" and context is None:
            continue
        message = catalog.get(words if isinstance(words, str) else words[0], context)
        strings = (
            () if message is None else (message.string if isinstance(message.string, tuple) else (message.string,))
        )
        if not strings or not all(strings):
            found.append(message or Message(words, context=context))
    return found


def po_file(language: str) -> Path:
    """Return where a language's words lie."""
    return HERE / "locale" / language / "LC_MESSAGES" / "django.po"


def read_catalog(language: str) -> Catalog:
    """Return a language's words."""
    return read_po(io.BytesIO(po_file(language).read_bytes()), locale=language)


def _dataclasses(modules: Iterable[ModuleType]) -> Iterator[type]:
    """Yield the dataclasses of modules."""
    for module in modules:
        yield from (word for word in vars(module).values() if isinstance(word, type) and is_dataclass(word))


def _in_template(text: str) -> Iterator[str | tuple[str, str]]:
    """Yield the messages of a template."""
    for found in _CALL.finditer(templatize(text)):
        first = ast.literal_eval(found[1]).replace("%%", "%") if found[1] else ""
        yield (first, ast.literal_eval(found[2])) if found[2] else first


def _in_code(text: str) -> Iterator[str]:
    """Yield the messages of a module."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _PLAIN:
            yield from (
                arg.value for arg in node.args[:1] if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
            )


def main(arguments: list[str]) -> None:
    """Compile, after updating where asked."""
    for language in LANGUAGES:
        if "--update" in arguments:
            update(language)
        po_file(language).with_suffix(".mo").write_bytes(compiled(language))
        missing = untranslated(language)
        sys.stdout.write(f"{language}: {len(wanted())} messages, {len(missing)} without words\n")
        sys.stdout.writelines(f"  {message.context or ''} {message.id!r}\n" for message in missing)


if __name__ == "__main__":
    main(sys.argv[1:])
