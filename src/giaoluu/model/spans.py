"""Where a fact stands in its article: offsets, the exact words, and a little context."""

from dataclasses import InitVar, dataclass, field
from typing import Generic, TypeVar

from giaoluu.model.errors import SpanError

T = TypeVar("T")

CONTEXT = 32
"""Code points of context kept on each side (W3C Web Annotation `prefix`, `suffix`)."""


@dataclass(frozen=True, slots=True, order=True, eq=True)
class Span:
    """`[start, end)` in code points of the article's text, with the words that stand there.

    It cannot be built where `exact` is not the text at its offsets.

    >>> Span(0, 2, "Hà", text="Hà Nội").exact
    'Hà'
    >>> Span(0, 2, "Ha", text="Hà Nội")
    Traceback (most recent call last):
    giaoluu.model.errors.SpanError: text at 0:2 is 'Hà', not 'Ha'
    """

    start: int
    end: int
    exact: str
    prefix: str = field(default="", compare=False, repr=False)
    suffix: str = field(default="", compare=False, repr=False)
    text: InitVar[str] = field(kw_only=True)

    def __post_init__(self, text: str) -> None:
        """Refuse a span that does not say what stands there."""
        _check(text, self.start, self.end)
        if text[self.start : self.end] != self.exact:
            raise SpanError(f"text at {self.start}:{self.end} is {text[self.start : self.end]!r}, not {self.exact!r}")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """Return the span of `text[start:end]` with its context.

        >>> Span.of("tại Hà Nội hôm nay", 4, 10)
        Span(start=4, end=10, exact='Hà Nội')
        """
        _check(text, start, end)
        span, put = (
            object.__new__(cls),
            object.__setattr__,
        )  # words cut out of the text stand there: it need not be asked
        put(span, "start", start)
        put(span, "end", end)
        put(span, "exact", text[start:end])
        put(span, "prefix", text[start - CONTEXT if start > CONTEXT else 0 : start])
        put(span, "suffix", text[end : end + CONTEXT])
        return span

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Say whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end


def _check(text: str, start: int, end: int) -> None:
    """Raise SpanError where nothing stands between two offsets of a text."""
    if not 0 <= start < end <= len(text):
        raise SpanError(f"span {start}:{end} is empty or outside a text of {len(text)} code points")


@dataclass(frozen=True, slots=True)
class Cited(Generic[T]):
    """A value with the words that it rests on and the rule that read them.

    `inferred` marks what follows by a named rule and is not said in so many words.

    >>> Cited("VN", Span.of("Đại sứ Việt Nam", 7, 15), rule="country-in-post").value
    'VN'
    """

    value: T
    span: Span
    rule: str
    inferred: bool = False
