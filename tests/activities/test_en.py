"""English reports: where a visit goes, who travelled along, seats of governments that speak, what is only reported."""

import hashlib

import pytest

from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.reading import Reading
from giaoluu.pipeline import read


def reading(text: str) -> Reading:
    content = text.encode()
    return read(Capture("page", content, hashlib.sha256(content).hexdigest(), text, MediaType.TEXT))


@pytest.mark.parametrize(
    ("told", "kind", "place"),
    [
        ("On 3 March 2025, Swedish Foreign Minister Eva Lind visited Vietnam.", "visit", "Vietnam"),
        ("On 3 March 2025, Swedish Foreign Minister Eva Lind traveled to Laos and Vietnam.", "visit", "Laos"),
        (
            "On 3 March 2025, Swedish Prime Minister Eva Lind held a Summit with President Aino Salo of Finland, in "
            "Norbury, California.",
            "meeting",
            "California",
        ),
        (
            "On 3 March 2025, Finland and Laos held the fourth meeting of the Joint Committee in Brussels.",
            "talks",
            "Brussels",
        ),
        (
            "On 3 March 2025 in Jakarta, Swedish Minister Eva Lind and Indonesian Minister Budi Santo launched the "
            "Education Partnership.",
            "ceremony",
            "Jakarta",
        ),
        (
            "Havana, Jul 9 (Prensa Latina) Cuban Foreign Minister Raul Pena received today in this capital Lao "
            "Foreign Minister Kham Vong.",
            "meeting",
            "Havana",
        ),
        (
            "On 3 March 2025, Swedish Deputy Minister Eva Lind held the 4th Sweden-Laos Policy Dialogue with Lao "
            "Deputy Minister Kham Vong in Vientiane.",
            "talks",
            "Vientiane",
        ),
        ("Lao Minister Kham Vong received a courtesy call from Thai Ambassador Siri Thep.", "meeting", None),
    ],
)
def test_kind_and_place(told: str, kind: str, place: str | None) -> None:
    activity = next(one for one in reading(f"# A day\n\n{told} It was a short hour.\n").activities if one.main)
    assert (activity.kind.value, activity.place and activity.place.value) == (kind, place)


@pytest.mark.parametrize(
    "along",
    [
        "State Secretary Nils Berg, Ambassador Kari Moen, and Director Ann Holm also traveled with the delegation.",
        "She was joined by State Secretary Nils Berg and Ambassador Kari Moen.",
    ],
)
@pytest.mark.parametrize("day", ["On 3 March", "Earlier this week"])
def test_who_travelled_along_takes_part(along: str, day: str) -> None:
    told = reading(f"# A journey\n\n{day}, Foreign Minister Eva Lind of Sweden traveled to Laos. {along}\n")
    names = {person.id: person.names[0].value for person in told.people}
    here = {names.get(one.party) for activity in told.activities if activity.main for one in activity.participants}
    assert {"Eva Lind", "Nils Berg", "Kari Moen"} <= here


def test_who_welcomes_at_the_airport_takes_part() -> None:
    told = reading(
        "# Guests\n\nLao Prime Minister Kham Vong arrived in Oslo on 3 March for an official visit to Norway.\n\n"
        "He was welcomed at the airport by State Secretary Nils Berg and Lao Ambassador to Norway Somsak Keo.\n"
    )
    names = {person.id: person.names[0].value for person in told.people}
    here = {names.get(one.party) for activity in told.activities if activity.main for one in activity.participants}
    assert {"Kham Vong", "Nils Berg", "Somsak Keo"} <= here


def test_the_year_of_a_headline_is_lent() -> None:
    told = reading(
        "Spokesperson Lin Mei’s Press Conference on August 7, 2024\n\n"
        "Lao Foreign Minister Kham Vong will pay an official visit to China from August 12 to 14.\n"
    )
    assert [str(one.date.value) for one in told.activities if one.kind.value == "visit" and one.date] == [
        "2024-08-12/2024-08-14"
    ]


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("We have launched a new school here.", "inform"),
        ("Yesterday, I visited the old bridge in the city.", "inform"),
        ("Our ties are old and strong as the hills around us.", "affirm"),
    ],
)
def test_what_is_only_reported_in_direct_speech(said: str, act: str) -> None:
    told = reading(
        "# Remarks by President Harlow of the United States and President Salo of Finland\n\n"
        f"PRESIDENT HARLOW: I thank you all. {said}\n\nPRESIDENT SALO: I thank you.\n"
    )
    assert [one.act.value for one in told.quotations if said[:12] in one.content.exact] == [act]


def test_a_seat_of_government_speaks() -> None:
    told = reading("# Ties\n\nBeijing said the two sides would train teachers. The Kremlin said so on Monday.\n")
    places = {place.id: place.name.value for place in told.places}
    assert {places.get(one.speaker or "") for one in told.quotations} >= {"Kremlin"}


@pytest.mark.parametrize(
    ("opening", "told_day", "day"),
    [
        ("HANOI, September 18, 2024 - ", " on Tuesday", "2024-09-17"),
        ("HANOI, Sept. 18 (Town Wire) -- ", " on September 17", "XXXX-09-17"),
        ("HANOI, September 18, 2024 - ", "", "2024-09-18"),
    ],
)
def test_the_day_of_a_dateline_yields_to_the_day_told(opening: str, told_day: str, day: str) -> None:
    sentence = "Minister of Trade Nguyen Van Tam met with Swedish Minister for Foreign Trade Anna Lindgren"
    found = reading(f"A meeting of ministers\n\n{opening}{sentence}{told_day}.\n")
    assert [str(one.date.value) for one in found.activities if one.main] == [day]


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("will host Eva Lind, Prime Minister of Sweden, for a virtual bilateral meeting", "phone_call"),
        ("held a virtual bilateral meeting with Prime Minister Eva Lind of Sweden", "phone_call"),
        ("met Prime Minister Eva Lind of Sweden in Oslo", "meeting"),
    ],
)
def test_what_it_is_for_stands_between_a_day_and_what_is_done_on_it(told: str, kind: str) -> None:
    found = reading(f"# A day\n\n2024-09-17\n\nToday, to reaffirm close ties, Norwegian President Tor Ek {told}.\n")
    activity = next(one for one in found.activities if one.main)
    names = {one.id: one.names[0].value for one in found.people}
    there = {names.get(one.party) for one in activity.participants}
    assert (activity.kind.value, str(activity.date.value), there) == (kind, "2024-09-17", {"Tor Ek", "Eva Lind"})


def test_a_list_of_subjects_ends_a_ministry_without_its_comma() -> None:
    found = reading(
        "Ministers meet\n\nNorway met the Ministry of Culture, Sports and Tourism, the Ministry of Trade,\n"
    )
    assert [one.names[0].value for one in found.organisations][-2:] == [
        "Ministry of Culture, Sports and Tourism",
        "Ministry of Trade",
    ]
