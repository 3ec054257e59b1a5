"""English: people by post before and behind the name, the country behind a name, and whose country nobody says."""

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
    return find_mentions(article_of(capture), pack("en"))


def people(text: str) -> list[tuple[str, str | None, list[str]]]:
    return [
        (one.names[0].value, one.country.value if one.country else None, [post.title.value for post in one.posts])
        for one in read(text).people
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The talks in Oslo were opened by Prime Minister Ingrid Brandt of Norway.",
            [("Ingrid Brandt", "NO", ["Prime Minister"])],
        ),
        (
            "The guest of the evening was Rosa Lindgren, premier of Sweden, who stayed for an hour.",
            [("Rosa Lindgren", "SE", ["premier of Sweden"])],
        ),
        (
            "The Party Central Committee met Vietnamese Deputy Prime Minister and Foreign Minister Tran Hai Dang.",
            [("Tran Hai Dang", "VN", ["Vietnamese Deputy Prime Minister", "Foreign Minister"])],
        ),
        (
            "Norwegian Prime Minister Ingrid Brandt met Vietnamese President Tran Quang Vinh near Vinh.",
            [
                ("Ingrid Brandt", "NO", ["Norwegian Prime Minister"]),
                ("Tran Quang Vinh", "VN", ["Vietnamese President"]),
            ],
        ),
        (
            "They were received by Chinese Ambassador to Vietnam He Wenbo in the garden.",
            [("He Wenbo", "CN", ["Chinese Ambassador to Vietnam"])],
        ),
        (
            "Canada’s Minister of Agriculture Paul Harlow’s visit ended.",
            [("Paul Harlow", "CA", ["Canada’s Minister of Agriculture"])],
        ),
        (
            "Norwegian President Paul R. Harlow, Jr. spoke first.",
            [("Paul R. Harlow, Jr.", "NO", ["Norwegian President"])],
        ),
        (
            "The President and Prime Minister Ingrid Brandt of Norway had lunch.",
            [("Ingrid Brandt", "NO", ["Prime Minister"])],
        ),
        (
            "Nguyễn Hoài An, president of the Vietnam-Sweden Friendship Association, opened it.",
            [("Nguyễn Hoài An", "VN", ["president of the Vietnam-Sweden Friendship Association"])],
        ),
        (
            "A letter came from General Secretary of the Communist Party of Vietnam (CPV) Tran Hai Dang.",
            [("Tran Hai Dang", "VN", ["General Secretary of the Communist Party of Vietnam (CPV)"])],
        ),
        (
            "It was opened by Vice Chairman in charge cum Secretary General of the Vietnam-Laos Friendship Association "
            "and Vice President of the Vietnam-US Association Tran Hai Dang on May 2nd.",
            [
                (
                    "Tran Hai Dang",
                    "VN",
                    [
                        "Vice Chairman in charge",
                        "Secretary General of the Vietnam-Laos Friendship Association",
                        "Vice President of the Vietnam-US Association",
                    ],
                )
            ],
        ),
        (
            "Among them was Indian Minister of State for External Affairs, Heritage and Culture Meera Anand.",
            [("Meera Anand", "IN", ["Indian Minister of State for External Affairs, Heritage and Culture"])],
        ),
        (
            "It fell to Vietnamese National Assembly (NA) Chairwoman Tran Thu Ha.",
            [("Tran Thu Ha", "VN", ["Vietnamese National Assembly (NA) Chairwoman"])],
        ),
        (
            "The Norwegian Society for Lake Culture (NSLC) sang. NSLC President Kari Moen thanked everyone.",
            [("Kari Moen", "NO", ["NSLC President"])],
        ),
        (
            "They met Norwegian State Secretary Kari Moen, Director General for Trade Policy Nils Berg, "
            "and Mayor Eva Lind.",
            [
                ("Kari Moen", "NO", ["Norwegian State Secretary"]),
                ("Nils Berg", "NO", ["Director General for Trade Policy"]),
                ("Eva Lind", "NO", ["Mayor"]),
            ],
        ),
        (
            "Mr. Paul Harlow - Acting Commercial Counselor, sang.",
            [("Paul Harlow", None, ["Acting Commercial Counselor"])],
        ),
    ],
)
def test_people(text: str, expected: list[tuple[str, str | None, list[str]]]) -> None:
    assert people(text) == expected


def test_a_short_given_name_is_the_same_person() -> None:
    text = (
        "Readout of President Joe Harlow’s Call with President Xu Anming of China\n\nPresident Joseph "
        "R. Harlow, Jr. spoke with him. President Harlow agreed."
    )
    assert [name for name, _, _ in people(text)] == ["Joseph R. Harlow, Jr.", "Xu Anming"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            "Readout of President Harlow’s call\n\nPresident Harlow spoke with Prime Minister Brandt of "
            "Norway on the work of the U.S. Senate.",
            "US",
        ),
        (
            "Statement on the travel\n\nIn Nigeria, Ambassador Kate Moss of Canada met with Foreign Minister Harlow.",
            "NG",
        ),
        ("Readout of the call\n\nPresident Harlow spoke with Prime Minister Brandt of Norway.", None),
    ],
)
def test_a_country_that_nobody_says(text: str, country: str | None) -> None:
    harlow = next(one for one in read(text).people if one.names[0].value == "Harlow")
    assert (harlow.country and harlow.country.value, harlow.country is None or harlow.country.inferred) == (
        country,
        True,
    )


@pytest.mark.parametrize(
    ("text", "kind", "country"),
    [
        ("The Vietnamese Embassy in China thanked its guests.", "embassy", "VN"),
        ("The Sweden–Vietnam Friendship Association met in Lund.", "friendship_association", "SE"),
        (
            "The Chinese People’s Association for Friendship with Foreign Countries sent a guest.",
            "peoples_friendship_organisation",
            "CN",
        ),
        ("The State Department agreed.", "ministry", "US"),
        ("The US-China Peoples Friendship Association met in Lund.", "friendship_association", "US"),
        ("The Australia China Friendship Society met in Lund.", "friendship_association", "AU"),
    ],
)
def test_bodies(text: str, kind: str, country: str) -> None:
    body = read(text).organisations[0]
    assert (body.kind, body.country and body.country.value) == (kind, country)


@pytest.mark.parametrize(
    "text", ["President’s Office staff moved house.", "The Call was long.", "On Monday the Forum ended in Lund."]
)
def test_no_people(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Emmanuel Macron spoke in Lund.", [("Emmanuel Macron", "FR", ["President"])]),
        ("Prime Minister Modi spoke in Lund.", [("Modi", "IN", ["Prime Minister"])]),
        ("Swedish Prime Minister Modi spoke in Lund.", [("Modi", "SE", ["Swedish Prime Minister"])]),
        ("Mr. Modi spoke in Lund.", [("Modi", None, [])]),
    ],
)
def test_leaders_whose_country_goes_without_saying(
    text: str, expected: list[tuple[str, str | None, list[str]]]
) -> None:
    assert people(text) == expected


def test_members_of_a_delegation_are_of_its_country() -> None:
    text = (
        "The chairman met a Lao youth delegation led by its President Kham Vong. "
        "Members of the delegation include Secretary Somsak Keo, and Editor Noy Sisouk."
    )
    assert {(name, country) for name, country, _ in people(text)} >= {("Kham Vong", "LA"), ("Somsak Keo", "LA")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tran Hai Dang, the Vietnamese ambassador to Norway, spoke.",
            [("Tran Hai Dang", "VN", ["Vietnamese ambassador to Norway"])],
        ),
        (
            "There were Norwegian Ambassador Kari Moen, Deputy Minister and Chief Negotiator Nils Berg.",
            [("Kari Moen", "NO", ["Norwegian Ambassador"])],
        ),
    ],
)
def test_appositions_end_with_a_mark(text: str, expected: list[tuple[str, str | None, list[str]]]) -> None:
    assert people(text)[:1] == expected


def test_whom_a_traveller_meets_is_of_the_country_visited() -> None:
    text = (
        "Readout of President Harlow's travel to Norway\n\nPresident Harlow traveled to Norway on Monday.\n\n"
        "President Harlow met with Prime Minister Ingrid Brandt, Foreign Minister Kari Moen, and others. "
        "The United States thanked the hosts. The United States will continue."
    )
    assert [country for _, country, _ in people(text)] == ["US", "NO", "NO"]
