"""Decisions of people: in effect at once, taken back, and kept through new readings and changed pages."""

from dataclasses import replace

import pytest
from tests.register.readings import LINES_VI, Page, english, vietnamese

from giaoluu.model.edtf import Edtf
from giaoluu.model.errors import RegisterError
from giaoluu.model.reading import Issue
from giaoluu.model.spans import Span
from giaoluu.register import activities, adrift, ingest, judge, judge_all, undo, undo_all, waiting
from giaoluu.register.judging import batch_of, keep_page, latest_on
from giaoluu.register.models import (
    Activity,
    Anchor,
    Article,
    Claim,
    Judgement,
    Participant,
    Person,
    Quotation,
    SharedActivity,
)
from giaoluu.register.queries import ActivityFilter, commitments
from giaoluu.register.reviewing import behind, on_their_words
from giaoluu.register.showing import reading_of, show

URL = "https://songhuong.example/tiep-khach"


def claim(property_: str, **more) -> Claim:
    return Claim.objects.get(property=property_, article__current=True, **more)


def date_claim() -> Claim:
    return claim("date", subject="a1")


def meeting() -> Activity:
    return Activity.objects.get(local="a1", article__current=True)


CORRECTIONS = [
    ("date", {"subject": "a1"}, "2025-03", lambda: (meeting().date, str(meeting().latest)), ("2025-03", "2025-03-31")),
    ("kind", {"subject": "a1"}, "visit", lambda: meeting().kind, "visit"),
    ("mode", {"subject": "a1"}, "courtesy_call", lambda: meeting().mode, "courtesy_call"),
    ("status", {"subject": "a1"}, "planned", lambda: meeting().status, "planned"),
    ("place", {"subject": "a1"}, "Hải Phòng", lambda: meeting().place, "Hải Phòng"),
    ("name", {"subject": "p2"}, "Trần Tuyết Mây", lambda: meeting().parties, "Lê Minh Khuê · Trần Tuyết Mây"),
    ("title", {"subject": "o2"}, "Hội trưởng", lambda: Person.objects.get(local="p2").post, "Hội trưởng"),
    ("quotation", {"subject": "q1"}, "inform", lambda: Quotation.objects.get(local="q1").act, "inform"),
    ("commitment", {"subject": "c1"}, "w4", lambda: commitments().get().strength, "w4"),
    ("due", {"subject": "c1"}, "2025-09", lambda: commitments().get().due, "2025-09"),
]


@pytest.mark.parametrize(("property_", "where", "value", "seen", "expected"), CORRECTIONS)
def test_a_correction_is_seen_in_lists_and_taken_back(home, property_, where, value, seen, expected):
    ingest([vietnamese()])
    before, number = seen(), meeting().pk
    made = judge(claim(property_, **where), "correct", who="An", value=value)
    assert (seen(), meeting().pk) == (expected, number)
    assert claim(property_, **where).effective() == value
    undo(made, who="An")
    assert (seen(), meeting().pk) == (before, number)
    assert claim(property_, **where).verdict == ""


REJECTIONS = [
    ("date", {"subject": "a1"}, lambda: (meeting().date, meeting().earliest), ("", None)),
    ("mode", {"subject": "a1"}, lambda: meeting().mode, ""),
    ("kind", {"subject": "a1"}, lambda: [row.kind for row in activities()], ["ceremony"]),
    (
        "participant",
        {"value": "p2"},
        lambda: [p.name for p in Participant.objects.filter(activity=meeting())],
        ["Lê Minh Khuê"],
    ),
    ("quotation", {"subject": "q1"}, lambda: [q.local for q in Quotation.objects.order_by("start")], ["q2"]),
    ("commitment", {"subject": "c1"}, lambda: commitments().count(), 0),
]


@pytest.mark.parametrize(("property_", "where", "seen", "expected"), REJECTIONS)
def test_what_is_rejected_leaves_lists_and_comes_back(home, property_, where, seen, expected):
    ingest([vietnamese()])
    before, number = seen(), meeting().pk
    made = judge(claim(property_, **where), "reject", who="An")
    assert seen() == expected
    assert not [
        c for c in show(number).claims.get(made.subject, {}).get(property_, []) if c.pk == claim(property_, **where).pk
    ]
    undo(made, who="Bình")
    assert (seen(), meeting().pk) == (before, number)


WRONG = [
    ("correct", "date", "spring", "An", "'spring' cannot stand there"),
    ("correct", "kind", "war", "An", "not of the closed list"),
    ("correct", "mode", "war", "An", "not of the closed list"),
    ("correct", "status", "war", "An", "cannot stand there"),
    ("correct", "date", " ", "An", "nothing to put"),
    ("correct", "date", "2025", " ", "needs the name"),
    ("merge", "date", "", "An", "no decision on a claim"),
]


@pytest.mark.parametrize(("verdict", "property_", "value", "who", "message"), WRONG)
def test_a_wrong_decision_is_refused_and_nothing_is_kept(home, verdict, property_, value, who, message):
    ingest([vietnamese()])
    with pytest.raises(RegisterError, match=message):
        judge(claim(property_, subject="a1"), verdict, who=who, value=value)
    assert Judgement.objects.count() == 0
    assert meeting().date == "2025-03-11"


def test_who_when_and_why_are_kept_and_nothing_is_erased(home):
    ingest([vietnamese()])
    first = judge(date_claim(), "correct", who="An", value="2025-03-10", why="the caption")
    second = judge(date_claim(), "reject", who="Bình")
    undo(second, who="Bình", why="a slip")
    assert (meeting().date, latest_on(date_claim())) == ("2025-03-10", first)
    kept = list(Judgement.objects.order_by("pk").values_list("verdict", "who", "why", "correction"))
    assert kept == [
        ("correct", "An", "the caption", "2025-03-10"),
        ("reject", "Bình", "", ""),
        ("undo", "Bình", "a slip", ""),
    ]
    for again in (second, Judgement.objects.get(verdict="undo")):
        with pytest.raises(RegisterError, match=r"already|decide anew"):
            undo(again, who="An")


def reread(change, **more):
    capture, reading = vietnamese(reader="0.2.0", **more)
    return ingest([(capture, change(reading))])


def renamed(reading):
    """The same reading with other ids inside, as a better reader may give them."""
    text = repr(reading.activities[0])
    assert "'a1'" in text
    first = replace(reading.activities[0], id="a9")
    second = replace(reading.activities[1], part_of="a9")
    said = tuple(replace(word, activity="a9") for word in reading.quotations)
    return replace(reading, activities=(second, first), quotations=said)


def with_date(value: str):
    def change(reading):
        first = reading.activities[0]
        return replace(
            reading, activities=(replace(first, date=replace(first.date, value=Edtf(value))), *reading.activities[1:])
        )

    return change


REREAD = [
    ("accept", "", renamed, "2025-03-11", "held"),
    ("correct", "2025-03-12", renamed, "2025-03-12", "held"),
    ("reject", "", renamed, "", "held"),
    ("accept", "", with_date("2025-03"), "2025-03-11", "held"),
    ("correct", "2025-03-12", with_date("2025-03-12"), "2025-03-12", "held"),
    ("correct", "2025-03-12", with_date("2025"), "2025-03-12", "held"),
    ("reject", "", with_date("2025-03"), "2025-03", "idle"),
]


@pytest.mark.parametrize(("verdict", "value", "change", "date", "state"), REREAD)
def test_a_decision_outlives_a_new_reading(home, verdict, value, change, date, state):
    ingest([vietnamese()])
    judge(date_claim(), verdict, who="An", value=value)
    report = reread(change)
    assert (report.reread, report.adrift) == (1, ())
    assert Activity.objects.get(kind="meeting").date == date
    assert Anchor.objects.get().state == state


def test_a_value_that_is_read_no_more_is_reported(home):
    ingest([vietnamese()])
    judge(date_claim(), "accept", who="An")
    report = reread(lambda r: replace(r, activities=(replace(r.activities[0], date=None), *r.activities[1:])))
    assert len(report.adrift) == 1
    assert "nothing is read from these words any more" in report.adrift[0]
    assert [(one.state, one.judgement.who) for one in adrift()] == [("lost", "An")]


def lines(*changes: tuple[str, str], before: int = 0):
    def change(line: str) -> str:
        for old, new in changes:
            line = line.replace(old, new)
        return line

    added = (LINES_VI[0], *((LINES_VI[3][0], f"Dòng thêm số {n}.") for n in range(before)))
    return (*added, *((kind, change(line)) for kind, line in LINES_VI[1:]))


CHANGED = [
    (lines(before=3), "2025-03-12", "moved"),
    (lines(("tiếp bà Trần", "thân mật tiếp bà Trần")), "2025-03-12", "moved"),
    (lines(("tại Hà Nội", "tại thủ đô Hà Nội")), "2025-03-12", "moved"),
    (lines(("Ngày 11/3/2025, tại Hà Nội", "Trưa 11/3/2025 ở thủ đô Hà Nội")), "2025-03-12", "moved"),
]


@pytest.mark.parametrize(("new", "date", "state"), CHANGED)
def test_a_decision_moves_with_its_words(home, new, date, state):
    ingest([vietnamese(url=URL)])
    judge(date_claim(), "correct", who="An", value="2025-03-12")
    assert ingest([vietnamese(url=URL, lines=new)]).adrift == ()
    assert meeting().date == date
    assert Anchor.objects.get(article__current=True).state == state
    assert Article.objects.count() == 2


def test_changed_words_are_only_proposed(home):
    ingest([vietnamese(url=URL)])
    judge(date_claim(), "correct", who="An", value="2025-03-12")
    page = Page(lines(("11/3/2025", "12/3/2025")))
    capture, reading = changed_date(page)
    report = ingest([(capture, reading)])
    assert len(report.adrift) == 1
    assert "words like these" in report.adrift[0]
    assert meeting().date == "2025-03-12"
    assert date_claim().verdict == ""
    (left,) = adrift()
    assert (left.state, left.claim) == ("unsure", date_claim())
    judge(left.claim, "accept", who="An")
    undo(left.judgement, who="An", why="placed by hand")
    assert adrift() == []


def changed_date(page: Page):
    """The page with another date in its words."""
    import tests.register.readings as made

    old = made.Page.cite

    def cite(self, value, words, **more):
        if words == "11/3/2025":
            return old(self, Edtf("2025-03-12"), "12/3/2025", **more)
        return old(self, value, words, **more)

    made.Page.cite = cite
    try:
        return vietnamese(url=URL, lines=lines(("11/3/2025", "12/3/2025")))
    finally:
        made.Page.cite = old


def test_a_rejected_activity_stays_out_when_a_version_comes_back(home):
    first = vietnamese(url=URL, fetched="2025-03-12T10:00:00Z")
    ingest([first])
    judge(claim("kind", subject="a1"), "reject", who="An")
    ingest([vietnamese(url=URL, fetched="2025-03-13T10:00:00Z", lines=lines(before=1))])
    assert [row.kind for row in activities()] == ["ceremony"]
    ingest([vietnamese(url=URL, fetched="2025-03-14T10:00:00Z")])
    assert [row.kind for row in activities()] == ["ceremony"]


def test_the_queue_is_ordered_by_use_and_shrinks(home):
    ingest([vietnamese(), english()])
    queue = list(waiting())
    assert [row.property for row in queue[:2]] == ["kind", "kind"]
    assert {row.property for row in queue}.isdisjoint({"evidence", "account", "cue", "quantity"})
    assert [row.pk for row in behind(queue[3])] == [row.pk for row in queue[4:]]
    judge(queue[0], "accept", who="An")
    assert [row.pk for row in waiting()] == [row.pk for row in queue[1:]]
    article = Article.objects.get(ident="tiep-khach").pk
    starts = [row.start for row in waiting(article)]
    assert starts == sorted(starts)
    assert [row.pk for row in behind(waiting(article)[2], article)] == [row.pk for row in waiting(article)[3:]]


def test_lists_find_by_corrected_values(home):
    ingest([vietnamese()])
    judge(claim("name", subject="p2"), "correct", who="An", value="Phan Thu Cúc")
    assert [row.kind for row in activities(ActivityFilter(text="thu cuc"))] == ["meeting"]
    assert not activities(ActivityFilter(text="tuyet mai")).exists()


def test_a_batch_is_accepted_and_taken_back_in_one_step(home):
    ingest([vietnamese()])
    claims = list(waiting())[:6]
    made = judge_all(claims, "accept", who="An")
    assert len({one.batch for one in made}) == 1
    assert not {row.pk for row in waiting()} & {row.pk for row in claims}
    other = judge_all(list(waiting())[:1], "reject", who="An")
    undo(made[0], who="An")
    assert list(batch_of(made[0].batch)) == made[1:]
    undone = undo_all(batch_of(made[0].batch), who="Bình", why="too quick")
    assert [one.undoes_id for one in undone] == [one.pk for one in made[1:]]
    assert {row.pk for row in claims} <= {row.pk for row in waiting()}
    assert Judgement.objects.get(pk=other[0].pk) in batch_of(other[0].batch)
    with pytest.raises(RegisterError, match="already"):
        undo_all(made, who="An")
    assert not batch_of("").exists()


def test_nothing_inferred_or_doubtful_stands_on_its_words(home):
    ingest([vietnamese()])
    article = Article.objects.get()
    reading = reading_of(article)
    safe = on_their_words(article, reading)
    assert safe
    assert not any(one.inferred for one in safe)
    date = next(one for one in safe if one.property == "date")
    span = Span.of(reading.article.text, date.start, date.end)
    asked = replace(reading, issues=(*reading.issues, Issue("i9", "a1", "which year?", span)))
    assert date not in on_their_words(article, asked)
    Claim.objects.create(article=article, subject=date.subject, property="date", value="2025-04-01", start=0, end=1,
                         exact=reading.article.text[:1], rule="test")  # fmt: skip
    assert date not in on_their_words(article, reading)
    head = article.activities.get(local="a1")
    told = {"conflicts": [{"property": "kind", "values": [], "shown": "", "rule": ""}]}
    SharedActivity.objects.create(head=head, content=told)
    assert not [one for one in on_their_words(article, reading) if (one.subject, one.property) == ("a1", "kind")]
    Claim.objects.filter(pk__in=[one.pk for one in safe]).update(inferred=True)
    assert on_their_words(article, reading) == []


def test_a_page_about_no_exchange_is_listed_once_a_person_accepts_a_fact_of_it(home):
    from giaoluu.register.checking import integrity
    from giaoluu.register.linking import link
    from giaoluu.register.searching import Wanted, search

    def listed() -> tuple[int, int, set[str]]:
        counts = Activity.objects.filter(current=True).count(), Person.objects.filter(current=True).count()
        return *counts, {one.sort for one in search(Wanted("Trần Tuyết Mai")).rows(0, 99)}

    capture, reading = vietnamese(url=URL)
    ingest([(capture, replace(reading, is_exchange=False, exchange_reason="no second country takes part"))])
    link()
    assert listed() == (0, 0, {"article"})
    made = judge(claim("kind", subject="a1"), "accept", who="An")
    activities, people, found = listed()
    assert activities
    assert people
    assert "person" in found
    link(everything=True)
    undo(made, who="An")
    assert listed() == (0, 0, {"article"})
    keep_page(Article.objects.select_related("capture").get(), who="An")
    assert listed()[0]
    ingest([(capture, replace(reading, is_exchange=False, exchange_reason="no country takes part"))])
    assert listed()[0]
    assert not list(integrity())
