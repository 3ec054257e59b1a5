"""The row of search of a row that lists show, and on a server the newest of one sort, are found by an index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add both indexes."""

    dependencies = (("register", "0022_kept_by"),)
    operations = (
        migrations.AddIndex("searchrow", models.Index(fields=["sort", "row"], name="search_row")),
        migrations.AddIndex("searchrow", models.Index(fields=["sort", "-id"], name="search_newest")),
    )
