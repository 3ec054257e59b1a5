"""How soon a person should look at a claim: by what lists and reports show of it."""

from giaoluu.entries import is_by_hand
from giaoluu.model.reading import Claim, Reading

WEIGHTS = {
    "kind": 90,
    "date": 85,
    "participant": 80,
    "place": 75,
    "status": 70,
    "commitment": 65,
    "mode": 60,
    "due": 55,
    "quotation": 50,
    "bounds": 45,
    "proposal": 40,
    "title": 35,
    "name": 30,
    "country": 25,
    "gift": 20,
    "outcome": 15,
}
"""Properties that people are asked about; none is asked about another one."""

MAIN = 100
"""What a claim gains that is about a main activity or somebody in it."""

INFERRED = 4
"""What a claim gains that follows by a rule and is not said in so many words."""


class Weights:
    """Weighs the claims of one reading.

    >>> WEIGHTS["kind"] > WEIGHTS["name"]
    True
    """

    def __init__(self, reading: Reading) -> None:
        self.is_exchange = reading.is_exchange and not is_by_hand(reading)  # nobody asks whether they meant it
        main = [word for word in reading.activities if word.main]
        self.main = {word.id for word in main} | {who.party for word in main for who in word.participants}
        self.main |= {post for word in main for who in word.participants for post in who.posts}
        said = {word.id for word in reading.quotations if word.activity in self.main}
        undertaken = (*reading.commitments, *reading.proposals)
        self.main |= said | {word.id for word in undertaken if word.quotation in said}

    def __call__(self, claim: Claim) -> int:
        """Return the weight of a claim: the higher the sooner, 0 for never."""
        weight = WEIGHTS.get(claim.property, 0) if self.is_exchange else 0
        if not weight:
            return 0
        return weight + MAIN * (claim.subject in self.main) + INFERRED * claim.inferred
