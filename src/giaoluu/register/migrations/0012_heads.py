"""Indexes of lists hold the rows that stand for all that are one with them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0011_batches"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="activity",
            name="activity_newest",
        ),
        migrations.RemoveIndex(
            model_name="activity",
            name="activity_main",
        ),
        migrations.RemoveIndex(
            model_name="activity",
            name="activity_kind",
        ),
        migrations.RemoveIndex(
            model_name="activity",
            name="activity_status",
        ),
        migrations.RemoveIndex(
            model_name="activity",
            name="activity_days",
        ),
        migrations.RemoveIndex(
            model_name="activity",
            name="activity_countries",
        ),
        migrations.RemoveIndex(
            model_name="commitment",
            name="commitment_strength",
        ),
        migrations.RemoveIndex(
            model_name="commitment",
            name="commitment_due",
        ),
        migrations.RemoveIndex(
            model_name="commitment",
            name="commitment_newest",
        ),
        migrations.RemoveIndex(
            model_name="person",
            name="person_name",
        ),
        migrations.RemoveIndex(
            model_name="person",
            name="person_country",
        ),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(
                condition=models.Q(("current", True), ("canonical", None)),
                fields=["-sorted_by", "-id"],
                name="activity_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(
                condition=models.Q(("current", True), ("canonical", None), ("main", True)),
                fields=["-sorted_by", "-id"],
                name="activity_main",
            ),
        ),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(
                condition=models.Q(("current", True), ("canonical", None)),
                fields=["kind", "-sorted_by", "-id", "main", "earliest", "latest"],
                name="activity_kind",
            ),
        ),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(
                condition=models.Q(("current", True), ("canonical", None)),
                fields=["status", "-sorted_by", "-id", "main", "earliest", "latest"],
                name="activity_status",
            ),
        ),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(
                condition=models.Q(("current", True), ("canonical", None)),
                fields=["earliest", "latest"],
                name="activity_days",
            ),
        ),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(
                condition=models.Q(("current", True), ("canonical", None)),
                fields=["countries"],
                name="activity_countries",
            ),
        ),
        migrations.AddIndex(
            model_name="commitment",
            index=models.Index(
                condition=models.Q(("current", True), ("canonical", None)),
                fields=["-sorted_by", "-id", "proposal"],
                name="commitment_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="commitment",
            index=models.Index(
                condition=models.Q(("current", True), ("canonical", None)),
                fields=["proposal", "strength", "specificity"],
                name="commitment_strength",
            ),
        ),
        migrations.AddIndex(
            model_name="commitment",
            index=models.Index(
                condition=models.Q(("current", True), ("canonical", None)), fields=["due_latest"], name="commitment_due"
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                condition=models.Q(("current", True), ("canonical", None)),
                fields=["name", "id", "background"],
                name="person_name",
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                condition=models.Q(("current", True), ("canonical", None)),
                fields=["country", "name", "id", "background"],
                name="person_country",
            ),
        ),
    ]
