"""Counts for each day or year, and averages: they are no figures."""

from __future__ import annotations

from casualties.extractors.analysis import Analysis
from casualties.extractors.phrases import Phrases
from casualties.extractors.times import SLOTS
from casualties.extractors.tokens import text_at
from casualties.lexicon import load

__all__ = ["drop_rates"]

_WORDS = load("unreal")
_RATES = [tuple(phrase.split()) for phrase in _WORDS["rates"]]
_OPENING = frozenset(rate[0] for rate in _RATES)
_RATE_WORDS = frozenset(rate[-1] for rate in _RATES)
_AVERAGES = Phrases(_WORDS["averages"], SLOTS)
_GOING_ON = frozenset(_WORDS["compared_with_an_average"])
_RELATIVE = frozenset({"earlier", "later", "before", "after", "ago"})
_WITHIN = frozenset(_WORDS["within"])
_COMPARED = frozenset(_WORDS["compared"])
_ENDS = frozenset({";", ".", "but", "while", "when", "after"})
_REACH = 12
_FEW = 3
_QUOTES = frozenset("\"'”“’")
_OFF = frozenset({"low", "high", "small", "large", "big"})


def drop_rates(analysis: Analysis) -> None:
    """Take back counts for each day or year, and averages: neither is a figure."""
    if not analysis.claims:
        return
    _drop_averages(analysis)
    _drop_compared(analysis)
    _drop_differences(analysis)
    _drop_counts_for_each(analysis)


def _drop_compared(analysis: Analysis) -> None:
    """As in "None of the children who drowned was older than 11": not so many people."""
    if _COMPARED.isdisjoint(analysis.vocabulary):
        return
    for index in list(analysis.claims):
        first = analysis.chunks[index].first
        before = analysis.texts[max(0, first - 1) : first + 2]
        at = before.index("than") + max(0, first - 1) if "than" in before else 0
        if at and analysis.texts[at - 1] in _COMPARED:
            del analysis.claims[index]


def _drop_differences(analysis: Analysis) -> None:
    """As in "The number of dead is six too low": a number is off by so many."""
    if "too" not in analysis.vocabulary:
        return
    for index in list(analysis.claims):
        behind = analysis.texts[analysis.chunks[index].last :]
        off = [text for text in behind[:_FEW] if text not in _QUOTES]
        if off[:1] == ["too"] and not _OFF.isdisjoint(off[1:2]):
            del analysis.claims[index]


def _drop_averages(analysis: Analysis) -> None:
    """As in "The average age of the dead is 78", "a mean of 25 deaths, down from 31"."""
    for start, end in _AVERAGES.places(analysis.texts):
        last = _end_of_clause(analysis, end)
        for index in list(analysis.claims):
            if start < analysis.chunks[index].last and analysis.chunks[index].first <= last:
                del analysis.claims[index]


def _end_of_clause(analysis: Analysis, start: int) -> int:
    """Where the clause ends that goes on at token ``start``.

    A comma ends it behind a number, unless the number is compared: "is 25, down from 31".
    """
    counted = [chunk.first for _, chunk in analysis.quantities if chunk.last > start]
    for position in range(start, len(analysis.texts)):
        word, following = analysis.texts[position], analysis.texts[position + 1 : position + 2]
        is_behind = bool(counted) and counted[0] < position
        if word in _ENDS or (word == "and" and is_behind):
            return position
        if word == "," and is_behind and _GOING_ON.isdisjoint(following):
            return position
    return len(analysis.texts)


def _drop_counts_for_each(analysis: Analysis) -> None:
    """As in "12 people a day", "Every year, 40 people die"."""
    if _RATE_WORDS.isdisjoint(analysis.vocabulary):
        return
    # ... but "A week of heat has killed 40 people"
    is_rate = any(
        tuple(analysis.texts[: len(rate)]) == rate
        and analysis.texts[len(rate) : len(rate) + 1] != ["of"]
        for rate in _RATES
    )
    is_rate = is_rate and _RELATIVE.isdisjoint(analysis.texts[:3])  # "A day earlier, ..."
    for index in list(analysis.claims):
        last = analysis.chunks[index].last
        if is_rate and last <= _REACH and "." not in analysis.texts[:last]:
            del analysis.claims[index]  # "Every year, 40 people die"
            continue
        following = []
        for place, token in enumerate(analysis.tokens[last : last + _REACH], last):
            is_aside = token.text == "(" and text_at(analysis.tokens, place + 1) not in _OPENING
            if is_aside or token.text in (",", ";", ".", ":", "and"):
                break
            following.append(token.text)
        for rate in _RATES:
            if following[-1:] and len(rate) == 2 and set(following) & _RELATIVE:
                continue  # "96 a day earlier"
            starts = range(len(following) - len(rate) + 1)
            if any(
                tuple(following[i : i + len(rate)]) == rate
                and not (i > 0 and rate[0] == "a" and following[i - 1] in _WITHIN)
                and following[i + len(rate) : i + len(rate) + 1] != ["of"]  # "a week of mourning"
                for i in starts
            ):
                del analysis.claims[index]
                break
