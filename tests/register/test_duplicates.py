"""What the register holds already, found before saving: the same page, another language, a row of a sheet."""

import pytest

from giaoluu import samples
from giaoluu.entries import Entry, Sort, capture_of_entry
from giaoluu.pipeline import read
from giaoluu.register import ingest
from giaoluu.register.duplicates import likely_same
from giaoluu.register.entries import new_id, save
from giaoluu.register.linking import link
from giaoluu.sources import captures


def page(name: str):
    return next(iter(captures([str(samples.page_of(name))])))


@pytest.fixture
def held(home):
    ingest([(one, read(one)) for one in (page("readout-vi"),)])
    link()
    return home


def test_the_same_meeting_in_chinese_is_known(held):
    found = likely_same(read(page("readout-zh")))
    assert found[0].sure
    assert found[0].activity.article.language == "vi"
    assert any("same days" in reason for reason in found[0].reasons)


def test_another_page_is_not(held):
    assert likely_same(read(page("ceramics-en"))) == []


def test_an_entry_of_the_same_meeting_is_known_and_never_its_own_duplicate(held):
    activity = likely_same(read(page("readout-zh")))[0].activity
    names = [row for row in activity.participants.all() if row.person]
    rows = {"participants": tuple({"name": row.name, "country": row.side, "role": row.role} for row in names)}
    cells = {"kind": activity.kind, "date": activity.date, "place": activity.place}
    entry = save(Entry(new_id(), Sort.ACTIVITY, "vi", cells, rows), who="An").entry
    link()
    again = likely_same(read(capture_of_entry(entry)), but=entry.id)
    assert [one.activity.pk for one in again] == [activity.pk]
