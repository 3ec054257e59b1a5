"""Small readings built by hand, as the reader makes them: places real, people invented."""

from dataclasses import replace
from hashlib import sha256

from giaoluu.model.activities import (
    Act,
    ActivityMention,
    Attribution,
    Commitment,
    Participant,
    Proposal,
    Quotation,
    Role,
    Specificity,
    Status,
    Strength,
)
from giaoluu.model.article import Article, Lead, Zone, ZoneKind
from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.edtf import Edtf
from giaoluu.model.mentions import Occupancy, Organisation, Person, Place, PlaceLevel, Quantity
from giaoluu.model.reading import Reading, Run
from giaoluu.model.spans import Cited, Span

LINES_VI = (
    (ZoneKind.TITLE, "Đại sứ Lê Minh Khuê tiếp Hội hữu nghị Trung - Việt"),
    (ZoneKind.DATELINE, "09:15 | 12/03/2025"),
    (
        ZoneKind.BODY,
        "Ngày 11/3/2025, tại Hà Nội, Đại sứ Việt Nam tại Trung Quốc Lê Minh Khuê tiếp bà Trần Tuyết Mai, "
        "Phó Hội trưởng Hội hữu nghị Trung - Việt.",
    ),
    (
        ZoneKind.BODY,
        "Bà Trần Tuyết Mai khẳng định Hội sẽ cử 20 sinh viên sang Huế học tiếng Việt trước tháng 9/2025. "
        "Ông Khuê mong muốn hai bên tổ chức thêm trại hè.",
    ),
    (ZoneKind.BODY, "Nhân dịp này, hai bên trồng 12 cây ngọc lan trong khuôn viên."),
    (ZoneKind.CAPTION, "Hai bên chụp ảnh lưu niệm. Ảnh: An Nhiên"),
    (ZoneKind.RELATED, "Thủ tướng tiếp Đại sứ Lào"),
)

LINES_EN = (
    (ZoneKind.TITLE, "Hue and Uppsala plan a <b>choir</b> exchange"),
    (
        ZoneKind.BODY,
        "The city of Hue will hold a festival with Uppsala in June 2026, its director Nguyen Thanh An said. "
        '<script>alert("x")</script>',
    ),
)

RUN = Run(reader="0.1.0", packs=(("vi", "1"),))


class Page:
    """A text with its zones, and spans found by their words."""

    def __init__(self, lines: tuple[tuple[ZoneKind, str], ...]) -> None:
        self.text = "\n".join(line for _, line in lines)
        starts = [sum(len(line) + 1 for _, line in lines[:turn]) for turn in range(len(lines))]
        self.zones = tuple(
            Zone(start, start + len(line), kind) for start, (kind, line) in zip(starts, lines, strict=True)
        )

    def at(self, words: str, *, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return Span.of(self.text, start, start + len(words))

    def cite(self, value, words: str, *, nth: int = 0, inferred: bool = False) -> Cited:
        return Cited(value, self.at(words, nth=nth), "by-hand", inferred)


def capture_of(ident: str, text: str, **more) -> Capture:
    content = text.encode()
    return Capture(ident, content, sha256(content).hexdigest(), text, MediaType.TEXT, "utf-8", f"{ident}.txt", **more)


def vietnamese(ident: str = "tiep-khach", *, lines=LINES_VI, reader: str = "0.1.0", **more) -> tuple[Capture, Reading]:
    """An ambassador receives an association: two people, a body, a part, words, a promise, a wish."""
    page = Page(lines)
    capture = capture_of(ident, page.text, **more)
    khue = Person(
        "p1",
        (page.cite("Lê Minh Khuê", "Lê Minh Khuê", nth=1), page.cite("Khuê", "Khuê", nth=2)),
        (page.at("Lê Minh Khuê", nth=1), page.at("Ông Khuê")),
        (
            Occupancy(
                "o1",
                "p1",
                page.cite("Đại sứ Việt Nam tại Trung Quốc", "Đại sứ Việt Nam tại Trung Quốc"),
                "ambassador",
                country="VN",
            ),
        ),
        page.cite("VN", "Việt Nam", inferred=True),
    )
    mai = Person(
        "p2",
        (page.cite("Trần Tuyết Mai", "Trần Tuyết Mai"),),
        (page.at("Trần Tuyết Mai"), page.at("Trần Tuyết Mai", nth=1)),
        (
            Occupancy(
                "o2",
                "p2",
                page.cite("Phó Hội trưởng Hội hữu nghị Trung - Việt", "Phó Hội trưởng Hội hữu nghị Trung - Việt"),
                "vice_president",
                "g1",
            ),
        ),
        page.cite("CN", "Trung - Việt", nth=1, inferred=True),
        page.cite("female", "bà"),
    )
    society = Organisation(
        "g1",
        (page.cite("Hội hữu nghị Trung - Việt", "Hội hữu nghị Trung - Việt", nth=1),),
        (),
        "friendship_association",
        page.cite("CN", "Trung - Việt", nth=1, inferred=True),
    )
    hanoi = Place("l1", page.cite("Hà Nội", "Hà Nội"), PlaceLevel.CITY, "VN-HN", "VN", "Hà Nội")
    trees = Quantity("n1", page.at("12 cây ngọc lan"), "by-hand", 12, "cây", "ngọc lan")
    meeting = ActivityMention(
        "a1",
        page.cite("meeting", "tiếp", nth=1),
        mode=page.cite("received", "tiếp", nth=1),
        status=page.cite(Status.HELD, "tiếp", nth=1, inferred=True),
        date=page.cite(Edtf("2025-03-11"), "11/3/2025"),
        place=page.cite("Hà Nội", "Hà Nội"),
        places=("l1",),
        participants=(
            Participant("t1", "p1", Role.HOST, page.at("Lê Minh Khuê", nth=1), "by-hand", "VN", ("o1",)),
            Participant("t2", "p2", Role.GUEST, page.at("Trần Tuyết Mai"), "by-hand", "CN", ("o2",)),
        ),
        evidence=(page.at("tiếp bà Trần Tuyết Mai"),),
    )
    planting = ActivityMention(
        "a2",
        page.cite("ceremony", "trồng"),
        mode=page.cite("tree_planting", "trồng 12 cây"),
        main=False,
        bounds=page.cite(Edtf("2025-03-11"), "Nhân dịp này", inferred=True),
        part_of="a1",
        quantities=("n1",),
        participants=(
            Participant("t3", "p1", Role.ATTENDEE, page.at("hai bên", nth=1), "by-hand", "VN", inferred=True),
        ),
    )
    promise = page.at("sẽ cử 20 sinh viên sang Huế học tiếng Việt trước tháng 9/2025")
    wish = page.at("tổ chức thêm trại hè")
    said = Quotation(
        "q1",
        "p2",
        Act.COMMIT,
        page.at("Hội sẽ cử 20 sinh viên sang Huế học tiếng Việt trước tháng 9/2025"),
        "by-hand",
        cue=page.at("khẳng định"),
        speaker_span=page.at("Bà Trần Tuyết Mai"),
        sides=("CN",),
        themes=("education",),
        activity="a1",
    )
    wished = Quotation(
        "q2",
        "p1",
        Act.PROPOSE,
        page.at("hai bên tổ chức thêm trại hè"),
        "by-hand",
        cue=page.at("mong muốn"),
        sides=("VN",),
        attribution=Attribution.EXPLICIT,
        activity="a1",
    )
    article = Article(
        ident,
        capture.digest,
        page.text,
        "vi",
        page.zones,
        page.cite(page.text.split("\n")[0], page.text.split("\n")[0]),
        published=page.cite(Edtf("2025-03-12"), "12/03/2025"),
        outlet="Báo Sông Hương",
        url=capture.url,
        leads=(Lead("d1", page.at("Thủ tướng tiếp Đại sứ Lào"), ZoneKind.RELATED, ("LA",)),),
    )
    reading = Reading(
        article,
        replace(RUN, reader=reader),
        True,
        "two sides meet",
        people=(khue, mai),
        organisations=(society,),
        places=(hanoi,),
        quantities=(trees,),
        activities=(meeting, planting),
        quotations=(said, wished),
        commitments=(
            Commitment(
                "c1",
                "q1",
                "p2",
                promise,
                "by-hand",
                Strength.INTEND,
                Specificity.DATED,
                party="g1",
                sides=("CN",),
                cue=page.at("sẽ"),
                due=page.cite(Edtf("2025-08"), "trước tháng 9/2025"),
                themes=("education",),
            ),
        ),
        proposals=(Proposal("c2", "q2", "p1", wish, "by-hand", Strength.WISH, Specificity.DIRECTIONAL, sides=("VN",)),),
    )
    return capture, reading


def english(ident: str = "choir", **more) -> tuple[Capture, Reading]:
    """A planned festival, told by one person, on a page whose words look like HTML."""
    page = Page(LINES_EN)
    capture = capture_of(ident, page.text, **more)
    director = Person(
        "p1",
        (page.cite("Nguyen Thanh An", "Nguyen Thanh An"),),
        (page.at("Nguyen Thanh An"),),
        (Occupancy("o1", "p1", page.cite("director", "director")),),
    )
    festival = ActivityMention(
        "a1",
        page.cite("festival", "festival"),
        status=page.cite(Status.PLANNED, "will hold"),
        title=page.cite(page.text.split("\n")[0], page.text.split("\n")[0]),
        date=page.cite(Edtf("2026-06"), "June 2026"),
        participants=(
            Participant("t1", "g1", Role.ORGANISER, page.at("The city of Hue"), "by-hand", "VN"),
            Participant("t2", "g2", Role.ORGANISER, page.at("Uppsala", nth=1), "by-hand", "SE"),
        ),
    )
    article = Article(
        ident,
        capture.digest,
        page.text,
        "en",
        page.zones,
        page.cite(page.text.split("\n")[0], page.text.split("\n")[0]),
        url=capture.url,
    )
    bodies = tuple(
        Organisation(
            local, (page.cite(name, name, nth=nth),), (), "city", page.cite(code, name, nth=nth, inferred=True)
        )
        for local, name, code, nth in (("g1", "city of Hue", "VN", 0), ("g2", "Uppsala", "SE", 1))
    )
    quotation = Quotation(
        "q1", "p1", Act.INFORM, page.at("The city of Hue will hold a festival"), "by-hand", activity="a1"
    )
    return capture, Reading(
        article,
        RUN,
        True,
        "two cities",
        people=(director,),
        organisations=bodies,
        activities=(festival,),
        quotations=(quotation,),
    )
