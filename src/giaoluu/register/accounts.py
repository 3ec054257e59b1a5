"""Accounts of a team: roles, passwords and who is in; nobody who decided anything is ever deleted.

from giaoluu.register.accounts import Role, add_account, set_role

add_account("an", Role.EDITOR, password="…", by=Actor.command())
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group, Permission, User
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from giaoluu.model.errors import RegisterError
from giaoluu.register.accounts_roles import RIGHTS, AccountError, Actor, Right, Role
from giaoluu.register.models.accounts import ApiToken, AuditEntry


def make_roles(**_: Any) -> None:
    """Make the groups of the roles with their permissions; asked after every migration."""
    rights = {right.codename: right for right in Permission.objects.filter(content_type__app_label="register")}
    for role, held in RIGHTS.items():
        group = Group.objects.get_or_create(name=role.value)[0]
        group.permissions.set([rights[right.value] for right in held])


def role_of(account: User) -> Role | None:
    """Return the role of an account, by the permissions of its groups; None for one that is out."""
    if not account.is_active:
        return None
    held = [role for role in Role if account.has_perm(f"register.{max(RIGHTS[role], key=list(Right).index)}")]
    return held[-1] if held else None


def accounts() -> QuerySet[User]:
    """Return all accounts, those that are in first."""
    return User.objects.prefetch_related("groups").order_by("-is_active", "username")


def account_named(name: str) -> User:
    """Return an account; RegisterError where there is none."""
    found = User.objects.filter(username=name).first()
    if found is None:
        raise RegisterError(f"there is no account {name!r}; `giaoluu user list` shows those that are")
    return found


def add_account(name: str, role: Role, *, password: str, by: Actor) -> User:
    """Make an account. Raises RegisterError for a name that is taken or no name, or a password that is too weak."""
    name = User.normalize_username(name.strip())
    if User.objects.filter(username__iexact=name).exists():
        raise AccountError("taken", f"there is an account {name!r} already; choose another name or change its role")
    account = User(username=name)
    try:
        UnicodeUsernameValidator()(name)
        validate_password(password, account)
    except ValidationError as error:
        raise AccountError("weak", f"{name}: {' '.join(error.messages)}") from error
    account.set_password(password)
    with transaction.atomic():
        account.save()
        _put_in(account, role)
        note(by, "account added", about=name, role=role.value)
    return account


def set_role(account: User, role: Role, *, by: Actor) -> None:
    """Give an account another role. Raises RegisterError where no admin would be left."""
    with transaction.atomic():
        before = role_of(account)
        _put_in(account, role)
        _refuse_no_admin(account, role_before=before)
        note(by, "role changed", about=account.username, before=str(before or ""), role=role.value)


def set_active(account: User, *, active: bool, by: Actor) -> None:
    """Let an account in again, or out at once with all of its tokens; what it decided stays under its name."""
    with transaction.atomic():
        before = role_of(account)
        account.is_active = active
        account.save(update_fields=["is_active"])
        if not active:
            account.api_tokens.filter(revoked=None).update(revoked=timezone.now())
            _refuse_no_admin(account, role_before=before)
        note(by, "account let in" if active else "account deactivated", about=account.username)


def set_password(account: User, password: str, *, by: Actor) -> None:
    """Give an account another password, which ends its sessions. Raises RegisterError for one that is too weak."""
    try:
        validate_password(password, account)
    except ValidationError as error:
        raise AccountError("weak", f"{account.username}: {' '.join(error.messages)}") from error
    account.set_password(password)
    with transaction.atomic():
        account.save(update_fields=["password"])
        note(by, "password changed", about=account.username)


def note(by: Actor, action: str, *, about: str = "", **detail: Any) -> AuditEntry:
    """Write into the log what somebody did."""
    return AuditEntry.objects.create(
        who=by.name[:200], account=by.account, via=by.via, address=by.address[:60],
        action=action, about=about[:400], detail=detail,
    )  # fmt: skip


def audit(*, who: str = "", action: str = "") -> QuerySet[AuditEntry]:
    """Return the log, the newest first: all of it, of one name, or of one action."""
    asked = {"who": who, "action": action}
    return AuditEntry.objects.filter(**{field: value for field, value in asked.items() if value}).order_by("-pk")


def admins() -> Iterable[User]:
    """Return the accounts that may administer."""
    return [account for account in User.objects.filter(is_active=True) if role_of(account) is Role.ADMIN]


def live_tokens(account: User) -> QuerySet[ApiToken]:
    """Return the tokens of an account that still open something."""
    return account.api_tokens.filter(revoked=None, expires__gt=timezone.now()).order_by("-pk")


def _put_in(account: User, role: Role) -> None:
    """Make the group of a role the only one of an account; what Django cached of its rights is forgotten."""
    account.groups.set([Group.objects.get(name=role.value)])
    account.is_staff = role is Role.ADMIN
    account.save(update_fields=["is_staff"])
    for cached in ("_perm_cache", "_user_perm_cache", "_group_perm_cache"):
        account.__dict__.pop(cached, None)


def _refuse_no_admin(account: User, *, role_before: Role | None) -> None:
    """Refuse a change that leaves nobody who keeps accounts."""
    if role_before is Role.ADMIN and not any(admins()):
        raise AccountError("last admin", f"{account.username} is the last admin; make another account admin first")
