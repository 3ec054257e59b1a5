"""A reading built by hand: a meeting with a signing in it, two sides, one joint statement."""

import pytest

from giaoluu.model.activities import (
    JOINT,
    Act,
    ActivityMention,
    Attribution,
    Commitment,
    Gift,
    Participant,
    Quotation,
    Role,
    Specificity,
    Status,
    Strength,
)
from giaoluu.model.article import Article, Caption, Zone, ZoneKind
from giaoluu.model.edtf import Edtf
from giaoluu.model.mentions import Delegation, Occupancy, Organisation, Person, Place, PlaceLevel
from giaoluu.model.reading import Issue, Reading, Run
from giaoluu.model.spans import Cited, Span

TEXT = """\
Mayor Anna Berg receives the Hue delegation
On 6 March 2025 Mrs Anna Berg, mayor of Lund and chair of the Bridge Society, received at Kulturen a delegation of the Hue Union led by Mr Tran Van Nho, vice chairman.
Mrs Berg said the town would send three teachers. The two sides agreed to meet again. Ties are growing.
They signed a letter of intent and Mr Nho gave a drum.
Mr Nho and Mrs Berg. Photo: Lisa Ek
Related: Fire in Malmo
"""  # noqa: E501 - lines of a page are as long as they are


def span(words: str, nth: int = 0) -> Span:
    """Return the span of the nth time that the words stand in the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span.of(TEXT, start, start + len(words))


def cited(value: object, words: str, *, nth: int = 0, rule: str = "sv/test", inferred: bool = False) -> Cited:
    return Cited(value, span(words, nth), rule, inferred)


def zones() -> tuple[Zone, ...]:
    kinds = [ZoneKind.TITLE, *[ZoneKind.BODY] * 3, ZoneKind.CAPTION, ZoneKind.RELATED]
    found, start = [], 0
    for line, kind in zip(TEXT.splitlines(), kinds, strict=True):
        found.append(Zone(start, start + len(line), kind))
        start += len(line) + 1
    return tuple(found)


ARTICLE = Article(
    id="berg-nho",
    digest="0" * 64,
    text=TEXT,
    language="en",
    zones=zones(),
    title=cited("Mayor Anna Berg receives the Hue delegation", "Mayor Anna Berg receives the Hue delegation"),
    authors=(cited("Lisa Ek", "Lisa Ek"),),
    published=cited(Edtf("2025-03-06"), "6 March 2025"),
    captions=(
        Caption(
            "c1", span("Mr Nho and Mrs Berg. Photo: Lisa Ek"), span("Mr Nho and Mrs Berg."), cited("Lisa Ek", "Lisa Ek")
        ),
    ),
)

BERG = Person(
    "p1",
    names=(cited("Mrs Anna Berg", "Mrs Anna Berg"), cited("Berg", "Berg", nth=2)),
    mentions=(span("Anna Berg"), span("Mrs Berg")),
    posts=(
        Occupancy("o1", "p1", cited("mayor", "mayor"), body="b1", country="SE"),
        Occupancy("o2", "p1", cited("chair of the Bridge Society", "chair of the Bridge Society"), body="b2"),
        Occupancy("o3", "p1", cited("chair", "chair"), former=False),
    ),
    honorific=cited("Mrs", "Mrs"),
)
NHO = Person(
    "p2",
    names=(cited("Tran Van Nho", "Tran Van Nho"),),
    mentions=(span("Tran Van Nho"),),
    posts=(Occupancy("o4", "p2", cited("vice chairman", "vice chairman"), body="b3"),),
)
BODIES = (
    Organisation("b1", (cited("Lund", "Lund"),), (span("Lund"),), country=cited("SE", "Lund", inferred=True)),
    Organisation("b2", (cited("Bridge Society", "Bridge Society"),), (span("Bridge Society"),)),
    Organisation("b3", (cited("Hue Union", "Hue Union"),), (span("Hue Union"),), country=cited("VN", "Hue", nth=1)),
)
PLACES = (
    Place("l1", cited("Kulturen", "Kulturen"), PlaceLevel.SITE, within="l2"),
    Place("l2", cited("Lund", "Lund"), PlaceLevel.CITY, country="SE"),
)
MEETING = ActivityMention(
    "a1",
    kind=cited("meeting", "received", rule="en/meeting.received"),
    status=cited(Status.HELD, "received"),
    date=cited(Edtf("2025-03-06"), "6 March 2025"),
    place=cited("Kulturen", "Kulturen"),
    places=("l1", "l2"),
    participants=(
        Participant("x1", "p1", Role.HOST, span("Mrs Anna Berg"), "en/host"),
        Participant("x2", "p2", Role.LEADER, span("Mr Tran Van Nho"), "en/leader", side="VN", posts=("o4",)),
        Participant("x3", "d1", Role.GUEST, span("a delegation of the Hue Union"), "en/guest"),
    ),
)
SIGNING = ActivityMention(
    "a2",
    kind=cited("signing", "signed"),
    main=False,
    part_of="a1",
    gifts=(Gift("g1", span("gave a drum"), "en/gift", giver="p2", receiver="p1", object=cited("a drum", "a drum")),),
)
SENTENCE = "Mrs Berg said the town would send three teachers."
QUOTATIONS = (
    Quotation(
        "q1",
        "p1",
        Act.COMMIT,
        span("the town would send three teachers"),
        "en/will",
        sentence=span(SENTENCE),
        activity="a1",
    ),
    Quotation("q2", JOINT, Act.AGREE, span("agreed to meet again"), "en/agreed", activity="a1", sides=("SE", "VN")),
    Quotation("q3", None, Act.AFFIRM, span("Ties are growing"), "en/state", attribution=Attribution.NARRATOR),
    Quotation(
        "q4", None, Act.INFORM, span("to meet again"), "en/side", speaker_span=span("The two sides"), sides=("VN",)
    ),
)


@pytest.fixture
def reading() -> Reading:
    return Reading(
        ARTICLE,
        Run("giaoluu 0", (("en", "1"),)),
        is_exchange=True,
        exchange_reason="a meeting of two sides",
        people=(BERG, NHO),
        organisations=BODIES,
        delegations=(
            Delegation("d1", cited("a delegation of the Hue Union", "a delegation of the Hue Union"), body="b3"),
        ),
        places=PLACES,
        activities=(MEETING, SIGNING),
        quotations=QUOTATIONS,
        commitments=(
            Commitment(
                "k1", "q1", "p1", span("send three teachers"), "en/will", Strength.INTEND, Specificity.DELIVERABLE
            ),
        ),
        issues=(Issue("i1", "kind", "two kinds fit", span("gave")),),
    )
