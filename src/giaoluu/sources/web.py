"""One page by its address, fetched politely: a name, a time limit, a size limit."""

from datetime import UTC, datetime

import httpx

from giaoluu import __version__
from giaoluu.model.capture import Capture, MediaType
from giaoluu.model.errors import SourceError
from giaoluu.sources.capturing import Provenance, capture_of, without_password
from giaoluu.sources.public import PublicOnly

USER_AGENT = f"giaoluu/{__version__} (one page at the request of a reader)"
SECONDS = 30.0
MOST_REDIRECTS = 5
MOST_BYTES = 1 << 25
MEDIA_TYPES = {"text/html": MediaType.HTML, "application/xhtml+xml": MediaType.HTML, "text/plain": MediaType.TEXT}
ADVICE = {
    401: "it asks for a login: save the page in a browser and give the file",
    403: "it refuses programs: save the page in a browser and give the file",
    404: "there is no such page: check the address, or look for it in a web archive",
    410: "the page is gone: look for it in a web archive",
    429: "it is asked too often: wait, then try again",
}


def fetch(url: str, *, seconds: float = SECONDS, most_bytes: int = MOST_BYTES, public_only: bool = False) -> Capture:
    """Return the capture of one page on the web; redirects are followed, its last address is kept.

    `public_only` refuses addresses of private networks, of this machine too, also behind a redirect.
    Raises `SourceError` for any address that is not http or https, for what the server refuses,
    and for pages that are too slow, too large, or no text.
    """
    try:
        address = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise SourceError(f"{url} is no address ({error}): give one as a browser shows it") from error
    if address.scheme not in ("http", "https") or not address.host:
        raise SourceError(
            f"{url} is not on the web: only http and https addresses are fetched; give files by their path"
        )
    try:
        content, known = _download(address, seconds, most_bytes, PublicOnly() if public_only else None)
    except httpx.TooManyRedirects as error:
        raise SourceError(f"{url} redirects more than {MOST_REDIRECTS} times: open it in a browser") from error
    except httpx.TimeoutException as error:
        raise SourceError(f"{url} did not answer within {seconds:g} seconds: try again later") from error
    except httpx.HTTPError as error:
        raise SourceError(f"{url} could not be fetched ({error}): check the address and the connection") from error
    return capture_of(content, known)


def _download(
    address: httpx.URL, seconds: float, most_bytes: int, transport: httpx.BaseTransport | None
) -> tuple[bytes, Provenance]:
    """Return the bytes of a page and what the server says of them."""
    headers = {"User-Agent": USER_AGENT, "Accept": "text/html, text/plain, application/pdf, */*;q=0.1"}
    content = bytearray()
    started = datetime.now(UTC)
    with (
        httpx.Client(
            follow_redirects=True, max_redirects=MOST_REDIRECTS, timeout=seconds, headers=headers, transport=transport
        ) as client,
        client.stream("GET", address) as response,
    ):
        if not response.is_success:
            advice = ADVICE.get(
                response.status_code, "try again later, or save the page in a browser and give the file"
            )
            raise SourceError(f"{address} answers {response.status_code} {response.reason_phrase}: {advice}")
        for piece in response.iter_bytes():
            content += piece
            if len(content) > most_bytes:
                raise SourceError(f"{address} is larger than {most_bytes >> 20} MiB: save it and give the file")
            if (datetime.now(UTC) - started).total_seconds() > seconds:
                raise SourceError(f"{address} did not end within {seconds:g} seconds: try again later")
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        last = without_password(str(response.url))
    fetched = started.isoformat(timespec="seconds").replace("+00:00", "Z")
    return bytes(content), Provenance(last, last, fetched, response.charset_encoding, MEDIA_TYPES.get(kind))
