"""The report of ``casualties check``: a table and the findings of each document, and a summary."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from casualties.reporters.columns import WIDTH
from casualties.reporters.consistency import render_consistency
from casualties.reporters.paint import Paint
from casualties.reporters.printable import one_line
from casualties.reporters.report import View
from casualties.reporters.tally import Tally, statistics_lines
from casualties.reporters.wording import count, place, unread_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casualties.model import Finding, Reconciliation

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
            *map(self._finding, item.findings),
        ]
        if self._view.show_unread and item.figures.unread:
            sections.append("\n".join(unread_lines(item.figures)))
        return "".join(map(self._apart, sections))

    def end(self) -> str:
        sections = []
        if self._view.statistics:
            sections += ["\n".join(statistics_lines(self._tally))] if self._tally.findings else []
        if not self._view.quiet:
            sections.append(self._tally.summary(listed=self._view.show_unread))
        return "".join(map(self._apart, sections))

    def _apart(self, section: str) -> str:
        """The section, with an empty line between it and the one before."""
        gap, self._gap = self._gap, "\n"
        return f"{gap}{section}\n"

    def _about(self, item: Reconciliation) -> Iterator[str]:
        """The title of a document, and its table."""
        title = one_line(", ".join(_inputs(item)) or "text")
        table = render_consistency(item, verbose=self._view.verbose)
        if table:
            yield from (self._paint.strong(title), table)
        elif item.figures:
            stated = count(len(item.figures), "figure")
            yield f"{title}: {stated}, none to hold against another (--verbose)"
        else:
            yield f"{title}: no figures"

    def _finding(self, finding: Finding) -> str:
        head = (
            f"{self._paint.strong(place(finding.place))}: "
            f"{self._paint.severity(finding.severity)} "
            f"{self._paint.strong(f'{finding.code} {finding.name}')}: {one_line(finding.message)}"
        )
        others = (
            _indented(f'{place(figure.place)}: "{one_line(figure.text)}"', deeper=4)
            for figure in finding.figures[1:]
        )
        return "\n".join([head, *others, _indented(one_line(finding.suggestion))])


def _inputs(reconciliation: Reconciliation) -> list[str]:
    """What the report is on: an input, or those that have figures of several taken as one."""
    path = reconciliation.document.path
    if path is not None:
        return [path]
    return list(dict.fromkeys(figure.path for figure in reconciliation.figures if figure.path))


def _indented(text: str, deeper: int = 0) -> str:
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=" " * 4,
        subsequent_indent=" " * (4 + deeper),
        break_long_words=False,
        break_on_hyphens=False,
    )
