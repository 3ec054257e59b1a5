"""Sightings into entities: any order of arrival, judgements that win, judgements taken back."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giaoluu import read
from giaoluu.identities.assigning import assign
from giaoluu.identities.judgements import Merge, NeverMerge, Ruling, Split, Undo
from giaoluu.identities.keys import keys
from giaoluu.identities.resolver import Resolver
from giaoluu.identities.sightings import Sighting, sightings_of
from giaoluu.identities.verdicts import Context, PostHeld
from giaoluu.model.edtf import Edtf
from giaoluu.sources import capture_of

NAMES = ("Lục Vĩ", "陆伟", "陆玮", "Lu Wei", "Luc Vi", "Wei Lu", "Đặng Thu Hà", "邓秋河", "Dang Thu Ha", "Karin Ek")


def seen(id: str, name: str, date: str, *, country: str = "CN", post: str = "ambassador") -> Sighting:
    """Return a sighting in short."""
    posts = (PostHeld(post, None, country),) if post else ()
    return Sighting(id, (name,), Context(country, posts, date=Edtf(date) if date else None))


sightings = st.lists(
    st.builds(
        seen,
        id=st.integers(0, 60).map(lambda number: f"a{number:02}/p"),
        name=st.sampled_from(NAMES),
        date=st.sampled_from(("", "1963", "2019", "2020-03", "2024-05-01", "2024-05-02", "2031")),
        country=st.sampled_from(("CN", "VN")),
        post=st.sampled_from(("ambassador", "minister", "")),
    ),
    max_size=12,
    unique_by=lambda sighting: sighting.id,
)


@settings(max_examples=25, deadline=None)
@given(sightings=sightings, random=st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(sightings: list[Sighting], random: object) -> None:
    shuffled = list(sightings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one_by_one = Resolver()
    for sighting in shuffled:
        one_by_one.add([sighting])
        one_by_one.entities()
    at_once = Resolver(sightings)
    assert one_by_one.entities() == at_once.entities()
    assert one_by_one.proposals() == at_once.proposals()


@settings(max_examples=25, deadline=None)
@given(sightings=sightings.filter(lambda some: len(some) > 1))
def test_merge_then_undo_changes_nothing(sightings: list[Sighting]) -> None:
    before = Resolver(sightings)
    merge = Merge("2026-01-01", "1", left=sightings[0].id, right=sightings[-1].id)
    after = Resolver(sightings, [merge])
    assert any({sightings[0].id, sightings[-1].id} <= set(entity.sightings) for entity in after.entities())
    after.judge([Undo("2026-01-02", "2", of="1")])
    assert repr((after.entities(), after.proposals())) == repr((before.entities(), before.proposals()))


@settings(max_examples=25, deadline=None)
@given(sightings=sightings)
def test_signs_that_differ_are_never_one_entity(sightings: list[Sighting]) -> None:
    for entity in Resolver(sightings).entities():
        assert not {"陆伟", "陆玮"} <= set(entity.names)


class Shelf:
    """Entities kept as a register keeps them: by the keys of their names."""

    def __init__(self) -> None:
        self.entities: dict[str, tuple[str, ...]] = {}
        self.sightings: dict[str, Sighting] = {}

    def sharing(self, keys_wanted: frozenset[str]) -> Iterable[Sighting]:
        for ids in self.entities.values():
            some = [self.sightings[id] for id in ids]
            if any(keys(sighting.names[0]) & keys_wanted for sighting in some):
                yield from some


@settings(max_examples=20, deadline=None)
@given(sightings=sightings)
def test_assigning_one_by_one_comes_to_the_same(sightings: list[Sighting]) -> None:
    shelf = Shelf()
    for sighting in sightings:
        found = assign([sighting], shelf)
        shelf.sightings[sighting.id] = sighting
        for entity in found:
            shelf.entities = {id: ids for id, ids in shelf.entities.items() if not {*ids} & {*entity.sightings}}
            shelf.entities[entity.id] = entity.sightings
    together = {entity.id: entity.sightings for entity in Resolver(sightings).entities()}
    assert shelf.entities == together


ONE = [seen("a", "Lục Vĩ", "2024-05"), seen("b", "陆伟", "2024-06"), seen("c", "Lu Wei", "2024-07")]


def groups(*rulings: Ruling, some: list[Sighting] = ONE) -> list[tuple[str, ...]]:
    return [entity.sightings for entity in Resolver(some, rulings).entities()]


def test_one_person_in_three_scripts() -> None:
    assert groups() == [("a", "b", "c")]


@pytest.mark.parametrize(
    ("rulings", "expected"),
    [
        ([Split("1", "1", out=("c",), rest=("a", "b"))], [("a", "b"), ("c",)]),
        ([NeverMerge("1", "1", left="a", right="b"), NeverMerge("1", "2", left="b", right="c")], [("a", "c"), ("b",)]),
        ([NeverMerge("1", "1", left="a", right="b"), Undo("2", "2", of="1")], [("a", "b", "c")]),
        ([Split("1", "1", out=("c",), rest=("a", "b")), Merge("2", "2", left="c", right="a")], [("a", "b", "c")]),
        ([Merge("1", "1", left="c", right="a"), Split("2", "2", out=("c",), rest=("a", "b"))], [("a", "b"), ("c",)]),
    ],
)
def test_a_persons_judgement_wins(rulings: list[Ruling], expected: list[tuple[str, ...]]) -> None:
    assert groups(*rulings) == expected


def test_a_name_that_two_could_bear_is_linked_to_neither_but_proposed() -> None:
    resolver = Resolver([seen("a", "Lục Vĩ", "2024"), seen("b", "陆伟", "2024"), seen("c", "陆玮", "2024")])
    assert [entity.sightings for entity in resolver.entities()] == [("a",), ("b",), ("c",)]
    assert {(proposal.left, proposal.right) for proposal in resolver.proposals()} >= {("a", "b"), ("a", "c")}


def test_people_can_merge_what_nothing_else_would() -> None:
    some = [seen("a", "范云", "2024"), seen("b", "Karin Ek", "1990", country="SE")]
    assert groups(some=some) == [("a",), ("b",)]
    assert groups(Merge("1", "1", left="a", right="b"), some=some) == [("a", "b")]


def test_kept_apart_is_not_proposed_again() -> None:
    some = [seen("a", "Lục Vĩ", "2024", post=""), seen("b", "陆伟", "2023", post="")]
    assert Resolver(some).proposals()
    assert Resolver(some, [NeverMerge("1", "1", left="a", right="b")]).proposals() == []


TWO = [seen("a", "Lục Vĩ", "2024-05"), seen("b", "Lu Wei", "2024-06"), seen("c", "Lu Wei", "2024-07")]


@pytest.mark.parametrize(
    "rulings",
    [
        [NeverMerge("1", "1", left="a", right="c")],
        [Merge("0", "1", left="a", right="b"), NeverMerge("1", "2", left="a", right="c")],
        [Merge("2", "1", left="b", right="c"), NeverMerge("1", "2", left="a", right="c")],
        [
            Merge("2", "1", left="a", right="b"),
            Merge("3", "3", left="b", right="c"),
            NeverMerge("4", "2", left="c", right="a"),
        ],
    ],
    ids=["by names alone", "one link is a person's", "the other is", "both are, but the last word is another"],
)
def test_two_who_are_never_one_do_not_meet_through_a_third(rulings: list[Ruling]) -> None:
    found = Resolver(TWO, rulings).entities()
    assert all(not {"a", "c"} <= set(entity.sightings) for entity in found)
    assert len(found) == 2
    undone = [*rulings, *(Undo("9", f"u{one.id}", of=one.id) for one in rulings)]
    assert repr(Resolver(TWO, undone).entities()) == repr(Resolver(TWO).entities())


FRANCE = {"country": "FR", "post": "head_of_state"}


@pytest.mark.parametrize(
    ("one", "other", "proposed"),
    [
        (seen("a", "Étienne Marchand", "2026-05-04", **FRANCE), seen("b", "Marchand", "2026-06-01", **FRANCE), True),
        (seen("a", "Étienne Marchand", "2026-05-04", **FRANCE), seen("b", "马尔尚", "2026-06-01", **FRANCE), True),
        (seen("a", "艾蒂安·马尔尚", "2026-05-04", **FRANCE), seen("b", "马尔尚", "2026-06-01", **FRANCE), True),
        (seen("a", "Étienne Marchand", "2026-05-04", **FRANCE), seen("b", "Duval", "2026-06-01", **FRANCE), False),
        (seen("a", "Étienne Marchand", "2012-05-04", **FRANCE), seen("b", "Marchand", "2026-06-01", **FRANCE), False),
        (
            seen("a", "Étienne Marchand", "2026-05-04", **FRANCE),
            seen("b", "Marchand", "2026-06-01", country="FR", post="professor"),
            False,
        ),
        (
            seen("a", "Trần Quang Vinh", "2026-05-04", country="VN", post="head_of_state"),
            seen("b", "Vinh", "2026-06-01", country="VN", post="head_of_state"),
            True,
        ),
    ],
    ids=[
        "surname",
        "in signs",
        "both in signs",
        "another surname",
        "years apart",
        "no post of one holder",
        "given name",
    ],
)
def test_a_part_of_a_name_is_proposed_for_who_holds_its_post(one: Sighting, other: Sighting, proposed: bool) -> None:
    resolver = Resolver([one, other])
    assert [entity.sightings for entity in resolver.entities()] == [("a",), ("b",)]
    assert bool(resolver.proposals()) is proposed


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Swedish Minister Bo Ek met Vietnamese Minister Le Van An in Hanoi on May 3, 2026.",
            "2026-05-03",
        ),
        ("Swedish Minister Bo Ek met Vietnamese Minister Le Van An in Hanoi.", None),
    ],
)
def test_without_a_day_of_print_the_day_of_the_meeting_counts(text: str, day: str | None) -> None:
    (one, *_) = sightings_of(read(capture_of(text.encode())))
    assert (one.context.date.text if one.context.date else None) == day


CITY = "Ngày 8/3/2025, tại Đà Nẵng, Bí thư Thành ủy Đà Nẵng Tạ Văn Lộc và Chủ tịch UBND TP Hồ Minh Tuệ tiếp khách."


@pytest.mark.parametrize(
    ("other", "is_one"),
    [
        ("Chủ tịch UBND thành phố Đà Nẵng Hồ Minh Tuệ tiếp Đại sứ Lào Khamsing Vongsa.", True),
        ("Chủ tịch UBND tỉnh Nghệ An Hồ Minh Tuệ tiếp Đại sứ Lào Khamsing Vongsa.", False),
        ("Chủ tịch Hội Hữu nghị Việt Nam - Lào Hồ Minh Tuệ tiếp Đại sứ Lào Khamsing Vongsa.", False),
    ],
    ids=["the city of the page", "another province", "an association"],
)
def test_the_city_is_that_of_the_page(other: str, is_one: bool) -> None:
    pages = [CITY.replace("tiếp khách", "tiếp Đại sứ Trung Quốc Tiêu Gia Huệ"), other]
    some = [
        replace(one, id=f"{number}{one.id}")
        for number, text in enumerate(pages)
        for one in sightings_of(read(capture_of(text.encode())))
        if "Hồ Minh Tuệ" in one.names
    ]
    assert [len(entity.sightings) for entity in Resolver(some).entities()] == ([2] if is_one else [1, 1])


@pytest.mark.parametrize(
    ("mine", "its", "is_one"),
    [
        (("Bộ trưởng Ngoại giao", None), ("Bộ trưởng Bộ Ngoại giao Trung Quốc", "Bộ Ngoại giao Trung Quốc"), True),
        (("國防部長", "國防部"), ("中国国防部部长", "中国国防部"), True),
        (("Bộ trưởng Thương mại", None), ("Bộ trưởng Bộ Ngoại giao Trung Quốc", "Bộ Ngoại giao Trung Quốc"), False),
    ],
)
def test_a_ministry_named_with_its_country_and_without_it(mine: tuple, its: tuple, is_one: bool) -> None:
    posts = [PostHeld("minister", body, "CN", words) for words, body in (mine, its)]
    seen = [
        Sighting(id, ("陆伟",), Context("CN", (post,), date=Edtf(f"2024-05-0{day}")))
        for day, (id, post) in enumerate(zip("ab", posts, strict=True), 1)
    ]
    assert (len(Resolver(seen).entities()) == 1) is is_one
