"""The finest place of those told of an activity."""

from collections.abc import Sequence

from giaoluu.activities.hosting import SEATS
from giaoluu.model.mentions import Mention, Place, PlaceLevel


class Whereabouts:
    """The places of an article, by which of those told of an activity the finest is found."""

    def __init__(self, places: Sequence[Place], text: str) -> None:
        """Index the places by what they are."""
        self.text = text
        self.within = {place.id: place.within for place in places}
        self.countries = {place.id: place.country for place in places if place.level == PlaceLevel.COUNTRY}
        self.towns = {place.id for place in places if place.level in SEATS}

    def finest(self, told: list[Mention]) -> Mention | None:
        """Return the place told first, or a later one that lies in it and is told with it ("Uppsala" for "Sweden")."""
        best = told[0] if told else None
        for place in told[1:]:
            inside = best is not None and self.within.get(place.ref or "") == best.ref
            words = best and self.text[best.start : best.end]
            whole = self.text[place.start : place.end]
            if inside or (words and place.ref != best.ref and len(whole) > len(words) and whole.startswith(words)):  # type: ignore[union-attr]
                best = place
        return self._only_town(told, best) or best

    def _only_town(self, told: list[Mention], best: Mention | None) -> Mention | None:
        """Return the one town or province told of in the country that is told first, if there is just one."""
        country = self.countries.get(best.ref or "") if best else None
        towns = {one.ref: one for one in told if one.ref in self.towns and one.value == country}
        return next(iter(towns.values())) if country and len(towns) == 1 else None
