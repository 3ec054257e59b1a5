"""The gate: it stops what cannot be about an exchange and lets every exchange through."""

from pathlib import Path

import pytest

from giaoluu import samples
from giaoluu.activities.exchange import BETWEEN, JOINING
from giaoluu.langs.gate import ABROAD, NEAR, REFUSED, STEP, gate
from giaoluu.langs.pack import codes, pack
from giaoluu.model.capture import Capture
from giaoluu.pipeline import read
from giaoluu.sources import capture_of, captures

SHARED = Path(__file__).parents[2].parent / "shared" / "dev"

THROUGH = [
    "Thủ tướng Lê Văn Bình tiếp Đại sứ Lào tại Hà Nội.",
    "Uỷ ban Hoà bình tổ chức giao lưu hữu nghị Việt-Trung ở Lạng Sơn.",
    "Đại sứ quán tổ chức lễ kỷ niệm tại nhà hát.",
    "国家主席会见越南总理。",
    "國家主席會見越南總理。",
    "中越两国青年举行联欢活动。",
    "Statsministern tog emot Norges utrikesminister i Stockholm.",
    "Kören från Hanoi höll en konsert i Luleå.",
    "The mayor met the ambassador of Laos at the town hall.",
    "The President received the Norwegian Foreign Minister.",
    "Le ministre a reçu l'ambassadeur du Laos.",
]
STOPPED = [
    "Giá xăng tăng từ chiều nay tại Hà Nội.",
    "Thời tiết ở Lào hôm nay nắng nóng.",
    "今天北京天气晴朗。",
    "Bensinpriset stiger i Stockholm.",
    "The weather is fine in the park today.",
    "",
]


@pytest.mark.parametrize("text", THROUGH)
def test_an_exchange_is_let_through(text: str) -> None:
    assert gate().refusal(text) is None


@pytest.mark.parametrize("text", STOPPED)
def test_what_cannot_be_one_is_stopped(text: str) -> None:
    assert gate().refusal(text) == REFUSED


@pytest.mark.parametrize("before", [0, STEP - 30, STEP - 12, STEP, 3 * STEP])
def test_words_are_found_wherever_they_stand(before: int) -> None:
    assert gate().refusal("x " * (before // 2) + "The mayor met the ambassador of Laos.") is None


def test_a_country_far_from_any_activity_is_not_beside_it() -> None:
    text = "Trời nắng ở Lào. " + "Mưa. " * NEAR + "Hội đàm."
    assert gate().refusal(text) == REFUSED


def test_what_joins_countries_by_its_kind_counts_as_abroad() -> None:
    assert BETWEEN | JOINING <= ABROAD


@pytest.mark.parametrize("code", codes())
def test_every_example_of_a_trigger_tells_of_an_activity(code: str) -> None:
    own = pack(code)
    country = next(name for name, place, form, *_ in own.tables["countries"] if form == "name" and place == "LA")
    lost = [
        example
        for rule in own.sections["trigger"]
        for example in rule["examples"]
        if gate().refusal(f"{example} | {country}")
    ]
    assert not lost


@pytest.mark.parametrize("name", samples.ids())
def test_a_sample_reads_the_same_behind_the_gate(name: str) -> None:
    [page] = [one for one in captures([str(samples.page_of(name))]) if isinstance(one, Capture)]
    plain = read(page)
    assert not plain.is_exchange or read(page, gate=True) == plain


def test_a_stopped_page_keeps_its_article_and_says_why() -> None:
    reading = read(capture_of(b"The park\n\nThe weather is fine in the park today, and it will be so."), gate=True)
    assert (reading.is_exchange, reading.exchange_reason) == (False, REFUSED)
    assert reading.article.text.startswith("The park")
    assert dict(reading.run.packs).keys() == set(codes())


def test_menus_of_a_page_of_html_are_no_obstacle() -> None:
    page = (
        b"<html><title>x</title><p>Th&#7911; t&#432;&#7899;ng ti&#7871;p &#272;&#7841;i s&#7913; L&agrave;o.</p></html>"
    )
    assert not read(capture_of(page), gate=True).exchange_reason.startswith("gate")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the reports lie beside the checkout, where they are kept")
def test_no_annotated_exchange_is_lost() -> None:
    negatives = {line.split("\t")[0] for line in (SHARED / "negatives.tsv").read_text("utf-8").splitlines()}
    reports = [path for path in sorted(SHARED.glob("docs/*/*.txt")) if path.stem not in negatives]
    assert reports
    assert [path.stem for path in reports if gate().refusal(path.read_text("utf-8"))] == []
