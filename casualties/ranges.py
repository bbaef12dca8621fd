"""What a counted quantity claims: the whole numbers from ``low`` to ``high``.

A range has one notation everywhere: ``12``, ``12+`` (12 or more), ``3-5``.
"""

from __future__ import annotations

from operator import ne

from casualties.records import dataclass

__all__ = ["Range", "are_far_apart", "is_misprint", "is_slip"]

_SWAPPED = 2
_NEXT = 2
_FARTHEST = 20
"""Numbers so many times apart are no slip: nobody writes 750 for 7."""


@dataclass(frozen=True, slots=True)
class Range:
    """The whole numbers from ``low`` to ``high``, both included; no ``high`` means no upper end.

    >>> Range(40, None)
    Range.parse('40+')
    >>> Range(12, 12).overlaps(Range(10, 14))
    True

    Raises:
        ValueError: if ``low`` is negative or above ``high``.
    """

    low: int
    high: int | None

    def __post_init__(self) -> None:
        if self.low < 0:
            raise ValueError(f"a range starts at 0 or above, not at {self.low}")
        if self.high is not None and self.high < self.low:
            raise ValueError(f"a range cannot end at {self.high}, below its start {self.low}")

    @classmethod
    def parse(cls, notation: str) -> Range:
        """The range that ``str`` wrote: ``12``, ``12+`` or ``3-5``.

        >>> Range.parse("3-5")
        Range.parse('3-5')

        Raises:
            ValueError: if the notation is none of the three.
        """
        low, dash, high = notation.strip().partition("-")
        try:
            if dash:
                return cls(int(low), int(high))
            if low.endswith("+"):
                return cls(int(low[:-1]), None)
            return cls(int(low), int(low))
        except ValueError as error:
            message = f"{notation!r} is no range: write 12, 12+ or 3-5, the smaller number first"
            raise ValueError(message) from error

    @classmethod
    def exactly(cls, number: int) -> Range:
        """The one number: 12 is ``12``."""
        return cls(number, number)

    @classmethod
    def about(cls, number: int) -> Range:
        """A tenth less to a tenth more, rounded outwards: about 12 is ``10-14``."""
        return cls(number * 9 // 10, -(-number * 11 // 10))

    @classmethod
    def nearly(cls, number: int) -> Range:
        """Up to a tenth less, but not the number itself: nearly 30 is ``27-29``."""
        return cls(min(number * 9 // 10, max(number - 1, 0)), max(number - 1, 0))

    @classmethod
    def just_over(cls, number: int) -> Range:
        """More, up to a tenth more: just over 200 is ``201-220``."""
        return cls(number + 1, max(-(-number * 11 // 10), number + 1))

    @property
    def is_exact(self) -> bool:
        """Whether the range allows one number alone."""
        return self.low == self.high

    def __contains__(self, number: object) -> bool:
        return (
            isinstance(number, int)
            and self.low <= number
            and (self.high is None or number <= self.high)
        )

    def overlaps(self, other: Range) -> bool:
        """Whether the two ranges share a number."""
        is_below = self.high is not None and self.high < other.low
        return not is_below and (other.high is None or self.low <= other.high)

    def __and__(self, other: Range) -> Range | None:
        """The numbers that both ranges allow, or None where there is none.

        >>> Range.parse("40+") & Range.parse("36-44")
        Range.parse('40-44')
        """
        low = max(self.low, other.low)
        highs = [high for high in (self.high, other.high) if high is not None]
        high = min(highs, default=None)
        return None if high is not None and high < low else Range(low, high)

    def __add__(self, other: Range) -> Range:
        """What two groups of different people make together: ``12+`` and ``9`` make ``21+``."""
        open_ended = self.high is None or other.high is None
        high = None if open_ended else (self.high or 0) + (other.high or 0)
        return Range(self.low + other.low, high)

    def __str__(self) -> str:
        if self.high is None:
            return f"{self.low}+"
        return str(self.low) if self.is_exact else f"{self.low}-{self.high}"

    def __repr__(self) -> str:
        return f"Range.parse({str(self)!r})"


def are_far_apart(a: int, b: int) -> bool:
    """Whether two numbers are of different orders of magnitude, so that they count other people."""
    lower, higher = (a, b) if a < b else (b, a)
    return 0 < lower * _FARTHEST < higher


def is_slip(a: int, b: int) -> bool:
    """Whether two numbers are so near that one may be the other, mistyped or stale.

    They are within two of each other, or within a tenth.

    >>> is_slip(9, 11), is_slip(130, 144), is_slip(9, 12)
    (True, True, False)
    """
    low, high = (a, b) if a < b else (b, a)
    return high - low <= _NEXT or 10 * low >= 9 * high


def is_misprint(low: int, high: int) -> bool:
    """Whether a digit too few, or two that changed places, make one number the other.

    >>> is_misprint(15, 51), is_misprint(15, 105), is_misprint(15, 50)
    (True, True, False)
    """
    few, many = str(low), str(high)
    if len(few) == len(many):
        return sorted(few) == sorted(many) and sum(map(ne, few, many)) == _SWAPPED
    return len(few) > 1 and any(few == many[:i] + many[i + 1 :] for i in range(len(many)))
