"""Which sentences may lean on a figure told before, though no word of theirs tells of harm.

As in "Eleven were pupils", "all 14", "two of them", "the count of 28", "seven more than the 39":
the words next to a number show it, so that no other sentence need be taken apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from casualties.extractors.noun_groups import COUNTED_HARM, GRADES
from casualties.extractors.numbers import is_in_number
from casualties.extractors.tokens import find_words
from casualties.extractors.vague import VagueWords
from casualties.lexicon import load
from casualties.patterns import pattern

__all__ = ["may_lean"]

_PARTS, _QUANTITIES = load("parts"), load("quantities")
_CLASSES = load("grammar")["classes"]
_COUNTS = frozenset({*_PARTS["count_nouns"], "names", *COUNTED_HARM, *GRADES})
_DEFINITE = frozenset({"the", "all", "those", "these", "both", "its", "his", "their"})
_ONE_MORE = frozenset({"another", *_QUANTITIES["ordinals"]})
_BEHIND = frozenset({"of", "out", "than", *_CLASSES["be"], *_CLASSES["have"]})


def _words(position: str) -> frozenset[str]:
    """The words of the phrases that stand before or after a number and are taken in by it."""
    entries = load("qualifiers")["qualifier"]
    phrases = [phrase for entry in entries for phrase in entry.get(position, ())]
    return frozenset(word for phrase in phrases for word in phrase.split())


_BEFORE = _words("before") - _DEFINITE
_AFTER = _words("after") | frozenset(_QUANTITIES["more"])
_LONGEST_ENTRY = 5
_MARK = pattern(r"[;,.]\s")


def may_lean(words: Sequence[str], text: str, vague: VagueWords) -> bool:
    """Whether a number in a sentence, of these words, may count some of those told of before.

    >>> from casualties.extractors.vague import LISTED
    >>> for text in ("Eleven were pupils.", "We have waited for 20 years.", "All of the 14 swam."):
    ...     print(may_lean(find_words(text), text, LISTED))
    True
    False
    True
    """
    numbers = [place for place, word in enumerate(words) if is_in_number(word, vague)]
    if any(_is_taken_up(words, place, vague) for place in numbers):
        return True
    if not _ONE_MORE.isdisjoint(words) and any(
        word in _ONE_MORE and words[place + 1 : place + 2] and words[place + 1] in _BEHIND
        for place, word in enumerate(words)
    ):
        return True
    return bool(numbers) and (not _COUNTS.isdisjoint(words) or _has_entries(text, vague))


def _is_taken_up(words: Sequence[str], place: int, vague: VagueWords) -> bool:
    """Whether the words next to the number say that it counts some of those told of before."""
    if words[place] == "both":
        return True
    before = place - 1
    while before >= 0 and (words[before] in _BEFORE or is_in_number(words[before], vague)):
        before -= 1
    if before >= 0 and words[before] in _DEFINITE:
        return True
    behind = takewhile(lambda word: word in _AFTER or is_in_number(word, vague), words[place:])
    last = place + sum(1 for _ in behind)
    return last < len(words) and words[last] in _BEHIND


def _has_entries(text: str, vague: VagueWords) -> bool:
    """Whether it may be a list of places and numbers: "By town: Velm 5; Osk 12."."""
    stretches = map(_MARK.split, text.split(":"))
    return any(len(e) > 1 and all(_is_entry(each, vague) for each in e[:2]) for e in stretches)


def _is_entry(text: str, vague: VagueWords) -> bool:
    """Whether it has a number behind a few words."""
    return any(is_in_number(word, vague) for word in find_words(text)[:_LONGEST_ENTRY])
