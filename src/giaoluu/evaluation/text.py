"""The sentences of one document: whether two quotes stand in the same one."""

import re
import unicodedata

from giaoluu.evaluation.fuzzy import best_window
from giaoluu.evaluation.words import WORDS, squeezed

LONGEST = 900
"""Evidence longer than this is refused: it would match everything."""

CLOSERS = '"\u201d\u2019\u00bb\u300d)'
STOP = re.compile(f"[.!?\u3002\uff01\uff1f\u2026]+[{CLOSERS}]*(?=\\s|$)|[\u3002\uff01\uff1f]+[{CLOSERS}]*|\\n+")
NO_STOP = re.compile(r"(?:^|[\s(.])(?:" + "|".join(WORDS["abbreviations"]) + r"|\w)$")


class Text:
    """A document's text, searched without regard to case and spacing.

    >>> text = Text("An spoke. Chen  thanked the hosts.")
    >>> text.sentences_of("chen thanked"), text.sentences_at(0, 3)
    ({1}, {0})
    """

    def __init__(self, raw: str) -> None:
        """Fold the text once, with the way back to its offsets."""
        self.raw = unicodedata.normalize("NFC", raw)
        folded: list[str] = []
        self._offsets: list[int] = []
        for offset, letter in enumerate(self.raw):
            if letter.isspace() and folded and folded[-1] == " ":
                continue
            folded.append(" " if letter.isspace() else letter.lower())
            self._offsets.append(offset)
        self.folded = "".join(folded)
        self.sentences = tuple(self._split())

    def _split(self) -> list[tuple[int, int]]:
        """Return where each sentence starts and ends."""
        found, start = [], 0
        for stop in STOP.finditer(self.raw):
            if stop.group().startswith(".") and NO_STOP.search(self.raw[max(0, stop.start() - 4) : stop.start()]):
                continue
            if stop.end() - start > 1:
                found.append((start, stop.end()))
            start = stop.end()
        return [*found, (start, len(self.raw))] if start < len(self.raw) else found

    def spans(self, quote: str | None) -> list[tuple[int, int]]:
        """Return where a quote stands; a damaged one of more than 20 letters where it stands best."""
        words = squeezed(quote).lower()
        if not words:
            return []
        found, at = [], self.folded.find(words)
        while at >= 0:
            found.append((self._offsets[at], self._offsets[at + len(words) - 1] + 1))
            at = self.folded.find(words, at + 1)
        if not found and len(words) > 20:
            window = best_window(words, self.folded, least=88)
            if window:
                last = min(window[1], len(self._offsets)) - 1
                found.append((self._offsets[window[0]], self._offsets[last] + 1))
        return found

    def sentences_at(self, start: int, end: int) -> set[int]:
        """Return the numbers of the sentences that a span touches; none for an overlong span."""
        if end - start > LONGEST:
            return set()
        return {number for number, (first, last) in enumerate(self.sentences) if start < last and end > first}

    def sentences_of(self, quote: str | None) -> set[int]:
        """Return the numbers of the sentences in which a quote stands."""
        if len(quote or "") > LONGEST:
            return set()
        spans = self.spans(quote)
        if any(end - start > LONGEST for start, end in spans):
            return set()
        return {number for start, end in spans for number in self.sentences_at(start, end)}
