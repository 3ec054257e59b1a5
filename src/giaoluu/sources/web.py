"""One page by its address, fetched politely: a name, a time limit, a size limit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

import httpx

from giaoluu import __version__
from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.errors import SourceError
from giaoluu.sources.capturing import Provenance, capture_of, without_password
from giaoluu.sources.public import AwayError, PublicOnly

USER_AGENT = f"giaoluu/{__version__} (one page at the request of a reader)"
SECONDS = 30.0
MOST_REDIRECTS = 5
MOST_BYTES = 1 << 25
MEDIA_TYPES = {"text/html": MediaType.HTML, "application/xhtml+xml": MediaType.HTML, "text/plain": MediaType.TEXT}
ACCEPTED = "text/html, text/plain, application/pdf, */*;q=0.1"
NOT_MODIFIED = 304
BUSY = frozenset({429, 503})
MOST_OF_A_HEADER = 400
ADVICE = {
    401: "it asks for a login: save the page in a browser and give the file",
    403: "it refuses programs: save the page in a browser and give the file",
    404: "there is no such page: check the address, or look for it in a web archive",
    410: "the page is gone: look for it in a web archive",
    429: "it is asked too often: wait, then try again",
}


class AnswerError(SourceError):
    """The server answers with something that is no page."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status

    @property
    def is_busy(self) -> bool:
        """Say whether the server asks to be left alone for a while."""
        return self.status in BUSY


@dataclass(frozen=True, slots=True)
class Asking:
    """How an address is asked for."""

    seconds: float = SECONDS
    most_bytes: int = MOST_BYTES
    transport: httpx.BaseTransport | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Download:
    """What a server sent: its bytes, what it said of them, and by what it knows this version again."""

    content: bytes
    known: Provenance
    is_unchanged: bool = False
    etag: str = ""
    modified: str = ""


def fetch(url: str, *, seconds: float = SECONDS, most_bytes: int = MOST_BYTES, public_only: bool = False) -> Capture:
    """Return the capture of one page on the web; redirects are followed, its last address is kept.

    `public_only` refuses addresses of private networks, of this machine too, also behind a redirect.
    Raises `SourceError` for any address that is not http or https, for what the server refuses,
    and for pages that are too slow, too large, or no text.
    """
    asked = download(url, Asking(seconds, most_bytes, PublicOnly() if public_only else None))
    return capture_of(asked.content, asked.known)


def download(url: str, asking: Asking) -> Download:
    """Return what stands at an address. Raises `SourceError` as `fetch` does."""
    try:
        address = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise SourceError(f"{url} is no address ({error}): give one as a browser shows it") from error
    if address.scheme not in ("http", "https") or not address.host:
        raise SourceError(
            f"{url} is not on the web: only http and https addresses are fetched; give files by their path"
        )
    try:
        return _download(address, asking)
    except httpx.TooManyRedirects as error:
        raise SourceError(f"{url} redirects more than {MOST_REDIRECTS} times: open it in a browser") from error
    except httpx.TimeoutException as error:
        raise SourceError(f"{url} did not answer within {asking.seconds:g} seconds: try again later") from error
    except httpx.HTTPError as error:
        raise AwayError(f"{url} could not be fetched ({error}): check the address and the connection") from error


def _download(address: httpx.URL, asking: Asking) -> Download:
    """Return the bytes of a page and what the server says of them."""
    headers = {"User-Agent": USER_AGENT, "Accept": ACCEPTED, **asking.headers}
    content = bytearray()
    started = datetime.now(UTC)
    with (
        httpx.Client(
            follow_redirects=True,
            max_redirects=MOST_REDIRECTS,
            timeout=asking.seconds,
            headers=headers,
            transport=asking.transport,
        ) as client,
        client.stream("GET", address) as response,
    ):
        is_unchanged = response.status_code == NOT_MODIFIED
        if not response.is_success and not is_unchanged:
            raise _refusal(address, response)
        for piece in response.iter_bytes():
            content += piece
            if len(content) > asking.most_bytes:
                raise SourceError(f"{address} is larger than {asking.most_bytes >> 20} MiB: save it and give the file")
            if (datetime.now(UTC) - started).total_seconds() > asking.seconds:
                raise SourceError(f"{address} did not end within {asking.seconds:g} seconds: try again later")
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        last = without_password(str(response.url))
        version = (response.headers.get(name, "")[:MOST_OF_A_HEADER] for name in ("etag", "last-modified"))
    fetched = started.isoformat(timespec="seconds").replace("+00:00", "Z")
    known = Provenance(last, last, fetched, response.charset_encoding, MEDIA_TYPES.get(kind))
    return Download(bytes(content), known, is_unchanged, *version)


def _refusal(address: httpx.URL, response: httpx.Response) -> AnswerError:
    """Return what to say of an answer that is no page."""
    status, reason = response.status_code, response.reason_phrase
    advice = ADVICE.get(status, "try again later, or save the page in a browser and give the file")
    return AnswerError(f"{without_password(str(address))} answers {status} {reason}: {advice}", status)
