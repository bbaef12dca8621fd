"""Phrases of a word list, with slots for words of other lists, as patterns over words.

In a phrase, ``{span}`` is a word of the list of that name, ``a|b`` one of two words, ``(word)`` a
word that may be left out, ``*`` any word, ``...`` a few words, and ``^`` where a sentence begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import regex

__all__ = ["compile_phrases", "places_of", "spaced"]

_ANY = r"\S+ "
_FEW = r"(?:\S+ ){0,8}?"


def compile_phrases(
    phrases: Iterable[str], slots: Mapping[str, Sequence[str]]
) -> regex.Pattern[str]:
    """The pattern of any of the phrases, over what ``spaced`` makes of a sentence's words.

    >>> pattern = compile_phrases(["since (the) {thing} began"], {"thing": ["war", "strike"]})
    >>> pattern.search(spaced(["dead", "since", "the", "strike", "began"]))[0]
    'since the strike began '
    """
    either = "|".join("".join(_piece(word, slots) for word in p.split()) for p in phrases)
    return regex.compile(rf"(?<!\S)(?:{either})")


def spaced(words: Iterable[str]) -> str:
    """The words with a blank behind each, without the "'s" of "last year's storm"."""
    return "".join([word.removesuffix("'s") + " " for word in words])


@lru_cache(maxsize=256)
def places_of(pattern: regex.Pattern[str], text: str) -> tuple[tuple[int, int], ...]:
    """Where the phrases stand: the first word of each, and the one behind it.

    Every figure of a sentence asks anew.
    """
    return tuple(
        (text.count(" ", 0, match.start()), text.count(" ", 0, match.end()))
        for match in pattern.finditer(text)
    )


def _piece(word: str, slots: Mapping[str, Sequence[str]]) -> str:
    match word:
        case "*":
            return _ANY
        case "...":
            return _FEW
        case "^":
            return r"\A"
    if word.startswith("("):
        return rf"(?:{_piece(word[1:-1], slots)})?"
    choices: list[str] = []
    for choice in word.split("|"):
        is_slot = choice.startswith("{")
        choices += slots[choice[1:-1]] if is_slot else [choice]
    return rf"(?:{_escaped(choices)}) "


def _escaped(choices: Iterable[str]) -> str:
    return "|".join(_ANY.strip() if choice == "*" else regex.escape(choice) for choice in choices)
