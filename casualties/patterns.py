"""Regular expressions that cost nothing until a text needs them, and little then."""

from __future__ import annotations

import copyreg
from collections.abc import Callable, Iterable
from typing import Any, cast

import regex

from casualties.kept import keep

__all__ = ["either", "pattern"]

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


def pattern(expression: str, flags: int = 0, **lists: Iterable[str]) -> regex.Pattern[str]:
    r"""As ``regex.compile``, which is slow: done when the pattern is first used, and kept.

    >>> pattern(r"\L<harm> in", regex.IGNORECASE, harm=["killed", "hurt"]).search("Two HURT in Osk")
    <regex.Match object; span=(4, 11), match='HURT in'>
    """
    return cast("regex.Pattern[str]", _Unused(expression, flags, lists))


def either(phrases: Iterable[str]) -> str:
    r"""The expression for any of the phrases as whole words, the first of them that fits.

    >>> either(["at first", "initially"])
    '\\b(?:at first|initially)\\b'
    """
    return rf"\b(?:{'|'.join(phrases)})\b"


class _Unused:
    """A pattern that is not compiled yet; then it has the methods of the compiled one."""

    def __init__(self, expression: str, flags: int, lists: dict[str, Iterable[str]]) -> None:
        self._expression, self._flags = expression, int(flags)
        self._lists = {name: sorted(words) for name, words in lists.items()}

    def __getattr__(self, name: str) -> Any:
        compiled = self._compiled()
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)

    def _compiled(self) -> regex.Pattern[str]:
        source = f"{self._flags} {self._lists} {self._expression}"
        parts = keep(f"pattern {regex.__version__} {source}", self._parts)
        return _MAKE(*parts)

    def _parts(self) -> tuple[Any, ...]:
        """The plain data that a pattern is made of at once."""
        lists: dict[str, Any] = self._lists
        compiled = regex.compile(self._expression, self._flags, **lists)
        return _taken_apart(compiled)[1]


def _taken_apart(
    compiled: regex.Pattern[str],
) -> tuple[Callable[..., regex.Pattern[str]], tuple[Any, ...]]:
    """What makes a pattern, and of what, as pickling has it."""
    taken_apart: Any = copyreg.dispatch_table[regex.Pattern](compiled)
    make, parts = taken_apart
    return make, parts


_MAKE, _ = _taken_apart(regex.compile(""))
