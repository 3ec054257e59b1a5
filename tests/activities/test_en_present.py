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
        # whose something is, of whom somebody speaks, and who is of a third country, is not there
        ("The road follows the plan of Norwegian Prime Minister Per Vik’s cabinet.", set()),
        ("Moen said that Norwegian Prime Minister Per Vik likes ferries.", set()),
        ("Brazilian Minister of Trade Joao Mendes sells ferries.", set()),
        ("A bust of Norwegian Prime Minister Per Vik stands in the hall.", set()),
    ],
)
def test_who_is_named_besides_takes_part(text: str, others: set[str]) -> None:
    assert present(f"{OPENING}{text}\n") == {"Kari Moen", "Kham Vong", *others}
