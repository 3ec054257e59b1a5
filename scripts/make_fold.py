"""Write src/giaoluu/langs/zh/fold.tsv: `python scripts/make_fold.py [--check]`.

Traditional signs and the simplified one that each matches as, from the tables of OpenCC
(`pip install opencc-python-reimplemented`; NOTICE). Only pairs of one sign for one sign: a tape must
stay as long as its text.
"""

import importlib.resources as resources
from collections.abc import Iterator

import tables

QUOTES = {"「": "“", "」": "”", "『": "‘", "』": "’"}
"""Corner brackets, which quote as the curly marks do."""
REGIONS = ("HKVariantsRev", "TWVariantsRev")
"""Signs of Hong Kong and Taiwan that stand for one of the common traditional signs."""


def pairs(name: str) -> Iterator[tuple[str, str]]:
    """Yield (sign, the first that a table of OpenCC gives for it)."""
    text = (resources.files("opencc") / "dictionary" / f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        sign, _, others = line.partition("\t")
        first = others.split(" ")[0]
        if len(sign) == len(first) == 1:
            yield sign, first


def main() -> int:
    """Write or check the table."""
    simplified = dict(pairs("TSCharacters"))
    for region in REGIONS:
        for sign, common in pairs(region):
            simplified.setdefault(sign, simplified.get(common, common))
    simplified = {sign: simplified.get(other, other) for sign, other in simplified.items()}
    rows = sorted((sign, other) for sign, other in (simplified | QUOTES).items() if sign != other)
    lines = [
        "# sign matches_as. Written by scripts/make_fold.py; signs of OpenCC (NOTICE).",
        *("\t".join(row) for row in rows),
    ]
    return tables.keep({tables.LANGS / "zh" / "fold.tsv": "\n".join(lines) + "\n"})


if __name__ == "__main__":
    raise SystemExit(main())
