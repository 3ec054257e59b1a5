"""French, a pack of data alone: reports from page to reading, dates, and what is no exchange."""

import hashlib

import pytest

from giaoluu.articles.language import language_of
from giaoluu.langs.check import check
from giaoluu.langs.pack import pack
from giaoluu.mentions.dates import read_date
from giaoluu.mentions.trial import EngineTrial
from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.reading import Reading
from giaoluu.pipeline import read


def reading(text: str) -> Reading:
    page = f"# Les nouvelles de la semaine pour nos lecteurs\n\nPublié le 6 mars 2026\n\n{text}\n"
    content = page.encode()
    return read(Capture("page", content, hashlib.sha256(content).hexdigest(), page, MediaType.TEXT))


def test_the_pack_keeps_its_contract() -> None:
    assert check("fr", trial=EngineTrial()) == []


def test_the_pack_has_the_frameworks_of_the_others() -> None:
    keys = {code: {entry["key"] for entry in pack(code).sections["framework"]} for code in ("sv", "zh", "fr")}
    assert keys["sv"] <= keys["fr"]
    assert keys["zh"] <= keys["fr"]


def test_places_and_countries_have_the_keys_of_the_others() -> None:
    cities = {code: {row[1] for row in pack(code).tables["places"] if row[2] == "city"} for code in ("en", "fr")}
    assert {"VN-HN", "CN-BJ", "SE-stockholm"} <= cities["fr"]
    assert len(cities["en"] - cities["fr"]) < len(cities["en"]) / 20


@pytest.mark.parametrize(
    "text",
    [
        "La ministre a reçu mardi l’ambassadeur et les deux parties ont salué la qualité des échanges.",
        "Une délégation s’est rendue à Pékin du 3 au 5 mai pour préparer la signature d’un accord.",
    ],
)
def test_french_is_told_from_its_own_words(text: str) -> None:
    assert language_of(text) == "fr"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("le 5 mars 2024", "2024-03-05"),
        ("lundi 1er avril 2024", "2024-04-01"),
        ("du 3 au 5 mai", "2024-05-03/2024-05-05"),
        ("du 30 avril au 2 mai 2023", "2023-04-30/2023-05-02"),
        ("les 8 et 9 juin", "2024-06-08/2024-06-09"),
        ("lundi", "2024-06-10"),
        ("hier", "2024-06-11"),
        ("avant-hier soir", "2024-06-10"),
        ("demain", "2024-06-13"),
        ("vendredi dernier", "2024-06-07"),
        ("la semaine prochaine", "2024-06-17/2024-06-23"),
        ("en février", "2024-02"),
        ("mi-avril 2022", "2022-04"),
        ("au mois d’août 2023", "2023-08"),
        ("en 2019", "2019"),
        ("de 2021 à 2025", "2021/2025"),
        ("l’an dernier", "2023"),
        ("il y a trois jours", "2024-06-09"),
        ("05/06/2024", "2024-06-05"),
        ("Têt 2024", "2024-02-10"),
    ],
)
def test_dates(words: str, value: str) -> None:
    assert str(read_date(words, "fr", "2024-06-12")) == value


@pytest.mark.parametrize("words", ["chaque lundi", "2000 soldats", "mars et la lune"])
def test_no_date(words: str) -> None:
    assert read_date(words, "fr", "2024-06-12") is None


@pytest.mark.parametrize(
    ("told", "kind", "mode"),
    [
        (
            "Le président chinois Li Weimin a reçu lundi à Pékin la Première ministre suédoise Anna Lindqvist.",
            "meeting",
            "received",
        ),
        (
            "La ministre française Claire Aubin et son homologue suédois Lars Ekberg se sont rencontrés à Oslo.",
            "meeting",
            "meeting",
        ),
        (
            "L’ambassadeur de Chine en France, Zhang Lei, a rendu une visite de courtoisie au maire de Lyon.",
            "meeting",
            "courtesy_call",
        ),
        (
            "Le ministre Jean-Luc Morvan s’est entretenu jeudi avec le ministre vietnamien de la Défense Tran Van Hai.",
            "talks",
            "talks",
        ),
        (
            "Le président français Paul Roche a eu un entretien téléphonique avec le président chinois Li Weimin.",
            "phone_call",
            "call",
        ),
        (
            "L’ambassadrice de Suède au Vietnam, Karin Holm, a présenté ses lettres de créance "
            "au président Vo Van Son.",
            "credentials",
            None,
        ),
        (
            "Le Premier ministre vietnamien Vo Van Long effectuera une visite officielle en France du 9 au 11 mars.",
            "visit",
            "official_visit",
        ),
        (
            "La maire de Brest, Anne Roche, et le maire de Pékin, Wang Jun, ont signé un accord de coopération.",
            "signing",
            "signing",
        ),
        (
            "L’ambassade de France au Vietnam a célébré vendredi le 50e anniversaire des relations diplomatiques.",
            "celebration",
            "anniversary",
        ),
        (
            "Un forum économique franco-vietnamien s’est tenu hier à Lyon en présence de l’ambassadeur Pham Van Khoa.",
            "forum",
            "forum",
        ),
        (
            "Le président chinois Li Weimin a adressé un message de félicitations au président français Paul Roche.",
            "message",
            "congratulation",
        ),
        (
            "La France a livré une aide d’urgence au Vietnam, a indiqué l’ambassadeur de France Olivier Garnier.",
            "donation",
            "aid",
        ),
    ],
)
def test_kinds(told: str, kind: str, mode: str | None) -> None:
    found = {(one.kind.value, one.mode.value if one.mode else None) for one in reading(told).activities}
    assert (kind, mode) in found


AUDIENCE = """La ministre française de la Culture, Camille Aubin, a reçu mardi 3 mars à Paris \
l’ambassadeur du Vietnam en France, Pham Van Khoa. Elle a annoncé que la France accueillera vingt archivistes.

L’ambassadeur a exprimé sa volonté de renforcer les échanges culturels. \
Les deux parties sont convenues d’ouvrir une exposition en 2027.

« Ces archives nous rapprochent », a déclaré Camille Aubin."""


def test_an_audience_with_its_sides_and_promises() -> None:
    told = reading(AUDIENCE)
    meeting = next(one for one in told.activities if one.kind.value == "meeting")
    people = {person.id: (person.names[0].value, person.country and person.country.value) for person in told.people}
    assert told.article.language == "fr"
    assert told.is_exchange
    assert meeting.date is not None
    assert str(meeting.date.value) == "2026-03-03"
    assert {(people[one.party], one.role.value) for one in meeting.participants} == {
        (("Camille Aubin", "FR"), "host"),
        (("Pham Van Khoa", "VN"), "guest"),
    }
    promised = [(people.get(one.speaker or "", (None,))[0], one.strength.value) for one in told.commitments]
    assert promised == [("Camille Aubin", "w3"), ("Pham Van Khoa", "w2"), (None, "w4")]
    assert [people[one.speaker or ""][0] for one in told.quotations if one.direct] == ["Camille Aubin"]


@pytest.mark.parametrize(
    "text",
    [
        "Le chef Paul Roche a été nommé ambassadeur de la marque Kervalan et posera pour ses affiches en Chine.",
        "La retraitée a visité Hanoï et Hué à vélo, puis elle a rencontré des pêcheurs et réparé sa roue.",
        "Le conseil municipal a signé mardi une convention avec la région pour les transports scolaires.",
    ],
)
def test_what_is_no_exchange(text: str) -> None:
    assert not reading(text).is_exchange


def test_names_behind_an_elision_and_an_honorific() -> None:
    text = (
        "# Une visite à Hanoï\n\nLe 3 mars 2025, le ministre norvégien, M. Kari Moen, a rencontré l'ambassadeur de "
        "France Jean Dupont lors de la visite d'Olivier Morel à Hanoï. Selon Jean Dupont, les archives sont ouvertes. "
        "Olivier Morel est reparti.\n"
    )
    found = reading(text)
    names = {one.id: one.names[0].value for one in found.people}
    assert set(names.values()) >= {"Kari Moen", "Jean Dupont", "Olivier Morel"}
    assert [names.get(one.speaker or "") for one in found.quotations] == ["Jean Dupont"]
