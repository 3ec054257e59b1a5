"""English reports of agencies, embassies and universities: where, when, who, and what plain verbs of saying do."""

import hashlib

import pytest

from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.reading import Reading
from giaoluu.pipeline import read


def reading(text: str) -> Reading:
    content = text.encode()
    return read(Capture("page", content, hashlib.sha256(content).hexdigest(), text, MediaType.TEXT))


def people(told: Reading) -> set[tuple[str, str | None]]:
    return {(one.names[0].value, one.country and one.country.value) for one in told.people}


@pytest.mark.parametrize(
    "opening", ["ISLAMABAD: ", "ISLAMABAD : MAR 3 (ONA):", "ISLAMABAD, March 3. /ONA/. ", "Islamabad, March 3 (Ona): "]
)
def test_where_a_report_is_sent_from_is_where_they_met(opening: str) -> None:
    told = reading(
        f"# A call\n\n{opening}Norwegian Ambassador Kari Moen called on Information Minister Imran Dar. "
        "They discussed trade and the weather at some length.\n"
    )
    main = next(one for one in told.activities if one.main)
    assert (main.kind.value, main.place and main.place.value.lower()) == ("meeting", "islamabad")


@pytest.mark.parametrize(
    "told",
    [
        "The guests met Norwegian Ambassador Kari Moen at the Prime Minister House.",
        "On the eve of the Chinese New Year, the Prime Minister met Norwegian Ambassador Kari Moen.",
        "The spokesperson of Pakistan MoFA met Norwegian Ambassador Kari Moen.",
        "Norwegian Ambassador Kari Moen came to the General Headquarters.",
    ],
)
def test_houses_and_feasts_are_nobody(told: str) -> None:
    assert people(reading(f"# A day\n\n{told}\n")) == {("Kari Moen", "NO")}


def test_who_a_post_at_the_opening_names_holds_it() -> None:
    told = reading("# A call\n\nThe Ambassador of Norway, Kari Moen on Monday called on Lao Minister Kham Vong.\n")
    assert people(told) == {("Kari Moen", "NO"), ("Kham Vong", "LA")}


def test_initials_end_no_sentence() -> None:
    told = reading("# A visit\n\nOn 3 March 2025 Rector N.K. Lunde of Norway met Lao Minister Kham Vong in Hanoi.\n")
    assert "N.K. Lunde" in {name for name, _ in people(told)}


def test_a_bare_post_is_not_that_of_whom_its_sentence_names() -> None:
    told = reading(
        "# Readout of a call: 3 March 2025\n\nA Downing Street spokesperson said:\n\n"
        "The Prime Minister spoke to Norway’s Prime Minister Kari Moen.\n\n"
        "The Prime Minister thanked her. Prime Minister Moen welcomed the good ties.\n"
    )
    names = {person.id: person.names[0].value for person in told.people}
    assert told.is_exchange
    assert [(names.get(one.speaker or ""), one.act.value) for one in told.quotations] == [("Kari Moen", "affirm")]


def test_guests_from_abroad_at_the_writers_own_university() -> None:
    told = reading("# Visit of a delegation from Nordby University, Norway to our university\n\nThey saw the halls.\n")
    assert told.is_exchange


OPENING = (
    "# Vietnam and Norway\n\nNorwegian Foreign Minister Kari Moen met with Vietnamese Foreign Minister Tran Van Hai "
    "in Hanoi on 3 March 2025.\n\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moen said the two countries are close partners.", [("Kari Moen", "affirm")]),
        ("Moen said the ferry sails on Monday.", [("Kari Moen", "inform")]),
        ("Moen said both sides should open a school.", [("Kari Moen", "propose")]),
        ("The two countries, Moen said, should open a school.", [("Kari Moen", "propose")]),
        ("Moen said here Monday that Norway would like to advance trade.", [("Kari Moen", "commit")]),
        ("Moen spoke positively of the new school.", [("Kari Moen", "praise")]),
        ("Matters of trade and fishing came under discussion.", [("joint", "inform")]),
        (
            "Conveying a letter to Minister Hai, Moen said the ties between the two towns are close. "
            "The old ferries matter, she said.",
            [("Kari Moen", "affirm"), ("Kari Moen", "inform")],
        ),
        ("‘Norway highly values the old ties,’ she said.", [("Kari Moen", "praise")]),
        ("According to the Norwegian Foreign Minister, the ferry sails on Monday.", [("Kari Moen", "affirm")]),
        (
            "Hai’s visit confirms the long ties between the two towns, Minister Moen said at a meeting with Hai.",
            [("Kari Moen", "affirm")],
        ),
        ("At the meeting, Moen said that ties between the two countries are strong.", [("Kari Moen", "affirm")]),
        ("At the meeting, Moen thanked Hai for his visit.", [("Kari Moen", "thank")]),
        ("Ties between the two countries are strong and growing, Moen said on Monday.", [("Kari Moen", "affirm")]),
        ("Moen ratified the willingness to open a school.", [("Kari Moen", "commit")]),
        ("Moen took the occasion to convey the wishes of her town.", [("Kari Moen", "thank")]),
        ("Moen stressed the good ties thanks to the ferry between the two towns.", [("Kari Moen", "affirm")]),
        ("Moen stressed the old ties. We hope to open a school.", [("Kari Moen", "affirm"), ("Kari Moen", "propose")]),
        (
            "Moen stressed the old ties.\n\nThe two countries should open a school.",
            [("Kari Moen", "affirm"), ("Kari Moen", "propose")],
        ),
        (
            "Moen said, “The new bridge is open to all. The Government of Norway is pleased with it. It will last.”",
            [("Kari Moen", "inform"), ("Kari Moen", "praise"), ("Kari Moen", "affirm")],
        ),
        (
            'Moen said, "The new bridge is open to all. The Government of Norway is pleased with it. It will last."',
            [("Kari Moen", "inform"), ("Kari Moen", "praise"), ("Kari Moen", "affirm")],
        ),
        (
            "Moen stressed: “The bridge is open. The town is glad, the mayor of Oslo Per Dahl said.",
            [("Kari Moen", "affirm"), ("Per Dahl", "inform")],
        ),
    ],
)
def test_what_plain_verbs_do(text: str, expected: list[tuple[str | None, str]]) -> None:
    told = reading(OPENING + text)
    names = {person.id: person.names[0].value for person in told.people} | {"joint": "joint"}
    said = [one for one in told.quotations if one.content.start >= len(OPENING)]
    assert [(names.get(one.speaker or ""), one.act.value) for one in said] == expected


@pytest.mark.parametrize(
    "told",
    [
        "Norwegian Ambassador Kari Moen spoke at St. Olaf School.",
        "Norwegian Ambassador Kari Moen, Chairwoman of the Lao Front, spoke.",
        "Norwegian Ambassador Kari Moen met the Secretary of the Nordby Provincial Committee.",
    ],
)
def test_schools_and_committees_are_nobody(told: str) -> None:
    assert people(reading(f"# A day\n\n{told}\n")) == {("Kari Moen", "NO")}


def test_he_may_be_a_surname() -> None:
    told = reading(
        "# A meeting\n\nOn 3 March 2025 Hunan Vice Governor He Baolin met Norwegian Consul General Kari Moen in "
        "Changsha.\n\nHe Baolin thanked her for the ferry.\n"
    )
    names = {person.id: person.names[0].value for person in told.people}
    assert [names.get(one.speaker or "") for one in told.quotations] == ["He Baolin"]


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("Lao Minister Kham Vong met Norwegian Minister Kari Moen ahead of the fair scheduled for 9 March 2025.", None),
        ("Lao Minister Kham Vong met Norwegian Minister Kari Moen on 9 March 2025 ahead of the fair.", "2025-03-09"),
    ],
)
def test_the_day_of_what_comes_later_is_not_that_of_a_meeting(told: str, day: str | None) -> None:
    main = next(one for one in reading(f"# A meeting\n\n{told}\n").activities if one.kind.value == "meeting")
    assert (main.date and str(main.date.value)) == day


def test_keys_handed_over_are_a_donation() -> None:
    told = reading(
        "# A bus\n\nNorwegian Ambassador Kari Moen handed over the keys of a bus to Lao Minister Kham Vong on "
        "9 March 2025. She was photographed speaking to the pupils.\n"
    )
    assert {one.kind.value for one in told.activities} == {"donation"}


def test_who_receives_a_delegation_is_of_another_country() -> None:
    told = reading(
        "# Foreign Minister Zohran Petyan received the Parliamentary Delegation of Sweden\n\n"
        "On 16 May 2018 Foreign Minister Zohran Petyan received the delegation of the Parliament of Sweden headed by "
        "Deputy Speaker Nils Berg. The minister spoke of Armenia and of the roads in Armenia.\n"
    )
    assert people(told) == {("Zohran Petyan", "AM"), ("Nils Berg", "SE")}


def test_the_head_of_state_is_the_only_one_named() -> None:
    told = reading(
        "# A meeting\n\nThe First Secretary of the Communist Party of Cuba and President of the Republic, Raul Pena on "
        "3 March 2025 met Norwegian Foreign Minister Kari Moen. The head of state thanked her for the ferry.\n"
    )
    names = {person.id: person.names[0].value for person in told.people}
    assert [names.get(one.speaker or "") for one in told.quotations] == ["Raul Pena"]
