"""What people decided: rows are only ever added, and taking one back is a row too."""

from typing import Any, NoReturn

from django.db import models

from giaoluu.model.errors import RegisterError
from giaoluu.register.models.pages import Article, Claim


class Judgement(models.Model):
    """One decision of a person: who, when, why, about what. `undoes` names the one it takes back.

    A decision on a claim is known by content, so that it outlives every row: the `page` and the
    `digest` of the bytes, the quote (`start:end`, `exact`, `prefix`, `suffix`), the field (`property`),
    the `value` judged, and `about`: the words that its subject is known by. `correction` is the value
    put in its place. A proposal is by somebody who may not decide: `correction` is what they would put there, and
    nothing where they would take the claim out; it changes nothing and waits for a decision. One on rows (merge,
    split, never-merge) names them by `table`, `row` and `other`. Those made in one step share a `batch`.
    """

    class Verdict(models.TextChoices):
        """What a person may decide."""

        ACCEPT = "accept"
        REJECT = "reject"
        CORRECT = "correct"
        PROPOSE = "propose"
        MERGE = "merge"
        SPLIT = "split"
        NEVER_MERGE = "never_merge"
        UNDO = "undo"

    verdict = models.CharField(max_length=12, choices=Verdict.choices)
    page = models.CharField(max_length=400, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    exact = models.TextField(blank=True)
    prefix = models.CharField(max_length=64, blank=True)
    suffix = models.CharField(max_length=64, blank=True)
    subject = models.CharField(max_length=80, blank=True)
    about = models.TextField(blank=True)
    property = models.CharField(max_length=40, blank=True)
    value = models.TextField(blank=True)
    correction = models.TextField(blank=True)
    table = models.CharField(max_length=40, blank=True)
    row = models.BigIntegerField(null=True)
    other = models.BigIntegerField(null=True)
    who = models.CharField(max_length=200)
    when = models.DateTimeField(auto_now_add=True)
    why = models.TextField(blank=True)
    batch = models.CharField(max_length=32, blank=True)
    undoes = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="undone_by")

    class Meta:
        """How rows are found."""

        indexes = (
            models.Index(fields=["table", "row"], name="judgement_row"),
            models.Index(fields=["page"], name="judgement_page"),
            models.Index(fields=["batch"], name="judgement_batch", condition=~models.Q(batch="")),
            models.Index(fields=["page", "id"], name="judgement_proposal", condition=models.Q(verdict="propose")),
        )

    def __str__(self) -> str:
        return f"{self.verdict} {self.property or self.table} {self.exact or self.row} ({self.who})"

    def save(self, *args: Any, **options: Any) -> None:
        """Add the judgement; one that stands is never changed."""
        if not self._state.adding:
            raise RegisterError(f"judgement {self.pk} stands; add one that undoes it")
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> NoReturn:
        """Refuse: add a judgement that undoes this one."""
        raise RegisterError(f"judgement {self.pk} stands; add one that undoes it")


class Anchor(models.Model):
    """Where a judgement stands in one version of its page as it is read now; written anew with every reading.

    `claim` is what it decides or, where `state` is unsure, what it may have meant.
    """

    judgement = models.ForeignKey(Judgement, on_delete=models.CASCADE, related_name="anchors")
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="anchors")
    claim = models.ForeignKey(Claim, null=True, on_delete=models.SET_NULL, related_name="anchors")
    state = models.CharField(max_length=8)
    reason = models.TextField(blank=True)

    class Meta:
        """How rows are found."""

        indexes = (
            models.Index(fields=["article"], name="anchor_adrift", condition=models.Q(state__in=("unsure", "lost"))),
        )
        constraints = (models.UniqueConstraint(fields=["judgement", "article"], name="anchor_once"),)

    def __str__(self) -> str:
        return f"{self.state}: {self.reason}"
