"""Pictures that the server draws: bars by month or year, bodies around a circle."""

from datetime import date
from itertools import pairwise

import pytest

DAYS = [
    ([], (), False),
    ([("2025-03-11", "2025-03-11"), ("2025-05-01", "2025-05-31")], ("2025-03", "2025-04", "2025-05"), False),
    ([("1995-07-11", "1995-07-11"), ("1997-01-01", "1997-12-31")], ("1995-07",), False),
    ([("1995-07-11", "1995-07-11"), ("2006-02-01", "2006-02-28")], tuple(map(str, range(1995, 2007))), True),
    ([("1997-01-01", "1997-12-31")], ("1997",), True),
    ([("1990-01-01", "1999-12-31")], (), False),
    ([("1789-07-14", "1789-07-14"), ("2025-03-11", "2025-03-11")], tuple(map(str, range(1906, 2026))), True),
]


@pytest.mark.parametrize(("days", "times", "by_year"), DAYS)
def test_bars_by_month_or_where_those_are_too_many_by_year(home, days, times, by_year):
    from giaoluu.register.models import Activity
    from giaoluu.register.queries import ActivityFilter
    from giaoluu.web.drawing.timeline import LABEL, timeline

    row = Activity.objects.filter(current=True, main=True)[0]
    Activity.objects.exclude(pk=row.pk).delete()
    for place, span in enumerate(days):
        earliest, latest = map(date.fromisoformat, span)
        known = {"earliest": earliest, "latest": latest, "start": 0, "end": 1}
        Activity.objects.create(article=row.article, local=f"a{place + 90}", kind=row.kind, main=True, **known)
    Activity.objects.filter(pk=row.pk).delete()
    drawn = timeline(ActivityFilter())
    assert tuple(bar.time for bar in drawn.bars) == times
    assert drawn.by_year == by_year
    assert drawn.drawn + drawn.left_out == len(days)
    labelled = [bar.x for bar in drawn.bars if bar.year]
    assert bool(labelled) == bool(times)
    assert all(right - left >= LABEL for left, right in pairwise(labelled))


@pytest.mark.parametrize("count", [1, 2, 3, 17, 36])
def test_no_name_around_the_circle_lies_over_another(count):
    from giaoluu.web.drawing.network import RADIUS, SIZE, around

    places = list(around(count))
    assert len(set(places)) == count
    for is_right in (True, False):
        heights = sorted(y for x, y in places if (x >= SIZE / 2) == is_right)
        assert all(below - above > 16 for above, below in pairwise(heights))
        assert all(abs(y - SIZE / 2) <= RADIUS for y in heights)
