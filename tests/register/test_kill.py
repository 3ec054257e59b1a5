"""Programs killed at random moments: what they said is kept is kept, a second call completes, nothing is broken.

`GIAOLUU_KILLS=50` kills so often in all; five times without it.
"""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from giaoluu.model.capture import MediaType
from giaoluu.register import integrity
from giaoluu.register.models import Activity, Article, Claim, Judgement, SheetImport, SheetRow

KILLS = int(os.environ.get("GIAOLUU_KILLS", "5"))
PAGES = 60
SHEET = 260
OPEN = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from tests.register.readings import vietnamese, LINES_VI
from giaoluu.register import open_register
open_register(Path(sys.argv[2]))
def page(turn):
    lines = (*LINES_VI[:5], (LINES_VI[5][0], f"No. {turn}."), LINES_VI[6])
    return vietnamese(f"page-{turn}", lines=lines)
say = lambda words: print(words, flush=True)
say("open")
"""
WORK = {
    "one by one": """
from giaoluu.register import ingest
ingest(map(page, range(60)), progress=say)
""",
    "at once": """
from giaoluu.register import bulk
from giaoluu.model.codec import to_json
bulk.LINES, bulk.PAGES, bulk.FIRST = 4, 8, 24
bulk.ingest_readings((to_json(page(turn)[1]).encode() for turn in range(60)), progress=say)
""",
    "review": """
from giaoluu.register import ingest, judge
from giaoluu.register.models import Claim
ingest(map(page, range(6)))
for claim in Claim.objects.filter(verdict="", property__in=("date", "place", "kind")).order_by("pk"):
    say(f"decided {judge(claim, 'accept', who='An').pk}")
""",
    "sheet": """
from tests.register.sheets import HEADERS, csv_of, rows
from giaoluu.register import sheets
for number in range(1, 5):
    content = csv_of(HEADERS, rows(260)[65 * (number - 1) : 65 * number] if number < 4 else rows(260))
    table = sheets.read_table(f"part {number}.csv", content)
    found = sheets.propose(table.headers)
    layout = sheets.Layout(table.headers, found.columns, found.language, {"kind": "visit", "direction": "in"})
    plan = sheets.plan(table, layout)
    say(f"planned {number}")
    say(f"imported {sheets.import_plan(plan, content, who='An').pk}")
""",
}


@pytest.mark.slow
@pytest.mark.timeout(120 if KILLS <= 5 else 1800)
@pytest.mark.parametrize("work", WORK)
def test_what_was_said_to_be_kept_is_kept(home, work):
    chance = random.Random(work)
    command = [sys.executable, "-c", OPEN + WORK[work], str(Path(__file__).parents[2]), str(home)]
    said: set[str] = set()
    for _ in range(max(1, KILLS // len(WORK))):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=dict(os.environ)) as process:
            lines = chance.choice((1, chance.randint(2, 25)))
            for _ in range(lines):
                said.add(process.stdout.readline().strip())
            time.sleep(chance.random() * (0.05 if lines > 1 else 0.6))
            process.kill()
            said |= set(process.stdout.read().splitlines()[:-1])
        kept_so_far(said)
    subprocess.run(command, capture_output=True, check=True, env=dict(os.environ))
    kept_so_far(said)
    if work == "sheet":
        assert SheetRow.objects.count() == Article.objects.count() == Activity.objects.count() == SHEET
    elif work != "review":
        assert Article.objects.count() == PAGES
        assert Activity.objects.count() == 2 * PAGES
    else:
        assert not Claim.objects.filter(verdict="", property__in=("date", "place", "kind")).exists()


def kept_so_far(said: set[str]) -> None:
    """Everything that was said to be kept is there, whole, and nothing is broken."""
    pages = {line for line in said if line.startswith("page-")}
    assert pages <= set(Article.objects.values_list("ident", flat=True))
    decided = {int(line.split()[1]) for line in said if line.startswith("decided ")}
    assert decided <= set(Judgement.objects.values_list("pk", flat=True))
    imports = {made.pk: made.rows.count() for made in SheetImport.objects.all()}
    assert {int(line.split()[1]) for line in said if line.startswith("imported ")} <= imports.keys()
    assert SheetRow.objects.count() == sum(imports.values())
    entries = Article.objects.filter(capture__media_type=MediaType.ENTRY.value).count()
    assert entries == SheetRow.objects.count()
    assert Activity.objects.count() == 2 * Article.objects.count() - entries
    assert list(integrity()) == []
