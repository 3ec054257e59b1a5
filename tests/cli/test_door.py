"""The door: help, exit codes, what is imported when, broken pipes and Ctrl-C."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from giaoluu.cli import COMMANDS, cli

GIAOLUU = [sys.executable, "-m", "giaoluu"]
HEAVY = ("django", "rich", "lxml", "trafilatura", "giaoluu.pipeline", "giaoluu.register", "giaoluu.langs")


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_with_an_example(name: str) -> None:
    page = CliRunner().invoke(cli, [name, "--help"])
    assert page.exit_code == 0, page.output
    assert f"giaoluu {name}" in page.output


@pytest.mark.parametrize(("name", "line"), COMMANDS.items())
def test_the_table_of_commands_says_what_the_command_says(name: str, line: str) -> None:
    with cli.make_context("giaoluu", [], resilient_parsing=True) as context:
        command = cli.get_command(context, name)
    assert command is not None
    assert (command.help or "").splitlines()[0] == line


@pytest.mark.parametrize("folder", ["src", "docs"])
def test_each_command_that_is_named_anywhere_is_there(checkout: Path, folder: str) -> None:
    """A message that sends people to a command which is not there helps nobody."""
    pages = [path for ending in ("py", "html", "md") for path in (checkout / folder).rglob(f"*.{ending}")]
    named = {
        (name, path.name)
        for path in pages
        for name in re.findall(r"`giaoluu ([a-z][a-z-]*)\b", path.read_text(encoding="utf-8"))
    }
    assert named
    assert {(name, page) for name, page in named if name not in COMMANDS} <= {("scale", page) for _, page in named}


def test_help_imports_nothing_heavy() -> None:
    tell = f"print('LOADED', [name for name in {HEAVY!r} if name in sys.modules])"
    program = f"import atexit, sys; atexit.register(lambda: {tell}); sys.argv = ['giaoluu', '--help']"
    program += "; from giaoluu.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "LOADED []"


def test_help_answers_at_once() -> None:
    def seconds() -> float:
        """Return the processor time of one call: other work on the machine does not count."""
        before = os.times()
        subprocess.run([*GIAOLUU, "--help"], stdout=subprocess.DEVNULL, check=True)
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system

    assert min(seconds() for _ in range(3)) < 0.3


@pytest.mark.parametrize(
    "arguments",
    [
        ["raed"],
        ["read"],
        ["read", "--format", "xml", "-"],
        ["read", "-", "--explain", "--format", "record"],
        ["show", "x"],
    ],
)
def test_a_wrong_call_leaves_with_2_and_says_how_to_call(arguments: list[str]) -> None:
    done = subprocess.run([*GIAOLUU, *arguments], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert "Usage:" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_giaoluu_refuses_is_told_in_one_line() -> None:
    done = subprocess.run([*GIAOLUU, "pack", "show", "xx"], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("giaoluu: no language pack 'xx'")
    assert len(done.stderr.splitlines()) == 1


def test_output_is_utf8_whatever_the_system_speaks() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    program = "from giaoluu.cli.terminal import speak_utf8; speak_utf8(); print('Đà Nẵng 岘港')"
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
    assert done.stdout == "Đà Nẵng 岘港\n".encode()


PRINTER = """
import click, sys
from giaoluu import cli
command = click.Command("people", callback={callback})
cli.cli.get_command = lambda context, name: command
sys.argv = ["giaoluu", "people"]
cli.main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither SIGPIPE nor head")
def test_a_reader_that_leaves_gets_no_traceback() -> None:
    program = PRINTER.format(callback="lambda: [click.echo('line') for _ in range(100_000)]")
    running = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.readline()
    running.stdout.close()
    complaint = running.stderr.read()
    running.stderr.close()
    assert running.wait() == 141
    assert complaint == b""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C to a whole group")
def test_ctrl_c_leaves_with_130_and_no_traceback() -> None:
    program = PRINTER.format(callback="lambda: [click.echo('ready'), sys.stdout.flush(), __import__('time').sleep(9)]")
    # Where the tests run in the background their children would be deaf to Ctrl-C.
    program = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n" + program
    running = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stdout.readline() == b"ready\n"
    running.send_signal(signal.SIGINT)
    _, complaint = running.communicate()
    assert running.returncode == 130
    assert b"Traceback" not in complaint


def test_the_program_tells_its_version() -> None:
    from giaoluu import __version__

    assert CliRunner().invoke(cli, ["--version"]).output == f"giaoluu, version {__version__}\n"
    project = (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{__version__}"' in project
