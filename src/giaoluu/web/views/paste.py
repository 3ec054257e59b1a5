"""Paste to row: a text, an address or a file is read, looked at cell by cell, and saved in one step."""

import hashlib
import textwrap
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.errors import ArticleError, RegisterError, SourceError
from giaoluu.pipeline import read
from giaoluu.register import captures, ingest, linking
from giaoluu.register.accounts_roles import Right
from giaoluu.register.duplicates import likely_same
from giaoluu.register.entries import withdraw
from giaoluu.register.entries.attachments import safe_name
from giaoluu.register.entries.beside import beside
from giaoluu.register.joining import keep_apart, merge
from giaoluu.register.judging import keep_page, undo_all
from giaoluu.register.models import Activity, Article, Judgement
from giaoluu.register.taking_back import take_back
from giaoluu.sources import Provenance, capture_of
from giaoluu.sources.web import fetch
from giaoluu.web.access import actor_of, who, write_down
from giaoluu.web.cells import Card, Shown, cards_of
from giaoluu.web.pasting import FillingError, held_of, keep, state_of
from giaoluu.web.unread import unread_words
from giaoluu.web.views.paging import number_in

LONGEST_TEXT = 400_000
MOST_BYTES = 20 << 20
SALT = "giaoluu.paste"


@require_http_methods(["GET", "HEAD", "POST"])
def paste(request: HttpRequest) -> HttpResponse:
    """Ask for a text, an address or a file; what comes is kept and looked at."""
    if request.method != "POST":
        return render(request, "web/paste.html", {"text": "", "url": ""})
    text, url = request.POST.get("text", ""), request.POST.get("url", "").strip()[:2000]
    if not url and text.strip().startswith(("http://", "https://")) and len(text.split()) == 1:
        text, url = "", text.strip()
    try:
        capture = _capture(request, text, url)
        read(capture)
    except (SourceError, ArticleError) as error:
        context = {"text": text, "url": url, "problem": unread_words(str(error))}
        return render(request, "web/paste.html", context, status=400)
    captures.keep(Path(settings.GIAOLUU_HOME), capture.digest, capture.content)
    return redirect(f"{reverse('web:look')}?{urlencode({'k': _signed(capture)})}")


@require_http_methods(["GET", "HEAD", "POST"])
def look(request: HttpRequest) -> HttpResponse:
    """Show what a page says, cell by cell with its sentence; save it with what was corrected."""
    signed = request.POST.get("k", "") or request.GET.get("k", "")
    if not signed and request.method != "POST":  # the language was changed on an answer to a form
        return redirect("web:paste")
    capture = _opened(signed)
    shown = held_of(read(capture), _held(capture), who(request))
    if request.method == "POST":
        return _save(request, capture, replace(shown, data=request.POST))
    return _screen(request, capture, shown)


@require_POST
def undo_paste(request: HttpRequest, number: int) -> HttpResponse:
    """Take back what one decided, proposed and filled in on a page; the page itself stays, as it was read."""
    article, name = get_object_or_404(Article, pk=number), who(request)
    mine = Judgement.objects.filter(page=article.page, undone_by=None, who=name).exclude(verdict="undo")
    with transaction.atomic():
        undo_all(mine.filter(table=""), who=name)
        for judgement in mine.exclude(table=""):  # what was said of a likely duplicate
            take_back(judgement, who=name)
        for activity in article.activities.select_related("article"):
            if (entry := beside(activity, name)) is not None:
                withdraw(entry.id, who=name)
    return redirect(f"{reverse('web:article', args=[number])}")


def _capture(request: HttpRequest, text: str, url: str) -> Capture:
    """Return the capture of what was given."""
    file = request.FILES.get("file")
    if file is not None:
        content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise SourceError(_("The file is larger than 20 MB."))
        return capture_of(content, Provenance(name=safe_name(file.name or "")))
    if url:
        return fetch(url, seconds=20, public_only=bool(getattr(settings, "GIAOLUU_TEAM", False)))
    if not text.strip():
        raise SourceError(_("Paste a text, give an address, or choose a file."))
    if len(text) > LONGEST_TEXT:
        too_long = _(
            "This text has %(number)s signs; %(most)s can be looked at here. Paste one article at a time, "
            "or save it as files and have them read with the command giaoluu ingest."
        )
        raise SourceError(too_long % {"number": len(text), "most": LONGEST_TEXT})
    return capture_of(text.encode(), Provenance(media_type=MediaType.TEXT, id=_id_of(text)))


def _id_of(text: str) -> str:
    """Return what a pasted text goes by: its first words, for people, and a part of its digest, so that it is one."""
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    words = "".join(sign if sign.isprintable() else " " for sign in text[:400]).split()
    return f"{textwrap.shorten(' '.join(words), 60, placeholder='…')} ({digest})"


def _signed(capture: Capture) -> str:
    """Return what the next step needs to find the page again; nobody but this register can write it."""
    told = [capture.digest, capture.name, capture.url, capture.fetched, capture.id, str(capture.media_type)]
    return signing.dumps(told, salt=SALT, compress=True)


def _opened(signed: str) -> Capture:
    """Return the page that was kept in the step before."""
    try:
        digest, name, url, fetched, id_, media_type = signing.loads(signed, salt=SALT, max_age=7 * 24 * 3600)
        content = captures.fetch(Path(settings.GIAOLUU_HOME), digest)
        captures.want(Path(settings.GIAOLUU_HOME), digest)
    except (signing.BadSignature, RegisterError, ValueError) as error:
        raise Http404(str(error)) from error
    known = Provenance(name=name, url=url, fetched=fetched, media_type=MediaType(media_type), id=id_)
    return capture_of(content, known)


def _screen(request: HttpRequest, capture: Capture, shown: Shown, **more: Any) -> HttpResponse:
    """Return the screen with the proposed activities."""
    reading, held = shown.reading, _held(capture)
    likely = [one for one in likely_same(reading) if held is None or one.activity.article_id != held.pk]
    cards = cards_of(shown)
    context = {
        "key": _signed(capture),
        "state": state_of(held),
        "reading": reading,
        "article": reading.article,
        "main": [card for card in cards if card.main],
        "rest": [card for card in cards if not card.main],
        "held": held,
        "likely": likely,
        "decides": actor_of(request).may(Right.DECIDE),
        **more,
    }
    return render(request, "web/look.html", context, status=more.get("status", 200))


def _save(request: HttpRequest, capture: Capture, shown: Shown) -> HttpResponse:
    """Take the page in, and keep what was accepted, corrected, rejected and filled in: all of it or nothing."""
    cards = cards_of(shown)
    try:
        with transaction.atomic():
            article = _kept(request, capture, shown, cards)
    except _ClashError:
        problem = _("This page was saved in the meantime. What you wrote stands below; look at it and save again.")
        return _screen(request, capture, shown, problem=problem, clash=True, status=409)
    except FillingError as error:
        problem = _("Something that you filled in cannot be read: nothing was saved.")
        return _screen(request, capture, replace(shown, wrong=error.wrong), problem=problem, status=400)
    except RegisterError as error:
        return _screen(request, capture, shown, problem=_said(error, cards), status=400)
    linking.link()
    _answer(request.POST, article, who(request))
    main = article.activities.filter(current=True).order_by("-main", "start").first()
    if main is None:
        return redirect("web:article", article.pk)
    return redirect(f"{reverse('web:activity', args=[main.pk])}?{urlencode({'pasted': article.pk})}")


class _ClashError(Exception):
    """Somebody saved the page since it was looked at."""


def _kept(request: HttpRequest, capture: Capture, shown: Shown, cards: list[Card]) -> Article:
    """Keep a page with what was said of it, and write that down, in the transaction that is open."""
    if request.POST.get("state", "0") != str(state_of(_held(capture))):
        raise _ClashError
    report = ingest([(capture, shown.reading)])
    if report.refused:
        raise RegisterError(report.refused[0].message)
    article = Article.objects.get(capture__digest=capture.digest)
    keep_page(article, who=who(request))
    keep(article, cards, request.POST, actor_of(request))
    write_down(request)
    return article


def _held(capture: Capture) -> Article | None:
    """Return the article that the register has of the very same page."""
    return Article.objects.filter(capture__digest=capture.digest).first()


def _said(error: RegisterError, cards: list[Card]) -> str:
    """Return what is wrong in words; the cell is named where it can be found."""
    wrong = next((cell for card in cards for cell in card.cells if f"{cell.value!r}" in str(error)), None)
    if wrong is None:
        return str(error)
    return _("“%(value)s” cannot stand in this field: nothing was saved.") % {"value": wrong.value}


def _answer(data: QueryDict, article: Article, name: str) -> None:
    """Keep what was said of a likely duplicate: one, or two."""
    verdict, _dash, number = data.get("answer", "").partition("-")
    local = data.get("answer_local", "")
    mine = article.activities.filter(current=True, local=local).first() if local else None
    mine = mine or article.activities.filter(current=True, main=True).order_by("start").first()
    other = Activity.objects.filter(pk=number_in(number) or 0, current=True).first()
    if mine is None or other is None or mine.article_id == other.article_id:
        return
    if verdict == "same":
        merge(mine, other, who=name)
    elif verdict == "different":
        keep_apart(mine, other, who=name)


__all__ = ["look", "paste", "undo_paste"]
