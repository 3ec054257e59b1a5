"""Captures on disk: each once, compressed, named by its digest, whole or not there."""

import os
import threading
from collections.abc import Container, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

import zstandard

from giaoluu.model.errors import RegisterError


def path_of(home: Path, digest: str) -> Path:
    """Return where the capture of a digest lies.

    >>> path_of(Path("home"), "abcdef").as_posix()
    'home/captures/ab/cdef.zst'
    """
    return home / "captures" / digest[:2] / f"{digest[2:]}.zst"


def keep(home: Path, digest: str, content: bytes, *, sync: bool = True) -> None:
    """Keep the bytes of a capture; bytes that do not match their digest are refused.

    The file appears under its name by one rename, so a killed process leaves no half of one. Without `sync`, whoever
    keeps many calls `settle` before saying that they are kept.
    """
    if sha256(content).hexdigest() != digest:
        raise RegisterError(f"capture {digest[:12]}: its bytes have another digest; fetch or open the page again")
    path = str(path_of(home, digest))
    try:
        os.utime(path)  # it is wanted again: what nothing came of is cleared by its age
    except FileNotFoundError:
        pass
    else:
        return
    part = f"{path}.{token_hex(6)}.part"
    try:
        file = _new(part)
        try:
            _write(file, compressed(content))
            if sync or not hasattr(os, "sync"):
                os.fsync(file)
        finally:
            os.close(file)
        os.replace(part, path)  # noqa: PTH105 - as above
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise


def _new(part: str) -> int:
    """Open a file that is not there yet, and its folder where it is missing; a number costs less than an object."""
    how = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        return os.open(part, how, 0o666)
    except FileNotFoundError:
        Path(part).parent.mkdir(parents=True, exist_ok=True)
        return os.open(part, how, 0o666)


def _write(file: int, content: bytes) -> None:
    """Write all of the bytes: the system may take fewer at once."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(file, rest) :]


class _Compressor(threading.local):
    """A compressor for each thread: making one costs more than using it, and two threads cannot share one."""

    def __init__(self) -> None:
        self.compress = zstandard.ZstdCompressor(level=3).compress


_compressor = _Compressor()


def compressed(content: bytes) -> bytes:
    """Return bytes as the register keeps them.

    >>> zstandard.decompress(compressed(b"two words"))
    b'two words'
    """
    return _compressor.compress(content)


def want(home: Path, digest: str) -> None:
    """Let a capture that nothing came of yet count as kept now."""
    with suppress(OSError):
        os.utime(path_of(home, digest))


def unused(home: Path, used: Container[str], *, before: float) -> Iterator[Path]:
    """Yield files that no digest in use names, and halves of files, that nobody touched since a time."""
    for path in (home / "captures").glob("*/*"):
        if path.suffix == ".part" or (path.suffix == ".zst" and path.parent.name + path.stem not in used):
            with suppress(FileNotFoundError):  # another program cleared it
                if path.stat().st_mtime < before:
                    yield path


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
