"""Bytes to text: the declared encoding where it fits, the detected one where it does not, and always NFC."""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

from giaoluu.model.errors import SourceError
from giaoluu.sources.legacy import decode_inside, legacy_encoding_inside, legacy_encoding_of

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
META_WITHIN = 8192
WIDER = {"gbk": "gb18030", "gb2312": "gb18030", "big5": "big5hkscs", "euc_kr": "cp949", "shift_jis": "cp932"}
"""Codec → the codec that reads all of it and more: pages declare the smaller one and write the larger."""

MULTIBYTE = frozenset({"gb18030", "big5hkscs", "cp949", "cp932", "euc_jp", "utf-16-le", "utf-16-be"})
BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
LETTER_LIKE = frozenset({"L", "M", "N", "P", "Z"})
SAMPLE = 1 << 16
SAMPLE_RUNS = 10_000
MOST_LETTER_LIKE = 0.98
MOST_CONTROL = 0.01
FEW_ZEROS = 0.001
MANY_ZEROS = 0.1
"""Share of zero bytes: UTF-16 of alphabets has far more, of Chinese rarely so many, yet that is no valid UTF-8."""
MOST_LOST = 0.05
MOST_DAMAGED = 0.005
WESTERN = "cp1252"
GOOD_PER_BAD = 4
"""UTF-8 with damage is still UTF-8 where this many characters beyond ASCII are whole for each one that is broken."""

BINARY = "is binary and holds no text: give HTML, text, .docx, .pdf or .jsonl (.gz too)"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the encoding that it was got by, and how many characters were lost (U+FFFD stands for each)."""

    text: str
    encoding: str
    lost: int = 0


def decode(content: bytes, *, charset: str | None = None) -> Decoded:
    """Return the text of bytes in NFC with `\\n` line ends, and its encoding.

    `charset` is what an HTTP header says. Valid UTF-8 wins over any declaration. Raises
    `SourceError` for what is no text. Bytes that fit nothing are replaced by U+FFFD and counted.

    >>> decode("Göteborg\\r\\n".encode("utf-16"))
    Decoded(text='Göteborg\\n', encoding='utf-16-le', lost=0)
    >>> decode("Malmö".encode("cp1252"), charset="iso-8859-1").encoding
    'cp1252'
    """
    found = _decode(content, charset)
    text = found.text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    sample = text[:SAMPLE]
    if found.lost > max(1, MOST_LOST * len(text)) or len(CONTROL.findall(sample)) > MOST_CONTROL * len(sample) + 1:
        raise SourceError(BINARY)
    text = text.replace("\x00", "\ufffd")
    composed = text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
    return Decoded(composed, found.encoding, found.lost)


def _decode(content: bytes, charset: str | None) -> Decoded:
    """Return the text of bytes as they stand, by the first way that fits."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _with_losses(content[len(mark) :], encoding)
    if content.count(b"\x00", 0, SAMPLE) > FEW_ZEROS * min(len(content), SAMPLE):
        return _decode_with_zeros(content)
    try:
        return _unicode_or_legacy(content.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if _is_damaged_utf8(content):
        return _with_losses(content, "utf-8")
    return _decode_eight_bit(content, charset)


def _unicode_or_legacy(text: str) -> Decoded:
    """Return the text of valid UTF-8, repaired where it is a legacy encoding copied into Unicode."""
    legacy = legacy_encoding_inside(text)
    return Decoded(decode_inside(text, legacy), f"{legacy.name} in utf-8") if legacy else Decoded(text, "utf-8")


def _decode_with_zeros(content: bytes) -> Decoded:
    """Return the text of bytes with zeros among them: UTF-16 without its mark, UTF-8 with a stray zero, or nothing."""
    is_rare = content.count(b"\x00", 0, SAMPLE) < MANY_ZEROS * min(len(content), SAMPLE)
    if is_rare and (text := _strictly(content, "utf-8")) is not None:
        return Decoded(text, "utf-8")
    samples = {name: content[:SAMPLE].decode(name, errors="replace") for name in ("utf-16-le", "utf-16-be")}
    # A zero byte in UTF-16 is half of a character below U+0100; read the wrong way round it is none.
    encoding, sample = max(samples.items(), key=lambda pair: sum(char < "\u0100" for char in pair[1]))
    told = sum(unicodedata.category(char)[0] in LETTER_LIKE or char in "\n\r\t" for char in sample)
    if told < MOST_LETTER_LIKE * len(sample):
        raise SourceError(BINARY)
    return _with_losses(content, encoding)


def _is_damaged_utf8(content: bytes) -> bool:
    """Say whether bytes that are not valid UTF-8 are so but for a few places."""
    runs = (match.group()[:SAMPLE] for match in BEYOND_ASCII.finditer(content))
    sample = b" ".join(islice(runs, SAMPLE_RUNS)).decode("utf-8", errors="replace")
    broken = sample.count("\ufffd")
    whole = sum(char > "\x7f" for char in sample) - broken
    return whole >= GOOD_PER_BAD * broken


def _decode_eight_bit(content: bytes, charset: str | None) -> Decoded:
    """Return the text of bytes that are not Unicode: as declared, as a legacy encoding, as detected, or with losses."""
    detected = _codec(detect_encoding(content))
    candidates = [*_declared(content, charset), *([detected] if detected not in (None, "utf-8") else [])]
    for encoding in candidates:
        if encoding in MULTIBYTE and (decoded := _nearly(content, encoding)):
            return decoded
    if legacy := legacy_encoding_of(content):
        return Decoded(legacy.decode(content), legacy.name)
    for encoding in (*candidates, WESTERN):
        if (text := _strictly(content, encoding)) is not None:
            return Decoded(text, WESTERN if text == _strictly(content, WESTERN) else encoding)
    return min((_with_losses(content, encoding) for encoding in (*candidates, WESTERN)), key=_count_of_lost)


def _declared(content: bytes, charset: str | None) -> Iterator[str]:
    """Yield the codecs that the HTTP header and the page itself name; UTF-8 was tried before."""
    match = META_CHARSET.search(content[:META_WITHIN])
    for name in (charset, match.group(1).decode("ascii") if match else None):
        codec = _codec(name)
        if codec and codec != "utf-8":
            yield codec


def _codec(name: str | None) -> str | None:
    """Return the codec that browsers use for a name, or None for a name that nobody knows."""
    mapped = map_encoding_to_html5(name.strip().lower(), fallback_utf8=False) if name else None
    return WIDER.get(mapped, mapped) if mapped else None


def _strictly(content: bytes, encoding: str) -> str | None:
    """Return the text where every byte fits the encoding."""
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _nearly(content: bytes, encoding: str) -> Decoded | None:
    """Return the text where all but very few bytes fit the encoding."""
    text = content.decode(encoding, errors="replace")
    return _with_losses(content, encoding) if text.count("\ufffd") <= MOST_DAMAGED * len(text) else None


def _with_losses(content: bytes, encoding: str) -> Decoded:
    """Return the text with U+FFFD for what does not fit, and say how often that was."""
    text = content.decode(encoding, errors="replace")
    return Decoded(text, encoding, 0 if _strictly(content, encoding) is not None else text.count("\ufffd"))


def _count_of_lost(decoded: Decoded) -> int:
    """Return how many characters were replaced."""
    return decoded.lost
