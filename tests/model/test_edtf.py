"""Dates: what is allowed, what they mean, how they sort and meet."""

import pickle
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoluu.model.days import Precision
from giaoluu.model.edtf import Edtf
from giaoluu.model.errors import EdtfError

BOUNDS = [
    ("2025-01-05", date(2025, 1, 5), date(2025, 1, 5)),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2025", date(2025, 1, 1), date(2025, 12, 31)),
    ("201X", date(2010, 1, 1), date(2019, 12, 31)),
    ("20XX", date(2000, 1, 1), date(2099, 12, 31)),
    ("000X", date(1, 1, 1), date(9, 12, 31)),
    ("9XXX", date(9000, 1, 1), date(9999, 12, 31)),
    ("XXXX-09-23", None, None),
    ("XXXX", None, None),
    ("XXXX-02-29", None, None),
    ("2024-XX-05", date(2024, 1, 5), date(2024, 12, 5)),
    ("2024-XX-31", date(2024, 1, 31), date(2024, 12, 31)),
    ("2024-02-XX", date(2024, 2, 1), date(2024, 2, 29)),
    ("201X-02-29", date(2012, 2, 29), date(2016, 2, 29)),
    ("2024-21", date(2024, 3, 1), date(2024, 5, 31)),
    ("2023-24", date(2023, 12, 1), date(2024, 2, 29)),
    ("9999-24", date(9999, 12, 1), date(9999, 12, 31)),
    ("1950~", date(1950, 1, 1), date(1950, 12, 31)),
    ("2017/2023", date(2017, 1, 1), date(2023, 12, 31)),
    ("2017-05-03/2023?", date(2017, 5, 3), date(2023, 12, 31)),
    ("../2024-06-30", None, date(2024, 6, 30)),
    ("/2024", None, date(2024, 12, 31)),
    ("2024-06/..", date(2024, 6, 1), None),
    ("2024-06/", date(2024, 6, 1), None),
    ("XXXX-12-30/XXXX-01-02", None, None),
    ("2017/XXXX-05", date(2017, 1, 1), None),
]

REFUSED = [
    ("", "subset of EDTF"),
    ("tomorrow", "subset of EDTF"),
    ("2025-1", "subset of EDTF"),
    ("2025-01-05T10:00", "subset of EDTF"),
    (" 2025", "subset of EDTF"),
    ("2025\n", "subset of EDTF"),
    ("২০২৫", "subset of EDTF"),
    ("2O1X", "subset of EDTF"),
    ("X025", "subset of EDTF"),
    ("2025?~", "subset of EDTF"),
    ("2025-01~-05", "subset of EDTF"),
    ("12025", "subset of EDTF"),
    ("2024/2025/2026", "subset of EDTF"),
    ("2025-13", "no month 13"),
    ("2025-00", "no month 00"),
    ("2025-21-01", "no month 21"),
    ("2025-02-30", "the days of 2025-02 are 01 to 28"),
    ("2023-02-29", "the days of 2023-02 are 01 to 28"),
    ("201X-02-30", "the days of 201X-02 are 01 to 29"),
    ("XXXX-04-31", "the days of XXXX-04 are 01 to 30"),
    ("2024-XX-32", "the days of 2024-XX are 01 to 31"),
    ("2025-01-00", "the days of 2025-01 are 01 to 31"),
    ("0000", "the year 0000"),
    ("2023/2017", "ends before it starts"),
    ("../..", "neither start nor end"),
    ("/", "neither start nor end"),
    ("2024/2025-02-30", "'2024/2025-02-30' is in no calendar"),
]

YEARS = st.integers(1, 9999)
DAYS = st.dates()
TEXTS = st.one_of(
    DAYS.map(date.isoformat),
    DAYS.map(lambda day: day.isoformat()[:7]),
    YEARS.map("{:04}".format),
    st.integers(1, 999).map("{:03}X".format),
    DAYS.map(lambda day: f"XXXX{day.isoformat()[4:]}"),
    st.dates(date(2000, 1, 1), date(2030, 1, 1)).map(date.isoformat),
    st.tuples(DAYS, DAYS).map(lambda pair: "/".join(day.isoformat() for day in sorted(pair))),
    DAYS.map("{}/..".format),
    DAYS.map("../{}".format),
    st.tuples(DAYS, DAYS).map(lambda pair: "/".join(f"XXXX{day.isoformat()[4:]}" for day in pair)),
)
DATES = TEXTS.map(Edtf)


@pytest.mark.parametrize(("text", "earliest", "latest"), BOUNDS)
def test_bounds(text: str, earliest: date | None, latest: date | None) -> None:
    """Bounds are the first and last day that the text can mean."""
    day = Edtf(text)
    assert (day.earliest, day.latest, str(day)) == (earliest, latest, text)


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_refused(text: str, reason: str) -> None:
    """What is not in the subset, or in no calendar, is refused with what is allowed."""
    with pytest.raises(EdtfError, match=reason.replace("?", "[?]")):
        Edtf(text)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2025-01-05", Precision.DAY),
        ("XXXX-09-23", Precision.DAY),
        ("2024-XX-05", Precision.DAY),
        ("2025-01-XX", Precision.MONTH),
        ("2025-01~", Precision.MONTH),
        ("2025-22", Precision.SEASON),
        ("2025-XX-XX", Precision.YEAR),
        ("201X", Precision.DECADE),
        ("20XX", Precision.CENTURY),
        ("2XXX", Precision.MILLENNIUM),
        ("XXXX", Precision.NONE),
        ("2017/2023-05", Precision.YEAR),
        ("../2023-05", Precision.MONTH),
    ],
)
def test_precision(text: str, precision: Precision) -> None:
    """Precision is that of the finest part with digits, of the coarser end."""
    assert Edtf(text).precision is precision


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("1950", False, False),
        ("1950~", True, False),
        ("1950?", False, True),
        ("1950%", True, True),
        ("2017/2023~", True, False),
    ],
)
def test_qualifiers(text: str, approximate: bool, uncertain: bool) -> None:
    """`~` is about, `?` is not sure, `%` is both."""
    assert (Edtf(text).is_approximate, Edtf(text).is_uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [("2025", "2025", "2025"), ("2017/2023~", "2017", "2023~"), ("../2023", None, "2023"), ("2017/", "2017", None)],
)
def test_ends(text: str, start: str | None, end: str | None) -> None:
    """A date that is no interval starts and ends with itself; an end that is not told is None."""
    day = Edtf(text)
    assert (day.start and str(day.start), day.end and str(day.end)) == (start, end)
    assert day.is_interval is ("/" in text)


@pytest.mark.parametrize(
    ("text", "year", "filled"),
    [
        ("XXXX-09-23", 2024, "2024-09-23"),
        ("XXXX-09-20/XXXX-09-23", 2024, "2024-09-20/2024-09-23"),
        ("XXXX-12-30/XXXX-01-02", 2024, "2024-12-30/2025-01-02"),
        ("XXXX-12/XXXX-12", 2024, "2024-12/2024-12"),
        ("XXXX-09/..", 2024, "2024-09/.."),
        ("201X-05", 2014, "2014-05"),
        ("2023-05", 2024, "2023-05"),
        ("XXXX-02-29", 2024, "2024-02-29"),
    ],
)
def test_with_year(text: str, year: int, filled: str) -> None:
    """The masked year is filled, over the turn of the year too; a known year stays."""
    assert Edtf(text).with_year(year) == Edtf(filled)


@pytest.mark.parametrize(("text", "year"), [("XXXX-02-29", 2023), ("201X", 2024), ("XXXX", 0), ("XXXX", 10000)])
def test_with_year_refused(text: str, year: int) -> None:
    """A year that lacks the day or does not fit the mask is refused."""
    with pytest.raises(EdtfError):
        Edtf(text).with_year(year)


@pytest.mark.parametrize(
    ("left", "right", "overlap", "contain"),
    [
        ("2024-09", "2024-09-23", True, True),
        ("2024-09-23", "2024-09", True, False),
        ("2024-09-20/2024-09-23", "2024-09-23/2024-09-25", True, False),
        ("2024-09-20/2024-09-23", "2024-09-24", False, False),
        ("2024/..", "2025-01/..", True, True),
        ("2024/..", "2023-12-31", False, False),
        ("../2024", "2024-12-31", True, True),
        ("2024", "2024-06/", True, False),
        ("XXXX-09", "2024-09-23", True, True),
        ("2024-09", "XXXX-09-23", True, False),
        ("XXXX-09", "XXXX-09-23", True, True),
        ("XXXX-09", "XXXX-10-01", False, False),
        ("XXXX-12-30/XXXX-01-02", "2025-01-01", True, True),
        ("XXXX-12-30/XXXX-01-02", "XXXX-01-01", True, True),
        ("XXXX-01-01", "XXXX-12-30/XXXX-01-02", True, False),
        ("XXXX-02-29", "2023", False, False),
        ("1800/2100", "XXXX-02-29", True, False),
        ("201X", "2014-05", True, True),
        ("2017/XXXX-05", "2030", True, True),
    ],
)
def test_overlaps_and_contains(left: str, right: str, overlap: bool, contain: bool) -> None:
    """Two dates overlap where both may mean a day; one contains the other where no day of it lies outside."""
    assert Edtf(left).overlaps(Edtf(right)) is overlap
    assert Edtf(right).overlaps(Edtf(left)) is overlap
    assert Edtf(left).contains(Edtf(right)) is contain


def test_order() -> None:
    """By first day, then last day; open starts first, open ends last, masked years after all, by month and day."""
    texts = [
        "../2024",
        "2023",
        "2024-01-01",
        "2024-01",
        "2024",
        "2024/..",
        "2024-02",
        "XXXX-01-05",
        "XXXX-02-29",
        "XXXX-09",
    ]
    dates = [Edtf(text) for text in texts]
    assert sorted(dates[5:] + dates[:5]) == dates
    assert all(a < b and a <= b and b > a and b >= a and a != b for a, b in pairwise(dates))


@given(DATES, DATES)
def test_order_is_total(left: Edtf, right: Edtf) -> None:
    """Exactly one of before, same, after."""
    assert [left < right, left == right, left > right].count(True) == 1


@given(DATES, DATES)
def test_overlap_is_symmetric_and_follows_from_contains(left: Edtf, right: Edtf) -> None:
    """Overlap has no direction, and what is contained overlaps."""
    assert left.overlaps(right) == right.overlaps(left)
    assert right.overlaps(left) or not left.contains(right)


@given(DATES)
def test_contains_itself(day: Edtf) -> None:
    """Every date lies inside itself, survives a copy, and its text builds it again."""
    assert day.contains(day)
    assert pickle.loads(pickle.dumps(day)) == Edtf(str(day)) == day


@given(DAYS, st.integers(0, 4000))
def test_interval_holds_its_days_and_no_others(first: date, length: int) -> None:
    """An interval holds both of its ends and neither neighbour."""
    length = min(length, (date.max - first).days)
    last = first + timedelta(days=length)
    interval = Edtf(f"{first}/{last}")
    assert interval.contains(Edtf(first.isoformat()))
    assert interval.contains(Edtf(last.isoformat()))
    if last < date.max:
        assert not interval.overlaps(Edtf((last + timedelta(days=1)).isoformat()))


@given(DAYS)
def test_masked_year_meets_the_day_it_was_masked_from(day: date) -> None:
    """A day whose year is forgotten may still be that day."""
    masked = Edtf(f"XXXX{day.isoformat()[4:]}")
    assert masked.with_year(day.year) == Edtf(day.isoformat())
    assert masked.contains(Edtf(day.isoformat()))
    assert masked.overlaps(Edtf(f"{day.year:04}"))


@given(st.text("0123456789X-/.~?% ", max_size=24))
def test_any_text_is_a_date_or_is_refused_clearly(text: str) -> None:
    """Nothing but `EdtfError` comes out of a bad text, and it repeats the text."""
    try:
        said = str(Edtf(text))
    except EdtfError as error:
        said = str(error)
    assert said == text or repr(text) in said


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "text", ["2025-01-05", "2024-02", "2025", "201X", "2024-02-XX", "1950~", "2017/2023", "2017-05-03/2023-06?"]
)
def test_same_bounds_as_the_edtf_package(text: str) -> None:
    """The package of the same name, too slow for the reader, finds the same first and last day."""
    edtf = pytest.importorskip("edtf", reason="the edtf package is not installed")
    theirs = edtf.parse_edtf(text)
    found = [(day.tm_year, day.tm_mon, day.tm_mday) for day in (theirs.lower_strict(), theirs.upper_strict())]
    ours = [(day.year, day.month, day.day) for day in (Edtf(text).earliest, Edtf(text).latest) if day]
    assert found == ours
