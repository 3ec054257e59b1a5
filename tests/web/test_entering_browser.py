"""Entering in a real browser: pasted, accepted, found, undone; a mistake mended; two editors; a sheet with bad rows."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from tests.register.sheets import HEADERS, rows, xlsx_of
from tests.web.test_site import CHROMIUM, address

from giaoluu import samples
from giaoluu.register.entries import history
from giaoluu.register.models import Activity, Article, Judgement

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["address"]
pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="no chromium is installed")]

LOCALES = {"vi": "vi-VN", "en": "en-GB"}
PATIENCE = 40_000


@pytest.fixture
def home(empty_home):
    return empty_home


@contextmanager
def pages(language: str, count: int = 1) -> Iterator[list["Page"]]:
    """Open pages of browsers of their own; a fault of a script fails the test."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    errors: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        opened = [browser.new_context(locale=LOCALES[language]).new_page() for _ in range(count)]
        for page in opened:
            page.set_default_timeout(PATIENCE)
            page.on("pageerror", lambda error: errors.append(str(error)))
        yield opened
        browser.close()
    assert errors == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_pasted_looked_at_saved_found_and_undone(address, language):
    from playwright.sync_api import expect

    with pages(language) as (page,):
        page.goto(f"{address}paste")
        page.fill("#text", samples.page_of("readout-vi").read_text("utf-8"))
        page.locator("form.entry .main").click()
        shown = {"vi": "26/3/2026", "en": "26 March 2026"}[language]
        date = page.locator(f".told input[value='{shown}']").first
        row = page.locator("tr", has=page.locator(f"input[value='{shown}']")).first
        expect(row.locator("mark")).to_contain_text("26/3")
        assert row.evaluate("row => getComputedStyle(row).opacity") == "1"  # what is kept is never pale
        date.fill("27/3/2026")
        page.locator(".filling summary").first.click()
        page.locator("input[name$='participants.0.name']").first.fill("Phạm Thị Núi")
        page.keyboard.press("Control+Enter")
        page.wait_for_url(re.compile("/(activities/|paste/look$)"))
        assert page.locator(".notice[role=alert]").all_inner_texts() == []
        expect(page.locator("section[aria-labelledby=parties]")).to_contain_text("Phạm Thị Núi")
        page.goto(f"{address}search?text=luong+thuy+hoa")
        expect(page.locator("main")).to_contain_text("Lương Thụy Hoa")
        page.goto(f"{address}review/decisions")
        page.locator("form.undo button").first.click()
        page.wait_for_load_state()
    assert Judgement.objects.filter(verdict="undo").count() == 1
    assert Judgement.objects.filter(verdict="correct", correction="2026-03-27").exists()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_mistake_is_told_and_mended_by_hand(address, language):
    from playwright.sync_api import expect

    with pages(language) as (page,):
        page.goto(f"{address}enter/new/delegation-in")
        page.fill("#cell-title", "Đoàn hội hữu nghị thăm Huế")
        page.fill("#cell-date", "sớm thôi")
        page.locator("form.entry .main").click()
        expect(page.locator("#wrong")).to_be_focused()
        page.locator("#wrong a").click()
        expect(page.locator("#cell-title")).to_have_value("Đoàn hội hữu nghị thăm Huế")
        page.fill("#cell-date", "khoảng tháng 3/2024")
        page.locator("#cell-date").blur()
        expect(page.locator("#cell-date-understood")).to_contain_text("2024-03~")
        page.keyboard.press("Control+Enter")
        expect(page.get_by_role("status")).to_be_visible()
    assert Activity.objects.get().date == "2024-03~"


def test_two_editors_at_once(address):
    from playwright.sync_api import expect

    with pages("vi", count=2) as (mine, theirs):
        mine.goto(f"{address}enter/new/activity")
        mine.select_option("#cell-kind", "meeting")
        mine.fill("#cell-title", "Gặp gỡ hữu nghị")
        mine.locator("form.entry .main").click()
        mine.wait_for_url(re.compile("done=saved"))
        theirs.goto(mine.url)
        theirs.fill("#cell-place", "Huế")
        theirs.locator("form.entry .main").click()
        theirs.wait_for_url(re.compile("done=saved"))
        mine.fill("#cell-outcome", "ký biên bản")
        mine.locator("form.entry .main").click()
        expect(mine.locator("#clash")).to_contain_text("Huế")
        expect(mine.locator("#cell-place")).to_have_value("Huế")
        expect(mine.locator("#cell-outcome")).to_have_value("ký biên bản")
        mine.locator("form.entry .main").click()
        expect(mine.get_by_role("status")).to_be_visible()
    last = history(Article.objects.get(current=True).page)[0][1]
    assert (last.cells["place"], last.cells["outcome"]) == ("Huế", "ký biên bản")


@pytest.mark.timeout(300)
def test_a_sheet_of_five_thousand_rows_with_twenty_bad_ones(address, tmp_path):
    from playwright.sync_api import expect

    sheet = tmp_path / "đoàn vào.xlsx"
    sheet.write_bytes(xlsx_of([HEADERS, *rows(5000, bad=20)]))
    with pages("vi") as (page,):
        page.set_default_timeout(240_000)
        page.goto(f"{address}sheets")
        page.set_input_files("#file", sheet)
        page.locator("form.filters button").click()
        expect(page.locator(".fates")).to_contain_text("4980")
        expect(page.locator("section[aria-labelledby=errors] tbody tr")).to_have_count(20)
        page.locator("button[value=skip]").click(no_wait_after=True)
        page.wait_for_url(re.compile("/sheets/imports/"), timeout=240_000)
        expect(page.locator(".fates")).to_contain_text("4980")
    assert Activity.objects.filter(current=True).count() == 4980
