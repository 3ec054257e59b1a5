"""Fetch from the public network alone: what a server asks for others must not reach its own neighbours."""

import ipaddress
import socket

import httpx

from giaoluu.model.errors import SourceError


class AwayError(SourceError):
    """The network or the server cannot be reached: what comes next from there will fail too."""


class PublicOnly(httpx.BaseTransport):
    """A transport that connects to public addresses only.

    Each request, those after a redirect too, is resolved once, checked, and sent to the very address that was
    checked: a name that changes its meaning in between gains nothing. What a person named is reached wherever it is.
    """

    def __init__(self, inner: httpx.BaseTransport | None = None, *, named: str = "") -> None:
        self.inner = inner or httpx.HTTPTransport()
        self.named = origin_of(httpx.URL(named)) if named else None

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request to the address that was checked; the server still learns the name that was asked for."""
        if origin_of(request.url) == self.named:
            return self.inner.handle_request(request)
        address = public_address(request.url.host, request.url.port or 0)
        extensions = {**request.extensions, "sni_hostname": request.url.host}
        return self.inner.handle_request(
            httpx.Request(
                request.method,
                request.url.copy_with(host=address),
                headers=request.headers,
                stream=request.stream,
                extensions=extensions,
            )
        )

    def close(self) -> None:
        """Close the connections."""
        self.inner.close()


def origin_of(address: httpx.URL) -> tuple[str, int | None]:
    """Return what a server is known by: host, and port where it is not the one of its scheme.

    >>> origin_of(httpx.URL("http://example.org:8080/a")), origin_of(httpx.URL("https://example.org/"))
    (('example.org', 8080), ('example.org', None))
    """
    return address.host, address.port


def public_address(host: str, port: int = 0) -> str:
    """Return an address of a host; SourceError where any of its addresses is not public.

    >>> public_address("127.0.0.1")
    Traceback (most recent call last):
    giaoluu.model.errors.SourceError: 127.0.0.1 is not on the public network: save the page and give the file
    """
    try:
        found = [str(one[4][0]) for one in socket.getaddrinfo(host, port or None, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise AwayError(f"{host} is no known host ({error}): check the address") from error
    if not found or not all(_is_public(one) for one in found):
        raise SourceError(f"{host} is not on the public network: save the page and give the file")
    return found[0]


def _is_public(text: str) -> bool:
    """Say whether an address is one that anybody may reach; one inside another (IPv4 in IPv6) is looked at too."""
    address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is not None:
            return _is_public(str(inner))
        if address in ipaddress.ip_network("64:ff9b::/96"):
            return _is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)))
    return address.is_global and not address.is_multicast and not address.is_reserved
