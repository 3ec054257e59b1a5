"""Sheets of offices: read whatever they look like, planned row by row, imported whole or not at all, and given back."""

import io
import re
import unicodedata
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from tests.register.sheets import HEADERS, csv_of, rows, xlsx_of

from giaoluu.register import integrity, link, merge
from giaoluu.register.entries import aside_of, save
from giaoluu.register.entries.saving import entries_from
from giaoluu.register.models import Activity, Article, Question, SheetRow
from giaoluu.register.sheets import (
    Layout,
    RowsRefusedError,
    SheetError,
    complaints,
    exported,
    import_plan,
    layout_for,
    layout_of,
    plan,
    propose,
    read_table,
    rows_of_layout,
    sheet_bytes,
    take_back_import,
    template_layout,
)
from giaoluu.register.sheets.cells import written
from giaoluu.register.sheets.exporting import defused

TONES = set("\u0300\u0301\u0303\u0309\u0323")

DELEGATIONS = (
    "index", "delegation", "head", "head_post", "host", "country", "persons", "date", "topics", "outcome", "budget", "",
)  # fmt: skip
APART = 10
"""The column that is kept apart."""

ENGLISH = ("No.", "Delegation", "Head", "Country", "Results")


def layout_of_table(table) -> Layout:
    found = propose(table.headers)
    return Layout(table.headers, found.columns, found.language, {"kind": "visit", "direction": "in", "status": "held"})


def imported(content: bytes, name: str = "đoàn vào.csv", **options):
    table = read_table(name, content)
    return import_plan(plan(table, layout_of_table(table)), content, who="An", **options)


def tones_apart(cells) -> list:
    """Return cells as cp1258 spells them: a letter with its circumflex, breve or horn, the tone mark behind it."""

    def apart(text: str) -> str:
        parted = unicodedata.normalize("NFD", text)
        groups = re.findall(r"[^\u0300-\u036f][\u0300-\u036f]*", parted)
        letters = ("".join(mark for mark in group if mark not in TONES) for group in groups)
        tones = ("".join(mark for mark in group if mark in TONES) for group in groups)
        return "".join(unicodedata.normalize("NFC", one) + tone for one, tone in zip(letters, tones, strict=True))

    return [apart(cell) if isinstance(cell, str) else cell for cell in cells]


def changed(entry, **cells):
    return replace(entry, cells={**entry.cells, **cells})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_of_any_encoding_and_separator(encoding, separator):
    headers = ("STT", "Tên đoàn", "Nước", "Ghi chú")
    lines = [(1, "Đoàn Hội; hữu nghị, Huế", "Lào", "hai\ndòng"), (2, "Đoàn Sở Ngoại vụ", "Thụy Điển", "")] * 4
    if encoding == "cp1258":  # which writes tone marks behind their letter
        content = csv_of(tones_apart(headers), map(tones_apart, lines), separator=separator, encoding=encoding)
    else:
        content = csv_of(headers, lines, separator=separator, encoding=encoding)
    table = read_table("a.csv", content)
    assert table.headers == headers
    assert table.rows[0][1][1:] == ("Đoàn Hội; hữu nghị, Huế", "Lào", "hai\ndòng")


def test_titles_numbering_and_empty_rows_are_no_rows():
    lines = [
        ("BẢNG TỔNG HỢP ĐOÀN VÀO NĂM 2025",), (), HEADERS[:6], ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
        (1, "Đoàn A", "Lars Ekman", "Chủ tịch", "Sở", "Lào"), (), (2, "Đoàn B", "Noy Keola", "", "Sở", "Lào"),
    ]  # fmt: skip
    table = read_table("a.xlsx", xlsx_of(lines))
    assert (table.headers, table.header_row) == (HEADERS[:6], 3)
    assert [(number, row[1]) for number, row in table.rows] == [(5, "Đoàn A"), (7, "Đoàn B")]


def test_merged_cells_are_each_of_them_and_two_rows_of_headers_are_one():
    lines = [
        ("STT", "Tên đoàn", None, None, "Nước"),
        (None, None, "Họ và tên", "Chức vụ", None),
        (1, "Đoàn A", "Lars Ekman", "Chủ tịch", None),
        (2, "Đoàn B", "Noy Keola", "Bí thư", None),
    ]
    merged = [(0, 2, 0, 3, "Trưởng đoàn"), (2, 4, 3, 4, "Lào")]
    table = read_table("a.xlsx", xlsx_of(lines, merged=merged))
    assert table.headers == ("STT", "Tên đoàn", "Trưởng đoàn / Họ và tên", "Trưởng đoàn / Chức vụ", "Nước")
    assert [row[4] for _n, row in table.rows] == ["Lào", "Lào"]
    assert propose(table.headers).columns == ("index", "delegation", "head", "head_post", "country")


@pytest.mark.parametrize("from_1904", [False, True])
def test_days_of_either_calendar_are_days(from_1904):
    lines = [("Tên đoàn", "Thời gian", "Số người"), ("Đoàn A", date(2025, 3, 5), 12)] * 2
    table = read_table("a.xlsx", xlsx_of(lines[:2], from_1904=from_1904))
    assert [written(cell) for cell in table.rows[0][1]] == ["Đoàn A", "2025-03-05", "12"]


def test_the_sheet_with_the_table_is_found():
    content = xlsx_of([("Tên đoàn", "Nước"), ("Đoàn A", "Lào")], sheets=("Bìa", "Số liệu"))
    assert read_table("a.xlsx", content).sheet == "Số liệu"
    with pytest.raises(SheetError, match="no sheet 'X'"):
        read_table("a.xlsx", content, sheet="X")


def zip_of_another_kind() -> bytes:
    """Return an archive that says it takes a later program to unpack it."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
    content = bytearray(written.getvalue())
    content[content.index(b"PK\x01\x02") + 6] = 99
    return bytes(content)


def test_a_small_figure_above_the_line_is_no_number_of_a_column():
    table = read_table("a.csv", "STT;Tên đoàn;Nước\n¹;²;³\n1;Đoàn Huế;Lào\n".encode())
    assert [row[1] for _number, row in table.rows][-1] == "Đoàn Huế"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "empty"),
        (b"PK\x03\x04nothing", "damaged"),
        (zip_of_another_kind(), "damaged"),
        (b"\xd0\xcf\x11\xe0nothing", "no sheet that can be read"),
        (b"\x89PNG\x00\x00", "no sheet that can be read"),
        (b"one column\nand no more\n", "single column"),
        ("Tên đoàn,Nước\n".encode(), "no rows|no row of headers"),
    ],
)
def test_a_wrong_file_is_told_in_words(content, told):
    with pytest.raises(SheetError, match=told):
        read_table("a.xlsx", content)


@pytest.mark.parametrize(
    ("headers", "columns", "language"),
    [
        (HEADERS, DELEGATIONS, "vi"),
        (("TEN DOAN", "Số người (lượt)", "Thời gian:"), ("delegation", "persons", "date"), "vi"),
        (ENGLISH, ("index", "delegation", "head", "country", "outcome"), "en"),
        (("序号", "团组名称", "团长", "国别", "人数"), ("index", "delegation", "head", "country", "persons"), "zh"),
        (("Nr", "Delegation", "Land", "Antal personer"), ("index", "delegation", "country", "persons"), "sv"),
        (("Ngày đến", "Ngày đi"), ("date", "until"), "vi"),
        (("Ngày đi", "Ngày về"), ("date", "until"), "vi"),
        (("Từ ngày", "Đến ngày"), ("date", "until"), "vi"),
        (("Arrival", "Departure"), ("date", "until"), "en"),
        (("Thời giann", "Kết qủa", "Màu sắc"), ("date", "outcome", ""), "vi"),
    ],
)  # fmt: skip
def test_headers_are_recognised_in_four_languages(headers, columns, language):
    found = propose(headers)
    assert (found.columns, found.language) == (columns, language)


def test_rows_become_entries_and_the_same_sheet_again_changes_nothing(home):
    content = csv_of(HEADERS, rows(12))
    made = imported(content)
    assert made.counts["new"] == 12
    row = Activity.objects.get(parties__contains="Đoàn hữu nghị số 3")
    assert (row.kind, row.mode, row.date, row.countries) == ("visit", "delegation_in", "2008-04-04", "JP")
    assert Article.objects.first().readings.get().packs == [["entry", "1"]]
    assert aside_of(SheetRow.objects.get(number=2).page) == {"budget": "1 triệu"}
    again = plan(read_table("đoàn vào (1).csv", content), layout_of_table(read_table("a.csv", content)))
    assert again.counts["same"] == 12
    assert not Article.objects.filter(version=2).exists()
    assert list(integrity()) == []


def test_bad_rows_stop_all_or_are_left_out_as_asked(home):
    content = csv_of(HEADERS, rows(20, bad=4))
    table = read_table("đoàn vào.csv", content)
    made = plan(table, layout_of_table(table))
    assert [told.partition(": ")[0] for told in complaints(made)] == [f"row {n}, Thời gian" for n in (6, 11, 16, 21)]
    with pytest.raises(RowsRefusedError):
        import_plan(made, content, who="An")
    assert not Article.objects.exists()
    assert not SheetRow.objects.exists()
    import_plan(made, content, who="An", skip_errors=True)
    assert Activity.objects.count() == 16


def test_a_changed_row_is_a_version_and_edits_of_the_register_stay(home):
    before = [list(row) for row in rows(6)]
    imported(csv_of(HEADERS, before))
    held = SheetRow.objects.get(number=3)
    entry = entries_from([held.page])[held.page]
    save(
        type(entry)(
            **{**{name: getattr(entry, name) for name in entry.__slots__}, "cells": {**entry.cells, "place": "Huế"}}
        ),
        who="Bình",
    )
    before[1][6] = 44
    table = read_table("đoàn vào.csv", csv_of(HEADERS, before))
    made = plan(table, layout_of_table(table))
    assert {name: count for name, count in made.counts.items() if count} == {"same": 5, "changed": 1}
    import_plan(made, csv_of(HEADERS, before), who="An")
    now = entries_from([held.page])[held.page]
    assert (now.cells["persons"], now.cells["place"]) == ("44", "Huế")
    assert Activity.objects.filter(current=True).count() == 6


@pytest.mark.parametrize(
    ("days", "edtf"),
    [
        (("12/3/2026", "15/3/2026"), "2026-03-12/2026-03-15"),
        (("12/3/2026", "12/3/2026"), "2026-03-12"),
        (("12/3/2026", ""), "2026-03-12"),
        (("", "15/3/2026"), "2026-03-15"),
        (("15/3/2026", "12/3/2026"), ""),
        (("32/13/2026", "15/3/2026"), ""),
    ],
)
def test_the_first_and_the_last_day_are_one_date_and_two_columns_again(home, days, edtf):
    headers = ("Tên đoàn", "Ngày đến", "Ngày đi", "Nước")
    imported(csv_of(headers, [("Đoàn Uppsala", *days, "Thụy Điển")]), skip_errors=True)
    assert [row.date for row in Activity.objects.filter(current=True)] == ([edtf] if edtf else [])
    if edtf:
        known = layout_for(headers)
        ((_name, *cells, _country),) = exported(rows_of_layout(known), layout_of(known))
        assert tuple(written(cell) for cell in cells) == days


@pytest.mark.parametrize(
    ("changed", "days"),
    [
        ("13/3/2026 - 16/3/2026", ("2026-03-13", "2026-03-16")),
        ("13/3/2026", ("2026-03-13", "")),
        ("tháng 3/2026", ("2026-03", "")),
    ],
)
def test_a_changed_date_goes_back_into_its_two_columns(home, changed, days):
    headers = ("Tên đoàn", "Ngày đến", "Ngày đi", "Nước")
    imported(csv_of(headers, [("Đoàn Uppsala", "12/3/2026", "15/3/2026", "Thụy Điển")]))
    (entry,) = entries_from([SheetRow.objects.get().page]).values()
    save(replace(entry, cells={**entry.cells, "date": changed}), who="Bình")
    known = layout_for(headers)
    ((_name, *cells, _country),) = exported(rows_of_layout(known), layout_of(known))
    assert tuple(written(cell) for cell in cells) == days


def test_what_is_exported_is_the_sheet_again(home):
    lines = [list(row) for row in rows(5)]
    lines[2][8] = "=1+1"
    imported(xlsx_of([HEADERS, *lines]), "đoàn vào.xlsx")
    known = layout_for(HEADERS)
    for ending in (".xlsx", ".csv"):
        content, count = sheet_bytes(ending, layout_of(known), exported(rows_of_layout(known), layout_of(known)))
        table = read_table(f"out{ending}", content)
        assert (table.headers, count) == (HEADERS, 5)
        for (_number, cells), line in zip(table.rows, lines, strict=True):
            told = [written(cell) for cell in cells]
            assert told == [written(cell) if place != APART else "" for place, cell in enumerate(line)]
    whole = list(exported(rows_of_layout(known), layout_of(known), with_internal=True))
    assert whole[0][10] == "1 triệu"


@pytest.mark.parametrize("cell", ["=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(cell):
    assert str(defused(cell)).startswith("'")
    content, _ = sheet_bytes(".xlsx", Layout(("a", "b"), ("", ""), "en"), [(cell, "x")])
    import io
    import zipfile

    page = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in page


def test_an_import_is_taken_back_but_for_what_was_edited_since(home):
    made = imported(csv_of(HEADERS, rows(5)))
    held = SheetRow.objects.get(number=2)
    entry = entries_from([held.page])[held.page]
    save(
        type(entry)(
            **{**{name: getattr(entry, name) for name in entry.__slots__}, "cells": {**entry.cells, "place": "Huế"}}
        ),
        who="Bình",
    )
    assert take_back_import(made, who="An") == [held.page]
    assert Activity.objects.filter(current=True).count() == 1
    assert imported(csv_of(HEADERS, rows(5))).counts["new"] == 4


def test_templates_are_recognised_as_what_they_are(home):
    for name in ("delegations", "activities"):
        for language in ("vi", "en", "zh", "sv"):
            layout = template_layout(name, language)
            assert propose(layout.headers).columns == layout.columns
            assert sheet_bytes(".xlsx", layout, (), lists=True)[1] == 0


@pytest.mark.slow
def test_a_sheet_of_five_thousand_rows_with_twenty_bad_ones(home):
    content = xlsx_of([HEADERS, *rows(5000, bad=20)])
    table = read_table("đoàn vào.xlsx", content)
    made = plan(table, layout_of_table(table))
    assert (made.counts["new"], made.counts["error"]) == (4980, 20)
    with pytest.raises(RowsRefusedError):
        import_plan(made, content, who="An")
    assert not Article.objects.exists()
    import_plan(made, content, who="An", skip_errors=True)
    assert Activity.objects.filter(current=True).count() == 4980
    assert plan(table, layout_of_table(table)).counts["same"] == 4980


def test_rows_of_one_sheet_are_never_made_one_without_a_person(home):
    told = ("", "Đoàn Hội hữu nghị", "Trần Văn Sông", "Chủ tịch Hội", "", "Lào", 5, "3/3/2024", "giáo dục", "", "", "")
    imported(csv_of(HEADERS, [(1, *told[1:]), (2, *told[1:6], 9, *told[7:])]))
    link(everything=True)
    rows = list(Activity.objects.filter(current=True).order_by("pk"))
    assert [row.canonical_id for row in rows] == [None, None]
    question = Question.objects.get(sort="activity")
    assert {question.left, question.right} == {row.pk for row in rows}
    merge(*rows, who="An")
    assert Activity.objects.filter(current=True, canonical=None).count() == 1
    link(everything=True)
    assert Activity.objects.filter(current=True, canonical=None).count() == 1
