"""When an event was: the years, months and spans of time by which a clause dates its figures."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from casualties.extractors.phrases import Phrases
from casualties.extractors.tokens import Token, text_at
from casualties.lexicon import load
from casualties.patterns import pattern

__all__ = [
    "EVENTS",
    "EVENT_NOUNS",
    "MONTHS",
    "SLOTS",
    "WHEN",
    "dates",
    "find_months",
    "find_past",
    "find_periods",
    "find_since",
    "find_summed",
    "find_years",
    "follows_a_span",
    "is_raised",
    "may_date",
    "until_question",
]

_WORDS = load("events")
MONTHS = frozenset(load("things")["months"])
_JUDGED = frozenset(_WORDS["judged"])
_CARDINALS = frozenset(load("numbers")["cardinals"])
EVENT_NOUNS = frozenset(_WORDS["nouns"])
EVENTS = EVENT_NOUNS | {
    noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s") for noun in EVENT_NOUNS
}
_YEAR_BEFORE = frozenset(_WORDS["before_a_year"]) | MONTHS
_AFFLICTED = frozenset(_WORDS["afflicted"])
_SPANS = frozenset(_WORDS["spans"])
_HAPPENS = frozenset(_WORDS["happens"])
_DEFINITE = frozenset({"the", "that", "this", "it", "they", "he", "she", "his", "her", "their"})
_YEAR = pattern(r"1[5-9]\d\d|20[0-3]\d")
_TIMES = load("times")
_ZONES = frozenset(_TIMES["zones"])
SLOTS = {
    "month": sorted(MONTHS),
    "weekday": _WORDS["days"],
    "date": [f"{day}{suffix}" for day in range(1, 32) for suffix in ("", "st", "nd", "rd", "th")],
    "age": [str(age) for age in range(1, 120)],
    "year": [str(year) for year in range(1900, 2040)],
    "event": sorted(EVENT_NOUNS),
    "events": sorted(EVENTS - EVENT_NOUNS),
    "span": _TIMES["span"],
    "holiday": _TIMES["holidays"],
    "few": _TIMES["few"],
    "long": _TIMES["long"],
    "daypart": _TIMES["daypart"],
    "began": _TIMES["began"],
    "place_in_a_row": _TIMES["place_in_a_row"],
    "gravest": _TIMES["gravest"],
    "happening": _TIMES["happening"],
    "goes_off": _TIMES["goes_off"],
    "attacks": _TIMES["attacks"],
}
"""The lists that a phrase of the word list of times may name."""
_RUNNING = Phrases(_TIMES["running"], SLOTS)
_SUMMED = Phrases(_TIMES["summed"], SLOTS)
_RECENT = Phrases(_TIMES["recent"], SLOTS)
_SUMS = Phrases(_TIMES["sums"], SLOTS)
_SINCE = Phrases(_TIMES["since"], SLOTS)
_RAISED = Phrases(_TIMES["raised"], SLOTS)
_PAST = Phrases(_TIMES["past"], SLOTS)
_HAVING = frozenset({"had", "saw", "brought"})
_BREAKS = frozenset({",", "since", "(", "when", "where", "who", "which", "as", "than", "after"})
_QUESTIONS = frozenset({"why", "how", "whether"})
_PAPERS = frozenset(_TIMES["papers"])
_WHICH_ONE = frozenset(_TIMES["which_paper"])
_ASIDE = 2
_STOPS = frozenset({",", ";"})
_REACH = 20
_NEAR = 5
_FIRST_BARE_YEAR = 1900
_WORST = frozenset(_TIMES["gravest"]) - {"most"}
_RANKED = 8
_BEHIND = 2
_GRAVEST = frozenset([*_TIMES["gravest"], "first"])


WHEN = MONTHS.union(*(each.needed for each in (_RUNNING, _SUMMED, _RECENT, _SINCE, _PAST)))
"""Words of which every time that a clause may name has one, but for years."""


def may_date(text: str) -> bool:
    """Whether a text may name a year: cheaper to tell than which one it is."""
    return _YEAR.search(text) is not None


def find_years(tokens: list[Token]) -> list[tuple[int, int]]:
    """The years that a sentence names, with the places of their tokens."""
    found = []
    for position, token in enumerate(tokens):
        if token.kind not in ("numeral", "decade"):
            continue
        digits = token.text.removesuffix("'s")  # "2017's Hurricane Maria"
        if not _YEAR.fullmatch(digits):
            continue
        year = int(digits)
        before = tokens[position - 1] if position else None
        following = text_at(tokens, position + 1)
        word = before.text if before else ""
        if following in _ZONES or following == ",000":
            continue
        heads = position < 2 and following in (":", "–", "-")  # "2005: 260 people die"
        is_when = following == "," and text_at(tokens, position + 2) == "when"
        is_numeric = following == "-" and text_at(tokens, position + 3) == "-"  # "2008-01-14"
        # "a 1998 bombing", "2016 had 829 deaths"
        names = heads or is_when or is_numeric or following in EVENTS or following in _HAVING
        dated = names or word in _YEAR_BEFORE or (before is not None and before.kind == "numeral")
        if dated and (year >= _FIRST_BARE_YEAR or word in ("in", "of", "since", "until")):
            found.append((position, year))
    return found


def dates(tokens: list[Token], at: int, year: int) -> bool:
    """Whether the year after the figure dates it: "killed over 6,000 people in 2013".

    In "injuring 12 in a region devastated by the war of 1990" it dates the region's past.
    """
    words = [token.text for token in tokens[at:year]]
    if words.count(",") == _ASIDE:  # "17 people, most of them pupils, were killed in 2014"
        first, last = (i for i, word in enumerate(words) if word == ",")
        words = [*words[:first], *words[last + 1 :]]
    if "already" in words[:_NEAR]:
        return True  # "two workers had already died there, in falls in 2021 and 2022"
    ends = year + 1 == len(tokens) or tokens[year + 1].kind == "mark"
    breaks = _BREAKS - {"when"} if ends else _BREAKS  # "when another dam failed in 2015."
    if len(words) > _REACH or not breaks.isdisjoint(words) or until_question(words) < len(words):
        return False
    return not any(word in _AFFLICTED and following == "by" for word, following in pairwise(words))


def until_question(words: list[str]) -> int:
    """How many of the words behind a figure may date it.

    What is asked, or a paper, has a time of its own: "a toll of 33, and asked why nobody had come
    since 2015", "whose 41 dead have revived a bill that was shelved in 2019".
    """
    for at, (word, following) in enumerate(pairwise(words)):
        is_paper = word in _PAPERS and following in _WHICH_ONE
        if word in _QUESTIONS or is_paper:
            return at
    return len(words)


def find_periods(words: list[str], here: int) -> list[tuple[int, str]]:
    """The stretches of time over which figure ``here`` counts: "so far this year".

    Each with how far away it is told. "The worst storm this year" does not last all of it, nor does
    "last week's flood".
    """
    return _near(_RUNNING, words, here, _WORST, EVENT_NOUNS)


def find_summed(words: list[str], here: int) -> list[tuple[int, str]]:
    """What figure ``here`` sums up, with its distance: "bringing the toll this week to 30".

    Or, in the perfect, "51 people have been killed in the city this week".
    """
    if _SUMS.texts(words):
        return _near(_SUMMED, words, here)
    if not _is_perfect(words, here):
        return []
    # "have died in the worst flood in ten years" is one event
    return [] if _GRAVEST & set(words[here:]) else _near(_RECENT, words, here)


def find_since(words: list[str], here: int) -> list[tuple[int, str]]:
    """From when a figure counts, with how far away that is told: "since January"."""
    return _near(_SINCE, words, here, _WORST)


def is_raised(words: list[str]) -> bool:
    """Whether what was told raises a count: "It brings to 17 the number killed since May"."""
    return bool(_RAISED.texts(words))


def find_past(words: list[str], here: int) -> list[tuple[int, str]]:
    """What dates a figure back, with how far away it is told: "last year".

    What people have suffered up to now was not last year; "from 70 the day before" dates the 70.
    """
    old = (i for i in range(here, len(words) - 1) if words[i] == "from" and _is_count(words[i + 1]))
    words = words[: next(old, len(words))]
    return [] if _is_perfect(words, here) else _near(_PAST, words, here)


def _is_count(word: str) -> bool:
    return word[:1].isdigit() or word.partition("-")[0] in _CARDINALS


def _near(
    phrases: Phrases,
    words: list[str],
    here: int,
    ranks: AbstractSet[str] = frozenset(),
    dated: AbstractSet[str] = frozenset(),
) -> list[tuple[int, str]]:
    """The phrases before the figure, or behind it with no comma between, and their distances.

    But none that has one of the words that rank something shortly before it, or that dates a noun.
    """
    found = []
    for start, end in phrases.places(words):
        before = words[max(0, start - _RANKED) : start]
        if not ranks.isdisjoint(before[before.index(",") :] if "," in before else before):
            continue
        if words[end - 1].endswith("'s") and not dated.isdisjoint(words[end : end + _BEHIND]):
            continue
        if words[end - 1] == "to" and words[end : end + 1] == ["come"]:
            continue  # "In the days to come the dead will be buried"
        if end <= here:
            distance = here - end + 1
        elif start < here or not _STOPS.isdisjoint(words[here:start]):
            continue
        else:
            distance = start - here
        found.append((distance, " ".join(words[start:end])))
    return found


def _is_perfect(words: list[str], here: int) -> bool:
    """Whether the figure is told of in the perfect: "where four patients have died"."""
    following = words[here : here + _NEAR]
    clause = following[: following.index(",")] if "," in following else following
    return not {"has", "have"}.isdisjoint([*words[max(0, here - 3) : here], *clause])


def find_months(clause: list[Token], here: int) -> list[tuple[int, str]]:
    """The month in which the clause sets its event: "in February", not "in February 14"."""
    if MONTHS.isdisjoint([token.text for token in clause]):  # as nearly always
        return []
    judged = next((i for i, token in enumerate(clause[:here]) if token.text in _JUDGED), here)
    for i, (token, month) in enumerate(pairwise(clause)):
        if judged < i < here:
            continue  # "was jailed in March for causing nine deaths"
        if i >= here and (token.text in (",", "when", "as", "after") or i > here + _REACH):
            return []
        is_month = token.text == "in" and month.text in MONTHS and month.is_capital
        if is_month and not text_at(clause, i + 2).isdigit():
            return [(abs(i - here), f"in {month.text}")]
    return []


def follows_a_span(tokens: list[Token], start: int, at: int) -> int | None:
    """Where a clause with an older event begins: "..., a day after gunmen killed six".

    Or "The attack comes two weeks after three people were shot"; what follows "a day after the
    blast" is known already.
    """
    for after in range(at - 1, start, -1):
        if tokens[after].text != "after":  # as nearly always
            continue
        is_known = text_at(tokens, after + 1) in _DEFINITE
        between = [token.text for token in tokens[after + 1 : at]]
        # "six months after the bombing of the market, which had killed 23" brings it in
        is_known = is_known and not ({"which", "that"} & {*between} and "had" in between)
        if is_known:
            continue
        opening = after
        while opening > start and after - opening < _NEAR and tokens[opening].kind != "mark":
            opening -= 1
        before = [token.text for token in tokens[opening:after]]
        is_span = not _SPANS.isdisjoint(before)
        if is_span and (before[0] == "," or not _HAPPENS.isdisjoint(before)):
            return after
    return None
