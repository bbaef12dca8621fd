"""Paths as they are written, where a symbolic link keeps the name that it goes by, and small files.

What is read beside the articles, such as settings, is small: what is not is broken or hostile.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

__all__ = ["absolute", "read_small"]

_MOST = 100_000_000
"""Bytes of a small file: a baseline of half a million findings has as many."""


def absolute(path: str | os.PathLike[str]) -> Path:
    """The path from the root, without "." and ".."; links are not followed.

    Raises:
        ValueError: if it is no path, as one with a NUL.
    """
    if "\0" in os.fspath(path):
        raise ValueError("embedded null byte")
    return Path(os.path.abspath(path))  # noqa: PTH100 - Path.resolve() follows links


def read_small(path: Path) -> bytes:
    """What is in a file, of which "/dev/zero" is none.

    Raises:
        OSError: if it cannot be read, or is too large.
    """
    with path.open("rb") as file:
        content = file.read(_MOST + 1)
    if len(content) > _MOST:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    return content
