"""Who is whom because of one activity: a person's judgement stands above it."""

from tests.coverage.reports import report

from giaoluu.identities.judgements import NeverMerge, Undo
from giaoluu.pipeline import identify, link

LEFT = "Chiều 5/3/2024, tại Hà Nội, Chủ tịch Hội Hữu nghị Việt Nam - Lào Đỗ Khắc Hiếu tiếp Đại sứ Lào Khamsing Vongsa."
RIGHT = "Ngày 5/3/2024, Đại sứ Lào Khamsinh Vongsa gặp Chủ tịch Hội Hữu nghị Việt Nam - Lào Đỗ Khắc Hiếu tại Hà Nội."


def entities(*rulings: object) -> set[str | None]:
    """Return the entities of the ambassador, whom one of two reports misspells."""
    readings = [report("a", LEFT), report("b", RIGHT)]
    names = identify(readings, link(readings), rulings=rulings)
    people = [(one.id, p.id) for one in readings for p in one.people if "Vongsa" in p.names[0].value]
    assert len(people) == 2
    return {names.entity(*one) for one in people}


def test_one_activity_makes_one_person_of_two_spellings_unless_somebody_says_no() -> None:
    readings = [report("a", LEFT), report("b", RIGHT)]
    ends = [f"{one.id}/{p.id}" for one in readings for p in one.people if "Vongsa" in p.names[0].value]
    never = NeverMerge("2026-01-01", "1", left=ends[0], right=ends[1])
    assert len(entities()) == 1
    assert len(entities(never)) == 2
    assert len(entities(never, Undo("2026-01-02", "2", of="1"))) == 1
