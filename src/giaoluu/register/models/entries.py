"""What belongs to entries and is no part of their pages: what is kept apart, attached files, sheets and their rows.

An entry itself is a page; `page` is the one that all its versions share.
"""

from django.db import models


class EntryAside(models.Model):
    """What an office keeps apart of an entry: budget, contact, internal notes. The last row of a page counts.

    No list, search or export looks in here unless it is asked for by name.
    """

    page = models.CharField(max_length=400)
    cells = models.JSONField(default=dict)
    confidential = models.BooleanField(default=True)
    who = models.CharField(max_length=200)
    when = models.DateTimeField(auto_now_add=True)

    class Meta:
        """How rows are found."""

        indexes = (models.Index(fields=["page", "-id"], name="aside_page"),)

    def __str__(self) -> str:
        return f"{self.page}: kept apart"


class Attachment(models.Model):
    """A file of an entry; its bytes lie with the captures, named by their digest. A removed one is only hidden."""

    page = models.CharField(max_length=400)
    digest = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    who = models.CharField(max_length=200)
    when = models.DateTimeField(auto_now_add=True)
    removed_by = models.CharField(max_length=200, blank=True)
    removed = models.DateTimeField(null=True)

    class Meta:
        """How rows are found."""

        indexes = (models.Index(fields=["page", "id"], name="attachment_page"),)

    def __str__(self) -> str:
        return self.name


class SheetLayout(models.Model):
    """The columns of an office's sheet, known by their headers: which field each one is, as somebody confirmed it.

    `columns` has a field for each header, nothing for one that is carried as it is; `preset` are the cells that
    every row has without saying so, such as the kind.
    """

    key = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=200)
    headers = models.JSONField(default=list)
    columns = models.JSONField(default=list)
    preset = models.JSONField(default=dict)
    language = models.CharField(max_length=12)
    who = models.CharField(max_length=200)
    when = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.name


class SheetImport(models.Model):
    """One sheet that was imported: its bytes by their digest, who, when, and what became of its rows."""

    layout = models.ForeignKey(SheetLayout, on_delete=models.PROTECT, related_name="imports")
    name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    counts = models.JSONField(default=dict)
    who = models.CharField(max_length=200)
    when = models.DateTimeField(auto_now_add=True)
    taken_back = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class SheetRow(models.Model):
    """Where an entry stands in a sheet: its row, and the row's cells as they were, but for what is kept apart.

    `known_by` is the digest of the whole row: the same row is the same entry.
    """

    page = models.CharField(max_length=400, unique=True)
    layout = models.ForeignKey(SheetLayout, on_delete=models.PROTECT, related_name="rows")
    last = models.ForeignKey(SheetImport, on_delete=models.PROTECT, related_name="rows")
    sheet = models.CharField(max_length=200)
    number = models.PositiveIntegerField()
    known_by = models.CharField(max_length=64)
    cells = models.JSONField(default=list)

    class Meta:
        """How rows are found."""

        indexes = (
            models.Index(fields=["layout", "known_by"], name="sheet_row_known"),
            models.Index(fields=["layout", "sheet", "number"], name="sheet_row_order"),
        )

    def __str__(self) -> str:
        return f"{self.sheet} {self.number}"
