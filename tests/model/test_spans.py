"""Spans say what stands there, or cannot be built."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoluu.model.errors import GiaoluuError, SpanError
from giaoluu.model.spans import CONTEXT, Span

TEXT = "Chiều 5/7, đoàn nghệ thuật 云南 đến thăm thành phố Đà Lạt. 😀 Tack!"


@pytest.mark.parametrize(
    ("start", "end", "exact"),
    [(0, 0, ""), (5, 3, "x"), (-3, 2, "Chi"), (0, 999, TEXT), (0, 5, "Chieu"), (0, 5, "chiều"), (1, 6, "Chiều")],
)
def test_refused(start: int, end: int, exact: str) -> None:
    """A span that is empty, outside, or says other words is refused."""
    with pytest.raises(SpanError) as caught:
        Span(start, end, exact, text=TEXT)
    assert isinstance(caught.value, GiaoluuError)
    assert f"{start}:{end}" in str(caught.value)


@given(st.text(min_size=1, max_size=120), st.data())
def test_of(text: str, data: st.DataObject) -> None:
    """Offsets count code points, and the context is what stands on both sides."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.of(text, start, end)
    assert span.exact == text[start:end]
    assert len(span.prefix) <= CONTEXT >= len(span.suffix)
    assert (span.prefix + span.exact + span.suffix) in text
    assert Span(start, end, span.exact, text=text) == span


@pytest.mark.parametrize(
    ("left", "right", "overlap", "cover"),
    [
        ((0, 5), (0, 5), True, True),
        ((0, 10), (2, 5), True, True),
        ((2, 5), (0, 10), True, False),
        ((0, 5), (4, 9), True, False),
        ((0, 5), (5, 9), False, False),
    ],
)
def test_overlaps_and_covers(left: tuple[int, int], right: tuple[int, int], overlap: bool, cover: bool) -> None:
    """Ends are not part of a span."""
    one, other = Span.of(TEXT, *left), Span.of(TEXT, *right)
    assert (one.overlaps(other), other.overlaps(one), one.covers(other)) == (overlap, overlap, cover)


def test_order_is_that_of_the_text() -> None:
    """Spans sort by start, then end; context plays no part."""
    spans = [Span.of(TEXT, 0, 3), Span.of(TEXT, 0, 5), Span.of(TEXT, 6, 9)]
    assert sorted([spans[2], spans[0], spans[1]]) == spans
    assert replace(spans[0], prefix="x", text=TEXT) == spans[0]
