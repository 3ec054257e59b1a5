"""How often somebody may try to log in: counted in the log of what was tried, by name and by address."""

import unicodedata
from datetime import timedelta

from django.utils import timezone

from giaoluu.register.models.accounts import AuditEntry

FAILED = "login failed"
DONE = "login"
WITHIN = timedelta(minutes=15)
MOST_BY_NAME_HERE = 5
"""Failures of one name from one address; then both together have to wait."""

MOST_BY_NAME = 50
"""Failures of one name from anywhere: guessing from many machines ends here, locking others out takes long."""

MOST_BY_ADDRESS = 30


def must_wait(name: str, address: str) -> bool:
    """Say whether a name, known or not, has failed too often of late, from this address or from all."""
    since = timezone.now() - WITHIN
    failed = AuditEntry.objects.filter(action=FAILED, when__gt=since)
    tried = failed.filter(about=known_as(name))
    here = tried.filter(address=address)
    last = AuditEntry.objects.filter(action=DONE, when__gt=since, about=known_as(name), address=address)
    if succeeded := last.order_by("-pk").values_list("pk", flat=True).first():
        here = here.filter(pk__gt=succeeded)
    return (
        here.count() >= MOST_BY_NAME_HERE
        or tried.count() >= MOST_BY_NAME
        or failed.filter(address=address).count() >= MOST_BY_ADDRESS
    )


def known_as(name: str) -> str:
    """Return the name that failures are counted under: that of the account, however its letters are written.

    >>> known_as(" An "), known_as("Ａｎ")
    ('an', 'an')
    """
    return unicodedata.normalize("NFKC", name).strip().casefold()[:150]
