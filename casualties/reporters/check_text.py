"""The report of ``casualties check``: a table and the findings of each document, and a summary."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from casualties.model import Severity
from casualties.reporters.columns import WIDTH
from casualties.reporters.consistency import render_consistency
from casualties.reporters.printable import one_line
from casualties.reporters.wording import count, count_unread, place, unread_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casualties.model import Finding, Reconciliation

__all__ = ["render"]


def render(
    reconciliations: Sequence[Reconciliation], *, show_unread: bool = False, verbose: bool = False
) -> str:
    """The report as plain text for a terminal of 80 columns.

    A finding, a sentence unread and the summary keep to one line, however long, so that tools
    can read them; all else is wrapped.
    """
    sections = [
        "\n".join(_section(each, show_unread=show_unread, verbose=verbose))
        for each in reconciliations
    ]
    summary = _summary(reconciliations, show_unread=show_unread)
    return "\n\n".join([*sections, summary]) + "\n"


def _section(reconciliation: Reconciliation, *, show_unread: bool, verbose: bool) -> Iterator[str]:
    title = one_line(", ".join(_inputs(reconciliation)) or "text")
    table = render_consistency(reconciliation, verbose=verbose)
    if table:
        yield from (title, "", table)
    elif reconciliation.figures:
        stated = count(len(reconciliation.figures), "figure")
        yield f"{title}: {stated}, none to hold against another (--verbose)"
    else:
        yield f"{title}: no figures"
    for finding in reconciliation.findings:
        yield ""
        yield from _finding(finding)
    if show_unread and reconciliation.figures.unread:
        yield ""
        yield from unread_lines(reconciliation.figures)


def _inputs(reconciliation: Reconciliation) -> list[str]:
    """What the report is on: an input, or those that have figures of several taken as one."""
    path = reconciliation.document.path
    if path is not None:
        return [path]
    return list(dict.fromkeys(figure.path for figure in reconciliation.figures if figure.path))


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
