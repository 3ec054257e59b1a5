"""Lists show the rows of articles about an exchange alone, and of what was entered or accepted by a person."""

from typing import Any

from django.db import migrations, models

ROWS = ("Activity", "Commitment", "Occasion", "Organisation", "Person", "Place", "Quotation")
HAVING_HEADS = ("Activity", "Commitment", "Organisation", "Person")
SOME = 500
"""Articles whose rows one statement takes out of the lists."""


def hide(apps: Any, _editor: Any) -> None:
    """Take the rows of articles about no exchange out of lists and search."""

    def model(name: str) -> Any:
        return apps.get_model("register", name)._default_manager

    model("Article").filter(current=False).update(listed=False)
    accepted = model("Claim").filter(verdict__in=("accept", "correct")).values("article")
    others = model("Article").filter(current=True, is_exchange=False).exclude(pk__in=accepted)
    numbers = list(
        others.exclude(capture__media_type="application/vnd.giaoluu.entry+json").values_list("pk", flat=True)
    )
    for start in range(0, len(numbers), SOME):
        some = numbers[start : start + SOME]
        model("Article").filter(pk__in=some).update(listed=False)
        for name in ROWS:
            model(name).filter(article__in=some).update(current=False)
        for name in HAVING_HEADS:
            members = model(name).filter(canonical__article__in=some)
            linked_anew = list(members.values_list("article", flat=True).distinct())
            members.update(canonical=None)
            model("Article").filter(pk__in=linked_anew).update(linked=False)
        model("SearchRow").filter(article__in=some).exclude(sort="article").delete()


class Migration(migrations.Migration):
    """Add the column and fill it."""

    dependencies = (("register", "0020_first_letters"),)
    operations = (
        migrations.AddField("article", "listed", models.BooleanField(default=True)),
        migrations.RunPython(hide, migrations.RunPython.noop),
    )
