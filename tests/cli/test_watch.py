"""Feeds that are watched: what is new is taken in once, whatever fails, stops or stands in the way."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))  # for tests.register.homes
from tests.register.homes import empty_register
from tests.sources.sites import Site, a_site

PAGE = """<html><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>Chiều {day}/3/2024, tại Hà Nội, Thủ tướng Lê Văn Bình tiếp Đại sứ Lào Khampha Sisavath.</p>
<p>Thủ tướng Lê Văn Bình đánh giá cao những đóng góp của Đại sứ cho quan hệ hai nước.</p></article></body></html>"""


@pytest.fixture
def site() -> Iterator[Site]:
    with a_site() as running:
        yield running


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    with empty_register(tmp_path / "home") as folder:
        yield folder


@pytest.fixture
def watch(run, home: Path):
    """Return what watches once and returns the exit code, the pages that were told, and the complaints."""

    def watching(*arguments: object):
        done = run("watch", *arguments, "--once", "--pause", 0, "--json", "--register", home)
        return done.exit_code, [json.loads(line) for line in done.stdout.splitlines()], done.stderr

    return watching


def publish(site: Site, *numbers: int, version: str = "a", pages: bool = True) -> str:
    """Serve a feed of so many pages and return its address."""
    items = "".join(f"<item><title>Tin {n}</title><link>{{site}}/{n}</link></item>" for n in numbers)
    xml = f'<rss version="2.0"><channel><title>Tin vắn</title>{items}</channel></rss>'
    site.put("/rss", xml, "application/rss+xml; charset=utf-8", ETag=f'"{version}"')
    for number in numbers if pages else ():
        site.put(f"/{number}", PAGE.format(title=f"Thủ tướng tiếp Đại sứ Lào {number}", day=number))
    return f"{site.address}/rss"


def test_what_is_new_is_taken_in_once(site: Site, watch) -> None:
    feed = publish(site, 1, 2)
    code, pages, _ = watch(feed)
    assert code == 0
    assert [(page["outcome"], page["url"], page["exchange"]) for page in pages] == [
        ("new", f"{site.address}/{number}", True) for number in (1, 2)
    ]
    site.asked.clear()
    assert watch()[:2] == (0, [])
    assert site.asked == ["/rss"], "a feed that did not change names nothing that is asked for"

    publish(site, 3, 1, 2, version="b")
    site.asked.clear()
    _, pages, _ = watch(feed)
    assert [page["url"] for page in pages] == [f"{site.address}/3"]
    assert site.asked == ["/rss", "/robots.txt", "/3"]


def test_what_is_beyond_the_limit_comes_with_the_next_round(site: Site, watch) -> None:
    feed = publish(site, 1, 2, 3)
    rounds = [[page["url"][-1] for page in watch(feed, "--items", 2)[1]] for _ in range(3)]
    assert rounds == [["1", "2"], ["3"], []]


def test_a_page_that_is_gone_is_asked_for_three_times(site: Site, watch) -> None:
    feed = publish(site, 1, pages=False)
    codes = [watch(feed)[0] for _ in range(4)]
    assert codes == [1, 1, 1, 0]
    assert site.asked.count("/1") == 3


def test_a_feed_that_is_away_costs_no_other(site: Site, watch, tmp_path: Path) -> None:
    """It is told, kept for the sources page, and tried again."""
    feed, away = publish(site, 1), "http://127.0.0.1:9/rss"
    feeds = tmp_path / "feeds.txt"
    feeds.write_text(f"# Nguồn tin\n{away}\n\n{feed}\n{site.address}/1\n", encoding="utf-8")
    code, pages, complaints = watch(feeds)
    assert (code, len(pages)) == (1, 1)
    assert f"{away} could not be fetched" in complaints
    assert f"{site.address}/1 is no feed: give the address" in complaints
    from giaoluu.register.models import Feed

    kept = {one.address: one for one in Feed.objects.all()}
    assert (kept[feed].title, kept[feed].pages, kept[feed].failure) == ("Tin vắn", 1, "")
    assert kept[feed].read is not None
    assert "could not be fetched" in kept[away].failure
    assert kept[away].read is None


def test_only_one_program_watches_a_register(site: Site, watch) -> None:
    feed = publish(site, 1)
    watch(feed)
    from giaoluu.model.errors import RegisterError
    from giaoluu.register.watching import alone

    with alone(), pytest.raises(RegisterError, match="another giaoluu watches its feeds"), alone():
        pass
    with alone():
        code, pages, _ = watch(feed)
        assert (code, pages) == (1, [])
    assert watch(feed)[0] == 0


def test_a_page_in_place_of_a_feed_says_which_feeds_it_names(site: Site, watch) -> None:
    links = ('<link rel="alternate" type="application/rss+xml" href="/rss?a=1&amp;b=2">', '<link rel="icon" href="a">')
    site.put("/", f"<html><head>{''.join(links)}</head><body></body></html>")
    code, _, complaints = watch(f"{site.address}/")
    assert code == 1
    assert (
        f"is no feed: give the address of an RSS or Atom feed; this page names {site.address}/rss?a=1&b=2\n"
        in complaints
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--once"], "the register watches no feed yet"),
        (["https://example.org/rss", "--every", "1"], "is no span of a minute or more"),
        (["https://example.org/rss", "--every", "5s"], "is no span of a minute or more"),
        (["{list}", "--once"], "'example.org/rss' is no address: write one a line"),
    ],
)
def test_calls_that_make_no_sense_are_refused(
    run, home: Path, tmp_path: Path, arguments: list[str], message: str
) -> None:
    (tmp_path / "list.txt").write_text("example.org/rss\n")
    given = [one.replace("{list}", str(tmp_path / "list.txt")) for one in arguments]
    done = run("watch", *given, "--register", home)
    assert done.exit_code == 2
    assert message in done.stderr


def test_a_feed_that_is_taken_in_by_hand_is_known_too(site: Site, run, watch, home: Path) -> None:
    feed = publish(site, 1)
    arguments = ("ingest", feed, "--pause", 0, "--no-link", "--register", home)
    assert run(*arguments).output.startswith("1 new")
    site.asked.clear()
    assert run(*arguments).output.startswith("0 new")
    assert watch(feed)[1] == []
    assert "/1" not in site.asked


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs without asking them")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_it_stops_when_it_is_asked_to(site: Site, home: Path, sent: int, code: int) -> None:
    feed = publish(site, 1)
    command = [sys.executable, "-m", "giaoluu", "watch", feed, "--pause", "0", "--no-link", "--register", str(home)]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # what runs in the background ignores it
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline().startswith("new  ")
        program.send_signal(sent)
        output, complaints = program.communicate(timeout=60)
    assert (program.returncode, output) == (code, "")
    assert "Traceback" not in complaints
