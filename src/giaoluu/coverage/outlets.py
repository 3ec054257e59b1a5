"""On whose side an outlet reports: its country, by its name, by its host, by its country's domain."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from giaoluu.model.letters import FIRST_SIGN

COUNTRY_DOMAIN = re.compile(r"\.([a-z]{2})$")
SHARED = frozenset({"eu", "tv", "me", "io", "co", "ai", "fm", "cc", "ws", "to", "ly"})
"""Domains of countries under which anybody writes."""

BRITISH = "uk"
LONGEST_IN_SIGNS = 8


def side_of_name(name: str | None) -> str | None:
    """Return the country of an outlet or agency that a page names, or None.

    >>> side_of_name("新华社"), side_of_name("Tân Hoa xã"), side_of_name("The Daily Moon")
    ('CN', 'CN', None)
    """
    return _names().get(_folded(name)) if name else None


def agency_at(text: str) -> str | None:
    """Return the outlet or agency whose name in signs opens a text: signs need no space behind them.

    >>> agency_at("新华社河内4月18日电"), agency_at("新年")
    ('新华社', None)
    """
    if not text or text[0] < FIRST_SIGN:
        return None
    return next((text[:size] for size in range(LONGEST_IN_SIGNS, 2, -1) if side_of_name(text[:size])), None)


def side_of_host(host: str | None) -> str | None:
    """Return the country of an outlet by the host of its pages, or None where anybody may write.

    >>> side_of_host("english.news.cn"), side_of_host("hue.example.gov.vn"), side_of_host("example.org")
    ('CN', 'VN', None)
    """
    if host is None:
        return None
    parts = host.split(".")
    known = (_hosts().get(".".join(parts[start:])) for start in range(len(parts)))
    if side := next(filter(None, known), None):
        return side
    domain = COUNTRY_DOMAIN.search(host)
    if domain is None or domain[1] in SHARED:
        return None
    return "GB" if domain[1] == BRITISH else domain[1].upper()


@cache
def _table() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads((files("giaoluu.coverage") / "outlets.toml").read_text(encoding="utf-8"))


@cache
def _names() -> Mapping[str, str]:
    return {_folded(name): country for country, entry in _table().items() for name in entry["names"]}


@cache
def _hosts() -> Mapping[str, str]:
    return {host: country for country, entry in _table().items() for host in entry["hosts"]}


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("\u2019", "'").strip(" .:()").split())
