"""Who decides: no decision is kept without a name."""

from giaoluu.model.errors import RegisterError


def decider(who: str) -> str:
    """Return the name of who decides, without spaces around it.

    >>> decider(" An ")
    'An'

    Raises:
        RegisterError: there is no name.
    """
    if name := who.strip():
        return name
    raise RegisterError("a decision needs the name of who decides")
