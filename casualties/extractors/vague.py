"""Vague words and what they stand for, by the lists or by conventions of one's own."""

from __future__ import annotations

from collections.abc import Iterable

from casualties.extractors.tokens import Token, follows, tokenize
from casualties.lexicon import load
from casualties.ranges import Range
from casualties.records import dataclass

__all__ = [
    "LISTED",
    "MULTIPLIERS",
    "Phrases",
    "VagueWords",
    "phrase_at",
    "read_phrases",
    "vague_words",
]

Phrases = dict[str, list[tuple[tuple[str, ...], Range]]]
"""Phrases with their ranges by their first word, the longest first."""


def read_phrases(table: dict[str, str]) -> Phrases:
    """The phrases of a list, which has a range in its notation for each."""
    found: Phrases = {}
    for phrase, claims in table.items():
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, Range.parse(claims)))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def phrase_at(tokens: list[Token], position: int, phrases: Phrases) -> tuple[int, Range] | None:
    """Where the longest of the phrases at ``position`` ends, and its range; None where none is."""
    for words, claims in phrases.get(tokens[position].text, ()):
        if follows(tokens, position, words):
            return position + len(words), claims
    return None


MULTIPLIERS = read_phrases(load("numbers")["multipliers"])
"""Words that multiply a magnitude or a dozen: "several hundred"."""


@dataclass(frozen=True, slots=True)
class VagueWords:
    """The vague words that a text is read by.

    ``starts`` are the words at which one starts, or a multiplier does, but for an "a"; ``after_a``
    those with which an "a" is more than an article.
    """

    phrases: Phrases
    starts: frozenset[str]
    after_a: frozenset[str]


def vague_words(own: Iterable[tuple[str, Range]] = ()) -> VagueWords:
    """The vague words of the lists, with ranges of one's own beside or in place of theirs.

    >>> words = vague_words([("Several", Range(5, 15)), ("a clutch of", Range(4, 8))])
    >>> words.phrases["several"], "clutch" in words.after_a
    ([(('several',), Range.parse('5-15'))], True)
    """
    spelled = {" ".join(t.text for t in tokenize(phrase)): str(claims) for phrase, claims in own}
    spelled.pop("", None)
    phrases = read_phrases(load("numbers")["vague"] | spelled)
    after_a = {
        words[1]
        for table in (phrases, MULTIPLIERS)
        for words, _ in table.get("a", ())
        if len(words) > 1
    }
    starts = frozenset(phrases.keys() | MULTIPLIERS.keys()) - {"a"}
    return VagueWords(phrases, starts, frozenset(after_a))


LISTED = vague_words()
"""The vague words of the lists alone."""
