"""What took place and what was said: rows that lists and filters look into."""

from django.db import models

from giaoluu.register.models.entities import Organisation, Person, Place
from giaoluu.register.models.pages import CURRENT, HEADS, MEMBERS, NO_DAY, SHOWN, Article

OF_BODIES = models.Q(organisation__isnull=False)
"""Participants and speakers that are bodies: one in some. An index of rows that mostly name nothing is not taken."""


class Activity(models.Model):
    """One article's account of one activity.

    `earliest` and `latest` are the days that the date (or else the inferred bounds) leaves possible;
    `sorted_by` is the day for lists, the article's own where the activity has none. `current`
    repeats that of the article: lists ask one table; one that people rejected never is. `start:end` is
    the span of the words that show the kind; a new reading finds the row again by it. Where several
    accounts tell one activity, `canonical` is the one that lists show, and that one counts `accounts`
    and independent `witnesses`.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="activities", db_index=False)
    accounts = models.PositiveSmallIntegerField(default=1)
    witnesses = models.PositiveSmallIntegerField(default=1)
    local = models.CharField(max_length=80)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    mode = models.CharField(max_length=60, blank=True)
    status = models.CharField(max_length=20, blank=True)
    main = models.BooleanField(default=True)
    title = models.TextField(blank=True)
    date = models.CharField(max_length=60, blank=True)
    bounds = models.CharField(max_length=60, blank=True)
    earliest = models.DateField(null=True)
    latest = models.DateField(null=True)
    sorted_by = models.DateField(default=NO_DAY)
    current = models.BooleanField(default=True)
    rejected = models.BooleanField(default=False)
    place = models.TextField(blank=True)
    places = models.ManyToManyField(Place, related_name="activities")
    countries = models.CharField(max_length=80, blank=True)
    parties = models.TextField(blank=True)
    folded = models.TextField(blank=True)
    count_stated = models.BooleanField(default=True)
    part_of = models.ForeignKey("self", null=True, db_index=False, on_delete=models.SET_NULL, related_name="parts")
    canonical = models.ForeignKey("self", null=True, db_index=False, on_delete=models.SET_NULL, related_name="members")

    class Meta:
        """How rows are found."""

        indexes = (
            models.Index(fields=["article", "local"], name="activity_local"),
            models.Index(
                fields=["-sorted_by", "-id", "main", "countries", "earliest", "latest", *SHOWN],
                name="activity_newest",
                condition=HEADS,
            ),
            models.Index(
                fields=["kind", "-sorted_by", "-id", "main", "earliest", "latest"],
                name="activity_kind",
                condition=HEADS,
            ),
            models.Index(
                fields=["status", "-sorted_by", "-id", "main", "earliest", "latest"],
                name="activity_status",
                condition=HEADS,
            ),
            models.Index(fields=["earliest", "latest", "main", *SHOWN], name="activity_days", condition=HEADS),
            models.Index(fields=["countries"], name="activity_countries", condition=HEADS),
            models.Index(fields=["canonical"], name="activity_members", condition=MEMBERS),
            models.Index(fields=["part_of"], name="activity_parts", condition=models.Q(part_of__isnull=False)),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.date} {self.parties}"


class ActivityCountry(models.Model):
    """A country that takes part in an activity or holds it."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="country_rows")
    code = models.CharField(max_length=8)

    class Meta:
        """How rows are found."""

        indexes = (models.Index(fields=["code", "activity"], name="country_activity"),)

    def __str__(self) -> str:
        return self.code


class Participant(models.Model):
    """A party in an activity: its role, its side, and the posts that it had there, as printed."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="participants")
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="participations")
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.SET_NULL, related_name="participations")
    local = models.CharField(max_length=80)
    name = models.TextField()
    post = models.TextField(blank=True)
    role = models.CharField(max_length=20)
    side = models.CharField(max_length=8, blank=True)
    inferred = models.BooleanField(default=False)
    start = models.PositiveIntegerField()

    class Meta:
        """How rows are found."""

        indexes = (models.Index(fields=["activity", "organisation"], name="participant_bodies", condition=OF_BODIES),)

    def __str__(self) -> str:
        return f"{self.name} ({self.role})"


class Quotation(models.Model):
    """Words that a person, a body or both sides jointly are reported to have said."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="quotations")
    activity = models.ForeignKey(Activity, null=True, on_delete=models.SET_NULL, related_name="quotations")
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="quotations")
    organisation = models.ForeignKey(
        Organisation, null=True, db_index=False, on_delete=models.SET_NULL, related_name="quotations"
    )
    local = models.CharField(max_length=80)
    speaker = models.TextField(blank=True)
    joint = models.BooleanField(default=False)
    sides = models.CharField(max_length=40, blank=True)
    act = models.CharField(max_length=20)
    attribution = models.CharField(max_length=20)
    direct = models.BooleanField(default=False)
    themes = models.TextField(blank=True)
    text = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    sorted_by = models.DateField(default=NO_DAY)
    current = models.BooleanField(default=True)

    class Meta:
        """How rows are found."""

        indexes = (
            models.Index(fields=["-sorted_by", "-id", "sides", "current"], name="quotation_newest", condition=CURRENT),
            models.Index(fields=["act", "-sorted_by", "-id", "current"], name="quotation_act", condition=CURRENT),
            models.Index(fields=["organisation"], name="quotation_bodies", condition=OF_BODIES),
        )

    def __str__(self) -> str:
        return f"{self.act}: {self.text}"


class Commitment(models.Model):
    """An undertaking, or as `proposal` a wish, with strength, specificity and when it is due.

    `canonical` is the same undertaking in another account of its activity, `repeats` an earlier one that it says
    again, `standing` where it stands (docs/reference/commitments.md); linking writes all three.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="commitments")
    activity = models.ForeignKey(Activity, null=True, on_delete=models.SET_NULL, related_name="commitments")
    quotation = models.ForeignKey(Quotation, null=True, on_delete=models.SET_NULL, related_name="commitments")
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="commitments")
    local = models.CharField(max_length=80)
    speaker = models.TextField(blank=True)
    party = models.TextField(blank=True)
    standing = models.CharField(max_length=16, blank=True)
    canonical = models.ForeignKey("self", null=True, db_index=False, on_delete=models.SET_NULL, related_name="members")
    repeats = models.ForeignKey("self", null=True, db_index=False, on_delete=models.SET_NULL, related_name="repeated")
    sides = models.CharField(max_length=40, blank=True)
    proposal = models.BooleanField(default=False)
    strength = models.CharField(max_length=4)
    specificity = models.CharField(max_length=4)
    due = models.CharField(max_length=60, blank=True)
    due_earliest = models.DateField(null=True)
    due_latest = models.DateField(null=True)
    joint = models.BooleanField(default=False)
    conditional = models.BooleanField(default=False)
    recurring = models.BooleanField(default=False)
    themes = models.TextField(blank=True)
    text = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    sorted_by = models.DateField(default=NO_DAY)
    current = models.BooleanField(default=True)

    class Meta:
        """How rows are found."""

        indexes = (
            models.Index(
                fields=["-sorted_by", "-id", "proposal", "specificity", "strength", "standing", "sides", *SHOWN],
                name="commitment_newest",
                condition=HEADS,
            ),
            models.Index(fields=["proposal", "strength", "specificity"], name="commitment_strength", condition=HEADS),
            models.Index(fields=["due_latest"], name="commitment_due", condition=HEADS),
            models.Index(fields=["canonical"], name="commitment_members", condition=MEMBERS),
            models.Index(fields=["repeats"], name="commitment_repeats", condition=models.Q(repeats__isnull=False)),
            models.Index(
                fields=["standing", "specificity", "proposal", *SHOWN], name="commitment_standing", condition=HEADS
            ),
        )

    def __str__(self) -> str:
        return f"{self.strength} {self.specificity}: {self.text}"
