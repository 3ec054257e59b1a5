"""ETags: what an answer is known by, so that it need not be sent again, and changes hit what was read."""

import json
from hashlib import sha256
from typing import Any

from ninja.responses import NinjaJSONEncoder


def fingerprint(value: Any) -> str:
    """Return the ETag of an answer.

    >>> fingerprint({"id": 7}) == fingerprint({"id": 7}) != fingerprint({"id": 8})
    True
    """
    return f'"{sha256(json.dumps(value, cls=NinjaJSONEncoder).encode()).hexdigest()[:32]}"'
