"""What somebody typed, carried over a login: nothing is lost where a session ends in the middle of a form."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

PREFIX = "again."
"""What the fields of another form are called inside the form of the login."""

OWN = "csrfmiddlewaretoken"
Fields = list[tuple[str, str]]


def typed_fields(request: HttpRequest) -> Fields:
    """Return the fields of the form that was sent."""
    return [(name, value) for name, values in request.POST.lists() if name != OWN for value in map(str, values)]


def carried(request: HttpRequest) -> Fields:
    """Return the fields of another form that a login carries."""
    return list(_carried(request))


def _carried(request: HttpRequest) -> Iterator[tuple[str, str]]:
    for name, value in typed_fields(request):
        if name.startswith(PREFIX):
            yield name.removeprefix(PREFIX), value


def ask_to_log_in(request: HttpRequest) -> HttpResponse:
    """Ask somebody whose session has ended to log in; what they typed goes along."""
    context = {
        "again": typed_fields(request),
        "ended": True,
        "next": request.get_full_path(),
        "file": bool(request.FILES),
    }
    return render(request, "web/login.html", context, status=403)


def ask_to_send(request: HttpRequest, fields: Fields, *, to: str, status: int = 200) -> HttpResponse:
    """Offer to send what was typed before to where it was meant for."""
    context = {"fields": fields, "to": to, "file": bool(request.FILES)}
    return render(request, "web/again.html", context, status=status)
