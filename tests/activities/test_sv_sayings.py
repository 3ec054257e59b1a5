"""Swedish: who promises what, and whose words a paragraph of direct speech is."""

import hashlib

import pytest

from giaoluu.model.capture import Capture, MediaType
from giaoluu.pipeline import read

OPENING = (
    "# Norge och Vietnam\n\nNorges utrikesminister Kari Moen träffade Vietnams utrikesminister Tran Van Hai i Hanoi "
    "den 3 mars 2025.\n\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moen sade efter mötet att Norge är berett att bidra med lärare.", [("Kari Moen", "commit")]),
        ("Moen berättade om skolan.\n\n– Vi kommer att stödja skolan, lovade hon.", [("Kari Moen", "commit")]),
    ],
)
def test_who_promises(text: str, expected: list[tuple[str | None, str]]) -> None:
    content = (OPENING + text).encode()
    told = read(Capture("page", content, hashlib.sha256(content).hexdigest(), OPENING + text, MediaType.TEXT))
    names = {person.id: person.names[0].value for person in told.people}
    assert [(names.get(one.speaker or ""), one.act.value) for one in told.quotations][-1:] == expected


def test_letters_of_parties_make_no_caption() -> None:
    text = (
        "Talmannen reser\n\nTalmannen Eva Norell besöker den 3 april Norge tillsammans med Bo Lund (S), Pia Berg (C) "
        "och Ali Demir (V) ur riksdagen.\n\n– Resan är viktig för oss alla och för våra grannar, säger Eva Norell.\n"
    )
    content = text.encode()
    told = read(Capture("page", content, hashlib.sha256(content).hexdigest(), text, MediaType.TEXT))
    assert [one.kind.value for one in told.activities if one.main] == ["visit"]
    assert {"Bo Lund", "Pia Berg"} <= {person.names[0].value for person in told.people}
