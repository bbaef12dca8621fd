"""Paths as they are written: a symbolic link keeps the name that it goes by."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["absolute"]


def absolute(path: str | os.PathLike[str]) -> Path:
    """The path from the root, without "." and ".."; links are not followed.

    Raises:
        ValueError: if it is no path, as one with a NUL.
    """
    if "\0" in os.fspath(path):
        raise ValueError("embedded null byte")
    return Path(os.path.abspath(path))  # noqa: PTH100 - Path.resolve() follows links
