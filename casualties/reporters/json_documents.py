"""One JSON object of all documents and a summary, written one document after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.reporters.records import SCHEMA_VERSION, json_text

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["JsonDocuments"]

_OPENING = f'{{\n  "schema_version": "{SCHEMA_VERSION}",\n  "documents": ['


class JsonDocuments:
    """The text of an object with ``schema_version``, ``documents`` and ``summary``."""

    def __init__(self) -> None:
        """Begin it; nothing is written before the first document."""
        self._before = _OPENING

    def document(self, record: Mapping[str, object]) -> str:
        """The next document."""
        before, self._before = self._before, ","
        return f"{before}\n{_indented(record, 4)}"

    def summary(self, record: Mapping[str, object]) -> str:
        """The summary, with which the object ends."""
        closing = "]" if self._before == _OPENING else "\n  ]"
        before = _OPENING if self._before == _OPENING else ""
        return f'{before}{closing},\n  "summary": {_indented(record, 2).lstrip()}\n}}\n'


def _indented(record: Mapping[str, object], by: int) -> str:
    lines = json_text(record, indent=2).splitlines()
    return "\n".join(" " * by + line for line in lines)
