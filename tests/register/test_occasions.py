"""Series with their editions, programmes and terms as rows."""

from dataclasses import replace

import pytest

from giaoluu import read, register, samples
from giaoluu.sources import capture_of, captures


@pytest.fixture
def forums(home):
    found = captures([str(samples.page_of(name)) for name in ("forum-vi", "forum-zh", "term-report-vi")])
    register.ingest((capture, read(capture)) for capture in found)
    return home


def test_an_occasion_is_kept_without_its_edition_and_with_its_activity(forums):
    from giaoluu.register.models import Occasion

    twelfth = Occasion.objects.filter(article__ident="forum-vi", edition=12, activity__isnull=False)
    assert {row.title for row in twelfth} == {"Diễn đàn Thanh niên sông Hồng Việt Nam - Trung Quốc"}
    assert {row.kind for row in twelfth} == {"series"}
    assert Occasion.objects.filter(article__ident="forum-zh", edition=12, title="中越红河青年论坛").exists()
    assert Occasion.objects.filter(kind="term").exists()


def test_a_page_read_again_has_its_occasions_once(forums):
    from giaoluu.register.judging import settle
    from giaoluu.register.models import Article, Claim, Occasion

    before = Occasion.objects.count()
    claim = Claim.objects.filter(article__ident="forum-vi", property="kind")[0]
    register.judge(claim, "accept", who="An")
    settle(Article.objects.get(ident="forum-vi"))
    assert Occasion.objects.count() == before


CONGRESS = (
    "Ngày 14/5/2023, tại Huế, Hội Hữu nghị Việt Nam - Lào thành phố Huế tổ chức Đại hội, nhiệm kỳ 2023-2028."
    " Trong nhiệm kỳ 2018-2023, Hội đã trao 120 suất học bổng."
)
OTHER = "Ngày 2/6/2023, tại Vinh, Hội Hữu nghị Việt Nam - Thụy Điển tỉnh Nghệ An tổ chức Đại hội, nhiệm kỳ 2023-2028."


def test_terms_are_told_apart_by_their_years_and_bodies(home):
    from giaoluu.register.models import Occasion

    pages = [replace(capture_of(text.encode()), id=id) for id, text in (("a", CONGRESS), ("b", OTHER))]
    register.ingest((page, read(page)) for page in pages)
    rows = Occasion.objects.filter(kind="term", current=True)
    assert len(set(rows.values_list("key", flat=True))) == 3
    assert set(rows.values_list("title", flat=True)) == {
        "nhiệm kỳ 2023-2028 · Hội Hữu nghị Việt Nam - Lào thành phố Huế",
        "nhiệm kỳ 2018-2023 · Hội Hữu nghị Việt Nam - Lào thành phố Huế",
        "nhiệm kỳ 2023-2028 · Hội Hữu nghị Việt Nam - Thụy Điển tỉnh Nghệ An",
    }


def test_a_term_outlives_the_name_of_its_body(home):
    from giaoluu.register.models import Claim, Occasion

    register.ingest([(page, read(page)) for page in [replace(capture_of(CONGRESS.encode()), id="a")]])
    register.judge_all([*Claim.objects.filter(property="name", exact__startswith="Hội")], "reject", who="An")
    rows = Occasion.objects.filter(kind="term", current=True)
    assert set(rows.values_list("title", flat=True)) == {"nhiệm kỳ 2023-2028", "nhiệm kỳ 2018-2023"}
