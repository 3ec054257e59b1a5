"""Tokens of programs: made once, shown once, kept as a digest."""

import secrets
from datetime import timedelta
from hashlib import sha256

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from giaoluu.register.accounts import note, role_of
from giaoluu.register.accounts_roles import AccountError, Actor, Role
from giaoluu.register.models.accounts import ApiToken

MARK = "giaoluu_"
"""How tokens begin, so that scanners of leaked secrets know them."""

MOST_DAYS = 366
USED_EVERY = timedelta(minutes=1)
"""`last_used` is written at most so often."""


def make_token(account: User, name: str, role: Role, *, days: int, by: Actor) -> tuple[ApiToken, str]:
    """Make a token and return it with its secret, which is shown this once and kept nowhere.

    Raises RegisterError for a role above that of the account, for no name, and for a life of more than a year.
    """
    held = role_of(account)
    if held is None or list(Role).index(role) > list(Role).index(held):
        raise AccountError(
            "token role", f"{account.username} is {held or 'out'}; a token may do no more than its account"
        )
    if not name.strip() or not 1 <= days <= MOST_DAYS:
        raise AccountError("token life", f"a token needs a name, and 1 to {MOST_DAYS} days to live")
    secret = MARK + secrets.token_urlsafe(32)
    with transaction.atomic():
        token = ApiToken.objects.create(
            account=account, name=name.strip()[:80], role=role.value, digest=_digest(secret),
            begins=secret[: len(MARK) + 4], expires=timezone.now() + timedelta(days=days),
        )  # fmt: skip
        note(by, "token made", about=str(token), account=account.username, role=role.value, days=days)
    return token, secret


def revoke(token: ApiToken, *, by: Actor) -> None:
    """Let a token open nothing any more."""
    with transaction.atomic():
        if ApiToken.objects.filter(pk=token.pk, revoked=None).update(revoked=timezone.now()):
            note(by, "token revoked", about=str(token), account=token.account.username)


def actor_of_token(secret: str, *, address: str) -> Actor | None:
    """Return who acts by a token: its account with the lesser of both roles; None for one that opens nothing."""
    now = timezone.now()
    live = ApiToken.objects.filter(digest=_digest(secret), revoked=None, expires__gt=now)
    token = live.select_related("account").first()
    held = role_of(token.account) if token else None
    if token is None or held is None:
        return None
    if token.last_used is None or now - token.last_used > USED_EVERY:
        ApiToken.objects.filter(pk=token.pk).update(last_used=now)
    role = min(held, Role(token.role), key=list(Role).index)
    return Actor(token.account.username, role, via="api", address=address, account=token.account)


def _digest(secret: str) -> str:
    """Return what is kept of a token: it is random and long, so that a fast digest is enough."""
    return sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()
