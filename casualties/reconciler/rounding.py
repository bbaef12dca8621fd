"""When a bound is a count made round: "more than 140" for 145, "at least 100" for 137.

Pure arithmetic over whole numbers; what a wording means is told in ``disagreements``.
"""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["leading_digit_down", "leading_digit_up", "rounded_down", "rounded_up", "second_unit"]

_LEAST_ROUND_COUNT = 100
"""Below this a count is short enough to be told in full: "at least 40" is no rounding of 45."""


def _steps(count: int) -> Iterator[int]:
    """The multiples that people round to, as far as ``count``: 5, 10, 25, 50, 100, 250 ..."""
    decade = 1
    while decade <= count:
        yield from (5 * decade, 10 * decade, 25 * decade)
        decade *= 10


def rounded_down(count: int) -> frozenset[int]:
    """The round numbers that "more than" may put for a count.

    >>> sorted(rounded_down(145))
    [100, 125, 140, 145]
    """
    return frozenset(count // step * step for step in _steps(count)) - {0}


def rounded_up(count: int) -> frozenset[int]:
    """The round numbers that "fewer than" may put for a count.

    >>> sorted(rounded_up(145))
    [145, 150, 200, 250, 500, 1000, 2500]
    """
    return frozenset(-(-count // step) * step for step in _steps(count))


def leading_digit_down(count: int) -> int:
    """The count with zeros after its first digit, from 100 up: the one rounding of "at least".

    >>> leading_digit_down(2310), leading_digit_down(45)
    (2000, 45)
    """
    unit = _leading_unit(count)
    return count // unit * unit


def leading_digit_up(count: int) -> int:
    """The next count that is one digit and zeros, from 100 up: the one rounding of "at most".

    >>> leading_digit_up(260), leading_digit_up(45)
    (300, 45)
    """
    unit = _leading_unit(count)
    return -(-count // unit) * unit


def second_unit(count: int) -> int:
    """The value of the second digit's place, from 100 up.

    >>> second_unit(1912)
    100
    """
    return _leading_unit(count) // 10


def _leading_unit(count: int) -> int:
    """The value of the first digit's place, from 100 up: 100 for 137, 1 for 45."""
    return 1 if count < _LEAST_ROUND_COUNT else 10 ** (len(str(count)) - 1)
