"""English verbs of saying: who says it, and which act it is."""

import hashlib

import pytest

from giaoluu.model.capture import Capture, MediaType
from giaoluu.pipeline import read

OPENING = (
    "# Vietnam and Norway\n\nNorwegian Foreign Minister Kari Moen met with Vietnamese Foreign Minister Tran Van Hai "
    "in Hanoi on 3 March 2025.\n\n"
)


def said(text: str) -> list[tuple[str | None, str]]:
    """Return (speaker, act) of what is said behind the opening of a report, in reading order."""
    content = (OPENING + text).encode()
    told = read(Capture("page", content, hashlib.sha256(content).hexdigest(), OPENING + text, MediaType.TEXT))
    names = {person.id: person.names[0].value for person in told.people} | {"joint": "joint"}
    return [
        (names.get(one.speaker or ""), one.act.value) for one in told.quotations if one.content.start >= len(OPENING)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moen noted with satisfaction the growth of trade.", [("Kari Moen", "praise")]),
        ("Moen attached great importance to the old ties.", [("Kari Moen", "affirm")]),
        ("Moen welcomed the Minister’s decision to open a school.", [("Kari Moen", "affirm")]),
        ("Moen welcomed the Minister to the old town.", [("Kari Moen", "thank")]),
        ("Moen asked Hai to convey her best wishes to the students.", [("Kari Moen", "thank")]),
        ("Moen conveyed to Hai the warm greetings of her colleagues.", [("Kari Moen", "thank")]),
        ("Moen assured Hai that the road is safe.", [("Kari Moen", "affirm")]),
        ("The two sides engaged in long discussions on fishing.", [("joint", "inform")]),
        ("Moen expressed the Norwegian commitment to old ties.", [("Kari Moen", "affirm")]),
        ("The leaders coordinated on fishing.", [("joint", "inform")]),
        ("The two sides established a working group.", [("joint", "agree")]),
        ("The two delegations discussed trade.", [("joint", "inform")]),
        ("Both ambassadors agreed to open a school.", [("joint", "agree")]),
        ("Moen said the Norway–Vietnam Association would continue its work.", [("Kari Moen", "commit")]),
        ("Moen said Norway is ready to send teachers.", [("Kari Moen", "commit")]),
        ("The host thanked Norway for its help.", [("Kari Moen", "thank")]),
        ("The next round will take place in Oslo.", []),
        ("The guests were welcomed at the airport.", []),
        ("Moen expressed her hope that the two sides will share seeds.", [("Kari Moen", "propose")]),
        ("Moen said she will instruct the harbours to help.", [("Kari Moen", "commit")]),
        ("Moen gave a warm welcome to the guests.", [("Kari Moen", "thank")]),
        ("Moen gave the students a short introduction to fishing.", []),
        ("Moen made a brief introduction to fishing.", [("Kari Moen", "inform")]),
        ("The host and guest agreed to open a school.", [("joint", "agree")]),
        (
            "Moen welcomed the Vietnamese delegation to Oslo, hoping that it likes the town.",
            [("Kari Moen", "thank"), ("Kari Moen", "propose")],
        ),
    ],
)
def test_acts(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("close", ['," ', ",” ", ', "'])
def test_we_in_a_quotation_is_who_speaks(close: str) -> None:
    opening = "“" if "”" in close else '"'
    text = f"Moen opened the evening. {opening}We believe in the young{close.strip()} she said."
    assert {speaker for speaker, _ in said(text)} == {"Kari Moen"}
