"""How far a run is: a bar on a terminal's standard error, where it takes more than a second."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["hide", "shown"]

Item = TypeVar("Item")

_SILENT = 1.0
"""Seconds until there is a bar."""

_PAUSE = 0.1
"""Seconds from one look of it to the next."""

_COUNTING = 0.5
"""Seconds that may be spent on finding out how many items there are."""

_ERASED = "\r\x1b[K\x1b[?25h"
"""The line is empty, and the cursor, which click hides, is back."""

_drawn: list[_Bar] = []
"""The bar that stands on the terminal now, which is one for all that is written there."""


def shown(items: Iterable[Item], count: Callable[[], Iterable[bool]]) -> Iterator[Item]:
    """The items; a bar says how many have been, where standard error is a terminal.

    ``count`` goes over as many things as there are items, and says of each whether it is one.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield from items
        return
    begun = drawn = time.monotonic()
    bar: _Bar | None = None
    try:
        for done, item in enumerate(items, 1):
            yield item
            now = time.monotonic()
            if now - begun >= _SILENT and now - drawn >= _PAUSE:
                bar = bar or _Bar(_length(count), now - begun)
                bar.draw(done)
                drawn = now
    finally:
        hide()


def hide() -> None:
    """Take the bar off the terminal, before something else is written there."""
    if _drawn:
        _drawn.clear()
        sys.stderr.write(_ERASED)
        sys.stderr.flush()


class _Bar:
    def __init__(self, length: int | None, seconds: float) -> None:
        self._bar = click.progressbar(_endless(), length, show_pos=True, file=sys.stderr)
        self._bar.start -= seconds

    def draw(self, done: int) -> None:
        _drawn[:] = [self]
        self._bar.update(done - self._bar.pos)


def _endless() -> Iterator[None]:
    """Something whose length click cannot know, where we do not either."""
    yield


def _length(count: Callable[[], Iterable[bool]]) -> int | None:
    """How many items there are, None where it would take too long to find out."""
    latest = time.monotonic() + _COUNTING
    length = 0
    for is_one in count():
        length += 1
        if not is_one or time.monotonic() > latest:
            return None
    return length
