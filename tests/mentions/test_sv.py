"""Swedish: people by post, genitive and definite forms, and whose country they stand for."""

import hashlib

import pytest

from giaoluu.articles import article_of
from giaoluu.langs.pack import pack
from giaoluu.mentions import find_mentions
from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.mentions import Mentions


def read(text: str) -> Mentions:
    content = text.encode()
    capture = Capture("page", content, hashlib.sha256(content).hexdigest(), text, MediaType.TEXT)
    return find_mentions(article_of(capture), pack("sv"))


def people(text: str) -> list[tuple[str, str | None, list[str]]]:
    return [
        (one.names[0].value, one.country.value if one.country else None, [post.title.value for post in one.posts])
        for one in read(text).people
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "På måndagen träffade utrikesminister Eva Lind Norges ambassadör Kari Moen i Stockholm.",
            [("Eva Lind", "SE", ["utrikesminister"]), ("Kari Moen", "NO", ["Norges ambassadör"])],
        ),
        (
            "I Lund talade bistånds- och utrikeshandelsminister Per Ekdahl om handel.",
            [("Per Ekdahl", "SE", ["bistånds- och utrikeshandelsminister"])],
        ),
        (
            "Mötet leddes av Gunnar Ask, Sveriges ambassadör i Hanoi, och flera forskare.",
            [("Gunnar Ask", "SE", ["Sveriges ambassadör i Hanoi"])],
        ),
        (
            "Ordföranden för Kinesiska folkets förening för vänskap med utländska länder, Bai Weiming, "
            "tackade för besöket.",
            [("Bai Weiming", "CN", ["Ordföranden för Kinesiska folkets förening för vänskap med utländska länder"])],
        ),
        (
            "Finland valde president Aino Salo. Finland gläds. President Salos besök i Finland är kort.",
            [("Aino Salo", "FI", ["president"])],
        ),
        (
            "I mötet deltog utrikesministern och försvarsminister Nils Berg.",
            [("Nils Berg", "SE", ["försvarsminister"])],
        ),
        (
            "Med på resan var kommunstyrelsens ordförande Nils Berg, näringslivschef Eva Lind och "
            "2:e vice ordförande i kommunstyrelsen Per Ekdahl.",
            [
                ("Nils Berg", "SE", ["kommunstyrelsens ordförande"]),
                ("Eva Lind", "SE", ["näringslivschef"]),
                ("Per Ekdahl", "SE", ["2:e vice ordförande i kommunstyrelsen"]),
            ],
        ),
        (
            "Danmarks vice statsminister Troels Lund Berg och EU-minister Eva Lind var med på resan.",
            [("Troels Lund Berg", "DK", ["Danmarks vice statsminister"]), ("Eva Lind", "SE", ["EU-minister"])],
        ),
        (
            "Vietnams ambassadör i Sverige, Nguyen Thi Hoa Binh, hälsade.",
            [("Nguyen Thi Hoa Binh", "VN", ["Vietnams ambassadör i Sverige"])],
        ),
        (
            "Eva Lind mötte sin norska kollega Kari Moen och EU:s klimatkommissionär Jan de Wit.",
            [
                ("Eva Lind", "SE", []),
                ("Kari Moen", "NO", ["norska kollega"]),
                ("Jan de Wit", None, ["EU:s klimatkommissionär"]),
            ],
        ),
        (
            "## H.E. Ms. Lotte Vos, Nederländerna\n\nNederländernas nyutnämnda ambassadör är född 1960.",
            [("Lotte Vos", "NL", ["Nederländernas nyutnämnda ambassadör"])],
        ),
        ("## H.E. Ms. Lotte Vos, Nederländerna\n\nHon har en examen i juridik.", [("Lotte Vos", "NL", [])]),
        (
            "Regeringen företräds av statsminister Nils Berg, ministern för högre utbildning och forskning, Eva Lind, "
            "minister för civilt försvar Per Ekdahl samt EU- och handelsminister Maria Ask.",
            [
                ("Nils Berg", "SE", ["statsminister"]),
                ("Eva Lind", "SE", ["ministern för högre utbildning och forskning"]),
                ("Per Ekdahl", "SE", ["minister för civilt försvar"]),
                ("Maria Ask", "SE", ["EU- och handelsminister"]),
            ],
        ),
        (
            "I Lund talade Indiens handelsminister Arjun Rao, ministern med ansvar för hälsa och idrott, "
            "barn och unga Dev Patil samt värden. Indien tackade, och Indiens näringsliv också.",
            [
                ("Arjun Rao", "IN", ["Indiens handelsminister"]),
                ("Dev Patil", "IN", ["ministern med ansvar för hälsa och idrott, barn och unga"]),
            ],
        ),
        (
            "Finlands president Aino Salo och hans fru Kaisu Koski kom till Lund.",
            [("Aino Salo", "FI", ["Finlands president"]), ("Kaisu Koski", "FI", [])],
        ),
        (
            "I Lund talade Anna Ask, statssekreterare hos bistånds- och utrikeshandelsminister Per Ekdahl, om handel.",
            [("Anna Ask", "SE", ["statssekreterare hos bistånds- och utrikeshandelsminister Per Ekdahl"])],
        ),
        (
            "Riksmarskalk Nils Berg och chefen för Kinas nationalmuseum Wang Weiming kom från Kina.",
            [
                ("Nils Berg", "SE", ["Riksmarskalk"]),
                ("Wang Weiming", "CN", ["chefen för Kinas nationalmuseum"]),
            ],
        ),
        ("Vietnam tackade. Nguyen Van Khoa från Vietnam besökte Uppsala.", [("Nguyen Van Khoa", "VN", [])]),
    ],
)
def test_people(text: str, expected: list[tuple[str, str | None, list[str]]]) -> None:
    assert people(text) == expected


def test_a_definite_post_means_who_holds_it() -> None:
    mentions = read("Utrikesminister Eva Lind reste till Oslo. Utrikesministern mötte Norges statsminister Kari Moen.")
    holder = next(person for person in mentions.people if person.names[0].value == "Eva Lind")
    assert any(span.exact == "Utrikesministern" for span in holder.mentions)


def test_the_head_of_a_compound_stands_for_it() -> None:
    mentions = read("Klimat- och miljöminister Eva Lind reste till Oslo. Där talade ministern om haven.")
    holder = next(person for person in mentions.people if person.names[0].value == "Eva Lind")
    assert any(span.exact == "ministern" for span in holder.mentions)


def test_the_king_is_nobody_else() -> None:
    mentions = read("Kungen reser till Norge. Kontakta Eva Lind för frågor.")
    assert all(not person.posts for person in mentions.people)


def test_a_country_is_called_by_its_name_rather_than_by_an_adjective() -> None:
    assert read("De norska gästerna reste hem. Norge tackar.").places[0].name.value == "Norge"


@pytest.mark.parametrize(
    ("text", "kind", "country"),
    [
        ("Sveriges ambassad i Hanoi bjöd in till en mottagning.", "embassy", "SE"),
        ("Svensk-vietnamesiska föreningen firade sin dag.", "friendship_association", "SE"),
        ("Den japanska regeringen svarade.", "government", "JP"),
    ],
)
def test_bodies(text: str, kind: str, country: str) -> None:
    body = read(text).organisations[0]
    assert (body.kind, body.country and body.country.value) == (kind, country)


def test_a_post_of_another_country_is_that_of_who_holds_it_there() -> None:
    text = (
        "Norges finansminister kommer till Lund. Där möter finansminister Eva Lind Norges finansminister Kari Moen, "
        "och båda är mycket nöjda."
    )
    found = read(text)
    names = {one.id: one.names[0].value for one in found.people}
    assert [names.get(one.ref or "") for one in found.mentions if one.kind == "post"] == ["Kari Moen"]
