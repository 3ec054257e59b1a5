"""Review over the site: decided, corrected, taken back; by buttons without a script, and by keys in a browser."""

import re
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from tests.web.test_pages import Tags, words
from tests.web.test_site import CHROMIUM, address

from giaoluu.register import reviewing, waiting
from giaoluu.register.models import Activity, Claim, Judgement

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["address"]


@pytest.fixture
def client(home) -> Client:
    return Client(headers={"host": "localhost", "accept-language": "en"})


def date_claim() -> Claim:
    return Claim.objects.get(property="date", value="2025-03-11", article__current=True)


def post(client, claim: Claim, verdict: str, **more):
    return client.post(
        f"/review/{claim.pk}", {"verdict": verdict, "seen": f"{claim.verdict} {claim.corrected}", **more}
    )


def test_a_number_that_was_not_counted_to_its_end_says_so(get, monkeypatch):
    waits = waiting().count()
    assert f"{waits} claims" in get("/review")
    monkeypatch.setattr(reviewing, "MOST_COUNTED", waits)
    assert "more than" not in get("/review")
    monkeypatch.setattr(reviewing, "MOST_COUNTED", waits - 1)
    assert f"more than {waits - 1} claims" in get("/review")


def test_the_queue_shows_one_claim_with_its_sentence_in_its_article(get):
    first = waiting().first()
    html = get("/review")
    assert f'action="/review/{first.pk}"' in html
    assert len(re.findall(r'<mark class="[^"]*chosen', html)) >= 1
    assert "Thủ tướng tiếp Đại sứ Lào" not in html  # furniture
    assert "Chấp nhận" in get("/review", language="vi")


def test_decided_the_next_one_comes_and_undo_brings_it_back(client):
    queue = list(waiting())
    answer = client.get(post(client, queue[0], "accept").headers["Location"])
    html = answer.content.decode()
    assert f'action="/review/{queue[1].pk}"' in html
    made = Judgement.objects.get()
    assert made.verdict == "accept"
    assert made.who
    back = re.search(r'name="back" value="([^"]+)"', html)[1]
    again = client.post(f"/review/decisions/{made.pk}/undo", {"back": back})
    assert f'action="/review/{queue[0].pk}"' in client.get(again.headers["Location"]).content.decode()
    assert waiting().count() == len(queue)


def test_a_correction_is_seen_on_the_page_of_the_activity(client):
    post(client, date_claim(), "correct", value="2025-03-12", why="the caption")
    html = client.get(f"/activities/{Activity.objects.get(kind='meeting').pk}").content.decode()
    assert "12 March 2025" in words(html)
    assert "corrected" in words(html)
    assert "the caption" in client.get("/review/decisions").content.decode()
    assert "the caption" in client.get(f"/review?claim={date_claim().pk}").content.decode()


def test_a_rejected_value_is_not_stated(client):
    post(client, date_claim(), "reject")
    number = date_claim().article.activities.get(local="a1").pk
    assert "date not stated" in words(client.get(f"/activities/{number}").content.decode())


@pytest.mark.parametrize(("value", "status"), [("spring", 400), ("", 400), ("2025", 302)])
def test_a_value_that_cannot_stand_is_told_and_kept_in_the_field(client, value, status):
    answer = post(client, date_claim(), "correct", value=value)
    assert answer.status_code == status
    if status == 400:
        assert "cannot stand in this field" in answer.content.decode()
        assert Judgement.objects.count() == 0


def test_the_second_of_two_editors_is_told(client):
    mine = date_claim()
    post(client, date_claim(), "reject")
    answer = post(client, mine, "accept")
    assert answer.status_code == 409
    assert "in the meantime" in answer.content.decode()
    assert Judgement.objects.count() == 1


def test_skipping_goes_on_and_keeps_to_the_article(client):
    article = date_claim().article_id
    queue = list(waiting(article))
    html = client.get(f"/review?after={queue[1].pk}&article={article}").content.decode()
    assert f'action="/review/{queue[2].pk}"' in html
    answer = post(client, queue[2], "accept", article=article)
    assert f"article={article}" in answer.headers["Location"]


def test_only_this_machine_decides_and_only_with_a_token(home):
    claim = date_claim()
    data = {"verdict": "accept", "seen": " "}
    strict = Client(headers={"host": "localhost"}, enforce_csrf_checks=True)
    assert strict.post(f"/review/{claim.pk}", data).status_code == 403
    far = Client(headers={"host": "localhost"}, REMOTE_ADDR="192.0.2.7")
    for address_ in (f"/review/{claim.pk}", "/review/decisions/1/undo"):
        assert far.post(address_, data).status_code == 403
    assert far.get("/review").status_code == 200
    assert Client(headers={"host": "localhost"}).get(f"/review/{claim.pk}").status_code == 405
    assert Judgement.objects.count() == 0


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_undo_leads_nowhere_else(client, back):
    post(client, date_claim(), "accept")
    answer = client.post(f"/review/decisions/{Judgement.objects.get().pk}/undo", {"back": back})
    assert answer.headers["Location"] == "/review/decisions"


@pytest.mark.parametrize(
    "place", ["/review?after=x", "/review?claim=0&done=9", "/review?article=999", "/review/decisions"]
)
def test_odd_addresses_answer(get, place):
    get(place)


def test_the_page_is_labelled(get):
    tags = Tags(get("/review")).seen
    labelled = {attrs["for"] for tag, attrs in tags if tag == "label" and "for" in attrs}
    fields = [a for tag, a in tags if tag == "input" and a.get("type") not in {"hidden", "checkbox"}]
    assert {field["id"] for field in fields} <= labelled
    ids = [attrs["id"] for _, attrs in tags if "id" in attrs]
    assert len(ids) == len(set(ids))


def test_the_whole_queue_by_script(client):
    """Every claim is decided, each in well under 300 ms on the server, and all is right after loading anew."""
    times = []
    for turn, claim in enumerate(list(waiting())):
        claim.refresh_from_db()
        begun = time.process_time()
        assert post(client, claim, ("accept", "reject")[turn % 7 == 3]).status_code == 302
        times.append(time.process_time() - begun)
    assert not waiting().exists()
    assert Judgement.objects.count() == len(times)
    assert statistics.median(times) < 0.3
    assert "Nothing waits for review" in client.get("/review").content.decode()


@contextmanager
def browsing(address: str) -> Iterator["Page"]:
    """Open a page of a browser; whatever its console complains of fails the test."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        page = browser.new_page(locale="en-GB")
        errors: list[str] = []
        page.on("console", lambda message: errors.append(message.text))
        page.on("pageerror", lambda error: errors.append(str(error)))
        yield page
        browser.close()
    assert errors == []


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium is installed")
def test_accepted_undone_skipped_and_rejected_by_keys(address):
    from playwright.sync_api import expect

    first, second = [f'form[action="/review/{claim.pk}"]' for claim in waiting()[:2]]
    with browsing(address) as page:
        page.goto(f"{address}review")
        expect(page.locator(".excerpt mark.chosen").first).to_be_in_viewport()
        page.keyboard.press("?")
        expect(page.get_by_text("Correct in place, then Enter")).to_be_visible()
        page.keyboard.press("?")
        page.keyboard.press("a")
        expect(page.get_by_role("status")).to_contain_text("accepted")
        page.keyboard.press("u")
        expect(page.locator(first).first).to_be_visible()
        page.keyboard.press("s")
        expect(page.locator(second).first).to_be_visible()
        page.keyboard.press("r")
        expect(page.get_by_role("status")).to_contain_text("rejected")
    assert [row.verdict for row in Judgement.objects.order_by("pk")] == ["accept", "undo", "reject"]


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium is installed")
def test_corrected_in_place_by_keys_which_can_be_turned_off(address):
    from playwright.sync_api import expect

    claim, meeting = date_claim().pk, Activity.objects.get(kind="meeting").pk
    with browsing(address) as page:
        page.goto(f"{address}review?claim={claim}")
        page.keyboard.press("c")
        expect(page.get_by_label("Correct value")).to_be_focused()
        page.keyboard.type("2025-03-12")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text("corrected → 12 March 2025")
        page.locator("summary", has_text="Keys").click()
        page.get_by_label("Single keys decide").uncheck()
        page.keyboard.press("a")
        page.goto(f"{address}activities/{meeting}")
        expect(page.locator("main")).to_contain_text("12 March 2025")
    assert [row.verdict for row in Judgement.objects.all()] == ["correct"]


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium is installed")
def test_ten_claims_by_keys_alone(address):
    """Accept, reject, correct, skip and undo, in the order of the queue; the register stands as the keys said."""
    from playwright.sync_api import expect

    keys = ["a", "r", "a", "s", "c", "a", "u", "a", "r", "a", "s", "a", "c", "r", "u", "r", "a", "a", "r"]
    ends = {"a": ("accept", ""), "r": ("reject", ""), "c": ("accept", "")}  # corrected to what it says: accepted
    order: list[int] = []
    stands: dict[int, tuple[str, str]] = {}
    with browsing(address) as page:
        page.goto(f"{address}review")
        for key in keys:
            shown = page.locator(".answers form").first.get_attribute("action")
            number = int(shown.rsplit("/", 1)[1])
            page.keyboard.press(key)
            if key == "c" and page.locator("#value").count():
                expect(page.locator("#value")).to_be_focused()
                page.keyboard.press("Enter")
            elif key == "c":
                continue  # what is named by an id cannot be corrected: the key does nothing
            if key == "u":
                stands.pop(order.pop())
            elif key in ends:
                stands[number] = ends[key]
                order.append(number)
            expect(page.locator(f'.answers form[action="{shown}"]')).to_have_count(0)
    assert len(stands) >= 10
    found = {row.pk: (row.verdict, row.corrected) for row in Claim.objects.exclude(verdict="")}
    assert found == stands
    assert Judgement.objects.filter(verdict="undo").count() == 2
