"""What was got and what it says: captures, articles in versions, readings, claims.

A link to an article has no index of its own where an index of the article and more does the same.
"""

from datetime import date

from django.db import models

CURRENT = models.Q(current=True)
"""Indexes of lists hold current rows alone; SQLite would not seek by a yes or no in front of one."""

SHOWN = ("canonical", "current")
"""Columns of `HEADS`, last in indexes that lists are counted in: SQLite reads each row where one of them is missing."""

HEADS = CURRENT & models.Q(canonical=None)
"""Rows that stand for all that are one with them: what lists show."""

MEMBERS = models.Q(canonical__isnull=False)
"""Rows that another one stands for. An index of all rows would be taken for lists of heads, and be slow there."""

WAITING = CURRENT & models.Q(verdict="", weight__gt=0)
"""Claims that wait for a person."""

NO_DAY = date.min
"""What rows without any day are sorted by: they come last."""


class CaptureRow(models.Model):
    """A page as it was got; its bytes lie compressed in the home, named by their digest."""

    digest = models.CharField(max_length=64, unique=True)
    name = models.TextField(blank=True)
    url = models.TextField(blank=True)
    fetched = models.CharField(max_length=40, blank=True)
    media_type = models.CharField(max_length=40)
    encoding = models.CharField(max_length=40, blank=True)
    size = models.PositiveBigIntegerField()
    added = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name or self.url or self.digest[:12]


class Article(models.Model):
    """One version of a page: the same address with other bytes is a new version, the old is kept.

    `page` is what the versions share. Exactly one version of a page is `current`. `sorted_by` is the
    first day on which it may have been published; the first of all days where it does not say. `linked`
    says that its people and activities were compared with those of other articles, `listed` that lists show its rows:
    it is current and is about an exchange, was entered, was kept by somebody (`kept_by`), or holds something that a
    person accepted.
    """

    page = models.CharField(max_length=400)
    capture = models.OneToOneField(CaptureRow, on_delete=models.PROTECT, related_name="article")
    ident = models.CharField(max_length=200, db_index=True)
    current = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)
    title = models.TextField(blank=True)
    language = models.CharField(max_length=12, blank=True)
    published = models.CharField(max_length=40, blank=True)
    sorted_by = models.DateField(default=NO_DAY)
    outlet = models.CharField(max_length=200, blank=True, db_index=True)
    url = models.TextField(blank=True)
    credit = models.TextField(blank=True)
    is_exchange = models.BooleanField(default=False)
    linked = models.BooleanField(default=False)
    listed = models.BooleanField(default=True)
    kept_by = models.CharField(max_length=200, blank=True)
    exchange_reason = models.TextField(blank=True)
    folded = models.TextField(blank=True)
    added = models.DateTimeField(auto_now_add=True)

    class Meta:
        """How rows are found."""

        indexes = (
            models.Index(fields=["-sorted_by", "-id", "current"], name="article_newest", condition=CURRENT),
            models.Index(
                fields=["outlet", "language", "is_exchange", "sorted_by", "current"],
                name="article_outlets",
                condition=CURRENT,
            ),
            models.Index(fields=["id"], name="article_unlinked", condition=CURRENT & models.Q(linked=False)),
        )
        constraints = (models.UniqueConstraint(fields=["page", "version"], name="article_version_once"),)

    def __str__(self) -> str:
        return self.title or self.ident


class ReadingRow(models.Model):
    """A reading as compressed JSON, with the versions of what read it; the newest one is current."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="readings", db_index=False)
    digest = models.CharField(max_length=64)
    reader = models.CharField(max_length=80)
    packs = models.JSONField(default=list)
    content = models.BinaryField()
    current = models.BooleanField(default=True)
    added = models.DateTimeField(auto_now_add=True)

    class Meta:
        """How rows are found."""

        indexes = (models.Index(fields=["article", "current"], name="reading_of_article"),)

    def __str__(self) -> str:
        return f"{self.article_id} {self.reader}"


class Claim(models.Model):
    """One subject, property and value of an article, with the words that it rests on.

    `subject` is an id inside the reading; `zone` the kind of zone that holds the words. `verdict`
    and `corrected` repeat what people decided, `weight` how soon a person should look at it (0: never).
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="claims", db_index=False)
    subject = models.CharField(max_length=80)
    property = models.CharField(max_length=40)
    value = models.TextField(blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    exact = models.TextField()
    prefix = models.CharField(max_length=64, blank=True)
    suffix = models.CharField(max_length=64, blank=True)
    rule = models.CharField(max_length=120)
    inferred = models.BooleanField(default=False)
    zone = models.CharField(max_length=20, blank=True)
    weight = models.PositiveSmallIntegerField(default=0)
    verdict = models.CharField(max_length=12, blank=True)
    corrected = models.TextField(blank=True)
    current = models.BooleanField(default=True)

    class Meta:
        """How rows are found."""

        indexes = (
            models.Index(fields=["article", "subject"], name="claim_subject"),
            models.Index(fields=["-weight", "-id", "verdict", "current"], name="claim_waiting", condition=WAITING),
        )

    def __str__(self) -> str:
        return f"{self.subject} {self.property} {self.value}"

    def effective(self) -> str:
        """Return the value after what people decided."""
        return self.corrected if self.verdict == "correct" else self.value
