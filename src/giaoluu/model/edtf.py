"""Dates as precise as the text and no more: an own subset of EDTF (ISO 8601-2)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date of our subset of EDTF."""

    text: str

    def __str__(self) -> str:
        return self.text
