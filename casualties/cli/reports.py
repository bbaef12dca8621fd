"""The reports of one run: one on standard output, and as many in files as wanted."""

from __future__ import annotations

import importlib
import sys
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import click

from casualties.cli.output import FileInTheMaking, begun, wants_color, write
from casualties.records import dataclass, replace
from casualties.reporters.report import TellsFailures, TellsWhatFails

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casualties.config import FailOn
    from casualties.model import Reconciliation
    from casualties.reporters.report import Report, View

__all__ = ["Reports", "opened"]


@dataclass(slots=True)
class Reports:
    """Reports that are written piece by piece."""

    printed: Report[Reconciliation]
    filed: tuple[tuple[Report[Reconciliation], FileInTheMaking], ...]
    is_begun: bool = False
    is_ended: bool = False

    def add(self, item: Reconciliation, fail_on: FailOn) -> None:
        """Write what can be written of a document, and of what in it fails the run."""
        for report in (self.printed, *(report for report, _ in self.filed)):
            if isinstance(report, TellsWhatFails):
                report.fail_on = fail_on
        self._print(self.printed.add(item))
        for report, file in self.filed:
            file.write(report.add(item))

    def fail(self, why: str, path: str | None) -> None:
        """Write of an input that could not be read, where a format has a place for it."""
        if isinstance(self.printed, TellsFailures):
            self._print(self.printed.fail(why, path))
        for report, file in self.filed:
            if isinstance(report, TellsFailures):
                file.write(report.fail(why, path))

    def _print(self, text: str) -> None:
        self.is_begun = self.is_begun or bool(text)
        write(text, sys.stdout)

    def break_off(self, error: click.ClickException) -> None:
        """End what is printed before its time, so that a program can read it all the same.

        Of what was typed wrong, a report says nothing that has not begun.
        """
        is_wanted = self.is_begun or not isinstance(error, click.UsageError)
        if is_wanted and not self.is_ended and isinstance(self.printed, TellsFailures):
            write(self.printed.fail(error.message, None) + self.printed.end(), sys.stdout)

    def end(self) -> None:
        """Write what is left to be written after the last one."""
        self.is_ended = True
        write(self.printed.end(), sys.stdout)
        for report, file in self.filed:
            file.write(report.end())
        for _, file in self.filed:
            file.close()


@contextmanager
def opened(format_: str, view: View, color: str, files: Mapping[str, str]) -> Iterator[Reports]:
    """A report in one format to print, and one for each path in the format that it has.

    They end with the block. Where something goes wrong in it, or with one of the files, no file
    is left that is not complete, and what is printed says so where it has a place for that.

    Raises:
        click.ClickException: if a file cannot be made or written.
    """
    printed = _report(format_, replace(view, color=wants_color(color, sys.stdout)))
    with ExitStack() as stack:
        filed = [
            (_report(format_of_path, view), begun(path, stack))
            for path, format_of_path in files.items()
        ]
        reports = Reports(printed, tuple(filed))
        try:
            yield reports
            reports.end()
        except click.ClickException as error:
            reports.break_off(error)
            raise


def _report(format_: str, view: View) -> Report[Reconciliation]:
    """The report of a format; the others need not be imported."""
    module = importlib.import_module(f"casualties.reporters.check_{format_}")
    report: Report[Reconciliation] = module.Report(view)
    return report
