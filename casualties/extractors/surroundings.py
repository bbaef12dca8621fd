"""What a document's first passages show of its event, and what they leave open."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

import regex

from casualties.extractors.anchors import is_anchored
from casualties.extractors.incidents import find_several
from casualties.extractors.mentions import has_ordinal
from casualties.extractors.nouns import is_person_noun, is_plural
from casualties.extractors.novelty import find_stems
from casualties.extractors.numbers import value_of
from casualties.extractors.other_events import WIDE
from casualties.extractors.readings import PLACES, Reading
from casualties.extractors.story import count_opening
from casualties.extractors.tokens import find_words
from casualties.lexicon import load
from casualties.model import PEOPLE, Figure, Kind, Outcome, Passage, Scope
from casualties.patterns import either, pattern
from casualties.records import cached_property

__all__ = ["Surroundings", "find_sole", "is_first_below"]

_MANY_PLACES = pattern(
    rf"{either(load('reconciliation')['places'])}"
    rf"|\b(?:each|every|by) {either(load('scopes')['areas'])}"
)
# "the 25th person killed in this season's fires"
_RANK = pattern(
    r"\b(\d{1,9})(?:st|nd|rd|th) (?:[a-z]+ )?"
    rf"{either(load('scopes')['ranked'])}"
)
_RISING = pattern(either(load("scopes")["rising"]), regex.IGNORECASE)
_JOINED = pattern(r"\b(?:in|across|hits?|batters?|over) ([A-Z][\w'’-]+) and ([A-Z][\w'’-]+)")
_SCENES = frozenset(load("scopes")["scenes"])
_NAME_ALONE = pattern(r"\p{Lu}[\w'’-]+(?: (?:and |of |the )?\p{Lu}[\w'’-]+){0,2}:?")
_NAME_AHEAD = pattern(rf"{_NAME_ALONE.pattern.removesuffix('?')} ")
_LEAD = 3
_FEW = 3
_STANDFIRST = 3
_SHARED = 2
_LINE = 60
_LETTERS = 4
_TIMES = find_stems(load("scopes")["times"])
_PLAIN = find_stems([*load("scopes")["neutral"], *load("scopes")["of_any_report"]])
_DATELINE = r"\p{Lu}{2}[\p{Lu} ,.'’-]{1,40}[^.]{0,40}?(?: ?[—–:] ?| -{1,2} )"
# "OSK, Velm (AP) - A bomb ...", "The bomb ...": so opens no standfirst
_LEADS = pattern(rf"{_DATELINE}|The ")
_ANEW = pattern(rf"(?:{_DATELINE})?(?P<first>At least|[\w-]+) ")
_KILLER = pattern(either(load("people")["attacker"]), regex.IGNORECASE)


_AND_ANOTHER = pattern(either(load("reconciliation")["and_another"]), regex.IGNORECASE)
# "The driver", "A night porter", "Their lodger"
_SOMEBODY = pattern(
    rf"\b(?:an?|{either(load('grammar')['definite'])}|his|her|their|its) ((?:[\w-]+ ?){{1,3}})"
)
_ALSO = pattern(either(load("reconciliation")["also_died"]), regex.IGNORECASE)


class Surroundings:
    """What a document's first passages show: its opening, and the places of its own event.

    ``lead`` is the number of the passage that the lead ends with, ``telling`` that of the one that
    counts first those whom the headline counts. ``is_sum`` says whether they give
    the sum of a stretch of time, ``is_wide`` whether many places are struck at once, ``is_long``
    whether there are so many that the first ones are a headline and a lead.
    """

    def __init__(
        self, readings: Sequence[Reading], passages: Sequence[Passage], *, is_sum: bool
    ) -> None:
        self.is_sum = is_sum
        self.sole = find_sole(readings)
        self._last: dict[int, bool] = {}
        self._counts = Counter((r.figure.outcome, r.figure.number) for r in readings)
        self.parts = {r.figure.population for r in readings if r.figure.scope is Scope.PART}
        self.is_long = len(passages) >= _LEAD
        self._passages = passages
        self._texts = [passage.text for passage in passages[:_LEAD]]
        opening = " ".join(self._texts)
        self._is_of_places = _MANY_PLACES.search(opening) is not None
        struck = not WIDE.isdisjoint(opening.lower().split()) or _JOINED.search(opening)
        self.is_wide = self._is_of_places or bool(struck)
        self._rank = max((int(match[1]) for match in _RANK.finditer(opening)), default=0)
        self._opening = readings[0].figure.sentence if readings else ""
        lead = max(_LEAD - 1, count_opening(passages))
        self.lead = (not self.is_wide and _find_retelling(passages, lead)) or lead
        self.telling = max(self.lead, _first_told(readings, passages))
        words = {
            passage.number: frozenset(passage.text.lower().split()) for passage in passages[:_LEAD]
        }
        kinds = PLACES.intersection(*[chain(*words.values())]) - _SCENES
        # The one kind of place that the lead speaks of is where it happened.
        others = PLACES - kinds if len(kinds) == 1 else PLACES
        # "Across Ireland and Britain": what happened in one of them is not all.
        joined = {name.lower() for names in _JOINED.findall(opening) for name in names}
        self._places = {number: names - others - joined for number, names in words.items()}
        self._told = find_stems(passage.text for passage in passages[: self.lead])
        # Where the lead has no day, the one that a sentence below it names is no other day.
        self._known = self._told if _TIMES & self._told else self._told | _TIMES

    @cached_property
    def is_rising(self) -> bool:
        """Whether they tell of a toll that has changed."""
        return _RISING.search(" ".join(self._texts[: self.lead])) is not None

    def is_lead(self, figure: Figure) -> bool:
        """Whether a figure stands where articles tell the whole."""
        if figure.passage in (Kind.HEADLINE, Kind.CAPTION, Kind.CORRECTION):
            return True
        return figure.paragraph <= self.lead and (self.is_long or figure.sentence == self._opening)

    def tells(self, number: int, outcome: Outcome) -> bool:
        """Whether the text counts so many anywhere, of whatever scope or event.

        Or may count a killer in, whom it tells of at its beginning.
        """
        is_killer = outcome is Outcome.KILLED and self._opens_with_killer
        return is_killer or (outcome, number) in self._counts

    def tells_once(self, figure: Figure) -> bool:
        """Whether nothing else counts as many of its outcome."""
        return self._counts[figure.outcome, figure.number] == 1

    def tells_of_one_more(self, figure: Figure) -> bool:
        """Whether somebody is told of beside a count: "Their teacher also died".

        Or behind it: "Four were thrown on to the road. The driver was crushed".
        """
        near = (figure.paragraph, figure.paragraph + 1)
        behind = [self._numbered[number] for number in near if number in self._numbered]
        if _AND_ANOTHER.search(figure.tail) or any(_ALSO.search(p.text) for p in behind):
            return True
        start = figure.start + len(figure.text)
        rest = " ".join(p.text[max(0, start - p.start) :] for p in behind).lower()
        return any(
            any(is_person_noun(word) and not is_plural(word) for word in named[1].split())
            for named in _SOMEBODY.finditer(rest)
        )

    def tells_of_last(self, number: int) -> bool:
        """Whether an ordinal tells of the last of so many: "a ninth body was found"."""
        if number not in self._last:
            self._last[number] = any(has_ordinal(p.text, number) for p in self._passages)
        return self._last[number]

    @cached_property
    def _numbered(self) -> dict[int, Passage]:
        return {passage.number: passage for passage in self._passages}

    @cached_property
    def _opens_with_killer(self) -> bool:
        return _KILLER.search(" ".join(self._texts)) is not None

    def tells_anew(self, reading: Reading) -> bool:
        """Whether a count below the lead comes with something that the lead does not know of.

        It may be what narrows the count, or widens it: "Ten drowned inside the bus".
        """
        if reading.figure.passage is Kind.CAPTION:
            return self._is_of_another_place(reading)
        is_below = reading.figure.passage is Kind.PARAGRAPH and not self.is_lead(reading.figure)
        is_all = reading.is_definite or reading.is_toll or reading.figure.paragraph <= self.telling
        if not is_below or is_all or reading.content <= self._known:
            return False
        return not is_anchored(reading.figure, self._told)

    def _is_of_another_place(self, reading: Reading) -> bool:
        """Whether a caption counts those of a place that the lead does not name.

        As in "Les Aulnes, where twelve campers drowned", of a flood; but not "Les Aulnes, where 21
        people died when the storm broke the dam", nor of a fire, which was at one place.
        """
        head, tail = reading.figure.head, reading.figure.tail
        is_where = head.lower().split()[-1:] == ["where"] and " when " not in tail
        if reading.place is None or not (is_where and self.is_wide):
            return False
        return not find_stems([reading.place]) <= self._told

    def is_one_of_many(self, reading: Reading) -> bool:
        """Whether one of several countries reports it, or it is far from all: "the 25th victim"."""
        high = reading.figure.range.high
        is_few = high is not None and 0 < _FEW * high <= self._rank
        is_few = is_few and reading.figure.outcome is Outcome.KILLED
        return is_few or (self._is_of_places and reading.teller is not None)

    def is_in_area(self, figure: Figure) -> bool:
        """Whether it stands under the name of one of many places: "Germany", then "Nine died"."""
        return self._is_of_places and figure.paragraph in self._under_names

    @cached_property
    def _under_names(self) -> frozenset[int]:
        """The passages behind one that is a name alone, where three or more are.

        Or those that open with one: "Arkansas: Five people died".
        """
        names = [p.number + 1 for p in self._passages if _NAME_ALONE.fullmatch(p.text)]
        headed = [p.number for p in self._passages if _NAME_AHEAD.match(p.text)]
        return frozenset().union(*(each for each in (names, headed) if len(each) >= _LEAD))

    def is_home(self, place: str, figure: Figure) -> bool:
        """Whether a place is the event's own, as an earlier passage of the lead has named it."""
        return any(
            place in names
            for number, names in self._places.items()
            if number < figure.paragraph and number <= self.lead
        )


def _find_retelling(passages: Sequence[Passage], lead: int) -> int:
    """The passage that tells it all from the beginning, below a standfirst; 0 where none does.

    As "A huge explosion tore through ..." below "At least 34 dead in refinery blaze". Behind the
    lead of several incidents, it is the first of them.
    """
    opening = passages[:lead]
    is_several = any(find_several(find_words(passage.text)) for passage in opening)
    if not opening or is_several or _LEADS.match(opening[-1].text):
        return 0
    below = (p for p in passages[lead : lead + _STANDFIRST] if p.kind is Kind.PARAGRAPH)
    first = next(below, None)
    match = first and _ANEW.match(first.text)
    if not first or not match or not _is_anew(match["first"]):
        return 0
    told = find_stems(passage.text for passage in opening) - _PLAIN
    shared = told & find_stems([first.text.split(". ")[0]])
    is_again = sum(len(stem) >= _LETTERS for stem in shared) >= _SHARED
    return first.number if is_again else 0


def _is_anew(word: str) -> bool:
    return word in ("A", "An", "At least") or value_of(word) > 0


def _first_told(readings: Sequence[Reading], passages: Sequence[Passage]) -> int:
    """The passage of the body that first tells of those whom the headline counts; 0 if far below.

    Above it may stand a standfirst that counts nobody, or several lines of the kind of a byline.
    """
    headed = {r.figure.outcome for r in readings if r.figure.passage is Kind.HEADLINE}
    told = (r.figure for r in readings if r.is_open and r.figure.passage is Kind.PARAGRAPH)
    first = next(told, None)
    if first is None or first.outcome not in headed:
        return 0
    above = passages[1 : first.paragraph - 1]
    is_below_lines = all(len(passage.text) <= _LINE for passage in above)
    return first.paragraph if first.paragraph <= _LEAD or is_below_lines else 0


def is_first_below(figure: Figure, others: Iterable[Figure]) -> bool:
    """Whether it is the first of them below the headline, so the lead's, whatever is in between."""
    return not any(
        other.start < figure.start and other.passage is not Kind.HEADLINE for other in others
    )


def find_sole(readings: Sequence[Reading]) -> frozenset[str]:
    """The figures that alone, below a headline with a count of their outcome, can be that count.

    What is told behind such a one only takes it up ("the 32 injured"), or is some of them.
    """
    alike: dict[tuple[str, Outcome], list[Reading]] = defaultdict(list)
    for reading in readings:
        alike[reading.figure.event, reading.figure.outcome].append(reading)
    sole: list[str] = []
    for counted in alike.values():
        below = [each for each in counted if _is_told_below(each.figure)]
        is_headed = any(each.figure.passage is Kind.HEADLINE for each in counted)
        if is_headed and below and not any(_adds(each, below[0]) for each in below[1:]):
            sole.append(below[0].figure.id)
    return frozenset(sole)


def _adds(reading: Reading, first: Reading) -> bool:
    """Whether a count does more than take up the first one, or tell of some of them."""
    figure = reading.figure
    is_open = figure.scope in (Scope.TOTAL, Scope.ADDITIONAL)
    # "34 bodies were found. He lost five members of his family"
    is_kind = first.figure.population == PEOPLE != figure.population
    return is_open and not (is_kind or reading.is_definite or figure.range == first.figure.range)


def _is_told_below(figure: Figure) -> bool:
    """Whether it counts people in the body, and does not tell of somebody: "a man was stabbed"."""
    is_somebody = figure.number == 1 and figure.scope is Scope.PART
    return figure.passage is Kind.PARAGRAPH and not is_somebody
