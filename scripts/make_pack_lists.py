"""Write the table of word lists in docs/reference/packs.md from langs/contract.py: `… [--check]`."""

import sys
from pathlib import Path

import tables

from giaoluu.langs.contract import WORDS

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "packs.md"
OPENING = "## Lists of words\n\n| file | keys |\n|---|---|\n"
CLOSING = "\n`[fragments]` may stand"


def main() -> int:
    """Write or check the table."""
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(OPENING)
    _, closing, after = rest.partition(CLOSING)
    if not closing:
        sys.stderr.write(f"{PAGE} has no part {OPENING.splitlines()[0]!r} that ends with {CLOSING.strip()!r}\n")
        return 1
    rows = [
        f"| `{name}.toml` | {', '.join(f'`{key}`' for key in sorted(keys))} |\n" for name, keys in WORDS.items() if keys
    ]
    return tables.keep({PAGE: before + OPENING + "".join(rows) + closing + after})


if __name__ == "__main__":
    sys.exit(main())
