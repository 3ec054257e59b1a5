"""What the one search box looks through."""

from django.db import models

from giaoluu.register.models.pages import NO_DAY, Article


class SearchRow(models.Model):
    """One thing that can be found: `words` as they are folded, `shown` as it is shown, `row` its number in its table.

    SQLite indexes `words` in a table of its own, kept by triggers.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="search_rows")
    sort = models.CharField(max_length=12)
    row = models.BigIntegerField()
    day = models.DateField(default=NO_DAY)
    words = models.TextField()
    shown = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.sort} {self.row}: {self.shown}"
