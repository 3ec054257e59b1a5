"""The sign of zero, which no text has and PostgreSQL does not keep: taken out of what a browser asks and sends."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, QueryDict

from giaoluu.web.api.problems import is_api

ZERO = "\x00"


class WithoutZeroSigns:
    """Middleware that gives views what was asked and typed without signs of zero; the API refuses them itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; no page has an address with a sign of zero."""
        if is_api(request):
            return self.get_response(request)
        if ZERO in request.path:
            raise Http404
        if "%00" in request.META.get("QUERY_STRING", ""):
            request.GET = _plain(request.GET)  # type: ignore[assignment]
        if request.method == "POST" and any(ZERO in value for _, values in request.POST.lists() for value in values):
            request.POST = _plain(request.POST)  # type: ignore[assignment]
        return self.get_response(request)


def _plain(asked: QueryDict) -> QueryDict:
    """Return what was asked without signs of zero."""
    plain = QueryDict(mutable=True, encoding=asked.encoding)
    for name, values in asked.lists():
        plain.setlist(name.replace(ZERO, ""), [str(value).replace(ZERO, "") for value in values])
    plain._mutable = False
    return plain
