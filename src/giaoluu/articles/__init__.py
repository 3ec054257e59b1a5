"""Articles: the text of a capture with its zones, and what the page says about itself."""

from giaoluu.articles.memory import OutletMemory
from giaoluu.articles.reader import article_of, bare_capture

__all__ = ["OutletMemory", "article_of", "bare_capture"]
