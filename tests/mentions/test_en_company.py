"""English: the country of people of whom it only shows beside whom, where or from which house they are."""

import hashlib

import pytest

from giaoluu.articles import article_of
from giaoluu.langs.pack import pack
from giaoluu.mentions import find_mentions
from giaoluu.model.capture import Capture, MediaType


def countries(text: str) -> dict[str, str | None]:
    content = text.encode()
    capture = Capture("page", content, hashlib.sha256(content).hexdigest(), text, MediaType.TEXT)
    people = find_mentions(article_of(capture), pack("en")).people
    return {one.names[0].value: one.country.value if one.country else None for one in people}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norwegian Ambassador Berit Haugland and First Secretary Odd Sundby visited a school on 5 June 2024.",
            {"Berit Haugland": "NO", "Odd Sundby": "NO"},
        ),
        (
            "Mongolian Premier Bat Ganzorig, accompanied by Foreign Minister Dorj Altan and Ambassador Jigme Sereeter, "
            "arrived in Hanoi on 5 June 2024.",
            {"Bat Ganzorig": "MN", "Dorj Altan": "MN", "Jigme Sereeter": "MN"},
        ),
        (
            "Ambassador Berit Haugland of Norway and her husband Erik Haugland attended a dinner in Hanoi.",
            {"Berit Haugland": "NO", "Erik Haugland": "NO"},
        ),
        (
            "King Haldor and Queen Sigrun of Norway arrived in Hanoi on 5 June 2024 for a state visit.",
            {"Haldor": "NO", "Sigrun": "NO"},
        ),
        (
            "The First Lady and Her Majesty Queen Sigrun read to pupils. The two talked about the Norwegian and the "
            "American schools, and how the United States and Norway teach.",
            {"Sigrun": "NO"},
        ),
        (
            "U.S. Senators John Whitby and Mary Hollis called on National Assembly Chairman Tran Van Bach in Hanoi.",
            {"John Whitby": "US", "Mary Hollis": "US", "Tran Van Bach": "VN"},
        ),
        (
            "Berit Haugland (Norway), Klaus Reinhold (Germany) and Tran Van Bach (Vietnam) signed it in Hanoi.",
            {"Berit Haugland": "NO", "Klaus Reinhold": "DE", "Tran Van Bach": "VN"},
        ),
        (
            "The Vietnam National University welcomed Professor Berit Haugland from Bergen College, Norway.",
            {"Berit Haugland": "NO"},
        ),
        (
            "The Foreign Secretary, Margaret Whitfield, met Vietnam's Foreign Minister, Tran Van Bach, in London.",
            {"Margaret Whitfield": "GB", "Tran Van Bach": "VN"},
        ),
        (
            "Talks were held with Laura Rosenthal, senior director for China affairs of the White House National "
            "Security Council, on 5 June 2024.",
            {"Laura Rosenthal": "US"},
        ),
        (
            "Samdech Techo Sok Vannara met Tran Van Bach, visiting Vietnamese President, here this morning.",
            {"Sok Vannara": "KH", "Tran Van Bach": "VN"},
        ),
        (
            "Norwegian ceramist Berit Haugland opened her exhibition in Hanoi on 5 June 2024.",
            {"Berit Haugland": "NO"},
        ),
        (
            "Ambassador Berit Haugland of the Kingdom of Norway opened the library on 5 June 2024.",
            {"Berit Haugland": "NO"},
        ),
    ],
)
def test_company_tells_the_country(text: str, expected: dict[str, str | None]) -> None:
    assert countries(text) == expected


def test_a_place_in_a_name_is_that_person_again() -> None:
    """Behind a word for a place it is the place, though somebody is called like it."""
    text = (
        "National Assembly Chairman Vuong Dinh Hue met Lao Ambassador Kham Sivong in Hanoi on 5 June 2024. "
        "Hue thanked Laos for its help. He will visit Hue next week."
    )
    content = text.encode()
    capture = Capture("page", content, hashlib.sha256(content).hexdigest(), text, MediaType.TEXT)
    mentions = find_mentions(article_of(capture), pack("en"))
    hue = next(one for one in mentions.people if one.names[0].value == "Vuong Dinh Hue")
    assert [span.exact for span in hue.mentions][:2] == ["National Assembly Chairman Vuong Dinh Hue", "Hue"]
    assert [place.name.value for place in mentions.places if place.name.value == "Hue"] == ["Hue"]


def test_local_offices_are_not_of_the_envoys_country() -> None:
    """A page of an embassy says nothing of its host country's towns but their names."""
    text = (
        "On 24 January, a reception was hosted by Ambassador Hamada to thank sister cities with ties to Japan. "
        "Mayor of Quenford Mr. Adler thanked the Ambassador."
    )
    assert countries(text).get("Adler") is None


def test_two_who_meet_are_not_of_one_side() -> None:
    """Two with a post each who hold talks may be of two sides: nothing is taken over from the one named first."""
    text = "Norwegian Foreign Minister Berit Haugland and Ambassador John Whitby held talks on 5 June 2024."
    assert countries(text)["John Whitby"] != "NO"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Through the Norwegian guest, President Tran Van Bach invited the royal couple to visit Vietnam soon.",
            {"Tran Van Bach": "VN"},
        ),
        (
            "Mr. Mori Tanaka, Governor of Quenford prefecture, met a delegation of Hue in Vietnam on 5 June 2024.",
            {"Mori Tanaka": "JP"},
        ),
        (
            "The minister met the Minister of State for Asia and the Pacific of the United Kingdom H.E. John Whitby.",
            {"John Whitby": "GB"},
        ),
        (
            "The US Ambassador to Cambodia John Whitby met Deputy Prime Minister Sok Vannak on 5 June 2024.",
            {"John Whitby": "US"},
        ),
        (
            "A reception was given for Mori Tanaka, Secretary General of the Democratic Party (DPX) of Japan and "
            "Chairman of the Japan-Vietnam Friendship Parliamentary Alliance.",
            {"Mori Tanaka": "JP"},
        ),
    ],
)
def test_posts_are_of_whom_they_name(text: str, expected: dict[str, str | None]) -> None:
    found = countries(text)
    assert {name: found.get(name) for name in expected} == expected
