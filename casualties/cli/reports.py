"""The reports of one run: one on standard output, and as many in files as wanted."""

from __future__ import annotations

import importlib
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from casualties.cli.output import FileInTheMaking, wants_color, write
from casualties.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType
    from typing import Self

    from casualties.model import Reconciliation
    from casualties.reporters.report import Report, View

__all__ = ["Reports"]


@dataclass(frozen=True, slots=True)
class Reports:
    """Reports that are written piece by piece; those in files are complete or are not there."""

    printed: Report[Reconciliation]
    filed: tuple[tuple[Report[Reconciliation], FileInTheMaking], ...]

    @classmethod
    def opened(cls, format_: str, view: View, color: str, files: Mapping[str, str]) -> Self:
        """A report in one format to print, and one for each path in the format that it has.

        Raises:
            click.ClickException: if a file cannot be made.
        """
        printed = _report(format_, replace(view, color=wants_color(color, sys.stdout)))
        filed: list[tuple[Report[Reconciliation], FileInTheMaking]] = []
        try:
            for path, format_of_path in files.items():
                filed.append((_report(format_of_path, view), FileInTheMaking(path)))
        except BaseException:
            cls(printed, tuple(filed)).discard()
            raise
        return cls(printed, tuple(filed))

    def add(self, item: Reconciliation) -> None:
        """Write what can be written of a document."""
        write(self.printed.add(item), sys.stdout)
        for report, file in self.filed:
            file.write(report.add(item))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Complete the reports; where the run broke off, leave no files."""
        if kind is not None:
            self.discard()
            return
        write(self.printed.end(), sys.stdout)
        for report, file in self.filed:
            file.write(report.end())
            file.complete()

    def discard(self) -> None:
        """Leave no files behind."""
        for _, file in self.filed:
            file.discard()


def _report(format_: str, view: View) -> Report[Reconciliation]:
    """The report of a format; the others need not be imported."""
    module = importlib.import_module(f"casualties.reporters.check_{format_}")
    report: Report[Reconciliation] = module.Report(view)
    return report
