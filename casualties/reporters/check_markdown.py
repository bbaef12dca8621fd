"""The report of ``casualties check --format markdown``, made for the summary of a job on GitHub."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from casualties.reporters.consistency import HEADERS, consistency_rows
from casualties.reporters.markup import escaped, table_head, table_row
from casualties.reporters.report import View
from casualties.reporters.tally import Tally
from casualties.reporters.wording import count, place, title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casualties.model import Finding, Reconciliation

__all__ = ["Report"]

_MOST = 900_000
"""Bytes of tables: GitHub drops a summary of more than a mebibyte."""


class Report:
    """A summary, a table of the findings, and the table of each document, folded.

    A quiet report has the findings alone. What would be too long for GitHub is counted.
    """

    def __init__(self, view: View = View()) -> None:
        self._view = view
        self._tally = Tally()
        self._findings: list[str] = []
        self._documents: list[str] = []

    def add(self, item: Reconciliation) -> str:
        """Keep it: the summary stands first."""
        self._tally.add(item)
        self._findings += map(_finding_row, item.findings)
        rows = [] if self._view.quiet else consistency_rows(item, verbose=self._view.verbose)
        if rows:
            self._documents.append(_document(title(item), rows))
        return ""

    def end(self) -> str:
        findings = _fitting(self._findings, _MOST)
        documents = _fitting(self._documents, _MOST - _size(findings))
        blocks = ["## Casualties"]
        if not self._view.quiet:
            blocks.append(f"{self._tally.summary()}.")
        if findings:
            head = table_head(("severity", "place", "rule", "message"))
            blocks.append("\n".join([head, *findings]))
        blocks += documents
        left = [
            count(len(all_) - len(shown), noun)
            for all_, shown, noun in (
                (self._findings, findings, "finding"),
                (self._documents, documents, "table"),
            )
            if len(all_) > len(shown)
        ]
        if left:
            blocks.append(f"There was no room for {' and '.join(left)}.")
        return "\n\n".join(blocks) + "\n"


def _finding_row(finding: Finding) -> str:
    return table_row(
        (
            finding.severity,
            _code(place(finding.place)),
            f"{_code(finding.code)} {escaped(finding.name)}",
            escaped(finding.message),
        )
    )


def _document(name: str, rows: Sequence[Sequence[str]]) -> str:
    lines = [
        table_row(["<br>".join(map(escaped, cell.splitlines())) for cell in row]) for row in rows
    ]
    table = "\n".join([table_head(HEADERS), *lines])
    return f"<details><summary>{_code(name)}</summary>\n\n{table}\n\n</details>"


def _code(text: str) -> str:
    """Code, in which GitHub makes no emoji of ":100:"."""
    return f"<code>{escaped(text)}</code>"


def _fitting(texts: Sequence[str], room: int) -> Sequence[str]:
    """The first texts, as many as there is room for."""
    sizes = accumulate(_size([text]) for text in texts)
    return texts[: sum(size <= room for size in sizes)]


def _size(texts: Sequence[str]) -> int:
    return sum(len(text.encode()) + 2 for text in texts)
