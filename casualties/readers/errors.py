"""What goes wrong when an input is read."""

from __future__ import annotations

__all__ = ["ReadError"]


from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Self


class ReadError(ValueError):
    """An input that could not be read; its message is one sentence that names the input.

    ``path`` is the file, folder or pattern that was asked for, where that is known.
    """

    path: str | None = None

    def of(self, path: str) -> Self:
        """The same, of an input that was asked for so."""
        self.path = path
        return self
