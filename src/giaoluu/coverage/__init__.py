"""Many accounts of one activity: copies, independent sources, what is told differently, what came of promises."""

from giaoluu.coverage.comparing import compare
from giaoluu.coverage.linking import link, link_more, link_prints
from giaoluu.coverage.names import PrintedNames
from giaoluu.coverage.prints import Print, Same, asked_by, keys_of, print_from_json, print_of, print_to_json
from giaoluu.coverage.promises import undertakings

__all__ = [
    "Print",
    "PrintedNames",
    "Same",
    "asked_by",
    "compare",
    "keys_of",
    "link",
    "link_more",
    "link_prints",
    "print_from_json",
    "print_of",
    "print_to_json",
    "undertakings",
]
