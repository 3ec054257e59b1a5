"""An article as one flat object."""

import dataclasses

import pytest

from giaoluu.model.reading import Reading
from giaoluu.reports.article import article_record


def test_the_page_without_its_furniture(reading: Reading) -> None:
    found = article_record(reading.article)
    assert found["id"] == "berg-nho"
    assert found["title"] == "Mayor Anna Berg receives the Hue delegation"
    assert found["authors"] == ["Lisa Ek"]
    assert found["published"] == "2025-03-06"
    assert found["captions"] == ["Mr Nho and Mrs Berg."]
    assert found["language"] == "en"
    assert found["body"].startswith("On 6 March 2025")
    assert "Malmo" not in found["body"]


@pytest.mark.parametrize(("field", "key"), [("title", "title"), ("published", "published"), ("language", "language")])
def test_unknown_stays_null(reading: Reading, field: str, key: str) -> None:
    assert article_record(dataclasses.replace(reading.article, **{field: None}))[key] is None
