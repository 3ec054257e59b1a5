"""What an office keeps apart of an entry: never part of its page, never exported unless asked for by name."""

from collections.abc import Mapping

from giaoluu.entries.entry import tidy
from giaoluu.entries.fields import fields_of
from giaoluu.model.errors import RegisterError
from giaoluu.register.models import EntryAside

NAMES = tuple(field.name for field in fields_of("internal"))
"""The fields that are kept apart."""


def aside_of(page: str) -> dict[str, str]:
    """Return what is kept apart of an entry, or nothing."""
    row = EntryAside.objects.filter(page=page).order_by("-id").first()
    return dict(row.cells) if row else {}


def asides_of(pages: list[str]) -> dict[str, dict[str, str]]:
    """Return what is kept apart of several entries, by page."""
    found: dict[str, dict[str, str]] = {}
    for start in range(0, len(pages), 500):
        rows = EntryAside.objects.filter(page__in=pages[start : start + 500]).order_by("id")
        found |= {row.page: dict(row.cells) for row in rows}
    return found


def set_aside(page: str, cells: Mapping[str, str], *, who: str) -> bool:
    """Keep cells apart of an entry, the ones before stay behind them; say whether anything changed."""
    if unknown := sorted(set(cells) - set(NAMES)):
        raise RegisterError(f"{unknown[0]!r} is not kept apart; use {', '.join(NAMES)}")
    clean = tidy(cells)
    if clean == aside_of(page):
        return False
    EntryAside.objects.create(page=page, cells=clean, who=who.strip())
    return True
