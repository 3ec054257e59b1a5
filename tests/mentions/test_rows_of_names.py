"""Names that their neighbours tell to be people's: rows, verbs of saying, endings of surnames."""

import hashlib

import pytest

from giaoluu.articles import article_of
from giaoluu.langs.pack import pack
from giaoluu.mentions import find_mentions
from giaoluu.model.capture import Capture, MediaType


def people(text: str) -> dict[str, str | None]:
    content = text.encode()
    capture = Capture("page", content, hashlib.sha256(content).hexdigest(), text, MediaType.TEXT)
    found = find_mentions(article_of(capture), pack("sv")).people
    return {one.names[0].value: one.country.value if one.country else None for one in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Från kommunen deltog Eva Lind, Zoltan Karo, Bo Ek samt Dorit Vass.", {"Zoltan Karo", "Dorit Vass"}),
        ("På bilden syns Eva Lind (S), Zoltan Karo (M) och Bo Ek (C).", {"Zoltan Karo"}),
        ("– Resan var lång, säger Zoltan Karo.", {"Zoltan Karo"}),
        ("Anna-Greta Karo var på plats.", {"Anna-Greta Karo"}),
        ("Därefter talade Zoltan Modigsson om vänorten.", {"Zoltan Modigsson"}),
    ],
)
def test_their_neighbours_tell(text: str, expected: set[str]) -> None:
    assert expected <= set(people(text))


@pytest.mark.parametrize(
    "text",
    [
        "Mötet ordnades av Eva Lind och Karo Energy.",
        "Innan dess besökte Bo Ek och Dorit Vass Saab i Linköping.",
        "Zoltan Karo och Dorit Vass är namn på två bolag.",
        "Det säger FN och G7-sherpan Zoltan Karo.",
    ],
)
def test_neighbours_tell_nothing(text: str) -> None:
    assert set(people(text)) <= {"Eva Lind", "Bo Ek"}


def test_a_surname_tells_the_country() -> None:
    text = "Bergby kommun fick besök från Finland. Med var Matti Kaurinen, Eva Lind och Zoltan Modigsson."
    assert people(text) == {"Matti Kaurinen": "FI", "Eva Lind": "SE", "Zoltan Modigsson": "SE"}
