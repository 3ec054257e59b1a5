"""Work spread over processes: results in order, a small window in flight, and no item lost with a process."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

FEW = 8
"""So many items are done here before processes could have started."""

WINDOW = 4
"""Items in flight for each process: enough that none waits, few enough that memory stays flat."""


def spread(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    died: Callable[[Item], Result],
    jobs: int = 0,
) -> Iterator[Result]:
    """Yield `function(item)` of each item in the order of the items.

    `jobs` is the number of processes, 0 as many as there are cores. A few items stay in this process.
    `died(item)` is the result of an item with which a process ended (killed, out of memory).
    Both must be plain functions of a module: processes are spawned, also on Linux.

    >>> list(spread(abs, [-1, -2, 3], died=abs))
    [1, 2, 3]
    """
    jobs = jobs or os.cpu_count() or 1
    waiting = iter(items)
    first = list(islice(waiting, FEW + 1)) if jobs > 1 else []
    if len(first) <= FEW:
        yield from map(function, chain(first, waiting))
        return
    crew = _Crew(function, jobs=jobs)
    flying: deque[tuple[Item, Future[Result]]] = deque()
    try:
        for item in chain(first, waiting):
            flying.append((item, crew.start(item)))
            if len(flying) >= jobs * WINDOW:
                yield crew.finish(*flying.popleft(), died=died)
        while flying:
            yield crew.finish(*flying.popleft(), died=died)
    finally:
        crew.dismiss()


class _Crew(Generic[Item, Result]):
    """Processes that do one function; they are replaced when one of them dies."""

    def __init__(self, function: Callable[[Item], Result], *, jobs: int) -> None:
        self.function = function
        self.jobs = jobs
        self.pool = _pool(jobs)

    def start(self, item: Item) -> Future[Result]:
        """Give an item to the processes; what a dead process held is noticed when it is asked for."""
        try:
            return self.pool.submit(self.function, item)
        except BrokenProcessPool:
            self.pool = _pool(self.jobs)
            return self.pool.submit(self.function, item)

    def finish(self, item: Item, future: Future[Result], *, died: Callable[[Item], Result]) -> Result:
        """Return the result; when a process has died, try the item alone, to learn whether it was this one."""
        try:
            return future.result()
        except BrokenProcessPool:
            with _pool(1) as alone:
                try:
                    return alone.submit(self.function, item).result()
                except BrokenProcessPool:
                    return died(item)

    def dismiss(self) -> None:
        """End the processes; what they have not begun is not begun."""
        self.pool.shutdown(wait=True, cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Return processes started afresh, which leave Ctrl-C to this one."""
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts_to_parent)


def _leave_interrupts_to_parent() -> None:
    """Keep Ctrl-C from printing one traceback a process: the parent stops them all."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
