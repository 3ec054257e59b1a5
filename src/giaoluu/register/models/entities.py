"""Who and where: one row for each person, body and place of each article.

`current` repeats that of the article: lists ask one table. Rows of several articles become one
through `canonical`: the row that stands for all of them. The linking of articles writes it, and
judgements of people overrule it; null means the row itself.
"""

from django.db import models

from giaoluu.register.models.pages import CURRENT, HEADS, MEMBERS, SHOWN, Article


class Entity(models.Model):
    """What the three have in common."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="%(class)s_rows", db_index=False)
    local = models.CharField(max_length=80)
    name = models.TextField()
    country = models.CharField(max_length=8, blank=True)
    folded = models.TextField(blank=True)
    current = models.BooleanField(default=True)
    canonical = models.ForeignKey("self", null=True, db_index=False, on_delete=models.SET_NULL, related_name="members")

    class Meta:
        """How rows are found."""

        abstract = True

    def __str__(self) -> str:
        return self.name


class Person(Entity):
    """A person of an article, with the fullest name and the first post that it gives.

    `context` is what stands around the name (country, posts, bodies, day): other articles are compared with it.
    """

    context = models.JSONField(default=dict)
    forms = models.JSONField(default=list)
    post = models.TextField(blank=True)
    background = models.BooleanField(default=False)

    class Meta:
        """How rows are found."""

        indexes = (
            models.Index(fields=["article", "local"], name="person_local"),
            models.Index(fields=["name", "id", "background", *SHOWN], name="person_name", condition=HEADS),
            models.Index(
                fields=["country", "name", "id", "background", *SHOWN], name="person_country", condition=HEADS
            ),
            models.Index(fields=["canonical"], name="person_members", condition=MEMBERS),
        )


class Organisation(Entity):
    """A body or a delegation (`kind` is then "delegation") of an article.

    `key` is what names of one body in several languages mostly have in common; linking writes it.
    """

    key = models.CharField(max_length=200, blank=True)
    forms = models.JSONField(default=list)
    kind = models.CharField(max_length=60, blank=True)
    level = models.CharField(max_length=40, blank=True)

    class Meta:
        """How rows are found."""

        indexes = (
            models.Index(fields=["article", "local"], name="organisation_local"),
            models.Index(fields=["name", "id", "kind", *SHOWN], name="organisation_name", condition=HEADS),
            models.Index(
                fields=["country", "name", "id", "kind", *SHOWN], name="organisation_country", condition=HEADS
            ),
            models.Index(fields=["key"], name="organisation_key", condition=CURRENT),
            models.Index(fields=["canonical"], name="organisation_members", condition=MEMBERS),
        )


class Place(Entity):
    """A place of an article."""

    level = models.CharField(max_length=20, blank=True)
    key = models.CharField(max_length=80, blank=True)
    city = models.TextField(blank=True)

    class Meta:
        """How rows are found."""

        indexes = (
            models.Index(fields=["article", "local"], name="place_local"),
            models.Index(fields=["canonical"], name="place_members", condition=MEMBERS),
        )
