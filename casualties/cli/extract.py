"""``casualties extract``: the figures alone, as a sheet or as data."""

from __future__ import annotations

import importlib
import sys
from contextlib import ExitStack, closing, contextmanager
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import click

from casualties.cli.articles import Articles, list_files
from casualties.cli.options import LIMITS, input_options, left_out_options, settled
from casualties.cli.output import FileInTheMaking, StandardOutput, begun, say
from casualties.gate import Gate
from casualties.pipeline import check, extract
from casualties.readers import ReadOptions
from casualties.reporters.report import BinaryReport, Report, TellsFailures, View
from casualties.reporters.wording import left_out_lines
from casualties.rows import FIGURES, SUMMARIES

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from casualties.config import Settings
    from casualties.model import Document, Figures, Reconciliation
    from casualties.rows import Table

__all__ = ["extract_command"]

_SUFFIXES = {
    "table": (".txt",),
    "csv": (".csv",),
    "tsv": (".tsv", ".tab"),
    "xlsx": (".xlsx",),
    "json": (".json",),
    "jsonl": (".jsonl", ".ndjson"),
    "markdown": (".md", ".markdown"),
    "parquet": (".parquet",),
}
_OF_SUFFIX = {suffix: name for name, suffixes in _SUFFIXES.items() for suffix in suffixes}
_FORMATS = tuple(_SUFFIXES)
_TEXT_SHEETS = ("csv", "tsv")
_SHEETS = (*_TEXT_SHEETS, "xlsx")
_BINARY = ("xlsx", "parquet")
_OWN = {
    "extract": {"table", "json", "jsonl"},
    "summary": {"table"},
}
"""The formats that are more than the rows of a sheet."""

_EXTRAS = {"openpyxl": "excel", "pyarrow": "parquet"}
"""The extra that brings a package."""

_DONE, _FAILED = 0, 2
_EXAMPLES = """\b
Examples:
  casualties extract article.txt
  casualties extract --output figures.csv --excel drafts
  casualties extract --summary --hxl --output totals.xlsx drafts
  casualties extract --text-column body --id-column url articles.csv
  casualties extract --format jsonl article.txt | jq .text

\b
Exit status:
  0    done, whether there are figures or not
  2    wrong usage, or an input could not be read (the others are read)
  130  interrupted
"""


@click.command(
    name="extract", short_help="Print the figures alone.", epilog=f"{_EXAMPLES}\n{LIMITS}"
)
@input_options
@click.option(
    "--format",
    "format_",
    metavar="FORMAT",
    type=click.Choice(_FORMATS),
    help=f"How to print the figures: {', '.join(_FORMATS)}.  [default: by the suffix of --output, "
    "else table]",
)
@click.option(
    "--output", "-o", metavar="FILE", help="Write to this file, which is whole or not there."
)
@click.option(
    "--summary",
    "is_summary",
    is_flag=True,
    help="One row an event and outcome, in place of one a figure: its total, whether the text "
    "agrees with itself, and how often it is mentioned.",
)
@click.option(
    "--excel",
    is_flag=True,
    help="Write CSV or TSV that Excel opens rightly: with a byte order mark, and its line ends.",
)
@click.option(
    "--hxl",
    is_flag=True,
    help="In a sheet, add a row of HXL tags, and a column for the number of each outcome.",
)
@left_out_options
def extract_command(  # noqa: PLR0913, PLR0917 - one parameter an option
    paths: tuple[str, ...],
    format_: str | None,
    output: str | None,
    config_path: str | None,
    stdin_filename: str | None,
    input_format: str | None,
    text_column: str,
    id_column: str | None,
    jobs: int | None,
    *,
    is_summary: bool,
    excel: bool,
    hxl: bool,
    isolated: bool,
    show_unread: bool,
    show_skipped: bool,
    show_files: bool,
    **overrides: object,
) -> int:
    """Print the figures alone: how many were killed, injured, missing, and in which words.

    Each PATH is a text file, a folder of them, or a pattern such as "drafts/**/*.md", and read
    once however often it is named. "-" is the standard input, as is no PATH where something is
    piped in.
    """
    settings_of = settled(config_path=config_path, isolated=isolated, overrides=overrides)
    options = ReadOptions(input_format=input_format, text_column=text_column, id_column=id_column)
    output = None if output == "-" else output
    outputs = () if output is None else (output,)
    articles = Articles(paths, settings_of, stdin_filename, options, jobs, outputs=outputs)
    if show_files:
        return list_files(articles)
    format_ = format_ or _format_of(output)
    _see_that_it_fits(format_, output, excel=excel, hxl=hxl)
    view = View(show_unread=show_unread, show_skipped=show_skipped, excel=excel)
    report = _report(format_, view, is_summary=is_summary, hxl=hxl)
    is_empty = True
    made: Generator[tuple[Any, Settings]] = articles.made(_checked if is_summary else _extracted)
    with ExitStack() as stack, closing(made):
        file = StandardOutput() if output is None else begun(output, stack)
        if isinstance(report, TellsFailures):
            fail = report.fail
            articles.also_told = lambda why, path: file.write(fail(why, path))
        stack.enter_context(_whole(report, file))
        for each, _ in made:
            document, figures = (each.document, each.figures) if is_summary else each
            file.write(report.add(each))
            if format_ != "table":
                left_out = left_out_lines(document, figures, view)
                for line in left_out:
                    say(line)
            is_empty = False
        if output is not None and is_empty and not articles.all_read:
            raise click.exceptions.Exit(_FAILED)  # what the file held is better than nothing
        file.write(report.end())
    return _DONE if articles.all_read else _FAILED


@contextmanager
def _whole(
    report: Report[Any] | BinaryReport[Any], file: StandardOutput | FileInTheMaking
) -> Iterator[None]:
    """End what is printed where a run breaks off, so that a program can read it all the same."""
    try:
        yield
    except click.ClickException as error:
        if isinstance(report, TellsFailures) and isinstance(file, StandardOutput):
            file.write(report.fail(error.message, None))
            file.write(report.end())
        raise


def _extracted(document: Document, settings: Settings) -> tuple[Document, Figures]:
    return document, extract(document, conventions=settings.conventions)


def _checked(document: Document, settings: Settings) -> Reconciliation:
    checked = check(document, conventions=settings.conventions)
    return Gate().let_pass(checked, settings.config, None, [document.path])


def _format_of(output: str | None) -> str:
    """The format of a file by its suffix.

    Raises:
        click.UsageError: if it stands for none.
    """
    if output is None:
        return "table"
    suffix = PurePath(output).suffix.lower()
    import difflib  # noqa: PLC0415 - for a slip alone

    if suffix not in _OF_SUFFIX:
        near = difflib.get_close_matches(suffix, _OF_SUFFIX, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"There are {', '.join(_FORMATS)}."
        raise click.UsageError(f"--output {output}: name its format with --format. {hint}")
    return _OF_SUFFIX[suffix]


def _see_that_it_fits(format_: str, output: str | None, *, excel: bool, hxl: bool) -> None:
    """See that the options go together.

    Raises:
        click.UsageError: if they do not.
    """
    if excel and format_ not in _TEXT_SHEETS:
        raise click.UsageError(f"--excel is for csv and tsv, not for {format_}.")
    if hxl and format_ not in _SHEETS:
        raise click.UsageError(f"--hxl is for csv, tsv and xlsx, not for {format_}.")
    if format_ in _BINARY and output is None and sys.stdout is not None and sys.stdout.isatty():
        raise click.UsageError(
            f"{format_} is not for a terminal: name a file, as in --output figures.{format_}."
        )


def _report(
    format_: str, view: View, *, is_summary: bool, hxl: bool
) -> Report[Any] | BinaryReport[Any]:
    """The report of a format; the others need not be imported.

    Raises:
        click.UsageError: if it needs a package that is not installed.
    """
    kind = "summary" if is_summary else "extract"
    table: Table[Any, Any] = SUMMARIES if is_summary else FIGURES
    is_own = format_ in _OWN[kind]
    name = f"casualties.reporters.{kind if is_own else 'sheet'}_{format_}"
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package not in _EXTRAS:
            raise
        hint = f"pip install 'casualties[{_EXTRAS[package]}]'"
        raise click.UsageError(f"{format_} needs {package}, which {hint} brings.") from error
    report: Report[Any] | BinaryReport[Any] = (
        module.Report(view) if is_own else module.Report(view, table.tagged() if hxl else table)
    )
    return report
