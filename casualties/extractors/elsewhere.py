"""Which event a figure is of that nothing else sets apart: the lead's, or another one.

A record ("No quake there had killed more than 600"), another killer ("Cholera has killed 48"), a
name that the document has once ("the Bexford shooting"), a grave that nobody told of, or a sum over
more than the event is of others, if only "elsewhere".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import NamedTuple

import regex

from casualties.extractors.anchors import is_done_by_event
from casualties.extractors.named_events import find_named_event
from casualties.extractors.novelty import find_stems
from casualties.extractors.other_events import DISEASES, ELSEWHERE, WIDE
from casualties.extractors.rolls import find_rolled
from casualties.extractors.times import EVENT_NOUNS, EVENTS
from casualties.extractors.wider import find_sums, is_of_a_span, is_set_beside
from casualties.lexicon import load
from casualties.model import MAIN, Figure, Kind, Outcome, Passage, Scope
from casualties.patterns import either, pattern
from casualties.ranges import is_slip

__all__ = ["REFERENCE", "WORD", "Lead", "OtherEvents"]

_WORDS = load("doubts")
_RECORDED = pattern(r"\brecord(?: \w+){0,4}? (?:was|is|stood at|of) $", regex.IGNORECASE)
# "The attack and the chase have together claimed ten lives"
_TOGETHER = pattern(
    rf"\b(?:together|between them)(?: have| had)? {either(load('events')['killing'])} $",
    regex.IGNORECASE,
)
# "in the two most recent accidents, in which 29 and 41 people died"
_IN_OLDER_ONES = pattern(
    rf"\b(?:recent|previous|earlier|past|older|former|similar) (?:[\w-]+ ){{0,2}}?"
    rf"{either(sorted(EVENTS - EVENT_NOUNS))},? in which [^.;]*$",
    regex.IGNORECASE,
)
# "No earthquake there had killed more than 600"
_NEVER_MORE = pattern(r"\bno (?:[\w-]+ ){1,8}(?:had|has|have) (?:ever )?\w+ $", regex.IGNORECASE)
# "The cyclone itself killed", "Cholera has killed"
_KILLER = pattern(
    r"(?:(?:the|this)\s+)?(?P<noun>[\w-]+)(?P<itself>\s+(?:itself|themselves))?\b", regex.IGNORECASE
)
WORD = pattern(r"[^\W\d_][\w'’-]*")
"""A word, be it a compound one."""
_CAPITAL = pattern(r"\b\p{Lu}[\w'’-]*")
_WITHOUT_S = pattern(r"['’]s$")
REFERENCE = pattern(either([*load("grammar")["definite"], "both"]), regex.IGNORECASE)
"""A count of those who are known, by its first word: "the six", "both"."""
# "They came upon a mass grave that held 12 bodies"
_IN_A_GRAVE = pattern(
    rf"\b(?:an?|another) (?:[\w-]+ ){{0,3}}?({either(_WORDS['hiding'])})[^.;]{{0,60}}? "
    rf"{either(_WORDS['holding'])} $",
    regex.IGNORECASE,
)


class Lead(NamedTuple):
    """What a document opens with: its ``passages`` by number, their ``text`` and its ``stems``.

    ``is_wide`` says whether many places are struck at once; ``knows`` whether words name no place
    that the lead does not.
    """

    passages: frozenset[int]
    text: str
    stems: AbstractSet[str]
    is_wide: bool
    knows: Callable[[str], bool]


class OtherEvents:
    """The figures and names of a document by which a figure is of another event than the lead's."""

    def __init__(self, figures: Sequence[Figure], passages: Sequence[Passage], lead: Lead) -> None:
        """Note what the lead counts, and the first figure of each outcome."""
        self._lead = lead
        self._passages = passages
        self._text = "\n".join(passage.text for passage in passages).lower()
        self._by_number = {passage.number: passage for passage in passages}
        self._rolled: dict[int, dict[int, str]] = {}
        self._elsewhere_first = 0
        self._first: dict[Outcome, str] = {}
        self._in_passage: dict[int, list[Figure]] = defaultdict(list)
        for figure in figures:
            self._first.setdefault(figure.outcome, figure.id)
            self._in_passage[figure.paragraph].append(figure)
        self._led = {
            (each.outcome, each.number or 0)
            for each in figures
            if each.paragraph in lead.passages and each.event == MAIN
        }

    def find(self, figure: Figure) -> str:
        """Its event, or the other one that its sentence says it is of, if only as "elsewhere"."""
        if figure.event != MAIN or figure.scope is Scope.ADDITIONAL:
            return figure.event
        if (name := self._name_on_roll(figure)) is not None:
            return name
        if figure.scope is Scope.PART:
            return self._named_event(figure) or figure.event
        if self._is_wider(figure) or _TOGETHER.search(figure.head):
            return self._elsewhere(figure)
        if figure.paragraph in self._lead.passages:
            return figure.event
        if (name := self._named_event(figure)) is not None:
            return name
        return self._elsewhere(figure) if self._is_elsewhere(figure) else figure.event

    def _name_on_roll(self, figure: Figure) -> str | None:
        """Its name where it is one of a list of other events: "Brightwear, 22 dead"."""
        number = figure.paragraph
        if number in self._lead.passages or figure.passage is Kind.TABLE:
            return None
        if number not in self._rolled:
            most = max(
                (count for outcome, count in self._led if outcome is figure.outcome), default=0
            )
            self._rolled[number] = find_rolled(
                self._by_number[number], most, lambda name: self._is_told_above(name, figure)
            )
        return self._rolled[number].get(figure.start)

    def _named_event(self, figure: Figure) -> str | None:
        """The name of the other event that it is of."""
        if figure.paragraph in self._lead.passages:
            return None
        name = find_named_event(figure, lambda name: self._is_told_above(name, figure))
        if name is None or not self._is_slip(figure):
            return name
        is_own = self._is_named_again(name) or not self._is_of_another_kind(figure)
        return None if is_own else name

    def _is_of_another_kind(self, figure: Figure) -> bool:
        """Whether its sentence has a noun for an event, and none of the lead's kind."""
        events = EVENTS.intersection(WORD.findall(figure.sentence.lower()))
        return bool(events) and find_stems(events).isdisjoint(self._lead.stems)

    def _is_slip(self, figure: Figure) -> bool:
        """Whether it is so near to a number of headline or lead that it may be meant.

        An event may well be called by a name that the lead has not, if not only once: "The Radisson
        attack left 19".
        """
        return any(
            outcome is figure.outcome and is_slip(number, figure.number or 0)
            for outcome, number in self._led
        )

    def _elsewhere(self, figure: Figure) -> str:
        """A label for each paragraph, of which none tells what the others are about."""
        first = self._elsewhere_first = self._elsewhere_first or figure.paragraph
        return ELSEWHERE if first == figure.paragraph else f"{ELSEWHERE} ({figure.paragraph})"

    def _is_elsewhere(self, figure: Figure) -> bool:
        if REFERENCE.match(figure.text) and not _NEVER_MORE.search(figure.head):
            return self._is_of_another(figure)
        is_record = any(
            told.search(figure.head) for told in (_RECORDED, _NEVER_MORE, _IN_OLDER_ONES)
        )
        return is_record or self._is_in_a_grave(figure) or self._is_of_another(figure)

    def _is_told_above(self, name: str, figure: Figure) -> bool:
        """Whether a word of a name stands above a figure's sentence."""
        begins = figure.start - len(figure.head)
        return any(
            self._capitals.get(_WITHOUT_S.sub("", word), begins) < begins for word in name.split()
        )

    def _is_named_again(self, name: str) -> bool:
        """Whether the document has the name of an event more than once, so that it is its own."""
        return self._text.count(name) > 1

    @cached_property
    def _capitals(self) -> dict[str, int]:
        """Where each word with a capital stands first."""
        first: dict[str, int] = {}
        for passage in self._passages:
            for match in _CAPITAL.finditer(passage.text):
                first.setdefault(_WITHOUT_S.sub("", match[0]), passage.start + match.start())
        return first

    def _is_in_a_grave(self, figure: Figure) -> bool:
        """Whether they were found in a grave that nobody has told of: "a mass grave with 12"."""
        grave = _IN_A_GRAVE.search(figure.head)
        return grave is not None and grave[1].lower() not in WORD.findall(self._lead.text)

    def _is_wider(self, figure: Figure) -> bool:
        """Whether it counts those of other days or places as well, or those of another place."""
        if figure.passage is not Kind.PARAGRAPH or self._first[figure.outcome] == figure.id:
            return False
        if is_of_a_span(figure, self._lead.text):
            return True
        if figure.paragraph in self._lead.passages or is_done_by_event(figure):
            return False
        if (figure.outcome, figure.number) in self._sums:
            return True
        return is_set_beside(figure, self._lead.stems)

    def _is_of_another(self, figure: Figure) -> bool:
        """As "The cyclone itself killed 18 people", where the lead has a fire and no cyclone."""
        subject = _KILLER.match(figure.sentence)
        if subject is None:
            return False
        noun = subject["noun"].lower()
        if noun in DISEASES and not subject["itself"]:
            return find_stems([noun]).isdisjoint(self._lead.stems)
        return subject["itself"] is not None or (noun in WIDE and not self._lead.is_wide)

    @cached_property
    def _sums(self) -> frozenset[tuple[Outcome, int | None]]:
        return find_sums(self._in_passage.values(), self._led, self._names_new_place)

    def _names_new_place(self, text: str) -> bool:
        return not self._lead.knows(text)
