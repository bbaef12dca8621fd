"""The words of an article as they may stand in a terminal.

An article can hold escape sequences that move the cursor or hide a line, and marks that turn the
direction of writing. A report shows them and does not send them.
"""

from __future__ import annotations

from casualties.patterns import pattern

__all__ = ["COMMAND", "for_people", "one_line", "show_controls"]

_CONTROL = pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)

COMMAND = pattern(r"(?m)^(?P<blanks>[^\S\n]*):(?=:)|#(?=#\[)")
"""The first sign of what a runner of jobs would obey, with the blanks before it."""


def for_people(text: str) -> str:
    r"""The text of a report for people, with nothing in it that a runner of jobs would obey.

    GitHub obeys "::stop-commands::x" at the start of a line, and "##[...]" anywhere in it.

    >>> print(for_people("::error::no\n12 dead"))
    \x3a:error::no
    12 dead
    """
    return COMMAND.sub(lambda mark: r"\x23" if mark[0] == "#" else rf"{mark[1]}\x3a", text)


def show_controls(text: str) -> str:
    r"""The text with control characters written out; tabs and line ends stay.

    >>> print(show_controls("\x1b[2Jgone"))
    \x1b[2Jgone
    """
    return _CONTROL.sub(lambda match: ascii(match[0])[1:-1], text)


def one_line(text: str) -> str:
    r"""The text on one line: blanks of any sort and length are one space.

    >>> one_line("at least\r\n  40")
    'at least 40'
    """
    return show_controls(" ".join(text.split()))
