"""``casualties check``: the gate."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click

from casualties import __version__
from casualties.changes import Changes, ChangesError
from casualties.cli.articles import Articles, list_files, mistaken
from casualties.cli.baselines import Baselines
from casualties.cli.options import LIMITS, input_options, left_out_options, settled
from casualties.cli.output import say
from casualties.cli.reports import opened
from casualties.explanations import UnknownRuleError, find_rules
from casualties.gate import Gate, fails
from casualties.inputs import STANDARD_INPUT
from casualties.pipeline import check, check_as_one, explain
from casualties.readers import ReadOptions
from casualties.reporters.places import Root
from casualties.reporters.report import View
from casualties.reporters.tally import Tally, statistics_lines
from casualties.reporters.wording import left_out_lines

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from casualties.config import FailOn, Settings
    from casualties.model import Document, Reconciliation

__all__ = ["check_command"]

_FORMATS = (
    "text",
    "concise",
    "json",
    "jsonl",
    "csv",
    "markdown",
    "github",
    "gitlab",
    "junit",
    "sarif",
    "rdjson",
)
_FOR_PEOPLE = {"text"}
"""The formats with a place for statistics, sentences unread and text skipped."""
_DONE, _FOUND, _FAILED = 0, 1, 2
_EXAMPLES = """\b
Examples:
  casualties check article.txt
  casualties check --fail-on warning drafts
  casualties check --as-one story.txt captions.txt posts.txt
  casualties check --format github --report sarif=casualties.sarif articles
  casualties check --baseline casualties-baseline.json archive
  casualties check --diff origin/main articles
  pdftotext report.pdf - | casualties check --stdin-filename report.txt

\b
Exit status:
  0    no finding at or above --fail-on
  1    there is one
  2    wrong usage, or an input could not be read (the others are checked)
  130  interrupted
"""


@click.command(
    name="check",
    short_help="Print the figures and those that contradict each other.",
    epilog=f"{_EXAMPLES}\n{LIMITS}",
)
@input_options
@click.option(
    "--format",
    "format_",
    metavar="FORMAT",
    type=click.Choice(_FORMATS),
    default="text",
    show_default=True,
    help=f"How to print the report: {', '.join(_FORMATS)}.",
)
@click.option(
    "--report",
    "reports",
    metavar="FORMAT=PATH",
    multiple=True,
    help="Write the report to a file, too; as often as wanted. What could not be read stands in "
    "it, but for text, and for concise, csv and jsonl, where a line is a finding.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help="The least grave finding that makes the exit status 1.  [default: error]",
)
@click.option(
    "--select",
    metavar="RULES",
    multiple=True,
    help="Report these rules alone: codes, their beginnings or names, with commas between.",
)
@click.option("--ignore", metavar="RULES", multiple=True, help="Do not report these rules.")
@click.option(
    "--baseline",
    metavar="FILE",
    help="Report only what is not in this file, and name what is mended.",
)
@click.option(
    "--write-baseline",
    metavar="FILE",
    help="Write the findings to this file, as known from now on, and exit with 0.",
)
@click.option(
    "--diff",
    "revision",
    metavar="REV",
    help="Report only findings on lines that have changed since this revision of git.",
)
@click.option(
    "--as-one",
    is_flag=True,
    help="Hold the inputs against each other, as passages of one report: a story, its captions, "
    "what is posted of it.",
)
@click.option("--statistics", is_flag=True, help="Count the findings of each rule.")
@click.option(
    "--quiet", "-q", is_flag=True, help="Print the findings alone: no table and no summary."
)
@click.option(
    "--verbose",
    "-v",
    is_flag=True,
    help="Show in the table also what is stated once, the parts and the superseded tolls, and who "
    "is quoted.",
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Whether to paint; by itself on a terminal, and as NO_COLOR and FORCE_COLOR say.",
)
@left_out_options
def check_command(  # noqa: PLR0913, PLR0917 - one parameter an option
    paths: tuple[str, ...],
    format_: str,
    reports: tuple[str, ...],
    fail_on: FailOn | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    baseline: str | None,
    write_baseline: str | None,
    revision: str | None,
    color: str,
    config_path: str | None,
    stdin_filename: str | None,
    input_format: str | None,
    text_column: str,
    id_column: str | None,
    jobs: int | None,
    *,
    isolated: bool,
    as_one: bool,
    statistics: bool,
    quiet: bool,
    verbose: bool,
    show_unread: bool,
    show_skipped: bool,
    show_files: bool,
    **overrides: object,
) -> int:
    """Print what each article says of killed and injured, and what does not agree.

    Each PATH is a text file, a folder of them, or a pattern such as "drafts/**/*.md", and read
    once however often it is named. "-" is the standard input, as is no PATH where something is
    piped in.
    """
    if quiet and verbose:
        raise click.UsageError("--quiet and --verbose cannot both be.")
    overrides |= {"fail_on": fail_on, "select": _rules(select), "ignore": _rules(ignore)}
    settings_of = settled(config_path=config_path, isolated=isolated, overrides=overrides)
    options = ReadOptions(input_format=input_format, text_column=text_column, id_column=id_column)
    files = _files(reports)
    articles = Articles(
        paths, settings_of, stdin_filename, options, 1 if as_one else jobs, outputs=files
    )
    if show_files:
        return list_files(articles)
    baselines = Baselines(baseline, write_baseline)
    gate = Gate(_changes(revision))
    view = View(
        verbose=verbose,
        quiet=quiet,
        show_unread=show_unread,
        show_skipped=show_skipped,
        statistics=statistics,
        rules=explain(),
        version=__version__,
        root=_root(),
    )
    tally, has_failed = Tally(), False
    all_checked = _all_checked(articles, as_one=as_one, is_quiet=quiet)
    with opened(format_, view, color, files) as written, closing(all_checked):
        articles.also_told = written.fail
        for checked, settings, read in all_checked:
            try:
                known = baselines.of(settings)
                passed = gate.let_pass(checked, settings.config, known, read)
            except ChangesError as error:
                articles.tell(error, checked.document.path)
                continue
            has_failed = has_failed or fails(passed, settings.config.fail_on)
            tally.add(passed)
            written.add(passed, settings.config.fail_on)
            if format_ not in _FOR_PEOPLE:
                left_out = left_out_lines(passed.document, passed.figures, view)
                for line in left_out:
                    say(line)
    if statistics and format_ not in _FOR_PEOPLE:
        for line in statistics_lines(tally):
            say(line)
    baselines.tell()
    if not articles.all_read:
        return _FAILED
    return _FOUND if has_failed and write_baseline is None else _DONE


def _all_checked(
    articles: Articles, *, as_one: bool, is_quiet: bool
) -> Generator[tuple[Reconciliation, Settings, list[str | None]]]:
    """What a check finds in each document, or in all as one, and the paths that were read."""
    if not as_one:
        for checked, settings in articles.made(_checked, is_quiet=is_quiet):
            yield checked, settings, [checked.document.path]
        return
    read = list(articles.made(_read, is_quiet=is_quiet))
    if read:
        documents = [document for document, _ in read]
        settings = read[0][1]
        try:
            checked = check_as_one(documents, conventions=settings.conventions)
        except Exception as error:  # noqa: BLE001 - the report is to be whole
            articles.tell(mistaken(error, documents[0].path or STANDARD_INPUT), None)
            return
        yield checked, settings, [document.path for document in documents]


def _checked(document: Document, settings: Settings) -> Reconciliation:
    return check(document, conventions=settings.conventions)


def _read(document: Document, _: Settings) -> Document:
    return document


def _rules(given: Sequence[str]) -> tuple[str, ...]:
    """The rules that an option names.

    Raises:
        click.UsageError: if there is no such rule.
    """
    names = tuple(name.strip() for each in given for name in each.split(",") if name.strip())
    for name in names:
        try:
            find_rules(name, explain())
        except UnknownRuleError as error:
            sentence = str(error)
            raise click.UsageError(sentence[0].upper() + sentence[1:]) from error
    return names


def _root() -> Root:
    """The folder of the run, and that of the checkout which a server of CI says it lies in."""
    folder = Path.cwd()
    checkouts = (os.environ.get(name) for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"))
    above = (path for path in checkouts if path and folder.is_relative_to(path))
    return Root(folder.as_posix(), next(map(PurePath.as_posix, map(PurePath, above)), None))


def _files(given: Sequence[str]) -> dict[str, str]:
    """The paths of ``--report``, each with its format.

    Raises:
        click.UsageError: if one of them is named twice, or has no format.
    """
    files: dict[str, str] = {}
    for path, format_ in map(_report, given):
        if path in files:
            raise click.UsageError(f"--report {path}: one file can hold one report.")
        files[path] = format_
    return files


def _report(given: str) -> tuple[str, str]:
    """The path and the format of ``--report``.

    Raises:
        click.UsageError: if it has not both.
    """
    format_, _, path = given.partition("=")
    import difflib  # noqa: PLC0415 - for a slip alone

    if format_ not in _FORMATS:
        near = difflib.get_close_matches(format_, _FORMATS, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"There are {', '.join(_FORMATS)}."
        raise click.UsageError(f"--report {given}: there is no format {format_!r}. {hint}")
    if not path or path == "-":
        raise click.UsageError(f"--report {given}: name a file, as in --report {format_}=report.")
    return path, format_


def _changes(revision: str | None) -> Changes | None:
    """The changes since a revision.

    Raises:
        click.UsageError: if git cannot tell them.
    """
    try:
        return None if revision is None else Changes(revision)
    except ChangesError as error:
        raise click.UsageError(str(error)) from error
