"""Captures on disk: each once, compressed, named by its digest, whole or not there."""

import os
import tempfile
from hashlib import sha256
from pathlib import Path

import zstandard

from giaoluu.model.errors import RegisterError


def path_of(home: Path, digest: str) -> Path:
    """Return where the capture of a digest lies.

    >>> path_of(Path("home"), "abcdef").as_posix()
    'home/captures/ab/cdef.zst'
    """
    return home / "captures" / digest[:2] / f"{digest[2:]}.zst"


def keep(home: Path, digest: str, content: bytes, *, sync: bool = True) -> Path:
    """Keep the bytes of a capture and return where; bytes that do not match their digest are refused.

    The file appears under its name by one rename, so a killed process leaves no half of one. Without `sync`, whoever
    keeps many calls `settle` before saying that they are kept.
    """
    if sha256(content).hexdigest() != digest:
        raise RegisterError(f"capture {digest[:12]}: its bytes have another digest; fetch or open the page again")
    path = path_of(home, digest)
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(zstandard.compress(content, 6))
            file.flush()
            if sync or not hasattr(os, "sync"):
                os.fsync(file.fileno())
        Path(part).replace(path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
    return path


def settle() -> None:
    """Wait until all that was kept is on the disk."""
    if hasattr(os, "sync"):
        os.sync()


def fetch(home: Path, digest: str) -> bytes:
    """Return the bytes of a kept capture, checked against the digest."""
    path = path_of(home, digest)
    try:
        content = zstandard.decompress(path.read_bytes())
    except (OSError, zstandard.ZstdError) as error:
        raise RegisterError(f"{path}: the capture cannot be read ({error}); restore it from a backup") from error
    if sha256(content).hexdigest() != digest:
        raise RegisterError(f"{path}: the capture was changed after it was kept; restore it from a backup")
    return content
