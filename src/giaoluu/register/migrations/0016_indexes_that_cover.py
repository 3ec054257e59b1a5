"""Indexes that hold all that lists are counted by, so that no row is read for it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0015_promise_keys"),
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
            name="activity_days",
        ),
        migrations.RemoveIndex(
            model_name="article",
            name="article_newest",
        ),
        migrations.RemoveIndex(
            model_name="commitment",
            name="commitment_newest",
        ),
        migrations.RemoveIndex(
            model_name="organisation",
            name="organisation_name",
        ),
        migrations.RemoveIndex(
            model_name="person",
            name="person_name",
        ),
        migrations.RemoveIndex(
            model_name="person",
            name="person_country",
        ),
        migrations.RemoveIndex(
            model_name="quotation",
            name="quotation_act",
        ),
        migrations.RemoveIndex(
            model_name="quotation",
            name="quotation_newest",
        ),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(
                condition=models.Q(("current", True), ("canonical", None)),
                fields=["-sorted_by", "-id", "main", "countries", "earliest", "latest", "canonical", "current"],
                name="activity_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(
                condition=models.Q(("current", True), ("canonical", None)),
                fields=["earliest", "latest", "main", "canonical", "current"],
                name="activity_days",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("current", True)), fields=["-sorted_by", "-id", "current"], name="article_newest"
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("current", True)),
                fields=["outlet", "language", "is_exchange", "sorted_by", "current"],
                name="article_outlets",
            ),
        ),
        migrations.AddIndex(
            model_name="commitment",
            index=models.Index(
                condition=models.Q(("current", True), ("canonical", None)),
                fields=[
                    "-sorted_by",
                    "-id",
                    "proposal",
                    "specificity",
                    "strength",
                    "standing",
                    "sides",
                    "canonical",
                    "current",
                ],
                name="commitment_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="organisation",
            index=models.Index(
                condition=models.Q(("current", True), ("canonical", None)),
                fields=["name", "id", "kind", "canonical", "current"],
                name="organisation_name",
            ),
        ),
        migrations.AddIndex(
            model_name="participant",
            index=models.Index(
                condition=models.Q(("organisation__isnull", False)),
                fields=["activity", "organisation"],
                name="participant_bodies",
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                condition=models.Q(("current", True), ("canonical", None)),
                fields=["name", "id", "background", "canonical", "current"],
                name="person_name",
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                condition=models.Q(("current", True), ("canonical", None)),
                fields=["country", "name", "id", "background", "canonical", "current"],
                name="person_country",
            ),
        ),
        migrations.AddIndex(
            model_name="quotation",
            index=models.Index(
                condition=models.Q(("current", True)), fields=["-sorted_by", "-id", "current"], name="quotation_newest"
            ),
        ),
        migrations.AddIndex(
            model_name="quotation",
            index=models.Index(
                condition=models.Q(("current", True)),
                fields=["act", "-sorted_by", "-id", "current"],
                name="quotation_act",
            ),
        ),
    ]
