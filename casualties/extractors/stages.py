"""Those who had died by some moment, where the text goes on to tell of the rest.

As "Thirty-four people died that night; seven more did in the weeks that followed", of 41, or "By
the end of the week there were 17. The last two were washed ashore in May", of 19.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import regex

from casualties.extractors.numbers import value_of
from casualties.extractors.readings import Reading
from casualties.lexicon import load
from casualties.model import Figure, Kind, Outcome, Passage, Scope
from casualties.patterns import either, pattern

__all__ = ["settle_stages"]

_WORDS = load("scopes")
_REACH = 160
_MOST = 24
_ONES = frozenset([*load("parts")["body"], "victim", "one", "man", "woman", "person", "death"])
_LATER_ONES = pattern(
    rf"\b(?:(?:another|{either(_WORDS['last_of_all'])}) (?P<last>[\w-]+)"
    r"|(?P<more>[\w-]+) (?:more|others?|further))\b"
    rf"(?: [\w'’-]+){{0,4}}?(?:,[^,;.]*,)?(?: [\w'’-]+){{0,3}}? {either(_WORDS['dying_later'])}",
    regex.IGNORECASE,
)


def settle_stages(readings: list[Reading], passages: Mapping[int, Passage]) -> None:
    """Set apart the counts behind which the rest of all is told, by its exact number.

    The readings are of one event and outcome.
    """
    if not readings or readings[0].figure.outcome is not Outcome.KILLED or len(readings) > _MOST:
        return
    wholes = [reading.figure for reading in readings if reading.is_open and reading.figure.number]
    for i, reading in enumerate(readings):
        figure = reading.figure
        if not reading.is_open or reading.is_reference or figure.passage is not Kind.PARAGRAPH:
            continue
        rests = {
            (whole.number or 0) - (figure.number or 0)
            for whole in wholes
            if whole.start < figure.start and whole.range.low > figure.range.low
        }
        if rests and not rests.isdisjoint(_told_later(figure, passages)):
            # "Nine more were found, and by then there were 17", of which the nine are some
            is_raised = any(
                other.figure.sentence == figure.sentence
                for other in readings
                if other.figure.scope is Scope.ADDITIONAL and other.figure.start < figure.start
            )
            readings[i] = reading.rescoped(Scope.PART if is_raised else Scope.PREVIOUS)


def _told_later(figure: Figure, passages: Mapping[int, Passage]) -> Iterator[int]:
    """How many others the text behind a figure tells the death of."""
    passage = passages[figure.paragraph]
    behind = passage.text[figure.end - passage.start :][:_REACH]
    for match in _LATER_ONES.finditer(behind):
        word = (match["last"] or match["more"]).lower()
        yield 1 if word in _ONES else value_of(word)
