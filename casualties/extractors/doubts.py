"""Where it is doubtful whether a figure counts the people that the lead tells of.

Headline and lead tell of the whole. Far below them a sentence that names a place, a time or a
happening which they do not have, or that looks back ("36 had been found"), may count others, or
some of them. Such a figure is held against none that is far from it: silence costs less than a
false alarm.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import regex

from casualties.extractors.anchors import (
    QUOTES,
    SUBJECT,
    is_anchored,
    is_brought_to,
)
from casualties.extractors.asides import find_introduced, is_aside
from casualties.extractors.elsewhere import REFERENCE, WORD, Lead, OtherEvents
from casualties.extractors.hearsay import is_hearsay, where_accounts_differ
from casualties.extractors.novelty import find_stems
from casualties.extractors.numbers import value_of
from casualties.extractors.retellings import looks_back, without_asides
from casualties.extractors.segment import sentence_before
from casualties.extractors.surroundings import Surroundings
from casualties.extractors.times import EVENT_NOUNS
from casualties.lexicon import load
from casualties.model import MAIN, PEOPLE, Doubt, Figure, Kind, Outcome, Passage, Qualifier, Scope
from casualties.patterns import either, pattern
from casualties.records import replace

__all__ = ["mark_doubtful"]

_WORDS = load("doubts")
_OF_THE_WHOLE = (Kind.HEADLINE, Kind.CORRECTION)
_LEAD, _FAR = 3, 5
_MOST, _FEW, _RELATIVE = 100, 2, 3
_CARDINALS = "|".join(load("numbers")["cardinals"])
# "whose two sons were killed in the war", "She had lost three cousins"
_OF_SOMEBODY = pattern(
    r"\b(?:whose|his|her|their|my|our|lost|buried) (?:[\w-]+ )?[\w-]+ "
    rf"(?:{'|'.join(load('parts')['siblings'])})$",
    regex.IGNORECASE,
)
_OF_THEM = pattern(r"\bof (?:them|whom)$", regex.IGNORECASE)
_COUNT = pattern(r"(?<![\w.,])\d[\d,]*(?![\w.]\d)|\b\p{L}+(?:-\p{L}+)?")
_SHORT = 8
_ONE_OF = pattern(
    r"\b(?:one|two|three|some|many|several|among|amongst) (?:of )?$", regex.IGNORECASE
)
_AREAS = find_stems(load("scopes")["areas"])


def mark_doubtful(
    figures: Sequence[Figure], passages: Sequence[Passage], surroundings: Surroundings
) -> list[Figure]:
    """The figures, with a mark on the totals that their words may set apart from the whole.

    Those whom another killer or a record sets apart are moved to another event: "Cholera has killed
    48 people", below a lead with a fire; "The record was 26 deaths".
    """
    doubts = _Doubts(figures, passages, surroundings)
    marked = [
        each if each.doubt is doubt else replace(each, doubt=doubt)
        for each, doubt in zip(figures, map(doubts.find, figures), strict=True)
    ]
    others = OtherEvents(figures, passages, doubts.lead)
    return [
        each if (event := others.find(each)) == each.event else replace(each, event=event)
        for each in marked
    ]


_EVERYBODY = frozenset(_WORDS["everybody"])
_OTHERS = pattern(
    r"(?:the )?(?:other|remaining)\b|the [\w-]+ (?:others?|remaining)\b", regex.IGNORECASE
)
# "Four people were hurt by the blast too"
_WHICH = pattern(r" (?:who|from|outside|near|on|in) ")
_TOO = pattern(r"(?: [\w'-]+){0,10}?,? (?:too|as well)(?=[,.;])", regex.IGNORECASE)
# "The two people who tried to help her and who also died"
_ALSO = pattern(rf"[^.;]*?\balso {either(_WORDS['also_lost'])}", regex.IGNORECASE)
_BESIDE = pattern(r"^(?!the\b).*\b(?:others?|another|further|more)\b", regex.IGNORECASE)
# As in "Four people were killed: a couple from Tarn and two guides".
_WHO_THEY_WERE = pattern(
    r"\b(?:died|killed|dead|injured|hurt|wounded|missing): .*", regex.IGNORECASE
)
# "The worst storm since 1998", "the worst in years" tell of no other time in which people died.
_RECORD = pattern(
    r"\b(?:first|[a-z]+iest|worst|highest|biggest|largest|most [a-z]+)\b[^.;,]*"
    rf"\b(?:since|(?:in|for)\b[^.;,]*{either(load('scopes')['records'])})\b[^.;,]*",
    regex.IGNORECASE,
)
_THERE = pattern(r"(?:\s+[\w'-]+){1,4}?\s+there\b(?!\s+(?:was|were|is|are|had|has|have)\b)")
_THERE_TOO = pattern(r"\w there,? and(?:\s+\w+){0,2}\s*$", regex.IGNORECASE)
# "said in a statement", "told a briefing", "11 years old": no other happening, nor time
_SAID_IN = pattern(
    rf"{either(load('sources')['say'])} (?:[^\W\d]+ ){{0,3}}?(?:in|on|at|via) (?:an? )?"
    rf"(?:[^\W\d]+ )?{either(_WORDS['media'])}|\byears? old\b",
    regex.IGNORECASE,
)
_DATES = [*load("events")["days"], *load("things")["months"]]
_NAME = pattern(
    rf"(?i:{either(_WORDS['before_a_name'])})\s+"
    rf"((?:(?!be\b|{either(_WORDS['before_a_name'])})[a-z-]+\s+){{0,3}}(?!(?i:{either(_DATES)}))[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*"
    rf"(?:\s+{either(load('scopes')['places'])})?)"
)
_TIME = pattern(
    rf"{either(_WORDS['times'] + _WORDS['wider'])}"
    rf"|\b(?:in|of|and|until|to) (?:{either(load('things')['months'])}|(?:19|20)\d\d\b)"
    rf"|\bin (?:\d+|{_CARDINALS}) {either(load('scopes')['many_areas'])}",
    regex.IGNORECASE,
)
_STAGE = pattern(either(_WORDS["stages"]), regex.IGNORECASE)
_DIED_AT = pattern(
    rf"[^.;]{{0,60}}?\b(?:died|killed|dead) {either(_WORDS['stages'])}", regex.IGNORECASE
)
# As in "... street by street, with 411 on Station Avenue, 96 in the lane", behind a colon.
_IN_A_LIST = pattern(r":\s*(?:[^:;.]*,\s*(?:and )?)?$")
# "Relatives of the six people who died then"
_DIED_THEN = pattern(r"\s+(?:who|that) (?:had )?(?:died|were (?:killed|hurt|injured)) then\b")
# "In that attack ten died", of two
_IN_THAT_ONE = pattern(
    rf"in (?:that|the (?:first|second|third|other)) {either(sorted(EVENT_NOUNS))}", regex.IGNORECASE
)
_WHERE = pattern(r"(\p{Lu}[\w'’-]+), where (?:[\w'’-]+ ){0,4}$")
# "One of the bombs hit a row of shops, where 19 people were killed"
_IN_A_PLACE = pattern(r"\b(?:an?|one|another) [^,;.]{1,40}, where (?:at least )?$")
_DIED_LATER = pattern(either(_WORDS["late"]), regex.IGNORECASE)
_TO_HOSPITAL = pattern(
    rf"(?: \w+){{0,2}}? (?:was|were|been|being) {either(_WORDS['taken'])}[^.;]{{0,40}}?"
    rf" {either(load('scopes')['houses'] + load('scopes')['many_houses'])}",
    regex.IGNORECASE,
)
# "the four people whose deaths were filmed", but not "the nine whose lives ended here"
_WHOSE = pattern(r" whose (?!li(?:fe|ves) )", regex.IGNORECASE)
# "Thirty-five people who had been feared dead turned up alive"
_FEARED_DEAD = pattern(
    rf" who (?:had|have) been {either(_WORDS['taken_for'])} (?:dead|killed|missing)\b"
    rf"[^.;]*\b{either(_WORDS['alive'])}",
    regex.IGNORECASE,
)
_DIED_OF = pattern(
    rf"\s+(?:had |have |has )?died (?:of|from) (?!{either(load('grammar')['definite'])}|it\b)"
    r"((?:[\w-]+ ?){1,3})"
)
_OF_WHOM = pattern(r"\bof whom (?:at least )?$", regex.IGNORECASE)
_ROAD = pattern(r"\b[A-Z]{1,2}-?\d{1,4}\b")
_SERIES = pattern(rf"{either(_WORDS['series'])} of (?:\w+ ){{0,2}}\w+s\b", regex.IGNORECASE)
# "Nine were killed. We have buried seven"
_WE_BURIED = pattern(
    r"\b(?:we|they|I)(?: have|['’]ve)?(?: just| already)? buried $", regex.IGNORECASE
)
_ALL_AND = pattern(r"\b(?:all|everyone|everybody)\b[^,.;\d]* and $", regex.IGNORECASE)
# "taken to the hospital at Los Encuentros": it is no other place in which people were hurt.
_HOUSE_AT = pattern(
    rf"{either(load('scopes')['houses'] + load('scopes')['many_houses'])}"
    r" (?:at|in|of|near)(?: \p{Lu}[\w'’-]+)+"
)
_DEATHS_FROM = pattern(r"\s+(?:from|due to|caused by) ((?:[\w-]+ ?){1,3})")
_MONTH = either(load("things")["months"])
_DAY_OF_A_MONTH = pattern(rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})\b", regex.IGNORECASE)
_SHORTEST = 3
_FROM_ONE = pattern(r"\s+(?:from|of|due to) (\p{L}{4,}(?: fever)?)\b")
_CAUSE = pattern(r"\W*(\p{Lu}\w+):")
_TELLING = 20
_THERE_ALONE = pattern(r"\s+(?:on|in|at|from|near)\b")
_BEFORE = pattern(
    rf"\b(?:before|prior to|ahead of) the (?:\w+ )?{either(sorted(EVENT_NOUNS))}",
    regex.IGNORECASE,
)
# "make up 38 per cent of all the 2,990 deaths in the state"
_SHARE = pattern(
    r"(?:%|\bper ?cent|\b(?:half|third|quarter|fifth|tenth|share|proportion))"
    r" of (?:all )?(?:the )?$",
    regex.IGNORECASE,
)
# "the 47 people who died in our hospital"
_HOUSED = pattern(
    rf"\W*(?:who |that )?\w+ (?:in|at) (?:our|this|that|his|her|their)"
    rf" {either(load('scopes')['houses'])}",
    regex.IGNORECASE,
)
# "So far the feud has killed dozens"
_SO_FAR = pattern(
    rf"\b(?:the|this|their|that) (?:[\w-]+ ){{0,2}}?({either(_WORDS['going_on'])})[^.;,]{{0,40}}"
    rf"\b(?:has|have) (?:so far |already |also )?{either(_WORDS['costing'])}[^.;,]*$",
    regex.IGNORECASE,
)
_HAPPENING = pattern(either(_WORDS["happenings"]), regex.IGNORECASE)


class _Doubts:
    """What a document's headline and lead name, and what its figures name beyond that."""

    def __init__(
        self, figures: Sequence[Figure], passages: Sequence[Passage], surroundings: Surroundings
    ) -> None:
        """Read the headline and the first passages."""
        self._is_wide = surroundings.is_wide  # else a caption names the one place
        self._parts: dict[tuple[str, Outcome], int] = {}  # where the first one of a sentence starts
        self._first: dict[tuple[object, ...], Figure] = {}
        for figure in figures:
            if " of " in figure.text or figure.scope is Scope.PART:
                key = figure.sentence, figure.outcome
                self._parts[key] = min(figure.start, self._parts.get(key, figure.start))
            outcome, number = figure.outcome, figure.number
            for kind in ((number,), (outcome,), (outcome, number), _kind(figure)):
                self._first.setdefault(kind, figure)
        self._beside: dict[str, list[Figure]] = {}
        self._in_passage: dict[int, list[Figure]] = defaultdict(list)
        self._events: dict[tuple[Outcome, int | None], list[str]] = {}
        for figure in figures:
            self._events.setdefault((figure.outcome, figure.number), []).append(figure.event)
            self._beside.setdefault(figure.sentence, []).append(figure)
            self._in_passage[figure.paragraph].append(figure)
        last = max(_LEAD, surroundings.lead)
        self._far = max(_FAR, surroundings.telling + _FEW)
        leading = [p for p in passages if p.number <= last or p.kind is Kind.HEADLINE]
        self._passages = {passage.number: passage for passage in passages}
        self._leading = frozenset(
            p.number
            for p in passages
            if p.number <= surroundings.telling or p.kind in _OF_THE_WHOLE
        )
        self._opening = "\n".join(p.text for p in passages if p.number in self._leading).lower()
        self._introduced = find_introduced(self._opening)
        self._lead = "\n".join(passage.text.lower() for passage in leading)
        self._roads = frozenset(
            road for p in leading if p.kind is not Kind.CAPTION for road in _ROAD.findall(p.text)
        )
        self._named = find_stems(passage.text for passage in leading)
        self._new: dict[str, Doubt | None] = {}
        self._differing: dict[int, int | None] = {}  # where a passage has said that accounts differ
        self._days = _days(self._opening)
        self.lead = Lead(
            passages=self._leading,
            text=self._opening,
            stems=self._named,
            is_wide=self._is_wide,
            knows=self._knows_places,
        )
        self._deaths = [each for each in figures if each.outcome is Outcome.KILLED and each.number]
        self._tells_a_series = _SERIES.search(self._opening) is not None

    def find(self, figure: Figure) -> Doubt | None:
        """Whom the figure may count instead of the whole."""
        if self._is_disputed(figure):
            return Doubt.DISPUTED
        if self._is_of_told_event(figure) or self._is_more_than_all(figure):
            return Doubt.OTHERS
        if figure.scope is Scope.PART and self._is_of_unharmed(figure):
            return Doubt.OTHERS
        if self._is_brought_in(figure) or self._is_of_another_road(figure):
            return Doubt.OTHERS
        if self._are_too(figure) or self._are_with_dying(figure):
            return Doubt.OTHERS
        if self._are_with_dead(figure):
            return Doubt.MIXED
        lasts = _SO_FAR.search(figure.head) if figure.passage is Kind.PARAGRAPH else None
        if lasts is not None and find_stems([lasts[1]]).isdisjoint(self._named):
            return Doubt.OTHERS
        doubt = self._leaves_out(figure)
        if doubt is not None:
            is_before = doubt is Doubt.SOME and _BEFORE.search(figure.sentence)
            return Doubt.OTHERS if is_before else doubt
        doubt = self._tells_anew(figure) or (None if self._is_beside(figure) else figure.doubt)
        if doubt is None or (not _is_staged(figure) and is_anchored(figure, self._named)):
            return None
        return Doubt.ASIDE if self._is_aside(figure) else doubt

    def _is_aside(self, figure: Figure) -> bool:
        """Whether a doubtful count is told far below the lead, and as a new one."""
        is_known = self._first[figure.outcome,].paragraph in self._leading
        is_whole = figure.scope is Scope.TOTAL and figure.event == MAIN
        if not is_whole or figure.paragraph < self._far or not is_known:
            return False
        known = (
            other
            for other in self._beside[figure.sentence]
            if self._first[other.outcome, other.number].paragraph in self._leading
        )
        return is_aside(figure, known, self._introduced)

    def _is_disputed(self, figure: Figure) -> bool:
        """Whether it is hearsay, or its passage says that accounts differ."""
        if figure.passage is not Kind.PARAGRAPH or figure.scope is not Scope.TOTAL:
            return False
        number = figure.paragraph
        if number not in self._differing:
            text, begins = self._passages[number].text, self._passages[number].start
            differ = where_accounts_differ(text)
            self._differing[number] = None if differ is None else begins + differ
        start = self._differing[number]
        if start is not None and start <= figure.start:
            return True
        return self._is_below(figure) and is_hearsay(figure)

    def _is_of_told_event(self, figure: Figure) -> bool:
        """Whether its number is otherwise told of another event alone: a list's "162 dead"."""
        told = self._events.get((figure.outcome, figure.number), [])
        is_alone = told.count(MAIN) == 1 and len(told) > 1
        is_main = figure.event == MAIN and (self._is_below(figure) or figure.passage is Kind.LIST)
        return is_main and is_alone and (figure.number or 0) >= _TELLING

    def _is_more_than_all(self, figure: Figure) -> bool:
        """Whether all who were told of are some of them: "Of the 512 deaths, 219 were on farms"."""
        if figure.head.lower().strip() != "of":
            return False
        return any(
            other.outcome is figure.outcome
            and 1 < (other.number or 0) < (figure.number or 0)
            and self._first[other.number,].start < figure.start
            for other in self._beside[figure.sentence]
        )

    def _is_of_unharmed(self, figure: Figure) -> bool:
        """As in "There were 12 people in the van. Five of them came off with bruises"."""
        if figure.head.strip() or not _OF_THEM.search(figure.text):
            return False
        before = sentence_before(self._passages[figure.paragraph], figure.start)
        is_told = any(f.outcome is figure.outcome for f in self._beside.get(before, ()))
        return not is_told and any(
            value_of(word) > figure.range.low for word in _COUNT.findall(before)
        )

    def _are_too(self, figure: Figure) -> bool:
        """Whether they come on top: "Two were hurt. Four who were passing were hurt, too".

        Or "The two who had tried to help her also died".
        """
        is_known = figure.scope is Scope.TOTAL and figure.text.lower().startswith("the ")
        if is_known and _ALSO.match(figure.tail):
            return True
        is_new = figure.population != PEOPLE or _WHICH.match(figure.tail) is not None
        if figure.scope is not Scope.TOTAL or not is_new or not _TOO.match(figure.tail):
            return False
        before = sentence_before(self._passages[figure.paragraph], figure.start)
        last = self._passages.get(figure.paragraph - 1)
        told = before or (last.text if last is not None and last.kind is Kind.PARAGRAPH else "")
        return any(
            other.outcome is figure.outcome and other.number != figure.number
            for sentence, others in self._beside.items()
            if told.endswith(sentence)
            for other in others
        )

    def _are_with_dying(self, figure: Figure) -> bool:
        """Whether some of the hurt have died: "Three were taken to hospital, where one died".

        The others are as many as are told to be hurt.
        """
        if figure.outcome is not Outcome.INJURED or figure.passage is not Kind.PARAGRAPH:
            return False
        if len(self._in_passage[figure.paragraph]) > _MOST:
            return False
        left = [(figure.number or 0) - dead for dead in self._dying(figure)]
        return any(
            number in left and number != figure.number
            for outcome, number in self._events
            if outcome is Outcome.INJURED and number
        )

    def _are_with_dead(self, figure: Figure) -> bool:
        """Whether some of those who were taken to a hospital are told of as dead.

        As in "26 people were taken to hospital", where 23 are hurt and three died later.
        """
        if figure.outcome is not Outcome.INJURED or not _TO_HOSPITAL.match(figure.tail):
            return False
        died = {dead.number for dead in self._deaths if _DIED_LATER.search(dead.sentence)}
        return any(
            outcome is Outcome.INJURED and (figure.number or 0) - (number or 0) in died
            for outcome, number in self._events
        )

    def _dying(self, figure: Figure) -> Iterator[int]:
        """How many its sentence tells the death of, or its paragraph as further dead."""
        for other in self._in_passage[figure.paragraph]:
            is_one = other.scope is Scope.PART and other.sentence == figure.sentence
            is_late = other.outcome is Outcome.KILLED and other.start > figure.start
            if is_late and (is_one or other.scope is Scope.ADDITIONAL):
                yield other.number or 0

    def _is_beside(self, figure: Figure) -> bool:
        """Whether it is the first told of its outcome, beside the dead: "Nine others were hurt"."""
        is_first = self._first[figure.outcome,] is figure
        return is_first and _BESIDE.search(figure.text) is not None

    def _is_below(self, figure: Figure) -> bool:
        return figure.scope is Scope.TOTAL and figure.paragraph not in self._leading

    def _leaves_out(self, figure: Figure) -> Doubt | None:
        """Whom its words leave out: "The other nine", "36 had died", "hurt there"."""
        if not self._is_below(figure):
            is_total = figure.scope is Scope.TOTAL and self._first[figure.number,] is figure
            if is_total and _is_staged(figure) and self._first[figure.outcome,] is not figure:
                return Doubt.SOME
            return Doubt.OTHERS if is_total and _is_there(figure) else None
        if _IN_THAT_ONE.match(figure.sentence):
            return Doubt.OTHERS
        if figure.qualifier is Qualifier.VAGUE and figure.range.high is not None:
            return Doubt.SOME  # "Several survivors have lost their sight", where dozens are ill
        if self._is_of_others(figure) or _are_presumed_dead(figure):
            return Doubt.OTHERS
        if self._is_of_some(figure):
            return Doubt.SOME
        if _is_of_everybody(figure) and not _is_there(figure):
            return None
        if _OTHERS.match(figure.text) or _is_there(figure):
            return Doubt.OTHERS
        is_known = REFERENCE.match(figure.text) and self._first[figure.number,] is not figure
        is_past = not is_known and looks_back(figure)
        return Doubt.SOME if is_past or self._goes_on(figure) else None

    def _is_of_others(self, figure: Figure) -> bool:
        """Whether it counts people of whom the lead tells nothing: kin, a group, those of then."""
        if _OF_THEM.search(figure.text) and _leaves_more(figure):
            return True
        if (
            _FEARED_DEAD.match(figure.tail)
            or self._is_of_one_cause(figure)
            or _DIED_THEN.match(figure.tail)
            or self._is_of_a_series(figure)
        ):
            return True
        if self._first[figure.number,] is not figure:
            return False
        if _OF_WHOM.search(figure.head) and _leaves_more(figure):
            return True  # "Fifteen nurses have caught it, of whom nine died"
        cause = _DEATHS_FROM.match(figure.tail) if figure.text.endswith("deaths") else None
        told = [word for word in cause[1].split() if len(word) > _SHORTEST] if cause else []
        if told and find_stems(told).isdisjoint(self._named):
            return True  # "583 deaths from heart failure", in a story about heat
        return bool(_SHARE.search(figure.head) or _OF_SOMEBODY.search(figure.head + figure.text))

    def _is_of_one_cause(self, figure: Figure) -> bool:
        """Whether it is of one of two causes: "Meningitis: 229 deaths", "143 from cholera"."""
        cause = _CAUSE.match(figure.sentence) or _FROM_ONE.match(figure.tail)
        if cause is None:
            return False
        word = cause[1].lower()
        return f" and {word}" in self._opening or f"{word} and " in self._opening

    def _is_of_a_series(self, figure: Figure) -> bool:
        """Whether it is of many events, where the lead is of one: "a string of raids"."""
        return not self._tells_a_series and _SERIES.search(figure.head) is not None

    def _is_of_some(self, figure: Figure) -> bool:
        # "All of those aboard and one person on the ground have died"
        """Whether it counts those of one house, of a list of places, of a cause, or of a group."""
        return (
            _HOUSED.match(figure.tail) is not None
            or _WHOSE.match(figure.tail) is not None
            or _IN_A_PLACE.search(figure.head) is not None
            or _ALL_AND.search(figure.head) is not None
            or (_WE_BURIED.search(figure.head) is not None and self._are_fewer(figure))
            or _is_listed(figure)
            or self._is_of_those_before(figure)
            or self._is_of_a_cause(figure)
            or self._is_of_a_place(figure)
        )

    def _are_fewer(self, figure: Figure) -> bool:
        """Whether the first count of their outcome is higher."""
        return (self._first[figure.outcome,].number or 0) > figure.range.low

    def _is_of_those_before(self, figure: Figure) -> bool:
        """Whether a bare number is some of a group: "Seven were infected. Three have died."."""
        if " " in figure.text or figure.head.strip():
            return False
        before = sentence_before(self._passages[figure.paragraph], figure.start)
        return value_of(before.lower().removeprefix("the ").split(" ", 1)[0]) > figure.range.low

    def _is_of_a_place(self, figure: Figure) -> bool:
        """Whether it is of a place that the lead does not name: "in Velm, where 500 died"."""
        place = _WHERE.search(figure.head)
        return place is not None and find_stems([place[1]]).isdisjoint(self._named)

    def _is_of_a_cause(self, figure: Figure) -> bool:
        """Whether it counts those who died of what the lead does not know: "of head injuries"."""
        cause = _DIED_OF.match(figure.tail)
        return cause is not None and find_stems([cause[1]]).isdisjoint(self._named)

    def _tells_anew(self, figure: Figure) -> Doubt | None:
        if not self._is_below(figure):
            return None
        if REFERENCE.match(figure.text):
            if (doubt := self._takes_up(figure)) is not None:
                return doubt
            is_all = _is_of_everybody(figure)
            return None if is_all else self._names_anew(self._sentence_before(figure))
        if figure.passage is Kind.CAPTION and not self._is_wide:
            return Doubt.OTHERS if self._dates_anew(figure.sentence) else None
        # "Another 12 people were hurt" is no other happening.
        told = figure.sentence.replace(figure.text, "", 1)
        return self._names_anew(told) or self._names_anew(self._sentence_before(figure))

    def _is_of_another_road(self, figure: Figure) -> bool:
        """Whether a caption names a road, and none of the lead's."""
        if figure.passage is not Kind.CAPTION or not self._roads:
            return False
        named = _ROAD.findall(figure.sentence)
        return bool(named) and self._roads.isdisjoint(named)

    def _knows_places(self, text: str) -> bool:
        """Whether words name no place that the lead does not, whatever kind of place it is."""
        names = (find_stems(words) - _AREAS for words in _named(text))
        return not any(name and name.isdisjoint(self._named) for name in names)

    def _is_brought_in(self, figure: Figure) -> bool:
        """Whether nobody has told of them: "one of 17 people killed when the hall was shelled"."""
        if not self._is_below(figure) or self._first[figure.number,] is not figure:
            return False
        return not REFERENCE.match(figure.text) and _ONE_OF.search(figure.head) is not None

    def _goes_on(self, figure: Figure) -> bool:
        """Whether a bare number leans on a part: "Nine of them were shot, and three stabbed"."""
        part = self._parts.get((figure.sentence, figure.outcome), figure.start)
        is_bare = " " not in figure.text and not is_brought_to(figure)
        return is_bare and part < figure.start

    def _takes_up(self, figure: Figure) -> Doubt | None:
        """Whether "the six" are those who were told of before, as some or in another event."""
        first = self._first[figure.number,]
        if first.start >= figure.start:
            return None
        if first.outcome is not figure.outcome and _is_of_everybody(figure):
            return None  # "the five dead", where five were hurt
        if (doubt := first.doubt or self.find(first)) is not None:
            return doubt if first.event == figure.event else Doubt.OTHERS
        is_told_of_all = self._first[_kind(figure)].start < figure.start
        return None if is_told_of_all or _is_of_everybody(figure) else Doubt.OTHERS

    def _names_anew(self, sentence: str) -> Doubt | None:
        """Whether a sentence has a place, a time or a happening that the lead has not.

        It is found out once for all its figures.
        """
        if sentence not in self._new:
            self._new[sentence] = self._find_new(sentence)
        return self._new[sentence]

    def _find_new(self, sentence: str) -> Doubt | None:
        sentence = without_asides(_SAID_IN.sub("", sentence))
        told = _HOUSE_AT.sub("", _WHO_THEY_WERE.sub("", _RECORD.sub("", sentence)))
        named = map(find_stems, _named(told))
        if self._dates_anew(sentence) or any(n and n.isdisjoint(self._named) for n in named):
            return Doubt.OTHERS
        return Doubt.SOME if self._has_new(_STAGE, sentence) else None

    def _dates_anew(self, sentence: str) -> bool:
        told = _RECORD.sub("", sentence)
        return self._has_new(_TIME, told) or self._is_of_another_day(told)

    def _is_of_another_day(self, sentence: str) -> bool:
        """Whether it names a day of the calendar, where the lead names another one."""
        return bool(self._days and (told := _days(sentence))) and self._days.isdisjoint(told)

    def _has_new(self, words: regex.Pattern[str], sentence: str) -> bool:
        return any(match[0].lower() not in self._lead for match in words.finditer(sentence))

    def _sentence_before(self, figure: Figure) -> str:
        """What a short sentence leans on: "Last year a boat sank off Orsa. All six died."."""
        subject = SUBJECT.match(figure.sentence)
        is_whole = subject is not None and not find_stems([subject["noun"]]).isdisjoint(self._named)
        is_apart = figure.sentence.startswith(QUOTES) or figure.passage is Kind.CAPTION
        if is_whole or is_apart or len(figure.sentence.split()) >= _SHORT:
            return ""
        return sentence_before(self._passages[figure.paragraph], figure.start)


def _days(text: str) -> set[str]:
    """The days of the calendar that a text names: "may 5"."""
    return {match[0].lower() for match in _DAY_OF_A_MONTH.finditer(text)}


def _kind(figure: Figure) -> tuple[object, ...]:
    """The number of a figure, and of whom it is told."""
    return figure.number, figure.event, figure.outcome, figure.scope


def _is_of_everybody(figure: Figure) -> bool:
    """As "the six dead", "all nine people", but not "the other six dead"."""
    is_all = REFERENCE.match(figure.text) and not _OTHERS.match(figure.text)
    return bool(is_all) and not _EVERYBODY.isdisjoint(_words_of(figure))


def _words_of(figure: Figure) -> list[str]:
    """The words of a figure and those behind it that say who they are: "the six who were hurt"."""
    behind = WORD.findall(figure.tail.lower())
    return [
        *WORD.findall(figure.text.lower()),
        *behind[: _RELATIVE if behind[:1] == ["who"] else 1],
    ]


def _leaves_more(figure: Figure) -> bool:
    """Whether its sentence tells of a group that it is some of: "abducted 900, and killed 15"."""
    return any(value_of(word) > figure.range.low for word in _COUNT.findall(figure.head))


def _is_listed(figure: Figure) -> bool:
    """Whether a bare number stands in a list of places: "Orlo: 9, three of them still there"."""
    is_bare = " " not in figure.text and _IN_A_LIST.search(figure.head) is not None
    is_behind = figure.passage is Kind.LIST and "," in figure.head.rpartition(":")[2]
    return is_bare and (is_behind or _THERE_ALONE.match(figure.tail) is not None)


def _is_staged(figure: Figure) -> bool:
    """Whether it says at once when they died: "Three died on the spot in the explosion"."""
    return _DIED_AT.match(figure.tail) is not None


def _are_presumed_dead(figure: Figure) -> bool:
    """As "Four missing persons are thought to be dead": beside the bodies that were found."""
    return figure.outcome is Outcome.KILLED and "missing" in WORD.findall(figure.text.lower())


def _is_there(figure: Figure) -> bool:
    """As in "Eleven people were hurt there", or "12 bodies were found there and five were hurt"."""
    if "there" not in figure.sentence.lower():  # as nearly always
        return False
    return _THERE.match(figure.tail) is not None or _THERE_TOO.search(figure.head) is not None


def _named(sentence: str) -> Iterator[list[str]]:
    """The words of a sentence that name a place, or something that happened."""
    for match in () if sentence.isupper() else _NAME.finditer(sentence):
        yield [match[1]]
    for match in _HAPPENING.finditer(sentence):
        yield WORD.findall(sentence, match.end())[:_FEW]
