"""Ctrl-C, and what else asks a process to end: nothing half made is left behind."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["deaf", "end_in_order", "held"]

_REQUESTS = [
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
]
_OF_A_SIGNAL = 128
"""What a shell adds to the number of a signal for the status of a process that it has ended."""


def end_in_order() -> None:
    """Let a request to end unwind the process, as Ctrl-C does; one that is ignored stays so."""
    for each in _REQUESTS:
        if signal.getsignal(each) is signal.SIG_DFL:
            with suppress(ValueError):  # the main thread alone can say so
                signal.signal(each, _end)


@contextmanager
def held() -> Iterator[None]:
    """Let interrupts and requests to end wait until this is done, where a system can do that.

    Processes that are started meanwhile are deaf to them until they say otherwise.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT, *_REQUESTS])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def deaf() -> None:
    """Make a process that works for another one deaf to Ctrl-C, which is for that other one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for each in _REQUESTS:
        signal.signal(each, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_SETMASK, [])


def _end(number: int, _: object) -> NoReturn:
    raise SystemExit(_OF_A_SIGNAL + number)
