"""Take pictures of the pages of the sample register for docs/tutorial/tour.md: `make pictures`.

Needs Chromium; the pictures are smaller where Pillow is installed. `--all FOLDER` takes every page, in Vietnamese on a
desk and in English on a phone, to be looked at.
"""

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "images" / "tour"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SERVE = """
import sys
from pathlib import Path
from giaoluu.web import serve
serve(Path(sys.argv[1]), port=0, announce=lambda said: print(said, flush=True))
"""
PASTED = "delegation-vi"
"""The page that is pasted; the register holds the others."""

DESK, PHONE = {"width": 1180, "height": 760}, {"width": 390, "height": 780}
LOCALES = {"vi": "vi-VN", "en": "en-GB"}
COLOURS = 96
TOUR = {  # picture → page, language, on a phone
    "overview": ("overview", "vi", False),
    "activity": ("activity", "en", False),
    "activity-phone": ("activity", "vi", True),
    "article": ("article", "vi", False),
    "review": ("review", "vi", False),
    "paste": ("look", "vi", False),
    "enter": ("enter", "vi", False),
    "sides": ("comparison", "en", False),
    "commitments": ("commitments", "vi", False),
    "search": ("search", "en", False),
    "map": ("map", "vi", False),
    "timeline": ("timeline", "en", False),
    "search-phone": ("search", "vi", True),
}


def fill(home: Path) -> dict[str, str]:
    """Fill a register with the samples, and return the address of each page."""
    from giaoluu import read, register, samples
    from giaoluu.sources import captures

    register.open_register(home)
    known = [str(one) for one in samples.pages() if not one.name.startswith(PASTED)]
    register.ingest((capture, read(capture)) for capture in captures(known))
    register.link()
    from django.db import connections

    from giaoluu.register.models import Activity, Article, Organisation, Person
    from giaoluu.register.proposing import Wanted, propose

    told = Activity.objects.filter(current=True, main=True, canonical=None)
    meeting = told.filter(accounts__gt=1, article__ident="readout-vi").first() or told.order_by("-accounts")[0]
    other = Activity.objects.filter(canonical=meeting, current=True).order_by("pk")[0]
    article = Article.objects.get(ident="readout-vi")
    claim = article.claims.filter(property="place", weight__gt=0).order_by("-weight")[0]
    propose([Wanted(claim, f"{claim.value}, Quảng Tây")], who="Mai", why="theo thư mời")
    person = Person.objects.filter(current=True, canonical=None).order_by("pk")[0]
    body = Organisation.objects.filter(current=True, canonical=None).order_by("pk")[0]
    pages = {
        "overview": "", "activities": "activities",
        "activity": f"activities/{meeting.pk}", "article": f"articles/{article.pk}",
        "articles": "articles", "statements": "statements", "commitments": "commitments", "series": "series",
        "map": "places", "timeline": "timeline", "network": "network", "sources": "sources",
        "search": "search?text=luong+thuy+hoa", "review": f"review?claim={claim.pk}",
        "bulk": f"review/articles/{article.pk}",
        "pairs": "review/pairs", "decisions": "review/decisions", "bodies": "bodies", "body": f"bodies/{body.pk}",
        "people": "people", "person": f"people/{person.pk}", "same": f"people/{person.pk}/same?text=le",
        "comparison": f"activities/{meeting.pk}/beside/{other.pk}", "entries": "enter",
        "enter": "enter/new/delegation-in", "sheets": "sheets", "paste": "paste",
    }  # fmt: skip
    connections.close_all()
    return pages


@contextmanager
def served(home: Path) -> Iterator[str]:
    """Serve a register and return its address."""
    command = [sys.executable, "-c", SERVE, str(home)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        yield (process.stdout.readline() if process.stdout else "").strip()
        process.kill()


def take(browser: Any, address: str, page: str, language: str, *, phone: bool) -> bytes:
    """Return a picture of a page, as small as its few colours let it be."""
    from giaoluu import samples

    context = browser.new_context(viewport=PHONE if phone else DESK, locale=LOCALES[language], device_scale_factor=1)
    tab = context.new_page()
    if page == "look":
        tab.goto(f"{address}paste")
        tab.set_input_files("#file", samples.page_of(PASTED))
        tab.locator("form.entry .main").click()
        tab.wait_for_load_state()
    else:
        tab.goto(f"{address}{page}")
    taken: bytes = tab.screenshot(full_page="--all" in sys.argv)
    context.close()
    return smaller(taken) if find_spec("PIL") else taken


def smaller(picture: bytes) -> bytes:
    """Return a picture in few colours: pages have no more."""
    from PIL import Image

    stream = io.BytesIO()
    few = Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def main() -> None:
    """Take the pictures of the tour, or every page into a folder."""
    from playwright.sync_api import sync_playwright

    if CHROMIUM is None:
        sys.exit("chromium is not installed; on Debian and Ubuntu: apt install chromium")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        pages = fill(Path(folder) / "home")
        wanted = TOUR
        into = PICTURES
        if "--all" in sys.argv:
            into = Path(sys.argv[sys.argv.index("--all") + 1])
            every = [*pages, "look"]
            wanted = {f"{one}-vi": (one, "vi", False) for one in every}
            wanted |= {f"{one}-en-phone": (one, "en", True) for one in every}
        into.mkdir(parents=True, exist_ok=True)
        with served(Path(folder) / "home") as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
            for name, (page, language, phone) in wanted.items():
                where = page if page == "look" else pages[page]
                (into / f"{name}.png").write_bytes(take(browser, address, where, language, phone=phone))
            browser.close()


if __name__ == "__main__":
    main()
