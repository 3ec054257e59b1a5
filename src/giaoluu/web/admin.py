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
from django.utils.translation import gettext_lazy as _

from giaoluu.register.accounts import note
from giaoluu.register.accounts_roles import Right
from giaoluu.register.models import Access
from giaoluu.web.access import actor_of
from giaoluu.web.admin_columns import COLUMNS

HIDDEN = frozenset({"password", "digest", "content"})
"""Columns that nobody needs to see."""

SHOWN = 6
"""Columns of a list."""

KEPT_BY_HAND: frozenset[str] = frozenset({"Outlet", "Mapping", "ColumnMapping", "SavedSearch"})
"""Names of tables that people keep: they may be changed here."""

CALLED = {
    "User": _("Accounts"),
    "ApiToken": _("Tokens"),
    "AuditEntry": _("Audit log"),
    "CaptureRow": _("Captured pages"),
    "Article": _("Articles"),
    "ReadingRow": _("Readings"),
    "Claim": _("Claims"),
    "Person": _("People"),
    "Organisation": _("Bodies"),
    "Place": _("Places"),
    "EntryAside": _("Kept apart of entries"),
    "Attachment": _("Attached files"),
    "SheetLayout": _("Layouts of sheets"),
    "SheetImport": _("Imports of sheets"),
    "SheetRow": _("Rows of sheets"),
    "Feed": _("Feeds"),
    "FeedPage": _("Pages that feeds named"),
    "Activity": _("Activities"),
    "ActivityCountry": _("Countries of activities"),
    "Participant": _("Participants"),
    "Quotation": _("Statements"),
    "Commitment": _("Commitments"),
    "Judgement": _("Decisions"),
    "Anchor": _("Places of decisions"),
    "NameKey": _("Keys of names"),
    "PromiseKey": _("Keys of promises"),
    "SamePerson": _("Same people"),
    "SharedActivity": _("Shared activities"),
    "Question": _("Questions of linking"),
    "FollowUp": _("Follow-ups"),
    "Occasion": _("Occasions"),
    "SearchRow": _("Rows of the search"),
    "SpokenName": _("Names as spoken"),
    "SavedSearch": _("Kept searches"),
}
"""Table → what it is called; said here, since names inside the tables would stand in migrations."""


class Site(admin.AdminSite):
    """The admin of a register: for admins of a team or for who sits at the machine."""

    site_header = site_title = "giaoluu"
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        """Let admins in."""
        return actor_of(request).may(Right.ADMINISTER)

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Return the tables as they are called in the language of the page, in the order of these names."""
        found: list[Any] = super().get_app_list(request, app_label)
        for app in found:
            app["name"] = _("Register") if app["app_label"] == "register" else app["name"]
            for table in app["models"]:
                table["name"] = CALLED.get(table["object_name"], table["name"])
            app["models"].sort(key=lambda table: str(table["name"]))
        return found

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Lead to the one page where names and passwords are asked."""
        return redirect("web:login")


class Shown(admin.ModelAdmin):  # type: ignore[type-arg]
    """A table that is looked at."""

    actions = None
    show_full_result_count = False
    list_per_page = 50

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Return the list under the name of its table."""
        called = {"title": CALLED.get(self.model.__name__, self.model.__name__)}
        return super().changelist_view(request, {**called, **(extra_context or {})})

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
            _call(table)
    return site


def _call(table: type[Model]) -> None:
    """Call a table and its columns as people do; migrations go by what was written in the table itself."""
    name = CALLED.get(table.__name__)
    if name is not None:
        table._meta.verbose_name = table._meta.verbose_name_plural = name
    for field in table._meta.concrete_fields:
        field.verbose_name = COLUMNS.get(field.name, field.verbose_name)


site = make_site()
