"""Readers: one module a format, from a file to Documents of passages."""

from __future__ import annotations

import codecs
import importlib
import io
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO

from casualties.readers.errors import ReadError
from casualties.readers.limits import DEFAULT_LIMITS, Limits
from casualties.readers.text import read_text
from casualties.records import dataclass

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator
    from types import ModuleType

    from casualties.model import Document

__all__ = [
    "INPUT_FORMATS",
    "Limits",
    "ReadError",
    "ReadOptions",
    "format_of",
    "holds_many",
    "read_bytes",
    "read_documents",
    "read_file",
    "read_text",
]


@dataclass(frozen=True, slots=True)
class _Format:
    """What a format is read by: ``read`` of its module, from bytes or from a decoded text.

    One that holds many documents is read from a stream of text, so that it need not fit in memory.
    """

    suffixes: tuple[str, ...]
    is_text: bool
    is_streamed: bool = False


_READERS = {
    "text": _Format((".txt", ".text"), is_text=True),
    "markdown": _Format((".md", ".markdown"), is_text=True),
    "html": _Format((".html", ".htm", ".xhtml"), is_text=True),
    "docx": _Format((".docx",), is_text=False),
    "ninjs": _Format((".json",), is_text=False),
    "nitf": _Format((".nitf", ".xml"), is_text=False),
    "csv": _Format((".csv", ".tsv", ".tab"), is_text=True, is_streamed=True),
    "jsonl": _Format((".jsonl", ".ndjson"), is_text=True, is_streamed=True),
}
INPUT_FORMATS = tuple(_READERS)
"""The names of the formats that can be read."""

_PIECE = 1_000_000
_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_OF_SUFFIX = {suffix: name for name, each in _READERS.items() for suffix in each.suffixes}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How inputs are read: ``input_format`` goes before what a file's suffix says.

    The columns are those of a sheet or the keys of JSON Lines; without an ``id_column`` it is
    "id" where there is one, else the number of the row.
    """

    encoding: str = "utf-8"
    input_format: str | None = None
    text_column: str = "text"
    id_column: str | None = None
    limits: Limits = DEFAULT_LIMITS


def format_of(path: str) -> str:
    """The name of the format that a file's suffix stands for; plain text where it is not known.

    >>> format_of("ferry.txt"), format_of("ferry")
    ('text', 'text')
    """
    return _OF_SUFFIX.get(PurePath(path).suffix.lower(), "text")


def holds_many(path: str, options: ReadOptions) -> bool:
    """Whether a file may hold more documents than fit in memory, which are read one by one."""
    return _READERS[options.input_format or format_of(path)].is_streamed


def read_file(
    path: str | os.PathLike[str],
    encoding: str = "utf-8",
    *,
    input_format: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Document:
    """The document in a file; an empty file is a document without passages.

    Raises:
        ReadError: if the file is missing, a directory, closed to us, not of its format, beyond
            the limits, or holds several documents.
    """
    options = ReadOptions(encoding=encoding, input_format=input_format, limits=limits)
    return _only(list(read_documents(path, options)), str(path))


def read_bytes(
    content: bytes,
    path: str,
    encoding: str = "utf-8",
    *,
    input_format: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Document:
    """The document in the bytes of a file; ``path`` is what the reports call it.

    Raises:
        ReadError: if the bytes are not of the format, or no text in ``encoding``; a byte is counted
            from 0, as hex editors do.
    """
    options = ReadOptions(encoding=encoding, input_format=input_format, limits=limits)
    return _only(list(read_documents(path, options, content)), path)


def read_documents(
    path: str | os.PathLike[str], options: ReadOptions, content: bytes | BinaryIO | None = None
) -> Iterable[Document | ReadError]:
    """The documents in a file, one in most formats; of its ``content``, where that is known.

    A row of a sheet that cannot be read gives its ``ReadError`` in the place of a document.

    Raises:
        ReadError: as ``read_file``, also while the documents are taken one after another.
    """
    name = str(path)
    format_ = options.input_format or format_of(name)
    reader = _reader(format_, name)
    if _READERS[format_].is_streamed:
        return _streamed(reader, name, options, content)
    limits = options.limits
    raw = content if isinstance(content, bytes) else _content(name, content, limits.file_size + 1)
    if len(raw) > limits.file_size:
        raise ReadError(f"{name} has {limits.beyond('file_size')}.")
    encoding = options.encoding
    if format_ == "html":
        from casualties.readers.encodings import encoding_of_page  # noqa: PLC0415 - for pages alone

        encoding = encoding_of_page(raw, encoding)
    given = _decoded(raw, name, encoding) if _READERS[format_].is_text else raw
    try:
        documents: Iterable[Document] = reader.read(given, name, options)
    except RecursionError as error:
        raise ReadError(f"{name} is nested more deeply than can be read.") from error
    return documents


def _reader(format_: str, name: str) -> ModuleType:
    """The module of a format; the libraries of those that are not ours are extras."""
    try:
        return importlib.import_module(f"casualties.readers.{format_}")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("casualties"):
            raise
        raise ReadError(
            f"{name}: to read {format_}, run: pip install 'casualties[{format_}]'."
        ) from error


def _only(documents: list[Document | ReadError], path: str) -> Document:
    if len(documents) != 1:
        raise ReadError(f"{path} holds {len(documents)} documents: read_documents() reads them.")
    if isinstance(documents[0], ReadError):
        raise documents[0]
    return documents[0]


def _streamed(
    reader: ModuleType, name: str, options: ReadOptions, content: bytes | BinaryIO | None
) -> Iterator[Document | ReadError]:
    """The documents of a stream of text; a file that we open is closed after the last one."""
    with _telling_of(name), _opened(name, content) as binary:
        lines = _lines(binary, name, options.encoding)
        try:
            yield from reader.read(lines, name, options)
        except UnicodeError as error:
            raise ReadError(_undecodable(b"", name, options.encoding, error)) from error
        finally:
            lines.detach()  # the standard input is not ours to close


def _lines(binary: io.BufferedReader, name: str, encoding: str) -> io.TextIOWrapper:
    """The stream as text, with line ends as they are and bytes that are no text as surrogates.

    Raises:
        ReadError: if it begins as a binary file does, or as another encoding.
    """
    head = binary.peek()
    try:
        lines = io.TextIOWrapper(binary, encoding, errors="surrogateescape", newline="")
        start = codecs.getincrementaldecoder(encoding)("replace").decode(head)
    except (LookupError, UnicodeError, ValueError) as error:
        raise ReadError(_undecodable(head, name, encoding, error)) from error
    if "\0" in start:
        is_other = head.startswith(_UTF_16_MARKS)
        raise ReadError(
            _like_utf_16(name, encoding)
            if is_other
            else _binary(name, "character", start.index("\0"))
        )
    return lines


@contextmanager
def _opened(name: str, content: bytes | BinaryIO | None) -> Iterator[io.BufferedReader]:
    if content is None:
        with _file(name).open("rb") as file:
            yield file
    elif isinstance(content, io.BufferedReader):
        yield content
    else:
        stream = io.BytesIO(content) if isinstance(content, bytes) else content
        yield io.BufferedReader(stream)  # type: ignore[arg-type] # any stream of bytes will do


def _content(name: str, stream: BinaryIO | None, most: int) -> bytes:
    with _telling_of(name):
        if stream is not None:
            return b"".join(_pieces(stream, most))
        with _file(name).open("rb") as file:
            return b"".join(_pieces(file, most))


def _pieces(stream: BinaryIO, most: int) -> Iterator[bytes]:
    """What a stream holds, up to so many bytes; no room is made for more than there are."""
    while most > 0 and (piece := stream.read(min(most, _PIECE))):
        most -= len(piece)
        yield piece


def _file(name: str) -> Path:
    if "\0" in name:
        raise ReadError(f"{name!r} is no path: embedded null byte.")
    return Path(name)


@contextmanager
def _telling_of(name: str) -> Iterator[None]:
    """Tell in a sentence why a file cannot be opened or read."""
    try:
        yield
    except FileNotFoundError as error:
        raise ReadError(f"{name}: there is no such file.") from error
    except IsADirectoryError as error:
        raise ReadError(f"{name} is a directory: name files, as in {name}/*.txt.") from error
    except PermissionError as error:
        raise ReadError(f"{name}: no permission to read this file.") from error
    except OSError as error:
        raise ReadError(f"{name} could not be read: {error.strerror}.") from error


def _decoded(content: bytes, path: str, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except (LookupError, UnicodeError, ValueError) as error:
        raise ReadError(_undecodable(content, path, encoding, error)) from error
    if "\0" in text:
        raise ReadError(_binary(path, "character", text.index("\0")))
    return text


def _undecodable(content: bytes, path: str, encoding: str, error: Exception) -> str:
    if not isinstance(error, UnicodeError):
        return f"{path}: there is no text encoding called {encoding!r}; try utf-8 or latin-1."
    if content.startswith(_UTF_16_MARKS):
        return _like_utf_16(path, encoding)
    if b"\0" in content:
        return _binary(path, "byte", content.index(b"\0"))
    place = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
    return f"{path} is not valid {encoding}{place}: name its encoding, as in --encoding latin-1."


def _like_utf_16(path: str, encoding: str) -> str:
    return f"{path} is not {encoding} but starts like UTF-16: try --encoding utf-16."


def _binary(path: str, unit: str, offset: int) -> str:
    return f"{path} is a binary file, not text: {unit} {offset} is a NUL."
