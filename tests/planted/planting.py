"""Articles whose counts are marked, and the contradictions that are planted in them.

A mark names the line item that a number belongs to: ``{Twelve killed} people died``. Where two
named sources give the number, so that they would dispute it, each mark names its own, too: ``{12
killed police}``, ``{12 killed army}``. Without its
marks an article reads as it was published, and nothing but the marks says what is repeated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

import casualties
from casualties.model import Finding, Severity
from casualties.ranges import Range
from casualties.reconciler.rounding import leading_digit_down, rounded_down

_MARK = re.compile(r"\{(?P<number>[^{} ]+) (?P<item>[a-z]+)(?: (?P<source>[a-z]+))?\}")

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

_STEPS = (1, -2, 2, -1)
_SHARES = (Fraction(11, 10), Fraction(9, 10))
_FACTORS = (Fraction(2), Fraction(1, 2))


class Bound(StrEnum):
    """The words in front of a number that keep it from being exact."""

    NONE = ""
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    ABOUT = "about"


@dataclass(frozen=True)
class Count:
    """A number of an article: where it stands, and what it says of which line item."""

    item: str
    start: int
    words: str
    number: int
    bound: Bound
    source: str | None

    @property
    def end(self) -> int:
        return self.start + len(self.words)

    @property
    def range(self) -> Range:
        match self.bound:
            case Bound.AT_LEAST:
                return Range(self.number, None)
            case Bound.MORE_THAN:
                return Range(self.number + 1, None)
            case Bound.ABOUT:
                return Range(self.number * 9 // 10, -(-self.number * 11 // 10))
            case Bound.NONE:
                return Range.exactly(self.number)

    def changed_to(self, number: int) -> Count:
        return replace(self, number=number, words=write(number, self.words))


@dataclass(frozen=True)
class Article:
    name: str
    text: str
    counts: tuple[Count, ...]

    def repeats(self, count: Count) -> list[Count]:
        """The other places that state the same number of the same people."""
        return [
            other
            for other in self.counts
            if (other.item, other.number) == (count.item, count.number) and other != count
        ]

    def with_count(self, count: Count) -> str:
        """The text with other words where a count of the same start stood."""
        old = next(other for other in self.counts if other.start == count.start)
        return self.text[: old.start] + count.words + self.text[old.end :]


def read_article(path: Path) -> Article:
    """The article of a file, its marks taken out."""
    return parse_article(path.stem, path.read_text("utf-8"))


def parse_article(name: str, marked: str) -> Article:
    """The article of a marked text, its marks taken out."""
    pieces: list[str] = []
    counts: list[Count] = []
    length = done = 0
    for mark in _MARK.finditer(marked):
        before = marked[done : mark.start()]
        words = mark["number"]
        start = length + len(before)
        counts.append(
            Count(mark["item"], start, words, read(words), _bound(before), mark["source"])
        )
        pieces += [before, words]
        length, done = start + len(words), mark.end()
    text = "".join([*pieces, marked[done:]])
    assert "{" not in text, name
    return Article(name, text, tuple(counts))


def _bound(before: str) -> Bound:
    return next(bound for bound in reversed(Bound) if before.lower().rstrip().endswith(bound))


def changes(count: Count, turn: int) -> Iterator[Count]:
    """The count with other numbers: off by one or two, by a tenth, doubled or halved.

    Which way each goes alternates with the turn, so that every kind is planted in every article
    without planting all of them everywhere. A number below two would change the words around it.
    """
    share, factor = _SHARES[turn % 2], _FACTORS[turn // 2 % 2]
    numbers = [
        count.number + _STEPS[turn % 4],
        round(count.number * share),
        round(count.number * factor),
    ]
    for number in dict.fromkeys(numbers):
        if number != count.number and min(number, count.number) > 1:
            yield count.changed_to(number)


def is_at(changed: Count, finding: Finding) -> bool:
    return any(figure.start <= changed.start < figure.end for figure in finding.figures)


def is_error(changed: Count, others: Iterable[Count]) -> bool:
    """Whether SPEC calls a count a contradiction of one of the others."""
    return any(_contradict(changed, other) for other in others)


def _contradict(a: Count, b: Count) -> bool:
    if not a.range.overlaps(b.range):
        return a.number != b.number
    low, high = sorted((a.number, b.number))
    if low == high or a.bound is not b.bound:
        return False
    if a.bound is Bound.AT_LEAST:
        return low != leading_digit_down(high)
    return a.bound is Bound.MORE_THAN and low not in rounded_down(high)


def read(words: str) -> int:
    """The number that a mark holds, in digits or in words below a hundred."""
    if words[0].isdigit():
        return int(words.replace(",", ""))
    tens, _, unit = words.lower().partition("-")
    if tens in _TENS:
        return 10 * (_TENS.index(tens) + 2) + (_UNITS.index(unit) if unit else 0)
    return _UNITS.index(tens)


def write(number: int, model: str) -> str:
    """The number in the form of the one that it takes the place of, in digits from a hundred on."""
    if model[0].isdigit() or number > 99:
        return f"{number:,}" if "," in model else str(number)
    tens, unit = divmod(number, 10)
    if number < 20:
        words = _UNITS[number]
    else:
        words = _TENS[tens - 2] + (f"-{_UNITS[unit]}" if unit else "")
    if model.isupper():
        return words.upper()
    return words.capitalize() if model[0].isupper() else words


def find(text: str) -> list[Finding]:
    """The findings of a text, warnings too."""
    return list(casualties.check(text).findings)


def find_errors(text: str) -> list[Finding]:
    return [finding for finding in find(text) if finding.severity is Severity.ERROR]


def find_in_each(texts: Iterable[str]) -> list[list[Finding]]:
    """The findings of many texts, in the order of the texts, on all processors."""
    with ProcessPoolExecutor() as pool:
        return list(pool.map(find, texts, chunksize=32))


def find_errors_in_each(texts: Iterable[str]) -> list[list[Finding]]:
    with ProcessPoolExecutor() as pool:
        return list(pool.map(find_errors, texts, chunksize=32))
