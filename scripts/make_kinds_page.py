"""Write docs/reference/kinds.md from langs/kinds.toml: `python scripts/make_kinds_page.py [--check]`."""

import sys
from collections.abc import Mapping
from pathlib import Path

from giaoluu.langs.kinds import Codes, Kind, groups, kinds

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "kinds.md"
LANGUAGES = ("vi", "en", "zh", "sv")

OPENING = """\
---
description: The closed list of kinds of activity, their modes, and what other schemes call them
date: 2026-11-22
tags: [reference, kinds, codes]
---

# Kinds of activity

Written by `python scripts/make_kinds_page.py` from `src/giaoluu/langs/kinds.toml`; change the table there, not here.

An activity has one **kind** from this closed list and perhaps one **mode** under it. An activity of unknown kind goes
to review; an unknown mode stays empty. Codes of other schemes are never read from a text: they follow from kind and
mode, and each says how well it fits: *exact* (the same), *broad* (the code is wider), *none* (the scheme has no code).

- CAMEO: `planned` is the code of an activity that is announced and not yet held.
- PLOVER: event, and mode after a slash; an activity still to come has the context `future` besides.
- schema.org: a subtype of `Event`.
- iCalendar: a value of `CATEGORIES`.

*Importance* tells how much a language pack misses without words for a kind: `required` fails `giaoluu pack check`.
"""


def write_page() -> str:
    """Return the page as Markdown."""
    parts = [OPENING]
    for group in groups().values():
        parts.append(f"## {group.label['en']} (`{group.name}`)\n")
        parts.extend(section(kind) for kind in kinds().values() if kind.group == group.name)
    return "\n".join(parts)


def section(kind: Kind) -> str:
    """Return the part of the page that tells of one kind."""
    lines = [f"### `{kind.name}`\n", f"{kind.definition} Importance: {kind.importance}.\n"]
    lines.append("| name | " + " | ".join(LANGUAGES) + " | CAMEO | PLOVER | schema.org | iCalendar |")
    lines.append("|---" * (len(LANGUAGES) + 5) + "|")
    lines.append(row(f"**{kind.name}**", kind.label, kind.codes))
    lines.extend(row(mode.name, mode.label, mode.codes) for mode in kind.modes.values())
    return "\n".join(lines) + "\n"


def row(name: str, label: Mapping[str, str], codes: Codes) -> str:
    """Return one line of a table."""
    cameo = codes.cameo.code + (f", planned {codes.cameo.planned}" if codes.cameo.planned else "")
    plover = codes.plover.event + (f" / {codes.plover.mode}" if codes.plover.mode else "")
    cells = [
        name,
        *(label[language] for language in LANGUAGES),
        f"{cameo} ({codes.cameo.quality})" if cameo else "none",
        f"{plover} ({codes.plover.quality})" if plover else "none",
        f"{codes.schema_org.type} ({codes.schema_org.quality})",
        f"{codes.ical.category} ({codes.ical.quality})",
    ]
    return "| " + " | ".join(cells) + " |"


def main() -> int:
    """Write the page, or with `--check` say whether it is current."""
    page = write_page()
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(page, encoding="utf-8", newline="\n")
        return 0
    if PAGE.read_text(encoding="utf-8") == page:
        return 0
    sys.stderr.write(f"{PAGE} is not current; run python scripts/make_kinds_page.py\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
