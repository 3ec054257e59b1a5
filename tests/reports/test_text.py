"""A reading for people."""

import dataclasses

import pytest

from giaoluu.model.reading import Reading
from giaoluu.reports.text import readable

EXPECTED = """\
berg-nho: Mayor Anna Berg receives the Hue delegation
  en, 2025-03-06

■ meeting, held  “received”
  date        2025-03-06  “6 March 2025”
  place       Kulturen
  host        Anna Berg (SE), mayor of Lund; chair of the Bridge Society  “Mrs Anna Berg”
  leader      Tran Van Nho (VN), vice chairman  “Mr Tran Van Nho”
  guest       a delegation of the Hue Union (VN)  “a delegation of the Hue Union”
  commit      Anna Berg [w3 s2]  “the town would send three teachers”
  agree       both sides  “agreed to meet again”
  ■ signing, background  “signed”
    gift        a drum (Tran Van Nho → Anna Berg)  “gave a drum”

said
  affirm      the article itself  “Ties are growing”
  inform      The two sides  “to meet again”
open        kind: two kinds fit  “gave”
"""


def test_each_fact_stands_with_its_words(reading: Reading) -> None:
    assert readable(reading) == EXPECTED


@pytest.mark.parametrize(
    "line",
    [
        "■ meeting, held  “received”  [en/meeting.received]",
        "  host        Anna Berg (SE), mayor of Lund; chair of the Bridge Society  “Mrs Anna Berg”  [en/host]",
        "  an exchange: a meeting of two sides",
        "    gift        a drum (Tran Van Nho → Anna Berg)  “gave a drum”  [en/gift]",
    ],
)
def test_explanations_name_the_rule(reading: Reading, line: str) -> None:
    assert line in readable(reading, explain=True).splitlines()


def test_one_activity_alone(reading: Reading) -> None:
    lines = readable(reading, only="a2").splitlines()
    assert lines[3] == "■ signing, background  “signed”"
    assert not [line for line in lines if "meeting" in line]


def test_a_page_without_exchange_says_why(reading: Reading) -> None:
    page = dataclasses.replace(
        reading, is_exchange=False, exchange_reason="one country only", activities=(), quotations=()
    )
    assert "  not an exchange: one country only" in readable(page).splitlines()
