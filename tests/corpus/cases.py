"""Cases of one line each: a text, and the figures that a careful coder reads in it.

A line of a corpus is ``text | figures``. Figures stand in the order of the text with ``; `` in
between, and a bare ``-`` says that there are none; in the text, `` ¶ `` parts two paragraphs. A
figure is its outcome, its range, the words of its qualifier and number in double quotes, then what
is not usual of it: ``part``, ``additional`` or ``previous`` (its scope), ``other`` (an event that
is not the main one), ``pop=police officer`` (the population) and ``by=police`` (the source,
``by=-`` for none). Words alone stand for what qualifies and counts: "the 12 dead" is ``"12"``, as
"the" does neither. A line that starts with ``#`` is a comment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from casualties import Figure, Figures, Outcome, Range, Scope

__all__ = ["Case", "Expected", "read_cases"]

_FIGURE = re.compile(
    r'(?P<outcome>\w+) (?P<range>[\d+-]+) "(?P<words>[^"]+)"(?P<flags>(?: [\w=\'’. -]+)?)'
)
_FLAG = re.compile(r"(?P<name>pop|by)=(?P<value>.+?)(?= (?:pop|by)=|$)|(?P<word>\w+)")
# A figure's words may start with these, which qualify nothing: "the 12 dead", "her two sons".
_DETERMINER = re.compile(r"(?:the|these|those|his|her|its|their|our)\s+", re.IGNORECASE)
# What may follow them is the noun group alone: "12 | off-duty nurses", "two | of his guards".
_NOUN_GROUP = re.compile(r"\"?(?: (?!(?:and|or|who|was|were|in|on|at)\b)[^\W\d][\w'’-]*){0,5}")


@dataclass(frozen=True, slots=True)
class Expected:
    """A figure as its case gives it: its words stand at ``start`` in the text.

    ``population`` and ``source`` are None where the case leaves them open; a source that must not
    be there is ``-``.
    """

    outcome: Outcome
    range: Range
    words: str
    start: int
    scope: Scope
    is_main: bool
    population: str | None
    source: str | None

    def is_met_by(self, figure: Figure) -> bool:
        """Whether the figure says all that the case says, in its words and the noun they count."""
        determiner = _DETERMINER.match(figure.text)
        starts = {figure.start, figure.start + (determiner.end() if determiner else 0)}
        return (
            figure.outcome is self.outcome
            and figure.range == self.range
            and self.start in starts
            and _NOUN_GROUP.fullmatch(figure.text, self.start + len(self.words) - figure.start)
            is not None
            and figure.end >= self.start + len(self.words)
            and figure.scope is self.scope
            and (figure.event == "main") is self.is_main
            and self.population in (None, figure.population)
            and (self.source is None or self.source == (figure.source or "-").lower())
        )


@dataclass(frozen=True, slots=True)
class Case:
    """A text and what must be read in it; ``reason`` is the comment above the line."""

    text: str
    figures: tuple[Expected, ...]
    place: str
    reason: str

    def faults(self, figures: Figures) -> list[str]:
        """What is missing from the figures, then what should not be there, a line each."""
        extra = list(figures)
        missing = []
        for expected in self.figures:
            met = next((figure for figure in extra if expected.is_met_by(figure)), None)
            if met is None:
                missing.append(f"missing {_told(expected)}")
            else:
                extra.remove(met)
        return missing + [f"extra   {_read(figure)}" for figure in extra]


def read_cases(path: Path) -> list[Case]:
    """The cases of a corpus.

    Raises:
        ValueError: if a line is no case; the message names the line.
    """
    cases = []
    reason = ""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("#"):
            reason = line.lstrip("# ")
        elif line:
            place = f"{path.stem}:{number}"
            cases.append(_parse_case(line, place, reason))
    return cases


def _parse_case(line: str, place: str, reason: str) -> Case:
    text, bar, figures = line.rpartition(" | ")
    if not bar:
        raise ValueError(f"{place}: no bar between text and figures: {line}")
    text = text.replace(" ¶ ", "\n\n")
    expected: list[Expected] = []
    if figures.strip() != "-":
        for words in figures.split("; "):
            floor = expected[-1].start + 1 if expected else 0
            expected.append(_parse_figure(words.strip(), text, floor, place))
    return Case(text, tuple(expected), place, reason)


def _parse_figure(words: str, text: str, floor: int, place: str) -> Expected:
    match = _FIGURE.fullmatch(words)
    if match is None:
        raise ValueError(f"{place}: no figure: {words}")
    stands = re.compile(rf"(?<!\w){re.escape(match['words'])}(?!\w)").search(text, floor)
    if stands is None:
        raise ValueError(f"{place}: the text has no such words: {match['words']}")
    scope, is_main = Scope.TOTAL, True
    named: dict[str, str] = {}
    for flag in _FLAG.finditer(match["flags"]):
        if flag["name"]:
            named[flag["name"]] = flag["value"]
        elif flag["word"] == "other":
            is_main = False
        else:
            scope = Scope(flag["word"])
    return Expected(
        Outcome(match["outcome"]),
        Range.parse(match["range"]),
        match["words"],
        stands.start(),
        scope,
        is_main,
        named.get("pop"),
        named.get("by"),
    )


def _told(figure: Expected) -> str:
    said = f'{figure.outcome} {figure.range} "{figure.words}"'
    if figure.scope is not Scope.TOTAL:
        said += f" {figure.scope}"
    if not figure.is_main:
        said += " other"
    if figure.population is not None:
        said += f" pop={figure.population}"
    if figure.source is not None:
        said += f" by={figure.source}"
    return said


def _read(figure: Figure) -> str:
    return (
        f'{figure.outcome} {figure.range} "{figure.text}" {figure.scope} event={figure.event}'
        f" pop={figure.population} by={(figure.source or '-').lower()}"
    )
