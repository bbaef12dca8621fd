"""How findings speak of figures: in the words of the copy, with how often and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

from casualties.lexicon import load
from casualties.model import Figure, Kind, Outcome
from casualties.patterns import either, pattern
from casualties.ranges import Range

__all__ = [
    "COUNTED",
    "PLACES",
    "describe",
    "is_definite",
    "listed",
    "number_of",
    "quoted",
    "sum_of",
    "times",
    "write_sum",
]

COUNTED = {
    Outcome.KILLED: "number killed",
    Outcome.INJURED: "number injured",
    Outcome.MISSING: "number missing",
    Outcome.CASUALTIES: "number of casualties",
}
"""What figures of an outcome count."""

PLACES = {
    Kind.PARAGRAPH: "the body",
    Kind.HEADLINE: "the headline",
    Kind.CAPTION: "a caption",
    Kind.LIST: "a list",
    Kind.TABLE: "a table",
    Kind.QUOTE: "a quote",
    Kind.CORRECTION: "the correction",
}
"""Where a passage of a kind stands."""

_DEFINITE = pattern(either(load("grammar")["definite"]), regex.IGNORECASE)
_MOST_NAMED = 4
_MOST_LINES = 3


def describe(
    figures: Sequence[Figure], among: Sequence[Figure], *, with_source: bool = False
) -> str:
    """The figures in the words of the copy, those of one range together, and where they stand.

    ``"more than 145" in the body (stated twice)`` or ``"at least 130" in a caption``. ``among`` are
    all that a finding speaks of: what tells its places apart need be said, and no more.
    """
    of_range: dict[Range, list[Figure]] = {}
    for figure in figures:
        of_range.setdefault(figure.range, []).append(figure)
    named = [_describe_one(alike, among, with_source) for alike in of_range.values()]
    if len(named) > _MOST_NAMED:
        named[_MOST_NAMED - 1 :] = [f"{len(named) - _MOST_NAMED + 1} other numbers"]
    return listed(named)


def _describe_one(alike: Sequence[Figure], among: Sequence[Figure], with_source: bool) -> str:
    where = _where(alike, among, with_source)
    details = []
    if with_source:
        details.append(listed(list(dict.fromkeys(f.source or "the article" for f in alike))))
    if len(alike) > 1 and not where.startswith((" in lines", " in paragraphs")):
        details.append(f"stated {times(len(alike))}")
    return quoted(alike[0]) + where + (f" ({', '.join(details)})" if details else "")


def _where(alike: Sequence[Figure], among: Sequence[Figure], with_source: bool) -> str:
    """The kind of the passage where that differs, else the line; the input where that differs."""
    kinds = dict.fromkeys(figure.passage for figure in among)
    paths = dict.fromkeys(figure.path for figure in among)
    unit = "paragraph" if alike[0].line is None else "line"
    lines = list(dict.fromkeys(f"{figure.line or figure.paragraph}" for figure in alike))
    if len(kinds) > 1 or (len(paths) > 1 and Kind.PARAGRAPH not in kinds):
        place = listed(list(dict.fromkeys(PLACES[figure.passage] for figure in alike)))
    elif with_source or len(lines) > _MOST_LINES:
        place = ""
    else:
        place = f"{unit}{'' if len(lines) == 1 else 's'} {listed(lines)}"
    inputs = [path or "" for path in dict.fromkeys(figure.path for figure in alike)]
    of_input = f" of {listed(inputs)}" if len(paths) > 1 else ""
    return f" in {place}{of_input}" if place else of_input


def times(count: int) -> str:
    """Once, twice, 3 times."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def listed(words: Sequence[str]) -> str:
    """One, two and three."""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def number_of(figure: Figure) -> int:
    """The number in the words, the low of a range or a vague word."""
    return figure.range.low if figure.number is None else figure.number


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


def quoted(figure: Figure) -> str:
    """The figure's words in quotes, with every gap a blank."""
    return f'"{" ".join(figure.text.split())}"'


def is_definite(figure: Figure) -> bool:
    """Whether its words take up people who were told of: "the 36 dead", "all 14"."""
    return _DEFINITE.match(figure.text) is not None
