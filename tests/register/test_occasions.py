"""Series with their editions, programmes and terms as rows."""

import pytest

from giaoluu import read, register, samples
from giaoluu.sources import captures


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
