"""Sentences around facts."""

import pytest

from giaoluu.web.evidence import sentence

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
