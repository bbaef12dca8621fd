"""The report of ``casualties extract --format json``: one object, as ``extract_schema`` says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.reporters.json_documents import JsonDocuments
from casualties.reporters.records import figure_record
from casualties.reporters.report import View

if TYPE_CHECKING:
    from casualties.model import Document, Figures

__all__ = ["Report"]


class Report:
    """All documents, each with its figures, and a summary as one JSON object."""

    def __init__(self, view: View = View()) -> None:
        self._text = JsonDocuments()
        self._documents = self._figures = 0

    def add(self, item: tuple[Document, Figures]) -> str:
        document, figures = item
        self._documents += 1
        self._figures += len(figures)
        records = [figure_record(figure) for figure in figures]
        return self._text.document({"path": document.path, "figures": records})

    def fail(self, why: str, path: str | None) -> str:
        return self._text.fail(why, path)

    def end(self) -> str:
        return self._text.summary({"documents": self._documents, "figures": self._figures})
