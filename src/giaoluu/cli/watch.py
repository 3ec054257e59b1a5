"""`giaoluu watch`: read feeds again and again, and take in what is new."""

import re
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

import click

from giaoluu.cli.options import (
    gate_option,
    items_option,
    json_option,
    no_link_option,
    open_home,
    pause_option,
    register_option,
)
from giaoluu.cli.pages import Reader
from giaoluu.cli.terminal import Outcome, complain

if TYPE_CHECKING:
    from giaoluu.cli.rounds import Round

SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
SPAN = re.compile(r"([1-9]\d{0,5})([smhd])")
SHORTEST = 60
COMMENT = "#"


class Stopped(BaseException):
    """The system asks the program to end."""


def _span(context: click.Context, parameter: click.Parameter, value: str) -> int:
    """Return how many seconds a span of time has."""
    match = SPAN.fullmatch(value)
    if not match or (seconds := int(match[1]) * SECONDS[match[2]]) < SHORTEST:
        raise click.BadParameter(f"{value!r} is no span of a minute or more: write 30m, 1h or 1d", context, parameter)
    return seconds


@click.command("watch")
@click.argument("names", nargs=-1, metavar="[ADDRESS|FILE]...")
@click.option("--every", default="1h", show_default=True, callback=_span, help="How often: 30m, 1h, 1d.")
@click.option("--once", is_flag=True, help="Read each feed once and end, for timers.")
@items_option
@pause_option
@gate_option
@no_link_option
@register_option
@json_option
@click.pass_context
def command(
    context: click.Context,
    *,
    names: tuple[str, ...],
    every: int,
    once: bool,
    items: int,
    pause: float,
    gate: bool,
    no_link: bool,
    home: Path | None,
    as_json: bool,
) -> None:
    """Read feeds again and again, and take in what is new.

    Each page that comes into the register is told in one line. A name is the address of a feed or a file with one
    address a line; without any, the feeds are read that the register watched before. A feed that did not change is not
    sent again, a page that is known not asked for. One program at a time watches the feeds of a register.

    \b
    Examples:
      giaoluu watch https://example.org/rss --every 30m
      giaoluu watch feeds.txt --once --gate
      giaoluu watch --once
    """
    addresses = [address for name in names for address in addresses_in(name)]
    open_home(home)
    from giaoluu.cli.rounds import Round
    from giaoluu.register.watching import alone, watched
    from giaoluu.sources import Wishes

    outcome = Outcome()
    wishes = Wishes(complain, most=items, pause=pause)
    rounds = Round(wishes, Reader(gate=gate), outcome, as_json=as_json, link=not no_link)
    with alone(), stopping():
        feeds = watched(addresses)
        if not feeds:
            raise click.UsageError("the register watches no feed yet: name the address of one, or a file of addresses")
        try:
            _go_round(rounds, [feed.address for feed in feeds] if addresses else [], every=0 if once else every)
        except Stopped:
            complain("stopped; what was taken in stays")
            context.exit(0)
    context.exit(outcome.code)


def _go_round(rounds: "Round", addresses: list[str], *, every: int) -> None:
    """Read the feeds of these addresses, or all that are watched, every so many seconds; once where that is 0."""
    from giaoluu.register.watching import watched

    while True:
        started = time.monotonic()
        rounds.go(watched(addresses))
        if not every:
            return
        time.sleep(max(0.0, started + every - time.monotonic()))


def addresses_in(name: str) -> Iterator[str]:
    """Yield the address that a name is, or those in the file of that name."""
    if "://" in name:
        yield name
        return
    try:
        lines = Path(name).read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{name} is no list of addresses: write one a line, in UTF-8") from error
    for line in lines:
        if (address := line.strip()) and not address.startswith(COMMENT):
            if "://" not in address:
                raise click.UsageError(f"{name}: {address[:80]!r} is no address: write one a line, such as https://…")
            yield address


@contextmanager
def stopping() -> Iterator[None]:
    """Let what the system sends to end a program be raised as `Stopped`, wherever it is met."""

    def stop(number: int, frame: FrameType | None) -> NoReturn:
        raise Stopped

    if sys.platform == "win32":
        yield
        return
    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
