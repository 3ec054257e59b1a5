"""Tests of the whole checkout: slow tests get their time, CI skips nothing."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SLOW_SECONDS = 120
MAY_BE_ABSENT = re.compile(r"beside (the|this) checkout|Windows")
"""Reasons to skip that CI accepts: measured data that is not part of the project, and another system."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give slow tests their time."""
    for item in items:
        if item.get_closest_marker("slow") and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(SLOW_SECONDS))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Turn a skip into a failure where CI promises to have what the test needs."""
    report: pytest.TestReport = yield  # type: ignore[misc, assignment]
    expected = hasattr(report, "wasxfail") or MAY_BE_ABSENT.search(str(report.longrepr))
    if os.environ.get("GIAOLUU_CI") and report.skipped and not expected:
        report.outcome = "failed"
        report.longrepr = f"CI may not skip {item.nodeid}: {report.longrepr}"
    return report  # type: ignore[return-value]


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name bytes by their column: bytes as names differ from run to run (a gzip file holds its time)."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture(autouse=True)
def default_language() -> None:
    """Speak the default language: a page asked for in another one leaves it behind in its thread."""
    if translation := sys.modules.get("django.utils.translation"):
        translation.deactivate()


@pytest.fixture(scope="session")
def django_db_blocker() -> None:
    """Return nothing: each test that needs a register opens one in a folder of its own."""


@pytest.fixture
def checkout() -> Path:
    """Return the root of the checkout."""
    return Path(__file__).parent
