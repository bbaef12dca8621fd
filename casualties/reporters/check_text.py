"""The report of ``casualties check``: a table and the findings of each document, and a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.reporters.consistency import render_consistency
from casualties.reporters.paint import Paint
from casualties.reporters.printable import for_people
from casualties.reporters.report import View
from casualties.reporters.tally import Tally, statistics_lines
from casualties.reporters.wording import count, finding_block, left_out_lines, title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casualties.model import Reconciliation

__all__ = ["Report"]


class Report:
    """The report as plain text for a terminal of 80 columns.

    A finding, a sentence unread and the summary keep to one line, however long, so that tools
    can read them; all else is wrapped. A quiet report has the findings alone.
    """

    def __init__(self, view: View = View()) -> None:
        self._view = view
        self._paint = Paint(view.color)
        self._tally = Tally()
        self._gap = ""

    def add(self, item: Reconciliation) -> str:
        self._tally.add(item)
        sections = [
            *([] if self._view.quiet else self._about(item)),
            *(finding_block(finding, self._paint) for finding in item.findings),
        ]
        left_out = left_out_lines(item.document, item.figures, self._view)
        if left_out:
            sections.append("\n".join(left_out))
        return "".join(map(self._apart, sections))

    def end(self) -> str:
        sections = []
        if self._view.statistics:
            sections += ["\n".join(statistics_lines(self._tally))] if self._tally.findings else []
        if not self._view.quiet:
            sections.append(self._tally.summary(self._view))
        return "".join(map(self._apart, sections))

    def _apart(self, section: str) -> str:
        """The section, with an empty line between it and the one before."""
        gap, self._gap = self._gap, "\n"
        return for_people(f"{gap}{section}\n")

    def _about(self, item: Reconciliation) -> Iterator[str]:
        """The title of a document, and its table."""
        name = title(item)
        table = render_consistency(item, verbose=self._view.verbose)
        if table:
            yield from (self._paint.strong(name), table)
        elif item.figures:
            stated = count(len(item.figures), "figure")
            yield f"{name}: {stated}, none to hold against another (--verbose)"
        else:
            yield f"{name}: no figures"
