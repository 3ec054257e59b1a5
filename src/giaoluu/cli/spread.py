"""Work spread over processes: results in order, and never more items in flight than a small window."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

FEW = 8
"""So many items are done before processes could have started."""

WINDOW = 4
"""Items in flight for each process: enough that none waits, few enough that memory stays flat."""


def spread(function: Callable[[Item], Result], items: Iterable[Item], *, jobs: int = 0) -> Iterator[Result]:
    """Yield `function(item)` of each item in the order of the items.

    `jobs` is the number of processes, 0 as many as there are cores. A few items stay in this process.
    The function must be a plain one of a module: processes are spawned, also on Linux.

    >>> list(spread(abs, [-1, -2, 3]))
    [1, 2, 3]
    """
    jobs = jobs or os.cpu_count() or 1
    waiting = iter(items)
    first = list(islice(waiting, FEW)) if jobs > 1 else []
    if len(first) < FEW:
        yield from map(function, chain(first, waiting))
        return
    yield from _in_processes(function, chain(first, waiting), jobs=jobs)


def _in_processes(function: Callable[[Item], Result], items: Iterator[Item], *, jobs: int) -> Iterator[Result]:
    """Yield results in order from a pool that never holds more than a window of items."""
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts_to_parent)
    flying: deque[Future[Result]] = deque()
    try:
        for item in items:
            flying.append(pool.submit(function, item))
            if len(flying) >= jobs * WINDOW:
                yield flying.popleft().result()
        while flying:
            yield flying.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _leave_interrupts_to_parent() -> None:
    """Keep Ctrl-C from printing one traceback a process: the parent stops them all."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
