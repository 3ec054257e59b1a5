"""Names printed with initials or a part left out: proposed, never merged, and the reason says what stands for what."""

import pytest

from giaoluu.identities.people import match_names
from giaoluu.identities.verdicts import Decision

CASES = [
    ("J. Smith", "John Smith", "J. can stand for John"),
    ("J. F. Kennedy", "John F. Kennedy", "J. can stand for John"),
    ("Dương V. Minh", "Dương Vạn Minh", "V. can stand for Van"),
    ("Nguyen T. H. Van", "Nguyễn Thị Hồng Vân", "T. can stand for Thi"),
    ("Anna Maria Berg", "Anna Berg", "but for a part that is left out"),
    ("陈青敏", "陈清敏", "青 is not 清"),
]


@pytest.mark.parametrize(("one", "other", "reason"), CASES)
def test_the_reason_says_what_stands_for_what(one: str, other: str, reason: str) -> None:
    found = match_names(one, other)
    assert found.decision is Decision.REVIEW
    assert reason in found.reason
