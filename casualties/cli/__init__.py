"""The command line, and the only part that prints."""

from __future__ import annotations

try:
    import gc
    import io
    import sys
    from contextlib import contextmanager
    from importlib import import_module
    from typing import TYPE_CHECKING

    import click

    from casualties import __version__
except KeyboardInterrupt:  # while the script that pip makes is importing this
    raise SystemExit(130) from None

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, NoReturn

__all__ = ["main"]

# What is imported from here on is never garbage, and the stages make no cycles to speak of: it
# would be looked through dozens of times for nothing.
gc.set_threshold(100_000)

_COMMANDS = ("check", "config", "extract", "rule", "schema")
_FAILED, _INTERRUPTED = 2, 130
_LEAST_ALIKE = 0.5
_EXAMPLES = """\b
Examples:
  casualties check article.txt
  casualties extract --format csv article.txt > figures.csv
"""


@contextmanager
def _showing() -> Iterator[None]:
    """Make of what was typed or lies about, where it is wrong, a sentence for a terminal."""
    try:
        yield
    except click.ClickException as error:
        from casualties.cli.output import as_shown  # noqa: PLC0415 - not for --help

        vars(error)["message"] = as_shown(error.message)  # by click's types it is to stay
        raise


class _CommandLine(click.Group):
    """Commands that return the exit status; each is imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click asks
        """The names, as ``--help`` lists them."""
        return list(_COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - as click asks
        cmd_name: str,
    ) -> click.Command | None:
        """The command of that name, if there is one."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(
            import_module(f"casualties.cli.{cmd_name}"), f"{cmd_name}_command"
        )
        return command

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Run the command line; Ctrl-C before it has come to a command is for us, too."""
        try:
            return super().main(*arguments, **options)
        except KeyboardInterrupt:
            raise SystemExit(_INTERRUPTED) from None
        except OSError as error:  # a full disk below --help, or no folder where the run is in
            from casualties.cli.output import give_up  # noqa: PLC0415 - not for --help

            give_up(error)
            raise SystemExit(_FAILED) from None

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: object,
    ) -> click.Context:
        """Read the options before the command; what is wrong with them is shown, not sent.

        Raises:
            click.exceptions.Exit: if it is interrupted.
        """
        try:
            with _showing():
                return super().make_context(info_name, args, parent, **extra)
        except KeyboardInterrupt:
            raise click.exceptions.Exit(_INTERRUPTED) from None

    def invoke(self, ctx: click.Context) -> NoReturn:
        """Run the command that was asked for, and exit with its status."""
        try:
            with _showing():
                status = super().invoke(ctx)
        except KeyboardInterrupt:
            status = _INTERRUPTED
        gc.freeze()  # nor is anything garbage that the system takes back in a moment
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
            import difflib  # noqa: PLC0415 - for a slip alone

            near = difflib.get_close_matches(args[0], _COMMANDS, n=1, cutoff=_LEAST_ALIKE)
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
