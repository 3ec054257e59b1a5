"""A small reading, built by hand: two people, a meeting, what was said and promised in it."""

from typing import TypeVar

import pytest

from giaoluu.model.activities import (
    Act,
    ActivityMention,
    Commitment,
    Gift,
    Participant,
    Proposal,
    Quotation,
    Role,
    Specificity,
    Status,
    Strength,
)
from giaoluu.model.article import Article, Caption, Lead, Zone, ZoneKind
from giaoluu.model.edtf import Edtf
from giaoluu.model.mentions import (
    DateMention,
    Delegation,
    Occasion,
    OccasionKind,
    Occupancy,
    Organisation,
    Person,
    Place,
    PlaceLevel,
    Quantity,
)
from giaoluu.model.reading import Issue, Reading, Run
from giaoluu.model.spans import Cited, Span

T = TypeVar("T")
TITLE = "Hội Hữu nghị gặp gỡ đoàn bạn"
BODY = (
    "Ngày 6/3/2025, tại Huế, bà Lê Thị Mơ, Chủ tịch Hội Hữu nghị, tiếp đoàn 12 người do ông 周山 dẫn đầu. "
    "Bà Mơ cho biết Hội sẽ gửi 3 sinh viên đi học trong năm 2026 và mong đoàn trở lại. Ông 周山 tặng Hội một bức tranh."
)
CAPTION = "Ảnh: An Nhiên"
RELATED = "Tin khác: Khai mạc lễ hội ở Malmö"
TEXT = "\n".join((TITLE, BODY, CAPTION, RELATED))


def span(words: str, nth: int = 0) -> Span:
    """Return the span of the words where they stand in the text, counted from 0."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span.of(TEXT, start, start + len(words))


def cited(value: T, words: str, nth: int = 0) -> Cited[T]:
    """Return a value that rests on words of the text."""
    return Cited(value, span(words, nth), "test")


def zones() -> tuple[Zone, ...]:
    """Return one zone a line."""
    kinds = {TITLE: ZoneKind.TITLE, BODY: ZoneKind.BODY, CAPTION: ZoneKind.CAPTION, RELATED: ZoneKind.RELATED}
    return tuple(Zone(span(line).start, span(line).end, kind, "test") for line, kind in kinds.items())


ARTICLE = Article(
    "hue-0306",
    "ab" * 32,
    TEXT,
    "vi",
    zones(),
    title=cited(TITLE, TITLE),
    published=cited(Edtf("2025-03-06"), "6/3/2025"),
    captions=(Caption("c1", span(CAPTION), None, cited("An Nhiên", "An Nhiên")),),
    leads=(Lead("l1", span("Khai mạc lễ hội ở Malmö"), ZoneKind.RELATED, ("SE",)),),
    extra=(("og:type", "article"),),
)
MO = Person(
    "p1",
    (cited("Lê Thị Mơ", "Lê Thị Mơ"), cited("Mơ", "Mơ", 1)),
    (span("Lê Thị Mơ"), span("Bà Mơ")),
    (Occupancy("o1", "p1", cited("Chủ tịch Hội Hữu nghị", "Chủ tịch Hội Hữu nghị"), kind="chair", body="b1"),),
    gender=cited("female", "bà"),
    age=Quantity("q9", span("12"), "test", 12.0, unit="year"),
)
ZHOU = Person("p2", (cited("周山", "周山"),), (span("周山"), span("周山", 1)), country=cited("CN", "周山"))
MEETING = ActivityMention(
    "a1",
    cited("meeting", "tiếp"),
    cited("reception", "tiếp"),
    cited(Status.HELD, "tiếp"),
    date=cited(Edtf("2025-03-06"), "6/3/2025"),
    date_words=span("Ngày 6/3/2025"),
    place=cited("Huế", "Huế"),
    places=("l1",),
    participants=(
        Participant("x1", "p1", Role.HOST, span("Lê Thị Mơ"), "test", posts=("o1",)),
        Participant("x2", "p2", Role.LEADER, span("周山"), "test", inferred=True),
    ),
    gifts=(Gift("g1", span("tặng Hội một bức tranh"), "test", "p2", "b1", cited("một bức tranh", "một bức tranh")),),
    topics=(cited("education", "đi học"),),
    evidence=(span("tiếp đoàn"),),
)


@pytest.fixture
def reading() -> Reading:
    """Return the reading."""
    promise = {"speaker": "p1", "quotation": "s1", "rule": "test", "beneficiary": cited("3 sinh viên", "3 sinh viên")}
    return Reading(
        ARTICLE,
        Run("0.1", (("vi", "1"), ("zh", "2"))),
        is_exchange=True,
        exchange_reason="two countries meet",
        people=(MO, ZHOU),
        organisations=(Organisation("b1", (cited("Hội Hữu nghị", "Hội Hữu nghị", 1),), (span("Hội Hữu nghị", 1),)),),
        delegations=(Delegation("d1", cited("đoàn 12 người", "đoàn 12 người"), head="p2"),),
        places=(Place("l1", cited("Huế", "Huế"), PlaceLevel.CITY),),
        dates=(
            DateMention("t1", span("năm 2026"), "test", Edtf("2026")),
            DateMention("t2", span("Ngày"), "test", None),
        ),
        quantities=(Quantity("q1", span("12 người"), "test", 12.0, "people"), Quantity("q2", span("3"), "test", 2.5)),
        occasions=(Occasion("k1", OccasionKind.SERIES, cited("gặp gỡ", "gặp gỡ"), edition=cited(3, "3")),),
        activities=(MEETING,),
        quotations=(
            Quotation("s1", "p1", Act.COMMIT, span("Hội sẽ gửi 3 sinh viên đi học"), "test", cue=span("cho biết")),
        ),
        commitments=(
            Commitment(
                "m1",
                action=span("gửi 3 sinh viên đi học"),
                strength=Strength.INTEND,
                specificity=Specificity.DATED,
                due=cited(Edtf("2026"), "năm 2026"),
                **promise,  # type: ignore[arg-type]
            ),
        ),
        proposals=(Proposal("m2", "s1", "p1", span("đoàn trở lại"), "test", Strength.WISH, Specificity.VAGUE),),
        issues=(Issue("i1", "kind", "unknown kind", span("gặp gỡ")),),
    )
