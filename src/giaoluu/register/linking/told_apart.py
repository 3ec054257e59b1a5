"""Rows of one sheet: whoever keeps it counts them as different activities, however alike they look.

They are never made one without a person; where evidence would have, the pair is asked about.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from giaoluu.model.links import BY_PEOPLE, AccountKey, Links, Tie
from giaoluu.model.links import Activity as Told
from giaoluu.register.linking.pages import in_parts
from giaoluu.register.models import Activity, SheetRow

Sheet = tuple[int, str]
"""A layout of columns and the name of a sheet that has them."""


class Apart(NamedTuple):
    """What linking shows, and which sheet each article is a row of."""

    sheets: Mapping[str, Sheet]

    def divided(self, one: Told) -> list[list[AccountKey]]:
        """Return the accounts of an activity in groups: the first holds one row of each sheet, the others one each.

        Two rows that a person said to be one stay together.
        """
        joined = {side for tie in one.reasons if tie.score >= BY_PEOPLE for side in (tie.left, tie.right)}
        groups: list[list[AccountKey]] = [[]]
        taken: set[Sheet] = set()
        for key in one.accounts:
            sheet = self.sheets.get(key.reading)
            if sheet is None or sheet not in taken or key in joined:
                groups[0].append(key)
            else:
                groups.append([key])
            taken |= {sheet} if sheet else set()
        return groups

    def asked(self, links: Links) -> list[Tie]:
        """Return the pairs of rows of one sheet that evidence alone would have made one."""
        ties = (tie for one in links.activities for tie in one.reasons if tie.score < BY_PEOPLE)
        return [tie for tie in ties if self.are_rows_of_one(tie.left.reading, tie.right.reading)]

    def are_rows_of_one(self, left: str, right: str) -> bool:
        """Say whether two articles are rows of one sheet."""
        return left in self.sheets and self.sheets[left] == self.sheets.get(right)


def sheets_of(rows: Iterable[Activity]) -> Apart:
    """Return which sheet the articles of some activities are rows of."""
    numbers = {row.article.page: str(row.article_id) for row in rows if row.article.page.startswith("entry-")}
    found: dict[str, Sheet] = {}
    for some in in_parts(sorted(numbers)):
        for page, layout, sheet in SheetRow.objects.filter(page__in=some).values_list("page", "layout_id", "sheet"):
            found[numbers[page]] = (layout, sheet)
    return Apart(found)
