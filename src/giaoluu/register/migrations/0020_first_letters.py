"""An index of first letters, so that a single one is found at once; sides of statements where lists are read from."""

from typing import Any

from django.db import migrations, models

BEFORE = ("DROP TRIGGER register_search_in", "DROP TRIGGER register_search_out", "DROP TABLE register_search")
INDEX = (
    "CREATE VIRTUAL TABLE register_search USING fts5(words, marks, content='register_searchrow', content_rowid='id', "
    "tokenize='unicode61 remove_diacritics 0', prefix='{lengths}')",
    "CREATE TRIGGER register_search_in AFTER INSERT ON register_searchrow BEGIN "
    "INSERT INTO register_search(rowid, words, marks) VALUES (new.id, new.words, new.marks); END",
    "CREATE TRIGGER register_search_out AFTER DELETE ON register_searchrow BEGIN "
    "INSERT INTO register_search(register_search, rowid, words, marks) "
    "VALUES ('delete', old.id, old.words, old.marks); END",
    "INSERT INTO register_search(register_search) VALUES ('rebuild')",
)
SHOWN = models.Q(("current", True))


def _made_anew(editor: Any, lengths: str) -> None:
    """Make the index of words of SQLite anew, with beginnings of these lengths."""
    for command in (*BEFORE, *INDEX) if editor.connection.vendor == "sqlite" else ():
        editor.execute(command.format(lengths=lengths))


def with_letters(_: Any, editor: Any) -> None:
    """Index one letter and two."""
    _made_anew(editor, "1 2")


def without_letters(_: Any, editor: Any) -> None:
    """Index two letters alone."""
    _made_anew(editor, "2")


class Migration(migrations.Migration):
    dependencies = [("register", "0019_fewer_indexes")]

    operations = [
        migrations.RunPython(with_letters, without_letters),
        migrations.RemoveIndex(model_name="quotation", name="quotation_newest"),
        migrations.AddIndex(
            model_name="quotation",
            index=models.Index(
                fields=["-sorted_by", "-id", "sides", "current"], name="quotation_newest", condition=SHOWN
            ),
        ),
    ]
