"""Django's admin for what is rare: every table to look at, and what may be changed there without harm.

Tables that are only ever added to, and those that readings are written into, are shown and never changed.
"""

from typing import Any

from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from giaoluu.register.accounts import note
from giaoluu.register.accounts_roles import Right
from giaoluu.register.models import Access
from giaoluu.web.access import actor_of

HIDDEN = frozenset({"password", "digest", "content"})
"""Columns that nobody needs to see."""

SHOWN = 6
"""Columns of a list."""

KEPT_BY_HAND: frozenset[str] = frozenset({"Outlet", "Mapping", "ColumnMapping", "SavedSearch"})
"""Names of tables that people keep: they may be changed here."""


class Site(admin.AdminSite):
    """The admin of a register: for admins of a team or for who sits at the machine."""

    site_header = site_title = "giaoluu"
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        """Let admins in."""
        return actor_of(request).may(Right.ADMINISTER)

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Lead to the one page where names and passwords are asked."""
        return redirect("web:login")


class Shown(admin.ModelAdmin):  # type: ignore[type-arg]
    """A table that is looked at."""

    actions = None
    show_full_result_count = False
    list_per_page = 50

    def get_list_display(self, request: HttpRequest) -> Any:
        """Return the first columns."""
        return [name for name in _columns(self.model) if name not in HIDDEN][:SHOWN]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Return all columns but those that nobody needs to see."""
        return [name for name in _columns(self.model) if name not in HIDDEN]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Return the rows, the newest first."""
        return self.model._default_manager.defer(*(HIDDEN & set(_columns(self.model)))).order_by("-pk")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Say no."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Say no."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Say no."""
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Say yes to admins."""
        return actor_of(request).may(Right.ADMINISTER)

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Say yes to admins."""
        return actor_of(request).may(Right.ADMINISTER)


class Kept(Shown):
    """A table that people keep; what is changed goes into the log of the register."""

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Return the columns that can be filled in."""
        return [field.name for field in self.model._meta.concrete_fields if field.editable and not field.primary_key]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Say yes to admins."""
        return self.has_view_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Say yes to admins."""
        return self.has_view_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Say yes to admins."""
        return self.has_view_permission(request)

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Write into the log what was added."""
        return note(actor_of(request), "row added", about=f"{obj._meta.label} {obj.pk}")

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Write into the log what was changed."""
        return note(actor_of(request), "row changed", about=f"{obj._meta.label} {obj.pk}")

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        """Write into the log what was deleted."""
        return [note(actor_of(request), "row deleted", about=f"{row._meta.label} {row.pk}") for row in queryset]


def _columns(table: type[Model]) -> list[str]:
    """Return the names of a table's own columns."""
    return [field.name for field in table._meta.concrete_fields]


def make_site() -> Site:
    """Return the admin with every table of the register and the accounts."""
    site = Site(name="admin")
    tables: list[type[Model]] = [User, *apps.get_app_config("register").get_models()]
    for table in tables:
        if table is not Access:
            site.register(table, Kept if table.__name__ in KEPT_BY_HAND else Shown)
    return site


site = make_site()
