"""The report of ``casualties extract``: a table of the figures of each document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.model import MAIN
from casualties.reporters.columns import render_columns
from casualties.reporters.printable import one_line
from casualties.reporters.report import View
from casualties.reporters.wording import count_unread, unread_lines

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
        self._view = view
        self._unread = 0
        self._gap = ""

    def add(self, item: tuple[Document, Figures]) -> str:
        document, figures = item
        self._unread += len(figures.unread)
        section = self._apart(_section(document.path, figures))
        if self._view.show_unread and figures.unread:
            section += self._apart("\n".join(unread_lines(figures)) + "\n")
        return section

    def end(self) -> str:
        if not self._unread or self._view.show_unread or self._view.quiet:
            return ""
        return self._apart(f"{count_unread(self._unread, listed=False)}\n")

    def _apart(self, text: str) -> str:
        gap, self._gap = self._gap, "\n"
        return gap + text


def _section(path: str | None, figures: Figures) -> str:
    title = one_line(path) if path is not None else "text"
    if not figures:
        return f"{title}: no figures\n"
    table = render_columns(_HEADERS, [_row(each) for each in figures], widest=_WIDEST, last="words")
    return f"{title}\n\n{table}\n"


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
