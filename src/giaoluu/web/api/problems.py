"""Errors of the API in words, as RFC 9457 has them: problem+json."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse

MEDIA_TYPE = "application/problem+json"


def problem(status: int, detail: str, **more: Any) -> HttpResponse:
    """Return an error: what went wrong and what to do next.

    >>> problem(404, "There is no activity 7.").headers["Content-Type"]
    'application/problem+json'
    """
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, **more}
    response = JsonResponse(told, status=status, json_dumps_params={"ensure_ascii": False})
    response.headers["Content-Type"] = MEDIA_TYPE
    if status == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = 'Bearer realm="giaoluu"'
    return response


def is_api(request: HttpRequest) -> bool:
    """Say whether a program asks."""
    return request.path_info.startswith("/api/")


def in_words(response: HttpResponse) -> HttpResponse:
    """Return an error of the API as a problem, whoever made it."""
    if response.status_code < HTTPStatus.BAD_REQUEST or response.headers.get("Content-Type") == MEDIA_TYPE:
        return response
    said = {
        400: "The request cannot be understood.",
        404: "There is nothing at this address; /api/v1/docs lists what there is.",
        405: "This address does not take this method; the header Allow says which it takes.",
    }
    again = problem(response.status_code, said.get(response.status_code, response.reason_phrase))
    if "Allow" in response.headers:
        again.headers["Allow"] = response.headers["Allow"]
    return again
