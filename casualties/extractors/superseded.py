"""Counts that the words before them call older ones: "from an earlier 359", "the previous toll"."""

from __future__ import annotations

from casualties.extractors.tokens import Token
from casualties.lexicon import load

__all__ = ["is_superseded"]

_WORDS = load("scopes")
_OLD_ADJECTIVES = frozenset(_WORDS["old_adjectives"])
_OLD_NOUNS = frozenset(_WORDS["old_nouns"])
_MISSTATING = frozenset(_WORDS["misstating"])
_OLD_ADVERBS = frozenset(_WORDS["old_adverbs"])
_OLD_PHRASES = tuple(_WORDS["old_phrases"])
_OLD_WORDS = frozenset(max(phrase.split(), key=len) for phrase in _OLD_PHRASES)
_OLD_WORDS |= _OLD_ADJECTIVES | _OLD_ADVERBS
_RELATIVES = frozenset({"who", "which", "whose"})
_TURNS = frozenset({";", "but", "now"})


def is_superseded(tokens: list[Token], at: int) -> bool:
    """Whether the words before token ``at`` say that the number is an older one."""
    start = next((i + 1 for i in reversed(range(at)) if tokens[i].text in _TURNS), 0)
    words = [token.text for token in tokens[start:at]]
    if _OLD_WORDS.isdisjoint(words):  # as nearly always
        return False
    words = _without_asides(words)
    for position, word in enumerate(words):
        nearby = words[position + 1 : position + 4]
        about = words[position + 2 : position + 3]
        if nearby[:1] == ["report"] and about in (["on"], ["into"], ["about"]):
            continue  # "a preliminary report on the blast that killed four"
        if not _MISSTATING.isdisjoint(words) and _OLD_NOUNS.isdisjoint(_behind_misstating(words)):
            continue  # "An earlier version misstated the day of the blast that killed four"
        if word in _OLD_ADJECTIVES and not _OLD_NOUNS.isdisjoint(nearby):
            # "raised the previous toll to six" gives the new one
            return {"to", "by"}.isdisjoint(words[-2:])
        if word in ("previous", "earlier") and position == len(words) - 1:
            return True  # "from an earlier 359"
        if word in _OLD_ADVERBS and words[position + 1 : position + 2] != ["unknown"]:
            return True
    text = f" {' '.join(words)} "
    return any(f" {phrase} " in text for phrase in _OLD_PHRASES)


def _behind_misstating(words: list[str]) -> list[str]:
    """What a correction says was wrong: "misstated the day of the blast"."""
    return words[next(i for i, word in enumerate(words) if word in _MISSTATING) + 1 :]


def _without_asides(words: list[str]) -> list[str]:
    """Words without relative clauses that have ended: ", which at first denied it,"."""
    kept: list[str] = []
    end = 0
    for at, word in enumerate(words):
        if at >= end and word == "," and words[at + 1 : at + 2] and words[at + 1] in _RELATIVES:
            end = next((i for i in range(at + 1, len(words)) if words[i] == ","), 0)
        if at >= end:
            kept.append(word)
    return kept
