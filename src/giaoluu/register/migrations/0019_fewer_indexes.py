"""Indexes that another one holds are gone; those of links that mostly name nothing hold what names something."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

ALONE = {
    "activity": ("article", "part_of"),
    "claim": ("article",),
    "commitment": ("repeats",),
    "organisation": ("article",),
    "person": ("article",),
    "place": ("article",),
    "quotation": ("organisation",),
    "readingrow": ("article",),
}
"""Links whose own index goes."""


def drop(apps: Any, editor: Any) -> None:
    """Drop the index of each link; a change of the field would write SQLite's tables anew for it."""
    for name, links in ALONE.items():
        table = apps.get_model("register", name)._meta.db_table
        with editor.connection.cursor() as cursor:
            found = editor.connection.introspection.get_constraints(cursor, table)
        columns = [[f"{link}_id"] for link in links]
        for index, told in found.items():
            if told["columns"] in columns and told["index"] and not told["unique"]:
                editor.execute(f"DROP INDEX {editor.quote_name(index)}")


def make(apps: Any, editor: Any) -> None:
    """Make the index of each link again."""
    for name, links in ALONE.items():
        model = apps.get_model("register", name)
        for link in links:
            editor.execute(editor._create_index_sql(model, fields=[model._meta.get_field(link)]))


def link(to: str, related: str, **more: Any) -> Any:
    """Return a link without an index of its own."""
    told = {"on_delete": django.db.models.deletion.CASCADE, **more}
    return models.ForeignKey(db_index=False, related_name=related, to=to, **told)


FREE = {"null": True, "on_delete": django.db.models.deletion.SET_NULL}
HEADS = models.Q(("current", True), ("canonical", None))


class Migration(migrations.Migration):
    dependencies = [("register", "0018_bodies_by_country")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(drop, make)],
            state_operations=[
                migrations.AlterField("activity", "article", link("register.article", "activities")),
                migrations.AlterField("activity", "part_of", link("register.activity", "parts", **FREE)),
                migrations.AlterField("claim", "article", link("register.article", "claims")),
                migrations.AlterField("commitment", "repeats", link("register.commitment", "repeated", **FREE)),
                migrations.AlterField("organisation", "article", link("register.article", "%(class)s_rows")),
                migrations.AlterField("person", "article", link("register.article", "%(class)s_rows")),
                migrations.AlterField("place", "article", link("register.article", "%(class)s_rows")),
                migrations.AlterField("quotation", "organisation", link("register.organisation", "quotations", **FREE)),
                migrations.AlterField("readingrow", "article", link("register.article", "readings")),
            ],
        ),
        migrations.RemoveIndex("article", "article_page"),
        migrations.AddIndex(
            "activity",
            models.Index(fields=["part_of"], name="activity_parts", condition=models.Q(("part_of__isnull", False))),
        ),
        migrations.AddIndex(
            "commitment",
            models.Index(fields=["repeats"], name="commitment_repeats", condition=models.Q(("repeats__isnull", False))),
        ),
        migrations.AddIndex(
            "commitment",
            models.Index(
                fields=["standing", "specificity", "proposal", "canonical", "current"],
                name="commitment_standing",
                condition=HEADS,
            ),
        ),
        migrations.AddIndex(
            "quotation",
            models.Index(
                fields=["organisation"], name="quotation_bodies", condition=models.Q(("organisation__isnull", False))
            ),
        ),
    ]
