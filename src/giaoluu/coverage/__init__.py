"""Many accounts of one activity: copies, independent sources, what is told differently, what came of promises."""

from giaoluu.coverage.linking import Print, link, link_prints, print_of
from giaoluu.coverage.names import PrintedNames

__all__ = ["Print", "PrintedNames", "link", "link_prints", "print_of"]
