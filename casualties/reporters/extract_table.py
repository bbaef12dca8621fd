"""The report of ``casualties extract``: a table of the figures of each document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.model import MAIN
from casualties.reporters.columns import render_columns
from casualties.reporters.document_tables import DocumentTables
from casualties.reporters.printable import one_line
from casualties.reporters.report import View

if TYPE_CHECKING:
    from casualties.model import Document, Figure, Figures

__all__ = ["Report"]

_HEADERS = ("place", "outcome", "range", "population", "scope", "words")
_WIDEST = {"range": 11, "population": 12}


class Report:
    """The tables as plain text for a terminal of 80 columns; a place is a line and a column.

    An event other than the main one, and a source, stand under the words. The sentences unread
    follow the table, each on one line; or the last line says how many there are.
    """

    def __init__(self, view: View = View()) -> None:
        self._tables = DocumentTables(view)

    def add(self, item: tuple[Document, Figures]) -> str:
        document, figures = item
        return self._tables.document(document, figures, _table(figures) if figures else "")

    def end(self) -> str:
        return self._tables.end()


def _table(figures: Figures) -> str:
    return render_columns(_HEADERS, [_row(each) for each in figures], widest=_WIDEST, last="words")


def _row(figure: Figure) -> tuple[str, ...]:
    words = [one_line(figure.text)]
    if figure.event != MAIN:
        words.append(f"event: {one_line(figure.event)}")
    if figure.source:
        words.append(f"source: {one_line(figure.source)}")
    return (
        figure.place.where,
        figure.outcome,
        str(figure.range),
        one_line(figure.population),
        figure.scope,
        "\n".join(words),
    )
