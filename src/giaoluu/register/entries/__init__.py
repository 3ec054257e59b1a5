"""Entries in the register: saved as pages in versions, with what is kept apart and with attached files."""

from giaoluu.register.entries.asides import aside_of, set_aside
from giaoluu.register.entries.attachments import attach, attachments_of, open_attachment, remove_attachment
from giaoluu.register.entries.checking import EntryError, Problem, checked
from giaoluu.register.entries.saving import ClashError, Saved, article_of, entry_from, history, new_id, save, withdraw

__all__ = [
    "ClashError",
    "EntryError",
    "Problem",
    "Saved",
    "article_of",
    "aside_of",
    "attach",
    "attachments_of",
    "checked",
    "entry_from",
    "history",
    "new_id",
    "open_attachment",
    "remove_attachment",
    "save",
    "set_aside",
    "withdraw",
]
