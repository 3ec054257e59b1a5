"""The queue of claims is paged from its index alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0016_indexes_that_cover"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="claim",
            name="claim_waiting",
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("current", True), ("verdict", ""), ("weight__gt", 0)),
                fields=["-weight", "-id", "verdict", "current"],
                name="claim_waiting",
            ),
        ),
    ]
