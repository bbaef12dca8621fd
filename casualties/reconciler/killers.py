"""Killers whom the text itself counts among the dead: "nine dead, including the gunman"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

import regex

from casualties import lexicon
from casualties.model import Figure, Kind, Outcome
from casualties.patterns import either, pattern
from casualties.reconciler.wording import number_of

__all__ = ["Killers", "killers_counted_in", "names_killer", "tells_of_dead_killer"]

_MOST = 20
"""Of attackers who are not counted themselves there are hardly more."""

_FEW = 6
_NOBODY = range(0)
_REACH = 8
_BEFORE = pattern(r"\b(\w+) and $")
_BESIDE = pattern(r"(?: \w+)? (?:and|,) (?:the |a )?(\w+)")
_WORD = pattern(r"[\w-]+|[.;]")


class Killers:
    """What the figures of one line item say of killers, by the number that they state.

    It is asked of every two of them: what a number says of killers is found out once.
    """

    def __init__(self, figures: Sequence[Figure]) -> None:
        """Put together what states the same number."""
        self._stating: dict[int, list[Figure]] = defaultdict(list)
        for figure in figures:
            self._stating[number_of(figure)].append(figure)
        self._counted: dict[int, list[range]] = {}
        self._naming: dict[int, bool] = {}
        self._said: dict[tuple[int, str], bool] = {}

    def set_apart(self, a: Figure, b: Figure) -> bool:
        """Whether one figure is the other and the killers: "He shot five, then himself. Six died".

        Each of the two may say so wherever the line item states it.
        """
        few, many = sorted((a, b), key=number_of)
        fewer, more = number_of(few), number_of(many)
        if a.outcome is not Outcome.KILLED or not 0 < more - fewer < _MOST:
            return False
        if more - fewer == 1 and self._adds_a_killer(fewer):
            return True
        gaps = {more - fewer, more - (few.range.high or 0)}  # "six or seven" of eight
        if any(not gaps.isdisjoint(counted) for counted in self._counted_in(more)):
            return not any(self._counted_in(fewer))
        if more - fewer > _FEW or not (
            self._says(fewer, "killer_dead") or self._says(more, "killer_dead")
        ):
            return False
        is_near = more - fewer == 1 or self._names_killers(fewer)
        is_summed = self._says(more, "summing") or self._is_headlined(more)
        return is_near and (is_summed or self._is_headlined_without(fewer))

    def _adds_a_killer(self, number: int) -> bool:
        """Whether one is told of beside them: "Seven hostages and gunman dead".

        Or before them: "The gunman and five victims are dead".
        """
        return any(
            beside is not None and beside[1] in _killers()
            for figure in self._stating[number]
            for beside in (
                _BESIDE.match(figure.tail.lower()),
                _BEFORE.search(figure.head.lower()),
            )
        )

    def _is_headlined_without(self, number: int) -> bool:
        """Whether a headline tells of a killer's death beside them: "Five dead; man kills self"."""
        phrases = _phrases("killer_dead")
        return any(
            figure.passage is Kind.HEADLINE and phrases.search(figure.sentence)
            for figure in self._stating[number]
        )

    def _is_headlined(self, number: int) -> bool:
        """Whether headlines alone tell of so many dead: "Six dead in shooting", with the gunman."""
        return all(
            figure.passage is Kind.HEADLINE and figure.tail.lower().startswith(" dead")
            for figure in self._stating[number]
        )

    def _names_killers(self, number: int) -> bool:
        """Whether one of the sentences that state it names more than one: "Gunmen killed 23"."""
        if number not in self._naming:
            self._naming[number] = any(
                _is_killer(word) and word not in _killers()
                for figure in self._stating[number]
                for word in _WORD.findall(figure.sentence.lower())
            )
        return self._naming[number]

    def _counted_in(self, number: int) -> list[range]:
        if number not in self._counted:
            self._counted[number] = list(map(killers_counted_in, self._stating[number]))
        return self._counted[number]

    def _says(self, number: int, name: str) -> bool:
        if (number, name) not in self._said:
            phrases, stating = _phrases(name), self._stating[number]
            self._said[number, name] = any(phrases.search(each.sentence) for each in stating)
        return self._said[number, name]


def tells_of_dead_killer(figure: Figure) -> bool:
    """Whether a figure's sentence tells how a killer died: "Gunman kills five, then himself"."""
    return _phrases("killer_dead").search(figure.sentence) is not None


def killers_counted_in(figure: Figure) -> range:
    """How many killers a figure of the dead may hold by its own clause.

    As in "nine dead, including the two gunmen", "six bodies, that of the bomber among them", "the
    attacker was among the nine dead".
    """
    head, _, tail = figure.sentence.lower().partition(figure.text.lower())
    if figure.outcome is not Outcome.KILLED or not tail or not names_killer(figure.sentence):
        return _NOBODY
    before, after = _WORD.findall(head)[-_REACH:], _WORD.findall(tail)
    if before[-1:] in (["among"], ["amongst"]) and any(map(_is_killer, before)):
        return _count(before)
    for position, word in enumerate(before):
        if word in _words("along_with") and any(map(_is_killer, before[position + 1 :])):
            return _count(before[position:])  # "With the gunman, five people are dead"
    for position, word in enumerate(after):
        if word in (".", ";"):
            break
        if _is_killer(word) and after[max(0, position - 1)] != "by":  # "were killed by gunmen"
            told = after[max(0, position - _REACH) : position]
            opening = next((i for i, w in enumerate(told) if w in _words("counting_in")), None)
            closes = not _words("counted_in").isdisjoint(after[position + 1 : position + 3])
            if opening is not None or closes:
                return _count([*told[opening or 0 :], word])
    return _NOBODY


def _count(words: list[str]) -> range:
    """How many killers the words name: as many as their number says, one, or any few."""
    numbers: dict[str, int] = lexicon.load("numbers")["cardinals"] | {"both": 2}
    told = [int(word) if word.isdecimal() else numbers.get(word) for word in words]
    number = next((number for number in told if number), None)
    if number is not None:
        return range(number, number + 1)
    is_one = any(word in _killers() for word in words)
    return range(1, 2) if is_one else range(2, _MOST)


def names_killer(sentence: str) -> bool:
    """Whether a sentence has a noun for killers."""
    return not _forms().isdisjoint(_WORD.findall(sentence.lower()))


def _is_killer(word: str) -> bool:
    return word in _forms()


@cache
def _forms() -> frozenset[str]:
    """The nouns for killers, one and many: "gunman", "gunmen", "attackers"."""
    many = {noun[:-3] + "men" if noun.endswith("man") else noun + "s" for noun in _killers()}
    return _killers() | many


@cache
def _killers() -> frozenset[str]:
    people = lexicon.load("people")
    return frozenset([*people["attacker"], *people["fighters"], *_words("killers")])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon.load("reconciliation")[name])


@cache
def _phrases(name: str) -> regex.Pattern[str]:
    return pattern(either(lexicon.load("reconciliation")[name]), regex.IGNORECASE)
