"""Meetings that one sentence tells one by one: they are not one gathering of all who are named."""

from giaoluu.activities.drafts import Draft
from giaoluu.langs.kinds import kind as kind_of


def taken_apart(drafts: list[Draft]) -> dict[int, set[str]]:
    """Return by scene who has a meeting of their own there: several meetings in one sentence are not one gathering."""
    taken: dict[int, set[str]] = {}
    told = [sighting for draft in drafts for sighting in draft.own_words]
    chains = {one.scene.number for one in told if one.goes_on or not one.scene.pack.has_spaces}
    for one in told:
        if one.scene.number not in chains or one.rule.get("noun") or kind_of(one.kind).group != "encounter":
            continue
        guests = (stake for stake in one.stakes if stake.mention.kind == "person" and stake.mention.ref)
        taken.setdefault(one.scene.number, set()).update(stake.mention.ref or "" for stake in guests)
    return taken
