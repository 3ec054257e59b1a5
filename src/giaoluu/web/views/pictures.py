"""The register as pictures that the server draws: a map, a timeline, a network; each with its table beside it."""

from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from giaoluu.register.models import Activity, Place
from giaoluu.web.drawing import timeline as bars
from giaoluu.web.drawing.network import network
from giaoluu.web.drawing.places import place_name, spots, window
from giaoluu.web.filters import ActivityForm
from giaoluu.web.remembering import remembered
from giaoluu.web.views.paging import page_of

BASE_MAP = "basemap.svg"
"""A user's own map in the home of the register: 360 by 180 degrees, north up."""


@require_safe
def place_map(request: HttpRequest) -> HttpResponse:
    """Show where activities took place."""
    found = remembered(f"spots {get_language()}", spots)
    base = reverse("web:base_map") if _base_map().is_file() else static("web/land.svg")
    return render(request, "web/map.html", {"spots": found, "window": window(found), "base": base})


@require_safe
def base_map(_request: HttpRequest) -> FileResponse:
    """Hand out the user's own base map."""
    path = _base_map()
    if not path.is_file():
        raise Http404(BASE_MAP)
    return FileResponse(path.open("rb"), content_type="image/svg+xml")


@require_safe
def place_page(request: HttpRequest, key: str) -> HttpResponse:
    """Show what took place in one place."""
    rows = Activity.objects.filter(current=True, canonical=None, places__key=key).distinct()
    page, shared = page_of(request, rows.order_by("-sorted_by", "-id"))
    if not Place.objects.filter(key=key, current=True).exists():
        raise Http404(key)
    name = place_name(key)
    return render(request, "web/place.html", {"key": key, "name": name, "page": page, "shared": shared})


@require_safe
def timeline(request: HttpRequest) -> HttpResponse:
    """Show how many activities there were in each month or year, by the filters of the list."""
    form = ActivityForm(request.GET)
    wanted = form.wanted() if form.is_valid() else None
    drawn = remembered(f"bars {wanted}", lambda: bars.timeline(wanted), until_decided=True) if wanted else None
    query = request.GET.copy()
    for name in ("since", "until", "page"):
        query.pop(name, None)
    return render(request, "web/timeline.html", {"form": form, "drawn": drawn, "shared": query.urlencode()})


@require_safe
def network_page(request: HttpRequest) -> HttpResponse:
    """Show which bodies meet which, by the filters of the list."""
    form = ActivityForm(request.GET)
    drawn = network(form.wanted()) if form.is_valid() else None
    return render(request, "web/network.html", {"form": form, "drawn": drawn})


def _base_map() -> Path:
    return Path(settings.GIAOLUU_HOME) / BASE_MAP
