"""The Django app of the site."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages over the tables of the register."""

    name = "giaoluu.web"
    label = "web"
