"""English reports from page to reading: kinds, statuses, who says what, and whose words a sentence closes with."""

import hashlib

import pytest

from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.reading import Reading
from giaoluu.pipeline import read


def reading(text: str) -> Reading:
    content = text.encode()
    return read(Capture("page", content, hashlib.sha256(content).hexdigest(), text, MediaType.TEXT))


DAY = (
    "# A minister and a guest\n\nOn Monday, March 3, 2025, {told} in Stockholm. It was a short hour "
    "in an old house by the water of the city.\n"
)


@pytest.mark.parametrize(
    ("told", "kind", "mode"),
    [
        (
            "Foreign Minister Eva Lind of Sweden received Norwegian Ambassador to Sweden Kari Moen",
            "meeting",
            "received",
        ),
        (
            "Norwegian Ambassador to Sweden Kari Moen paid a courtesy call on Foreign Minister Eva Lind of Sweden",
            "meeting",
            "courtesy_call",
        ),
        ("Prime Minister Nils Berg of Sweden held talks with President Aino Salo of Finland", "talks", "talks"),
        ("Prime Minister Nils Berg of Sweden spoke by phone with President Aino Salo of Finland", "phone_call", "call"),
        (
            "Swedish Defence Minister Nils Berg and Japanese Ambassador Aiko Mori signed a memorandum of understanding",
            "signing",
            "signing",
        ),
        (
            "the Vietnam-Sweden Friendship Association held a ceremony marking the 55th anniversary of "
            "diplomatic relations between the two countries",
            "celebration",
            "anniversary",
        ),
        (
            "Chinese Ambassador to Sweden Bai Weiming sent a congratulatory message to Prime Minister Nils "
            "Berg of Sweden",
            "message",
            "congratulation",
        ),
        (
            "Chinese Ambassador to Sweden Bai Weiming laid a wreath with Swedish Defence Minister Nils Berg",
            "commemoration",
            "wreath",
        ),
    ],
)
def test_kinds(told: str, kind: str, mode: str) -> None:
    activity = next(one for one in reading(DAY.format(told=told)).activities if one.main)
    assert (activity.kind.value, activity.mode and activity.mode.value) == (kind, mode)
    assert activity.date is not None
    assert str(activity.date.value) == "2025-03-03"


def test_a_visit_to_come_is_planned() -> None:
    text = (
        "# The Norwegian premier comes\n\nNorwegian Prime Minister Ingrid Brandt will visit Sweden on "
        "March 10, 2025, the office of the Swedish government wrote here.\n"
    )
    visit = next(one for one in reading(text).activities if one.kind.value == "visit")
    assert visit.status is not None
    assert visit.status.value == "planned"


SAID = (
    "# Two ministers met\n\nSwedish Foreign Minister Eva Lind met with Norwegian Ambassador Kari "
    "Moen on March 3, 2025. {said}\n"
)


@pytest.mark.parametrize(
    ("said", "act", "speaker"),
    [
        ("Moen thanked the hosts for the warm evening.", "thank", "Kari Moen"),
        ("Lind proposed that the schools exchange teachers.", "propose", "Eva Lind"),
        ("She praised the work of the museum.", "praise", "Eva Lind"),
        ("Moen, for her part, stressed that the archives are open.", "affirm", "Kari Moen"),
        ("Norway is ready to send experts, Moen said.", "commit", "Kari Moen"),
        ("The two sides agreed to hold a seminar.", "agree", "joint"),
        ("Norway is ready to send experts, Moen said, adding that she had seen the archive.", "commit", "Kari Moen"),
        ("\n\n“The archive is open,” said Moen. “It has many visitors.”", "affirm", "Kari Moen"),
        ("Moen hoped that the schools will continue to exchange teachers.", "propose", "Kari Moen"),
        ("Lind and Moen praised the work of the museum.", "praise", "joint"),
        ("Norway hopes that the schools exchange teachers.", "propose", "Norway"),
        ("Norway and Sweden agreed to hold a seminar.", "agree", "joint"),
        ("Lind showed Ambassador Moen the archive, stressing that it is open.", "affirm", "Eva Lind"),
        ("Moen conveyed Foreign Minister Lind’s greetings to the museum.", "thank", "Kari Moen"),
        ("The archive shows how near the two countries are, said Moen.", "inform", "Kari Moen"),
        ("The two countries are near each other, said the ambassador.", "inform", "Kari Moen"),
        ("Moen, who is also head of the Lund Museum, said that the archive is old.", "inform", "Kari Moen"),
        ("Lind said she was convinced that the visit will deepen the ties.", "affirm", "Eva Lind"),
    ],
)
def test_sayings(said: str, act: str, speaker: str) -> None:
    found = reading(SAID.format(said=said))
    names = {one.id: one.names[0].value for one in found.people} | {one.id: one.name.value for one in found.places}
    last = found.quotations[-1]
    assert (last.act.value, names.get(last.speaker or "", last.speaker)) == (act, speaker)


def test_a_verb_behind_and_shares_its_subject() -> None:
    text = (
        "# A readout of the day\n\nPresident Aino Salo of Finland met with Prime Minister Nils Berg of "
        "Sweden in Lund and thanked the hosts of the long day.\n"
    )
    found = reading(text)
    names = {one.id: one.names[0].value for one in found.people}
    assert [names.get(one.speaker or "") for one in found.quotations] == ["Aino Salo"]


@pytest.mark.parametrize(
    "text",
    [
        "# The ministry acts\n\nThe Foreign Ministry summoned the Norwegian ambassador over the matter "
        "on Monday and said no more.\n",
        "# New ambassadors\n\nThe President announced his intent to nominate Kari Moen to be Ambassador "
        "to Norway on Monday in the house.\n",
        "# A new face\n\nThe singer became a brand ambassador of the Norwegian shop and met with "
        "Norwegian Minister Kari Moen on Monday.\n",
    ],
)
def test_no_exchange(text: str) -> None:
    assert not reading(text).is_exchange


def test_an_official_of_many_states_is_another_side() -> None:
    text = (
        "# A call to Brussels\n\nNorwegian Prime Minister Ingrid Brandt spoke by phone on March 3, 2025, with "
        "European Commission President Rosa Lindgren.\n"
    )
    assert reading(text).is_exchange


@pytest.mark.parametrize(
    "text",
    [
        "# A draw\n\nNorway drew 1-1 with Sweden in a friendship match in Lund on Monday, the coach said.\n",
        "# Home again\n\nNorway and Sweden exchanged 40 prisoners on Monday in Lund after a meeting of ministers.\n",
        "# Markets\n\nThe Oslo stock exchange opened higher on Monday as investors from Sweden met in Lund.\n",
        "# A year in Norway\n\nJoin the student exchange programme with schools in Sweden and Norway. Apply now!\n",
    ],
)
def test_words_of_exchange_that_are_none(text: str) -> None:
    assert not reading(text).is_exchange


def test_who_chaired_is_told_afterwards() -> None:
    text = (
        "# A forum\n\nThe people's forum took place in Lund on March 3, 2025. It was co-chaired by Swedish Minister "
        "Eva Lind and Norwegian Ambassador Kari Moen.\n"
    )
    found = reading(text)
    names = {one.id: one.names[0].value for one in found.people}
    assert {names.get(one.party) for one in found.activities[0].participants} >= {"Eva Lind", "Kari Moen"}


def test_a_delegation_announced_with_its_members() -> None:
    text = (
        "# A delegation to Norway\n\nPresident Nils Berg of Sweden today announced the designation of a Swedish "
        "delegation to Norway to attend the birthday of the king on January 27, 2025. Members of the delegation: "
        "Mr. Lars Ek Ms. Karin Holm Mr. Olof Palm, Mayor of Lund\n"
    )
    found = reading(text)
    names = {one.id: one.names[0].value for one in found.people}
    visit = next(one for one in found.activities if one.kind.value == "visit")
    assert visit.date is not None
    assert str(visit.date.value) == "2025-01-27"
    assert {names.get(one.party) for one in visit.participants} >= {"Lars Ek", "Karin Holm", "Olof Palm"}


def test_an_agency_does_not_speak() -> None:
    text = (
        "# A reception\n\nLund (VNA) – Foreign Minister Eva Lind on March 3 hosted a reception for Norwegian "
        "Ambassador Kari Moen, urging her to visit the archive.\n"
    )
    found = reading(text)
    names = {one.id: one.names[0].value for one in found.people}
    assert [names.get(one.speaker or "") for one in found.quotations] == ["Eva Lind"]


def test_the_same_delegation_in_the_title_is_received_once() -> None:
    text = (
        "# Museum receives Norwegian delegation\n\nOn March 3, 2025, Swedish Minister Eva Lind received a Norwegian "
        "delegation led by Kari Moen in Lund.\n\nMinister Lind welcomed the delegation to the archive.\n"
    )
    found = reading(text)
    assert [one.kind.value for one in found.activities if one.main] == ["meeting"]


@pytest.mark.parametrize(
    ("head", "place"),
    [("LUND, March 3 (TT) -- ", "LUND"), ("Lund (TT) – ", "Lund"), ("Lund - the old town - was cold. ", None)],
)
def test_an_agency_tells_where_it_reports_from(head: str, place: str | None) -> None:
    found = reading(f"# A meeting\n\n{head}Finnish Minister Eva Lind met with Danish Ambassador Kari Moen on Monday.\n")
    activity = found.activities[0]
    assert (activity.place and activity.place.value) == place


def test_somebody_named_before_is_meant_by_other_words() -> None:
    text = (
        "# A visit\n\nFinnish Minister Eva Lind received Danish Ambassador Kari Moen on March 3. The Finnish host said "
        "the archive is open. The Danish diplomat thanked her. The official visit lasted a day.\n"
    )
    found = reading(text)
    names = {one.id: one.names[0].value for one in found.people}
    assert [names.get(one.speaker or "") for one in found.quotations] == ["Eva Lind", "Kari Moen"]


@pytest.mark.parametrize(
    ("text", "is_exchange"),
    [
        ("# Guests\n\nA group of teachers visited Lund on Monday. Lund is our sister city, and they sang.\n", True),
        ("# An ambassador\n\nNorway's Ambassador to Finland Kari Moen opened a seminar on Monday.\n", True),
        ("# A minister\n\nNorwegian Minister Kari Moen opened a seminar on Monday.\n", False),
    ],
)
def test_where_two_countries_meet(text: str, is_exchange: bool) -> None:
    assert reading(text).is_exchange is is_exchange


def test_what_a_sentence_is_for_is_not_said() -> None:
    found = reading(SAID.format(said="Lind met with Moen again in Lund to discuss the archive."))
    assert found.quotations == ()


@pytest.mark.parametrize(
    ("told", "place"),
    [("In Norway, {met}", "Norway"), ("{met} in Norway", "Norway"), ("{met} over the storm in Norway", None)],
)
def test_a_country_is_where_it_takes_place_beside_the_words_alone(told: str, place: str | None) -> None:
    met = "Finnish Minister Eva Lind met with Danish Ambassador Kari Moen"
    found = reading(f"# A day\n\n{told.format(met=met)}.\n")
    activity = found.activities[0]
    assert (activity.place and activity.place.value) == place
