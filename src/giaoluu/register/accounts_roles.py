"""What somebody may do, and who acts: words that need no table."""

import getpass
import os
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from giaoluu.model.errors import RegisterError

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class Role(StrEnum):
    """What an account is there for; each role may do what those before it may."""

    READER = "reader"
    EDITOR = "editor"
    REVIEWER = "reviewer"
    ADMIN = "admin"


class Right(StrEnum):
    """What somebody may do: the permissions of the register."""

    READ = "read"
    ENTER = "enter"
    DECIDE = "decide"
    ADMINISTER = "administer"


RIGHTS = {role: frozenset(list(Right)[: place + 1]) for place, role in enumerate(Role)}
"""Role → what it may do."""


class AccountError(RegisterError):
    """Something about accounts that is refused; `code` says what, for pages in other languages.

    >>> AccountError("last admin", "an is the last admin").code
    'last admin'
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def machine_user() -> str:
    """Return who uses this machine; in a container that may be a number without a name.

    >>> bool(machine_user())
    True
    """
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return f"user {os.getuid()}" if hasattr(os, "getuid") else "user"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a name for decisions and the log, what may be done, and by which door.

    >>> Actor("an", Role.EDITOR).may(Right.DECIDE)
    False
    """

    name: str
    role: Role | None
    via: str = "page"
    address: str = ""
    account: "User | None" = None

    def may(self, right: Right) -> bool:
        """Say whether the right is among those of the role."""
        return self.role is not None and right in RIGHTS[self.role]

    @classmethod
    def command(cls) -> "Actor":
        """Return who gives commands on this machine."""
        return cls(machine_user(), Role.ADMIN, via="command")
