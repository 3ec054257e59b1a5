"""Swedish: who takes part though only a list, a picture or a later sentence says so, and what is one visit."""

import hashlib

import pytest

from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.reading import Reading
from giaoluu.pipeline import read


def told(text: str) -> Reading:
    content = text.encode()
    return read(Capture("page", content, hashlib.sha256(content).hexdigest(), text, MediaType.TEXT))


def present(text: str) -> dict[str, str | None]:
    reading = told(text)
    names = {person.id: person.names[0].value for person in reading.people}
    return {
        names[one.party]: one.side
        for activity in reading.activities
        if activity.main
        for one in activity.participants
        if one.party in names
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# Besök från vänorten\n\nBergby kommun fick besök av vår vänort Hanko i Japan.\n\n"
            "Från kommunen deltog Eva Lind, Zoltan Karo samt Bo Ek.\n",
            {"Eva Lind", "Zoltan Karo", "Bo Ek"},
        ),
        (
            "# Talmannen besökte Norge\n\nDen 3 maj 2024 besökte talman Eva Lind Norge för att stärka "
            "samarbetet mellan ländernas parlament.\n\nI delegationen ingick, förutom "
            "talmannen, utskottsordförande Bo Ek (S), Pia Modig (M) och riksdagsdirektör Ali Demir.\n",
            {"Eva Lind", "Bo Ek", "Pia Modig", "Ali Demir"},
        ),
        (
            "# Mottagning i Uppsala\n\nRektor Eva Lind tog emot Japans ambassadör Ken Mori i Uppsala.\n\n"
            "Vid mottagningen närvarade bland annat två forskare, prefekt Bo Ek och docent Pia Modig.\n",
            {"Eva Lind", "Ken Mori", "Bo Ek", "Pia Modig"},
        ),
    ],
)
def test_lists_tell_who_was_there(text: str, expected: set[str]) -> None:
    assert expected <= set(present(text))


def test_new_ambassadors_stand_for_where_they_come_from() -> None:
    text = (
        "# Kungen gav högtidliga audienser\n\nTorsdagen den 4 oktober 2018 lämnade två utländska ambassadörer över "
        "sina kreditivbrev till Kungen.\n\nDagens ambassadörer som Kungen tog emot var Kena Moro från Malawi och "
        "Gudrun Falk från Österrike.\n"
    )
    assert present(text) == {"Kena Moro": "MW", "Gudrun Falk": "AT"}
    assert [one.kind.value for one in told(text).activities if one.main][:1] == ["credentials"]


def test_members_are_of_the_country_of_their_delegation() -> None:
    text = (
        "# Norska gäster i Lund\n\nDen 2 maj 2024 besökte en delegation från det norska parlamentet, bestående av "
        "ledamöterna Kari Moen, Tor Dale och Liv Aas, Lund.\n"
    )
    assert present(text) == {"Kari Moen": "NO", "Tor Dale": "NO", "Liv Aas": "NO"}


def test_the_visit_told_again_is_one_visit() -> None:
    text = (
        "# Bergby besöker Shanghai\n\nI maj 2024 besöker en delegation från Bergby kommun Shanghai i Kina.\n\n"
        "Regiondirektör Eva Lind deltar också i besöket i Shanghai.\n"
    )
    assert [one.kind.value for one in told(text).activities if one.main] == ["visit"]


def test_no_land_is_visited_for_its_exports() -> None:
    text = "# Eva Lind besöker Kina för svensk export\n\nUtrikesminister Eva Lind besöker Peking i maj 2024.\n"
    places = {one.place.value for one in told(text).activities if one.main and one.place}
    assert "svensk" not in places


def test_those_listed_first_take_part_in_what_is_told_next() -> None:
    text = (
        "# Samarbete med kinesiskt universitet\n\nDelegationen leddes av högskolans rektor Eva Lind. I övrigt ingick "
        "Bo Ek och Pia Modig från högskolan.\n\nResan gick till två universitet i Shanghai, där avtal om utbyte "
        "diskuterades.\n"
    )
    assert {"Eva Lind", "Bo Ek", "Pia Modig"} <= set(present(text))


def test_an_ambassador_with_a_foreign_name_is_not_of_the_press_that_writes() -> None:
    text = (
        "# Ambassadör Moriyama besökte Umeå\n\nDen 8 april 2019 besökte ambassadör Moriyama länet och kommunen. "
        "Ambassadören fick se det japanska företaget i staden och talade om utbytet mellan Sverige och Japan.\n"
    )
    assert present(text) == {"Moriyama": "JP"}


def test_a_weekday_behind_words_for_a_plan_is_the_next() -> None:
    text = (
        "# Eva Lind reser till London\n\nPublicerad 11 mars 2022\n\nUtrikesminister Eva Lind kommer under tisdagen att "
        "ha ett bilateralt möte med Storbritanniens utrikesminister Ada Cole i London. Mötet "
        "är en del av samarbetet mellan de två länderna och handlar om säkerhetsläget för Sverige.\n"
    )
    assert {str(one.date.value) for one in told(text).activities if one.main and one.date} == {"2022-03-15"}
