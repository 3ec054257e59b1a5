"""What recurs on the pages of one outlet is its furniture."""

from collections import OrderedDict
from collections.abc import Iterable

from giaoluu.articles.lines import lines_of


class OutletMemory:
    """The lines seen on an outlet's pages, each with the number of pages; bounded, plain, picklable.

    Remember each page once; a line that stands on at least `pages` of them is furniture. When
    more than `limit` lines are held, those seen longest ago are forgotten first.

    >>> memory = OutletMemory(pages=2)
    >>> memory.remember("Most read today\\nThe hall opened.")
    >>> memory.remember("Most read today\\nThe choir sang.")
    >>> memory.recurs("most read today"), memory.recurs("the choir sang")
    (True, False)
    """

    def __init__(self, *, pages: int = 3, limit: int = 20_000) -> None:
        """Start with nothing seen."""
        self.pages = pages
        self.limit = limit
        self._seen: OrderedDict[str, int] = OrderedDict()

    def remember(self, text: str) -> None:
        """Count the lines of one page, each once."""
        self._count({line.key for line in lines_of(text) if line.key})

    def recurs(self, key: str) -> bool:
        """Say whether a line, as folded for comparison, recurs on this outlet's pages."""
        return self._seen.get(key, 0) >= self.pages

    def __len__(self) -> int:
        """Return the number of lines held."""
        return len(self._seen)

    def _count(self, keys: Iterable[str]) -> None:
        """Count lines once more and forget the oldest beyond the limit."""
        for key in sorted(keys):
            self._seen[key] = self._seen.pop(key, 0) + 1
        while len(self._seen) > self.limit:
            self._seen.popitem(last=False)
