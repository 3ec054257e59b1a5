"""The Django app of the register."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """Tables of captures, articles, claims, judgements and what is read from them."""

    name = "giaoluu.register"
    label = "register"
    default_auto_field = "django.db.models.BigAutoField"
