"""Names of series and programmes: one under several spellings, short names of one text, and what stays apart."""

import pytest

from giaoluu.identities.occasions import fuller_names, occasion_name

SAME = [
    ("Diễn đàn nhân dân Việt - Trung", "Diễn đàn Nhân dân Việt-Trung"),
    ("Diễn đàn nhân dân Việt - Trung", "Diễn đàn nhân dân Việt Nam – Trung Quốc"),
    ("中越人民论坛", "越中人民論壇"),
    ("the Sweden-Vietnam Choir Week", "The Vietnam-Sweden Choir Week"),
]
APART = [
    ("Diễn đàn nhân dân Việt - Trung", "Diễn đàn nhân dân Việt - Lào"),
    ("Diễn đàn nhân dân Việt - Trung", "Diễn đàn thanh niên Việt - Trung"),
    ("Liên hoan Việt - Trung tại Huế", "Liên hoan Việt - Trung tại Đà Nẵng"),
    ("中越青年论坛", "中越青年大联欢"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_series(one: str, other: str) -> None:
    assert occasion_name(one).key == occasion_name(other).key


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_series(one: str, other: str) -> None:
    assert occasion_name(one).key != occasion_name(other).key


@pytest.mark.parametrize(
    ("titles", "told"),
    [
        (["Đại hội đại biểu Hội Hữu nghị Việt Nam - Lào", "Đại hội đại biểu"], {"1": "0"}),
        (["Diễn đàn", "Diễn đàn thanh niên Việt - Nga"], {"0": "1"}),
        (["Diễn đàn thanh niên Việt - Nga", "Diễn đàn thanh niên Việt - Lào", "Diễn đàn"], {}),
        (["Diễn đàn thanh niên Việt - Nga", "Lễ hội"], {}),
        (["Diễn đàn"], {}),
        ([], {}),
    ],
)
def test_a_short_name_is_the_fuller_one_of_its_text(titles: list[str], told: dict[str, str]) -> None:
    assert fuller_names({str(place): occasion_name(title) for place, title in enumerate(titles)}) == told
