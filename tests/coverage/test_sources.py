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


SIGNED = (
    ("vi", f"Hà Nội, 5/3/2024 (TTXVN) - {TEXT}\nHai bên trao đổi về giao lưu nhân dân.", "TTXVN", "VN"),
    ("zh", "新华社河内3月5日电 越南老挝友好协会主席5日在河内会见老挝大使。\n双方交换意见。", "新华社", "CN"),
    ("sign", "外交部长江海川2024年3月5日在北京会见老挝大使。\n双方就人文交流交换意见。\n外交部网站", "外交部", "CN"),
    ("sv", "Utrikesminister Ulla Ek träffade Laos ambassadör.\nDe talade om handel.\nUtrikesdepartementet", None, "SE"),
    ("body", f"{TEXT}\nHai bên trao đổi về giao lưu nhân dân.\nHội Hữu nghị Việt Nam - Lào", None, "VN"),
    ("label", f"{TEXT}\nHai bên trao đổi.\n(Theo Hội Hữu nghị Việt Nam - Lào)", None, "VN"),
    ("sentence", f"{TEXT}\nHai bên trao đổi về giao lưu.\nDự buổi tiếp có Đại sứ quán Lào.", "", None),
    ("alone", TEXT, "", None),
)


@pytest.mark.parametrize(("name", "text", "words", "side"), SIGNED, ids=[one[0] for one in SIGNED])
def test_a_report_signed_without_a_label(name: str, text: str, words: str | None, side: str | None) -> None:
    found = origin_of(report(name, text), PrintedNames())
    assert found.side == side
    assert words is None or (found.source_words or "") == words
