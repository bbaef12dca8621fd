"""How much an input may hold: no copy comes near, and beyond it a file is broken or hostile."""

from __future__ import annotations

from typing import Any, ClassVar

from casualties.records import dataclass

__all__ = ["DEFAULT_LIMITS", "Limits"]

_UNITS = {
    "file_size": "bytes",
    "depth": "levels of nesting",
    "parts": "parts",
    "unpacked_size": "bytes, as a zip bomb does",
    "unpack_ratio": "times its size, as a zip bomb does",
    "field_length": "characters",
    "line_length": "characters",
    "rows": "rows, of which the others were not read",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most that an input may hold; beyond it, it is refused.

    ``file_size`` is in bytes, of a file that is read as a whole: all but sheets and JSON Lines.
    ``depth`` is how many objects, lists or elements may stand in one another in JSON and XML.
    Of a packed file, as Word writes it, ``parts`` is the number of files in it, ``unpacked_size``
    the bytes that they make together, and ``unpack_ratio`` how many times its packed size a part
    may be, if it is larger than a megabyte: XML packs to a tenth, and a bomb to a thousandth.
    ``field_length`` is in characters, of a cell of a sheet: a long book has a million;
    ``line_length`` is that of a line of JSON Lines or of a sheet; ``rows`` are those of a file:
    their ids are kept, so that no two documents have one path.
    """

    __pydantic_config__: ClassVar[Any] = {
        "extra": "forbid",
        "alias_generator": lambda name: name.replace("_", "-"),
    }

    file_size: int = 50_000_000
    depth: int = 200
    parts: int = 10_000
    unpacked_size: int = 50_000_000
    unpack_ratio: int = 200
    field_length: int = 10_000_000
    line_length: int = 20_000_000
    rows: int = 1_000_000

    def beyond(self, name: str) -> str:
        """What is wrong with an input beyond a limit, and what can be done.

        >>> Limits(depth=9).beyond("depth")
        'more than 9 levels of nesting: --limit depth=N allows more'
        """
        most = f"{getattr(self, name):,} {_UNITS[name]}"
        return f"more than {most}: --limit {name.replace('_', '-')}=N allows more"


DEFAULT_LIMITS = Limits()
