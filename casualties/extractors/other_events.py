"""The words by which a clause sets its event apart from the document's own."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise

from casualties.extractors.phrases import Phrases
from casualties.extractors.times import EVENT_NOUNS, EVENTS, MONTHS, SLOTS
from casualties.extractors.tokens import Token, text_at
from casualties.lexicon import load
from casualties.patterns import either, pattern

__all__ = [
    "DISEASES",
    "ELSEWHERE",
    "ONE_MORE",
    "SUB_EVENTS",
    "WIDE",
    "counts_series",
    "counts_wrecks",
    "find_counted_from",
    "find_elsewhere",
    "find_introduced",
    "find_killers",
    "find_new",
    "find_series",
    "find_set_apart",
    "find_storms",
    "find_wider",
    "is_of_others",
    "is_of_weather",
    "name_event",
    "names_place",
]

_WORDS = load("events")
WIDE = frozenset(_WORDS["wide"])
"""Events that strike many places at once."""
# "Hurricane Ana", but not "the National Hurricane Center"
_STORM = pattern(
    rf"(?i:{either(_WORDS['named_storms'])})"
    rf" (?!(?i:{either(_WORDS['of_forecasters'])}))(\p{{Lu}}[\w-]+)"
)
ELSEWHERE = "elsewhere"
"""The label of another event that the text does not name."""
ONE_MORE = "one more"
"""The label of one more event of the kind told of."""
DISEASES = frozenset(_WORDS["diseases"])
# "Less than two weeks after the attack, ... at a school in Orlo"
_COUNTED_FROM = pattern(
    rf"(?:[a-z]+ ){{0,2}}?(?:{'|'.join(load('times')['few'])}|an?|some|several|few|\d+|[a-z]+teen)"
    r" (?:hour|day|week|month|year)s? (?P<when>before|after) (?:the|that|this) "
    rf"(?:[\w'-]+ ){{0,2}}?{either(sorted(EVENT_NOUNS))}"
    r"|(?:hours|days|weeks|months|years) (?P<when>before|after) (?:the|that|this) "
    rf"(?:[\w'-]+ ){{0,2}}?{either(sorted(EVENT_NOUNS))}"
)
_GOES_ON = pattern(
    rf"[^,]{{0,60}}, (?!(?:\w+ )?(?:which|where|whose|when)\b|.*{either(load('parts')['treated'])})"
)
_ORDINALS = frozenset(_WORDS["ordinals"])
_CARDINALS = frozenset(load("numbers")["cardinals"])
_SEPARATE = frozenset(_WORDS["separate"])
_PASSED = frozenset({"before", "earlier", "ago"})
_SUPERLATIVES = frozenset(_WORDS["superlatives"])
_NEIGHBOURING = frozenset(_WORDS["neighbouring"])
_RECORDS = frozenset(_WORDS["records"])
_DAYS = frozenset(_WORDS["days"])
_NO_PLACES = MONTHS | _DAYS
_PLACED = frozenset({"in", "at", "near", "outside", "around"})
_SETTING_APART = _SEPARATE | _ORDINALS | {"another", "one", "since", "when"}
_WIDER = Phrases(_WORDS["wider"], SLOTS)
_FAR = Phrases(_WORDS["far"], SLOTS)
_ENSUING = Phrases(_WORDS["ensuing"], SLOTS)
SUB_EVENTS = frozenset(_WORDS["sub_events"])
_CAUSED = frozenset(_WORDS["caused"])
_IN_MANY = frozenset({"in", "by", "from", "during"})
_NO_KIND = frozenset({"the", "these", "those", "its", "their", "two", "both", "several", "and"})
_AUXILIARIES = frozenset({"have", "had", "has", "already", "also"})
_KILLING = frozenset(_WORDS["killing"])
_WHERE = frozenset({"in", "on", "at", "along", "near", "across", "there", "here", "of", "around"})
_GRAVEST = frozenset(load("times")["gravest"])
_TAKING_UP = frozenset(load("grammar")["definite"])
_BEFORE = 3
_PLURALS = EVENTS - EVENT_NOUNS
_STRIKING = EVENT_NOUNS | frozenset(_WORDS["bombs"])
_FEW = 2
_REACH = 7
_OPENING = 8
_SPAN = 14
_PLACE = 12
_VEHICLES = frozenset(_WORDS["vehicles"])
_TO_A_THING = frozenset(_WORDS["to_a_thing"])
_BESIDES = frozenset(_WORDS["besides"])


def find_set_apart(clause: list[Token], here: int) -> str | None:
    """The words that set the event of token ``here`` apart: "a separate attack", "another in"."""
    words = [token.text for token in clause]
    for i, word in enumerate(words[:here]):
        if word not in _SETTING_APART:
            continue
        following = words[i + 1 : i + 4]
        if (more := _one_more(word, following)) is not None:
            return more
        # "A train ran into the back of another in Tula" tells of one crash.
        is_other = word == "another" and not _TO_A_THING.intersection(words[max(0, i - 1) : i])
        is_one = is_other or (word == "one" and words[i - 1 : i] == ["including"])
        if words[max(0, i - 1) : i + 1] == ["the", "one"] and _is_at_a_name(clause[i + 1 : i + 4]):
            return f"the one {names_place(clause[i + 1 : i + 4])}".lower()
        if is_one and following[:1] and following[0] in ("in", "at"):
            return f"{word} {' '.join(following)}"
        is_ordinal = word in _ORDINALS and i > 0 and words[i - 1] in ("the", "a")
        if is_ordinal and following[:1] and following[0] in EVENT_NOUNS:
            return word
        if word == "since" and _is_record_since(words, i, here):
            return " ".join(following[:2])
        before = words[max(0, i - 3) : i]
        if word == "when" and before[-1:] == [","] and (MONTHS | _PASSED) & set(before):
            return " ".join(before[:-1])
    ensuing = _ENSUING.texts(words[:here])
    if ensuing:
        return ensuing[0]
    return _set_apart_by_record(words, here) or _set_apart_behind(clause, here)


def _is_at_a_name(following: list[Token]) -> bool:
    """Whether it is "the one in Marn", of two bombs, and not "the one in hospital"."""
    is_placed = bool(following) and following[0].text in _PLACED
    return is_placed and names_place(following) is not None


def _one_more(word: str, following: list[str]) -> str | None:
    """The words that bring in another event: "separate raid", "other fires", "one more bomb"."""
    is_separate = following[:1] in (["one"], ["case"]) or not EVENT_NOUNS.isdisjoint(following)
    if word in _SEPARATE and is_separate:
        return word
    if word == "other" and not _PLURALS.isdisjoint(following[:_FEW]):
        return word
    is_more = word == "one" and following[:1] == ["more"]
    return ONE_MORE if is_more and not _STRIKING.isdisjoint(following) else None


def _is_record_since(words: list[str], since: int, here: int) -> bool:
    """Whether a figure is an older event's: "the worst since the Osk fire, which killed 22"."""
    opened = [i for i in range(since, here) if words[i] == ","]
    goes_on = not opened or words[opened[-1] + 1 :][:1] in (["which"], ["when"], ["where"])
    return goes_on and not _SUPERLATIVES.isdisjoint(words[:since])


def _set_apart_behind(clause: list[Token], here: int) -> str | None:
    """The word behind the figure of "six died in a similar accident", "in two other raids"."""
    for position in range(here, len(clause) - 1):
        if clause[position].kind == "mark":
            return None
        if clause[position].text not in ("in", "during"):
            continue
        near = [token.text for token in clause[position + 1 : position + 5]]
        is_counted = near[0] in _CARDINALS or near[0] in ("a", "an")
        word = near[1] if is_counted and len(near) > 1 else near[0]
        if word in _SEPARATE and (word == "similar" or not EVENTS.isdisjoint(near)):
            return word
        if word == "other" and not _PLURALS.isdisjoint(near):
            return word
    return None


def _set_apart_by_record(words: list[str], here: int) -> str | None:
    """The superlative of "The worst outbreak on record killed ..."."""
    is_topic = words[:1] == ["the"] and len(words) > 1 and words[1] in _SUPERLATIVES
    if is_topic and set(words[2:here]) & EVENT_NOUNS and set(words[2:here]) & _RECORDS:
        return words[1]
    return None


def find_elsewhere(clause: list[Token], here: int) -> str | None:
    """The word that takes the reader to another place: "Elsewhere", "In Tula, meanwhile,"."""
    texts = [token.text for token in clause]
    if far := _FAR.texts(texts):
        return far[0]
    is_known = not _TAKING_UP.isdisjoint(texts[max(0, here - 1) : here + 1])
    for position, token in enumerate(clause[: here + _OPENING]):
        if token.text in _NEIGHBOURING and (position > 0 or not is_known):
            return token.text  # "Neighbouring countries mourn the 31 dead"
        is_opening = position < min(here, _OPENING)
        if is_opening and (
            token.text == "elsewhere"
            or (token.text in _BESIDES and names_place(clause[: position + _PLACE]))
            or (position == 0 and _is_also(clause))
        ):
            return token.text
    return None


def _is_also(clause: list[Token]) -> bool:
    """Whether a clause adds what happened in another place: "Also on Monday, two died in Osk"."""
    is_also = clause[0].text == "also" and text_at(clause, 1) in _PLACED | {"on"}
    return is_also and names_place(clause[2:]) is not None


def names_place(tokens: list[Token]) -> str | None:
    """The first place that words name: "in the old quarter of Tel Marif", "near the capital"."""
    for position, token in enumerate(tokens):
        if token.text not in _PLACED:
            continue
        for first in range(position + 1, min(len(tokens), position + _REACH)):
            if tokens[first].kind != "word" or tokens[first].text in _NO_PLACES:
                break
            if tokens[first].text == "capital":
                return "capital"
            if tokens[first].is_capital:
                return " ".join(token.text for token in _capitals(tokens, first))
    return None


def _capitals(tokens: list[Token], first: int) -> Iterator[Token]:
    """The words with a capital that follow one another from ``first`` on."""
    for token in tokens[first:]:
        if token.kind != "word" or not token.is_capital:
            return
        yield token


def find_introduced(
    tokens: list[Token], start: int, end: int, nouns: AbstractSet[str]
) -> str | None:
    """The label where the clause brings in one more event of a kind told of before.

    In a story about a quake, "a quake in eastern China" is another one, while "a landslide" may
    well be a part of it; "an aftershock" is always one of its own.
    """
    if (nouns | SUB_EVENTS).isdisjoint([token.text for token in tokens[start:end]]):
        return None
    for position in range(start, end - 1):
        word = tokens[position].text
        if word == "aftershocks" and [t.text for t in tokens[position + 1 : position + 3]] == [
            ",",
            "the",
        ]:
            return word  # "aftershocks, the strongest of which injured eight"
        if word not in ("a", "an", "another"):
            continue
        for further in range(position + 1, min(end, position + 5)):
            noun = tokens[further]
            if noun.kind == "mark" or noun.text in ("of", "in", "the", "that"):
                break
            if noun.text in SUB_EVENTS:
                return f"an {noun.text}"
            if noun.text in nouns:
                place = tokens[further + 1 : further + 5]
                marks = [i for i, token in enumerate(place) if token.kind == "mark"]
                if any(token.is_capital for token in place[: marks[0] if marks else None]):
                    return f"a {noun.text}"
                break
    return None


def find_storms(text: str) -> list[str]:
    """The names of the storms that a text tells of, in its order: "after Hurricane Ana"."""
    return [] if text.istitle() else [match[1].lower() for match in _STORM.finditer(text)]


def find_wider(words: list[str]) -> str | None:
    """The wider place that a sentence opens with: "Nationally, 1,900 people died"."""
    return next(iter(_WIDER.texts(words)), None)


def find_counted_from(tokens: list[Token], here: int, known: AbstractSet[str]) -> str | None:
    """When another event was, as counted from the one told of, in a place that is not ``known``.

    As in "Two weeks after the attack, 19 children were shot dead at a school in Orlo"; but some of
    those hurt may die days after it in hospital.
    """
    opening = " ".join([token.text for token in tokens[: min(here, _SPAN)]])
    told = _COUNTED_FROM.match(opening)
    if told is not None and not _GOES_ON.match(opening, told.end()):
        return None  # "Two days after the crash that killed 18 people"
    place = names_place(tokens[here:]) if told is not None else None
    if told is None or place is None or not known.isdisjoint(place.split()):
        return None
    return "later" if told["when"] == "after" else "earlier"


def find_series(clause: list[Token], here: int, lead: AbstractSet[str]) -> str | None:
    """The kind of event, not one of the lead's, in many of which people died: "in avalanches".

    "In the attacks" are those told of, and "in two attacks" may well be.
    """
    for position in range(here, len(clause) - 1):
        if clause[position].kind == "mark":
            return None
        if clause[position].text not in _IN_MANY:
            continue
        for token in clause[position + 1 : position + 4]:
            if token.kind != "word" or token.text in _NO_KIND:
                break
            if token.text in _PLURALS:
                return None if token.text in lead else token.text
    return None


def is_of_weather(words: list[str]) -> bool:
    """Whether what strikes many places at once did it: "in accidents caused by the rains"."""
    return any(
        word in _CAUSED
        and words[at : at + 1] == ["by"]
        and not WIDE.isdisjoint(words[at:][:_REACH])
        for at, word in enumerate(words, 1)
    )


def find_killers(clause: list[Token], here: int, lead: AbstractSet[str]) -> str | None:
    """The kind of "accidents have claimed 23 lives", none of the lead's nor "the two attacks"."""
    verb = next((i for i in range(here - 1, max(here - 4, 0), -1) if _kills(clause, i)), 0)
    while verb > 0 and clause[verb - 1].text in _AUXILIARIES:
        verb -= 1
    stop = max((i + 1 for i in range(verb) if clause[i].kind == "mark"), default=0)
    nouns = (i for i in range(verb - 1, max(stop, verb - _REACH) - 1, -1) if _is_plural(clause, i))
    noun = next(nouns, None)
    if noun is None or clause[noun].text in lead:
        return None
    is_head = noun + 1 == verb or clause[noun + 1].text in _WHERE
    before = clause[max(0, noun - _BEFORE) : noun]
    is_kind = all(token.kind != "numeral" and token.text not in _NO_KIND for token in before)
    return clause[noun].text if is_head and is_kind else None


def _is_plural(clause: list[Token], position: int) -> bool:
    return clause[position].text in _PLURALS


def is_of_others(tokens: list[Token]) -> bool:
    """Whether a sentence opens with one of many events, not named again: "In the worst, ..."."""
    words = [token.text for token in tokens[:4]]
    return (
        words[:2] == ["in", "the"]
        and words[2:3] != []
        and (words[2] in _GRAVEST and words[3:] in ([","], ["of"]))
    )


def _kills(clause: list[Token], position: int) -> bool:
    return clause[position].text in _KILLING


def counts_series(tokens: list[Token]) -> bool:
    """Whether words count events of a kind: "the 31st shooting this year", "41 attacks"."""
    return any(
        (token.kind == "ordinal" and not EVENT_NOUNS.isdisjoint(near))
        or (token.kind == "numeral" and not _PLURALS.isdisjoint(near))
        for place, token in enumerate(tokens)
        for near in [[following.text for following in tokens[place + 1 : place + 3]]]
    )


def counts_wrecks(tokens: list[Token]) -> bool:
    """Whether words count what has befallen many vehicles: "19 boats have been lost there with"."""
    return any(
        count.kind == "numeral" and vehicles.text in _VEHICLES and verb.text in ("have", "had")
        for count, vehicles, verb in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def find_new(words: list[str], known: AbstractSet[str]) -> str | None:
    """The event, of a kind not told of before, that a sentence brings in: "also saw a quake"."""
    for article, noun in pairwise(words):
        if article in ("a", "an") and noun in EVENT_NOUNS and noun not in known:
            return f"{article} {noun}"
    return None


def name_event(tokens: list[Token], start: int, end: int, when: str) -> str:
    """A label: what sets the event apart, and the noun for it."""
    noun = next(
        (t.text for t in tokens[start:end] if t.text in EVENTS),
        "",
    )
    return f"{when} {noun}".strip()
