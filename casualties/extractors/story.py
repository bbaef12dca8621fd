"""What is known of a document's own event while it is read, and the clause that is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import regex

from casualties.extractors.other_events import DISEASES, WIDE
from casualties.extractors.sections import find_sections
from casualties.extractors.times import find_days
from casualties.extractors.tokens import Token, tokenize
from casualties.lexicon import load
from casualties.model import MAIN, Document, Outcome

__all__ = ["Clause", "Story"]

_YEAR_IN_TEXT = regex.compile(r"\b(?:19\d\d|20[0-3]\d)\b")
_WORD = regex.compile(r"[\w-]+")
_REMEMBERED = regex.compile("|".join(load("events")["remembered"]), regex.IGNORECASE)
_ON_A_DAY = regex.compile(
    r"(?:(?<=^|[.!?]\s)On|(?<=,\s)on) (?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Z]\w+|[A-Z]\w+\s+\d{1,2}\b)",
)
_LEAD = 3
_LEAST_DAYS = 2


@dataclass(slots=True)
class Story:
    """What is known of the document's own event while it is read.

    ``home`` is the event of figures that nothing marks: ``main``, or "background" where the news
    is another: somebody's death, an anniversary. ``event`` is the one that the passage has turned
    to; ``counts`` are the numbers told of the document's own event, ``has_told`` whether sentences
    before this one told any, ``days`` the days of the calendar that are its own, ``places`` where
    the others that day were. ``is_wide`` says whether it strikes many places at once, ``is_named``
    whether it is the death of somebody named, ``is_chronicle`` whether the document goes through
    the incidents of several days. ``last_event`` is the other event that the last sentence was
    about; ``unmarked`` is that sentence where nobody has asked yet whether its words mark one.
    """

    home: str = MAIN
    has_main: bool = False
    main_years: frozenset[int] = frozenset()
    latest_year: int = 0
    event: str = MAIN
    passage: int = 0
    clause_events: dict[int, str] = field(default_factory=dict)
    last_event: str = ""
    unmarked: list[Token] = field(default_factory=list)
    pending: str = ""
    sections: dict[int, str] = field(default_factory=dict)
    nouns: set[str] = field(default_factory=set)
    is_wide: bool = False
    is_disease: bool = False
    is_named: bool = False
    counts: set[tuple[Outcome, int | None]] = field(default_factory=set)
    has_told: bool = False
    days: frozenset[str] = frozenset()
    is_chronicle: bool = False
    places: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> Story:
        """What a document's text shows before it is read: its latest year, its sections."""
        years = (int(year) for year in _YEAR_IN_TEXT.findall(document.text))
        texts = [passage.text for passage in document.passages[:_LEAD]]
        words = [set(_WORD.findall(text.lower())) for text in texts]
        is_past = any(_REMEMBERED.search(text) for text in texts)
        home = "background" if is_past else MAIN
        return cls(
            home=home,
            event=home,
            latest_year=max(years, default=0),
            sections=find_sections(document.passages),
            is_wide=not WIDE.isdisjoint(set().union(*words)),
            days=_days(texts),
            is_chronicle=len(_days(p.text for p in document.passages[_LEAD:])) >= _LEAST_DAYS,
            is_disease=not DISEASES.isdisjoint(words[0] if words else ()),
        )


def _days(texts: Iterable[str]) -> frozenset[str]:
    """The days by which sentences set their incidents: "On 9 May, gunmen attacked a bus"."""
    return frozenset(
        day
        for text in texts
        for match in _ON_A_DAY.finditer(text)
        for _, day in find_days(tokenize(match[0]))
    )


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens ``start`` to ``end`` (excluded) of a sentence, and the figure ``at`` one of them."""

    tokens: list[Token]
    start: int
    end: int
    at: int
    is_previous: bool = False

    @property
    def own(self) -> list[Token]:
        """Its own tokens."""
        return self.tokens[self.start : self.end]

    @property
    def here(self) -> int:
        """The figure's place among its own tokens."""
        return self.at - self.start
