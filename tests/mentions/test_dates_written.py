"""Dates as people write them into forms and sheets."""

import pytest

from giaoluu.mentions.dates_written import Answer, written_date
from giaoluu.model.edtf import Edtf

TODAY = Edtf("2026-11-22")


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("vi", "khoảng tháng 3/2024", "2024-03~"),
        ("en", "about March 2024", "2024-03~"),
        ("zh", "2024年3月左右", "2024-03~"),
        ("sv", "omkring mars 2024", "2024-03~"),
        ("vi", "2017–2023", "2017/2023"),
        ("vi", "2017 - 2023", "2017/2023"),
        ("vi", "đầu năm 2025", "2025"),
        ("en", "early 2025", "2025"),
        ("vi", "nửa đầu 2025", "2025"),
        ("vi", "5/3/2025", "2025-03-05"),
        ("en", "5/3/2025", "2025-03-05"),
        ("vi", "05.03.2025", "2025-03-05"),
        ("vi", "2025-03-05", "2025-03-05"),
        ("vi", "2025/3/5", "2025-03-05"),
        ("zh", "3月5日", "2026-03-05"),
        ("vi", "03/2024", "2024-03"),
        ("vi", "từ 5 đến 7/3/2025", "2025-03-05/2025-03-07"),
        ("vi", "5-7/3/2025", "2025-03-05/2025-03-07"),
        ("vi", "20/9 đến 2/10/2025", "2025-09-20/2025-10-02"),
        ("vi", "28/12 - 3/1/2025", "2024-12-28/2025-01-03"),
        ("vi", "03/3/2025 - 05/3/2025", "2025-03-03/2025-03-05"),
        ("vi", "tháng 3 - tháng 5/2024", "2024-03/2024-05"),
        ("zh", "2024年3月5日至8日", "2024-03-05/2024-03-08"),
        ("vi", "quý 2/2025", "2025-04/2025-06"),
        ("vi", "có lẽ năm 2019", "2019?"),
        ("vi", "2024?", "2024?"),
        ("vi", "từ 2019", "2019/.."),
        ("vi", "đến năm 2020", "../2020"),
        ("vi", "2024-03~", "2024-03~"),
        ("vi", "mùa xuân 2024", "2024-21"),
        ("vi", "nhiệm kỳ 2024–2029", "2024/2029"),
        ("vi", "Giai đoạn 2021 - 2025", "2021/2025"),
        ("sv", "mandatperioden 2024-2029", "2024/2029"),
    ],
)
def test_a_date_is_understood_as_it_was_meant(language, text, edtf):
    found = written_date(text, [language], TODAY)
    assert (found.answer, str(found.edtf)) == (Answer.DATE, edtf)


@pytest.mark.parametrize("text", ["about March 2024", "3月5日", "khoảng tháng 3/2024", "omkring mars 2024"])
def test_every_language_is_tried(text):
    assert written_date(text, ["en"], TODAY).answer is Answer.DATE


def test_a_plan_is_ahead():
    assert str(written_date("3月5日", ["zh"], TODAY, prefer="future").edtf) == "2027-03-05"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("", Answer.EMPTY),
        ("  ", Answer.EMPTY),
        ("?", Answer.UNKNOWN),
        ("không rõ", Answer.UNKNOWN),
        ("Unknown", Answer.UNKNOWN),
        ("不详", Answer.UNKNOWN),
        ("-", Answer.NOT_STATED),
        ("–", Answer.NOT_STATED),
        ("not stated", Answer.NOT_STATED),
        ("không nêu", Answer.NOT_STATED),
        ("sớm thôi", Answer.UNREADABLE),
        ("31/2/2025", Answer.UNREADABLE),
        ("2025-13-01", Answer.UNREADABLE),
        ("tháng 9/2025, tại Hà Nội", Answer.UNREADABLE),
        ("75 năm", Answer.UNREADABLE),
        ("5/3/2025 7/3/2025 9/3/2025", Answer.UNREADABLE),
        ("12345", Answer.UNREADABLE),
    ],
)
def test_what_is_no_date_is_never_guessed(text, answer):
    found = written_date(text, ["vi"], TODAY)
    assert (found.answer, found.edtf) == (answer, None)
