"""A store that great deletions left half empty, or whose statistics are of another register: told and mended."""

import os
from hashlib import sha256

import pytest
from django.db import connection
from tests.register.readings import vietnamese

from giaoluu.register import captures, ingest, integrity, tidying
from giaoluu.register.models import Article, CaptureRow, Claim
from giaoluu.register.tidying import advice, clear, tidy


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


@pytest.mark.parametrize(
    ("name", "days", "stays"),
    [
        ("never saved", 8, False),
        ("never saved", 6, True),
        ("half", 8, False),
        ("half", 0, True),
        ("looked at again", 8, True),
        ("in use", 400, True),
    ],
)
def test_what_nothing_came_of_is_cleared_after_a_week(home, name, days, stays):
    pasted = sha256(b"never saved").hexdigest()
    captures.keep(home, pasted, b"never saved")
    ingest([vietnamese()])
    used = CaptureRow.objects.get().digest
    path = captures.path_of(home, used if name == "in use" else pasted)
    path = path.with_suffix(".zst.0a1b.part") if name == "half" else path
    path.touch()
    long_ago = path.stat().st_mtime - days * 86_400
    os.utime(path, (long_ago, long_ago))
    if name == "looked at again":
        captures.want(home, pasted)
    assert clear() == (not stays)
    assert path.exists() is stays
    assert list(integrity()) == []
