"""Every encoding gives the same sentences back, and what is no text is refused."""

import random
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoluu.model.errors import SourceError
from giaoluu.sources.decoding import decode
from giaoluu.sources.legacy import legacy_encoding_inside, legacy_encoding_of

VIETNAMESE = (
    "Sáng 9 tháng 4, tại Đà Lạt, bà Lê Thị Mơ tiếp đoàn học sinh của thành phố kết nghĩa. "
    "Hai bên bày tỏ mong muốn mở rộng giao lưu, tổ chức trại hè chung và dịch sách thiếu nhi trong năm tới."
)
SIMPLIFIED = "四月九日，市友协会长周山在南宁会见来访的学生代表团。双方希望明年继续开展夏令营和图书翻译合作。"
TRADITIONAL = "四月九日，市友協會長周山在臺北會見來訪的學生代表團。雙方希望明年繼續開展夏令營和圖書翻譯合作。"
SWEDISH = "Den 9 april tog ordföranden Åsa Öberg emot eleverna på rådhuset i Malmö. Även körerna möttes på våren."

UNICODE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


@pytest.mark.parametrize("encoding", UNICODE)
@pytest.mark.parametrize("text", [VIETNAMESE, f"{SIMPLIFIED}\n2025", TRADITIONAL + " 9/4", SWEDISH])
def test_unicode(text: str, encoding: str) -> None:
    """Unicode in any form, with and without a byte-order mark."""
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        (SIMPLIFIED, "gb18030", "gb18030"),
        (SIMPLIFIED, "gb2312", "gb18030"),
        (TRADITIONAL, "big5", "big5hkscs"),
        (SWEDISH, "cp1252", "cp1252"),
        (SWEDISH, "latin-1", "cp1252"),
    ],
)
def test_national(text: str, encoding: str, found: str) -> None:
    """National encodings are found without being declared."""
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.lost) == (text, found, 0)


@pytest.mark.parametrize("name", ["tcvn3", "vni", "viscii", "cp1258"])
def test_legacy(encoders: dict[str, Callable[[str], bytes]], name: str) -> None:
    """Vietnamese from before Unicode is known by its syllables, in bytes and copied into Unicode; a header may lie."""
    content = encoders[name](VIETNAMESE)
    assert decode(content).text == VIETNAMESE
    assert decode(content).encoding == name
    assert decode(content, charset="iso-8859-1").text == VIETNAMESE
    copied = content.decode("latin-1").encode("utf-8")
    assert (decode(copied).text, decode(copied).encoding) == (VIETNAMESE, f"{name} in utf-8")


def test_legacy_tables_write_every_letter(encoders: dict[str, Callable[[str], bytes]]) -> None:
    """Each table has all small letters with marks; each letter is one composed code point."""
    vowels = [base + mark for base in "aăâeêioôơuưy" for mark in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")]
    letters = "".join(unicodedata.normalize("NFC", letter) for letter in [*vowels, "đ"])
    assert len(letters) == 73
    for name in ("tcvn3", "vni", "viscii"):
        written = encoders[name](letters)
        assert decode(b"".join([encoders[name](VIETNAMESE), b"\n", written])).text == f"{VIETNAMESE}\n{letters}"


@pytest.mark.parametrize(
    "text", [SWEDISH, "Le préfet a reçu l'élève à l'hôtel de ville où la fête s'est terminée très tôt"]
)
def test_other_languages_are_not_legacy(text: str) -> None:
    """Marks of other languages do not make syllables."""
    assert legacy_encoding_of(text.encode("cp1252")) is None
    assert legacy_encoding_inside(text) is None


@pytest.mark.parametrize("sign", ["\u00a0©\u00a0» × \u00b7 ", "«\u00a0prix\u00a0» 5\u00a0£ ", "® ™ ° "])
def test_signs_are_not_legacy(sign: str) -> None:
    """Signs that stand alone on a page say nothing of its encoding."""
    text = "Welcome to the town hall " + sign * 30
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    ("head", "charset", "encoding"),
    [
        ('<meta charset="gb2312">', None, "gb18030"),
        ("<meta http-equiv=Content-Type content='text/html; charset=gbk'>", None, "gb18030"),
        ("", "GB2312", "gb18030"),
        ('<meta charset="gbk">', "iso-8859-1", "gb18030"),
        ('<meta charset="nonsense">', "none-such", "gb18030"),
        ('<meta charset="utf-8">', "utf-8", "gb18030"),
    ],
)
def test_declared(head: str, charset: str | None, encoding: str) -> None:
    """The page or the header may declare; what does not fit the bytes is not believed."""
    text = f"<html><head>{head}</head><body>{SIMPLIFIED}</body></html>"
    decoded = decode(text.encode("gb18030"), charset=charset)
    assert (decoded.text, decoded.encoding) == (text, encoding)


def test_declared_where_bytes_alone_cannot_tell() -> None:
    """A short text that any eight-bit encoding could be is read as declared."""
    assert decode("Прага".encode("cp1251"), charset="windows-1251").text == "Прага"
    assert decode(b"<meta charset=windows-1250>" + "Pluż".encode("cp1250")).text.endswith("Pluż")


def test_valid_utf8_wins() -> None:
    """A page in UTF-8 is read so, whatever it or the server declares."""
    text = f'<meta charset="gb2312">{VIETNAMESE}'
    assert decode(text.encode(), charset="iso-8859-1").text == text


@pytest.mark.parametrize(
    ("content", "lost"),
    [
        (VIETNAMESE.encode()[:-1] + b"\xff", 1),
        (VIETNAMESE.encode().replace(b"Sa", b"S\xc3") + b"\xe1\xba", 1),
        (SIMPLIFIED.encode()[:-1], 1),
    ],
)
def test_damaged_utf8(content: bytes, lost: int) -> None:
    """UTF-8 with a broken place keeps all the rest, and the loss is counted."""
    decoded = decode(content)
    assert (decoded.encoding, decoded.lost, decoded.text.count("\ufffd")) == ("utf-8", lost, lost)


def test_damaged_gb18030() -> None:
    """A Chinese page that breaks off inside a character keeps all the rest."""
    decoded = decode((SIMPLIFIED * 5).encode("gb18030")[:-1])
    assert decoded.encoding == "gb18030"
    assert decoded.text.startswith(SIMPLIFIED)
    assert decoded.lost == 1


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        ("Hu\u00ea\u0301".encode(), "Huế"),
        (unicodedata.normalize("NFD", VIETNAMESE).encode(), VIETNAMESE),
        ("\ufeffHej".encode(), "Hej"),
        (b"Hej d\x00u, " + b"kom hit " * 40, "Hej d\ufffdu, " + "kom hit " * 40),
    ],
)
def test_normal_form(content: bytes, text: str) -> None:
    """Text is NFC, with one kind of line end, no byte-order mark and no zeros."""
    assert decode(content).text == text


@pytest.mark.parametrize(
    "content",
    [
        bytes(range(256)) * 20,
        b"\x00" * 500,
        b"\x7fELF\x02\x01\x01" + bytes(900),
        random.Random(7).randbytes(4000),
    ],
)
def test_binary(content: bytes) -> None:
    """What is no text is refused, and the message says what is read."""
    with pytest.raises(SourceError, match="is binary and holds no text: give HTML"):
        decode(content)


@given(st.binary(max_size=400))
def test_any_bytes(content: bytes) -> None:
    """Any bytes give text in normal form or a clear refusal."""
    try:
        text = decode(content).text
    except SourceError:
        return
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    assert "\x00" not in text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_any_text_in_utf8_comes_back(text: str) -> None:
    """Text in UTF-8 comes back as it was, in NFC."""
    assert decode(f"ế {text}".encode()).text == unicodedata.normalize("NFC", f"ế {text}")
