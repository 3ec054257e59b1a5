"""Search with filters: what they ask stands in the index of words; names under the keys of their other forms."""

from itertools import islice
from typing import Any

from django.db import migrations, models

from giaoluu.register.migrations._index_of_words import DROPPED, made

POSTGRESQL = (
    "ALTER TABLE register_searchrow ADD COLUMN found tsvector "
    "GENERATED ALWAYS AS (to_tsvector('simple', words || ' ' || marks)) STORED",
    "CREATE INDEX register_search ON register_searchrow USING gin (found) WITH (fastupdate = off)",
    "ALTER TABLE register_searchrow ALTER COLUMN found SET STATISTICS 1000",
)
POSTGRESQL_BEFORE = ("ALTER TABLE register_searchrow DROP COLUMN IF EXISTS found",)
BATCH = 2000


def make_index(_: Any, editor: Any) -> None:
    """Make the index of words of the store."""
    for command in made("2") if editor.connection.vendor == "sqlite" else POSTGRESQL:
        editor.execute(command)


def drop_index(_: Any, editor: Any) -> None:
    """Drop the index of words."""
    for command in DROPPED if editor.connection.vendor == "sqlite" else POSTGRESQL_BEFORE:
        editor.execute(command)


def fill(apps: Any, _: Any) -> None:
    """Fill what filters ask from the rows that are there."""
    from giaoluu.register.marks import marks_of
    from giaoluu.register.spoken_names import add_names

    rows = apps.get_model("register", "SearchRow").objects
    rows.filter(article__current=False).delete()
    tables = {
        "activity": apps.get_model("register", "Activity").objects,
        "person": apps.get_model("register", "Person").objects,
        "body": apps.get_model("register", "Organisation").objects,
    }
    every = rows.select_related("article").order_by("pk").iterator(chunk_size=BATCH)
    while batch := list(islice(every, BATCH)):
        told = {sort: table.in_bulk([row.row for row in batch if row.sort == sort]) for sort, table in tables.items()}
        for row in batch:
            of = told[row.sort].get(row.row) if row.sort in told else None
            row.language = row.article.language
            row.kind = of.kind if row.sort == "activity" and of else ""
            row.countries = getattr(of, "countries", "") or getattr(of, "country", "")
            known = row.day if row.day.year > 1 else None
            row.earliest = (of.earliest or known) if row.sort == "activity" and of else known
            row.latest = (of.latest or known) if row.sort == "activity" and of else known
            row.marks = marks_of(row)
        rows.bulk_update(batch, ["language", "kind", "countries", "earliest", "latest", "marks"])
    names = tables["person"].values_list("forms", flat=True).iterator(chunk_size=BATCH)
    while some := list(islice(names, BATCH)):
        add_names({name for forms in some for name in forms}, table=apps.get_model("register", "SpokenName"))


class Migration(migrations.Migration):
    dependencies = [("register", "0006_accounts")]

    operations = [
        migrations.RunPython(drop_index, migrations.RunPython.noop),
        migrations.AddField("searchrow", "earliest", models.DateField(null=True)),
        migrations.AddField("searchrow", "latest", models.DateField(null=True)),
        migrations.AddField(
            "searchrow", "kind", models.CharField(blank=True, default="", max_length=40), preserve_default=False
        ),
        migrations.AddField(
            "searchrow", "countries", models.CharField(blank=True, default="", max_length=80), preserve_default=False
        ),
        migrations.AddField(
            "searchrow", "language", models.CharField(blank=True, default="", max_length=12), preserve_default=False
        ),
        migrations.AddField("searchrow", "marks", models.TextField(blank=True, default=""), preserve_default=False),
        migrations.CreateModel(
            name="SpokenName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=120)),
                ("name", models.TextField()),
            ],
            options={
                "indexes": [models.Index(fields=["name"], name="spoken_name")],
                "constraints": [models.UniqueConstraint(fields=["key", "name"], name="spoken_name_once")],
            },
        ),
        migrations.CreateModel(
            name="SavedSearch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("owner", models.CharField(blank=True, max_length=200)),
                ("name", models.CharField(max_length=200)),
                ("query", models.CharField(max_length=1000)),
                ("made", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ("name", "id"),
                "constraints": [models.UniqueConstraint(fields=["owner", "name"], name="saved_search_once")],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(make_index, drop_index),
    ]
