"""What people decided: rows are only ever added, and taking one back is a row too."""

from typing import Any, NoReturn

from django.db import models

from giaoluu.model.errors import RegisterError


class Judgement(models.Model):
    """One decision of a person: who, when, why, about what. `undoes` names the one it takes back.

    `table` and `row` name what it is about, `other` the second row of a merge, split or never-merge;
    `property` and `value` what a correction says. Reading an article again never touches it.
    """

    class Verdict(models.TextChoices):
        """What a person may decide."""

        ACCEPT = "accept"
        REJECT = "reject"
        CORRECT = "correct"
        MERGE = "merge"
        SPLIT = "split"
        NEVER_MERGE = "never_merge"
        UNDO = "undo"

    verdict = models.CharField(max_length=12, choices=Verdict.choices)
    table = models.CharField(max_length=40)
    row = models.BigIntegerField()
    other = models.BigIntegerField(null=True)
    property = models.CharField(max_length=40, blank=True)
    value = models.TextField(blank=True)
    who = models.CharField(max_length=200)
    when = models.DateTimeField(auto_now_add=True)
    why = models.TextField(blank=True)
    undoes = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="undone_by")

    class Meta:
        """How rows are found."""

        indexes = (models.Index(fields=["table", "row"], name="judgement_row"),)

    def __str__(self) -> str:
        return f"{self.verdict} {self.table} {self.row} ({self.who})"

    def save(self, *args: Any, **options: Any) -> None:
        """Add the judgement; one that stands is never changed."""
        if not self._state.adding:
            raise RegisterError(f"judgement {self.pk} stands; add one that undoes it")
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> NoReturn:
        """Refuse: add a judgement that undoes this one."""
        raise RegisterError(f"judgement {self.pk} stands; add one that undoes it")
