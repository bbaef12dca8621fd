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
        self._findings, self._failures, self._documents = (_Kept(_MOST) for _ in range(3))

    def add(self, item: Reconciliation) -> str:
        """Keep it: the summary stands first."""
        self._tally.add(item)
        for finding in item.findings:
            self._findings.add(_finding_row(finding))
        rows = [] if self._view.quiet else consistency_rows(item, verbose=self._view.verbose)
        if rows:
            self._documents.add(_document(title(item), rows))
        return ""

    def fail(self, why: str, path: str | None) -> str:
        """Keep it likewise."""
        self._failures.add(table_row((escaped(why),)))
        return ""

    def end(self) -> str:
        findings = self._findings.fitting(_MOST)
        failures = self._failures.fitting(_MOST - sum(map(_size, findings)))
        documents = self._documents.fitting(_MOST - sum(map(_size, findings + failures)))
        blocks = ["## Casualties"]
        if not self._view.quiet:
            blocks.append(f"{self._tally.summary()}.")
        if findings:
            head = table_head(("severity", "place", "rule", "message"))
            blocks.append("\n".join([head, *findings]))
        if failures:
            blocks.append("\n".join([table_head(("could not be read",)), *failures]))
        blocks += documents
        left = [
            count(kept.number - len(shown), noun)
            for kept, shown, noun in (
                (self._findings, findings, "finding"),
                (self._failures, failures, "failure"),
                (self._documents, documents, "table"),
            )
            if kept.number > len(shown)
        ]
        if left:
            blocks.append(f"There was no room for {' and '.join(left)}.")
        return "\n\n".join(blocks) + "\n"


class _Kept:
    """The first of some texts, as many as there is room for, and how many there are."""

    def __init__(self, room: int) -> None:
        self.number = 0
        self._room = room
        self._texts: list[str] = []

    def add(self, text: str) -> None:
        self.number += 1
        self._room -= _size(text)
        if self._room >= 0:
            self._texts.append(text)

    def fitting(self, room: int) -> list[str]:
        """As many of them as fit into less room."""
        sizes = accumulate(map(_size, self._texts))
        return self._texts[: sum(size <= room for size in sizes)]


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


def _size(text: str) -> int:
    return len(text.encode()) + 2
