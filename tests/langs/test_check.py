"""The check of a pack: each broken rule of the contract is one sentence that names the file and the rule."""

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from giaoluu.langs.check import check, check_pack, with_signs
from giaoluu.langs.contract import TABLES, WORDS
from giaoluu.langs.kinds import Importance, kinds
from giaoluu.langs.pack import Pack, pack
from giaoluu.langs.signs import SIGN
from giaoluu.mentions.trial import EngineTrial
from giaoluu.model.errors import PackError

ROOT = Path(__file__).parents[2]
REQUIRED = [name for name, kind in kinds().items() if kind.importance is Importance.REQUIRED]
GOOD = "\n".join(
    f'[[trigger]]\nkind = "{kind}"\ntext = "word of {kind}"\nexamples = ["a word of {kind} here"]' for kind in REQUIRED
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small pack that keeps its contract."""
    home = tmp_path / "xx"
    home.mkdir()
    (home / "pack.toml").write_text(
        'name = "X"\nowner = "maintainers"\nversion = "1"\nspaces = true\n', encoding="utf-8"
    )
    (home / "activities.toml").write_text(GOOD, encoding="utf-8")
    (home / "countries.tsv").write_text(
        "# name country form caution\nVietnam\tVN\tname\t0\nChina\tCN\tname\t0\n", encoding="utf-8"
    )
    return home


def problems(folder: Path, name: str, text: str) -> list[str]:
    path = folder / name
    old = path.read_text(encoding="utf-8") if path.is_file() else ""
    path.write_text(f"{old}\n{text}\n", encoding="utf-8")
    return check(str(folder), trial=EngineTrial())


def test_a_good_pack_has_no_problems(folder: Path) -> None:
    assert check(str(folder), trial=EngineTrial()) == []
    assert check(str(folder)) == []


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("posts.toml", '[[post]]\ntext = "envoy"', r"xx/posts.toml \[\[post\]\] 1 \(envoy\): no example"),
        ("posts.toml", '[[post]]\ntext = "envoy"\nexamples = ["a mayor"]', "'a mayor' does not match"),
        ("posts.toml", '[[post]]\nexamples = ["a mayor"]', "no text"),
        ("posts.toml", '[[post]]\ntext = "envoy"\nexamples = ["envoy"]\nkin = "x"', "unknown key kin"),
        ("posts.toml", '[[post]]\ntext = "envoy {boddy}"\nexamples = ["envoy"]', r"\{boddy\} is not defined"),
        (
            "posts.toml",
            '[[post]]\ntext = "envoy"\nnot = ["envoy to {any}"]\nexamples = ["envoy"]',
            r"'envoy to \{any\}' ends in \{any\}, which stops at once",
        ),
        (
            "posts.toml",
            '[[post]]\ntext = "envoy"\nnot = ["(no|of {words}) envoy[ (to|of {few})]"]\nexamples = ["envoy"]',
            r"ends in \{few\}",
        ),
        ("posts.toml", '[[post]]\ntext = "(envoy"\nexamples = ["envoy"]', "close every bracket"),
        ("posts.toml", '[[post]]\ntext = "<nobody>"\nexamples = ["envoy"]', "<nobody> is not defined"),
        ("posts.toml", '[[post]]\ntext = "envoy"\nexamples = ["envoy"]\ncounter = ["my envoy"]', "'my envoy' matches"),
        (
            "posts.toml",
            '[[post]]\nkind = "a"\ntext = "envoy"\nexamples = ["envoy"]\n'
            '[[post]]\nkind = "b"\ntext = "Envoy"\nexamples = ["envoy"]',
            "'envoy' has two kinds, a and b",
        ),
        ("activities.toml", '[[trigger]]\nkind = "chat"\ntext = "c"\nexamples = ["c"]', "is not in the closed list"),
        ("activities.toml", '[[trigger]]\nkind = "talks"\nmode = "gift"\ntext = "c"\nexamples = ["c"]', "no mode"),
        ("activities.toml", '[[status]]\nstatus = "soon"\ntext = "soon"\nexamples = ["soon"]', "not known"),
        ("sayings.toml", '[[cue]]\nact = "shout"\ntext = "shouts"\nexamples = ["shouts"]', "act 'shout' is not known"),
        ("names.toml", 'surname = ["Li"]', "key 'surname' is not read; did you mean 'surnames'"),
        ("names.toml", 'surnames = ["Li", "Wu", "Li"]', "surname 'Li' stands 2 times"),
        ("names.toml", f'surnames = ["{unicodedata.normalize("NFD", "Lý")}"]', "line 2 is not NFC"),
        ("countries.tsv", "Laos\tLA\tname", "line 5 has 3 columns, expected 4"),
        ("countries.tsv", "China\tCN\tname\t0", "repeats 'China'"),
        ("posts.toml", "[[post]\n", "mend the file at that place"),
    ],
)  # fmt: skip
def test_a_broken_rule_is_named(folder: Path, name: str, text: str, expected: str) -> None:
    found = problems(folder, name, text)
    assert len(found) == 1, found
    assert re.search(expected, found[0])
    assert found[0].startswith("xx")


def with_rule(section: str, *rules: dict[str, object]) -> Pack:
    """The Vietnamese pack with only these rules in a section."""
    vi = pack("vi")
    return replace(vi, sections={**vi.sections, section: rules}, _compiled={})


@pytest.mark.parametrize(
    ("section", "rule"),
    [
        ("post", {"text": "phái viên {country}", "examples": ["phái viên Lào"]}),
        ("post", {"text": "phái viên tại {place}", "examples": ["phái viên tại Hà Nội", "phái viên tại {place}"]}),
        (
            "post",
            {"text": "phái viên", "not": ["phái viên giả"], "examples": ["phái viên"], "counter": ["phái viên giả"]},
        ),
        ("occasion", {"text": "lễ của {country} {date}", "examples": ["lễ của Lào 3/5/2024"]}),
        (
            "cue",
            {"act": "agree", "text": "{party} tán thành", "examples": ["Trung Quốc tán thành", "{person} tán thành"]},
        ),
        ("date", {"text": "{year}-{month}", "edtf": "{year}-{month}", "examples": {"2024-05": "2024-05"}}),
    ],
)
def test_examples_are_tried_as_the_engine_sees_them(section: str, rule: dict[str, object]) -> None:
    assert check_pack(with_rule(section, rule), trial=EngineTrial(), sections=(section,)) == []


@pytest.mark.parametrize(
    ("section", "rule", "expected"),
    [
        ("post", {"text": "phái viên {country}", "examples": ["phái viên hòa bình"]}, "does not match"),
        ("post", {"text": "{guest}", "examples": ["đoàn"]}, "is not defined"),
        ("post", {"text": "phái viên {body}", "examples": ["phái viên {gest}"]}, "the rule sees 'phái viên {gest}'"),
        (
            "date",
            {"text": "{year}-{month}", "edtf": "{year}-{month}", "examples": {"2024-05": "2024"}},
            "means 2024-05, not '2024'",
        ),
        ("post", {"text": "phái viên", "examples": ["phái viên"], "counter": ["phái viên Lào"]}, "counter-example"),
        ("date", {"text": "{year}-{month}", "edtf": "soon", "examples": {"2024-05": "2024-05"}}, "cannot be tried"),
    ],
)
def test_examples_that_fail_with_the_engine(section: str, rule: dict[str, object], expected: str) -> None:
    (problem,) = check_pack(with_rule(section, rule), trial=EngineTrial(), sections=(section,))
    assert expected in problem


def test_what_nests_is_tried_on_what_the_other_rules_find() -> None:
    outer = {"kind": "b", "text": "chi nhánh {body}", "examples": ["chi nhánh hãng Lào"]}
    inner = {"kind": "c", "text": "hãng {country}", "examples": ["hãng Lào"]}
    assert check_pack(with_rule("body", outer, inner), trial=EngineTrial(), sections=("body",)) == []
    (problem,) = check_pack(with_rule("body", outer), trial=EngineTrial(), sections=("body",))
    assert "chi nhánh hãng {country}" in problem


def test_without_the_engine_rules_over_spans_are_not_tried(folder: Path) -> None:
    (folder / "posts.toml").write_text(
        '[[post]]\ntext = "envoy to {country}"\nexamples = ["envoy to China"]', encoding="utf-8"
    )
    assert check(str(folder)) == []


def test_a_pack_must_have_words_for_the_commonest_kinds(folder: Path) -> None:
    (folder / "activities.toml").write_text("", encoding="utf-8")
    found = check(str(folder))
    assert len(found) == len(REQUIRED)
    assert "no trigger of kind 'meeting'" in found[0]


def test_a_pack_that_is_not_there_is_refused() -> None:
    with pytest.raises(PackError, match="packs at hand"):
        check("xx")


def test_signs_stand_for_spans_in_examples() -> None:
    assert with_signs("{party} met {body}") == f"{SIGN['person']} met {SIGN['body']}"


def test_the_contract_knows_every_list_that_the_code_reads() -> None:
    read = set()
    for path in (ROOT / "src" / "giaoluu").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        read |= set(re.findall(r'list_of\("(\w+)", "(\w+)"\)', text))
        read |= set(re.findall(r'words\.get\("(\w+)", \{\}\)\.get\("(\w+)"', text))
        read |= {("pack", key) for key in re.findall(r'\bsettings\.get\("(\w+)"', text) if "langs" in text}
    assert {(name, key) for name, key in read if key not in WORDS.get(name, ())} == set()


def test_the_page_of_packs_tells_every_list_and_table() -> None:
    page = (ROOT / "docs" / "reference" / "packs.md").read_text(encoding="utf-8")
    missing = [key for keys in WORDS.values() for key in keys if f"`{key}`" not in page]
    assert missing == [], "run python scripts/make_pack_lists.py"
    assert all(f"`{table}.tsv`" in page for table in TABLES)
