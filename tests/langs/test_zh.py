"""The Chinese pack: traditional signs match as simplified ones, and stay as they are printed."""

import pytest

from giaoluu.langs.pack import Pack, pack

ZH = pack("zh")


@pytest.mark.parametrize(
    ("printed", "matched"),
    [
        ("越南國會主席會見", "越南国会主席会见"),
        ("兩黨總書記", "两党总书记"),
        ("臺灣、裡面、裏面、為、爲", "台湾、里面、里面、为、为"),
        ("中国驻越南大使馆", "中国驻越南大使馆"),
        ("EU與APEC", "eu与apec"),
    ],
)
def test_a_tape_folds_sign_by_sign(printed: str, matched: str) -> None:
    tape = ZH.tape(printed)
    assert tape.folded == matched
    assert tape.text == printed
    assert len(tape.folded) == len(tape.text)


def test_every_fold_is_one_sign_for_one_other() -> None:
    assert ZH.folds
    assert all(len(other) == 1 and chr(sign) != other for sign, other in ZH.folds.items())


def test_a_fold_leads_to_a_sign_that_stays() -> None:
    assert [other for other in ZH.folds.values() if ord(other) in ZH.folds] == []


def test_words_of_the_pack_are_folded_with_the_tapes() -> None:
    words = [word for key in ("surnames", "name_ends", "joint") for word in ZH.list_of("names", key)]
    assert [word for word in words if ZH.fold(word) != word] == []


@pytest.mark.parametrize(
    ("words", "number"), [("十二", 12), ("七十五", 75), ("首", 1), ("一百一十", 110), ("廿", None)]
)
def test_number_words(words: str, number: int | None) -> None:
    assert ZH.numeral(words) == number


def test_other_packs_fold_letters_only() -> None:
    other: Pack = pack("vi")
    assert not other.folds
    assert other.fold("ĐẠI SỨ 國") == "đại sứ 國"
