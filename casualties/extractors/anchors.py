"""What holds a figure to the event that the lead tells of, whatever else its sentence names."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

import regex

from casualties.extractors.novelty import find_called, find_stems
from casualties.extractors.times import EVENT_NOUNS, EVENTS, MONTHS
from casualties.lexicon import load
from casualties.model import PEOPLE, Figure, Outcome
from casualties.patterns import either, pattern

__all__ = [
    "QUOTES",
    "SUBJECT",
    "dates_what_is_said",
    "is_anchored",
    "is_brought_to",
    "is_done_by_event",
    "is_record_of_today",
]

QUOTES = ('"', "“", "«")
SUBJECT = pattern(
    rf"(?:the|this|(?P<day>{either(load('events')['days'])})['’]s)\s+(?P<noun>[\w-]+)",
    regex.IGNORECASE,
)
"""A definite noun at the head of a sentence: "The crash", "Friday's crash"."""

_FEW = 2
_LASTING = frozenset(load("doubts")["lasting"])
_ANY_EVENT = frozenset(load("doubts")["any_event"])
_WHAT_HAPPENED = frozenset([*load("doubts")["what_happened"], *load("doubts")["bloodshed"]])
_WORDS_FOR_DEATH = load("doubts")["deaths"]
_REACH, _CLOSE = 60, 12
_MARKS = "".join(QUOTES) + "” »"
# "We have six dead", "There are 12 dead", "Six people have died"
_COUNTED = pattern(r"(?:(?:we|there)(?:'ve| have| are| is)?(?: (?:lost|now|got))*)?")
# "There are four dead on the walkway"
_AT_A_SPOT = pattern(
    r"(?: \w+)? (?:on|by|near|beside|behind|outside|inside|under) (?:the|my|our|this) "
)
_IN_THE_EVENT = pattern(
    r"\bsame (?:toll|number|figure|count)\b"
    r"|\b(?:in|of|from|by|with) (?:the|this|that) (?:[a-z]+ )?"
    rf"(?P<noun>{either(sorted(EVENT_NOUNS))})(?! (?:in|of) (?:\d|[A-Z]))",
    regex.IGNORECASE,
)
_TOLLS = either(load("scopes")["old_nouns"])
# "bringing to 15 the number killed", "The ministry now speaks of 31 dead"
_TOLL = pattern(
    r"\b(?:bring|brings|bringing|take|takes|taking|raising|raises)\b[^.;,]* to\s*$"
    rf"|\b(?:brought|took|raised|pushed|lifted)\b[^.;,]*{_TOLLS}[^.;,]* to\s*$"
    r"|\bnow (?:speaks? of|puts?|counts?|stands? at|says?)\b[^.;,]*$",
    regex.IGNORECASE,
)
_THERE = pattern(
    rf"\b(?:there|in (?:that|this) {either(load('scopes')['areas'])}) to\s*$", regex.IGNORECASE
)
# "Eight deaths make it the worst storm since 1998", "With 11 deaths, the ambush was the bloodiest"
_RANKED = pattern(
    r"\b(?:mak(?:e|es|ing)|made|is|was)\b[^.;]*\b(?:worst|deadliest|bloodiest)\b", regex.IGNORECASE
)

# "It was the deadliest crash this year, with 11 people killed", "What began as a feast ended with"
_OF_ALL = pattern(
    r"\W*(?:(?:it|this|that) (?:is|was)\b[^.;]*\b(?:worst|deadliest|bloodiest)\b[^.;]*\bwith"
    rf"|what {either(load('times')['began'])}\b[^.;]*) $",
    regex.IGNORECASE,
)
_HAD_TO_DIE = pattern(r" had to die\b")
_CALLED = either([*sorted(EVENTS), *load("doubts")["bloodshed"], *load("doubts")["also_called"]])
_KILLING = either([*load("events")["killing"], *load("doubts")["costing"]])
# "the strike", "Monday's strike", "the latest strike", "the bus crash" of a bus
_NAMED = (
    rf"(?:\b(?:the|this)|(?P<day>{either(load('events')['days'])})['’]s) "
    rf"(?:(?:{either(load('doubts')['of_the_event'])}|(?P<how>[\w-]+)) )?(?P<noun>{_CALLED})"
)
# "how the disaster, in which six people died, came about", "before the blaze that claimed six"
_IN_WHICH = pattern(
    rf"{_NAMED},? (?:(?:in )?which(?: \w+)?"
    r"|(?:which|that)(?: (?:has|have|had|also|already|so far))* "
    rf"{_KILLING}) $",
    regex.IGNORECASE,
)
# "an outbreak that has by now killed 187 people", as far as the lead has one
# "over the epidemic's 187 deaths", "the disaster, whose 41 fatalities have revived a bill"
_EVENTS_OWN = pattern(rf"{_NAMED}(?:['’]s|,? whose) $", regex.IGNORECASE)
_HAS_KILLED = pattern(
    rf"^(?!\W*(?:in|at|near)\b).*\ban? (?P<noun>{_CALLED})(?P<day>) (?:that|which) (?:has|have)"
    rf"(?: \w+){{0,2}} {_KILLING} $",
    regex.IGNORECASE,
)
# "said the strike, the deadliest of the year, had killed 36", but not "In Velm the flood killed 12"
_IT_KILLED = pattern(
    rf"^(?!\W*(?:in|at|near)\b).*{_NAMED}(?:,[^,;.]*,)?(?: (?:has|have|had|also|already|so far))* "
    rf"{_KILLING} $",
    regex.IGNORECASE,
)
# "The explosion, which killed 12 miners, ...", "This crash has claimed 12 lives"
_THE_EVENT_DID = pattern(
    rf"\W*(?:the|this) {either(sorted(EVENT_NOUNS))},? (?:(?:which|that|has|had|also) )*"
    rf"{either(load('events')['killing'])} ",
    regex.IGNORECASE,
)
_N = r"(?:(?:at least|more than|over|about|some|around|nearly|almost) )?[\w,.-]+"
# "Four dead, a village in shock", "A night, 412 dead, and in the morning a baby, alive"
_ALONE = pattern(
    rf"{_N}(?: people)?(?: (?:dead|killed|deaths|lives|fatalities))?", regex.IGNORECASE
)
_BEFORE_ALONE = pattern(r"\W*(?:An? [a-z][a-z ]{0,30}, )?")
_BEHIND_ALONE = pattern(
    r"(?: (?:dead|killed|deaths|lives|fatalities))?[,:!–—]\s(?!\d|including|among)"
)
# "Market attack: tributes paid to 18 victims", a line of its own
_TOPIC = pattern(
    rf"\W*(?:[\w'’-]+ ){{0,5}}?(?P<noun>{_CALLED})(?P<day>)"
    r"(?: (?:in|at|on|near) (?P<place>[^.,;:]{1,40}))?: (?!.*[.;:] )",
    regex.IGNORECASE,
)
# "Those who died, 18 in all, ..."
_IN_ALL = pattern(r" (?:in all|in total|all told|altogether|in number)\b")
_AT_PLACE = pattern(r"\W*(?:in|at|near|from)\b", regex.IGNORECASE)
# "The blaze, with its 31 dead, ...", and not "Velm, with its 12 dead"
_WITH_ITS = pattern(r"(?<!\p{Lu}[\w'’-]*,? )\b(?:with|and|for)\s+$")
_ITS_DEAD = pattern(r" ?(?:dead|deaths|victims|fatalities|lives)\b")
# "charged over the deaths of 31 people.", and not "the deaths of five people in Velm"
_DEATHS_OF = pattern(
    rf"\bthe {either(_WORDS_FOR_DEATH)} of (?:(?:the|all|at least|more than) )*$", regex.IGNORECASE
)
_ENDING = pattern(r"\W*$|[.;]")
# "the loss of 31 lives at Velm", where the lead has told of Velm
_AT_WHAT = pattern(r" (?:in|at|on|aboard|near|inside) (?:the )?([^,.;:\"”)]{1,40})")
# "put the number of fatalities at nine", "an overall toll of 187", "the dead numbered 41"
_TOLL_AT = pattern(
    rf"\b(?:the|its|an (?=overall|official)|{_CALLED}['’]s)"
    rf"(?: ?{either(load('doubts')['of_a_toll'])})* (?:toll"
    rf"|{either(load('doubts')['totals'])} of (?:the )?{either(load('doubts')['the_dead'])}"
    rf"|{either(load('doubts')['the_dead'])}(?! of ))"
    rf"(?: (?:has|have|had|now|so far|already))* {either(load('doubts')['comes_to'])} $",
    regex.IGNORECASE,
)
_NO_MORE = pattern(
    rf"(?: {either(load('doubts')['the_dead'])})?(?:\W*$|\W*[,;:.–—]\s| (?:and|but|with)\b)",
    regex.IGNORECASE,
)
# "Since the start of the monsoon the number of deaths has reached 118, compared with 164"
_FRAMED = pattern(either(load("doubts")["framing"]), regex.IGNORECASE)
_COMPARED = pattern(r"\b(?:compared|(?:up|down) from|against) ")
# "As of Sunday evening, 31 people were confirmed dead."
_AS_OF = pattern(r"\W*as of [\w\s.:'’]{3,30}, $", regex.IGNORECASE)
_NOTHING_ELSE = pattern(
    r"(?: people)?(?: (?:had|have|has|were|are|been|confirmed|reported|known|to|be))*"
    r" (?:dead|died|killed)(?:\W*$|, | and )"
)
# "has 23 deaths on his conscience"
_ON_CONSCIENCE = pattern(r" on (?:his|her|its|their|your|my|our) (?:conscience|hands)\b")
# "Not since a slide in 1988 had the province lost nine people in a day"
_NOT_SINCE = pattern(
    r"\W*(?:not|never)(?: before| again)? (?:since|in|before)\b.* (?:had|has|have)"
    r"(?: (?!when|where|who|which|that|whose)[\w'’-]+,?){0,6} $",
    regex.IGNORECASE,
)
_DAYS = load("events")["days"]
_ONE_TIME = either([*_DAYS, *sorted(MONTHS), "week", "month"])
# A day, a month or "last week", without the noun of an event
_TIME_ALONE = pattern(rf"(?:(?:on|in|early|late|last) )*{_ONE_TIME}|the day before")
_CLASSES = load("grammar")["classes"]
_VERB = pattern(
    "|".join(
        rf"\b{either(words)}"
        for words in (
            *(_CLASSES[name] for name in ("be", "have", "modal")),
            load("events")["happens"],
        )
    )
)
_DEFINITE = frozenset(load("grammar")["definite"])
_WORD = pattern(r"[\w'’-]+")
_OF_WHICH_ONES = pattern(r"[^\w,]*(?:who|that|whom)\b")


def dates_what_is_said(figure: Figure) -> bool:
    """Whether the time that a definite count stands with dates what is said of those counted.

    As in "A mass for the 31 dead will be said on Friday", "said last week that the 31 missing", and
    not "the ten who died on Friday", "On Friday the ten were shot".
    """
    if _TIME_ALONE.fullmatch(figure.event) is None:
        return False
    before, time, between = figure.head.lower().rpartition(figure.event)
    if time:
        return bool(before.strip(_MARKS)) and not _DEFINITE.issuperset(_WORD.findall(between))
    between, time, _ = figure.tail.lower().partition(figure.event)
    is_verb = _VERB.search(between) is not None and _OF_WHICH_ONES.match(between) is None
    return bool(time) and is_verb


def is_done_by_event(figure: Figure) -> bool:
    """Whether its sentence says what the event did, and nothing else before it: to everybody."""
    return _THE_EVENT_DID.fullmatch(figure.head) is not None


def is_brought_to(figure: Figure) -> bool:
    """Whether a toll is brought to its number: "which took the toll to 33"."""
    # ... but not "takes the toll of Sunday's accident there to 31"
    return _TOLL.search(figure.head) is not None and _THERE.search(figure.head) is None


def is_anchored(figure: Figure, told: AbstractSet[str]) -> bool:
    """Whether a figure is of the event by its words: "in the crash", or a quote "We have six dead".

    Or by the subject of its sentence, which is among the stems ``told`` in the lead: "The fire,
    with its four deaths, ...".
    """
    head, tail = figure.head, figure.tail
    is_quote = head.startswith(QUOTES) and len(head.split()) <= _FEW
    if is_brought_to(figure):
        return True
    if is_quote and _COUNTED.fullmatch(head.lower().strip(_MARKS)):
        return _AT_A_SPOT.match(tail) is None
    if _OF_ALL.match(head) or _HAD_TO_DIE.match(tail) or _is_told_of_all(figure, told):
        return True
    if _names_event(figure, told) or _is_toll_of_all(figure):
        return True
    near = f"{head[-_REACH:]} {tail[:_REACH]}"
    event = _IN_THE_EVENT.search(near)
    # "lost 12 of its staff in the war" tells of no fire.
    is_lasting = event is not None and event["noun"] in _LASTING
    # ... nor "died in the ambush on Sunday" of Tuesday's bombing.
    is_named = event is not None and (is_lasting or event["noun"] not in _ANY_EVENT)
    is_told = event is not None and not (
        is_named and event["noun"] and find_stems([event["noun"]]).isdisjoint(told)
    )
    return is_told or _RANKED.search(tail) is not None


def is_record_of_today(figure: Figure) -> bool:
    """As in "Not since a slide in 1988 had the province lost nine people in a single day"."""
    return _NOT_SINCE.match(figure.head) is not None


def _names_event(figure: Figure, told: AbstractSet[str]) -> bool:
    """Whether a noun for what happened has the count: "the strike, which killed 36", of a raid."""
    head = figure.head
    topic = _TOPIC.match(figure.sentence)
    if topic is not None and topic.end() <= len(head) + 1 and _is_of_lead(topic, told):
        return topic["place"] is None or find_stems([topic["place"]]) <= told
    if _ITS_DEAD.search(f"{figure.text}{figure.tail[:_CLOSE]}"):
        own = _EVENTS_OWN.search(head)
        if own is not None and _is_of_lead(own, told):
            return True
    named = (
        SUBJECT.match(figure.sentence),
        _IN_WHICH.search(head[-_REACH:]),
        _IT_KILLED.search(head),
        _HAS_KILLED.search(head),
    )
    return any(match is not None and _is_of_lead(match, told) for match in named)


def _is_toll_of_all(figure: Figure) -> bool:
    """Whether it is called the toll, of no place and no time: "put the number of dead at nine"."""
    if figure.outcome is not Outcome.KILLED:
        return False
    if _ON_CONSCIENCE.match(figure.tail) is not None or is_record_of_today(figure):
        return True
    if _AS_OF.fullmatch(figure.head) and _NOTHING_ELSE.match(figure.tail):
        return True
    is_framed = _FRAMED.match(figure.sentence) is not None or _COMPARED.search(figure.tail)
    is_toll = _TOLL_AT.search(figure.head) is not None and _NO_MORE.match(figure.tail) is not None
    return is_toll and not is_framed


def _is_told_of_all(figure: Figure, told: AbstractSet[str]) -> bool:
    """Whether its construction counts all: "Four dead, a village in shock", "those ..., 18 in all".

    Or "with its four deaths", "the deaths of 31 people".
    """
    head, tail = figure.head, figure.tail
    is_of_lead = not head.strip() or not find_stems([head]).isdisjoint(told)
    is_alone = _ALONE.fullmatch(figure.text) and _BEFORE_ALONE.fullmatch(head) and is_of_lead
    if is_alone and _BEHIND_ALONE.match(tail) and figure.outcome is Outcome.KILLED:
        return True
    if _AT_PLACE.match(figure.sentence):
        return False
    if _IN_ALL.match(tail) and head.endswith((", ", "– ", "— ")):
        return True
    if figure.text.lower().startswith("its ") and _WITH_ITS.search(head) and is_of_lead:
        return _ITS_DEAD.search(f"{figure.text}{tail[:_CLOSE]}") is not None
    place = _AT_WHAT.match(tail)
    is_known = place is not None and find_stems([place[1]]) <= told
    is_anybody = figure.population == PEOPLE and (is_known or _ENDING.match(tail) is not None)
    return is_anybody and _DEATHS_OF.search(head) is not None


def _is_of_lead(named: regex.Match[str], told: AbstractSet[str]) -> bool:
    """Whether a noun is for what happened: "the tragedy", "Friday's blaze" below a fire."""
    noun, day = named["noun"].lower(), named["day"]
    how = named.groupdict().get("how")
    if how and not find_stems([how]) <= told:
        return False
    if day and find_stems([day]).isdisjoint(told):
        return False
    if noun in _WHAT_HAPPENED:
        return True
    return not find_called(frozenset(told)).isdisjoint((noun, noun.removesuffix("s")))
