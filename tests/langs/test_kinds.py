"""The closed list of kinds: every mode once, labels in all languages, codes that exist."""

import subprocess
import sys
import tomllib
from collections import Counter
from importlib import resources
from pathlib import Path

import pytest

from giaoluu.langs.kinds import Importance, Quality, codes_of, groups, kind, kind_of_mode, kinds
from giaoluu.model.errors import UnknownKindError

ROOT = Path(__file__).parents[2]
LANGUAGES = {"vi", "en", "zh", "sv"}


def words(text: str) -> list[str]:
    return text.split()


CLOSED_LIST = words("""
meeting talks phone_call credentials visit ceremony signing award celebration commemoration forum congress press
festival exhibition performance message donation joint_activity twinning training
""")

MODES = words("""
courtesy_call introductory_call farewell_call received meeting talks working_session call video sideline
delegation_in delegation_out state_visit official_visit working_visit friendship_visit study_visit
forum conference seminar exchange_programme friendship_meeting committee_session training congress review_meeting
anniversary reception opening closing grave_visit wreath award gift tree_planting group_photo
art exhibition festival folk_activity sports youth veterans contest class scholarship red_tour
signing joint_statement congratulation condolence letters twinning
aid donation trade_promotion business_bridge publication press_visit
""")

# The co-operative half of CAMEO 1.1b3 (classes 01 and 03 to 07), of which an exchange can have a code.
CAMEO = set(
    words("""
010 011 012 013 014 015 016 017 018 019
030 031 0311 0312 0313 0314 032 033 0331 0332 0333 0334 034 0341 0342 0343 0344 035 0351 0352 0353 0354 0355 0356
036 037 038 039 040 041 042 043 044 045 046 050 051 052 053 054 055 056 057
060 061 062 063 064 070 071 072 073 074 075
""")
)
PLOVER = {
    "AGREE": {""},
    "CONSULT": {"", "visit", "third-party", "multilateral", "phone"},
    "SUPPORT": {""},
    "COOPERATE": {""},
    "AID": {"", "economic", "military", "humanitarian", "asylum"},
}
SCHEMA_ORG = {
    "Event", "BusinessEvent", "EducationEvent", "ExhibitionEvent", "Festival", "PublicationEvent", "SocialEvent",
    "SportsEvent",
}  # fmt: skip
ICAL = {
    "ANNIVERSARY", "APPOINTMENT", "BUSINESS", "EDUCATION", "HOLIDAY", "MEETING", "MISCELLANEOUS", "PERSONAL",
    "PHONE CALL", "SPECIAL OCCASION", "TRAVEL", "VACATION",
}  # fmt: skip

EVERY = [(name, None) for name in CLOSED_LIST] + [(kind_of_mode(mode).name, mode) for mode in MODES]


def test_kinds_are_the_closed_list() -> None:
    assert list(kinds()) == CLOSED_LIST


def test_every_mode_stands_under_one_kind() -> None:
    found = Counter(mode for entry in kinds().values() for mode in entry.modes)
    assert found == Counter(MODES)


@pytest.mark.parametrize("name", CLOSED_LIST)
def test_a_kind_is_told_in_all_languages(name: str) -> None:
    entry = kind(name)
    assert set(entry.label) == LANGUAGES
    assert all(entry.label.values())
    assert entry.definition.endswith(".")
    assert entry.group in groups()
    for mode in entry.modes.values():
        assert set(mode.label) == LANGUAGES
        assert all(mode.label.values())
        assert mode.kind == name


def test_groups_are_told_in_all_languages_and_have_kinds() -> None:
    assert {entry.group for entry in kinds().values()} == set(groups())
    assert all(set(group.label) == LANGUAGES for group in groups().values())


@pytest.mark.parametrize(("name", "mode"), EVERY)
def test_codes_exist_in_their_schemes(name: str, mode: str | None) -> None:
    codes = codes_of(name, mode)
    assert codes.cameo.code in CAMEO | {""}
    assert codes.cameo.planned in CAMEO | {""}
    assert codes.cameo.planned[:2] in {"03", ""}
    if codes.plover.event:
        assert codes.plover.mode in PLOVER[codes.plover.event]
    assert codes.schema_org.type in SCHEMA_ORG
    assert codes.ical.category in ICAL


@pytest.mark.parametrize(("name", "mode"), EVERY)
def test_a_code_is_missing_exactly_where_the_quality_says_none(name: str, mode: str | None) -> None:
    codes = codes_of(name, mode)
    assert (codes.cameo.quality is Quality.NONE) == (codes.cameo.code == "")
    assert (codes.plover.quality is Quality.NONE) == (codes.plover.event == "")
    assert codes.schema_org.quality is not Quality.NONE
    assert (codes.schema_org.type == "Event") <= (codes.schema_org.quality is Quality.BROAD)


def test_no_kind_and_its_mode_share_an_exact_code_unless_the_table_says_so() -> None:
    assert codes_of("visit").plover.quality is Quality.EXACT
    assert codes_of("visit", "state_visit").plover.quality is Quality.BROAD
    assert codes_of("visit", "delegation_out").cameo.quality is Quality.EXACT


@pytest.mark.parametrize(
    ("ask", "word"),
    [(kind, "chat"), (kind_of_mode, "chat"), (lambda mode: codes_of("meeting", mode), "state_visit")],
)
def test_unknown_words_are_refused_with_what_there_is(ask, word) -> None:
    with pytest.raises(UnknownKindError, match=f"{word}.*use one of"):
        ask(word)


def test_a_pack_must_have_the_commonest_kinds() -> None:
    required = {name for name, entry in kinds().items() if entry.importance is Importance.REQUIRED}
    assert {"meeting", "talks", "visit", "signing", "message"} <= required


def test_the_table_has_no_key_that_is_not_read() -> None:
    content = tomllib.loads((resources.files("giaoluu.langs") / "kinds.toml").read_text(encoding="utf-8"))
    schemes = {"cameo", "plover", "schema_org", "ical"}
    for entry in content["kind"].values():
        assert set(entry) <= schemes | {"group", "importance", "label", "definition", "modes"}
        assert all(set(mode) <= schemes | {"label"} for mode in entry.get("modes", {}).values())


def test_the_page_of_kinds_is_current() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "make_kinds_page.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
