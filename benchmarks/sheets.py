"""How long a sheet of 5,000 rows with 20 bad ones takes: read, planned, imported, planned again, written back."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[1]))  # for tests.register

ROWS, BAD = 5000, 20
Result = TypeVar("Result")


def timed(what: str, work: Callable[[], Result]) -> Result:
    """Return what comes of some work, and print how long it took."""
    begun = time.perf_counter()
    result = work()
    print(f"{what:<22}{time.perf_counter() - begun:8.1f} s")
    return result


def main() -> None:
    from tests.register.sheets import HEADERS, rows, xlsx_of

    from giaoluu.register import open_register

    with TemporaryDirectory() as folder:
        open_register(Path(folder) / "home")
        from giaoluu.register import sheets

        content = xlsx_of([HEADERS, *rows(ROWS, bad=BAD)])
        table = timed("read", lambda: sheets.read_table("delegations.xlsx", content))
        found = sheets.propose(table.headers)
        layout = sheets.Layout(table.headers, found.columns, found.language, {"kind": "visit", "direction": "in"})
        plan = timed("plan", lambda: sheets.plan(table, layout))
        made = timed("import", lambda: sheets.import_plan(plan, content, who="bench", skip_errors=True))
        again = timed("plan again", lambda: sheets.plan(table, layout))
        print(plan.counts, again.counts)
        cells = timed("export", lambda: list(sheets.exported(sheets.rows_of_layout(made.layout), layout)))
        timed("write", lambda: sheets.sheet_bytes(".xlsx", layout, cells))


if __name__ == "__main__":
    main()
