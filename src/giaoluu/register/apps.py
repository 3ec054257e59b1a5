"""The Django app of the register."""

from typing import Any

from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate


class RegisterConfig(AppConfig):
    """Tables of captures, articles, claims, judgements and what is read from them."""

    name = "giaoluu.register"
    label = "register"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have the roles made whenever tables were."""
        from giaoluu.register.accounts import make_roles

        post_migrate.connect(make_roles, sender=self, dispatch_uid="roles")
        connection_created.connect(reckon_without_discs, dispatch_uid="discs")


NEAR = "SELECT set_config(name, '1.1', false) FROM pg_settings WHERE name = 'random_page_cost' AND source = 'default'"


def reckon_without_discs(connection: Any, **_: Any) -> None:
    """Tell a server that a row far away costs about what the next one does, where its owner left that unsaid.

    It reckons with discs that turn otherwise, and looks through all rows of search instead of those of one sort.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(NEAR)
