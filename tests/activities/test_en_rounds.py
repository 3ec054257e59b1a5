"""English: who receives one after the other, what visits are to a house, and what only frames a meeting."""

import pytest

from giaoluu import read
from giaoluu.sources import capture_of


def told(text: str) -> list[tuple[str, str | None, list[str]]]:
    """Return kind, place and people of the main activities."""
    reading = read(capture_of(text.encode()))
    names = {one.id: one.names[0].value for one in reading.people}
    return [
        (
            one.kind.value,
            one.place.value if one.place else None,
            sorted(names[party.party] for party in one.participants if party.party in names),
        )
        for one in reading.activities
        if one.main
    ]


def test_guests_received_one_by_one_meet_their_host() -> None:
    text = (
        "June 5, 2024\n\nPresident Tran Van Bach on June 4 received the ambassadors of Norway and Poland in Hanoi.\n\n"
        "Meeting Norwegian Ambassador Berit Haugland, President Bach stressed the need for more exchanges.\n\n"
        "Welcoming Polish Ambassador Marek Zielin, President Bach praised the ties."
    )
    people = {name for _, _, names in told(text) for name in names}
    assert people == {"Tran Van Bach", "Berit Haugland", "Marek Zielin"}


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Norwegian Ambassador Berit Haugland visited our university on June 4, 2024.", "visit", None),
        (
            "June 5, 2024\n\nOn the sidelines of the ASEAN Summit in Vientiane, Prime Minister Tran Van Bach met Lao "
            "Prime Minister Kham Sivong on Wednesday.",
            "meeting",
            "Vientiane",
        ),
        (
            "June 5, 2024\n\nThe Norwegian Embassy opened a photo exhibition at the Vietnam Women's Museum on June 4.",
            "exhibition",
            "Vietnam Women's Museum",
        ),
        (
            "June 5, 2024\n\nPresident Tran Van Bach and Norwegian Premier Odd Sundby held phone talks on Tuesday.",
            "phone_call",
            None,
        ),
        (
            "June 5, 2024\n\nA memorandum of understanding between Hue University and Bergen University of Norway was "
            "signed in Hue on June 4.",
            "signing",
            "Hue",
        ),
        (
            "June 5, 2024\n\nThe Vietnamese Culture Festival in Norway opened in Bergen on June 1.",
            "festival",
            "Bergen",
        ),
        (
            "June 5, 2024\n\nA training course on administration for Lao officials opened in Hanoi on June 4.",
            "training",
            "Hanoi",
        ),
    ],
)
def test_what_a_sentence_is_about(text: str, kind: str, place: str | None) -> None:
    assert [(found, where) for found, where, _ in told(text)] == [(kind, place)]


def test_who_announces_a_visit_does_not_go_along() -> None:
    text = (
        "President Odd Sundby today announced the designation of a presidential delegation to Norway. The delegation "
        "will visit Oslo, Norway on June 9, 2024. Marek Whitby, U.S. Secretary of State, will lead the delegation."
    )
    assert told(text) == [("visit", "Oslo", ["Marek Whitby"])]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "OSLO, Sept. 14, 2024 (Xinhua) -- Wei Jianhong, head of the Foreign Ministry, led a delegation on a "
            "visit to Norway from Thursday to Friday.",
            "2024-09-12/2024-09-13",
        ),
        (
            "2024-09-19\n\nOslo (NTX), Sept. 19 – Norwegian Minister Odd Sundby, on 17 September 2024, met with "
            "Chinese Ambassador Wei Jianhong.",
            "2024-09-17",
        ),
    ],
)
def test_a_dateline_tells_of_the_report(text: str, date: str) -> None:
    reading = read(capture_of(text.encode()))
    assert {str(one.date.value) for one in reading.activities if one.main and one.date} == {date}


def test_an_anniversary_that_a_year_marks_is_not_celebrated() -> None:
    text = (
        "June 5, 2024\n\nNorwegian Foreign Minister Odd Sundby met Chinese Foreign Minister Wei Jianhong in Oslo on "
        "Tuesday. This year marks the 70th anniversary of diplomatic relations, said Sundby."
    )
    assert [kind for kind, _, _ in told(text)] == ["meeting"]


def test_a_title_calls_talks_a_meeting() -> None:
    text = (
        "Norwegian foreign minister meets Chinese delegation\n2024-06-05\n\nNorwegian Foreign Minister Odd Sundby held "
        "talks in Oslo on Tuesday with a Chinese delegation led by Wei Jianhong."
    )
    assert [kind for kind, _, _ in told(text)] == ["talks"]


def test_who_attends_besides_is_at_the_same_meeting() -> None:
    text = (
        "2024-06-05\n\nPresident Tran Van Bach met with Odd Sundby, Premier of Norway, and Marek Whitby, Speaker "
        "of the Norwegian parliament, on June 4. Berit Haugland, Norwegian Ambassador to Vietnam, and Vice President "
        "Le Thi Hoa attended the meeting."
    )
    assert told(text) == [
        ("meeting", None, ["Berit Haugland", "Le Thi Hoa", "Marek Whitby", "Odd Sundby", "Tran Van Bach"])
    ]


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        (
            "2024-06-05\n\nThe Norwegian Embassy in Hanoi organised a ceremony to mark the 50th anniversary of "
            "diplomatic ties between Norway and Vietnam. Minister Tran Van Bach was a guest at the June 3 event.",
            "celebration",
            "2024-06-03",
        ),
        (
            "2024-06-05\n\nA program to celebrate the 45th anniversary of Vietnam-Norway ties opened in Hanoi "
            "on Tuesday.",
            "celebration",
            "2024-06-04",
        ),
        (
            "2024-06-05\n\nMinister Tran Van Bach met Norwegian Minister Odd Sundby in Hanoi on June, 3rd.",
            "meeting",
            "2024-06-03",
        ),
    ],
)
def test_the_day_of_what_was_held(text: str, kind: str, date: str) -> None:
    reading = read(capture_of(text.encode()))
    assert [(one.kind.value, str(one.date.value)) for one in reading.activities if one.main and one.date] == [
        (kind, date)
    ]
