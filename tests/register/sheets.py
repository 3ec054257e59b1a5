"""Sheets for tests: invented delegations between real places."""

import io
from datetime import date

HEADERS = (
    "STT", "Tên đoàn", "Trưởng đoàn", "Chức vụ", "Cơ quan mời", "Nước", "Số người", "Thời gian", "Nội dung",
    "Kết quả", "Kinh phí", "Mã hồ sơ phòng",
)  # fmt: skip
COUNTRIES = ("Lào", "Trung Quốc", "Thụy Điển", "Nhật Bản", "CHDCND Lào")
FAMILIES, GIVEN = ("Ekman", "Sisavath", "Lindqvist", "Keola", "Tanaka"), ("Lars", "Noy", "Maja", "Boun", "Aiko")


def rows(count: int, *, bad: int = 0) -> list[tuple]:
    """Return rows of delegations; the first `bad` of them, spread over the sheet, have a date that is none."""
    every = count // bad if bad else count + 1
    made = []
    for number in range(1, count + 1):
        day = f"{1 + number % 28}/{1 + number % 12}/{2005 + number % 20}"
        if bad and number % every == 0:
            day = "hôm nào đó"
        made.append((
            number, f"Đoàn hữu nghị số {number}", f"{GIVEN[number % 5]} {FAMILIES[number // 5 % 5]}", "Chủ tịch Hội",
            "Liên hiệp các tổ chức hữu nghị tỉnh", COUNTRIES[number % 5], 3 + number % 20, day,
            f"trao đổi về giáo dục; hợp tác số {number}", "", f"{number} triệu", f"HS-{number:05}",
        ))  # fmt: skip
    return made


def csv_of(headers, rows, *, separator: str = ",", encoding: str = "utf-8") -> bytes:
    """Return a CSV file."""
    import csv

    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=separator)
    writer.writerow(headers)
    writer.writerows(rows)
    return stream.getvalue().encode(encoding)


def xlsx_of(lines, *, merged=(), from_1904: bool = False, sheets=("Sheet1",)) -> bytes:
    """Return a workbook with lines of cells; `merged` are (first row, first column, last row, last column, value)."""
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True, "date_1904": from_1904}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name in sheets:
            page = book.add_worksheet(name)
        for number, line in enumerate(lines):
            for column, cell in enumerate(line):
                if isinstance(cell, date):
                    page.write_datetime(number, column, cell, day)
                elif isinstance(cell, str):
                    page.write_string(number, column, cell)
                elif cell is not None:
                    page.write(number, column, cell)
        for top, left, bottom, right, value in merged:
            page.merge_range(top, left, bottom, right, value)
    return stream.getvalue()
