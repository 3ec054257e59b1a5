"""The API put together: who may ask, how errors are told, ETags, and its pages of documentation."""

import json
import logging
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db import Error as StoreError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from ninja import NinjaAPI
from ninja.errors import HttpError, Throttled, ValidationError
from ninja.openapi.docs import Swagger
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation
from ninja.renderers import JSONRenderer
from ninja.security import HttpBearer
from ninja.throttling import AuthRateThrottle

from giaoluu import __version__
from giaoluu.model.errors import GiaoluuError
from giaoluu.web.access import actor_of
from giaoluu.web.api import answering, reading, writing
from giaoluu.web.api.fingerprints import fingerprint
from giaoluu.web.api.problems import problem
from giaoluu.web.api.shapes import Problem

ABOUT = """The register for programs: what its pages show, with stable ids, pages, filters and ETags.

Errors are `application/problem+json`. In a team send `Authorization: Bearer giaoluu_…`; make the token on the site
under Tokens. A browser's session works too, its changes with `X-CSRFToken`. Without accounts, changes are taken from
this machine alone, as `application/json`. Contacts and internal notes are never part of an answer."""
_PROBLEM = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
ERROR = {"description": "An error in words", "content": _PROBLEM}
UNCHANGED = {"description": "As it was when the ETag in If-None-Match was sent"}
log = logging.getLogger(__name__)


class Known(HttpBearer):
    """Whoever the table of access let through; tells the description that there are tokens."""

    def __call__(self, request: HttpRequest) -> Any:
        """Return who acts."""
        return actor_of(request)

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """Return who acts."""
        return actor_of(request)


class PerActor(AuthRateThrottle):
    """So many requests of one account."""

    def allow_request(self, request: HttpRequest) -> bool:
        """Count in a team alone."""
        return not getattr(settings, "GIAOLUU_TEAM", False) or super().allow_request(request)

    def get_cache_key(self, request: HttpRequest) -> str:
        """Return what is counted under: the account, else the address."""
        actor = actor_of(request)
        return sha256(f"api {settings.GIAOLUU_HOME} {actor.name or actor.address}".encode()).hexdigest()


class Pages(Swagger):
    """The description to look at, with scripts from the package alone."""

    def render_page(self, request: HttpRequest, api: NinjaAPI, **kwargs: Any) -> HttpResponse:
        """Return the page."""
        about = {**self.settings, "url": self.get_openapi_url(api, kwargs), "validatorUrl": None}
        return render(request, "web/api.html", {"about": about})


class Letters(JSONRenderer):
    """JSON with letters as they are."""

    json_dumps_params = {"ensure_ascii": False}  # noqa: RUF012 - as its base declares it


class Api(NinjaAPI):
    """An API whose answers carry an ETag and are not sent twice."""

    def create_response(
        self, request: HttpRequest, data: Any, *, status: int | None = None, temporal_response: Any = None
    ) -> HttpResponse:
        """Return an answer, or 304 where the program has it."""
        response = super().create_response(request, data, status=status, temporal_response=temporal_response)
        if request.method not in {"GET", "HEAD"} or response.status_code != 200:
            return response
        response.headers["ETag"] = fingerprint(data)
        return get_conditional_response(request, etag=response.headers["ETag"], response=response) or response

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """Return the name of what is done."""
        return operation.view_func.__name__

    def get_openapi_schema(self, *, path_prefix: str | None = None, path_params: Any = None) -> OpenAPISchema:
        """Return the description, with what every question may be answered by besides."""
        found = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        found["components"]["schemas"]["Problem"] = Problem.model_json_schema()
        for operations in found["paths"].values():
            for method, told in operations.items():
                told["responses"]["default"] = ERROR
                if method == "get":
                    told["responses"]["304"] = UNCHANGED
        return found


api = Api(
    title="giaoluu", version=__version__, description=ABOUT, urls_namespace="api", docs=Pages(), auth=[Known()],
    throttle=[PerActor("1200/m")],
    renderer=Letters(),
)  # fmt: skip
api.add_router("", reading.router)
api.add_router("", answering.router)
api.add_router("", writing.router)


@api.exception_handler(ValidationError)
def _invalid(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Tell what is wrong with a question, field by field."""
    told = [{"field": ".".join(str(part) for part in one["loc"]), "message": str(one["msg"])} for one in error.errors]
    first = f"{told[0]['field']}: {told[0]['message']}" if told else "The request cannot be understood"
    return problem(422, f"{first}. /api/v1/docs says what may be sent.", errors=told)


@api.exception_handler(Http404)
def _nothing(_request: HttpRequest, _error: Http404) -> HttpResponse:
    """Tell that there is nothing."""
    return problem(404, "There is nothing of this id; it may have gone with a new reading of its page.")


@api.exception_handler(Throttled)
def _too_many(_request: HttpRequest, error: Throttled) -> HttpResponse:
    """Tell when to come again."""
    response = problem(429, "Too many requests: wait a little; the header Retry-After says how long.")
    response.headers["Retry-After"] = str(int(getattr(error, "wait", 0) or 60))
    return response


@api.exception_handler(HttpError)
def _refused(_request: HttpRequest, error: HttpError) -> HttpResponse:
    """Tell why a request is refused."""
    return problem(error.status_code, str(error))


@api.exception_handler(writing.ChangedError)
def _changed(_request: HttpRequest, error: writing.ChangedError) -> HttpResponse:
    """Tell that somebody was faster."""
    return problem(412, str(error))


@api.exception_handler(GiaoluuError)
def _wrong(_request: HttpRequest, error: GiaoluuError) -> HttpResponse:
    """Tell what the register says."""
    return problem(422, str(error))


@api.exception_handler(StoreError)
def _busy(_request: HttpRequest, error: StoreError) -> HttpResponse:
    """Tell that the store could not answer now; the server's log says more."""
    log.error("the store failed", exc_info=error)
    return problem(503, "The store is busy or away: try again in a moment.")


def description() -> dict[str, Any]:
    """Return the description of the API in OpenAPI."""
    plain: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/v1/"), default=str))
    return plain
