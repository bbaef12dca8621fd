"""A packed file of XML parts, as Word writes it, of which no part is trusted to be what it says."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from casualties.readers.errors import ReadError
from casualties.readers.markup_tree import local_name, parse_xml, require_parser

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from casualties.readers.limits import Limits

__all__ = ["Package"]

_OLE = b"\xd0\xcf\x11\xe0"  # what Word's encrypted files and those before 2007 start with
_HARMLESS = 1_000_000
"""Bytes of a part that may be any number of times its packed size."""

_BROKEN = (
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)


class Package:
    """The parts of a packed file, each read when it is asked for."""

    def __init__(self, content: bytes, path: str, extra: str, limits: Limits) -> None:
        """Look into the file.

        Raises:
            ReadError: if it is not packed, encrypted, truncated, or has too many parts, or if what
                reads its parts is missing.
        """
        require_parser(path, extra)
        self._path, self._limits = path, limits
        self._left = limits.unpacked_size
        if content.startswith(_OLE):
            message = "is protected by a password, or older than Word 2007: save it as .docx anew."
            raise ReadError(f"{path} {message}")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _BROKEN as error:
            raise ReadError(f"{path} is no .docx file, or only a part of one: {error}.") from error
        if len(self._zip.infolist()) > limits.parts:
            raise ReadError(f"{path} has {limits.beyond('parts')}.")

    def part(self, name: str) -> Element | None:
        """The root of a part, None where there is no such part.

        Raises:
            ReadError: if it is broken, encrypted, or larger than copy can be.
        """
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            return None
        return parse_xml(self._unpacked(info), f"{self._path} ({name!r})", self._limits)

    def related(self, name: str) -> dict[str, list[str]]:
        """The names of the parts that a part refers to, by what they are to it: "footnotes"."""
        folder, file = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: dict[str, list[str]] = {}
        for each in root if root is not None else ():
            target = each.get("Target")
            is_ours = local_name(each) == "Relationship" and each.get("TargetMode") != "External"
            if target and is_ours:
                place = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                found.setdefault(each.get("Type", "").rpartition("/")[2], []).append(place)
        return found

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        name = f"{self._path} ({info.filename!r})"
        if info.flag_bits & 1:
            raise ReadError(f"{name} is encrypted: save it without a password.")
        most = max(_HARMLESS, info.compress_size * self._limits.unpack_ratio)
        limit = min(self._left, most)
        try:
            with self._zip.open(info) as part:
                content = part.read(limit + 1)
        except _BROKEN as error:
            raise ReadError(f"{name} is broken: {error}.") from error
        if len(content) > limit:
            passed = "unpack_ratio" if most < self._left else "unpacked_size"
            raise ReadError(f"{name} unpacks to {self._limits.beyond(passed)}.")
        self._left -= len(content)
        return content
