"""What is refused about accounts, in the language of the page."""

from django.utils.translation import gettext as _

from giaoluu.register.accounts_roles import AccountError
from giaoluu.register.accounts_tokens import MOST_DAYS


def refused(error: Exception) -> str:
    """Return why something about an account is refused; what Django says of names and passwords it says translated."""
    if not isinstance(error, AccountError):
        return _("Choose a role from the list.")
    said = {
        "taken": _("There is an account of this name already: choose another name, or change its role."),
        "last admin": _("This is the last admin: make another account admin first."),
        "token role": _("A token may do no more than its account: choose a role from the list."),
        "token life": _("A token needs a name, and 1 to %(days)s days to live.") % {"days": MOST_DAYS},
        "change": _("There is no such change of an account."),
    }
    return said.get(error.code, str(error))
