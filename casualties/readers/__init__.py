"""Readers: one module a format, from a file to a Document of passages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from casualties.readers.text import read_text

if TYPE_CHECKING:
    import os

    from casualties.model import Document

__all__ = ["ReadError", "read_bytes", "read_file", "read_text"]


class ReadError(ValueError):
    """An input that could not be read; its message is one sentence that names the input."""


def read_file(path: str | os.PathLike[str], encoding: str = "utf-8") -> Document:
    """The document in a text file; an empty file is a document without passages.

    Raises:
        ReadError: if the file is missing, a directory, closed to us, or no text in ``encoding``.
    """
    name = str(path)
    try:
        content = Path(path).read_bytes()
    except FileNotFoundError as error:
        raise ReadError(f"{name}: there is no such file.") from error
    except IsADirectoryError as error:
        raise ReadError(f"{name} is a directory: name files, as in {name}/*.txt.") from error
    except PermissionError as error:
        raise ReadError(f"{name}: no permission to read this file.") from error
    except OSError as error:
        raise ReadError(f"{name} could not be read: {error.strerror}.") from error
    except ValueError as error:  # a NUL inside the path
        raise ReadError(f"{name!r} is no path: {error}.") from error
    return read_bytes(content, name, encoding)


def read_bytes(content: bytes, path: str, encoding: str = "utf-8") -> Document:
    """The document in the bytes of a text file; ``path`` is what the reports call it.

    Raises:
        ReadError: if the bytes are no text in ``encoding``, or ``encoding`` is unknown; a byte is
            counted from 0, as hex editors do.
    """
    try:
        text = content.decode(encoding)
    except (LookupError, UnicodeError, ValueError) as error:
        raise ReadError(_undecodable(content, path, encoding, error)) from error
    if "\0" in text:
        raise ReadError(_binary(path, "character", text.index("\0")))
    return read_text(text, path)


def _undecodable(content: bytes, path: str, encoding: str, error: Exception) -> str:
    if not isinstance(error, UnicodeError):
        return f"{path}: there is no text encoding called {encoding!r}; try utf-8 or latin-1."
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return f"{path} is not {encoding} but starts like UTF-16: try --encoding utf-16."
    if b"\0" in content:
        return _binary(path, "byte", content.index(b"\0"))
    place = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
    return f"{path} is not valid {encoding}{place}: name its encoding, as in --encoding latin-1."


def _binary(path: str, unit: str, offset: int) -> str:
    return f"{path} is a binary file, not text: {unit} {offset} is a NUL."
