"""Golden records, negatives and predictions from files."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import html

from giaoluu.evaluation.records import Raw, Record, golden_record, predicted_record
from giaoluu.model.errors import GiaoluuError

HTML = frozenset({".html", ".htm"})
INLINE = frozenset(
    ["a", "abbr", "b", "code", "em", "font", "i", "mark", "small", "span", "strong", "sub", "sup", "time", "u"]
)
"""Elements that end no line."""


@dataclass(frozen=True, slots=True)
class Document:
    """A golden record with its document's text, where it is at hand.

    `page` is where it stands or should stand. `flattened` is a page in HTML: a reader's offsets count another text.
    """

    record: Record
    page: Path
    text: str | None

    @property
    def flattened(self) -> bool:
        """Say whether `text` is that of an HTML page."""
        return self.page.suffix in HTML


def load_gold(folder: Path) -> dict[str, Document]:
    """Return the golden records of a folder of TOML or YAML files by id, each with its document's text if it is found.

    The text of `gold/a.yaml` stands in `docs/<lang>/a.txt`, that of `golden/a.toml` in `pages/` under the name that
    its key `page` gives; pages in HTML are flattened.
    """
    files = sorted(path for path in folder.glob("*") if path.suffix in {".toml", ".yaml"})
    if not files:
        raise GiaoluuError(f"{folder}: no golden record here; put one .toml (or .yaml) file for each document into it")
    found = {}
    for path in files:
        raw = _toml(path) if path.suffix == ".toml" else _yaml(path)
        try:
            record = golden_record(raw)
        except KeyError as error:
            raise GiaoluuError(f"{path}: the golden record has no key {error}; see docs/tutorial/samples.md") from error
        page = _page(folder.parent, record, raw)
        found[record.id] = Document(record, page, page_text(page) if page.is_file() else None)
    return found


def pages_of(folder: Path) -> tuple[Path, ...]:
    """Return the documents of a folder of golden records that are at hand: what a reader has to read.

    >>> from giaoluu import samples
    >>> pages_of(samples.GOLDEN) == samples.pages()
    True
    """
    pages = (document.page for document in load_gold(folder).values())
    return tuple(sorted(page for page in pages if page.is_file()))


def load_negatives(path: Path) -> dict[str, str]:
    """Return the language of each document that reports no exchange: a table with the columns id and lang first."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:] if line)
    return {row[0]: row[1] for row in rows}


def load_predictions(path: Path) -> dict[str, Record]:
    """Return records by id from JSON Lines, one JSON file (`{id: record}` or a list), or a folder of JSON files."""
    if not path.exists():
        raise GiaoluuError(f"{path}: no such file; make it with `giaoluu read --format record PATH > {path.name}`")
    try:
        return {record.id: record for record in map(predicted_record, _records(path))}
    except (json.JSONDecodeError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise GiaoluuError(f"{path}: not a file of records ({error}); see docs/tutorial/samples.md") from error


def page_text(path: Path) -> str:
    """Return the text of a page: the file itself, or the words of an HTML page with a line for each block."""
    text = path.read_text(encoding="utf-8")
    if path.suffix not in HTML:
        return text
    tree = html.document_fromstring(text)
    for element in tree.xpath("//head | //script | //style"):
        element.drop_tree()
    for element in tree.iter(html.etree.Element):
        if element.tag not in INLINE:
            element.text, element.tail = f"\n{element.text or ''}", f"\n{element.tail or ''}"
    lines = (line.strip() for line in tree.text_content().splitlines())
    return "\n".join(line for line in lines if line)


def _records(path: Path) -> Iterator[Raw]:
    """Yield the objects of a file or folder of predictions."""
    if path.is_dir():
        for file in sorted(path.glob("*.json")):
            content = json.loads(file.read_text(encoding="utf-8"))
            yield from ({"id": file.stem, **content},) if isinstance(content, dict) else content
    elif path.suffix == ".jsonl":
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)
    else:
        content = json.loads(path.read_text(encoding="utf-8"))
        yield from ({**value, "id": key} for key, value in content.items()) if isinstance(content, dict) else content


def _page(folder: Path, record: Record, raw: Raw) -> Path:
    """Return where a document's text stands."""
    page = raw.get("page")
    return folder / "pages" / str(page) if page else folder / "docs" / record.language / f"{record.id}.txt"


def _toml(path: Path) -> dict[str, Any]:
    """Read one TOML file."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise GiaoluuError(f"{path}: {error}; mend the line that is named") from error


def _yaml(path: Path) -> Mapping[str, Any]:
    """Read one YAML file, its dates as text."""
    try:
        import yaml
    except ImportError as error:  # pragma: no cover - the test environment has it
        raise GiaoluuError("YAML gold needs PyYAML: install `giaoluu[evaluate]`") from error

    class Loader(yaml.SafeLoader):
        """The safe loader that leaves dates alone."""

    Loader.yaml_implicit_resolvers = {
        letter: [(tag, form) for tag, form in rules if tag != "tag:yaml.org,2002:timestamp"]
        for letter, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    content: Mapping[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader)
    return content
