"""Many accounts of one activity: copies, independent sources, what is told differently, what came of promises."""

from giaoluu.coverage.comparing import compare
from giaoluu.coverage.foretold import Foretold, foretold
from giaoluu.coverage.linking import link, link_more, link_prints
from giaoluu.coverage.names import PrintedNames
from giaoluu.coverage.prints import Print, Same, asked_by, keys_of, print_from_json, print_of, print_to_json
from giaoluu.coverage.promises import QUIET, STANDINGS, undertakings

__all__ = [
    "QUIET",
    "STANDINGS",
    "Foretold",
    "Print",
    "PrintedNames",
    "Same",
    "asked_by",
    "compare",
    "foretold",
    "keys_of",
    "link",
    "link_more",
    "link_prints",
    "print_from_json",
    "print_of",
    "print_to_json",
    "undertakings",
]
