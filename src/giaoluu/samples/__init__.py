"""Sample coverage in five languages with a golden record for each page: for demos, docs and tests.

All persons are invented; places and most public bodies are real. Nothing here was ever in the news.

>>> page = page_of("ceramics-vi")
>>> page.name
'ceramics-vi.html'
>>> golden("ceramics-vi")["activities"][0]["kind"]
'exhibition'
"""

import tomllib
from pathlib import Path
from typing import Any

from giaoluu.model.errors import SourceError

FOLDER = Path(__file__).parent
"""The folder of this package."""

GOLDEN = FOLDER / "golden"
"""The folder with one `<id>.toml` per page, in the shape that `giaoluu.evaluation` reads."""

PAGES = FOLDER / "pages"
"""The folder with the pages, HTML and stripped text."""


def pages() -> tuple[Path, ...]:
    """Return the files of all sample pages, by name.

    >>> {page.suffix for page in pages()} == {".html", ".txt"}
    True
    """
    return tuple(sorted(path for path in PAGES.iterdir() if path.suffix in {".html", ".txt"}))


def ids() -> tuple[str, ...]:
    """Return the ids of all sample pages: their file names without suffix.

    >>> "ceramics-sv" in ids()
    True
    """
    return tuple(page.stem for page in pages())


def page_of(page_id: str) -> Path:
    """Return the file of one sample page.

    >>> page_of("nowhere-vi")
    Traceback (most recent call last):
    giaoluu.model.errors.SourceError: there is no sample page 'nowhere-vi'; `giaoluu.samples.ids()` lists them
    """
    for page in pages():
        if page.stem == page_id:
            return page
    raise SourceError(f"there is no sample page {page_id!r}; `giaoluu.samples.ids()` lists them")


def golden(page_id: str) -> dict[str, Any]:
    """Return the golden record of one sample page, as its TOML says it.

    >>> golden("readout-vi")["activities"][0]["date"]
    '2026-03-26'
    """
    path = GOLDEN / f"{page_of(page_id).stem}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
