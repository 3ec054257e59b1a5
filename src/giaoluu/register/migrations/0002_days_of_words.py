"""Statements and undertakings are listed by the day of their article."""

import datetime
from typing import Any

from django.db import migrations, models


def fill(apps: Any, _: Any) -> None:
    """Give every row the day of its article."""
    days = apps.get_model("register", "Article").objects.filter(pk=models.OuterRef("article"))
    for table in ("Quotation", "Commitment"):
        apps.get_model("register", table).objects.update(sorted_by=models.Subquery(days.values("sorted_by")[:1]))


def no_way_back(*_: Any) -> None:
    """Leave the rows as they are: their column goes."""


class Migration(migrations.Migration):
    # PostgreSQL makes no index on a table that waits for checks of rows changed in the same transaction.
    atomic = False
    dependencies = [("register", "0001_initial")]

    operations = [
        migrations.AddField("Quotation", "sorted_by", models.DateField(default=datetime.date(1, 1, 1))),
        migrations.AddField("Commitment", "sorted_by", models.DateField(default=datetime.date(1, 1, 1))),
        migrations.RunPython(fill, no_way_back),
        migrations.RemoveIndex("Quotation", "quotation_act"),
        migrations.AddIndex(
            "Quotation",
            models.Index(
                fields=["act", "-sorted_by", "-id"], name="quotation_act", condition=models.Q(("current", True))
            ),
        ),
        migrations.AddIndex(
            "Quotation",
            models.Index(fields=["-sorted_by", "-id"], name="quotation_newest", condition=models.Q(("current", True))),
        ),
        migrations.AddIndex(
            "Commitment",
            models.Index(
                fields=["-sorted_by", "-id", "proposal"],
                name="commitment_newest",
                condition=models.Q(("current", True)),
            ),
        ),
    ]
