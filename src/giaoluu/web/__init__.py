"""The site: overview, activities, articles and people, every fact linked to the words that it rests on."""

from giaoluu.web.serving import serve

__all__ = ["serve"]
