"""Many accounts of one activity: copies, independent sources, what is told differently, what came of promises."""

from giaoluu.coverage.comparing import compare
from giaoluu.coverage.linking import Print, link, link_prints, print_of
from giaoluu.coverage.names import PrintedNames
from giaoluu.coverage.promises import undertakings

__all__ = ["Print", "PrintedNames", "compare", "link", "link_prints", "print_of", "undertakings"]
