"""Who may do what on which address: one table, asked before every view.

Without accounts only this machine may change anything, and its user is whoever runs the register.
With accounts (GIAOLUU_TEAM) a session or, for the API, a token says who acts.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any, Literal, NamedTuple

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render
from django.urls import Resolver404, resolve

from giaoluu.register.accounts import note, role_of
from giaoluu.register.accounts_roles import Actor, Right, Role, machine_user
from giaoluu.register.accounts_tokens import actor_of_token
from giaoluu.web.api.problems import in_words, is_api, problem
from giaoluu.web.carrying import ask_to_log_in

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
HERE = {"127.0.0.1", "::1"}
NAMES = {"127.0.0.1", "localhost", "[::1]", "testserver"}


class Needs(NamedTuple):
    """What looking at an address needs, and what changing something there needs; None needs nothing.

    `logged` looks are written into the log too: exports. `silent` changes are not, or write more themselves. `slow`
    ones read for seconds first, from other servers, texts or sheets: they keep the store only for what they write.
    """

    look: Right | None = Right.READ
    change: Right | None = Right.ADMINISTER
    logged: bool = False
    silent: bool = False
    slow: bool = False


OPEN = Needs(None, None, silent=True)
READING = Needs()
ENTERING = Needs(change=Right.ENTER)
FOR_EDITORS = Needs(Right.ENTER, Right.ENTER)
READ_FIRST = Needs(Right.ENTER, Right.ENTER, slow=True)
DECIDING = Needs(change=Right.DECIDE)
KEEPING = Needs(Right.ADMINISTER, Right.ADMINISTER)
OWN = Needs(change=Right.READ, silent=True)

CARRIED = frozenset({Right.ENTER, Right.DECIDE})
"""Changes whose forms hold what somebody typed: it is carried over a login."""

ROUTES = {
    "set_language": OPEN,
    "web:login": OPEN,
    "web:logout": OPEN,
    "web:password": OWN,
    "web:tokens": OWN,
    "web:revoke": OWN,
    "web:keep_search": OWN,
    "web:forget_search": OWN,
    "web:accounts": Needs(Right.ADMINISTER, Right.ADMINISTER, silent=True),
    "web:account": Needs(Right.ADMINISTER, Right.ADMINISTER, silent=True),
    "web:audit": KEEPING,
    "web:audit_csv": Needs(Right.ADMINISTER, Right.ADMINISTER, logged=True),
    "web:entries": READING,
    "web:understood": READING,
    "web:entry_file": READING,
    "web:new_entry": FOR_EDITORS,
    "web:edit_entry": FOR_EDITORS,
    "web:withdraw_entry": FOR_EDITORS,
    "web:add_file": FOR_EDITORS,
    "web:drop_file": FOR_EDITORS,
    "web:paste": READ_FIRST,
    "web:look": READ_FIRST,
    "web:undo_paste": ENTERING,
    "web:sheets": READ_FIRST,
    "web:sheet": READ_FIRST,
    "web:sheet_import": FOR_EDITORS,
    "web:take_back_sheet": FOR_EDITORS,
    "web:export_sheet": Needs(Right.ENTER, Right.ENTER, logged=True),
    "web:sheet_template": READING,
    "web:decide": DECIDING,
    "web:undo": DECIDING,
    "web:review_article": DECIDING,
    "web:undo_batch": DECIDING,
    "web:say_of_pair": DECIDING,
    "web:say_of_follow_up": DECIDING,
    "web:split": DECIDING,
    "web:join": DECIDING,
    "api:judgements": DECIDING,
    "api:undo": DECIDING,
    "api:pairs": DECIDING,
    "api:follow_up": DECIDING,
    "api:captures": Needs(change=Right.ENTER, slow=True),
    "api:capture_content": Needs(logged=True),
}
"""Name of an address → what it needs. One that is not named may be looked at by readers and changed by admins."""


class Owner(AnonymousUser):
    """Who sits at this machine where there are no accounts: may do all, and has no row."""

    is_active = is_staff = is_superuser = True  # type: ignore[assignment]

    def __init__(self) -> None:
        self.username = machine_user()  # type: ignore[assignment]

    @property
    def is_authenticated(self) -> Literal[True]:  # type: ignore[override]
        """Say yes: the machine knows its user."""
        return True

    @property
    def is_anonymous(self) -> Literal[False]:  # type: ignore[override]
        """Say no."""
        return False

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """Say yes."""
        return True

    def has_module_perms(self, module: str) -> bool:
        """Say yes."""
        return True


def is_team() -> bool:
    """Say whether there are accounts."""
    return bool(getattr(settings, "GIAOLUU_TEAM", False))


def actor_of(request: HttpRequest) -> Actor:
    """Return who acts; found once for a request."""
    known = getattr(request, "actor", None)
    if known is None:
        known = _team_actor(request) if is_team() else _single_actor(request)
        request.actor = known  # type: ignore[attr-defined]
    return known


def who(request: HttpRequest) -> str:
    """Return the name that a decision is kept under."""
    return actor_of(request).name


def needs_of(route: str) -> Needs:
    """Return what an address needs.

    >>> needs_of("web:decide").change.value
    'decide'
    """
    return KEEPING if route.startswith("admin:") else ROUTES.get(route, READING)


def may_look(request: HttpRequest, route: str) -> bool:
    """Say whether who asks may look at an address."""
    right = needs_of(route).look
    return right is None or actor_of(request).may(right)


def may_change(request: HttpRequest, route: str) -> bool:
    """Say whether who asks may change something at an address: what pages offer, and what is refused.

    Reading may be open to all; a change is somebody's: of an account, or of who sits at the machine.
    """
    right, actor = needs_of(route).change, actor_of(request)
    is_somebody = actor.account is not None if is_team() else actor.may(Right.ADMINISTER)
    return right is None or (is_somebody and actor.may(right))


class Access:
    """Middleware that asks the table before each view, and writes what was changed into the log."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and write down what was done: both stand, or neither does."""
        if not is_team():
            response = self.get_response(request)
        elif request.method in SAFE or _is_slow(request):
            response = self.get_response(request)
            _write_down(request, response)
        else:
            with transaction.atomic():
                response = self.get_response(request)
                _write_down(request, response)
                if response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
                    transaction.set_rollback(True)
        if is_team():
            response.headers.setdefault(
                "Cache-Control", "private, no-cache" if is_api(request) else "private, no-store"
            )
        return in_words(response) if is_api(request) else response

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        """Refuse who may not."""
        route = _route(request)
        is_change = request.method not in SAFE
        if not (may_change(request, route) if is_change else may_look(request, route)):
            return _refusal(request, actor_of(request))
        if is_change and is_api(request) and _may_be_forged(request):
            return CsrfViewMiddleware(_pass).process_view(request, _pass, (), {}) and problem(
                HTTPStatus.FORBIDDEN, "A browser has to send the token of its page (X-CSRFToken) with each change."
            )
        return None


def _pass(_request: HttpRequest) -> HttpResponse:
    """Stand in for the view behind the check of forged requests."""
    return HttpResponse()


def _single_actor(request: HttpRequest) -> Actor:
    """Return who acts where there are no accounts: this machine's user, or somebody who may read."""
    via, address = ("api" if is_api(request) else "page"), str(request.META.get("REMOTE_ADDR", ""))
    if address in HERE and request.get_host().rsplit(":", 1)[0] in NAMES:
        request.user = Owner()
        return Actor(machine_user(), Role.ADMIN, via, address)
    return Actor("", Role.READER, via, address)


def _team_actor(request: HttpRequest) -> Actor:
    """Return who acts by a token or a session; a stranger has no role, or reads where reading is open."""
    address = str(request.META.get("REMOTE_ADDR", ""))
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    if is_api(request) and scheme:
        by_token = actor_of_token(secret.strip(), address=address) if scheme.lower() == "bearer" else None
        return by_token or Actor("", None, "api", address)
    via = "api" if is_api(request) else "page"
    if isinstance(request.user, User):
        return Actor(request.user.username, role_of(request.user), via, address, request.user)
    return Actor("", Role.READER if getattr(settings, "GIAOLUU_OPEN_READING", False) else None, via, address)


def _route(request: HttpRequest) -> str:
    """Return the name of the address that is asked for."""
    return request.resolver_match.view_name if request.resolver_match else ""


def _may_be_forged(request: HttpRequest) -> bool:
    """Say whether another site may have had a browser send this: then the page's own token has to come with it."""
    if actor_of(request).via == "api" and "Authorization" in request.headers and is_team():
        return False
    from_browser = {"Origin", "Sec-Fetch-Site", "Referer"} & set(request.headers)
    is_json = request.content_type == "application/json"
    return bool(from_browser) or is_team() or not is_json


def _refusal(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Say what is missing: an account, a right, or being at the machine."""
    if is_api(request):
        if is_team() and actor.account is None:
            return problem(401, "Send a token that is valid: Authorization: Bearer giaoluu_…")
        return problem(403, f"{actor.name or 'From afar one'} may not do this; ask an admin for the role that may.")
    if is_team() and actor.account is None:
        if request.method in SAFE:
            return redirect_to_login(request.get_full_path())
        return ask_to_log_in(request) if needs_of(_route(request)).change in CARRIED else redirect_to_login("/")
    return render(request, "web/refusal.html", {"team": is_team()}, status=403)


def write_down(request: HttpRequest, **detail: Any) -> None:
    """Write a change into the log now, in the transaction that makes it; a view that is `slow` does so itself."""
    if is_team():
        note(actor_of(request), _route(request), about=request.get_full_path(), **detail)
    request.written = True  # type: ignore[attr-defined]


def _write_down(request: HttpRequest, response: HttpResponse) -> None:
    """Write into the log what was changed or exported."""
    route = _route(request)
    needs = needs_of(route)
    wanted = needs.logged if request.method in SAFE else not needs.silent
    is_written = getattr(request, "written", False)
    if route and wanted and not is_written and response.status_code < HTTPStatus.BAD_REQUEST:
        note(actor_of(request), route, about=request.get_full_path(), **getattr(request, "audit", {}))


def _is_slow(request: HttpRequest) -> bool:
    """Say whether an address reads for long before it writes; nothing is known of one that is not there."""
    try:
        return needs_of(resolve(request.path_info).view_name).slow
    except Resolver404:
        return False
