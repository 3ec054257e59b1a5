"""English: how a page tells of which country somebody is: by outlet, name, place, list and the office itself."""

import hashlib

import pytest

from giaoluu.articles import article_of
from giaoluu.langs.pack import pack
from giaoluu.mentions import find_mentions
from giaoluu.model.capture import Capture, MediaType


def people(text: str) -> dict[str, tuple[str | None, list[str]]]:
    content = text.encode()
    capture = Capture("page", content, hashlib.sha256(content).hexdigest(), text, MediaType.TEXT)
    found = find_mentions(article_of(capture), pack("en")).people
    return {
        one.names[0].value: (one.country.value if one.country else None, [post.title.value for post in one.posts])
        for one in found
    }


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        # the press of a country says no country of its own people
        ("Vientiane (KPL) - Minister of Finance Kham Vong met Thai guests in Bangkok.", "Kham Vong", "LA"),
        # but a name that none of its people bears is somebody else's
        ("Algiers (VNA) - The envoy met with Governor Karim Benali.", "Karim Benali", "DZ"),
        ("Algiers (VNA) - The envoy met with Director of the office Tran Hai Dang.", "Tran Hai Dang", "VN"),
        # where the clause lies
        ("The team went to Fiji, where they met with Prime Minister Ratu Kolo.", "Ratu Kolo", "FJ"),
        ("The United States sent aid. In Vanuatu, Prime Minister Moli Kalo thanked the guests.", "Moli Kalo", "VU"),
        # whoever visits a country is not of it, whoever invites there is
        (
            "Foreign Minister Raj Menon paid a visit to Mongolia at the invitation of Foreign Minister Bat Ganz. "
            "Mongolia is far. Mongolia is wide.",
            "Raj Menon",
            None,
        ),
        (
            "External Affairs Minister Raj Menon paid a visit to Mongolia at the invitation of Foreign Minister "
            "Bat Ganz. Mongolia is far.",
            "Bat Ganz",
            "MN",
        ),
        ("External Affairs Minister Raj Menon spoke. Mongolia is far.", "Raj Menon", "IN"),
        # officials of bodies of many states are of none
        ("Laos thanked UN Resident Coordinator in Laos Paula Okoro.", "Paula Okoro", None),
        ("In Guyana he met Caribbean Community (CARICOM) Secretary-General Dr. Clara Barne.", "Clara Barne", None),
        ("Kremlin spokesman Oleg Sidor told China so.", "Oleg Sidor", "RU"),
        # a list of members: the office of another country's wording yields
        (
            "The Mexican high-level delegation included Foreign Secretary Luis Ebra; Secretary of Defense General "
            "Ruben Sando; and Secretary of the Navy Jose Ojeda.",
            "Ruben Sando",
            "MX",
        ),
        (
            "The Mexican delegation included Foreign Secretary Luis Ebra. Dr. Harlow’s delegation included "
            "Deputy Secretary of Homeland Security John Tiden.",
            "John Tiden",
            "US",
        ),
        (
            "Additional representatives of the Government of Mexico included Commissioner Franco Gardu.",
            "Franco Gardu",
            "MX",
        ),
        (
            "Namibia thanked Cuba.\n\nHavana, Jul 9 (Prensa Latina) The guests came. The head of the visiting "
            "delegation, Selma Nango, spoke.",
            "Selma Nango",
            "NA",
        ),
        ("Nigerien President Bazo met them in Djibouti.", "Bazo", "NE"),
        ("In Da Nang, Chairman Vu Quoc Tinh received Ambassador of Japan Mori Kenta.", "Vu Quoc Tinh", "VN"),
        (
            "The United States sends a delegation to Oslo. Members of the U.S. delegation include Bo Harlow, Special "
            "Envoy to Norway.",
            "Bo Harlow",
            "US",
        ),
        ("Japan National Security Secretariat Secretary General Mori Akita spoke.", "Mori Akita", "JP"),
        (
            "The Norway–Vietnam Association and the Embassy of Vietnam met. Among them was former ambassador to Hanoi "
            "Lars Bergset. Norway gave a dinner.",
            "Lars Bergset",
            None,
        ),
    ],
)
def test_country(text: str, name: str, country: str | None) -> None:
    assert people(text)[name][0] == country


@pytest.mark.parametrize(
    ("text", "name", "posts"),
    [
        (
            "Chairman of the Quang Ninh provincial People’s Committee Pham Van Loc received a delegation from China.",
            "Pham Van Loc",
            ["Chairman of the Quang Ninh provincial People’s Committee"],
        ),
        (
            "It was headed by Deputy Mayor Park Sung-min of the city.",
            "Park Sung-min",
            ["Deputy Mayor"],
        ),
        (
            "The president of the Cuban Institute of Friendship with the Peoples (ICAP), Ernesto Salga, received us.",
            "Ernesto Salga",
            ["president of the Cuban Institute of Friendship with the Peoples (ICAP)"],
        ),
        (
            "They met Southern Border Coordinator General Vicente Hernan.",
            "Vicente Hernan",
            ["Southern Border Coordinator", "General"],
        ),
        (
            "Members: The Honorable Ann Hart, Ambassador to Norway The Honorable Bo Lake, Ambassador to Laos Mr. Al "
            "Poe, Consul General in Da Nang",
            "Bo Lake",
            ["Ambassador to Laos"],
        ),
        (
            "Paola Bian, Deputy Director for Asia and the Pacific at the European External Action Service, spoke.",
            "Paola Bian",
            ["Deputy Director for Asia and the Pacific at the European External Action Service"],
        ),
    ],
)
def test_posts(text: str, name: str, posts: list[str]) -> None:
    assert people(text)[name][1] == posts


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        # a surname that is a country's name, or a town's behind it
        ("Comrade Thai Van Khoi received the guests.", "Thai Van Khoi", "VN"),
        ("Among them was Tan Guilin, Director of the College.", "Tan Guilin", "CN"),
        # a surname of two letters opens a sentence; plain words in capitals stand before a name
        ("Vo Van Khoi met the guests.", "Vo Van Khoi", "VN"),
        ("With them came Interpreter Nguyen Thi Lan Khue.", "Nguyen Thi Lan Khue", "VN"),
        # what a post is of stands between it and its holder
        ("Secretary of the Party Committee of the province of Lai Chau Cao Van Khoi spoke.", "Cao Van Khoi", "VN"),
        # an office of a forum of many states tells none, another post does
        (
            "He met Chairman of the Boao Forum for Asia Taro Mori. Mori, former Japanese Prime Minister, came late.",
            "Taro Mori",
            "JP",
        ),
    ],
)
def test_names_that_look_like_something_else(text: str, name: str, country: str) -> None:
    assert people(text)[name][0] == country
