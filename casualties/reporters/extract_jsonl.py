"""The report of ``casualties extract --format jsonl``: one figure a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.reporters.records import figure_record, json_text
from casualties.reporters.report import View

if TYPE_CHECKING:
    from casualties.model import Document, Figures

__all__ = ["Report"]


class Report:
    """A JSON object a line for each figure of all documents; no figures, no lines."""

    def __init__(self, view: View = View()) -> None:
        pass

    def add(self, item: tuple[Document, Figures]) -> str:
        return "".join(json_text(figure_record(figure)) for figure in item[1])

    def end(self) -> str:
        return ""
