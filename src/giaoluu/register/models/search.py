"""What the one search box looks through, and the searches that people keep."""

from django.db import models

from giaoluu.register.models.pages import NO_DAY, Article


class SearchRow(models.Model):
    """One thing of a current page that can be found; `row` is its number in its table.

    `words` are folded as queries are; `marks` are words that no text holds, one for each thing that
    filters ask: both stand in the store's index of words. `shown` is the text as it was written,
    `earliest` and `latest` the days on which it may have been, `day` what lists are sorted by.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="search_rows")
    sort = models.CharField(max_length=12)
    row = models.BigIntegerField()
    day = models.DateField(default=NO_DAY)
    earliest = models.DateField(null=True)
    latest = models.DateField(null=True)
    kind = models.CharField(max_length=40, blank=True)
    countries = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=12, blank=True)
    words = models.TextField()
    marks = models.TextField(blank=True)
    shown = models.TextField(blank=True)

    class Meta:
        """How rows are found: that of a row of another table, and on a server the newest of one sort."""

        indexes = (
            models.Index(fields=["sort", "row"], name="search_row"),
            models.Index(fields=["sort", "-id"], name="search_newest"),
        )

    def __str__(self) -> str:
        return f"{self.sort} {self.row}: {self.shown}"


class SpokenName(models.Model):
    """A person's name as some page prints it, under each key that its other forms share, in any script."""

    key = models.CharField(max_length=120)
    name = models.TextField()

    class Meta:
        """How rows are found."""

        indexes = (models.Index(fields=["name"], name="spoken_name"),)
        constraints = (models.UniqueConstraint(fields=["key", "name"], name="spoken_name_once"),)

    def __str__(self) -> str:
        return f"{self.key}: {self.name}"


class SavedSearch(models.Model):
    """A search that somebody keeps: what is asked, as its address has it. Without accounts, `owner` is empty."""

    owner = models.CharField(max_length=200, blank=True)
    name = models.CharField(max_length=200)
    query = models.CharField(max_length=1000)
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        """How rows are found."""

        ordering = ("name", "id")
        constraints = (models.UniqueConstraint(fields=["owner", "name"], name="saved_search_once"),)

    def __str__(self) -> str:
        return self.name
