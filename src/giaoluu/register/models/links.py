"""What holds rows of several articles together, and what a person should look at."""

from django.db import models

from giaoluu.register.models.entities import Person
from giaoluu.register.models.happenings import Activity, Commitment
from giaoluu.register.models.pages import NO_DAY, Article


class NameKey(models.Model):
    """What a person's names are filed under: two printed names of one person share a key, in any script."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="name_keys")
    key = models.CharField(max_length=80)

    class Meta:
        """How rows are found."""

        indexes = (models.Index(fields=["key", "person"], name="name_key"),)

    def __str__(self) -> str:
        return self.key


class PromiseKey(models.Model):
    """What a page's promises, the activities that they name and those that it tells are filed under."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="promise_keys")
    key = models.CharField(max_length=120)
    day = models.DateField(default=NO_DAY)

    class Meta:
        """How rows are found."""

        indexes = (models.Index(fields=["key", "day", "article"], name="promise_key"),)

    def __str__(self) -> str:
        return self.key


class SamePerson(models.Model):
    """Two rows that are one person because they took part in one activity under one name or post."""

    left = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    right = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    reason = models.TextField()

    class Meta:
        """How rows are found."""

        constraints = (models.UniqueConstraint(fields=["left", "right"], name="same_person_once"),)

    def __str__(self) -> str:
        return self.reason


class SharedActivity(models.Model):
    """An activity that several accounts tell; `head` is the account that lists show.

    `content` holds the `links.Activity` as `to_builtins` writes it: independent witnesses, reasons, conflicts.
    Its readings are named by the numbers of their articles.
    """

    head = models.OneToOneField(Activity, on_delete=models.CASCADE, related_name="shared")
    content = models.JSONField()

    def __str__(self) -> str:
        return f"{self.head_id}: {len(self.content.get('accounts', ()))} accounts"


class Question(models.Model):
    """Two people or two activities that may be one: for a person to say. Answered, it is a judgement and gone."""

    class Sort(models.TextChoices):
        """What may be one."""

        PERSON = "person"
        ACTIVITY = "activity"

    sort = models.CharField(max_length=12, choices=Sort.choices)
    left = models.BigIntegerField()
    right = models.BigIntegerField()
    score = models.FloatField()
    reason = models.TextField()

    class Meta:
        """How rows are found."""

        indexes = (
            models.Index(fields=["-score", "id"], name="question_best"),
            models.Index(fields=["sort", "right"], name="question_right"),
        )
        constraints = (models.UniqueConstraint(fields=["sort", "left", "right"], name="question_once"),)

    def __str__(self) -> str:
        return f"{self.sort} {self.left} = {self.right}? {self.reason}"


class FollowUp(models.Model):
    """A later activity that may have to do with a commitment; `verdict` is what a person made of it."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="follow_ups")
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="follows")
    relation = models.CharField(max_length=12)
    score = models.FloatField(default=0.0)
    reason = models.TextField()
    verdict = models.CharField(max_length=12, blank=True)

    class Meta:
        """How rows are found."""

        constraints = (models.UniqueConstraint(fields=["commitment", "activity"], name="follow_up_once"),)

    def __str__(self) -> str:
        return f"{self.relation}: {self.reason}"
