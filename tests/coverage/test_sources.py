"""Whose account a report is: the credited body, the source that it names, the outlet, the address."""

from dataclasses import replace

import pytest
from tests.coverage.reports import report

from giaoluu.coverage.names import PrintedNames
from giaoluu.coverage.sources import origin_of
from giaoluu.model.spans import Cited

TEXT = "Ngày 5/3/2024, tại Hà Nội, Chủ tịch Hội Hữu nghị Việt Nam - Lào Đỗ Khắc Hiếu tiếp Đại sứ Lào Khamsing Vongsa."


@pytest.mark.parametrize(
    ("fields", "side", "reason"),
    [
        ({"credit": "TTXVN"}, "VN", "credited"),
        ({"credit": "Tân Hoa xã"}, "CN", "credited"),
        ({"source": "新华社", "url": "https://example.vn/1"}, "CN", "source"),
        ({"source": "https://www.people.com.cn/n1"}, "CN", "source"),
        ({"outlet": "Dagens Nyheter"}, "SE", "outlet"),
        ({"outlet": "A leaf", "url": "https://www.hue.gov.vn/tin"}, "VN", "address"),
        ({"url": "https://english.news.cn/20240305"}, "CN", "address"),
        ({"url": "https://example.co.uk/a"}, "GB", "address"),
        ({"url": "https://example.tv/a"}, None, None),
        ({"url": "https://example.org/a", "outlet": "A leaf"}, None, None),
        ({}, None, None),
    ],
)
def test_the_side_of_a_report(fields: dict[str, str], side: str | None, reason: str | None) -> None:
    reading = report("a", TEXT)
    span = reading.article.span(0, 4)
    cited = {
        name: Cited(value, span, "printed") if name in {"credit", "source"} else value for name, value in fields.items()
    }
    found = origin_of(replace(reading, article=replace(reading.article, **cited)), PrintedNames())
    assert found.side == side
    assert (reason or "") in (found.side_reason or "")
    assert (found.side_reason is None) is (side is None)
