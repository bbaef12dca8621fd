"""Cases of line items: a text, and which of its figures are held together.

A case of ``line-items.txt`` is a block between lines of ``==``, the first with its name; ``--``
parts the text from its line items, one a line, in any order::

    == The sole noun counted is the people
    Twenty-two miners died in a pit at Kolm. Rescuers brought out all 22 bodies.
    --
    killed people: "Twenty-two miners", "all 22"

A line item is its outcome and population, after ``other`` where its event is not the main one, then
words of each of its figures, which stand once in the text. ``xfail: why`` below ``--`` marks a case
that is not met yet. A line that starts with ``#`` is a comment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from casualties.model import MAIN, Figure, LineItem, Outcome

__all__ = ["Case", "Expected", "read_cases"]

_CASE = re.compile(
    r"^== (?P<name>.+)\n(?P<text>(?s:.+?))\n--(?P<rest>(?:\n(?!== ).+)+)", re.MULTILINE
)
_ITEM = re.compile(r"(?P<other>other )?(?P<outcome>\w+) (?P<population>[^:]+): (?P<words>\".+\")")
_REASON = "xfail: "


@dataclass(frozen=True, slots=True)
class Expected:
    """A line item as its case gives it, with where the words of its figures stand."""

    is_main: bool
    outcome: Outcome
    population: str
    spans: tuple[tuple[int, int], ...]

    def is_met_by(self, item: LineItem) -> bool:
        """Whether the line item has the same figures, and no others, under the same head."""
        return (
            (item.event == MAIN) is self.is_main
            and item.outcome is self.outcome
            and item.population == self.population
            and len(item.figures) == len(self.spans)
            and all(map(_stands_in, item.figures, self.spans))
        )


@dataclass(frozen=True, slots=True)
class Case:
    """A text and all the line items that its figures give; ``reason`` says why it is not met."""

    name: str
    text: str
    items: tuple[Expected, ...]
    reason: str

    def faults(self, items: tuple[LineItem, ...]) -> list[str]:
        """The line items that are missing, then those that should not be there, a line each."""
        extra = list(items)
        missing = []
        for expected in self.items:
            met = next((item for item in extra if expected.is_met_by(item)), None)
            if met is None:
                missing.append(f"missing {self._told(expected)}")
            else:
                extra.remove(met)
        return missing + [f"extra   {_found(item)}" for item in extra]

    def _told(self, item: Expected) -> str:
        words = ", ".join(f'"{self.text[start:end]}"' for start, end in item.spans)
        event = "" if item.is_main else "other "
        return f"{event}{item.outcome} {item.population}: {words}"


def read_cases(path: Path) -> list[Case]:
    """The cases of a corpus.

    Raises:
        ValueError: if a block is no case, or words do not stand once in its text.
    """
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    written = "\n".join(lines)
    cases = [_parse_case(block) for block in _CASE.finditer(written)]
    if len(cases) != written.count("\n== ") + written.startswith("== "):
        raise ValueError(f"{path.name}: a block has no text, or no line items")
    return cases


def _parse_case(block: re.Match[str]) -> Case:
    text = block["text"]
    lines = block["rest"].strip().splitlines()
    reason = "".join(line.removeprefix(_REASON) for line in lines if line.startswith(_REASON))
    items = [_parse_item(line, text) for line in lines if not line.startswith(_REASON)]
    return Case(block["name"], text, tuple(items), reason)


def _parse_item(line: str, text: str) -> Expected:
    item = _ITEM.fullmatch(line)
    if item is None:
        raise ValueError(f"no line item: {line}")
    spans = [_find(words, text) for words in item["words"].strip('"').split('", "')]
    return Expected(
        not item["other"], Outcome(item["outcome"]), item["population"], tuple(sorted(spans))
    )


def _find(words: str, text: str) -> tuple[int, int]:
    places = [place.span() for place in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    if len(places) != 1:
        raise ValueError(f"these words stand {len(places)} times in the text: {words}")
    return places[0]


def _stands_in(figure: Figure, span: tuple[int, int]) -> bool:
    return figure.start < span[1] and span[0] < figure.end


def _found(item: LineItem) -> str:
    words = ", ".join(f'"{figure.text}"' for figure in item.figures)
    return f"{item.event} {item.outcome} {item.population}: {words}"
