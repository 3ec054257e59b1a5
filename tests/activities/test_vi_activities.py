"""Vietnamese: which activities a report tells of, who holds them, when and where."""

import pytest

from giaoluu.model.activities import ActivityMention
from giaoluu.model.reading import Reading
from giaoluu.pipeline import read
from giaoluu.sources import capture_of


def told(text: str) -> Reading:
    return read(capture_of(text.encode()))


def main(reading: Reading) -> list[ActivityMention]:
    return [one for one in reading.activities if one.main]


def people(reading: Reading, one: ActivityMention) -> set[str]:
    names = {person.id: person.names[0].value for person in reading.people}
    return {names[party.party] for party in one.participants if party.party in names}


def parties(text: str, kind: str) -> list[set[str]]:
    """Return who takes part in each main activity of a kind."""
    reading = told(text)
    return [people(reading, one) for one in main(reading) if one.kind.value == kind]


WELCOME = """Bộ trưởng Quốc phòng Lào thăm Việt Nam

Sáng 5/3, tại Hà Nội, Bộ trưởng Quốc phòng Lê Văn Bình chủ trì lễ đón Bộ trưởng Quốc phòng Lào Khampha Sisavath.
"""
CALL = "Bộ trưởng Khampha Sisavath đến chào xã giao Thủ tướng Trần Thị Lan và Chủ tịch Quốc hội Phạm Văn Hải.\n"
PICTURE = "\nBộ trưởng Lê Văn Bình (phải) tiếp Bộ trưởng Khampha Sisavath tại Hà Nội."


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (WELCOME + "Sau lễ đón, hai bên tiến hành hội đàm.", "talks", [{"Lê Văn Bình", "Khampha Sisavath"}]),
        (
            WELCOME + "Sau lễ đón, hai bên tiến hành hội đàm.\n" + CALL,
            "meeting",
            [{"Trần Thị Lan", "Khampha Sisavath"}, {"Phạm Văn Hải", "Khampha Sisavath"}],
        ),
        (WELCOME + "Sau lễ đón, hai bên tiến hành hội đàm.\n" + PICTURE, "meeting", []),
    ],
)
def test_who_meets_whom(text: str, kind: str, expected: list[set[str]]) -> None:
    assert parties(text, kind) == expected
