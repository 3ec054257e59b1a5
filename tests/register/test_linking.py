"""Linking in the register: one person, body and activity over many pages; what people say; taking it back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.register.homes import empty_register

from giaoluu import read, register, samples
from giaoluu.model.errors import RegisterError
from giaoluu.sources import capture_of, captures

PAGES = ("ceramics-vi", "ceramics-sv", "ceramics-zh", "ceramics-en", "readout-vi", "readout-zh")


def taken_in(home: Path, pages: tuple[str, ...] = PAGES) -> None:
    found = captures([str(samples.page_of(name)) for name in pages])
    assert register.ingest((capture, read(capture)) for capture in found).new == len(pages)


@pytest.fixture
def linked(tmp_path: Path) -> Iterator[Path]:
    """Yield a register of six pages about two activities in four languages, linked."""
    with empty_register(tmp_path / "linked") as home:
        taken_in(home)
        register.link()
        yield home


def people() -> set[frozenset[str]]:
    """Return who is one, each row as page and name."""
    from giaoluu.register.heads import head_of
    from giaoluu.register.models import Person

    groups: dict[int, set[str]] = {}
    for row in Person.objects.filter(current=True).select_related("article"):
        groups.setdefault(head_of(row), set()).add(f"{row.article.ident} {row.name}")
    return {frozenset(group) for group in groups.values() if len(group) > 1}


def told() -> set[frozenset[str]]:
    """Return which pages tell one activity."""
    from giaoluu.register.models import Activity

    heads = Activity.objects.filter(current=True, accounts__gt=1)
    return {frozenset(row.article.ident for row in register.accounts_of(head)) for head in heads}


def person(page: str, name: str):
    from giaoluu.register.models import Person

    return Person.objects.select_related("article").get(article__ident=page, name=name, current=True)


def activity(page: str):
    from giaoluu.register.models import Activity

    rows = Activity.objects.select_related("article").filter(article__ident=page, main=True, current=True)
    return rows.order_by("pk")[0]


def test_one_person_and_one_activity_over_scripts(linked):
    from giaoluu.register.models import Activity

    assert frozenset({"readout-vi Lương Thụy Hoa", "readout-zh 梁瑞华"}) in people()
    assert frozenset({"readout-vi", "readout-zh"}) in told()
    assert frozenset({"ceramics-vi", "ceramics-sv", "ceramics-zh", "ceramics-en"}) in told()
    shown = register.activities()
    assert Activity.objects.filter(current=True).count() > shown.count()
    assert not shown.exclude(canonical=None).exists()


def test_page_after_page_comes_to_the_same_as_all_at_once(tmp_path, monkeypatch):
    from giaoluu.register import linking

    monkeypatch.setattr(linking, "FEW", 0)
    found = []
    for order in (PAGES, PAGES[::-1]):
        with empty_register(tmp_path / order[0]) as home:
            for page in order:
                taken_in(home, (page,))
                register.link()
            found.append((people(), told()))
            register.link(everything=True)
            found.append((people(), told()))
    assert found[0] == found[1] == found[2] == found[3]
    assert frozenset({"readout-vi", "readout-zh"}) in found[0][1]


def test_an_organisation_of_many_states_is_one_under_its_names(tmp_path):
    from giaoluu.register.heads import head_of
    from giaoluu.register.models import Organisation

    texts = {
        "vi": "Ngày 6/3/2025, tại Hà Nội, Đại sứ Trung Quốc Lưu Minh dự hội thảo của ASEAN. Ông cảm ơn Liên hợp quốc.",
        "sv": "Ambassadör Karin Berg tog emot företrädare för FN och Asean i Hanoi den 7 mars 2025.",
        "zh": "2025年3月8日，越南驻华大使黎秋河在北京会见中国外交部副部长王明。双方赞赏东盟的作用，感谢联合国的支持。",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(f"{text}\n", "utf-8")
    with empty_register(tmp_path / "home"):
        found = captures(sorted(str(tmp_path / f"{name}.txt") for name in texts))
        register.ingest((capture, read(capture)) for capture in found)
        register.link()
        heads: dict[int, set[str]] = {}
        for row in Organisation.objects.filter(current=True, kind="international_organisation"):
            heads.setdefault(head_of(row), set()).add(row.name.upper())
    assert {"ASEAN", "东盟"} in heads.values()
    assert any({"FN", "联合国"} <= names and not names & {"ASEAN", "东盟"} for names in heads.values())


def test_people_split_and_merge_and_take_it_back(linked):
    before = people()
    one, other = person("readout-vi", "Lương Thụy Hoa"), person("readout-zh", "梁瑞华")
    made = register.split(other, who="An", why="another Lương")
    assert people() == before - {frozenset({"readout-vi Lương Thụy Hoa", "readout-zh 梁瑞华"})}
    register.link(everything=True)
    assert people() == before - {frozenset({"readout-vi Lương Thụy Hoa", "readout-zh 梁瑞华"})}
    again = register.merge(one, other, who="Bình")
    assert people() == before
    register.take_back(again, who="Bình")
    register.take_back(made, who="An")
    assert people() == before


def test_strangers_are_merged_by_a_person_alone_and_survive_a_new_reading(linked):
    before = people()
    one, other = person("readout-vi", "Phan Đức Thịnh"), person("ceramics-sv", "Karin Lindqvist")
    made = register.merge(one, other, who="An", why="the same face")
    joined = people()
    assert joined != before
    register.link(everything=True)
    assert people() == joined
    register.take_back(made, who="An")
    assert people() == before


def test_accounts_are_kept_apart_and_joined(linked):
    before = told()
    left, right = activity("readout-vi"), activity("readout-zh")
    made = register.keep_apart(left, right, who="An")
    assert frozenset({"readout-vi", "readout-zh"}) not in told()
    register.link(everything=True)
    assert frozenset({"readout-vi", "readout-zh"}) not in told()
    register.take_back(made, who="An")
    assert told() == before
    joined = register.merge(left, activity("ceramics-sv"), who="An")
    assert any("readout-vi" in group and "ceramics-sv" in group for group in told())
    register.take_back(joined, who="An")
    assert told() == before


def test_a_page_that_changed_leaves_nobody_hidden(linked):
    from dataclasses import replace
    from hashlib import sha256

    from giaoluu.register.models import Activity

    page = next(captures([str(samples.page_of("readout-vi"))]))
    content = page.content.replace("học bổng".encode(), "suất học bổng".encode(), 1)
    changed = replace(page, content=content, digest=sha256(content).hexdigest())
    assert register.ingest([(changed, read(changed))]).changed == 1
    heads = Activity.objects.filter(current=True).exclude(canonical=None).values("canonical")
    assert not Activity.objects.filter(pk__in=heads, current=False).exists()
    register.link()
    assert frozenset({"readout-vi", "readout-zh"}) in told()


WRONG = [
    (lambda: register.merge(person("readout-vi", "Phan Đức Thịnh"), activity("readout-vi"), who="An"), "cannot be one"),
    (lambda: register.merge(activity("readout-vi"), activity("readout-vi"), who="An"), "tells these two apart"),
    (lambda: register.split(person("readout-vi", "Phan Đức Thịnh"), who=" "), "needs the name"),
    (lambda: register.keep_apart(activity("readout-vi"), activity("readout-zh"), who=""), "needs the name"),
]


@pytest.mark.parametrize(("call", "words"), WRONG, ids=["sorts", "one article", "no name", "nobody"])
def test_what_cannot_be_said_is_refused_and_kept_nowhere(linked, call, words):
    from giaoluu.register.models import Judgement

    with pytest.raises(RegisterError, match=words):
        call()
    assert not Judgement.objects.exists()


ANNOUNCED = "Ngày 3/3/2024. Ngày 5/3/2024, tại Hà Nội, Bộ trưởng Lê Quốc Khoa sẽ hội đàm với Bộ trưởng Thụy Điển Bo Ek."
TOOK_PLACE = (
    "Hanoi, 6 March 2024. Minister Le Quoc Khoa held talks with Swedish Minister Bo Ek in Hanoi on 5 March 2024."
)


@pytest.mark.parametrize(("texts", "status"), [((ANNOUNCED,), "planned"), ((ANNOUNCED, TOOK_PLACE), "held")])
def test_what_was_announced_is_listed_as_held_once_told(tmp_path: Path, texts: tuple[str, ...], status: str) -> None:
    with empty_register(tmp_path / "home"):
        pages = [replace(capture_of(text.encode()), id=f"page-{number}") for number, text in enumerate(texts)]
        register.ingest((page, read(page)) for page in pages)
        register.link()
        head = activity("page-0")
        assert (head.status, head.accounts) == (status, len(texts))
