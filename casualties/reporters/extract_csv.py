"""The report of ``casualties extract --format csv``: one row a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.frames import figures_frame
from casualties.reporters.spreadsheet import csv_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casualties.model import Document, Figures

__all__ = ["render"]


def render(extractions: Sequence[tuple[Document, Figures]]) -> str:
    """A header and the figures of all documents."""
    return csv_text(figures_frame(figure for _, figures in extractions for figure in figures))
