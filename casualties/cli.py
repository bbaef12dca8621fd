"""The command line, and the only module that prints."""

from __future__ import annotations

import importlib
import io
import os
import sys
from functools import partial
from typing import TYPE_CHECKING, NoReturn, TextIO

import click

from casualties import __version__, check, check_as_one, extract
from casualties.explanations import UnknownRuleError, find_rule
from casualties.model import Severity
from casualties.pipeline import explain
from casualties.readers import ReadError, read_bytes, read_file
from casualties.reporters.wording import unread_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from casualties.model import Document, Explanation, Figures, Reconciliation

__all__ = ["main"]

_STANDARD_INPUT = "-"
_FOR_PEOPLE = {"text", "table"}
"""The formats with a place for the sentences unread; what the others print is fixed."""
_DONE, _FOUND, _FAILED, _INTERRUPTED = 0, 1, 2, 130

_CHECK_EXAMPLES = """\b
Examples:
  casualties check article.txt
  casualties check --fail-on warning drafts/*.txt
  casualties check --as-one story.txt captions.txt posts.txt
  casualties check --format json article.txt > report.json
  pdftotext report.pdf - | casualties check

\b
Exit status:
  0    no finding at or above --fail-on
  1    there is one
  2    wrong usage, or an input could not be read (the others are checked)
  130  interrupted
"""
_EXTRACT_EXAMPLES = """\b
Examples:
  casualties extract article.txt
  casualties extract --format csv drafts/*.txt > figures.csv
  casualties extract --format jsonl article.txt | jq .text

\b
Exit status:
  0    done, whether there are figures or not
  2    wrong usage, or an input could not be read (the others are read)
  130  interrupted
"""
_RULE_EXAMPLES = """\b
Examples:
  casualties rule CAS102
  casualties rule conflicting-bounds
  casualties rule --all --format json > rules.json

\b
Exit status:
  0    done
  2    wrong usage, or there is no such rule
"""
_EXAMPLES = """\b
Examples:
  casualties check article.txt
  casualties extract --format csv article.txt > figures.csv
"""

_paths = click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(allow_dash=True))
_encoding = click.option(
    "--encoding",
    metavar="NAME",
    default="utf-8",
    show_default=True,
    help="How the inputs are encoded.",
)
_show_unread = click.option(
    "--show-unread",
    is_flag=True,
    help="List the sentences with a casualty word and a number that no figure was made of; "
    "with a format for data, on standard error.",
)


class _Unwritable(click.ClickException):
    exit_code = _FAILED


class _CommandLine(click.Group):
    """Commands that return the exit status."""

    def invoke(self, ctx: click.Context) -> NoReturn:
        """Run the command that was asked for, and exit with its status."""
        try:
            status = super().invoke(ctx)
        except KeyboardInterrupt:
            status = _INTERRUPTED
        ctx.exit(status)


@click.group(cls=_CommandLine, epilog=_EXAMPLES)
@click.version_option(__version__, prog_name="casualties", message="%(prog)s %(version)s")
def main() -> None:
    """Find the numbers of killed and injured in articles, and where they contradict each other."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@main.command(
    name="check",
    short_help="Print the figures and those that contradict each other.",
    epilog=_CHECK_EXAMPLES,
)
@_paths
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="How to print the report.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="The least grave finding that makes the exit status 1.",
)
@click.option(
    "--as-one",
    is_flag=True,
    help="Hold the inputs against each other, as passages of one report: a story, its captions, "
    "what is posted of it.",
)
@click.option(
    "--verbose",
    is_flag=True,
    help="Show in the table also what is stated once, the parts and the superseded tolls, and who "
    "is quoted.",
)
@_show_unread
@_encoding
def _check(  # noqa: PLR0913 - one parameter an option
    paths: tuple[str, ...],
    format_: str,
    fail_on: str,
    encoding: str,
    *,
    as_one: bool,
    verbose: bool,
    show_unread: bool,
) -> int:
    """Print what each article says of killed and injured, and what does not agree.

    Each PATH is a text file, read once however often it is named. "-" is the standard input,
    as is no PATH where something is piped in.
    """
    documents, all_read = _read(paths, encoding)
    if as_one:
        reconciliations = [check_as_one(documents)] if documents else []
    else:
        reconciliations = [check(document) for document in documents]
    render = _renderer("check", format_, show_unread=show_unread, verbose=verbose)
    _write(render(reconciliations), sys.stdout)
    if show_unread and format_ not in _FOR_PEOPLE:
        _write_unread(each.figures for each in reconciliations)
    if not all_read:
        return _FAILED
    return _FOUND if _fails(reconciliations, fail_on) else _DONE


@main.command(name="extract", short_help="Print the figures alone.", epilog=_EXTRACT_EXAMPLES)
@_paths
@click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "csv", "json", "jsonl"]),
    default="table",
    show_default=True,
    help="How to print the figures.",
)
@_show_unread
@_encoding
def _extract(paths: tuple[str, ...], format_: str, encoding: str, *, show_unread: bool) -> int:
    """Print the figures alone: how many were killed, injured, missing, and in which words.

    Each PATH is a text file, read once however often it is named. "-" is the standard input,
    as is no PATH where something is piped in.
    """
    documents, all_read = _read(paths, encoding)
    extractions = [(document, extract(document)) for document in documents]
    render = _renderer("extract", format_, show_unread=show_unread)
    _write(render(extractions), sys.stdout)
    if show_unread and format_ not in _FOR_PEOPLE:
        _write_unread(figures for _, figures in extractions)
    return _DONE if all_read else _FAILED


@main.command(
    name="rule",
    short_help="Explain a rule: what it finds, and how to mend the copy.",
    epilog=_RULE_EXAMPLES,
)
@click.argument("rules", metavar="[CODE|NAME]...", nargs=-1)
@click.option("--all", "all_", is_flag=True, help="Explain all rules, by code.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print the explanation.",
)
def _rule(rules: tuple[str, ...], format_: str, *, all_: bool) -> int:
    """Explain a rule.

    It says what the rule finds and why that matters, with examples that it flags and near misses
    that it passes, how to mend the copy, and how to silence it.
    """
    if all_ == bool(rules):
        raise click.UsageError("Name a rule, as in casualties rule CAS101, or ask for --all.")
    explanations = explain() if all_ else list(dict.fromkeys(map(_find_rule, rules)))
    render = importlib.import_module(f"casualties.reporters.rule_{format_}").render
    _write(render(explanations), sys.stdout)
    return _DONE


def _find_rule(named: str) -> Explanation:
    """The rule of this code or name.

    Raises:
        click.UsageError: if there is none.
    """
    try:
        return find_rule(named, explain())
    except UnknownRuleError as error:
        sentence = str(error)
        raise click.UsageError(sentence[0].upper() + sentence[1:]) from error


def _read(paths: Sequence[str], encoding: str) -> tuple[list[Document], bool]:
    """The documents that could be read, and whether all could; says what is wrong with the rest.

    Raises:
        click.UsageError: if there is no path and nothing piped in.
    """
    if not paths and (sys.stdin is None or sys.stdin.isatty()):
        raise click.UsageError("Name a file, or pipe an article in.")
    documents = []
    all_read = True
    for path in dict.fromkeys(paths or [_STANDARD_INPUT]):
        try:
            documents.append(_read_one(path, encoding))
        except ReadError as error:
            _write(f"Error: {error}\n", sys.stderr)
            all_read = False
    return documents, all_read


def _read_one(path: str, encoding: str) -> Document:
    if path != _STANDARD_INPUT:
        return read_file(path, encoding)
    try:
        return read_bytes(sys.stdin.buffer.read(), path, encoding)
    except (AttributeError, OSError) as error:  # closed, or a directory
        raise ReadError("The standard input could not be read.") from error


def _write_unread(extractions: Iterable[Figures]) -> None:
    """List the sentences unread beside a format that has no place for them."""
    for figures in extractions:
        for line in unread_lines(figures):
            _write(f"{line}\n", sys.stderr)


def _renderer(command: str, format_: str, **for_people: bool) -> Callable[[Sequence[object]], str]:
    """The ``render`` of a format, imported alone: that of CSV needs pandas."""
    module = importlib.import_module(f"casualties.reporters.{command}_{format_}")
    render: Callable[[Sequence[object]], str] = module.render
    return partial(module.render, **for_people) if format_ in _FOR_PEOPLE else render


def _fails(reconciliations: Sequence[Reconciliation], fail_on: str) -> bool:
    failing = {
        "error": {Severity.ERROR},
        "warning": {Severity.ERROR, Severity.WARNING},
        "never": set(),
    }[fail_on]
    return any(finding.severity in failing for each in reconciliations for finding in each.findings)


def _write(text: str, stream: TextIO | None) -> None:
    """Write the text; a reader that has gone away, as ``head`` does, is no error.

    Raises:
        _Unwritable: if the stream takes no more for another reason, such as a full disk.
    """
    if stream is None:  # closed by the caller
        return
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        # Python flushes once more at exit and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            message = f"The report could not be written: {error.strerror}."
            raise _Unwritable(message) from error
