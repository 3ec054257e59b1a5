"""English: who takes part though no words give a role: companions, and whom the report names besides."""

import hashlib

import pytest

from giaoluu.model.capture import Capture, MediaType
from giaoluu.pipeline import read

OPENING = (
    "# A visit\n\nOn 3 March 2025 Norwegian Foreign Minister Kari Moen visited Vientiane and met Lao Foreign Minister "
    "Kham Vong.\n\n"
)


def present(text: str) -> set[str]:
    content = text.encode()
    told = read(Capture("page", content, hashlib.sha256(content).hexdigest(), text, MediaType.TEXT))
    names = {person.id: person.names[0].value for person in told.people}
    return {names[one.party] for activity in told.activities for one in activity.participants if one.party in names}


@pytest.mark.parametrize(
    ("text", "others"),
    [
        (
            "Accompanying Moen and her spouse were Norwegian Minister of Trade Nils Berg; and Ambassador to Laos "
            "Eva Lund.",
            {"Nils Berg", "Eva Lund"},
        ),
        (
            "From the Norwegian Embassy, there were Mr. Ola Dahl - Counsellor; Ms. Liv Strand - Second Secretary.",
            {"Ola Dahl", "Liv Strand"},
        ),
        ("The delegation was also led by Norwegian Deputy Minister Per Vik.", {"Per Vik"}),
        ("Lao Minister of Health Bounthong Sida on the same day showed a clinic.", {"Bounthong Sida"}),
        ("Brazilian Ambassador Joao Mendes said his country likes ferries.", {"Joao Mendes"}),
        # whose something is, of whom somebody speaks, and who is of a third country, is not there
        ("The road follows the plan of Norwegian Prime Minister Per Vik’s cabinet.", set()),
        ("Moen said that Norwegian Prime Minister Per Vik likes ferries.", set()),
        ("Brazilian Minister of Trade Joao Mendes sells ferries.", set()),
        ("A bust of Norwegian Prime Minister Per Vik stands in the hall.", set()),
    ],
)
def test_who_is_named_besides_takes_part(text: str, others: set[str]) -> None:
    assert present(f"{OPENING}{text}\n") == {"Kari Moen", "Kham Vong", *others}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Federica Sand, Vice President of the European Commission, met Lao Foreign Minister Kham Vong.", True),
        ("EU High Representative Federica Sand met Lao Foreign Minister Kham Vong.", True),
        ("Federica Sand, Vice President of the Ferry Company, met Lao Foreign Minister Kham Vong.", False),
    ],
)
def test_who_meets_an_official_of_many_states_meets_abroad(text: str, expected: bool) -> None:
    content = f"# A meeting\n\nOn 3 March 2025 {text}\n".encode()
    capture = Capture("page", content, hashlib.sha256(content).hexdigest(), content.decode(), MediaType.TEXT)
    assert read(capture).is_exchange is expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # a caption prints the year that the text leaves out
        ("On March 21, Moen met Vong in Vientiane.\n\nMoen and Vong in Vientiane on March 21, 2023.", "2023-03-21"),
        ("On March 21, Moen met Vong in Vientiane.\n\nThe bridge was opened on March 22, 2023.", "XXXX-03-21"),
        # a day behind "since" is not that of a visit
        ("Moen is on a working visit to Laos from Feb. 2-4. It is the first visit to Laos since May 1, 2009.", None),
    ],
)
def test_the_year_of_a_day(text: str, day: str | None) -> None:
    whole = text.replace("Moen ", "Norwegian Minister Kari Moen ", 1).replace("Vong", "Lao Minister Kham Vong", 1)
    content = f"# A meeting\n\n{whole}\n".encode()
    told = read(Capture("page", content, hashlib.sha256(content).hexdigest(), content.decode(), MediaType.TEXT))
    days = {str(one.date.value) for one in told.activities if one.main and one.date}
    assert days == ({day} if day else {"XXXX-02-02/XXXX-02-04"})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # who receives is named first, whoever was spoken of last
        ("The Norwegian delegation is led by Kari Moen. The host thanked Norway for its ferry.", "Kham Vong"),
        ("Vong spoke of ferries. The guest thanked Laos for its help.", "Kari Moen"),
    ],
)
def test_host_and_guest(text: str, said: str) -> None:
    opening = "# A visit\n\nOn 3 March 2025 Lao Foreign Minister Kham Vong received Norwegian Minister Kari Moen.\n\n"
    content = f"{opening}{text}\n".encode()
    told = read(Capture("page", content, hashlib.sha256(content).hexdigest(), content.decode(), MediaType.TEXT))
    names = {person.id: person.names[0].value for person in told.people}
    assert names.get(told.quotations[-1].speaker or "") == said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ambassador to Norway Kham Vong met Mr. Ola Dahl, a teacher in the county.", True),
        ("Kham Vong met Mr. Ola Dahl, a teacher in the county.", False),
    ],
)
def test_an_envoy_meets_abroad(text: str, expected: bool) -> None:
    content = f"# A meeting\n\nOn 3 March 2025 Lao {text}\n".encode()
    capture = Capture("page", content, hashlib.sha256(content).hexdigest(), content.decode(), MediaType.TEXT)
    assert read(capture).is_exchange is expected
