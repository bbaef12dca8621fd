"""What is known of a document's own event while it is read, and the clause that is read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field
from itertools import chain

import regex

from casualties.extractors.analysis import Analysis
from casualties.extractors.incidents import find_days, find_several, goes_through_days
from casualties.extractors.nouns import lemma
from casualties.extractors.novelty import find_called, find_stems
from casualties.extractors.other_events import DISEASES, WIDE, find_storms
from casualties.extractors.phrases import Phrases
from casualties.extractors.sections import find_sections
from casualties.extractors.times import EVENT_NOUNS, EVENTS, SLOTS
from casualties.extractors.tokens import Token, find_words
from casualties.lexicon import load
from casualties.model import MAIN, Document, Kind, Outcome, Passage
from casualties.patterns import either, pattern
from casualties.records import dataclass

__all__ = ["Clause", "Story", "count_opening", "find_latest_year"]

_YEAR_IN_TEXT = pattern(r"\b(?:19\d\d|20[0-3]\d)\b")
_WORD = pattern(r"[\w-]+")
_A_YEAR = r"(?P<year>1[5-9]\d\d|20[0-3]\d)"
# "Date: 9 February 1983", of a record of one event
_DATE_LINE = pattern(rf"\W*(?:date|when)\b[^:]{{0,12}}:.*?\b{_A_YEAR}\b", regex.IGNORECASE)
# "the 2007 blast", "The attack in March 2016", of what a court deals with
_OWN_YEAR = pattern(
    rf"\b{_A_YEAR} (?:[\w-]+ ){{0,2}}?(?P<noun>{either(sorted(EVENT_NOUNS))})"
    rf"|\bthe (?P<noun>{either(sorted(EVENT_NOUNS))}) (?:in|of|on) (?:\w+ ){{0,2}}?{_A_YEAR}\b",
    regex.IGNORECASE,
)
# "A helicopter with survivors of an ambush came down", but not "of a fire that killed 30"
_IN_PASSING = pattern(
    rf"{either(load('events')['of_an_event'])} (?:of|from|in) (?:an? )?(?:[\w-]+ ){{0,2}}?"
    rf"(?P<noun>{either(sorted(EVENT_NOUNS))})(?!,? (?:that|which|in which|where|who)\b)"
    rf"|(?<![\w-])(?:[\w-]{{1,30}} )?(?P<noun>{either(sorted(EVENT_NOUNS))})"
    rf" {either(load('events')['of_an_event'])}"
)
_MOVING = frozenset(map(lemma, load("events")["vehicles"]))
_REMEMBERED = Phrases(load("events")["remembered"], SLOTS)
_WORD_OR_COMMA = pattern(r"[\w-]+|,")
_JUDGING = frozenset(load("events")["judging"])
_DEFINITE = frozenset(load("grammar")["definite"])
_LEAD = 3
_BYLINES = 6
_RECORD = 10
_FULL = (".", "!", "?", '"', "”")


@dataclass(slots=True)
class Story:
    """What is known of the document's own event while it is read.

    ``lead`` is the passage that the lead ends with. ``home`` is the event of figures that nothing
    marks: ``main``, or "background" where the news is another: somebody's death, an anniversary.
    ``event`` is the one that the passage has turned to, ``last_event`` the other one that the last
    sentence was about; ``unmarked`` is that sentence where nobody has asked yet whether its words
    mark one; ``peopled`` are the events of which figures were told.

    Of its own event, ``counts`` are the numbers told, ``has_told`` says whether sentences before
    this one told any; ``days`` are those that the lead names, ``told_on`` too where these
    are of several incidents, ``periods`` the stretches of time
    over which its figures count. ``is_wide`` says whether it strikes many places at once,
    ``is_judged`` whether a court or an inquiry deals with it,
    ``is_named`` whether it is the death of somebody named, ``moment`` when the lead says that it
    was, ``is_several`` whether the lead sums up several incidents, in the words ``several``.
    ``places`` are where other events of these days were, ``brought_in`` the passages in which they
    were first told of; ``events`` the nouns for many events in the lead, ``storm`` the name of its
    own storm, "" where it has none, of a text that names several; ``opening_place`` the name that
    the last sentence about another event opened with, ``headed`` the events that the headline
    names, ``in_passing`` those that the lead names but for who was there, and tells of another
    one; ``called`` what the event that the lead tells of may be called, ``opening`` the
    words of the lead.
    """

    home: str = MAIN
    has_main: bool = False
    main_years: frozenset[int] = frozenset()
    latest_year: int = 0
    event: str = MAIN
    passage: int = 0
    clause_events: dict[int, str] = field(default_factory=dict)
    peopled: set[str] = field(default_factory=set)
    last_event: str = ""
    unmarked: Analysis | None = None
    pending: str = ""
    sections: dict[int, str] = field(default_factory=dict)
    nouns: set[str] = field(default_factory=set)
    is_wide: bool = False
    is_disease: bool = False
    is_judged: bool = False
    is_named: bool = False
    lead: int = _LEAD
    counts: set[tuple[Outcome, int | None]] = field(default_factory=set)
    has_told: bool = False
    days: frozenset[str] = frozenset()
    told_on: frozenset[str] = frozenset()
    periods: set[str] = field(default_factory=set)
    moment: str = ""
    is_several: bool = False
    several: frozenset[str] = frozenset()
    places: dict[str, str] = field(default_factory=dict)
    brought_in: dict[str, int] = field(default_factory=dict)
    events: frozenset[str] = frozenset()
    storm: str | None = None
    opening_place: str = ""
    headed: frozenset[str] = frozenset()
    in_passing: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    opening: frozenset[str] = frozenset()

    @classmethod
    def of(cls, document: Document, latest_year: int) -> Story:
        """What a report shows before it is read; ``latest_year`` is that of the whole document."""
        texts = [passage.text for passage in document.passages[:_LEAD]]
        words = [_WORD.findall(text.lower()) for text in texts]
        count = count_opening(document.passages)
        lead = words[:count]
        further = (passage.text for passage in document.passages[_LEAD:])
        several = frozenset().union(*map(find_several, lead))
        is_several = bool(several) or goes_through_days(further)
        days = find_days(list(chain(*lead)))
        is_past = any(_REMEMBERED.texts(_WORD_OR_COMMA.findall(text.lower())) for text in texts)
        home = "background" if is_past else MAIN
        headed = EVENT_NOUNS.intersection(chain(*words[:1]))
        is_judged = not _JUDGING.isdisjoint(chain(*words))
        named = [find_storms(passage.text) for passage in document.passages]
        storm = next(chain(*named[:count]), "")
        years = _years_of_record(document) | (_own_years(texts, headed) if is_judged else set())
        return cls(
            home=home,
            event=home,
            latest_year=latest_year,
            sections=find_sections(document.passages),
            main_years=frozenset(years) if len(years) == 1 else frozenset(),
            is_judged=is_judged,
            is_wide=not WIDE.isdisjoint(chain(*words)),
            lead=count,
            days=frozenset() if is_several and len(days) > 1 else days,
            told_on=days,
            is_several=is_several,
            storm=storm if len(set(chain(*named))) > 1 else None,
            several=several,
            events=EVENTS.intersection(chain(*lead)),
            headed=headed,
            in_passing=_named_in_passing(" ".join(texts[:count]).lower()),
            called=find_called(find_stems(chain(*lead))),
            opening=frozenset(chain(*lead)),
            is_disease=bool(words) and _is_of_disease(frozenset(words[0])),
        )

    def pass_over(self, passages: Iterable[Passage]) -> None:
        """Note the events in passages, before all sentences, in which nobody is counted."""
        words = (find_words(p.text) for p in passages if p.kind is Kind.PARAGRAPH)
        self.nouns.update(EVENT_NOUNS.intersection(chain(*words)))


def _years_of_record(document: Document) -> set[int]:
    """The year of a document that is the record of one event, with a line for its date."""
    opening = (passage.text for passage in document.passages[:_RECORD])
    return {int(match["year"]) for text in opening if (match := _DATE_LINE.match(text))}


def _own_years(opening: Iterable[str], headed: AbstractSet[str]) -> set[int]:
    """The years that the first passages give to an event that the headline names."""
    return {
        int(match["year"])
        for text in opening
        for match in _OWN_YEAR.finditer(text)
        if match["noun"].lower() in headed
    }


def _named_in_passing(lead: str) -> frozenset[str]:
    """The events that a lead names but for those who were in them, where it tells of another one.

    As in "A bus with survivors of a ferry fire overturned".
    """
    nouns = frozenset(match["noun"] for match in _IN_PASSING.finditer(lead))
    rest = frozenset(_WORD.findall(_IN_PASSING.sub("", lead))) if nouns else frozenset()
    is_of_another = not rest.isdisjoint(_MOVING | EVENT_NOUNS)
    return nouns - rest if is_of_another else frozenset()


def find_latest_year(text: str) -> int:
    """The latest year of a text, 0 if it has none."""
    return max(map(int, _YEAR_IN_TEXT.findall(text)), default=0)


def _is_of_disease(headline: frozenset[str]) -> bool:
    """Whether a headline names a disease, and nothing else that befell people.

    "Fire in a cholera ward" is about the fire.
    """
    return not DISEASES.isdisjoint(headline) and (EVENT_NOUNS - WIDE - DISEASES).isdisjoint(
        headline
    )


def count_opening(passages: Sequence[Passage]) -> int:
    """How many passages a headline, bylines and the lead are: up to the first full sentence.

    A caption above the lead is none.
    """
    opening = passages[:_BYLINES]
    full = (
        i
        for i, each in enumerate(opening, 1)
        if each.text.endswith(_FULL) and each.kind is not Kind.CAPTION
    )
    return next(full, len(opening))


@dataclass(slots=True)
class Clause:
    """Tokens ``start`` to ``end`` (excluded) of a sentence, and the figure ``at`` one of them.

    ``is_known`` says whether it repeats or raises what has been told of the document's own event,
    ``is_share`` whether it is one of the two in "six of the seven".
    ``own`` are its own tokens, ``words`` their texts, and ``here`` the figure's place among them.
    """

    sentence: Analysis
    start: int
    end: int
    at: int
    is_previous: bool = False
    is_known: bool = False
    is_share: bool = False
    own: list[Token] = field(init=False)
    words: list[str] = field(init=False)
    here: int = field(init=False)

    def __post_init__(self) -> None:
        """Take its part of the sentence: nearly every question is about that."""
        self.own = self.tokens[self.start : self.end]
        self.words = self.sentence.texts[self.start : self.end]
        self.here = self.at - self.start

    @property
    def tokens(self) -> list[Token]:
        """The tokens of the whole sentence."""
        return self.sentence.tokens

    @property
    def leading(self) -> list[str]:
        """Its words before the figure."""
        return self.words[: self.here]

    @property
    def is_definite(self) -> bool:
        """Whether the figure takes up those who were told of: "the 31 dead", "all 31"."""
        return not _DEFINITE.isdisjoint(self.sentence.texts[max(0, self.at - 1) : self.at + 1])

    @property
    def is_aside(self) -> bool:
        """Whether it stands between dashes, so that the sentence goes on behind it."""
        return self.start > 0 and self.end < len(self.tokens)
