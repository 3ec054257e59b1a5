"""What activities stand in: series with editions, programmes, themed years, anniversaries, terms of office."""

from django.db import models

from giaoluu.register.models.happenings import Activity
from giaoluu.register.models.pages import CURRENT, Article


class Occasion(models.Model):
    """An occasion of an article, once for each activity that stands in it.

    `key` is what its name is made of without its edition: what reports of one series share.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="occasion_rows")
    activity = models.ForeignKey(Activity, null=True, on_delete=models.CASCADE, related_name="occasion_rows")
    local = models.CharField(max_length=80)
    kind = models.CharField(max_length=20)
    name = models.TextField()
    title = models.TextField()
    key = models.CharField(max_length=200)
    edition = models.PositiveIntegerField(null=True)
    current = models.BooleanField(default=True)

    class Meta:
        """How rows are found."""

        indexes = (models.Index(fields=["kind", "key", "edition"], name="occasion_key", condition=CURRENT),)

    def __str__(self) -> str:
        return self.name
