"""What is an exchange, wherever in the page the news stands."""

import pytest

from giaoluu.pipeline import read
from giaoluu.sources import capture_of

AT_WORK = "Năm {year}, Hội {name} chăm lo công tác hội viên ở {count} chi hội địa phương và in {prints} bản tin."
TERM = """{title}

20:15 | 14/9/2024 GMT+7

{review}

Ngày 14/9, tại Hà Nội, Hội {name} tổ chức Đại hội đại biểu toàn quốc lần thứ V, nhiệm kỳ 2024-2029.
"""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("hữu nghị Việt Nam - Thụy Điển", True),
        ("Chăn nuôi Việt Nam", False),
    ],
)
def test_a_congress_told_at_the_end_counts_where_its_body_stands_between_countries(name, expected):
    years = (AT_WORK.format(year=year, name=name, count=year % 100, prints=year * 3) for year in range(2008, 2024))
    page = TERM.format(title=f"Hội {name}: một nhiệm kỳ nhìn lại", review="\n\n".join(years), name=name)
    assert read(capture_of(page.encode())).is_exchange is expected
