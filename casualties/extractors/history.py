"""Counts that the text itself says are out of date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import regex

from casualties.extractors.dating import (
    had_been_given,
    is_compared,
    is_dated,
    is_lasting,
    is_over,
    was_announced,
)
from casualties.extractors.numbers import value_of
from casualties.extractors.readings import PLACES, Reading
from casualties.extractors.surroundings import is_first_below
from casualties.extractors.withdrawals import is_corrected, is_withdrawn
from casualties.lexicon import load
from casualties.model import MAIN, Figure, Kind, Outcome, Passage, Scope
from casualties.patterns import either, pattern

__all__ = ["History"]

_WORDS = load("scopes")
_ORDINALS: list[str] = load("quantities")["ordinals"]
# "Seven people were known dead at first"
_AT_FIRST = pattern(r"[^,;.]*\bat first\b", regex.IGNORECASE)
_NEAR_BEHIND = 600
_WITH_HIM = pattern(r"\bwith (?:him|her)\b", regex.IGNORECASE)
_VICTIM = either(["death", "victim", "patient", "person", "body", "fatality"])
_DATES = frozenset(load("things")["months"]) | frozenset(load("events")["days"])
_NEXT = 1
_REMAINS = (*load("parts")["remains"], "remains")
_LEAST_STAMPS = 2
_NOON, _HALF_A_DAY = 12, 720
_SLIP = 2


_MONTH = "|".join(load("things")["months"])
# Lines of a list that goes from day to day.
_OF_A_DAY = pattern(
    rf"(?:{either(load('events')['days'])}|day \w+|(?:{_MONTH})\.? \d{{1,2}}"
    rf"|\d{{1,2}} (?:{_MONTH}))"
    r"(?:,? [^:]{0,20})?(?::| [–—-]) ",
    regex.IGNORECASE,
)
_TIME = either(_WORDS["times"])
_WHEN = pattern(_TIME, regex.IGNORECASE)
_AT_HEAD = rf"^\W*(?:(?:on|until|late|early|last) )*{_TIME}"
_DAY = either(load("events")["days"])
_TOLL = either(_WORDS["old_nouns"])
_SAID = either(load("sources")["say"])
_OLDER = ("earlier", "previous", "older")
_ARCHIVE = pattern(rf"(?:{'|'.join(_OLDER)}) {either(_WORDS['entries'])}\W*$", regex.IGNORECASE)
# As in "Latest, 2.25 p.m.", or 14:25, or "1625 GMT"
_STAMP = pattern(
    rf"(?:{either(_WORDS['of_newest'])}[,:]? )?"
    r"(?|(\d{1,2})[.:h](\d{2})(?: ?([ap])\.?m\b|\b)(?!\s*(?:per|%|m\b))"
    rf"|([01]\d|2[0-3])([0-5]\d)()(?= ?{either(load('times')['zones'])}))",
    regex.IGNORECASE,
)
# "20 minutes ago", a line of its own
_AGO = pattern(r"\W*(\d{1,2}|an?|one) (minute|hour|day)s? ago\W*", regex.IGNORECASE)
_MINUTES = {"minute": 1, "hour": 60, "day": 1440}
_NUMBERED = pattern(r"UPDATE(?: #?(\d{1,2}))?\s?[:–-]|(?:UPDATE|Update) #?(\d{1,2})\b[:.]?")
_BY_THEN = pattern(rf"\bby (?:\w+ )?{_TIME}", regex.IGNORECASE)
# "On Saturday it had given a toll of 51", but not "on Saturday police said that 51 had died", "the
# army said on Saturday they had killed 51", nor
# "on Saturday a car hit a stall that had no licence, killing 51".
_HAD_THEN = pattern(
    rf"(?<!{_SAID} (?:on |late |early )*){_TIME},?"
    rf"(?:(?!{_SAID}|\b(?:that|which|who)\b)[^;,])*\bhad\b",
    regex.IGNORECASE,
)
_UPDATE = pattern(
    rf"^\W*(?:\w+ ){{0,2}}?{either(_WORDS['updates'])} (?:#|no\.? ?)?\d+"
    rf"[^.;]*{either(_WORDS['gives'])}",
    regex.IGNORECASE,
)
_ON_A_DAY = pattern(_DAY, regex.IGNORECASE)
_TOLL_ON_A_DAY = pattern(rf"{_DAY}[^.;]*{_TOLL}|{_TOLL}[^.;]*{_DAY}", regex.IGNORECASE)
# As of a picture: "Divers on Tuesday, when the number of dead stood at 23".
_WHEN_IT_STOOD = pattern(
    rf"{_DAY},? when [^.;]*{_TOLL}[^.;]* (?:stood at|was|were)\s*$", regex.IGNORECASE
)
_WAS_THEN = pattern(
    rf"^\W*(?:(?:on|until|till) )?{_DAY},? (?:\w+ ){{1,3}}?{_TOLL} "
    r"(?:was|were|had been|stood at)\s*$",
    regex.IGNORECASE,
)
# "On Friday it was given as 159", "On Tuesday night the toll was put at 116"
_WAS_GIVEN = pattern(
    rf"{_AT_HEAD}[^.;,]{{0,20}},? (?:it|(?:\w+ ){{1,4}}?{_TOLL})"
    rf" (?:was|were|had been) {either(_WORDS['had_told'])} (?:as|at)\s*$",
    regex.IGNORECASE,
)
_STOOD = pattern(rf"{_TOLL}(?: of \w+)? (?:was|were|stood at|had been)\s*$", regex.IGNORECASE)
# "There were 19 dead at that time"
_THERE_WERE = pattern(r"\W*(?:there|they|we) (?:were|had|had been) $", regex.IGNORECASE)
# "While the toll stood at 26, ..."
_WHILE = pattern(r"\W*(?:while|when|as long as) the\b[^,]*$", regex.IGNORECASE)
_THAT_DAY = pattern(rf"\W*(?:on |as of |late |early )*{_DAY}", regex.IGNORECASE)
# "The 540 people known to be dead by Thursday"
_KNOWN_BY = pattern(
    rf"[^.;,]{{0,30}}\b(?:known|reported|confirmed|counted)\b[^.;,]{{0,20}} by (?:\w+ )?{_TIME}"
    r"(?!['’]s)",
    regex.IGNORECASE,
)
# "Twenty-four people had died by Sunday night"
_HAD_BY = pattern(
    rf"[^.;,]{{0,30}}? had [^.;,]{{0,30}}?\bby (?:\w+ )?{_TIME}(?!['’]s)", regex.IGNORECASE
)
# "As at yesterday night, the corpses were 12"
_AS_AT = pattern(
    rf"^\W*as (?:at|of) [^.;,]{{0,20}}?{_TIME}[^.;]*\b(?:was|were|stood at|had)\W*$",
    regex.IGNORECASE,
)
_BACK_THEN = either(_WORDS["at_that_time"])
# "At that time seven deaths were reported", "The toll at that time was seven"
_AT_THAT_TIME = pattern(
    rf"^\W*(?:{_BACK_THEN},?"
    rf"|(?:the|its|their) [^.;,]{{0,30}}?{_TOLL}(?: of \w+)? (?:{_BACK_THEN}|then)"
    r" (?:was|were|stood at|had been))\s*$",
    regex.IGNORECASE,
)
# "The number of dead was 22 then"
_THEN_ALONE = pattern(rf"(?: dead| deaths)? (?:{_BACK_THEN}|then)(?=[.,;])", regex.IGNORECASE)
_AT_A_TIME = pattern(_AT_HEAD, regex.IGNORECASE)
_PLUPERFECT = pattern(r"(?: (?!who\b|which\b|that\b)\w+){0,3}? had\b", regex.IGNORECASE)
_UNTIL = pattern(r"\b(?:until|till|before) [^.;,]*$", regex.IGNORECASE)
_FOUND_BY_NOW = pattern(rf"^\W*on {_DAY}\b[^;]*\b(?:said|reported|announced)\b", regex.IGNORECASE)
# "Officials had earlier given the number of dead as 11", "Its morning bulletin had listed 11 dead"
_HAD_TOLD = pattern(
    rf"\bhad (?:(?!{_SAID})\w+,? ){{0,4}}?{either(_WORDS['had_told'])}", regex.IGNORECASE
)
# "Fourteen people had been reported dead on Monday"
_HAD_BEEN_TOLD = pattern(
    rf"[^.;,]{{0,30}}? had (?:\w+ )?been {either([*_WORDS['had_told'], 'reported', 'feared'])}"
    rf"[^.;]*(?:{_TIME}|\b(?:earlier|previously|initially|at first)\b)",
    regex.IGNORECASE,
)
# "The figure of 69 deaths in the previous report"
_IN_AN_OLDER = pattern(
    rf"\W*(?:\w+ )?in (?:the|its|our|an?) (?:{'|'.join(_WORDS['old_adjectives'])}|last) (?:\w+ )?"
    rf"{either(_WORDS['updates'])}",
    regex.IGNORECASE,
)
# "The council said at the time that 90 pupils were hurt"
_TOLD_THEN = pattern(rf"{_SAID}(?: \w+){{0,3}}? {either(_WORDS['told_then'])}", regex.IGNORECASE)
_REVISED = pattern(either(_WORDS["revised"]), regex.IGNORECASE)
_SINCE_THEN = pattern(either(_WORDS["since_then"]), regex.IGNORECASE)
# "The front, which now holds the town, said that 25 had died" tells of the front, not of a change
_ASIDE = pattern(r", (?:who|whose|which|where|now|once|then)\b[^,;.]*,", regex.IGNORECASE)
# "An agency later said that the number had risen to 25"
_ROSE_LATER = pattern(
    rf"(?:\b(?:later|afterwards|soon)\b|\bby (?:\w+ )?{_TIME})[^.;]*"
    rf"\b{either(_WORDS['gone_up'])} to\s+$",
    regex.IGNORECASE,
)
# "The storm has so far killed 26 people", whatever the next sentence says of now
_UP_TO_NOW = pattern(rf"(?:{either(_WORDS['up_to_now'])})[^.;]*$", regex.IGNORECASE)
_SO_NOW = pattern(r"\W*(?:so|thus)\b[^.;]*\bnow\b", regex.IGNORECASE)
_EARLIER = pattern(
    rf"^\W*earlier(?:,| (?:on )?{_DAY}| (?:this|in the|that) {either(_WORDS['spans'])})",
    regex.IGNORECASE,
)


# "Eight people died on the night, and a ninth on Thursday", "16 were found hours after the quake"
_ON_THE_NIGHT = pattern(
    r"[^.;:]{0,40}?\b(?:on the (?:day|night|evening|morning)(?: itself)?\b"
    r"(?! (?:of|when|that|before|after)\b)"
    r"|(?:found|recovered|counted|pulled|reported|confirmed)\b[^.;:]{0,30} hours (?:after|of)\b)",
    regex.IGNORECASE,
)
# "In a story on Monday, The Courier reported that 16 had died. The railway says that 15 did"
_IN_A_STORY = pattern(
    rf"^\W*In (?:an?|its|our|the|some) (?:[\w-]+ ){{0,3}}?{either(_WORDS['stories'])}"
    rf"[^;]*{_SAID}"
)
_CARDINALS = load("numbers")["cardinals"]
# "Sixteen bodies were recovered and not 22", in a report of a toll that was lowered
_DENIED = pattern(
    rf"\b(?:and not|instead of|rather than|but not) (\d[\d,]*\b|{'|'.join(_CARDINALS)})",
    regex.IGNORECASE,
)
# "At least 27 were killed, early reports said", "was put at twelve dead on the first count"
_FIRST_TOLL = rf"{either(load('reconciliation')['first_accounts'])} (?:\w+ )?{_TOLL}"
_BY_FIRST_TOLL = pattern(
    rf"[^.;]*(?:, (?:the )?{_FIRST_TOLL} {_SAID}"
    rf"| (?:on|by|in|at|according to) (?:(?:the|an?|its|their) )?{_FIRST_TOLL})\W*$",
    regex.IGNORECASE,
)
# "At least 27 were killed. The toll has since risen"
_HAS_SINCE_RISEN = pattern(
    rf"(?:the|that|this|its) (?:\w+ )?{_TOLL} {either(_WORDS['since_then'])} "
    rf"{either(_WORDS['gone_up'])}(?! to\b)"
    rf"|(?:the|that|this|its) (?:\w+ )?{_TOLL} (?:has|have|had) {either(_WORDS['gone_up'])} since",
    regex.IGNORECASE,
)
# "36 people were dead, one of them a child, but by Monday morning it was 37"
_BY_THEN_IT_WAS = pattern(
    rf"[^.;]*\b(?:but|and|then) by (?:\w+ )?{_TIME},? [^.;,]*?"
    rf"\b(?:was|were|stood at|at|to|reached) (\d[\d,]*\b|{'|'.join(_CARDINALS)})\b",
    regex.IGNORECASE,
)
# "The mayor changed that to four dead and 12 missing. Then officials said that no deaths ..."
_CHANGED_TO = pattern(
    rf"{either(_WORDS['changing'])} (?:that|this|it|these|them) (?:down |up |back )?to [^.;]*$",
    regex.IGNORECASE,
)
_THEN = pattern(
    rf"{either(_WORDS['afterwards'])}\b[^.;]*"
    rf"(?:{either(_WORDS['old_nouns'])}|{either(load('references')['harmed'])}|\bconfirmed\b)",
    regex.IGNORECASE,
)
_MOST_BESIDE = 24


class History:
    """When each count of a document was made, as far as its passages tell."""

    def __init__(self, passages: Sequence[Passage], lead: int) -> None:
        """Read the passages, the first ``lead`` of which are a headline and the lead."""
        self._lead = lead
        self._passages = {passage.number: passage for passage in passages}
        self._stamps = _stamps(passages)
        self._above = _above_stamps(passages) if self._stamps else frozenset()
        self._is_revised = any(_REVISED.search(p.text) for p in passages[:lead])
        told = (_DENIED.findall(passage.text) for passage in passages if self._is_revised)
        self._denied = {value_of(word) for word in chain.from_iterable(told)}
        self._opening = " ".join(passage.text for passage in passages[:lead]).lower()

    def settle(self, readings: list[Reading]) -> None:
        """Make superseded what the text dates before another count of the same people.

        Or what it says was withdrawn, wherever it is told.
        """
        withdrawn = {reading.figure.number for reading in readings if is_withdrawn(reading)}
        withdrawn |= self._denied
        told = {(reading.figure.range, reading.figure.number) for reading in readings}
        scopes = {reading.figure.scope for reading in readings}
        if len(told) == 1 and scopes == {Scope.TOTAL} and not withdrawn:
            return  # nothing newer is told, as often
        most = _most_by_day([reading.figure for reading in readings], self._passages)
        for i, reading in enumerate(readings):
            if reading.figure.range.low < most.get(reading.figure.id, 0):
                readings[i] = reading.rescoped(Scope.PREVIOUS)
            elif reading.figure.scope is Scope.TOTAL:
                others = [other for other in readings if other is not reading]
                is_taken_back = reading.figure.number in withdrawn
                if is_taken_back or self._is_out_of_date(reading, others):
                    readings[i] = reading.rescoped(Scope.PREVIOUS)

    def settle_beside(self, readings: list[Reading]) -> None:
        """Make superseded what is told beside an older count: "had confirmed 20 dead and 26 hurt".

        Where the others who were hurt are told of by another number.
        """
        if all(reading.figure.scope is not Scope.PREVIOUS for reading in readings):
            return
        told: dict[tuple[int, str], list[Figure]] = {}
        for figure in (reading.figure for reading in readings):
            told.setdefault((figure.paragraph, figure.sentence), []).append(figure)
        for i, reading in enumerate(readings):
            figure = reading.figure
            beside = told[figure.paragraph, figure.sentence][:_MOST_BESIDE]
            older = [
                other
                for other in beside
                if other.scope is Scope.PREVIOUS
                and other.event == figure.event
                and other.outcome is not figure.outcome
            ]
            newer = {f.outcome for f in beside if f.scope is Scope.TOTAL}
            if figure.scope is not Scope.TOTAL or not older or newer != {figure.outcome}:
                continue
            heads = [other.head for other in older if " had " in other.sentence]
            is_of_then = any(_BY_THEN.search(head) or _HAD_TOLD.search(head) for head in heads)
            if is_of_then and any(
                (o.event, o.outcome) == (figure.event, figure.outcome)
                and not o.range.overlaps(figure.range)
                for o in _totals([other.figure for other in readings if other is not reading])
            ):
                readings[i] = reading.rescoped(Scope.PREVIOUS)

    def _is_out_of_date(self, reading: Reading, told: Sequence[Reading]) -> bool:
        figure, others = reading.figure, [other.figure for other in told]
        if had_been_given(figure) and any(
            not other.range.overlaps(figure.range) for other in _totals(others)
        ):
            return True
        if _IN_A_STORY.search(figure.head) and any(
            other.paragraph == figure.paragraph and other.number != figure.number
            for other in _totals(others)
        ):
            return True
        if self._is_counted_on(figure, others) or self._is_changed(figure, others):
            return True
        if any(not other.range.overlaps(figure.range) for other in _totals(others)) and (
            is_corrected(figure, self._behind(figure))
        ):
            return True
        if _is_added_to(figure, others):
            return True
        if self._is_stamped_over(figure, others) and not _is_local(reading, told):
            return True
        if _are_lower_than_some(figure, others) and (
            is_compared(figure) or was_announced(figure, self._opening)
        ):
            return True
        # "The search for the five missing went on at noon" tells of five who were told of.
        is_known = not reading.is_definite or any(o.range == figure.range for o in others)
        if is_known and self._is_dated_back(figure, others):
            return True
        if reading.is_reference or reading.is_condition:
            return False  # "15 remained in hospital", "by noon all 31 bodies had been identified"
        return self._is_overtaken(figure, others) or _is_replaced(figure, others, self._lead)

    def _is_counted_on(self, figure: Figure, others: Sequence[Figure]) -> bool:
        """Whether the next one is told of behind it: "four deaths ... Later a fifth death"."""
        number = figure.number or 0
        is_next_told = any(other.range.low == number + 1 for other in _totals(others))
        if not (is_next_told and figure.range.is_exact and number > 0):
            return False
        if any(o.range.low == number + 1 and _WITH_HIM.search(o.head) for o in _totals(others)):
            return True
        nth = [rf"{number + 1}(?:st|nd|rd|th)", *_ORDINALS[number - 1 : number]]
        passage = self._passages[figure.paragraph]
        further = self._passages.get(figure.paragraph + 1)
        start = figure.start - passage.start
        behind = passage.text[start : start + _NEAR_BEHIND]
        behind += further.text[:_NEAR_BEHIND] if further else ""
        following = pattern(rf"\b(?:a|an|the) (?:{'|'.join(nth)}) {_VICTIM}", regex.IGNORECASE)
        return following.search(behind) is not None

    def _is_changed(self, figure: Figure, others: Sequence[Figure]) -> bool:
        """Whether the next sentence changes it, or it is what one was changed to, and again.

        As in "The army spoke of seven dead. The mayor changed that to four. Then police said that
        nobody was known to be dead".
        """
        behind = self._behind(figure)
        apart = [o for o in _totals(others) if not o.range.overlaps(figure.range)]
        if any(_CHANGED_TO.search(o.head) and behind.startswith(o.sentence) for o in apart):
            return True
        is_changed_to = _CHANGED_TO.search(figure.head) and _THEN.match(behind)
        return bool(is_changed_to) and any(o.paragraph != figure.paragraph for o in apart)

    def _behind(self, figure: Figure) -> str:
        """How the passage goes on behind the sentence of a figure."""
        passage = self._passages[figure.paragraph]
        start = figure.start - passage.start - len(figure.head) + len(figure.sentence)
        return passage.text[start:].lstrip()

    def _is_dated_back(self, figure: Figure, others: Sequence[Figure]) -> bool:
        """Whether it was made before the lead's: "the toll on Tuesday evening was 788".

        Or "On Tuesday night the toll was given as 788".

        The dead become more, while the missing may become fewer or more.
        """
        if figure.passage is not Kind.PARAGRAPH:
            return False
        high = figure.range.high or figure.range.low
        newer = [
            other
            for other in _totals(others)
            if other.range.low > high
            or (figure.outcome is Outcome.MISSING and not other.range.overlaps(figure.range))
        ]
        if not newer:
            return False
        if self._is_of_another_time(_WAS_GIVEN.match(figure.head)):
            return True
        is_below = figure.paragraph > self._lead and not is_first_below(figure, _totals(others))
        return _are_fewer_now(figure, newer) or (is_below and is_dated(figure, self._opening))

    def _is_of_another_time(self, dated: regex.Match[str] | None) -> bool:
        """Whether words date a count, at a time that the opening does not have."""
        return dated is not None and any(
            time[0].lower() not in self._opening for time in _WHEN.finditer(dated[0])
        )

    def _is_of_lead(self, figure: Figure) -> bool:
        """Whether its sentence has a day or a month of the opening: "by the evening of 9 May"."""
        return not _DATES.isdisjoint(_words(self._opening) & _words(figure.sentence))

    def _is_stamped_over(self, figure: Figure, others: Sequence[Figure]) -> bool:
        """Whether a later entry of a live blog has another number."""
        minute = self._stamps.get(figure.paragraph)
        if minute is None:
            return False
        newer = [o for o in _totals(others) if self._stamps.get(o.paragraph, minute) > minute]
        # The headline, or the summary, is that of the latest entry, but for a slip.
        slips = range(figure.range.low - _SLIP, figure.range.low + _SLIP + 1)
        is_latest = figure.range.is_exact and all(o.paragraph in self._above for o in newer)
        if is_latest and all(o.range.low in slips for o in newer):
            return False
        return any(
            other.passage is not Kind.HEADLINE
            and (other.range.low > figure.range.low or not other.range.overlaps(figure.range))
            for other in newer
        )

    def _is_overtaken(self, figure: Figure, others: Sequence[Figure]) -> bool:
        """Whether its words date it back and another count is higher.

        As in "by noon nine had died", "On Saturday it had given a toll of 51", "On Friday the toll
        was 38", "The toll stood at 38 on Friday", "Update #8 gave 84", "Earlier this week 53 deaths
        were reported", "16 were dead. Since then ... 23",
        "On Friday evening 38 had been known to be dead".
        """
        ceiling = figure.range.high or figure.range.low
        higher = [
            other
            for other in _totals(others)
            if other.passage is not Kind.HEADLINE  # the body tells of the newer one as well
            and (
                other.range.low > ceiling
                # The missing may become fewer, and so may those of a toll that was revised.
                or (
                    (self._is_revised or figure.outcome is Outcome.MISSING)
                    and not other.range.overlaps(figure.range)
                )
            )
        ]
        head, tail = figure.head, figure.tail
        when = _WHEN_IT_STOOD.search(head) if higher else None
        if when and (figure.passage is Kind.CAPTION or self._is_of_another_time(when)):
            return True
        if not higher or figure.passage is not Kind.PARAGRAPH:
            return False
        increased = {o.sentence for o in others if o.scope is Scope.ADDITIONAL}
        later = [
            other
            for other in higher
            if other.start > figure.start
            and other.paragraph - figure.paragraph <= _NEXT
            and other.sentence not in increased  # the older one is what is added to
        ]
        by_then = _BY_THEN.search(head)
        is_by_then = by_then and (later or " had " in figure.sentence[by_then.end() :])
        if is_by_then or _had_risen_by_then(figure, higher):
            return True
        is_of_now = _UP_TO_NOW.search(head) is not None
        if any(
            (not is_of_now and _SINCE_THEN.search(_ASIDE.sub("", o.head)))
            or _ROSE_LATER.search(o.head)
            or _is_of_later_day(o, figure)
            for o in later
        ):
            return True
        is_of_then = _THAT_DAY.match(tail) or _THEN_ALONE.match(tail) or _WHILE.match(head)
        if is_of_then and (_STOOD.search(head) or _THERE_WERE.match(head)):
            return True
        has_had = "had" in figure.sentence.lower()
        had_been = has_had and _HAD_BEEN_TOLD.match(tail)
        if had_been and _DATES.isdisjoint(_words(self._opening) & _words(figure.sentence)):
            return True
        had_then = has_had and _HAD_THEN.search(head)
        is_dated_back = had_then or _UPDATE.search(head) or _WAS_THEN.match(head)
        is_of_the_night = _ON_THE_NIGHT.match(tail)
        if (
            _AT_FIRST.match(tail)
            or _BY_FIRST_TOLL.match(tail)
            or self._has_since_risen(figure)
            or _AT_THAT_TIME.match(head)
            or self._is_of_another_time(_AS_AT.match(head))
            or _KNOWN_BY.match(tail)
            or (has_had and _HAD_TOLD.search(head))
            or _IN_AN_OLDER.match(tail)
            or _IN_AN_OLDER.match(head)
            or (is_of_the_night and not increased)
        ):
            return True
        if any(o.sentence != figure.sentence for o in higher) and _TOLD_THEN.search(head):
            return True
        if has_had and (
            (_AT_A_TIME.match(head) and _PLUPERFECT.match(tail))
            or (_HAD_BY.match(tail) and not self._is_of_lead(figure))
        ):
            return True
        return bool(is_dated_back) or self._is_of_earlier(figure)

    def _has_since_risen(self, figure: Figure) -> bool:
        """Whether the next sentence says that it is more now: "The toll has since risen"."""
        return _HAS_SINCE_RISEN.match(self._behind(figure)) is not None

    def _is_of_earlier(self, figure: Figure) -> bool:
        """Whether the passage opens with "Earlier this week, ..." and what it quotes goes on."""
        passage = self._passages[figure.paragraph]
        told = passage.text[: figure.start - passage.start]
        if not _EARLIER.match(told):
            return False
        quotes = sum(told.count(mark) for mark in '"“”')
        return told == figure.head or quotes % 2 == 1


def _are_lower_than_some(figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether another total leaves room for a figure."""
    high = figure.range.high or figure.range.low
    return any(other.range.low > high for other in _totals(others))


def _had_risen_by_then(figure: Figure, higher: Sequence[Figure]) -> bool:
    """Whether its sentence goes on with a newer one: "36 were dead, but by Monday it was 37"."""
    match = _BY_THEN_IT_WAS.match(figure.tail)
    return match is not None and value_of(match[1]) in {other.number for other in higher}


def _most_by_day(figures: Sequence[Figure], passages: dict[int, Passage]) -> dict[str, int]:
    """The highest count of a list that goes from day to day, by the figures in it.

    As in "Tuesday: 6 dead", "Wednesday: 15 dead", "Thursday: 24 dead", each a line or a sentence.
    """
    found: dict[str, int] = {}
    listed = [figure for figure in _totals(figures) if figure.event == MAIN]
    # The missing may become fewer, so that the most are no newest count.
    for outcome in (Outcome.KILLED, Outcome.INJURED) if listed else ():
        entries = [
            figure
            for figure in listed
            if figure.outcome is outcome
            and _OF_A_DAY.match(
                passages[figure.paragraph].text if figure.passage is Kind.LIST else figure.sentence
            )
        ]
        if len({(figure.paragraph, figure.sentence) for figure in entries}) >= _LEAST_STAMPS:
            # A list's last line may be stale, while what sentences tell of days is all older.
            is_list = all(figure.passage is Kind.LIST for figure in entries)
            newest = entries if is_list else [f for f in listed if f.outcome is outcome]
            most = max(figure.range.low for figure in newest)
            found.update((figure.id, most) for figure in entries)
    return found


def _is_added_to(figure: Figure, others: Sequence[Figure]) -> bool:
    """As in "The 33 dead were in the hold. One more victim was ... So the dead are now 35"."""
    return any(
        other.start > figure.start
        and other.paragraph - figure.paragraph <= _NEXT
        and other.range.low > (figure.range.high or figure.range.low)
        and _SO_NOW.match(other.head)
        for other in _totals(others)
    )


def _are_fewer_now(figure: Figure, others: Sequence[Figure]) -> bool:
    """As in "54 workers were missing. ... Forty-two are still missing", with some found since."""
    if figure.outcome is not Outcome.MISSING or not is_over(figure) or is_lasting(figure):
        return False
    if _UNTIL.search(figure.head):
        return False  # "until the last of the five missing have been found"
    low = figure.range.low
    return any(is_lasting(other) and 10 * other.range.low < 9 * low for other in others)


def _is_of_later_day(other: Figure, figure: Figure) -> bool:
    """As in "Police on Monday reported 12 deaths. On Tuesday the toll was 19.".

    Or "On Tuesday divers said that they had found nine bodies", which are found one by one.
    """
    day, later = _ON_A_DAY.search(figure.sentence), _ON_A_DAY.search(other.sentence)
    if day is None or later is None or day[0] == later[0] or other.sentence == figure.sentence:
        return False
    if later[0].lower() == "overnight":
        return False  # "said on Tuesday ... were found overnight": before that day, or on it
    is_found = _FOUND_BY_NOW.match(other.head) and other.text.endswith(_REMAINS)
    return bool(is_found) or _TOLL_ON_A_DAY.search(other.head) is not None


def _totals(figures: Sequence[Figure]) -> Iterator[Figure]:
    return (figure for figure in figures if figure.scope is Scope.TOTAL)


def _words(text: str) -> set[str]:
    return set(text.lower().replace(",", " ").replace(".", " ").split())


def _is_local(reading: Reading, told: Sequence[Reading]) -> bool:
    """Whether it counts some alone: by how they fare, or in a place that no other passage tells of.

    In "Seven dead in Lindal fire", then "Nine dead in Lindal fire", all of them were there.
    """
    if reading.is_condition or reading.place is None or reading.place in PLACES:
        return reading.is_condition
    return all(
        other.place != reading.place or other.figure.paragraph == reading.figure.paragraph
        for other in told
    )


def _is_replaced(figure: Figure, others: Sequence[Figure], lead: int) -> bool:
    """Whether the text says of the same number, or of this day's, that another one replaced it."""
    is_lead = figure.paragraph <= lead or is_first_below(figure, _totals(others))
    if is_lead or _DATES.isdisjoint(figure.sentence.lower().replace(",", " ").split()):
        return False  # "the toll rose from 14 to 31 on Wednesday", under a headline that has 39
    older = [other for other in others if other.scope is Scope.PREVIOUS]
    if figure.passage is Kind.PARAGRAPH and any(
        other.number == figure.number and other.range == figure.range for other in older
    ):
        return True
    # ... but far below a lead that has 39 it is Wednesday's toll
    has_risen = any(
        other.sentence == figure.sentence and other.range.low < figure.range.low for other in older
    )
    return has_risen and any(
        other.paragraph <= lead and other.range.low > figure.range.low for other in _totals(others)
    )


def _minute(stamp: regex.Match[str]) -> int:
    """The minute of the day that a stamp gives: "2.25pm" is 14:25."""
    hour, half = int(stamp[1]), (stamp[3] or "").lower()
    hour = hour % _NOON + _NOON * (half == "p") if half else hour
    return hour * 60 + int(stamp[2])


def _past_midnight(minutes: dict[int, int]) -> dict[int, int]:
    """The minutes of entries, counted on where a new day begins between two of them."""
    counted: dict[int, int] = {}
    last, days = None, 0
    for number, minute in minutes.items():
        if last is not None and abs(minute - last) > _HALF_A_DAY:
            days += 1 if minute < last else -1
        last = minute
        counted[number] = minute + days * 2 * _HALF_A_DAY
    return counted


def _above_stamps(passages: Sequence[Passage]) -> frozenset[int]:
    """The passages of a live blog above its first entry: its headline, and a summary."""
    stamped = (_STAMP.match(p.text.lstrip("*_")) or _AGO.fullmatch(p.text) for p in passages)
    first = next((p.number for p, stamp in zip(passages, stamped, strict=True) if stamp), 0)
    return frozenset(p.number for p in passages if p.number < first)


def _stamps(passages: Sequence[Passage]) -> dict[int, int]:
    """The minute of the day under which each passage of a live blog stands, by its number.

    Two passages or more must open with a time, or as "UPDATE 2", or say how long ago they were
    written; others have none. Where the newest entry comes first, what stands above it is newer
    still. What stands under a heading such as "Earlier updates" is older than all above it.
    """
    for position, passage in enumerate(passages):
        if passage.text[:8].lower().startswith(_OLDER) and _ARCHIVE.match(passage.text):
            return {p.number: -(i > position) for i, p in enumerate(passages)}
    stamped = ((p.number, _STAMP.match(p.text.lstrip("*_"))) for p in passages)
    opened = _past_midnight({number: _minute(stamp) for number, stamp in stamped if stamp})
    opened = opened or {
        p.number: -_MINUTES[ago[2].lower()] * (int(ago[1]) if ago[1].isdecimal() else 1)
        for p in passages
        if (ago := _AGO.fullmatch(p.text))
    }
    if not opened:
        headed = (p for p in passages if p.text[:6].lower() == "update")
        numbered = ((p.number, _NUMBERED.match(p.text)) for p in headed)
        opened = {number: int(match[1] or match[2] or 1) for number, match in numbered if match}
    if len(opened) < _LEAST_STAMPS:
        return {}
    first, *_, last = opened.values()
    minute = first + 1 if first > last else None
    stamps: dict[int, int] = {}
    for passage in passages:
        minute = opened.get(passage.number, minute)
        if minute is not None:
            stamps[passage.number] = minute
    return stamps
