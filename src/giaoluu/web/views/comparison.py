"""Two accounts of one activity side by side: what both say, what only one says, and who promises more."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from giaoluu.model.activities import JOINT
from giaoluu.model.activities import Quotation as QuotationWord
from giaoluu.model.errors import GiaoluuError
from giaoluu.model.links import Aligned, Voice
from giaoluu.pipeline import compare
from giaoluu.register.linking.accounts import names_of
from giaoluu.register.linking.pages import Page, pages_of
from giaoluu.register.models import Activity, Article, Claim

Said = dict[str, tuple[QuotationWord, Claim | None, str]]


@dataclass(frozen=True, slots=True)
class Words:
    """A statement as it stands in its article."""

    word: QuotationWord
    claim: Claim | None
    speaker: str
    """Who says it, as the page prints the name; empty where it names nobody, or both sides speak."""

    @property
    def is_joint(self) -> bool:
        """Say whether both sides say it."""
        return self.word.speaker == JOINT


@dataclass(frozen=True, slots=True)
class Both:
    """What both accounts say, in the words of each."""

    aligned: Aligned
    left: tuple[Words, ...]
    right: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One account: its article, whose it is, and what it alone reports."""

    article: Article
    voice: Voice
    only: tuple[Words, ...]


@require_safe
def comparison_page(request: HttpRequest, number: int, other: int) -> HttpResponse:
    """Show two accounts side by side."""
    rows = Activity.objects.select_related("article")
    left, right = get_object_or_404(rows, pk=number), get_object_or_404(rows, pk=other)
    if left.article_id == right.article_id:
        raise Http404("one article has one account")
    pages = {page.article.pk: page for page in pages_of([left.article_id, right.article_id])}
    if len(pages) < 2:
        raise Http404("an article has no reading")
    mine, its = pages[left.article_id], pages[right.article_id]
    try:
        found = compare(mine.reading, its.reading, names_of([mine, its]))
    except GiaoluuError as error:
        raise Http404(str(error)) from error
    ours, theirs = _said(mine), _said(its)
    left_side = Side(mine.article, found.left, _words(ours, found.only_left))
    right_side = Side(its.article, found.right, _words(theirs, found.only_right))
    return render(
        request,
        "web/comparison.html",
        {
            "left_row": left,
            "right_row": right,
            "found": found,
            "left": left_side,
            "right": right_side,
            "both_sides": (left_side, right_side),
            "both": [Both(one, _words(ours, one.left), _words(theirs, one.right)) for one in found.aligned],
        },
    )


def _said(page: Page) -> Said:
    """Return what an account reports as said, each with the claim that shows where, and who says it."""
    claims = {claim.subject: claim for claim in page.article.claims.filter(property="quotation")}
    names = {person.id: person.names[0].value for person in page.reading.people}
    names |= {body.id: body.names[0].value for body in page.reading.organisations}
    return {word.id: (word, claims.get(word.id), names.get(word.speaker or "", "")) for word in page.reading.quotations}


def _words(said: Said, ids: tuple[str, ...]) -> tuple[Words, ...]:
    """Return statements with their words."""
    return tuple(Words(*said[id]) for id in ids if id in said)
