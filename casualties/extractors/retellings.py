"""Words that hold a count to the document's own event, whatever other time its sentence names.

"The bus had been inspected a month before the accident that took 27 lives", "the ministry, which
inspected it in 2019, ..." and "Thursday's raid, in which 36 died" date something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

import regex

from casualties.extractors.anchors import is_record_of_today
from casualties.extractors.novelty import find_stems
from casualties.extractors.story import Clause, Story
from casualties.extractors.times import EVENTS, until_question
from casualties.lexicon import load
from casualties.model import Figure
from casualties.patterns import either, pattern
from casualties.ranges import is_slip

__all__ = [
    "dates_another",
    "is_meant",
    "is_of_home",
    "looks_back",
    "opens_with_own",
    "without_asides",
    "words_that_date",
]

_WORDS = load("doubts")
_EVENTS = load("events")
_DAY = either(_EVENTS["days"])
_NOUN = either([*sorted(EVENTS), *_WORDS["bloodshed"]])
_OWN_NOUNS = frozenset([*_WORDS["any_event"], *_WORDS["what_happened"], *_WORDS["bloodshed"]]) | {
    f"{noun}s" for noun in _WORDS["any_event"]
}
# "Not since the night of May 9, when 38 people were killed, had one raid left as many dead"
_NEVER_SINCE = pattern(
    r"^\W*(?:not|never)(?: \w+)? since\b.*?[, ](?=(?:has|have|had|did)\b)"
    r"(?! (?:has|have|had) been)",
    regex.IGNORECASE,
)
# What is told between the event and the count brings in no further event, and no other time.
_BETWEEN = (
    r"(?:,? (?>(?:and|so|already|now|has|have|had|also|were|was|to|at|least|more|than|about|some"
    rf"|around|nearly|almost|over|all|the|up|left|took|costs?|{either(_EVENTS['killing'])}"
    r"|stood|reached|of|its|a|toll|[\w'’-]*(?:ed|ing|s))\b))*?"
)
_SAID = frozenset(load("sources")["say"] + load("sources")["showing"])
_BREAK = pattern(r"[,;:–—]|\b(?:but|while|whereas)\b", regex.IGNORECASE)
# "would have had time", "who had no helmet": an own "had", and no earlier time
_OWN_HAD = pattern(
    r"\bhave had\b|\bhad (?:to|time|an?|no|the|any|his|her|their|its|only|more|less|enough)\b",
    regex.IGNORECASE,
)
_RELATIVE = (
    rf"(?:that|(?:in )?which|with|whose (?:[\w-]+ ){{0,2}}?{either(load('scopes')['old_nouns'])})"
)
# "the deadly crash", and not "the Osk crash", "the earlier crash"
_PLAIN = rf"(?-i:(?!{either([*_EVENTS['separate'], *_EVENTS['ordinals']])})[a-z-]+ )?"
# "two months before the accident that took", "in the run-up to the disaster, in which"
_AHEAD = pattern(
    rf"{either(_WORDS['ahead_of'])} (?:the|this) {_PLAIN}(?P<noun>{_NOUN}),? "
    rf"{_RELATIVE}{_BETWEEN} ?$",
    regex.IGNORECASE,
)
# "Thursday's raid, in which", "deadlier than Saturday's, in which", "the carnage of Sunday, which"
_OF_DAY = pattern(
    rf"(?:(?P<day>{_DAY})['’]s(?: (?:[a-z-]+ ){{0,2}}?{_NOUN})?"
    rf"|\bthe (?:[a-z-]+ )?{_NOUN} (?:of|on) (?P<day>{_DAY}))"
    rf",? {_RELATIVE}{_BETWEEN} ?$",
    regex.IGNORECASE,
)
# "blamed for a fire that left 31 dead", and not "in 2015, in a fire that left 31 dead"
_OF_A_KIND = pattern(
    rf"(?:^|,)(?:(?!\b(?:{either(_EVENTS['spans'])}|ago|last|earlier|another)\b)[^,\d])*\ban? "
    rf"(?P<noun>{_NOUN}) (?:that|which) (?:\w+ )?{either(_EVENTS['killing'])} (?:at least )?$",
    regex.IGNORECASE,
)
_AT_A_PLACE = pattern(
    rf"[^.;,]{{0,60}}?\b(?:in|at|near|aboard|on|outside) (?:the |a |an )?(?!{_DAY})(?:\p{{Lu}}|\d)"
)
# "The owner, whose licence ran out in 2021, ..."
_ASIDE = pattern(r", (?:who|which|whose|whom|where)\b([^,;.()–—]*),(?= ([\w'’-]+))")
_BEFORE_ASIDE = pattern(r"[\w'’-]+$")
_TELLING = find_stems(
    [
        *(EVENTS - frozenset(["operation", "operations"])),
        *_EVENTS["happens"],
        *_EVENTS["killing"],
        *load("references")["harmed"],
        *load("times")["attacks"],
    ]
)
_GOING_ON = frozenset(["and", "with", "in", "when", "but", "or", "after", "as", "where", "which"])
_KILLING = frozenset(_EVENTS["killing"])
_RANKED, _LONGEST, _REMEMBERED = 8, 40, 100
_GRAVEST = frozenset(load("times")["gravest"])
_OF_THAT_TIME = (["when"], ["where"], ["which"], ["in"])
_STOPS = frozenset(";:,–")
_THIS = (["this", "time"], ["this", "one"])


def is_of_home(clause: Clause, story: Story) -> bool:
    """Whether a figure below the lead is told of the document's own event by words that say so."""
    if not story.has_told or story.is_several or story.passage <= story.lead or story.sections:
        return False
    text, at = clause.sentence.sentence.text, clause.tokens[clause.at].start
    head, tail = text[:at], text[clause.tokens[clause.at].end :]
    if _is_of_day(head, story.days) or _is_this_time(clause):
        return True
    if story.event != story.home:
        return False
    nouns = story.called | story.events
    return _is_of_event_ahead(head, tail, nouns) or (
        _is_of_same_kind(head, tail, nouns) and is_meant(clause, story)
    )


def is_meant(clause: Clause, story: Story) -> bool:
    """Whether a figure is so near to a count of the document's own event that it may be it."""
    sentence = clause.sentence
    return any(
        outcome is claim.outcome and value and is_slip(value, chunk.number.value or 0)
        for index, chunk in sentence.quantities
        if chunk.first == clause.at and chunk.number and (claim := sentence.claims.get(index))
        for outcome, value in story.counts
    )


def _is_of_same_kind(head: str, tail: str, nouns: AbstractSet[str]) -> bool:
    """As "to blame for a fire that left 31 dead" below a fire, but not "a fire in Osk that"."""
    match = _OF_A_KIND.search(head)
    is_kind = match is not None and match["noun"].lower() in nouns
    return is_kind and _AT_A_PLACE.match(tail) is None


def opens_with_own(texts: Sequence[str], days: AbstractSet[str]) -> bool:
    """Whether a sentence opens with the event of one of the days of the lead: "Tuesday's fire"."""
    day, noun = [*texts[:2], "", ""][:2]
    return day.endswith("'s") and day.removesuffix("'s") in days and noun in EVENTS


def _is_this_time(clause: Clause) -> bool:
    """As "the 31 who died this time", or "this one, with 31 dead", beside those of another time."""
    words = clause.sentence.texts
    if "this" not in words:  # as nearly always
        return False
    opened = (
        max((i + 1 for i in range(clause.at) if words[i] in stops), default=0)
        for stops in (_STOPS, _STOPS - {","})
    )
    following = words[clause.at :]
    end = next((i for i, word in enumerate(following) if word in _STOPS), len(following))
    is_behind = any(following[i : i + 2] == _THIS[0] for i in range(end))
    return is_behind or any(words[start : start + 2] in _THIS for start in opened)


def dates_another(clause: Clause, year: int) -> bool:
    """Whether the year of a token before a figure dates something that has nothing to do with it.

    As in "the ministry, which inspected it in 2019, ..." and "the worst crash since 2009, with 29
    dead", but not "the worst since 2009, when 29 died".
    """
    texts = clause.sentence.texts
    before, following = texts[max(0, year - _RANKED) : year], texts[year + 1 : year + 3]
    is_rank = before[-1:] == ["since"] and not _GRAVEST.isdisjoint(before)
    is_own = following[:1] in ([","], ["and"], ["–"]) and following[1:] not in _OF_THAT_TIME
    return (is_rank and is_own) or _is_aside(clause, year)


def words_that_date(clause: Clause) -> list[str]:
    """The words of a clause, without those that tell of something else: they are left empty.

    These are the asides before its figure, and what is asked or ruled behind it.
    """
    asides = _asides(clause)
    last = clause.here + until_question(clause.words[clause.here :])
    if not asides and last == len(clause.words):
        return clause.words
    return [
        "" if at >= last or any(start <= token.start < end for start, end in asides) else token.text
        for at, token in enumerate(clause.own)
    ]


def _is_aside(clause: Clause, position: int) -> bool:
    """Whether a token stands in a clause that has ended before the figure: ", who ...,"."""
    at = clause.tokens[position].start
    return any(start <= at < end for start, end in _asides(clause))


def _asides(clause: Clause) -> tuple[tuple[int, int], ...]:
    """Where the clauses are that have ended before a figure."""
    if clause.at == len(clause.tokens):
        return ()
    return _ended_before(clause.sentence.sentence.text, clause.tokens[clause.at].start)


@lru_cache(_REMEMBERED)
def _ended_before(text: str, at: int) -> tuple[tuple[int, int], ...]:
    """The asides of a text before a place of it, asked for by each year that it names."""
    never = _NEVER_SINCE.match(text[:at])
    return (*([never.span()] if never else []), *_find_asides(text, at))


def _is_of_day(head: str, days: AbstractSet[str]) -> bool:
    """Whether a count is told of the event of one of the days of the lead: "Thursday's raid"."""
    match = _OF_DAY.search(head)
    return match is not None and match["day"].lower() in days


def _is_of_event_ahead(head: str, tail: str, nouns: AbstractSet[str]) -> bool:
    """Whether a count is of the event up to which something else is told.

    It is then of the document's own, unless the words behind it tell of its place.
    """
    match = _AHEAD.search(head)
    is_own = match is not None and match["noun"].lower() in nouns | _OWN_NOUNS
    return is_own and _AT_A_PLACE.match(tail) is None


def _find_asides(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Where relative clauses of a text are that have ended before a place of it.

    None that tells of what happened, as "the fire, which broke out in 2017, killed 72" or "a sister
    ship, which sank in 2004, killing 12": it dates that.
    """
    for match in _ASIDE.finditer(text, 0, end):
        before = _BEFORE_ASIDE.search(text[max(0, match.start() - _LONGEST) : match.start()])
        told = find_stems([match[1]])
        following = match[2].lower()
        is_event = before is None or before[0].lower() in EVENTS or before[0].isdecimal()
        goes_on = following in _GOING_ON or following in _KILLING or following.endswith("ing")
        if not (is_event or goes_on) and told.isdisjoint(_TELLING):
            yield match.start(), match.end()


def without_asides(text: str) -> str:
    """A text without what it measures an event by, and relative clauses in which none happened."""
    text = _NEVER_SINCE.sub("", text)
    for start, end in reversed(list(_find_asides(text, len(text)))):
        text = f"{text[:start]} {text[end:]}"
    return text


def looks_back(figure: Figure) -> bool:
    """As "Thirty-six had been found by then", but not "police said that 36 people had died"."""
    if "had" not in figure.sentence.lower() or is_record_of_today(figure):
        return False
    told = f"{_BREAK.split(figure.head)[-1]} {_BREAK.split(figure.tail)[0]}".lower()
    clause = _OWN_HAD.sub("", told).split()  # "why nine people had to die"
    is_told = "had" in clause and "so far" not in told
    return is_told and _SAID.isdisjoint(clause[: clause.index("had")])
