"""Counts that their own clause dates: "the toll on Tuesday evening was 788", "26 were missing".

A toll that was made then has been overtaken, where the story opens with another time.
"""

from __future__ import annotations

import regex

from casualties.lexicon import load
from casualties.model import Figure, Kind, Outcome, Scope
from casualties.patterns import either, pattern

__all__ = [
    "had_been_given",
    "is_compared",
    "is_dated",
    "is_lasting",
    "is_over",
    "was_announced",
]

_WORDS = load("scopes")
_NEAR, _FAR = 12, 60


_SAY: list[str] = load("sources")["say"]
_MONTH = "|".join(load("things")["months"])
_THEN = (
    rf"(?:{either([*_WORDS['times'], *_WORDS['at_that_time']])}"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTH})\b|\b(?:{_MONTH}) \d{{1,2}}\b)"
)
_WHEN = pattern(_THEN, regex.IGNORECASE)
# When somebody spoke is not when the count was made: "officials said on Thursday".
_SAID_THEN = pattern(
    rf"{either(load('sources')['say'])}(?: \w+){{0,2}}? (?:on |late |early )?{_THEN}(?: \w+)?"
    rf"|\b(?:on )?{_THEN},? (?:\w+ ){{1,5}}?{either(load('sources')['say'])} that\b",
    regex.IGNORECASE,
)
_WAS = r"\b(?:was|were|stood|stands|had)\b"
_TOLL_WAS = pattern(
    rf"(?:{either(_WORDS['old_nouns'])}|\b(?:number|list) of)[^.;]*{_WAS}[^.;]*$", regex.IGNORECASE
)
_COUNTED = pattern(rf"{either(_WORDS['gives'])}(?: (?!that\b)\w+){{0,3}}\W*$", regex.IGNORECASE)
_PAST = pattern(r"\W*(?:\w+ ){0,3}?(?:was|were|had been)\b", regex.IGNORECASE)
_STILL = pattern(either(_WORDS["lasting"]), regex.IGNORECASE)
_OPENING = pattern(rf"^\W*(?:(?:on|late|early|by|at|last) )*{_THEN}(?: \w+)?", regex.IGNORECASE)

_TOLL = either(_WORDS["old_nouns"])
_AT_HEAD = rf"^\W*(?:(?:on|until|late|early|last) )*{either(_WORDS['times'])}"
# "On Tuesday night an official had given the toll as 116", though it is lower now, or "The ministry
# had on Tuesday night given the toll as 116"
_GIVEN_THEN = pattern(
    rf"(?:{_AT_HEAD}[^.;,]{{0,20}},? (?:\w+ ){{1,6}}?had (?:\w+ )?"
    rf"|^\W*(?:\w+ ){{1,6}}?had (?:(?:on|late|early|last) )*{either(_WORDS['times'])} (?:\w+ )?)"
    rf"{either(_WORDS['had_told'])} (?:the |their |its )?(?:\w+ )?{_TOLL}",
    regex.IGNORECASE,
)
_TOLD = (
    r" (?:(?:who|that|which) (?:had been|have been|were|was) |(?:it|he|she|they) (?:had )?)?"
    rf"(?:\w+ly |first )?{either(_WORDS['telling'])}\b"
)
_TOLD_BEFORE = pattern(_TOLD, regex.IGNORECASE)
# "the 17 deaths announced on 29 February", "the 12 dead reported a day earlier"
_TOLD_THEN = pattern(
    rf"{_TOLD}(?! (?:between|since|from)\b)[^.;,]{{0,30}}?"
    rf"(?P<then>{_THEN}(?!['’]s)|\b(?:earlier|previously|initially|originally)\b)",
    regex.IGNORECASE,
)
# "a list from Monday, when 17 deaths were announced"
_WHEN_IT_WAS = pattern(rf"{_THEN},? when $", regex.IGNORECASE)
_WAS_TOLD = pattern(rf"(?: \w+)? (?:were|had been) {either(_WORDS['telling'])}", regex.IGNORECASE)
_DAY = pattern(either(load("events")["days"]), regex.IGNORECASE)
_THIS_TIME = pattern(r"\bthis (?:time|year|month|week)\b", regex.IGNORECASE)
# "far above the 17 deaths announced", "an increase from the 17 deaths reported"
_COMPARED = pattern(rf"{either(_WORDS['comparing'])}\s*$", regex.IGNORECASE)


def had_been_given(figure: Figure) -> bool:
    """Whether it is older, be it higher: "Earlier an official had given the dead as 128"."""
    opening = figure.head[: len("earlier ")].lower()
    is_dated = opening == "earlier " or _GIVEN_THEN.match(figure.head) is not None
    return is_dated and " had " in figure.head and figure.scope is Scope.TOTAL


def is_compared(figure: Figure) -> bool:
    """Whether it is told before, and set against a new one: "well above the 17 deaths reported"."""
    is_set_against = _COMPARED.search(figure.head) and _is_known(figure)
    is_now = _THIS_TIME.search(figure.tail) is not None
    return bool(is_set_against) and not is_now and _TOLD_BEFORE.match(figure.tail) is not None


def was_announced(figure: Figure, opening: str) -> bool:
    """Whether it is "the 17 deaths announced on Sunday", a time that the opening does not have.

    Or one that stands beside another: "said on Monday, after the 17 deaths announced on Sunday",
    or "a list from Sunday, when 17 deaths were announced".
    """
    when = _WHEN_IT_WAS.search(figure.head)
    if when is not None and _WAS_TOLD.match(figure.tail):
        return any(time[0].lower() not in opening for time in _WHEN.finditer(when[0]))
    told = _TOLD_THEN.match(figure.tail) if _is_known(figure) else None
    if told is None:
        return False
    days = {day.lower() for day in _DAY.findall(figure.head)}
    then = told["then"].lower()
    return then not in opening or (bool(days) and then not in days and _DAY.match(then) is not None)


def _is_known(figure: Figure) -> bool:
    """Whether it is "the" so many, and not missing ones, who become fewer."""
    is_count = figure.outcome is not Outcome.MISSING and figure.passage is Kind.PARAGRAPH
    return is_count and figure.text.lower().startswith("the ")


def is_dated(figure: Figure, opening: str) -> bool:
    """Whether a count's clause says when it was made, at a time that the opening does not have."""
    lowered = figure.sentence.lower()
    is_said = any(word in lowered for word in _SAY)
    sentence = _SAID_THEN.sub("", figure.sentence) if is_said else figure.sentence
    head = sentence[: max(0, sentence.find(figure.text))]
    at_head, toll = _OPENING.match(sentence), _TOLL_WAS.search(head)
    is_count = toll or (at_head and _COUNTED.search(head))
    if not is_count and not (figure.outcome is Outcome.MISSING and is_over(figure)):
        return False
    told = sentence[toll.start() if toll else len(head) :]
    places = f"{at_head[0]}; {told}" if at_head else told
    return any(match[0].lower() not in opening for match in _WHEN.finditer(places))


def is_lasting(figure: Figure) -> bool:
    """Whether a count is of those who are missing now: "12 are still missing"."""
    start = len(figure.head)
    return _STILL.search(figure.sentence, max(0, start - _NEAR), start + _FAR) is not None


def is_over(figure: Figure) -> bool:
    """Whether a count is of those who were missing once: "54 workers were missing"."""
    return _PAST.match(figure.tail) is not None
