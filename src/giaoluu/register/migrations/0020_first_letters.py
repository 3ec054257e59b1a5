"""An index of first letters, so that a single one is found at once; sides of statements where lists are read from."""

from typing import Any

from django.db import migrations, models

from giaoluu.register.migrations._index_of_words import DROPPED, made

SHOWN = models.Q(("current", True))


def _made_anew(editor: Any, lengths: str) -> None:
    """Make the index of words of SQLite anew, with beginnings of these lengths."""
    for command in (*DROPPED, *made(lengths)) if editor.connection.vendor == "sqlite" else ():
        editor.execute(command)


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
