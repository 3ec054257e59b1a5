"""What has been kept of readings between two sessions, and how it is asked for."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

Kept = TypeVar("Kept", covariant=True)
"""What is kept of a reading between two sessions: a sighting of a person, an outline of a report."""


class Candidates(Protocol[Kept]):
    """Who keeps what was made of the readings of before, such as a register: asked by keys, never for all of it.

    A table of two columns, key and what is kept, is enough. New readings are linked with what shares a key only:

    >>> class Shelf:
    ...     def __init__(self):
    ...         self.by_key = {}
    ...     def file(self, kept, keys):
    ...         for key in keys:
    ...             self.by_key.setdefault(key, {})[kept] = None
    ...     def sharing(self, keys):
    ...         return list(dict.fromkeys(kept for key in sorted(keys) for kept in self.by_key.get(key, ())))
    >>> shelf = Shelf()
    >>> shelf.file("page one", {"2024-03-05 minister:VN", "reading one"})
    >>> shelf.sharing(frozenset({"2024-03-05 minister:VN", "2024-03-06 minister:VN"}))
    ['page one']
    """

    def sharing(self, keys: frozenset[str]) -> Iterable[Kept]:
        """Return all that is filed under at least one of these keys; more does no harm, less changes the result."""
        ...
