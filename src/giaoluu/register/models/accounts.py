"""Who may do what, tokens of programs, and the log of what was done: the log is only ever added to."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models

from giaoluu.model.errors import RegisterError


class Access(models.Model):
    """No table: what a person may be allowed to do. The roles are groups that hold these permissions."""

    class Meta:
        """The permissions, from the weakest to the strongest."""

        managed = False
        default_permissions = ()
        permissions = (
            ("read", "May read the register"),
            ("enter", "May enter, take in and import, and see contacts and internal notes"),
            ("decide", "May decide what waits for review, and take decisions back"),
            ("administer", "May keep accounts and read the audit log"),
        )


class ApiToken(models.Model):
    """The key of a program that acts for an account; only a digest of it is kept, and its first letters.

    `role` bounds what it may do: never more than its account may.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="api_tokens")
    name = models.CharField(max_length=80)
    role = models.CharField(max_length=12)
    digest = models.CharField(max_length=64, unique=True)
    begins = models.CharField(max_length=16)
    made = models.DateTimeField(auto_now_add=True)
    expires = models.DateTimeField(db_index=True)
    last_used = models.DateTimeField(null=True)
    revoked = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.name} ({self.begins}…)"


class AuditEntry(models.Model):
    """One thing that somebody did or tried: who, when, from where, what, on what.

    `who` is the name as it was then. Rows are never changed or deleted: the store itself refuses it.
    """

    when = models.DateTimeField(auto_now_add=True)
    who = models.CharField(max_length=200)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    via = models.CharField(max_length=12)
    address = models.CharField(max_length=60, blank=True)
    action = models.CharField(max_length=80)
    about = models.CharField(max_length=400, blank=True)
    detail = models.JSONField(default=dict)

    class Meta:
        """How rows are found."""

        indexes = (models.Index(fields=["action", "when"], name="audit_action"),)

    def __str__(self) -> str:
        return f"{self.when:%Y-%m-%d %H:%M} {self.who}: {self.action} {self.about}"

    def save(self, *args: Any, **options: Any) -> None:
        """Add the entry; one that stands is never changed."""
        if not self._state.adding:
            raise RegisterError(f"audit entry {self.pk} stands; nothing changes it")
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> NoReturn:
        """Refuse."""
        raise RegisterError(f"audit entry {self.pk} stands; nothing deletes it")
