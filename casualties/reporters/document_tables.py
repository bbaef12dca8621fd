"""A table a document for a terminal, and below it what was left out or how much that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.reporters.printable import for_people, one_line
from casualties.reporters.report import View
from casualties.reporters.wording import count_left_out, left_out_lines

if TYPE_CHECKING:
    from casualties.model import Document, Figures

__all__ = ["DocumentTables"]


class DocumentTables:
    """The text of a report that has a table a document, and what it knows at its end."""

    def __init__(self, view: View = View()) -> None:
        """Begin it."""
        self._view = view
        self._unread = self._skipped = 0
        self._gap = ""

    def document(self, document: Document, figures: Figures, table: str) -> str:
        """The next table, empty where there are no figures, and what is to be listed with it."""
        self._unread += 0 if self._view.show_unread else len(figures.unread)
        self._skipped += 0 if self._view.show_skipped else len(document.dropped)
        title = one_line(document.path) if document.path is not None else "text"
        section = f"{title}\n\n{table}" if table else f"{title}: no figures"
        left_out = left_out_lines(document, figures, self._view)
        return self._apart(section) + (self._apart("\n".join(left_out)) if left_out else "")

    def end(self) -> str:
        """How much was left out and not listed."""
        counts = "; ".join(count_left_out(self._unread, self._skipped, self._view))
        return self._apart(counts) if counts and not self._view.quiet else ""

    def _apart(self, text: str) -> str:
        gap, self._gap = self._gap, "\n"
        return for_people(f"{gap}{text}\n")
