"""One JSON object of all documents and a summary, written one document after another."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from casualties.reporters.json_array import JsonArray
from casualties.reporters.records import SCHEMA_VERSION, json_text

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["JsonDocuments"]


class JsonDocuments:
    """The text of an object with ``schema_version``, ``documents`` and ``summary``."""

    def __init__(self) -> None:
        """Begin it; nothing is written before the first document."""
        self._array = JsonArray({"schema_version": SCHEMA_VERSION, "documents": []})

    def document(self, record: Mapping[str, object]) -> str:
        """The next document."""
        return self._array.item(record)

    def summary(self, record: Mapping[str, object]) -> str:
        """The summary, with which the object ends."""
        documents = self._array.end().removesuffix("\n}\n")
        summary = textwrap.indent(json_text(record, indent=2), "  ").strip()
        return f'{documents},\n  "summary": {summary}\n}}\n'
