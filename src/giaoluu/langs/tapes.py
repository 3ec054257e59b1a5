"""The tapes of one text: each stretch is put on a tape once, whichever room asks for it."""

from typing import TYPE_CHECKING

from giaoluu.langs.tape import Tape

if TYPE_CHECKING:
    from giaoluu.langs.pack import Pack


class Tapes:
    """Tapes over stretches of one text, kept while the text is read.

    >>> from giaoluu.langs.pack import pack
    >>> tapes = Tapes("Tại Hà Nội. Tại Huế.", pack("vi"))
    >>> tapes.of(12, 20).folded, tapes.of(12, 20) is tapes.of(12, 20)
    ('tại huế.', True)
    """

    def __init__(self, text: str, pack: "Pack") -> None:
        """Start without any."""
        self.text, self.pack = text, pack
        self.made: dict[tuple[int, int], Tape] = {}

    def of(self, start: int, end: int) -> Tape:
        """Return the tape of `text[start:end]`."""
        tape = self.made.get((start, end))
        if tape is None:
            tape = self.made[start, end] = self.pack.tape(self.text, start=start, end=end)
        return tape
