"""Accounts of a team: coming in and leaving, one's own password and tokens, and for admins all accounts and the log."""

import csv
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import wraps
from typing import Any

from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.contrib.auth.models import User
from django.contrib.auth.views import LoginView, LogoutView
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from giaoluu.model.errors import RegisterError
from giaoluu.register.accounts import (
    accounts,
    add_account,
    audit,
    live_tokens,
    note,
    role_of,
    set_active,
    set_password,
    set_role,
)
from giaoluu.register.accounts_roles import AccountError, Actor, Role
from giaoluu.register.accounts_throttling import DONE, FAILED, known_as, must_wait
from giaoluu.register.accounts_tokens import make_token, revoke
from giaoluu.register.models import ApiToken, AuditEntry
from giaoluu.register.sheets.exporting import defused
from giaoluu.web.access import CARRIED, actor_of, is_team, needs_of
from giaoluu.web.api.problems import is_api, problem
from giaoluu.web.carrying import ask_to_log_in, ask_to_send, carried, typed_fields
from giaoluu.web.refusals import refused
from giaoluu.web.views.paging import number_in, page_of

View = Callable[..., HttpResponseBase]
COLUMNS = ("when", "who", "via", "address", "action", "about", "detail")


def of_team(view: View) -> View:
    """Return a view that is there only where there are accounts."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **options: Any) -> HttpResponseBase:
        if not is_team():
            raise Http404("this register has no accounts: it is served without --team")
        return view(request, *args, **options)

    return answer


class Login(LoginView):
    """Let somebody in; each try is written down, and too many have to wait."""

    template_name = "web/login.html"
    redirect_authenticated_user = True

    def post(self, request: HttpRequest, *args: str, **options: Any) -> HttpResponse:
        """Try a name with its password."""
        name = request.POST.get("username", "")[:150]
        if must_wait(name, self._door.address):
            form = self.get_form()
            form.errors.clear()
            wait = {"form": AuthenticationForm(request), "wait": True, "again": carried(request)}
            wait["next"] = request.POST.get("next", "")
            return render(request, self.template_name, wait, status=429)
        return super().post(request, *args, **options)

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Open a session of its own for who came in."""
        account = form.get_user()
        assert isinstance(account, User)
        response = super().form_valid(form)
        note(Actor(account.username, role_of(account), "page", self._door.address, account), DONE, about=self._tried)
        fields = carried(self.request)
        return ask_to_send(self.request, fields, to=self.get_success_url()) if fields else response

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        """Say that it was not right, and not whether there is such a name."""
        note(self._door, FAILED, about=self._tried)
        return super().form_invalid(form)

    def get_context_data(self, **options: Any) -> dict[str, Any]:
        """Return what the page needs, with what somebody typed before their session ended."""
        return {**super().get_context_data(**options), "again": carried(self.request)}

    @property
    def _door(self) -> Actor:
        """Who is still outside."""
        return Actor("", None, "page", str(self.request.META.get("REMOTE_ADDR", "")))

    @property
    def _tried(self) -> str:
        """The name that was tried."""
        return known_as(self.request.POST.get("username", ""))


login = of_team(sensitive_post_parameters("password")(Login.as_view()))


@of_team
@require_POST
def logout(request: HttpRequest) -> HttpResponse:
    """Let somebody out."""
    if actor_of(request).account is not None:
        note(actor_of(request), "logout")
    return LogoutView.as_view()(request)


@of_team
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Change one's own password; other sessions end."""
    account = _own(request)
    form = PasswordChangeForm(account, request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save()
        update_session_auth_hash(request, account)
        note(actor_of(request), "password changed", about=account.username)
        return render(request, "web/password.html", {"form": PasswordChangeForm(account), "changed": True})
    return render(request, "web/password.html", {"form": form}, status=400 if form.is_bound else 200)


@of_team
@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request: HttpRequest) -> HttpResponse:
    """Show one's own tokens; one that is made is shown this once."""
    account, told = _own(request), {}
    if request.method == "POST":
        days = number_in(request.POST.get("days", "")) or 0
        try:
            role = Role(request.POST.get("role", ""))
            token, secret = make_token(account, request.POST.get("name", ""), role, days=days, by=actor_of(request))
            told = {"made": token, "secret": secret}
        except (RegisterError, ValueError) as error:
            told = {"problem": refused(error)}
    held = list(Role)[: list(Role).index(role_of(account) or Role.READER) + 1]
    context = {"tokens": live_tokens(account), "roles": held, **told}
    return render(request, "web/tokens.html", context, status=400 if "problem" in told else 200)


@of_team
@require_POST
def revoke_token(request: HttpRequest, number: int) -> HttpResponse:
    """Let one's own token, or for admins any, open nothing any more."""
    found = ApiToken.objects.select_related("account")
    if actor_of(request).role is not Role.ADMIN:
        found = found.filter(account=_own(request))
    revoke(get_object_or_404(found, pk=number), by=actor_of(request))
    return redirect("web:tokens")


@of_team
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def account_list(request: HttpRequest) -> HttpResponse:
    """Show all accounts, and make one."""
    problem_ = ""
    if request.method == "POST":
        try:
            role = Role(request.POST.get("role", ""))
            add_account(
                request.POST.get("username", ""), role, password=request.POST.get("password", ""), by=actor_of(request)
            )
            return redirect("web:accounts")
        except (RegisterError, ValueError) as error:
            problem_ = refused(error)
    rows = [(account, role_of(account), live_tokens(account).count()) for account in accounts()]
    context = {"rows": rows, "roles": list(Role), "problem": problem_, "tried": request.POST.get("username", "")}
    return render(request, "web/accounts.html", context, status=400 if problem_ else 200)


@of_team
@sensitive_post_parameters()
@require_POST
def change_account(request: HttpRequest, number: int) -> HttpResponse:
    """Change an account: its role, its password, or whether it is in."""
    account, by = get_object_or_404(User, pk=number), actor_of(request)
    try:
        match request.POST.get("change", ""):
            case "role":
                set_role(account, Role(request.POST.get("role", "")), by=by)
            case "in" | "out" as change:
                set_active(account, active=change == "in", by=by)
            case "password":
                set_password(account, request.POST.get("password", ""), by=by)
            case other:
                raise AccountError("change", f"{other!r} is no change; use role, in, out or password")
    except (RegisterError, ValueError) as error:
        return render(request, "web/refusal.html", {"team": True, "problem": refused(error)}, status=400)
    return redirect("web:accounts")


@of_team
@require_safe
def audit_list(request: HttpRequest) -> HttpResponse:
    """Show what was done, by whom and when, the newest first."""
    name, action = request.GET.get("who", "")[:200], request.GET.get("action", "")[:80]
    page, shared = page_of(request, audit(who=name, action=action))
    actions = AuditEntry.objects.values_list("action", flat=True).distinct().order_by("action")
    context = {"page": page, "shared": shared, "who": name, "action": action, "actions": actions}
    return render(request, "web/audit.html", context)


@of_team
@require_safe
def audit_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Export the log as CSV."""
    rows = audit(who=request.GET.get("who", "")[:200], action=request.GET.get("action", "")[:80])
    writer = csv.writer(_Echo())

    def lines() -> Iterator[str]:
        yield "\ufeff" + writer.writerow(COLUMNS)
        for row in rows.iterator():
            yield writer.writerow([_cell(getattr(row, column)) for column in COLUMNS])

    response = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="audit.csv"'
    return response


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Refuse a form that did not come from our own page."""
    if is_api(request):
        return problem(403, "Send the token of the page (X-CSRFToken), or a token of your own (Authorization: Bearer).")
    needs = needs_of(request.resolver_match.view_name if request.resolver_match else "")
    is_ours = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    if is_ours and needs.change in CARRIED:  # another tab logged in, or the browser forgot its cookies
        actor = actor_of(request)
        if is_team() and actor.account is None:
            return ask_to_log_in(request)
        return ask_to_send(request, typed_fields(request), to=request.get_full_path(), status=403)
    told = _("This form is too old or did not come from this site: load the page again.")
    return render(request, "web/refusal.html", {"team": True, "problem": told}, status=403)


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, value: str) -> str:
        """Return the value."""
        return value


def _cell(value: object) -> str:
    """Return a value as a cell that no sheet takes for a formula."""
    return str(defused(value.isoformat(timespec="seconds") if isinstance(value, datetime) else str(value or "")))


def _own(request: HttpRequest) -> User:
    """Return the account of who asks; where reading is open to all there may be none."""
    account = actor_of(request).account
    if account is None:
        raise Http404("only an account has a password and tokens")
    return account
