"""The order in which reports arrive says nothing; one more report changes no id."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.coverage.reports import account, person

from giaoluu import captures, read, samples
from giaoluu.coverage import Print, PrintedNames, link_prints, print_of
from giaoluu.coverage.blocks import candidate_pairs
from giaoluu.coverage.clusters import cluster
from giaoluu.coverage.evidence import judge

NAMES = PrintedNames()


@cache
def prints() -> tuple[Print, ...]:
    return tuple(print_of(read(page)) for page in captures([str(samples.PAGES)]))


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_any_order_gives_the_same_links(data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(prints()))
    assert link_prints(shuffled, NAMES) == link_prints(prints(), NAMES)


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_one_more_report_leaves_the_ids_of_the_others(data: st.DataObject) -> None:
    left_out = data.draw(st.sampled_from([one for one in prints() if one.reading > "f"]))
    few = link_prints([one for one in prints() if one is not left_out], NAMES)
    known = {one.id for one in link_prints(prints(), NAMES).activities}
    gone = {one.id for one in few.activities} - known
    assert gone <= {one.id for one in few.activities if any(key.reading > left_out.reading for key in one.accounts)}


PEOPLE = st.sampled_from([person(name, country) for name in ("Lan", "Minh", "Bo") for country in ("VN", "CN")])
DAYS = st.sampled_from([None, "2024-03-05", "2024-03-06", "2024-03-12", "2024-03"])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.lists(PEOPLE, max_size=3, unique=True), DAYS, DAYS), max_size=8), st.randoms())
def test_groups_do_not_depend_on_order_and_never_hold_days_apart(told: list, random: object) -> None:
    accounts = [
        account(f"r{number}", people, days=days, published=printed)
        for number, (people, days, printed) in enumerate(told)
    ]
    by_key = {one.key: one for one in accounts}

    def groups(order: list) -> list:
        ties = [judge(left, right, NAMES) for left, right in candidate_pairs(order, NAMES)]
        clusters, _ = cluster(by_key, ties, lambda left, right: judge(left, right, NAMES))
        return sorted({tuple(clusters.members(key)) for key in by_key})

    shuffled = accounts.copy()
    random.shuffle(shuffled)
    found = groups(accounts)
    assert groups(shuffled) == found
    for group in found:
        days = {by_key[key].days for key in group if by_key[key].days}
        assert not {"2024-03-05", "2024-03-12"} <= {str(day) for day in days}
