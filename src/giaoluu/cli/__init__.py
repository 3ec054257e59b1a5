"""The commands. Each is a few lines: options, one call, print. None is imported before it is called."""

import sys

import click

from giaoluu import __version__
from giaoluu.cli.lazy import LazyGroup

COMMANDS = {
    "read": "Read pages and print what they say, with the words that say it.",
    "same": "Say which reports tell the same activity, why, and how many of them are independent.",
    "compare": "Put two accounts of one activity side by side.",
    "ingest": "Read pages into the register.",
    "watch": "Read feeds again and again, and take in what is new.",
    "import": "Import the rows of an office's sheet: .xlsx, .xls, .ods or .csv.",
    "export": "Write what the register holds into files of others.",
    "link": "Find who is one over many pages and which reports tell one activity.",
    "activities": "List the activities of the register.",
    "people": "List the people of the register with their posts.",
    "statements": "List what was said, by whom, in the words of the page.",
    "show": "Show one activity of the register with its sources.",
    "review": "List what waits for a person's decision.",
    "dates": "Turn date expressions into EDTF dates.",
    "evaluate": "Measure records against golden ones, per language.",
    "match-names": "Say of pairs of names, in any script, whether they can be one person.",
    "pack": "Check, start or show a language pack.",
    "serve": "Serve the register to browsers and programs.",
    "user": "Keep the accounts of a team.",
    "backup": "Write the whole register into one file.",
    "restore": "Make a register out of a backup.",
    "integrity": "Check that every fact stands on its words and nothing is lost.",
    "demo": "Build the sample register and open it.",
}
"""Each command and what comes of it; the module of the same name holds it as `command`."""

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells expect it."""


@click.group(
    cls=LazyGroup,
    commands_by_name=COMMANDS,
    package="giaoluu.cli",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="giaoluu")
def cli() -> None:
    """Turn coverage of exchange between peoples into one register, every cell with its sentence.

    \b
    Examples:
      giaoluu demo                         a register of sample coverage, in the browser
      giaoluu read page.html               what one page says, with the words that say it
      giaoluu read clippings/ --format record > records.jsonl

    Exit codes: 0 all went well; 1 some input failed, the rest is done; 2 the call was wrong.
    """


def main() -> None:
    """Run the command line and leave with its exit code; Ctrl-C leaves with 130 and no traceback."""
    from giaoluu.cli.terminal import complain, drop_output, refusal, speak_utf8
    from giaoluu.model.errors import GiaoluuError

    speak_utf8()
    if sys.stdout is None:
        complain("the standard output is closed: nothing could be printed")
        sys.exit(1)
    try:
        code = cli.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except click.Abort:
        code = INTERRUPTED
    except OSError as error:
        complain(refusal(error))
        code = 1
        drop_output()
    except GiaoluuError as error:
        complain(str(error))
        code = 1
        drop_output()
    sys.exit(code if isinstance(code, int) else 0)
