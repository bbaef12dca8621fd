"""The report of ``casualties extract --format json``: one object, as ``extract_schema`` says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.reporters.records import SCHEMA_VERSION, figure_record, json_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casualties.model import Document, Figures

__all__ = ["render"]


def render(extractions: Sequence[tuple[Document, Figures]]) -> str:
    """All documents, each with its figures, and a summary as one JSON object."""
    report = {
        "schema_version": SCHEMA_VERSION,
        "documents": [
            {"path": document.path, "figures": [figure_record(figure) for figure in figures]}
            for document, figures in extractions
        ],
        "summary": {
            "documents": len(extractions),
            "figures": sum(len(figures) for _, figures in extractions),
        },
    }
    return json_text(report, indent=2)
