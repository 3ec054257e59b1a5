"""Who has the floor: whose words a sentence goes on with."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from giaoluu.model.activities import JOINT, Act
from giaoluu.model.mentions import Mention

LONGEST_SPEECH = 3
"""Sentences without a verb of saying that still go on with a speech; after them the article speaks."""


@dataclass(slots=True)
class Floor:
    """Who has the floor: the last speaker, and in which paragraph."""

    speaker: str | None = None
    mention: Mention | None = None
    paragraph: int = -1
    act: Act = Act.AFFIRM
    carried: int = 0
    """Sentences without a verb of saying that have gone on with the speech."""
    quotes: bool = False
    """Whether the words were those of a quotation."""
    side: Callable[[str], str | None] | None = None
    """Tells the country of a party."""
    together: bool = False
    """Whether it is a text of both sides."""

    @property
    def is_of_people(self) -> bool:
        """Say whether people have the floor: only they speak on without a verb of saying."""
        return self.speaker is not None and (self.speaker == JOINT or self.speaker.startswith("p"))

    def reaches(self, paragraph: int) -> bool:
        """Say whether a sentence of a paragraph without a verb of saying can still go on with the speech of people.

        >>> Floor("p1", paragraph=3).reaches(4), Floor("p1", paragraph=3).reaches(5), Floor("o1").reaches(0)
        (True, False, False)
        """
        return self.is_of_people and paragraph - self.paragraph <= 1 and self.carried < LONGEST_SPEECH

    def is_of(self, speaker: str | None, paragraph: int) -> bool:
        """Say whether somebody who speaks in a paragraph spoke last, so that it goes on with that.

        >>> Floor("p1", paragraph=3).is_of("p1", 4), Floor("p1", paragraph=3).is_of("p2", 4)
        (True, False)
        """
        return speaker != JOINT and speaker == self.speaker and self.reaches(paragraph)

    def has(self, paragraph: int) -> bool:
        """Say whether somebody alone has the floor of a paragraph.

        >>> Floor("p1", paragraph=3).has(3), Floor(JOINT, paragraph=3).has(3), Floor("p1", paragraph=3).has(4)
        (True, False, False)
        """
        return self.is_of_people and self.speaker != JOINT and self.paragraph == paragraph

    def quoting(self, paragraph: int) -> bool:
        """Say whether somebody alone has the floor, so that a quotation in a paragraph may go on.

        >>> Floor("p1", paragraph=3).quoting(4), Floor(JOINT, paragraph=3).quoting(3)
        (True, False)
        """
        return self.speaker != JOINT and self.reaches(paragraph)

    def is_other(self, subject: Mention | None) -> bool:
        """Say whether a subject is known to be of another country than who has the floor."""
        if subject is None or subject.ref is None or self.speaker is None or self.side is None:
            return False
        sides = {self.side(subject.ref), self.side(self.speaker)}
        return len(sides) > 1 and None not in sides

    def is_own(self, subject: Mention | None, paragraph: int) -> bool:
        """Say whether a subject is a country or body of who has had the floor up to the paragraph before."""
        if subject is None or subject.kind != "body" or subject.ref is None or self.side is None:
            return False
        near = self.speaker is not None and self.paragraph >= paragraph - 1 and self.speaker.startswith("p")
        return near and self.side(subject.ref) == self.side(self.speaker or "") is not None

    def reach(self, paragraph: int, own: Mapping[int, Collection[str]]) -> None:
        """Keep the floor in the next paragraph where somebody speaks on there (`own`).

        That is as "I" or "we", or for one of the countries that `own` gives for the paragraph.

        >>> floor = Floor("p1", paragraph=3)
        >>> floor.reach(4, {4: (), 6: ()})
        >>> floor.reach(5, {4: (), 6: ()})
        >>> floor.paragraph
        4
        """
        if self.speaker is None or paragraph != self.paragraph + 1 or paragraph not in own:
            return
        if not own[paragraph] or (self.side and self.side(self.speaker) in own[paragraph]):
            self.paragraph = paragraph

    def carry(self, paragraph: int) -> None:
        """Go on to a sentence without a verb of saying.

        >>> floor = Floor("p1", paragraph=3)
        >>> floor.carry(4)
        >>> floor.paragraph, floor.carried
        (4, 1)
        """
        self.paragraph = paragraph
        self.carried += 1

    def end(self) -> None:
        """Leave the floor to the article.

        >>> floor = Floor("p1", paragraph=3)
        >>> floor.end()
        >>> floor.has(3)
        False
        """
        self.speaker, self.mention, self.paragraph = None, None, -1
        self.act, self.carried, self.quotes = Act.AFFIRM, 0, False
