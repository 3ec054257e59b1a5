"""A new language pack: the files that every pack has, each saying what belongs into it."""

import re
from collections.abc import Iterator
from pathlib import Path

from giaoluu.langs.schema import COMMON, SECTIONS
from giaoluu.model.errors import PackError

CODE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?")

SETTINGS = """\
name = "{code}"            # the language's own name for itself
owner = "maintainers"      # until a speaker takes it
version = "1"
spaces = true              # false for a script that sets no spaces between words
home = ""                  # ISO 3166-1 alpha-2 code of the country that news in this language speaks of as its own
abbreviations = []         # those whose dot ends no sentence
"""

RULE = """\
# Rules of the section {section}: docs/reference/packs.md says what they find. Take the hash signs away and go on.
#
# [[{section}]]
# text = ""                # a template or a list of them: [optional], (a|b), {{slot}}
# not = []                 # traps: where one of these covers the match, there is none
# examples = []            # texts in which the rule must match
# further keys: {keys}
"""

FURNITURE = """\
# What pages in this language show and nobody reads as their story: see the file of the same name in other packs.
[heads]                    # a whole line that opens a block of links
related = []
most_read = []
menu = []
"""


def new_pack(code: str, into: Path) -> Iterator[Path]:
    """Make the folder of a new pack and yield the files written.

    Raises PackError for what is no language code (`th`, `zh-Hant`) and where the folder exists.

    >>> import tempfile
    >>> [path.name for path in new_pack("th", Path(tempfile.mkdtemp()))][:2]
    ['pack.toml', 'furniture.toml']
    """
    if not CODE.fullmatch(code):
        raise PackError(f"{code!r} is no language code; write two or three small letters as in ISO 639 (th, zh-Hant)")
    folder = into / code
    try:
        folder.mkdir(parents=True)
    except FileExistsError as error:
        raise PackError(f"{folder} exists; change the pack that is there or name another folder") from error
    except OSError as error:
        raise PackError(f"{folder} cannot be made ({error.strerror}); name another folder with --into") from error
    for name, text in _files(code):
        path = folder / name
        path.write_text(text, encoding="utf-8", newline="\n")
        yield path


def _files(code: str) -> Iterator[tuple[str, str]]:
    """Yield name and content of each file of a new pack."""
    yield "pack.toml", SETTINGS.format(code=code)
    yield "furniture.toml", FURNITURE
    for section, keys in SECTIONS.items():
        yield f"{section}.toml", RULE.format(section=section, keys=", ".join(sorted(keys - COMMON)) or "none")
