"""What a page offers is what who looks at it may do: nobody is led to a refusal."""

import re

import pytest
from django.urls import resolve, reverse
from tests.web.teams import browser, team

from giaoluu.register.accounts_roles import RIGHTS, Role
from giaoluu.register.models import Activity, Article, Person
from giaoluu.web.access import needs_of

PAGES = [
    "web:overview", "web:commitments", "web:search", "web:review", "web:pairs", "web:decisions", "web:entries",
    "web:tokens",
]  # fmt: skip
OFFERED = {
    None: "/login",
    Role.READER: "/tokens",
    Role.EDITOR: "/paste",
    Role.REVIEWER: "/review/articles/1",
    Role.ADMIN: "/accounts",
}
"""Who looks → an address that nobody with a lesser role is offered."""


def offered(html: str) -> list[tuple[str, bool]]:
    """Return the addresses of a page's links, and those that its forms change something at."""
    links = [(where, False) for where in re.findall(r'<a [^>]*?href="(/[^"#?]*)', html)]
    forms = [
        (action, True)
        for form in re.findall(r"<form[^>]*>", html)
        if 'method="post"' in form
        for action in re.findall(r'action="(/[^"?]*)', form)
    ]
    return links + forms


def pages_of_one() -> list[str]:
    """Return the address of one activity, article and person."""
    rows = [("activities", Activity), ("articles", Article), ("people", Person)]
    return [f"/{name}/{table.objects.order_by('pk').first().pk}" for name, table in rows]


@pytest.mark.parametrize("role", OFFERED)
def test_a_page_offers_what_may_be_done_and_nothing_else(home, role):
    with team(GIAOLUU_OPEN_READING="1") as accounts:
        client = browser(accounts[role] if role else None)
        found = [
            (page, *one)
            for page in [reverse(name) for name in PAGES if role or name != "web:tokens"] + pages_of_one()
            for one in offered(client.get(page).content.decode())
        ]
    mine = RIGHTS[role or Role.READER]
    for page, address, is_change in found:
        route = resolve(address).view_name
        right = needs_of(route).change if is_change else needs_of(route).look
        assert right is None or right in mine, (page, address, route)
        assert role or not is_change or right is None, f"{page} offers nobody's account {route}"
    roles = list(OFFERED)
    addresses = {address for _, address, _ in found}
    assert OFFERED[role] in addresses
    assert not addresses & {OFFERED[other] for other in roles[roles.index(role) + 1 :]}
