"""Pages in a browser: WCAG 2.2 AA by axe, on a desk and a phone, light and dark, small in weight, plain on paper."""

import re
from collections.abc import Iterator
from importlib.resources import files

import pytest
from tests.register.homes import empty_register
from tests.web.test_site import CHROMIUM, served

from giaoluu import read, register, samples
from giaoluu.sources import captures

pytestmark = [
    pytest.mark.slow,
    pytest.mark.sqlite,
    pytest.mark.timeout(300),
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium is installed"),
]
SAMPLES = ("readout-vi", "readout-zh", "ceramics-en", "ceramics-vi", "forum-vi")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
MOST_BYTES = 200_000
SEEN = [
    ("vi", {"width": 1200, "height": 800}, "light"),
    ("en", {"width": 360, "height": 740}, "dark"),
]
WEIGHT = """[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  .reduce((sum, entry) => sum + entry.decodedBodySize, 0)"""
WIDE = """[...document.querySelectorAll('body *')].filter(e => e.checkVisibility()
  && e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('svg'))
  .map(e => e.outerHTML.slice(0, 90)).slice(0, 3)"""
ON_PAPER = "[...document.querySelectorAll('nav, .languages, .skip')].filter(e => e.checkVisibility()).length"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    """Give the address of a served register of linked samples, and the pages of each sort that it has."""
    with empty_register(tmp_path_factory.mktemp("wcag") / "home") as home:
        found = captures([str(samples.page_of(name)) for name in SAMPLES])
        assert register.ingest((capture, read(capture)) for capture in found).new == len(SAMPLES)
        register.link()
        pages = pages_of()
        with served(home) as address:
            yield address, pages


def pages_of() -> list[str]:
    """Return an address of each sort of page."""
    from giaoluu.register.models import Activity, Article, Occasion, Organisation, Person

    meeting = Activity.objects.filter(accounts__gt=1, kind="meeting")[0]
    person = Person.objects.filter(canonical=None, members__isnull=False)[0].pk
    body = Organisation.objects.filter(canonical=None, current=True).exclude(kind="delegation")[0].pk
    article = Article.objects.get(ident="readout-vi").pk
    fixed = (
        "", "activities", "activities?since=morgen", "people", "bodies", "articles", "statements", "commitments",
        "series", "places", "timeline", "network", "sources", "search?text=hu%E1%BA%BF", "review", "review/pairs",
        "review/decisions", "enter", "enter/new/activity", "paste", "sheets", "nowhere",
    )  # fmt: skip
    return [
        *fixed,
        f"activities/{meeting.pk}",
        f"activities/{meeting.pk}/beside/{meeting.members.all()[0].pk}",
        f"people/{person}",
        f"people/{person}/same?text=an",
        f"bodies/{body}",
        f"articles/{article}",
        f"review/articles/{article}",
        f"series/{Occasion.objects.filter(kind='series').order_by('pk')[0].pk}",
    ]


@pytest.mark.parametrize(("language", "viewport", "scheme"), SEEN, ids=["desk", "phone"])
def test_every_sort_of_page(site: tuple[str, list[str]], language: str, viewport: dict[str, int], scheme: str) -> None:
    from playwright.sync_api import sync_playwright

    address, pages = site
    axe = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
    faults: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(locale=language, viewport=viewport, color_scheme=scheme, bypass_csp=True)
        context.add_init_script(axe)
        page = context.new_page()
        page.on("request", lambda one: one.url.startswith((address, "data:")) or faults.append(f"asks {one.url}"))
        page.on("pageerror", lambda error: faults.append(f"script: {error}"))
        for name in pages:
            page.goto(address + name, wait_until="load")
            found = page.evaluate("tags => axe.run({runOnly: {type: 'tag', values: tags}})", TAGS)["violations"]
            faults += [f"{name}: {one['id']} {one['nodes'][0]['html'][:160]}" for one in found]
            faults += [f"{name}: wider than the window: {one}" for one in page.evaluate(WIDE)]
            if (weight := page.evaluate(WEIGHT)) > MOST_BYTES:
                faults.append(f"{name}: weighs {weight}")
            page.emulate_media(media="print")
            if shown := page.evaluate(ON_PAPER):
                faults.append(f"{name}: {shown} parts for the screen on paper")
            page.emulate_media(media="screen")
        browser.close()
    assert not faults, "\n".join(faults)


def test_the_menu_and_the_content_are_reached_by_keys(site: tuple[str, list[str]]) -> None:
    from playwright.sync_api import sync_playwright

    address, _ = site
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_context(locale="en", viewport={"width": 1200, "height": 800}).new_page()
        page.goto(f"{address}activities")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
        page.focus(".more summary")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert re.search("/commitments$", page.evaluate("document.activeElement.href"))
        page.keyboard.press("Escape")
        assert not page.evaluate("document.querySelector('.more').open")
        browser.close()
