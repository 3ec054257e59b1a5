"""A reading as the register keeps it: its JSON, compressed, and known by its digest."""

from hashlib import sha256

import zstandard

from giaoluu.model.codec import reading_from_json, to_json
from giaoluu.model.errors import GiaoluuError, RegisterError
from giaoluu.model.reading import Reading
from giaoluu.register.captures import compressed


def pack_reading(reading: Reading) -> tuple[bytes, str]:
    """Return the compressed JSON of a reading, and the digest of the JSON.

    The same reading gives the same digest, so an unchanged one is known without being opened.
    """
    return pack(to_json(reading).encode("utf-8"))


def pack(line: bytes) -> tuple[bytes, str]:
    """Return the JSON of a reading compressed, and its digest."""
    return compressed(line), sha256(line).hexdigest()


def unpack_reading(content: bytes | memoryview) -> Reading:
    """Return the reading that `pack_reading` packed; RegisterError where it is damaged."""
    try:
        return reading_from_json(zstandard.decompress(content).decode("utf-8"))
    except (zstandard.ZstdError, ValueError, GiaoluuError) as error:
        raise RegisterError(f"a stored reading cannot be opened ({error}); read its page again") from error
