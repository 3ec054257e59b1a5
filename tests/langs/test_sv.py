"""Swedish reports from page to reading: kinds, statuses, who says what, and what is promised."""

import hashlib

import pytest

from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.reading import Reading
from giaoluu.pipeline import read


def reading(text: str) -> Reading:
    content = text.encode()
    return read(Capture("page", content, hashlib.sha256(content).hexdigest(), text, MediaType.TEXT))


LUNCH = (
    "# Minister möter gäst\n\nPå måndagen den 3 mars 2025 {told} i Stockholm. Mötet hölls på "
    "svenska och det var ett kort möte i huset.\n"
)


@pytest.mark.parametrize(
    ("told", "kind", "mode"),
    [
        ("tog utrikesminister Eva Lind emot Norges ambassadör Kari Moen", "meeting", "received"),
        ("träffade utrikesminister Eva Lind Norges ambassadör Kari Moen", "meeting", "meeting"),
        ("höll statsminister Nils Berg och Finlands president Aino Salo överläggningar", "talks", "talks"),
        ("undertecknade försvarsminister Nils Berg och Japans ambassadör Aiko Mori ett avtal", "signing", "signing"),
        ("invigde kulturminister Eva Lind och Kinas ambassadör Bai Weiming en lokal", "ceremony", "opening"),
        ("tilldelades Kari Moen från Norge den svenska medaljen av utrikesminister Eva Lind", "award", "award"),
    ],
)
def test_kinds(told: str, kind: str, mode: str) -> None:
    found = {
        (one.kind.value, one.mode.value if one.mode else None) for one in reading(LUNCH.format(told=told)).activities
    }
    assert (kind, mode) in found


@pytest.mark.parametrize(
    ("told", "kind", "date"),
    [
        ("Kommunen var på vänortsbesök i Peking tisdagen den 2 till torsdagen den 4 mars 2025.", "visit", "02/04"),
        ("Den 3 mars 2025 har kommunen tecknat ett nytt samarbetsavtal med staden Peking.", "signing", "03"),
        ("En vänortsträff i Peking hölls 3-5.3.2025 med körer och skolor.", "joint_activity", "03/05"),
    ],
)
def test_twin_towns(told: str, kind: str, date: str) -> None:
    found = reading(f"# Vänorten hälsar\n\n{told} Lunds vänort Peking bjöd på sång och te.\n")
    main = next(one for one in found.activities if one.main)
    days = "/".join(f"2025-03-{day}" for day in date.split("/"))
    assert (main.kind.value, main.date and str(main.date.value), found.is_exchange) == (kind, days, True)


def test_who_says_it_may_stand_behind_a_town() -> None:
    told = reading(
        "# En träff\n\nKinas ambassadör Bai Weiming träffade minister Eva Lind den 3 mars 2025 i Lund.\n\n"
        "– Samarbetet betyder mycket för oss, säger Pekings borgmästare Wang Anming.\n"
    )
    people = {person.id: person.names[0].value for person in told.people}
    assert [people.get(one.speaker or "") for one in told.quotations] == ["Wang Anming"]


VISIT = (
    "# Utrikesminister Eva Lind besökte Norge\n\n"
    "Utrikesminister Eva Lind besökte Oslo den 4–5 mars 2025. Under besöket hade utrikesministern ett "
    "bilateralt möte med Norges utrikesminister Kari Moen.\n\n"
    "– Norge är en nära granne. Vårt samarbete betyder mycket för båda länderna, säger utrikesminister "
    "Eva Lind.\n\n"
    "Norge och Sverige har goda förbindelser sedan länge.\n"
)


def test_a_visit_with_its_talks() -> None:
    told = reading(VISIT)
    visit = next(one for one in told.activities if one.kind.value == "visit")
    talks = next(one for one in told.activities if one.kind.value == "talks")
    assert visit.date is not None
    assert str(visit.date.value) == "2025-03-04/2025-03-05"
    assert {participant.side for participant in talks.participants} == {"SE", "NO"}
    assert told.is_exchange


def test_a_paragraph_of_direct_speech_is_of_whom_it_names() -> None:
    told = reading(VISIT)
    people = {person.id: person.names[0].value for person in told.people}
    spoken = [people.get(one.speaker or "") for one in told.quotations if one.direct]
    assert spoken == ["Eva Lind", "Eva Lind"]


PROMISE = (
    "Vid mötet uppskattade båda sidor samarbetet. Ambassadör Tran Van Khoa uttryckte sin vilja att "
    "samarbeta med Vietnams ungdomsunion i Kina, främja utbytet mellan unga och förbereda besök på hög "
    "nivå, vilket bidrar till vänskapen mellan Vietnam och Kina.\n\n"
    "Ordföranden för Kinesiska folkets förening för vänskap med utländska länder, Bai Weiming, "
    "bekräftade att han är redo att samordna med den vietnamesiska ambassaden i Kina.\n"
)


def test_promises_of_a_translated_page() -> None:
    told = reading(PROMISE)
    people = {person.id: (person.names[0].value, person.country and person.country.value) for person in told.people}
    promised = [(people.get(one.speaker or ""), one.strength.value) for one in told.commitments]
    assert promised == [(("Tran Van Khoa", "VN"), "w2")] * 2 + [(("Bai Weiming", "CN"), "w2")]
    assert told.commitments[1].purpose is not None


@pytest.mark.parametrize(
    "text",
    [
        "# Ny ambassadör i Litauen\n\nEva Lind är i dag chef för en enhet och har varit ambassadör i "
        "Wien. Eva Lind tillträder sin nya befattning i höst.\n",
        "# Minister tar emot betänkande\n\nSkolminister Nils Berg tar emot ett betänkande från "
        "utredningen om skolans böcker i dag klockan tio.\n",
    ],
)
def test_what_is_no_exchange(text: str) -> None:
    assert not reading(text).is_exchange


TALK = (
    "# Ett möte i Lund\n\nKinas ambassadör i Sverige, Bai Weiming, träffade utrikesminister Eva Lind i Lund den 3 mars "
    "2025. {said}\n"
)


@pytest.mark.parametrize(
    ("said", "act", "speaker"),
    [
        ("Ambassadören tackade för mottagandet.", "thank", "Bai Weiming"),
        ("Enligt Eva Lind är arkivet öppet.", "affirm", "Eva Lind"),
        ("Eva Lind sade att arkivet är öppet.", "affirm", "Eva Lind"),
        ("I sitt tal sade ambassadören att arkivet är öppet.", "affirm", "Bai Weiming"),
        ("Eva Lind berömde Bai Weimings arbete och föreslog att skolorna byter lärare.", "propose", "Eva Lind"),
        ("Kina hoppas att skolorna byter lärare.", "propose", "Kina"),
        ("Sverige och Kina kom också överens om att hålla ett seminarium.", "agree", "joint"),
        ("Eva Lind och Bai Weiming betonade att arkivet är öppet.", "affirm", "joint"),
    ],
)
def test_who_says_what(said: str, act: str, speaker: str) -> None:
    found = reading(TALK.format(said=said))
    names = {one.id: one.names[0].value for one in found.people} | {one.id: one.name.value for one in found.places}
    last = found.quotations[-1]
    assert (last.act.value, names.get(last.speaker or "", last.speaker)) == (act, speaker)


@pytest.mark.parametrize(
    "text",
    [
        "# Oavgjort\n\nSverige spelade 1–1 mot Norge i en vänskapslandskamp i Lund i tisdags, sade Eva Lind.\n",
        "# Hemma igen\n\nSverige och Norge utväxlade 40 fångar i måndags efter ett möte mellan ministrarna i Lund.\n",
        "# Bli utbytesstudent\n\nEtt år i Norge eller Japan. Ansök senast den 1 maj, skriver Nils Berg från Lund.\n",
        "# Börsen steg\n\nStockholmsbörsen steg när ministrar från Norge och Sverige möttes i Lund i går.\n",
    ],
)
def test_words_of_exchange_that_are_none(text: str) -> None:
    assert not reading(text).is_exchange


def test_who_is_received_is_the_guest() -> None:
    text = "# Ett besök\n\nKinas ambassadör Bai Weiming togs emot av landshövding Nils Berg i Lund den 3 mars 2025.\n"
    found = reading(text)
    names = {one.id: one.names[0].value for one in found.people}
    roles = {names.get(one.party): one.role.value for one in found.activities[0].participants}
    assert roles == {"Bai Weiming": "guest", "Nils Berg": "host"}


def test_a_visit_called_off() -> None:
    text = "# Resan\n\nStatsminister Nils Bergs besök i Norge den 3 mars 2025 ställdes in på grund av stormen.\n"
    visit = next(one for one in reading(text).activities if one.kind.value == "visit")
    assert visit.status is not None
    assert visit.status.value == "cancelled"


def test_new_ambassadors_are_those_of_whom_the_page_tells_afterwards() -> None:
    text = (
        "# Nya ambassadörer\n\nTvå ambassadörer överlämnade den 3 mars 2015 sina kreditivbrev till H.M. Konungen.\n\n"
        "## Mr. Kham Vong, Laos\n\nLaos nyutnämnde ambassadör Mr. Kham Vong är född 1958 och har arbetat i Wien.\n\n"
        "## Ms. Aiko Mori, Japan\n\nJapans nyutnämnda ambassadör Ms. Aiko Mori är född 1960.\n"
    )
    found = reading(text)
    names = {one.id: one.names[0].value for one in found.people}
    handed = next(one for one in found.activities if one.kind.value == "credentials")
    assert {names.get(one.party) for one in handed.participants} >= {"Kham Vong", "Aiko Mori"}
    assert [str(one.date.value) for one in found.activities if one.date] == ["2015-03-03"]


def main_ones(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (one.kind.value, str(one.date.value) if one.date else None, one.place.value if one.place else None)
        for one in reading(text).activities
        if one.main
    ]


def test_a_programme_tells_its_days_in_lines_of_their_own() -> None:
    text = (
        "# Ministerns program\n\nHär står veckans offentliga program.\n\nTisdag 4 mars\n\n"
        "10.00 Statsministern tar emot Norges statsminister Kari Moen på Rosenbad.\n\nOnsdag 5 mars\n\n"
        "18.00 Statsministern ger en middag för Finlands president Aino Salo.\n"
    )
    assert [day for _, day, _ in main_ones(text)] == ["XXXX-03-04", "XXXX-03-05"]


def test_a_single_line_with_a_day_is_no_programme() -> None:
    text = "# En träff\n\n4 mars 2025\n\nUtrikesminister Eva Lind träffade Norges ambassadör Kari Moen i Lund.\n"
    assert [day for kind, day, _ in main_ones(text) if kind == "meeting"] == [None]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "Den 3 mars 2025 tog minister Eva Lind emot Norges minister Kari Moen för samtal på Utrikesdepartementet.",
            ("meeting", "2025-03-03", "Utrikesdepartementet"),
        ),
        (
            "Den 3 mars 2025 deltar minister Eva Lind vid rådets möte i Oslo med Norges minister Kari Moen.",
            ("forum", "2025-03-03", "Oslo"),
        ),
        (
            "Den 3 mars 2025 höll ambassadör Eva Lind ett företagsforum i Oslo för Norge och Sverige.",
            ("forum", "2025-03-03", "Oslo"),
        ),
        (
            "EU-minister Eva Lind stod den 3 mars 2025 värd för de nordiska ministrarnas möte i Oslo.",
            ("forum", "2025-03-03", "Oslo"),
        ),
        (
            "Den 3 mars 2025 besöker unga ledare från Albanien och Kosovo Stockholm.",
            ("visit", "2025-03-03", "Stockholm"),
        ),
    ],
)
def test_kind_day_and_place(told: str, expected: tuple[str, str, str]) -> None:
    assert (
        main_ones(
            f"# Nytt från veckan\n\n{told}\n\nMötet är ett av årets viktigaste, och det är öppet för svenska medier.\n"
        )[0]
        == expected
    )


def test_who_received_and_talked_met_once() -> None:
    text = (
        "# Besök från Finland\n\nDen 3 mars 2025 tog statsminister Nils Berg emot Finlands president Aino Salo.\n\n"
        "Nils Berg och Aino Salo hade ett bilateralt möte om handel.\n"
    )
    assert [kind for kind, _, _ in main_ones(text)].count("talks") == 0


@pytest.mark.parametrize(
    ("told", "names"),
    [
        (
            "Även Danmarks minister Mads Kjær, Islands minister Jón Jónsson och Eva Lind deltog.",
            ["Mads Kjær", "Jón Jónsson"],
        ),
        ("Sverige företräddes av EU-minister Eva Lind och statssekreterare Per Ekdahl.", ["Eva Lind", "Per Ekdahl"]),
        ("Från Sverige deltar även generaldirektören för Sida, Per Ekdahl.", ["Per Ekdahl"]),
        ("Mötet leddes av statssekreterare Per Ekdahl.", ["Per Ekdahl"]),
        ("Under besöket representeras regeringen av EU-minister Eva Lind.", ["Eva Lind"]),
        ("Näringslivet representerades bland annat av direktör Per Ekdahl.", ["Per Ekdahl"]),
        (
            "Svenska deltagare var bland andra EU-minister Eva Lind och professor Per Ekdahl.",
            ["Eva Lind", "Per Ekdahl"],
        ),
        ("Islands minister Jón Jónsson är värd för det så kallade vintermötet.", ["Jón Jónsson"]),
        ("Eva Lind inledningstalar tillsammans med Islands minister Jón Jónsson.", ["Jón Jónsson"]),
        ("Socialminister Per Ekdahl representerar regeringen.", ["Per Ekdahl"]),
        (
            "I delegationen ingick Maria Ask (S), Per Ekdahl (M) och Anna Ek (V).",
            ["Maria Ask", "Per Ekdahl", "Anna Ek"],
        ),
    ],
)
def test_those_of_whom_a_later_sentence_tells(told: str, names: list[str]) -> None:
    text = (
        "# Ministrar i Oslo\n\nDen 3 mars 2025 träffade utrikesminister Nils Berg Norges utrikesminister Kari Moen "
        f"i Oslo. Länderna är grannar och står varandra mycket nära sedan många år.\n\n{told}\n"
    )
    found = reading(text)
    people = {one.id: one.names[0].value for one in found.people}
    present = {people.get(party.party) for one in found.activities for party in one.participants}
    assert set(names) <= present


def test_counterparts_of_many_lands_make_an_exchange() -> None:
    text = (
        "# Ministermöte om kultur\n\nDen 3 mars 2025 höll kulturminister Eva Lind en konferens i Lund för sina "
        "nordiska och baltiska kollegor.\n"
    )
    assert reading(text).is_exchange


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("Utrikesminister Eva Lind kommer att hålla ett tal i Oslo.", None),
        ("Utrikesminister Eva Lind kommer att representeras av Per Ekdahl.", None),
        ("Utrikesminister Eva Lind kommer att stödja Norges arbete.", "commit"),
        ("Utrikesminister Eva Lind framförde att gisslan måste friges.", "affirm"),
        ("Utrikesminister Eva Lind fördömde attackerna i Norge.", "affirm"),
        ("Utrikesminister Eva Lind sade att Sverige är berett att leverera bussar.", "commit"),
        ("Utrikesminister Eva Lind föreslog att parterna ska inrätta en grupp.", "propose"),
    ],
)
def test_a_programme_promises_nothing(said: str, act: str | None) -> None:
    text = f"# Ett möte\n\nDen 3 mars 2025 träffade minister Per Ekdahl Norges ambassadör Kari Moen.\n\n{said}\n"
    acts = [one.act.value for one in reading(text).quotations]
    assert acts == ([act] if act else [])


@pytest.mark.parametrize(
    ("told", "kind", "place"),
    [
        (
            "Sverige skänker tio bussar till Norge. Nycklarna överlämnades i Oslo av minister Eva Lind.",
            "donation",
            None,
        ),
        ("Eksjö tog emot minister Kari Moen från Oslo den 3 mars 2025 tillsammans med Eva Lind.", "meeting", None),
        ("Den 3 mars 2025 hölls utrikespolitiska konsultationer mellan Sverige och Norge i Lund.", "talks", "Lund"),
    ],
)
def test_gifts_guests_and_consultations(told: str, kind: str, place: str | None) -> None:
    text = f"# Nytt från veckan\n\n{told}\n\nDet är ett av årets viktigaste tillfällen, och det är öppet för alla.\n"
    assert (kind, place) in {(kind, place) for kind, _, place in main_ones(text)}


def test_greetings_conveyed_are_said_by_who_conveys_them() -> None:
    text = (
        "# Ett möte\n\nDen 3 mars 2025 träffade ambassadör Per Ekdahl Norges statsminister Kari Moen i Oslo.\n\n"
        "Ambassadören framförde H.M. Konungens hälsningar.\n"
    )
    found = reading(text)
    names = {one.id: one.names[0].value for one in found.people}
    assert [(names.get(one.speaker or ""), one.act.value) for one in found.quotations] == [("Per Ekdahl", "thank")]
    assert [one.kind.value for one in found.activities if one.main] == ["meeting"]


def test_an_article_of_plans_keeps_them_beside_a_call() -> None:
    text = (
        "# Veckans program\n\nHär står det offentliga programmet för veckan.\n\nTisdag 4 mars\n\n"
        "Statsministern tar emot Norges statsminister Kari Moen på Rosenbad.\n\nFredag 7 mars\n\n"
        "Telefonsamtal med Finlands president Aino Salo.\n"
    )
    assert [kind for kind, _, _ in main_ones(text)] == ["meeting", "phone_call"]


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        (
            "Statsbesöket är Aino Salos första efter valet och det första statsbesöket från Finland sedan 2003.",
            ["visit"],
        ),
        ("De besökte museet med anledning av att Nils Berg tilldelades ett pris.", ["visit"]),
        ("Under besöket deltar Aino Salo i officiella möten med regeringen.", ["visit", "talks"]),
        ("Nils Berg leder den svenska delegationen under besöket.", ["visit"]),
    ],
)
def test_what_is_told_beside_a_visit_is_no_other_activity(told: str, kinds: list[str]) -> None:
    text = f"# Statsbesök från Finland\n\nDen 3 mars 2025 besöker Finlands president Aino Salo Sverige.\n\n{told}\n"
    assert [kind for kind, _, _ in main_ones(text)] == kinds


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "En delegation från Norge besökte i tisdags Uppsala universitet. Där mötte de rektor Eva Lind, och "
            "Kari Moen och Eva Lind skrev under ett avtal.",
            ["visit", "meeting", "signing"],
        ),
        ("Landshövding Eva Lind välkomnade på måndagen Norges minister Kari Moen till Örebro slott.", ["meeting"]),
        (
            "Svensk-norska föreningen firade i lördags förbindelsernas 120-årsjubileum med Norges ambassadör.",
            ["celebration"],
        ),
        ("Umeå har fått en vänort i Norge.", ["twinning"]),
        (
            "Sverige överlämnade tio ambulanser till Norge. Ceremonin hölls i Oslo den 3 mars 2025 .",
            ["donation"],
        ),
        (
            "Statssekreterare Eva Lind, hos minister Per Ekdahl, besöker Norge. Hon träffar minister Kari Moen.",
            ["visit"],
        ),
    ],
)
def test_kinds_told_with_a_day_between_the_words(told: str, expected: list[str]) -> None:
    found = [kind for kind, _, _ in main_ones(f"# Nytt från veckan\n\n{told}\n\nMötet är ett av årets viktigaste.\n")]
    assert found[: len(expected)] == expected
