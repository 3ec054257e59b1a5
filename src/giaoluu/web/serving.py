"""Serve the site from this machine."""

import errno
import os
import socket
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from giaoluu.model.errors import RegisterError
from giaoluu.register.accounts_settings import accounts_settings, is_on
from giaoluu.register.opening import open_register

THREADS = 6
LARGEST_REQUEST = 64 << 20
LOCAL = ("127.0.0.1", "localhost", "[::1]")


def serve(
    home: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    open_browser: bool = False,
    announce: Callable[[str], object] = print,
) -> None:
    """Serve the register of a folder until interrupted; a taken port gives way to a free one.

    The address is announced once requests are answered, and then that another port had been asked for. Anything but
    this machine is let in only when `host` names an address that others can reach. With GIAOLUU_TEAM everybody has to
    log in; GIAOLUU_ADDRESS, which people then type, may be left out on this machine alone, for a trial.
    """
    open_register(home)
    _clear_away()
    if is_on(os.environ.get("GIAOLUU_TEAM")):
        _ask_for_accounts(host)
    listener = _listen(host, port)
    taken = listener.getsockname()[1]
    address = f"http://{_shown(host)}:{taken}/"
    server = _server(listener, host)
    announce(address)
    if port and taken != port:
        announce(f"Port {port} is taken, perhaps by a register that is served already: this one has port {taken}.")
    if open_browser:
        webbrowser.open(address)
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        server.close()


def _clear_away() -> None:
    """Remove the pages that somebody looked at more than a week ago and never saved."""
    from giaoluu.register.tidying import clear

    with suppress(OSError):  # of another owner, on a disk that is read alone: they cost room, and nothing else
        clear()


def _ask_for_accounts(host: str) -> None:
    """Have the open register ask for accounts; refuse to where passwords would go over the network in the clear."""
    from django.conf import settings

    from giaoluu.register.accounts import admins

    address = os.environ.get("GIAOLUU_ADDRESS", "")
    if not address and host not in LOCAL:
        raise RegisterError(
            f"a team on {host} needs GIAOLUU_ADDRESS, the https address that people type; see docs/how-to/accounts.md"
        )
    wanted = {**os.environ, "GIAOLUU_TEAM": "1", "GIAOLUU_ADDRESS": address or "http://localhost"}
    for name, value in accounts_settings(wanted).items():
        setattr(settings, name, value)
    if not any(admins()):
        raise RegisterError("there is no admin yet; make one first: giaoluu user add NAME --role admin")


def _server(listener: socket.socket, host: str) -> Any:
    """Return waitress over Django's application."""
    import waitress
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    ours = {*LOCAL, host}
    through: dict[str, Any] = {"max_request_body_size": LARGEST_REQUEST}
    if getattr(settings, "GIAOLUU_TEAM", False):
        ours |= set(settings.ALLOWED_HOSTS)
        # A proxy adds who asks and that it was https; only the proxy may reach this port.
        through |= {
            "trusted_proxy": host if host in LOCAL else "*",
            "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
            "clear_untrusted_proxy_headers": True,
        }
    if host in {"0.0.0.0", "::"}:
        ours |= {socket.gethostname(), *_own_addresses()}
    settings.ALLOWED_HOSTS = sorted(ours)
    return waitress.create_server(get_wsgi_application(), sockets=[listener], threads=THREADS, ident=None, **through)


def _listen(host: str, port: int) -> socket.socket:
    """Return a socket on the port or, where that is taken, on a free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for wanted in (port, 0):
        listener = socket.socket(family, socket.SOCK_STREAM)
        if os.name == "posix":  # a port is free again at once; elsewhere the option would share it
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, wanted))
        except OSError as error:
            listener.close()
            if error.errno == errno.EACCES and os.name == "posix":
                raise RegisterError(f"{host}:{port}: only the administrator may use it; take one above 1023") from error
            if wanted == 0:
                raise RegisterError(f"{host} is no address of this machine ({error}); use 127.0.0.1") from error
        else:
            return listener
    raise RegisterError(f"{host}:{port}: no port is free; stop another program")


def _own_addresses() -> set[str]:
    """Return the addresses that this machine's name stands for."""
    try:
        return {str(found[4][0]) for found in socket.getaddrinfo(socket.gethostname(), None)}
    except OSError:
        return set()


def _shown(host: str) -> str:
    """Return the host as an address bar takes it."""
    if host in {"0.0.0.0", "::"}:
        return "localhost"
    return f"[{host}]" if ":" in host else host
