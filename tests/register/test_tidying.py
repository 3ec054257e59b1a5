"""A store that great deletions left half empty, or whose statistics are of another register: told and mended."""

import pytest
from django.db import connection
from tests.register.readings import vietnamese

from giaoluu.register import ingest, integrity, tidying
from giaoluu.register.models import Article, Claim
from giaoluu.register.tidying import advice, tidy


def test_a_small_register_needs_nothing(home):
    assert list(advice()) == []


def test_room_that_deletions_left_is_told_and_given_back(home, monkeypatch):
    tidy()
    ingest([vietnamese(f"page-{turn}") for turn in range(20)])
    Article.objects.filter(ident__startswith="page-").delete()
    if connection.vendor == "sqlite":  # a server counts what it holds now and then, and not at once
        monkeypatch.setattr(tidying, "MUCH", 1)
        monkeypatch.setattr(tidying, "FREE", 0.02)
        assert "hold nothing" in " ".join(advice())
    tidy()
    assert list(advice()) == []
    assert list(integrity()) == []


@pytest.mark.parametrize(("many", "told"), [(1, True), (10_000, False)])
def test_statistics_of_another_register_are_told_and_taken_anew(home, monkeypatch, many, told):
    Claim.objects.all().delete()
    tidy()
    ingest([vietnamese("another")])
    monkeypatch.setattr(tidying, "MANY", many)
    assert ("statistics" in " ".join(advice())) is told
    tidy()
    assert list(advice()) == []
