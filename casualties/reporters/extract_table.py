"""The report of ``casualties extract``: a table of the figures of each document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.model import MAIN
from casualties.reporters.columns import render_columns
from casualties.reporters.printable import one_line
from casualties.reporters.wording import count_unread, unread_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casualties.model import Document, Figure, Figures

__all__ = ["render"]

_HEADERS = ("place", "outcome", "range", "population", "scope", "words")
_WIDEST = {"range": 11, "population": 12}


def render(extractions: Sequence[tuple[Document, Figures]], *, show_unread: bool = False) -> str:
    """The tables as plain text for a terminal of 80 columns; a place is a line and a column.

    An event other than the main one, and a source, stand under the words. The sentences unread
    follow the table, each on one line; or the last line says how many there are.
    """
    sections = []
    for document, figures in extractions:
        sections.append(_section(document.path, figures))
        if show_unread and figures.unread:
            sections.append("\n".join(unread_lines(figures)) + "\n")
    unread = sum(len(figures.unread) for _, figures in extractions)
    if unread and not show_unread:
        sections.append(f"{count_unread(unread, listed=False)}\n")
    return "\n".join(sections)


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
        f"{figure.line}:{figure.column}",
        figure.outcome,
        str(figure.range),
        one_line(figure.population),
        figure.scope,
        "\n".join(words),
    )
