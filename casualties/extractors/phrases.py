"""Phrases of a word list, with slots for words of other lists, as patterns over words.

In a phrase, ``{span}`` is a word of the list of that name, ``a|b`` one of two words, ``(word)`` a
word that may be left out, ``*`` any word, ``...`` a few words, and ``^`` where a sentence begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import regex

from casualties.kept import keep
from casualties.patterns import pattern

__all__ = ["Phrases"]

_MOST_LISTS = 100
"""Lists of words that phrases have slots for; there are some twenty."""
_ANY = r"\S+ "
_FEW = r"(?:\S+ ){0,8}?"


class Phrases:
    """Phrases to find among words; one is tried only where a word of its own is among them.

    ``needed`` are those words: where none of them stands, no phrase does.
    """

    __slots__ = ("_phrases", "_with", "needed")

    def __init__(self, phrases: Iterable[str], slots: Mapping[str, Sequence[str]]) -> None:
        """Take the phrases apart; the slots stand for words of the lists."""
        phrases = list(phrases)
        written = "\n".join(phrases)
        filled = [
            f"{name}: {_listed(tuple(words))}"
            for name, words in slots.items()
            if f"{{{name}}}" in written
        ]
        taken_apart = keep(f"phrases {written} {filled}", lambda: _taken_apart(phrases, slots))
        self._phrases = [pattern(each) for each in taken_apart[0]]
        self._with = taken_apart[1]
        self.needed = frozenset(self._with)

    def texts(self, words: Sequence[str]) -> list[str]:
        """The phrases among the words, without the "'s" of "last year's storm".

        >>> phrases = Phrases(["since (the) {thing} began"], {"thing": ["war", "strike"]})
        >>> phrases.texts(["dead", "since", "the", "strike", "began"])
        ['since the strike began']
        """
        if self.needed.isdisjoint(words):  # as nearly always
            return []
        return [match[0].rstrip() for match in self._matches(words)]

    def places(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Where the phrases stand: the first word of each, and the one behind it.

        >>> phrases = Phrases(["on {day}"], {"day": ["monday", "sunday"]})
        >>> phrases.places(["12 000", "died", "on", "sunday"])
        [(2, 4)]
        """
        if self.needed.isdisjoint(words):
            return []
        return [
            (m.string.count(" ", 0, m.start()), m.string.count(" ", 0, m.end()))
            for m in self._matches(words)
        ]

    def _matches(self, words: Sequence[str]) -> Iterator[regex.Match[str]]:
        """The matches from left to right; of those at one place, that of the first phrase."""
        needed = self.needed.intersection(words)
        tried = sorted({place for word in needed for place in self._with[word]})
        text = "".join([word.removesuffix("'s").replace(" ", "_") + " " for word in words])
        searches = [self._phrases[place].search for place in tried]
        found = [(search, match) for search in searches if (match := search(text))]
        while found:
            _, first = min(found, key=lambda each: each[1].start())
            yield first
            last = first.end()
            found = [
                (search, following)
                for search, match in found
                if (following := match if match.start() >= last else search(text, last))
            ]


@lru_cache(_MOST_LISTS)
def _listed(words: tuple[str, ...]) -> str:
    """The words in one string; many phrases have slots for the same ones."""
    return " ".join(words)


def _taken_apart(
    phrases: Iterable[str], slots: Mapping[str, Sequence[str]]
) -> tuple[list[str], dict[str, list[int]]]:
    """The phrases as regular expressions, and the places of those that need a word, by the word."""
    expressions: list[str] = []
    places: dict[str, list[int]] = {}
    for phrase in phrases:
        pieces = [(word, _choices(word, slots)) for word in phrase.split()]
        for word in {choice.split()[0] for choice in _rarest(pieces)}:
            for form in (word, f"{word}'s"):
                places.setdefault(form, []).append(len(expressions))
        written = "".join(_pattern(*piece) for piece in pieces)
        expressions.append(rf"(?<!\S)(?:{written})")
    return expressions, places


def _choices(word: str, slots: Mapping[str, Sequence[str]]) -> list[str]:
    """The words that a piece of a phrase stands for; ``*`` for any."""
    choices: list[str] = []
    for choice in word.strip("()").split("|"):
        choices += slots[choice[1:-1]] if choice.startswith("{") else [choice]
    return choices


def _pattern(word: str, choices: list[str]) -> str:
    match word:
        case "*" | "(*)":
            written = _ANY
        case "...":
            return _FEW
        case "^":
            return r"\A"
        case _:
            written = rf"(?:{_escaped(choices)}) "
    return rf"(?:{written})?" if word.startswith("(") else written


def _escaped(choices: Iterable[str]) -> str:
    return "|".join(_ANY.strip() if choice == "*" else regex.escape(choice) for choice in choices)


def _rarest(phrase: list[tuple[str, list[str]]]) -> list[str]:
    """The choices of the piece of a phrase that the fewest texts have.

    Short words are common, and of those of three letters "the" is in nearly every sentence.
    """
    needed = [
        choices
        for word, choices in phrase
        if word not in ("...", "^") and not word.startswith("(") and "*" not in choices
    ]
    return max(needed, key=lambda choices: ("the" not in choices, min(map(len, choices))))
