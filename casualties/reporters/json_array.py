"""A JSON array that is written one item after another."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from casualties.reporters.records import json_text

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["JsonArray"]


class JsonArray:
    """The text of an array that is the last thing in a record, and of what is around it."""

    def __init__(self, around: object) -> None:
        """Begin it; ``around`` ends with an empty list, and nothing is written of it so far."""
        opening, _, closing = json_text(around, indent=2).rpartition("[]")
        line = opening.rpartition("\n")[2]
        self._margin = " " * (len(line) - len(line.lstrip()))
        self._opening = self._before = f"{opening}["
        self._closing = f"]{closing}"

    def item(self, record: Mapping[str, object]) -> str:
        """The next item."""
        before, self._before = self._before, ","
        text = json_text(record, indent=2).rstrip("\n")
        return f"{before}\n{textwrap.indent(text, f'{self._margin}  ')}"

    def end(self) -> str:
        """What closes it, and all that is around it where there was no item."""
        if self._before == self._opening:
            return self._opening + self._closing
        return f"\n{self._margin}{self._closing}"
