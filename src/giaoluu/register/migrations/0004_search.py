"""One search over all rows; on SQLite with an index of words that triggers keep."""

import datetime
from typing import Any

import django.db.models.deletion
from django.db import migrations, models

SQLITE = (
    "CREATE VIRTUAL TABLE register_search USING fts5("
    "words, content='register_searchrow', content_rowid='id', tokenize='unicode61 remove_diacritics 0')",
    "CREATE TRIGGER register_search_in AFTER INSERT ON register_searchrow BEGIN "
    "INSERT INTO register_search(rowid, words) VALUES (new.id, new.words); END",
    "CREATE TRIGGER register_search_out AFTER DELETE ON register_searchrow BEGIN "
    "INSERT INTO register_search(register_search, rowid, words) VALUES ('delete', old.id, old.words); END",
)
UNDO = (
    "DROP TRIGGER register_search_in",
    "DROP TRIGGER register_search_out",
    "DROP TABLE register_search",
)


def make_index(_: Any, editor: Any) -> None:
    """Make the index of words where the store is SQLite."""
    for command in SQLITE if editor.connection.vendor == "sqlite" else ():
        editor.execute(command)


def drop_index(_: Any, editor: Any) -> None:
    """Drop the index of words."""
    for command in UNDO if editor.connection.vendor == "sqlite" else ():
        editor.execute(command)


def fill(apps: Any, _: Any) -> None:
    """Index what was taken in before; paragraphs of articles follow when they are read anew."""
    from giaoluu.register.folding import tokens

    rows = apps.get_model("register", "SearchRow").objects
    for table, sort in (
        ("Activity", "activity"),
        ("Person", "person"),
        ("Organisation", "body"),
        ("Article", "article"),
    ):
        every = apps.get_model("register", table).objects.all()
        batch = []
        for row in every.iterator(chunk_size=2000):
            words = " " + " ".join(tokens(row.folded))
            shown = getattr(row, "name", "") or row.title
            batch.append(
                rows.model(article_id=row.pk if sort == "article" else row.article_id, sort=sort, row=row.pk,
                           words=words, shown=shown[:400], day=getattr(row, "sorted_by", datetime.date.min))
            )  # fmt: skip
            if len(batch) == 2000:
                rows.bulk_create(batch)
                batch = []
        rows.bulk_create(batch)


class Migration(migrations.Migration):
    dependencies = [("register", "0003_decisions_by_content")]

    operations = [
        migrations.CreateModel(
            name="SearchRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort", models.CharField(max_length=12)),
                ("row", models.BigIntegerField()),
                ("day", models.DateField(default=datetime.date(1, 1, 1))),
                ("words", models.TextField()),
                ("shown", models.TextField(blank=True)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="search_rows", to="register.article"
                    ),
                ),
            ],
        ),
        migrations.RunPython(make_index, drop_index),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
