"""Feeds that are watched, and what became of the pages that feeds named."""

from django.db import models

from giaoluu.sources.capturing import without_password

MOST_TRIES = 3
"""A page that could not be had so often is not asked for again."""


class Feed(models.Model):
    """A feed that is read again and again; `etag` and `modified` are what its server knows the last version by."""

    address = models.CharField(max_length=1000, unique=True)
    title = models.TextField(blank=True)
    etag = models.CharField(max_length=400, blank=True)
    modified = models.CharField(max_length=400, blank=True)
    read = models.DateTimeField(null=True)
    pages = models.PositiveIntegerField(default=0)
    failed = models.DateTimeField(null=True)
    failure = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.title or self.shown

    @property
    def shown(self) -> str:
        """The address as everybody may see it."""
        return without_password(self.address)


class FeedPage(models.Model):
    """An address that a feed named and that was asked for, by the digest of the address; why it failed, or nothing."""

    digest = models.CharField(max_length=64, unique=True)
    address = models.TextField()
    tries = models.PositiveSmallIntegerField(default=0)
    tried = models.DateTimeField(auto_now=True)
    failure = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.address
