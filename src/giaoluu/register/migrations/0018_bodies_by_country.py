"""The list of bodies is asked by country from an index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0017_claims_that_wait"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="organisation",
            index=models.Index(
                condition=models.Q(("current", True), ("canonical", None)),
                fields=["country", "name", "id", "kind", "canonical", "current"],
                name="organisation_country",
            ),
        ),
    ]
