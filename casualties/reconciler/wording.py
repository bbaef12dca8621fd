"""How findings speak of figures: in the words of the copy, with how often and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from casualties.model import Figure, Kind, Outcome
from casualties.ranges import Range

__all__ = ["COUNTED", "PLACES", "describe", "listed", "one_line", "sum_of", "times", "write_sum"]

COUNTED = {
    Outcome.KILLED: "number killed",
    Outcome.INJURED: "number injured",
    Outcome.MISSING: "number missing",
    Outcome.CASUALTIES: "number of casualties",
}
"""What figures of an outcome count."""

PLACES = {
    Kind.HEADLINE: "the headline",
    Kind.CAPTION: "a caption",
    Kind.LIST: "a list",
    Kind.TABLE: "a table",
    Kind.QUOTE: "a quote",
    Kind.CORRECTION: "the correction",
}
"""Where a passage of a kind stands, for all that are no plain paragraphs."""

_MOST_NAMED = 4


def describe(figures: Sequence[Figure], *, with_source: bool = False) -> str:
    """The figures in the words of the copy, those of one range together.

    ``"more than 145" (stated twice)`` or ``"at least 130" in a caption``.
    """
    of_range: dict[Range, list[Figure]] = {}
    for figure in figures:
        of_range.setdefault(figure.range, []).append(figure)
    named = [_describe_one(alike, with_source=with_source) for alike in of_range.values()]
    if len(named) > _MOST_NAMED:
        named[_MOST_NAMED - 1 :] = [f"{len(named) - _MOST_NAMED + 1} other numbers"]
    return listed(named)


def _describe_one(alike: Sequence[Figure], *, with_source: bool) -> str:
    words = f'"{one_line(alike[0].text)}"'
    sources = dict.fromkeys(figure.source or "the article" for figure in alike)
    details = [listed(list(sources))] if with_source else []
    details += [] if len(alike) == 1 else [f"stated {times(len(alike))}"]
    kinds = {figure.passage for figure in alike}
    place = PLACES.get(kinds.pop()) if len(kinds) == 1 else None
    where = f" in {place}" if place else ""
    return words + where + (f" ({', '.join(details)})" if details else "")


def times(count: int) -> str:
    """Once, twice, 3 times."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def listed(words: Sequence[str]) -> str:
    """One, two and three."""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def sum_of(ranges: Iterable[Range]) -> Range:
    """What different people make together."""
    return sum(ranges, start=Range.exactly(0))


def write_sum(ranges: Iterable[Range]) -> str:
    """The sum as one writes it on paper.

    >>> write_sum([Range.exactly(611), Range.exactly(402), Range.exactly(233)])
    '611 + 402 + 233 = 1,246'
    """
    addends = list(ranges)
    return f"{' + '.join(map(_written, addends))} = {_written(sum_of(addends))}"


def _written(range_: Range) -> str:
    """The range in its one notation, with digits in groups: ``1,246``, ``12+``, ``3-5``."""
    if range_.high is None:
        return f"{range_.low:,}+"
    return f"{range_.low:,}" if range_.is_exact else f"{range_.low:,}-{range_.high:,}"


def one_line(words: str) -> str:
    """The words with every gap a blank."""
    return " ".join(words.split())
