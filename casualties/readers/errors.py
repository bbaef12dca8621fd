"""What goes wrong when an input is read."""

from __future__ import annotations

__all__ = ["ReadError"]


class ReadError(ValueError):
    """An input that could not be read; its message is one sentence that names the input."""
