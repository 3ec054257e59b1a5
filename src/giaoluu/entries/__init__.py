"""What people enter by hand or from a sheet: an entry is a page like any other, with a text and a reading."""

from giaoluu.entries.entry import Entry, Sort, capture_of_entry, entry_of
from giaoluu.entries.reading import article_of_entry, entry_language, is_by_hand, read_entry

__all__ = [
    "Entry",
    "Sort",
    "article_of_entry",
    "capture_of_entry",
    "entry_language",
    "entry_of",
    "is_by_hand",
    "read_entry",
]
