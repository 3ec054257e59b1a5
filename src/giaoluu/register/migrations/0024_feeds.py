"""Feeds that are watched, and the pages that feeds named."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the tables."""

    dependencies = (("register", "0023_search_by_sort"),)
    operations = (
        migrations.CreateModel(
            "Feed",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("address", models.CharField(max_length=1000, unique=True)),
                ("title", models.TextField(blank=True)),
                ("etag", models.CharField(blank=True, max_length=400)),
                ("modified", models.CharField(blank=True, max_length=400)),
                ("read", models.DateTimeField(null=True)),
                ("pages", models.PositiveIntegerField(default=0)),
                ("failed", models.DateTimeField(null=True)),
                ("failure", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            "FeedPage",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("address", models.TextField()),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("tried", models.DateTimeField(auto_now=True)),
                ("failure", models.TextField(blank=True)),
            ],
        ),
    )
