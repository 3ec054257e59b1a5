"""The Django app of the register."""

from django.apps import AppConfig
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
