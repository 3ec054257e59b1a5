"""Who saved a page by hand: lists show it whatever its reader made of it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the column."""

    dependencies = (("register", "0021_listed"),)
    operations = (migrations.AddField("article", "kept_by", models.CharField(max_length=200, blank=True)),)
