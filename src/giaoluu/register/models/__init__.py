"""The tables of the register."""

from giaoluu.register.models.entities import Organisation, Person, Place
from giaoluu.register.models.happenings import Activity, ActivityCountry, Commitment, Participant, Quotation
from giaoluu.register.models.judgements import Anchor, Judgement
from giaoluu.register.models.links import FollowUp, NameKey, Question, SamePerson, SharedActivity
from giaoluu.register.models.pages import Article, CaptureRow, Claim, ReadingRow
from giaoluu.register.models.search import SearchRow

__all__ = [
    "Activity",
    "ActivityCountry",
    "Anchor",
    "Article",
    "CaptureRow",
    "Claim",
    "Commitment",
    "FollowUp",
    "Judgement",
    "NameKey",
    "Organisation",
    "Participant",
    "Person",
    "Place",
    "Question",
    "Quotation",
    "ReadingRow",
    "SamePerson",
    "SearchRow",
    "SharedActivity",
]
