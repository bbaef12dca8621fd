"""The report of ``casualties extract --format jsonl``: one figure a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.reporters.records import figure_record, json_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casualties.model import Document, Figures

__all__ = ["render"]


def render(extractions: Sequence[tuple[Document, Figures]]) -> str:
    """A JSON object a line for each figure of all documents; no figures, no lines."""
    return "".join(
        json_text(figure_record(figure)) for _, figures in extractions for figure in figures
    )
