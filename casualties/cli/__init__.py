"""The command line, and the only part that prints."""

from __future__ import annotations

import difflib
import io
import sys
from typing import NoReturn

import click

from casualties import __version__
from casualties.cli.check import check_command
from casualties.cli.config import config_command
from casualties.cli.extract import extract_command
from casualties.cli.rule import rule_command
from casualties.cli.schema import schema_command

__all__ = ["main"]

_INTERRUPTED = 130
_LEAST_ALIKE = 0.5
_EXAMPLES = """\b
Examples:
  casualties check article.txt
  casualties extract --format csv article.txt > figures.csv
"""


class _CommandLine(click.Group):
    """Commands that return the exit status."""

    def invoke(self, ctx: click.Context) -> NoReturn:
        """Run the command that was asked for, and exit with its status."""
        try:
            status = super().invoke(ctx)
        except KeyboardInterrupt:
            status = _INTERRUPTED
        ctx.exit(status)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was asked for.

        Raises:
            click.UsageError: if there is none; it names the nearest.
        """
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = difflib.get_close_matches(args[0], self.commands, n=1, cutoff=_LEAST_ALIKE)
            if near and "Did you mean" not in error.message:
                hint = f"{error.message} Did you mean {near[0]!r}?"
                raise click.UsageError(hint, ctx) from error
            raise


@click.group(cls=_CommandLine, epilog=_EXAMPLES)
@click.version_option(__version__, prog_name="casualties", message="%(prog)s %(version)s")
def main() -> None:
    """Find the numbers of killed and injured in articles, and where they contradict each other."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Line ends are those of the report: a CSV for Excel has its own.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


for _command in (check_command, extract_command, rule_command, config_command, schema_command):
    main.add_command(_command)
