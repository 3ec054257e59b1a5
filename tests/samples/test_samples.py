"""The sample pages and their golden records say the same, to the letter."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from giaoluu import langs, samples
from giaoluu.evaluation.load import page_text
from giaoluu.evaluation.text import Text
from giaoluu.evaluation.words import GROUPS

LANGS = Path(str(langs.__file__)).parent
ACTS = {"affirm", "praise", "propose", "commit", "agree", "thank", "inform"}
ROLES = {"host", "guest", "leader", "member", "attendee", "organiser", "signatory", "giver", "recipient"} | {
    "sender",
    "addressee",
    "performer",
    "sponsor",
}
KINDS = tomllib.loads((LANGS / "kinds.toml").read_text(encoding="utf-8"))["kind"]
LONGEST = {"vi": 12, "en": 12, "sv": 12, "fr": 12, "zh": 24}
"""Words (characters in Chinese) that a quote may have: it anchors a sentence, it does not repeat it."""


def text_of(page_id: str) -> str:
    """Return what a person sees of a page."""
    return page_text(samples.page_of(page_id))


def norm(text: str) -> str:
    """Return text with single spaces."""
    return re.sub(r"\s+", " ", text).strip()


@pytest.fixture(params=samples.ids())
def golden(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Return each golden record in turn."""
    return samples.golden(request.param)


def test_every_page_has_a_golden_record_and_no_record_is_left_over() -> None:
    """Pages and records go in pairs."""
    assert {path.stem for path in samples.GOLDEN.glob("*.toml")} == set(samples.ids())


def test_the_samples_cover_what_users_bring() -> None:
    """Five languages, both markups, negatives, and an event told more than once."""
    records = [samples.golden(page_id) for page_id in samples.ids()]
    assert {record["lang"] for record in records} == {"vi", "zh", "en", "sv", "fr"}
    assert sum(not record["is_exchange"] for record in records) >= 3
    events = [deed["event"] for record in records for deed in record["activities"] if "event" in deed]
    assert events.count("ceramics-2026") == 4
    assert events.count("nanning-meeting-2026") == 2
    assert {page.suffix for page in samples.pages()} == {".html", ".txt"}


def test_the_record_names_its_page(golden: dict[str, Any]) -> None:
    """Id, page and language belong together."""
    assert samples.page_of(golden["id"]).name == golden["page"]
    assert golden["id"].endswith(f"-{golden['lang']}")


def test_every_quote_stands_in_the_text_once(golden: dict[str, Any]) -> None:
    """Quotes anchor statements: literal, short, and in one sentence."""
    text = Text(text_of(golden["id"]))
    for statement in golden["statements"]:
        quote = statement["quote"]
        size = len(quote) if golden["lang"] == "zh" else len(quote.split())
        assert norm(quote) in norm(text.raw), quote
        assert size <= LONGEST[golden["lang"]], quote
        assert len(text.sentences_of(quote)) == 1, quote
        assert {statement["type"], *statement.get("alt", ())} <= ACTS


def test_names_posts_and_places_stand_in_the_text(golden: dict[str, Any]) -> None:
    """What a reader must find can be found."""
    text = norm(text_of(golden["id"]))
    for deed in golden["activities"]:
        kinds = {deed["kind"], *deed.get("alt", ())}
        assert kinds <= set(GROUPS)
        assert "mode" not in deed or any(deed["mode"] in KINDS[kind].get("modes", {}) for kind in kinds)
        place = deed.get("place", {})
        values = [place.get("name"), place.get("city")]
        for party in deed.get("participants", ()):
            assert party["role"] in ROLES
            values += [party.get("name"), party.get("org"), *party.get("post", "").split("; "), *party.get("aka", ())]
        assert [value for value in values if value and value not in text] == []


def test_furniture_and_traps_stand_outside_the_story(golden: dict[str, Any]) -> None:
    """Zones stand in the page in their order; a trap stands in the page and in no expected value."""
    text = norm(text_of(golden["id"]))
    for zone in golden["zones"]:
        first = text.find(norm(zone["first"]))
        assert 0 <= first <= text.rfind(norm(zone["last"])), zone
    expected = str(golden["activities"]) + str(golden["statements"])
    for trap in golden["traps"]:
        assert trap in text
        assert trap not in expected
    assert golden["title"] in text


def test_neutral_sentences_stand_in_the_text(golden: dict[str, Any]) -> None:
    """Sentences that cost nothing are there."""
    text = norm(text_of(golden["id"]))
    assert [words for words in golden.get("neutral", ()) if words not in text] == []


def test_authors_captions_and_credits_stand_in_the_text(golden: dict[str, Any]) -> None:
    """What the page says about itself."""
    text = norm(text_of(golden["id"]))
    captions = [value for caption in golden.get("captions", ()) for value in caption.values()]
    expected = [*golden["authors"], *captions, golden.get("credit", "")]
    assert [words for words in expected if words.lower() not in text.lower()] == []


def test_a_negative_expects_nothing(golden: dict[str, Any]) -> None:
    """A page that reports no exchange has a reason and no activity."""
    if not golden["is_exchange"]:
        assert golden["why"]
        assert golden["activities"] == golden["statements"] == []
    else:
        assert any(deed["main"] for deed in golden["activities"])


CROSS_SCRIPT = [
    ("chen-zhiyuan", {"Trần Chí Viễn", "陈志远", "Chen Zhiyuan"}),
    ("nguyen-hoai-an", {"Nguyễn Hoài An", "阮怀安", "Nguyen Hoai An"}),
    ("karin-lindqvist", {"Karin Lindqvist", "卡琳·林德奎斯特"}),
    ("liang-ruihua", {"Lương Thụy Hoa", "梁瑞华"}),
    ("phan-duc-thinh", {"Phan Đức Thịnh", "潘德盛"}),
    ("yang-lijuan", {"Dương Lệ Quyên", "杨丽娟"}),
    ("la-thi-mai-phuong", {"La Thị Mai Phương", "罗氏梅芳"}),
]


@pytest.mark.parametrize(("identity", "names"), CROSS_SCRIPT)
def test_one_person_has_these_names(identity: str, names: set[str]) -> None:
    """Persons who appear in several scripts carry one identity."""
    deeds = [deed for page_id in samples.ids() for deed in samples.golden(page_id)["activities"]]
    parties = [party for deed in deeds for party in deed.get("participants", ())]
    assert {party["name"] for party in parties if party.get("ent") == identity} == names
