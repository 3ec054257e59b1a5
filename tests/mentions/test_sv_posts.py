"""Swedish: posts told at length, before and behind the name, of all walks of life."""

import hashlib

import pytest

from giaoluu.model.capture import Capture, MediaType
from giaoluu.pipeline import read

VISIT = "Hanoi den 5 juni 2024. En delegation från Sverige besökte i dag Hanoi i Vietnam. "


@pytest.mark.parametrize(
    ("text", "name", "country", "post"),
    [
        line.split(" | ")
        for line in """
Eva Lind, prefekt för Institutionen för musik i Lund, kom. | Eva Lind | SE | prefekt för Institutionen för musik i Lund
I besöket deltog Nils Ask, enhetschef på Sida. | Nils Ask | SE | enhetschef på Sida
Resan leds av kommunstyrelsens ordförande i Växjö, Per Ek. | Per Ek | SE | kommunstyrelsens ordförande i Växjö
Per Ek (S), kommunstyrelsens ordförande i Växjö, talade. | Per Ek | SE | kommunstyrelsens ordförande i Växjö
Landshövdingen i Västra Götalands län, Eva Lind, talade. | Eva Lind | SE | Landshövdingen i Västra Götalands län
Eva Lind, professor i musik vid Uppsala universitet, talade. | Eva Lind | SE | professor i musik vid Uppsala universitet
Universitetets rektor, professor Eva Lind, talade. | Eva Lind | SE | Universitetets rektor, professor
Nils Ask, landchef för Business Sweden i Vietnam, talade. | Nils Ask | SE | landchef för Business Sweden i Vietnam
Handelssekreterare Nils Ask på Business Sweden talade. | Nils Ask | SE | Handelssekreterare
Vietnams handelsråd i Stockholm, Le Thi Hoa, talade. | Le Thi Hoa | VN | Vietnams handelsråd i Stockholm
Svenska institutets generaldirektör Eva Lind talade. | Eva Lind | SE | Svenska institutets generaldirektör
Hanois borgmästare Le Van Minh talade. | Le Van Minh | VN | Hanois borgmästare
Le Van Minh, vice ordförande i Hanois folkkommitté, talade. | Le Van Minh | VN | vice ordförande i Hanois folkkommitté
Föreningens kassör Eva Lind hälsade alla välkomna. | Eva Lind | SE | Föreningens kassör
Biskopen i Lunds stift, Eva Lind, predikade. | Eva Lind | SE | Biskopen i Lunds stift
Kyrkoherde Eva Lind predikade. | Eva Lind | SE | Kyrkoherde
Läraren Eva Lind berättade om resan. | Eva Lind | SE | Läraren
Barnläkaren Eva Lind, som arbetat i Hanoi, berättade. | Eva Lind | SE | Barnläkaren
Eva Lind, hållbarhetschef på Ericsson, berättade. | Eva Lind | SE | hållbarhetschef på Ericsson
Doktoranden Le Van Minh från Hue berättade. | Le Van Minh | VN | Doktoranden
Kronprinsessan Victoria talade. | Victoria | SE | Kronprinsessan
Eva Lind (kommunstyrelsens ordförande), kom med. | Eva Lind | SE | kommunstyrelsens ordförande
Nils Ask (teknisk chef), kom med. | Nils Ask | SE | teknisk chef
Teknisk chef Nils Ask kom med. | Nils Ask | SE | Teknisk chef
Ärkebiskop Antje Falk kom med. | Antje Falk | SE | Ärkebiskop
""".strip().split("\n")
    ],
)  # fmt: skip
def test_posts_of_all_walks_of_life(text: str, name: str, country: str, post: str) -> None:
    content = (VISIT + text).encode()
    told = read(Capture("page", content, hashlib.sha256(content).hexdigest(), VISIT + text, MediaType.TEXT))
    found = {
        one.names[0].value: (one.country and one.country.value, [held.title.value for held in one.posts])
        for one in told.people
    }
    assert found == {name: (country, post.split(", "))}


def test_posts_in_the_plural_are_of_all_who_follow() -> None:
    text = (
        "Den 5 juni 2024 besökte talmannen Norge. I delegationen ingick riksdagsdirektör Nils Ask, "
        "riksdagsledamöterna Eva Lind (S), Per Ek (M) och Ada Falk (C) samt rektor Ulla Holm."
    )
    content = text.encode()
    told = read(Capture("page", content, hashlib.sha256(content).hexdigest(), text, MediaType.TEXT))
    assert {one.names[0].value: [held.title.value for held in one.posts] for one in told.people} == {
        "Nils Ask": ["riksdagsdirektör"],
        "Eva Lind": ["riksdagsledamöterna"],
        "Per Ek": ["riksdagsledamöterna"],
        "Ada Falk": ["riksdagsledamöterna"],
        "Ulla Holm": ["rektor"],
    }


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Den 5 juni 2024 besöker Finlands president Aino Salo Sverige.", "Aino Salo", "FI"),
        ("I går besökte Vietnams ambassadör Tran Van Bach Växjö i Sverige.", "Tran Van Bach", "VN"),
        (
            "I går träffade utrikesminister Eva Lind forskaren Heikki Harju från Finland.",
            "Heikki Harju",
            "FI",
        ),
    ],
)
def test_a_place_behind_a_name_is_no_piece_of_it(text: str, name: str, country: str) -> None:
    content = text.encode()
    told = read(Capture("page", content, hashlib.sha256(content).hexdigest(), text, MediaType.TEXT))
    assert (name, country) in {(one.names[0].value, one.country and one.country.value) for one in told.people}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Utrikesminister Heikki Harju deltar i dag i ett möte med Danmarks utrikesminister i Oslo.", "FI"),
        ("Utrikesminister Per Harju deltar i dag i ett möte med Danmarks utrikesminister i Oslo.", "SE"),
        ("Svenska Yle. Utrikesminister Per Harju deltar i dag i ett möte med Danmarks utrikesminister.", "FI"),
    ],
)
def test_the_press_of_a_neighbour_leaves_its_own_country_out(text: str, country: str) -> None:
    content = text.encode()
    told = read(Capture("page", content, hashlib.sha256(content).hexdigest(), text, MediaType.TEXT))
    assert [one.country and one.country.value for one in told.people] == [country]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        (
            "I dag deltog Finlands utrikesminister Aino Salo och försvarsminister Heikki Harju i mötet i Oslo.",
            {"Aino Salo": "FI", "Heikki Harju": "FI"},
        ),
        (
            "I dag möttes Tjeckiens president Karel Dvorsky och talman Nils Ask i Stockholm.",
            {"Karel Dvorsky": "CZ", "Nils Ask": "SE"},
        ),
        (
            "I dag besökte Kubas vice utrikesminister Marcelino Medina talman Nils Ask i Stockholm.",
            {"Marcelino Medina": "CU", "Nils Ask": "SE"},
        ),
    ],
)
def test_a_country_before_the_first_post_is_that_of_the_next_one_too(text: str, countries: dict[str, str]) -> None:
    content = text.encode()
    told = read(Capture("page", content, hashlib.sha256(content).hexdigest(), text, MediaType.TEXT))
    assert {one.names[0].value: one.country and one.country.value for one in told.people} == countries
