"""Which sentences may lean on a figure told before, though no word of theirs tells of harm.

As in "Eleven were pupils", "all 14", "two of them", "the count of 28", "seven more than the 39":
the words next to a number show it, so that no other sentence need be taken apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from casualties.extractors.noun_groups import COUNTED_HARM, GRADES
from casualties.extractors.numbers import places_of_numbers
from casualties.extractors.sought import may_seek
from casualties.extractors.tokens import find_words
from casualties.lexicon import load
from casualties.patterns import pattern

__all__ = ["RISES", "SPOKEN_OF", "may_lean"]

_PARTS, _QUANTITIES = load("parts"), load("quantities")
_CLASSES = load("grammar")["classes"]
_COUNTS = frozenset({*_PARTS["count_nouns"], "names", *COUNTED_HARM, *GRADES})
_DEFINITE = frozenset(load("grammar")["known"])
_ONE_MORE = frozenset({"another", *_QUANTITIES["ordinals"]})
# "Among them were three children", "They included a nurse"
_OPENINGS = frozenset(
    {("among", "them"), ("amongst", "them"), ("they", "include"), ("they", "included")}
)
_OPENING_WORDS = frozenset(first for first, _ in _OPENINGS)
_MAKING, _MEMBERS = (frozenset(load("references")[key]) for key in ("making", "members"))
_COUNTED_BY = frozenset(load("references")["counted_by"])
_COUNTING = frozenset({*load("references")["counting"], *load("references")["be_at"], "they"})
_IT = frozenset({"it", "that"})
RISES = frozenset(load("references")["rises"])
"""What has an older count behind it: "the rise from 61"."""
_WE, _HAVING = frozenset({"we", "i", "we've"}), frozenset({"have", "counted"})
SPOKEN_OF = frozenset({*load("qualifiers")["spoken_about"], "spoken"})
"""Words in front of "of" or "on" and a count that is only spoken of: "they spoke of 27"."""
_BACK = 4
_PUT = frozenset({*_CLASSES["be"], "at", "say"})
_MOURNED = _MEMBERS.union(_PARTS["mourned"], _PARTS["kin"])
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


def may_lean(words: Sequence[str], text: str, written: AbstractSet[str]) -> bool:
    """Whether a number in a sentence, of these words, may count some of those told of before.

    ``written`` are the words that numbers are written in.

    >>> for text in ("Eleven were pupils.", "We have waited for 20 years.", "All of the 14 swam."):
    ...     print(may_lean(find_words(text), text, {"eleven", "twelve"}))
    True
    False
    True
    """
    if words and words[0] in _OPENING_WORDS and tuple(words[:2]) in _OPENINGS:
        return True
    numbers = places_of_numbers(words, written)
    if not _ONE_MORE.isdisjoint(words) and any(
        word in _ONE_MORE and following in _BEHIND for word, following in pairwise(words)
    ):
        return True
    if not numbers:
        return False
    if any(
        _is_definite(words, numbers, place) or _has_behind(words, numbers, place)
        for place in numbers
    ):
        return True
    if _is_put_alone(words, numbers):
        return True
    if may_seek(words) or _follows_making(words, numbers):
        return True
    return not _COUNTS.isdisjoint(words) or _has_entries(text, numbers, written)


def _is_definite(words: Sequence[str], numbers: Sequence[int], place: int) -> bool:
    """Whether the words before the number say that those counted are known: "the other 12"."""
    if words[place] == "both":
        return True
    before = place - 1
    while before >= 0 and (words[before] in _BEFORE or before in numbers):
        before -= 1
    return before >= 0 and words[before] in _DEFINITE


def _is_put_alone(words: Sequence[str], numbers: Sequence[int]) -> bool:
    """Whether it is "It is 27 now", "We are at 27", "They say 27", or begins with "27 people".

    Or "It later rose to 27".
    """
    if words[0] in _IT and any(words[place - 1] in ("to", "was") for place in numbers):
        return True
    if any(words[place - 1] == "from" and words[place - 2] in RISES for place in numbers):
        return True
    return any(
        words[place - 1] in _COUNTED_BY
        or (words[place - 1] in ("of", "on") and words[place - 2] in SPOKEN_OF)
        or (words[place - 1] in _PUT and words[place - 2] in _COUNTING)
        or (words[place - 1] in _HAVING and not _WE.isdisjoint(words[: place - 1][-_BACK:]))
        for place in numbers
        if place > 0
    ) or (numbers[0] == 0 and words[1:2] in (["people"], ["is"], ["was"]))


def _follows_making(words: Sequence[str], numbers: Sequence[int]) -> bool:
    """Whether it is "that makes 14", "the parents of 14 children", "the last of 31 men"."""
    return any(
        words[place - 1] in _MAKING or (words[place - 1] == "of" and words[place - 2] in _MOURNED)
        for place in numbers
        if place > 1
    )


def _has_behind(words: Sequence[str], numbers: Sequence[int], place: int) -> bool:
    """Whether the words behind the number tell of those counted: "12 more were", "12 of them"."""
    last = place + 1
    while last < len(words) and (words[last] in _AFTER or last in numbers):
        last += 1
    return last < len(words) and words[last] in _BEHIND


def _has_entries(text: str, numbers: Sequence[int], written: AbstractSet[str]) -> bool:
    """Whether it may be a list of places and numbers: "By town: Velm 5; Osk 12."."""
    if len(numbers) == 1 or (numbers[0] >= _LONGEST_ENTRY and ":" not in text):
        return False
    stretches = map(_MARK.split, text.split(":"))
    return any(len(e) > 1 and all(_is_entry(each, written) for each in e[:2]) for e in stretches)


def _is_entry(text: str, written: AbstractSet[str]) -> bool:
    """Whether it has a number behind a few words."""
    return bool(places_of_numbers(find_words(text)[:_LONGEST_ENTRY], written))
