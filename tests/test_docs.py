"""The docs are a contract: pages are current, blocks run, links lead somewhere, decisions say when and why."""

import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

from giaoluu import samples
from giaoluu.cli import cli
from giaoluu.cli.reference import reference
from giaoluu.langs.schema import SECTIONS
from giaoluu.langs.signs import GROUPS, SPAN_TYPES, WORD_SLOTS

CHECKOUT = Path(__file__).parents[1]
DOCS = CHECKOUT / "docs"
PAGES = sorted([*CHECKOUT.glob("*.md"), *DOCS.glob("**/*.md")])
DECISIONS = sorted((DOCS / "decisions").glob("*.md"))
LONGEST_PAGE = 500
LONGEST_DECISION = 100
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!\w+:|#)([^)#\s]+)")


def name(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


def commands(group: click.Group = cli, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command with the words that call it."""
    with click.Context(group) as context:
        for word in group.list_commands(context):
            command = group.get_command(context, word)
            assert command is not None
            yield (*path, word), command
            if isinstance(command, click.Group):
                yield from commands(command, (*path, word))


@pytest.mark.parametrize(("page", "of_register"), [("cli.md", False), ("cli-register.md", True)])
def test_the_pages_of_commands_are_what_the_commands_say(page: str, of_register: bool) -> None:
    written = (DOCS / "reference" / page).read_text(encoding="utf-8")
    assert written == reference(of_register=of_register), "run `make docs` and look at what changed"


def test_every_command_and_option_is_on_its_page() -> None:
    written = "".join((DOCS / "reference" / page).read_text("utf-8") for page in ("cli.md", "cli-register.md"))
    for words, command in commands():
        section = written.partition(f"## giaoluu {' '.join(words)}\n")[2].partition("\n## ")[0]
        assert section, f"giaoluu {' '.join(words)} is not on the page"
        for option in command.params:
            missing = [word for word in option.opts if word.startswith("--") and word not in section]
            assert not missing, f"giaoluu {' '.join(words)}: {missing}"


def test_every_option_says_what_it_does() -> None:
    options = [(words, one) for words, command in commands() for one in command.params if isinstance(one, click.Option)]
    bare = [f"{' '.join(words)} {one.opts[0]}" for words, one in options if not one.help]
    assert not bare


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_pages_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_PAGE


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_links_lead_somewhere(path: Path) -> None:
    targets = LINK.findall(path.read_text(encoding="utf-8"))
    lost = [target for target in targets if not (path.parent / target).exists()]
    assert not lost


@pytest.mark.parametrize("path", DECISIONS, ids=name)
def test_decisions_say_what_when_and_at_what_price(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", path.name)
    front = re.match(r"---\ndescription: \S.*\ndate: \d{4}-\d\d-\d\d\ntags: \[\w.*\]\n---\n", text)
    assert front, f"{name(path)} starts with description, date and tags between two lines ---"
    assert "price" in text.lower(), f"{name(path)} does not say what the choice costs"
    assert len(text.splitlines()) <= LONGEST_DECISION


def test_no_two_decisions_have_one_number() -> None:
    numbers = [path.name[:4] for path in DECISIONS]
    assert sorted(set(numbers)) == numbers


def test_every_key_and_slot_of_packs_is_on_its_page() -> None:
    page = (DOCS / "reference" / "packs.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w]+)`", page))
    keys = {key for keys in SECTIONS.values() for key in keys}
    for what, expected in (("section", SECTIONS), ("key", keys), ("slot", [*SPAN_TYPES, *GROUPS, *WORD_SLOTS])):
        assert sorted(set(expected) - named) == [], f"{what} not on the page of packs"


def test_every_setting_is_on_its_page() -> None:
    page = (DOCS / "reference" / "settings.md").read_text(encoding="utf-8")
    sources = [path.read_text(encoding="utf-8") for path in (CHECKOUT / "src").rglob("*.py")]
    read = {name for text in sources for name in re.findall(r"environ[^\n]*?[\"'](GIAOLUU_\w+)[\"']", text)}
    assert read
    assert sorted(name for name in read if f"`{name}`" not in page) == []


def test_no_dependency_is_named_twice() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">=3.11"
    assert len(project["dependencies"]) == len({re.split(r"[<>=\[ ]", one)[0] for one in project["dependencies"]})


@pytest.mark.parametrize("path", [page for page in PAGES if CONSOLE.search(page.read_text("utf-8"))], ids=name)
@pytest.mark.slow
def test_console_blocks_run(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(samples.PAGES, tmp_path / "clippings")
    shutil.copy(samples.page_of("ceramics-vi"), tmp_path / "page.html")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIAOLUU_HOME", str(tmp_path / "register"))
    for block in CONSOLE.findall(path.read_text(encoding="utf-8")):
        for line in block.splitlines():
            if line.startswith("$ giaoluu "):
                done = CliRunner().invoke(cli, shlex.split(line)[2:])
                assert done.exit_code == 0, f"{line}: {done.output}"


@pytest.mark.parametrize("page", [page for page in PAGES if "```python" in page.read_text("utf-8")], ids=name)
def test_python_blocks_run_from_top_to_bottom(page: Path) -> None:
    for block in Sybil(parsers=[PythonCodeBlockParser(), SkipParser()]).parse(page).examples():
        block.evaluate()
