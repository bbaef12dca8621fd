"""``casualties extract``: the figures alone."""

from __future__ import annotations

import importlib
import sys
from typing import Any

import click

from casualties.cli.options import Articles, input_options, list_files, settled
from casualties.cli.output import write
from casualties.pipeline import extract
from casualties.readers import ReadOptions
from casualties.reporters.report import Report, View
from casualties.reporters.wording import unread_lines

__all__ = ["extract_command"]

_FORMATS = ("table", "csv", "json", "jsonl")
_DONE, _FAILED = 0, 2
_EXAMPLES = """\b
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


@click.command(name="extract", short_help="Print the figures alone.", epilog=_EXAMPLES)
@input_options
@click.option(
    "--format",
    "format_",
    type=click.Choice(_FORMATS),
    default="table",
    show_default=True,
    help="How to print the figures.",
)
@click.option(
    "--show-unread",
    is_flag=True,
    help="List the sentences with a casualty word and a number that no figure was made of; "
    "with a format for data, on standard error.",
)
def extract_command(  # noqa: PLR0913, PLR0917 - one parameter an option
    paths: tuple[str, ...],
    format_: str,
    config_path: str | None,
    stdin_filename: str | None,
    input_format: str | None,
    text_column: str,
    id_column: str | None,
    *,
    isolated: bool,
    show_unread: bool,
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
    articles = Articles(paths, settings_of, stdin_filename, options)
    if show_files:
        return list_files(articles)
    report: Report[Any] = importlib.import_module(f"casualties.reporters.extract_{format_}").Report(
        View(show_unread=show_unread)
    )
    for document, settings in articles.read():
        figures = extract(document, conventions=settings.conventions)
        write(report.add((document, figures)), sys.stdout)
        if show_unread and format_ != "table":
            write("".join(f"{line}\n" for line in unread_lines(figures)), sys.stderr)
    write(report.end(), sys.stdout)
    return _DONE if articles.all_read else _FAILED
