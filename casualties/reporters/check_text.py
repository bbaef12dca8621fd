"""The report of ``casualties check``: a table and the findings of each document, and a summary."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from casualties.model import Severity
from casualties.reporters.columns import WIDTH, render_columns
from casualties.reporters.printable import one_line
from casualties.reporters.wording import count, count_unread, place, unread_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casualties.model import Figure, Finding, LineItem, Reconciliation

__all__ = ["render"]

_HEADERS = ("event", "outcome", "population", "range", "stated", "verdict")
_WIDEST = {"event": 12, "population": 12, "range": 11}
_TIMES = {1: "once", 2: "twice"}


def render(reconciliations: Sequence[Reconciliation], *, show_unread: bool = False) -> str:
    """The report as plain text for a terminal of 80 columns.

    A finding, a sentence unread and the summary keep to one line, however long, so that tools
    can read them; all else is wrapped.
    """
    sections = ["\n".join(_section(each, show_unread=show_unread)) for each in reconciliations]
    summary = _summary(reconciliations, show_unread=show_unread)
    return "\n\n".join([*sections, summary]) + "\n"


def _section(reconciliation: Reconciliation, *, show_unread: bool) -> Iterator[str]:
    path = reconciliation.document.path
    title = one_line(path) if path is not None else "text"
    if not reconciliation.line_items:
        yield f"{title}: no figures"
    else:
        yield title
        yield ""
        rows = [_row(item) for item in reconciliation.line_items]
        yield render_columns(_HEADERS, rows, widest=_WIDEST, last="stated")
    for finding in reconciliation.findings:
        yield ""
        yield from _finding(finding)
    if show_unread and reconciliation.figures.unread:
        yield ""
        yield from unread_lines(reconciliation.document, reconciliation.figures)


def _row(item: LineItem) -> tuple[str, ...]:
    return (
        one_line(item.event),
        item.outcome,
        one_line(item.population),
        str(item.range) if item.range else "none",
        _stated(item.figures),
        item.verdict,
    )


def _stated(figures: Sequence[Figure]) -> str:
    """Every range once, in the order of the text, with how often it is stated and where."""
    lines_of: dict[str, list[int]] = {}
    for figure in figures:
        lines_of.setdefault(str(figure.range), []).append(figure.line)
    return "\n".join(
        f"{stated}: {_TIMES.get(len(lines), f'{len(lines)} times')}, {_places(lines)}"
        for stated, lines in lines_of.items()
    )


def _places(lines: Sequence[int]) -> str:
    numbers = list(dict.fromkeys(map(str, lines)))
    return f"line {numbers[0]}" if len(numbers) == 1 else f"lines {', '.join(numbers)}"


def _finding(finding: Finding) -> Iterator[str]:
    head = f"{place(finding.place)}: {finding.severity} {finding.code} {finding.name}"
    yield f"{head}: {one_line(finding.message)}"
    for figure in finding.figures[1:]:
        yield _indented(f'{place(figure.place)}: "{one_line(figure.text)}"', deeper=4)
    yield _indented(one_line(finding.suggestion))


def _indented(text: str, deeper: int = 0) -> str:
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=" " * 4,
        subsequent_indent=" " * (4 + deeper),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _summary(reconciliations: Sequence[Reconciliation], *, show_unread: bool) -> str:
    severities = [finding.severity for each in reconciliations for finding in each.findings]
    figures = sum(len(each.figures) for each in reconciliations)
    unread = sum(len(each.figures.unread) for each in reconciliations)
    summary = (
        f"{count(len(reconciliations), 'document')}, {count(figures, 'figure')}: "
        f"{count(severities.count(Severity.ERROR), 'error')}, "
        f"{count(severities.count(Severity.WARNING), 'warning')}"
    )
    return f"{summary}; {count_unread(unread, listed=show_unread)}" if unread else summary
