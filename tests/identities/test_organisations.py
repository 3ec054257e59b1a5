"""Organisations: one under its names in four languages; country, place and level keep apart."""

from itertools import combinations
from pathlib import Path

import pytest

from giaoluu.identities.organisations import Slots, match_organisations
from giaoluu.identities.verdicts import Decision

SHARED = Path(__file__).parents[2].parent / "shared" / "names" / "organisations.tsv"


@pytest.mark.parametrize(
    "names",
    [
        (
            "Đại sứ quán Thụy Điển tại Việt Nam",
            "瑞典驻越南大使馆",
            "Embassy of Sweden in Vietnam",
            "Sveriges ambassad i Vietnam",
        ),
        ("Bộ Y tế Việt Nam", "越南卫生部", "Ministry of Health of Vietnam"),
        ("Hội Hữu nghị Việt Nam - Thụy Điển", "越南瑞典友好协会", "Vietnam-Sweden Friendship Association"),
        ("Tòa án nhân dân tối cao Việt Nam", "越南最高人民法院", "Supreme People's Court of Vietnam"),
        ("Ngân hàng Nhà nước Lào", "Ngân hàng nhà nước Lào"),
        ("Liên hợp quốc", "联合国", "聯合國", "UN", "FN"),
        ("Liên minh châu Âu", "欧盟", "the European Union", "EU"),
    ],
)
def test_names_of_one_organisation(names: tuple[str, ...]) -> None:
    verdicts = {pair: match_organisations(*pair).decision for pair in combinations(names, 2)}
    assert Decision.DIFFERENT not in verdicts.values()
    assert Decision.SAME in verdicts.values()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hội Hữu nghị Việt Nam - Trung Quốc", "Hội Hữu nghị Việt Nam - Campuchia"),
        ("Hội Hữu nghị Việt Nam - Trung Quốc", "Hội Hữu nghị Trung Quốc - Việt Nam"),
        ("Hội Hữu nghị Việt - Trung", "越老友好协会"),
        ("Hội Hữu nghị Việt Nam - Trung Quốc", "Hội Hữu nghị Việt Nam - Trung Quốc tỉnh Quảng Ninh"),
        ("Hội Hữu nghị Việt Nam - Trung Quốc", "Chi hội Hữu nghị Việt Nam - Trung Quốc"),
        ("Hội Hữu nghị Việt - Trung tỉnh Lạng Sơn", "Hội Hữu nghị Việt - Trung tỉnh Quảng Ninh"),
        ("Đại sứ quán Việt Nam tại Trung Quốc", "Đại sứ quán Trung Quốc tại Việt Nam"),
        ("Embassy of Vietnam in China", "越南驻老挝大使馆"),
        ("Bộ Quốc phòng Việt Nam", "中国国防部"),
        ("Bộ Ngoại giao Việt Nam", "Bộ Quốc phòng Việt Nam"),
        ("Hội Liên hiệp Phụ nữ Việt Nam", "Hội Nông dân Việt Nam"),
        ("越共", "中共"),
        ("Hội đồng châu Âu", "Europarådet"),
        ("联合国安理会", "United Nations"),
    ],
)
def test_slots_and_notions_keep_apart(one: str, other: str) -> None:
    verdict = match_organisations(one, other)
    assert verdict.decision is Decision.DIFFERENT
    assert verdict.reason


@pytest.mark.parametrize(
    ("one", "other", "decision"),
    [
        ("Ambassade du Viet Nam en Suède", "Ambassade du Viet Nam en Chine", Decision.DIFFERENT),
        ("Association d'amitié France-Laos", "Association d'amitié France-Laos", Decision.SAME),
        ("Lycée de la Concorde", "Lycée de la Concorde", Decision.REVIEW),
    ],
)
def test_a_language_without_words_for_notions_still_has_countries(one: str, other: str, decision: Decision) -> None:
    assert match_organisations(one, other).decision is decision


@pytest.mark.parametrize(
    ("ours", "theirs", "decision"),
    [
        (Slots("VN"), Slots("VN"), Decision.SAME),
        (Slots("VN"), Slots("CN"), Decision.DIFFERENT),
        (Slots("VN"), Slots(), Decision.REVIEW),
        (Slots("VN", level="central"), Slots("VN", level="province"), Decision.DIFFERENT),
        (Slots("VN", parent="front"), Slots("VN", parent="party"), Decision.DIFFERENT),
    ],
)
def test_known_slots_decide_over_a_bare_name(ours: Slots, theirs: Slots, decision: Decision) -> None:
    assert match_organisations("Bộ Ngoại giao", "外交部", slots_a=ours, slots_b=theirs).decision is decision


def test_organisations_in_three_languages_rank_first() -> None:
    if not SHARED.is_file():
        pytest.skip("the list of organisations does not lie beside the checkout")
    rows = [line.split("\t") for line in SHARED.read_text(encoding="utf-8").splitlines()[1:]]
    for source, target in ((0, 1), (1, 0), (1, 2), (2, 0)):
        names = [row[target] for row in rows]
        best = [max(names, key=lambda name: match_organisations(row[source], name).score) for row in rows]
        assert sum(found == row[target] for found, row in zip(best, rows, strict=True)) / len(rows) >= 0.9
        merged = {
            (row[source], name) for row in rows for name in names if name != row[target] and is_same(row[source], name)
        }
        assert merged == set()


def is_same(one: str, other: str) -> bool:
    return match_organisations(one, other).decision is Decision.SAME
