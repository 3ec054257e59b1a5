"""Work spread over processes: order, bounded memory, failures. Items are expressions, `eval` does them."""

import os
from collections.abc import Iterator

import pytest

from giaoluu.cli.spread import FEW, WINDOW, spread

WHERE = "__import__('os').getpid()"
DIE = "__import__('os')._exit(9)"


def done(items: list[str], *, jobs: int) -> list[object]:
    return list(spread(eval, items, died=len, jobs=jobs))


@pytest.mark.parametrize("count", [0, 1, FEW, FEW + 1, 40])
@pytest.mark.parametrize("jobs", [1, 2])
def test_every_result_comes_in_order(count: int, jobs: int) -> None:
    assert done([f"{number} ** 2" for number in range(count)], jobs=jobs) == [number**2 for number in range(count)]


def test_a_slow_item_keeps_its_place() -> None:
    slow = ["__import__('time').sleep(0.2) or 0", *map(str, range(1, 20))]
    assert done(slow, jobs=2) == list(range(20))


@pytest.mark.parametrize(("count", "jobs", "here"), [(FEW, 2, True), (40, 1, True), (FEW + 1, 2, False)])
def test_a_few_items_stay_in_this_process(count: int, jobs: int, *, here: bool) -> None:
    assert (set(done([WHERE] * count, jobs=jobs)) == {os.getpid()}) is here


def test_no_more_than_a_window_is_taken_ahead() -> None:
    taken = 0

    def items() -> Iterator[str]:
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield str(number)

    results = spread(eval, items(), died=len, jobs=2)
    for _ in range(10):
        next(results)
    assert taken <= 10 + 2 * WINDOW
    results.close()


def test_an_error_of_the_function_reaches_the_caller() -> None:
    with pytest.raises(ZeroDivisionError):
        done([*map(str, range(10)), "1 / 0", "11"], jobs=2)


@pytest.mark.slow
def test_a_process_that_dies_costs_only_its_own_item() -> None:
    items = [*map(str, range(12)), DIE, *map(str, range(13, 30))]
    expected = [*range(12), len(DIE), *range(13, 30)]
    assert done(items, jobs=2) == expected
