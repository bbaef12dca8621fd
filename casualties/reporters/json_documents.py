"""One JSON object of all documents and a summary, written one document after another."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from casualties.reporters.json_array import JsonArray
from casualties.reporters.printable import one_line
from casualties.reporters.records import SCHEMA_VERSION, json_text

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["JsonDocuments"]


class JsonDocuments:
    """The text of an object with ``schema_version``, ``documents``, ``failures``, ``summary``."""

    def __init__(self) -> None:
        """Begin it; nothing is written before the first document."""
        self._array = JsonArray({"schema_version": SCHEMA_VERSION, "documents": []})
        self._failures: list[dict[str, object]] = []

    def document(self, record: Mapping[str, object]) -> str:
        """The next document."""
        return self._array.item(record)

    def fail(self, why: str, path: str | None) -> str:
        """Keep an input that could not be read: the documents stand first."""
        self._failures.append({"path": path, "message": one_line(why)})
        return ""

    def summary(self, record: Mapping[str, object]) -> str:
        """The failures, where there are any, and the summary, with which the object ends."""
        documents = self._array.end().removesuffix("\n}\n")
        failures = f',\n  "failures": {_inner(self._failures)}' if self._failures else ""
        return f'{documents}{failures},\n  "summary": {_inner(record)}\n}}\n'


def _inner(record: object) -> str:
    return textwrap.indent(json_text(record, indent=2), "  ").strip()
