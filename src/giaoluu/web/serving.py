"""Serve the site from this machine."""

import os
import socket
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from giaoluu.model.errors import RegisterError
from giaoluu.register.opening import open_register

THREADS = 6


def serve(
    home: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    open_browser: bool = False,
    announce: Callable[[str], object] = print,
) -> None:
    """Serve the register of a folder until interrupted; a taken port gives way to a free one.

    The address is announced once requests are answered. Anything but this machine is let in only
    when `host` names an address that others can reach.
    """
    open_register(home)
    listener = _listen(host, port)
    address = f"http://{_shown(host)}:{listener.getsockname()[1]}/"
    server = _server(listener, host)
    announce(address)
    if open_browser:
        webbrowser.open(address)
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        server.close()


def _server(listener: socket.socket, host: str) -> Any:
    """Return waitress over Django's application."""
    import waitress
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    ours = {"127.0.0.1", "localhost", "[::1]", host}
    if host in {"0.0.0.0", "::"}:
        ours |= {socket.gethostname(), *_own_addresses()}
    settings.ALLOWED_HOSTS = sorted(ours)
    return waitress.create_server(get_wsgi_application(), sockets=[listener], threads=THREADS, ident=None)


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
