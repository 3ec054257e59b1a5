"""`giaoluu link`, and what `ingest` leaves to it."""

import json

import pytest
from django.db import connections

from giaoluu import samples

PAGES = [str(samples.page_of(name)) for name in ("readout-vi", "readout-zh")]


@pytest.mark.parametrize(("options", "shared"), [([], 1), (["--no-link"], 0)])
def test_ingest_links_unless_told_otherwise(run, tmp_path, options, shared) -> None:
    assert run("ingest", *PAGES, *options, "--register", tmp_path).exit_code == 0
    from giaoluu.register.models import Activity

    assert Activity.objects.filter(accounts=2).count() == shared
    told = run("link", "--json", "--register", tmp_path)
    assert told.exit_code == 0, told.output
    assert json.loads(told.output)["shared"] == 1
    again = json.loads(run("link", "--json", "--register", tmp_path).output)
    assert (again["pages"], again["shared"]) == (0, 1)
    everything = run("link", "--all", "--register", tmp_path).output
    assert everything.startswith("2 pages compared; 1 activities with several accounts")
    connections.close_all()
