"""What other packages add: packs, readers, exporters and sources, found by their entry points.

| group | an entry point is | it is used by |
|---|---|---|
| `giaoluu.packs` | a package that holds the files of a pack; its name is the code of the language | every reading |
| `giaoluu.readers` | a function from a capture to a reading | `GIAOLUU_READER=name` |
| `giaoluu.exporters` | a function that writes the register to a path and says how much | `giaoluu export name PATH` |
| `giaoluu.sources` | a function from `name:rest` to captures | `giaoluu read name:rest` |

One that cannot be loaded is told, by the name of its package, and the rest works without it.
"""

import logging
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from giaoluu.model.errors import GiaoluuError

GROUPS = ("giaoluu.packs", "giaoluu.readers", "giaoluu.exporters", "giaoluu.sources")


class PluginError(GiaoluuError):
    """A plug-in is not there or cannot be loaded."""


@cache
def plugged(group: str) -> dict[str, Any]:
    """Return name → what the plug-in of that name is, for all that can be loaded; the others are told once.

    >>> plugged("giaoluu.nothing")
    {}
    """
    found: dict[str, Any] = {}
    for entry in sorted(entry_points(group=group), key=lambda one: one.name):
        try:
            found[entry.name] = entry.load()
        except Exception as error:  # noqa: BLE001 - code of others: whatever it does, the rest works
            logging.getLogger(__name__).warning("giaoluu: %s", _complaint(entry, error))
    return found


def plugin(group: str, name: str) -> Any:
    """Return one plug-in. Raises PluginError where it is not there or cannot be loaded."""
    every = plugged(group)
    if name not in every:
        raise PluginError(f"no plug-in {name!r} of {group} can be used; there are: {', '.join(every) or 'none'}")
    return every[name]


def _complaint(entry: EntryPoint, error: Exception) -> str:
    """Return what to say of a plug-in that cannot be loaded."""
    package = entry.dist.name if entry.dist else entry.value
    fault = f"{type(error).__name__}: {error}"
    return f"the plug-in {entry.name!r} of {package} cannot be loaded ({fault}); upgrade or uninstall {package}"
