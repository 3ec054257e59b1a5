"""Pages are filed by what they promise and tell; those that were linked before are linked, and filed, once more."""

import datetime
from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def link_again(apps: Any, schema_editor: Any) -> None:
    """Let the next linking take every page."""
    apps.get_model("register", "Article").objects.filter(current=True, is_exchange=True).update(linked=False)


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0014_proposals"),
    ]

    operations = [
        migrations.CreateModel(
            name="PromiseKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=120)),
                ("day", models.DateField(default=datetime.date(1, 1, 1))),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="promise_keys",
                        to="register.article",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["key", "day", "article"], name="promise_key")],
            },
        ),
        migrations.RunPython(link_again, migrations.RunPython.noop),
    ]
