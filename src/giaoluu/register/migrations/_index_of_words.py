"""SQLite's index of words, as migrations make it and drop it."""

DROPPED = (
    "DROP TRIGGER IF EXISTS register_search_in",
    "DROP TRIGGER IF EXISTS register_search_out",
    "DROP TABLE IF EXISTS register_search",
)


def made(lengths: str) -> tuple[str, ...]:
    """Return the commands that make and fill it, with an index of beginnings of these lengths."""
    return (
        "CREATE VIRTUAL TABLE register_search USING fts5(words, marks, content='register_searchrow', "
        f"content_rowid='id', tokenize='unicode61 remove_diacritics 0', prefix='{lengths}')",
        "CREATE TRIGGER register_search_in AFTER INSERT ON register_searchrow BEGIN "
        "INSERT INTO register_search(rowid, words, marks) VALUES (new.id, new.words, new.marks); END",
        "CREATE TRIGGER register_search_out AFTER DELETE ON register_searchrow BEGIN "
        "INSERT INTO register_search(register_search, rowid, words, marks) "
        "VALUES ('delete', old.id, old.words, old.marks); END",
        "INSERT INTO register_search(register_search) VALUES ('rebuild')",
    )
