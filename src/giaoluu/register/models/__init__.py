"""The tables of the register."""

from giaoluu.register.models.accounts import Access, ApiToken, AuditEntry
from giaoluu.register.models.entities import Organisation, Person, Place
from giaoluu.register.models.entries import Attachment, EntryAside, SheetImport, SheetLayout, SheetRow
from giaoluu.register.models.feeds import Feed, FeedPage
from giaoluu.register.models.happenings import Activity, ActivityCountry, Commitment, Participant, Quotation
from giaoluu.register.models.judgements import Anchor, Judgement
from giaoluu.register.models.links import FollowUp, NameKey, PromiseKey, Question, SamePerson, SharedActivity
from giaoluu.register.models.occasions import Occasion
from giaoluu.register.models.pages import Article, CaptureRow, Claim, ReadingRow
from giaoluu.register.models.search import SavedSearch, SearchRow, SpokenName

__all__ = [
    "Access",
    "Activity",
    "ActivityCountry",
    "Anchor",
    "ApiToken",
    "Article",
    "Attachment",
    "AuditEntry",
    "CaptureRow",
    "Claim",
    "Commitment",
    "EntryAside",
    "Feed",
    "FeedPage",
    "FollowUp",
    "Judgement",
    "NameKey",
    "Occasion",
    "Organisation",
    "Participant",
    "Person",
    "Place",
    "PromiseKey",
    "Question",
    "Quotation",
    "ReadingRow",
    "SamePerson",
    "SavedSearch",
    "SearchRow",
    "SharedActivity",
    "SheetImport",
    "SheetLayout",
    "SheetRow",
    "SpokenName",
]
