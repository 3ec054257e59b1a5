"""Values as people write and read them in a field, and as the register holds them: dates are written as in a letter."""

from giaoluu.mentions.dates_written import written_date
from giaoluu.model.edtf import Edtf
from giaoluu.register.entries.saving import today
from giaoluu.web.entering import entry_language
from giaoluu.web.words import DATES, edtf_words


def in_field(name: str, value: str) -> str:
    """Return a value as it stands in a field: a date in words where those are understood again, else as it is held.

    >>> in_field("date", "2026-03-26"), in_field("place", "Huế")
    ('26 March 2026', 'Huế')
    """
    if name not in DATES or not value:
        return value
    words = edtf_words(value)
    return words if held(name, words) == value else value


def held(name: str, text: str, *, near: str = "") -> str:
    """Return what was written into a field as the register holds it; what cannot be understood stays as it is.

    A day without a year is the last one before the date `near`, such as that of an article; before today without one.

    >>> held("date", "26/3/2026"), held("date", "soon"), held("place", "26/3/2026")
    ('2026-03-26', 'soon', '26/3/2026')
    >>> held("date", "26/3", near="2024-03-27")
    '2024-03-26'
    """
    text = text.strip()
    if name not in DATES or not text:
        return text
    found = written_date(text, [entry_language()], Edtf(near) if near else today())
    return text if found.edtf is None else str(found.edtf)
