"""Phrases of a word list, with slots for words of other lists, as patterns over words.

In a phrase, ``{span}`` is a word of the list of that name, ``a|b`` one of two words, ``(word)`` a
word that may be left out, ``*`` any word, ``...`` a few words, and ``^`` where a sentence begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import regex

__all__ = ["Phrases"]

_ANY = r"\S+ "
_FEW = r"(?:\S+ ){0,8}?"


class Phrases:
    """Phrases as one pattern, which is tried only on words that have one of each phrase's own."""

    __slots__ = ("_needed", "_pattern")

    def __init__(self, phrases: Iterable[str], slots: Mapping[str, Sequence[str]]) -> None:
        """Compile the pattern of the phrases, whose slots stand for words of the lists."""
        pieces = [[(word, _choices(word, slots)) for word in p.split()] for p in phrases]
        either = "|".join("".join(_pattern(*piece) for piece in phrase) for phrase in pieces)
        self._pattern = regex.compile(rf"(?<!\S)(?:{either})")
        needed = [choice.split()[0] for phrase in pieces for choice in _rarest(phrase)]
        self._needed = frozenset(needed) | {f"{word}'s" for word in needed}

    def texts(self, words: Sequence[str]) -> list[str]:
        """The phrases among the words, without the "'s" of "last year's storm".

        >>> phrases = Phrases(["since (the) {thing} began"], {"thing": ["war", "strike"]})
        >>> phrases.texts(["dead", "since", "the", "strike", "began"])
        ['since the strike began']
        """
        return [match[0].rstrip() for match in self._matches(words)]

    def places(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Where the phrases stand: the first word of each, and the one behind it."""
        return [
            (m.string.count(" ", 0, m.start()), m.string.count(" ", 0, m.end()))
            for m in self._matches(words)
        ]

    def _matches(self, words: Sequence[str]) -> Iterator[regex.Match[str]]:
        if self._needed.isdisjoint(words):
            return iter(())
        return self._pattern.finditer("".join([word.removesuffix("'s") + " " for word in words]))


def _choices(word: str, slots: Mapping[str, Sequence[str]]) -> list[str]:
    """The words that a piece of a phrase stands for; ``*`` for any."""
    choices: list[str] = []
    for choice in word.strip("()").split("|"):
        choices += slots[choice[1:-1]] if choice.startswith("{") else [choice]
    return choices


def _pattern(word: str, choices: list[str]) -> str:
    match word:
        case "*" | "(*)":
            pattern = _ANY
        case "...":
            return _FEW
        case "^":
            return r"\A"
        case _:
            pattern = rf"(?:{_escaped(choices)}) "
    return rf"(?:{pattern})?" if word.startswith("(") else pattern


def _escaped(choices: Iterable[str]) -> str:
    return "|".join(_ANY.strip() if choice == "*" else regex.escape(choice) for choice in choices)


def _rarest(phrase: list[tuple[str, list[str]]]) -> list[str]:
    """The choices of the piece of a phrase that the fewest texts have: short words are common."""
    needed = [
        choices
        for word, choices in phrase
        if word not in ("...", "^") and not word.startswith("(") and "*" not in choices
    ]
    return max(needed, key=lambda choices: min(map(len, choices)))
