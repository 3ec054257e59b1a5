"""Sentences around facts."""

import pytest

from giaoluu.model.article import Article
from giaoluu.register.models import Claim
from giaoluu.web.evidence import LONGEST, evidence_of, sentence

CASES = [
    ("Họ gặp nhau. Ngày 11/3, họ ký. Rồi về.", "11/3", "Ngày 11/3, họ ký."),
    ("Tại TP. Huế, hai bên ký. Rồi về.", "Huế", "Tại TP. Huế, hai bên ký."),
    ("Ông An nói: “Tốt.” Bà Mai cười.", "Mai", "Bà Mai cười."),
    ("双方会面。大使表示感谢。代表团回国。", "感谢", "大使表示感谢。"),
    ("De möttes i Lund. Sedan for de hem", "hem", "Sedan for de hem"),
    ("Value 3.5 stays. Next", "3.5", "Value 3.5 stays."),
    ("One. Two. Three.", "One. Two", "One. Two."),
    ("alone", "alone", "alone"),
]


@pytest.mark.parametrize(("text", "words", "expected"), CASES)
def test_sentence(text, words, expected):
    start = text.index(words)
    first, last = sentence(text, start, start + len(words))
    assert text[first:last] == expected


@pytest.mark.parametrize(
    ("before", "after", "first", "last"),
    [
        ("Sedan ", " for de hem.", "Sedan ", " for de hem."),
        ("hela " * 200, " hem" * 200, "…hela hela", "hem hem…"),
        ("双方" * 300, "回国" * 300, "…双方双方", "回国回国…"),
    ],
)
def test_a_long_sentence_is_cut_between_words_and_says_so(empty_home, before, after, first, last):
    claim = Claim(start=len(before), end=len(before) + 4, exact="LUND")
    found = evidence_of(claim, Article(id="a", text=f"{before}LUND{after}", digest="", language="sv", zones=()))
    assert found.before.startswith(first)
    assert found.after.endswith(last)
    assert len(found.before) <= LONGEST + 1
    assert len(found.after) <= LONGEST + 1
