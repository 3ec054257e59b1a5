"""Write src/giaoluu/identities/readings/hangul.tsv: `python scripts/make_hangul.py [--check | --fresh]`.

Each sign that names have (readings/hanzi.tsv) with its Korean readings, those of its traditional forms included.
Source (NOTICE): npm `hanja`, fetched by `npm pack`. The head of the table holds digests of hanzi.tsv and of its own
rows, so that `--check` and a second run need no network; `--fresh` fetches and writes in any case.
"""

import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from make_hanviet import FOLD, TARGET, lines, short

SIGNS, PATH = TARGET / "hanzi.tsv", TARGET / "hangul.tsv"
PACKAGE, VERSION = "hanja", "1.1.5"
DIGEST = "17af5d10"


def main() -> int:
    """Write or check the table."""
    if "--fresh" not in sys.argv[1:] and is_current():
        return 0
    if "--check" in sys.argv[1:]:
        sys.stderr.write(f"{PATH} is not current; run python {sys.argv[0]}\n")
        return 1
    rows = table()
    PATH.write_text(head(rows) + rows, encoding="utf-8", newline="\n")
    return 0


def head(rows: str) -> str:
    """Return the first line of the table: columns, source, digests."""
    signs = short(SIGNS.read_text(encoding="utf-8"))
    return (
        f"# sign hangul. Written by scripts/make_hangul.py from {PACKAGE} {VERSION} (NOTICE)."
        f" Signs {signs}, rows {short(rows)}.\n"
    )


def is_current() -> bool:
    """Say whether the table was written from the signs as they are, and not changed by hand."""
    if not PATH.is_file():
        return False
    first, _, rows = PATH.read_text(encoding="utf-8").partition("\n")
    return f"{first}\n" == head(rows)


def table() -> str:
    """Return the rows: sign, its reading first, then those of the traditional signs that it stands for."""
    folds = dict(line.split("\t") for line in FOLD.read_text(encoding="utf-8").splitlines() if line[0] != "#")
    wanted = [line.split("\t")[0] for line in SIGNS.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    found: dict[str, list[str]] = {}
    for sign, reading in sorted(fetch().items(), key=lambda pair: (pair[0] not in folds, pair[0])):
        known = found.setdefault(folds.get(sign, sign), [])
        if reading not in known:
            known.append(reading)
    return lines((sign, " ".join(found[sign])) for sign in wanted if sign in found)


def fetch() -> dict[str, str]:
    """Return the data of the npm package: sign → Korean reading."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["npm", "pack", "--silent", f"{PACKAGE}@{VERSION}"], cwd=folder, check=True, stdout=subprocess.PIPE
        )
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as tar:
            member = tar.extractfile("package/lib/data/hanjaeum.json")
            text = member.read().decode("utf-8") if member else ""
    digest = hashlib.sha256(text.encode()).hexdigest()
    if not digest.startswith(DIGEST):
        raise SystemExit(f"{PACKAGE} {VERSION}: the data is not what it was ({digest[:8]})")
    found: dict[str, str] = json.loads(text)
    return found


if __name__ == "__main__":
    raise SystemExit(main())
