"""Words that count nobody by their place: "did not hurt anyone", "neither pilot was hurt"."""

from __future__ import annotations

from casualties.extractors.nouns import is_person_noun
from casualties.extractors.tokens import Token, text_at
from casualties.lexicon import load

__all__ = ["ANYBODY", "counts_nobody", "denies_harm", "is_neither_of_two"]

ANYBODY = frozenset({"anyone", "anybody", "any"})
"""Words that a denied verb of harm before them makes nobody."""
_DENIALS = ("not", "didn't", "without")
_ACCUSED = frozenset({"i", "he", "she", "we", "they", "you"})
_ASKED = frozenset({"whether", "if", "that"})
_LONGEST_VERB = 3
_CAUSING = frozenset(load("quantities")["causing"])


def counts_nobody(tokens: list[Token], position: int) -> bool:
    """Whether it is the "anyone" of "did not kill or hurt anyone", "without killing anyone".

    Not that of "I did not kill anyone", by which somebody defends himself.
    """
    text = tokens[position].text
    if text not in ANYBODY or (text == "any" and text_at(tokens, position + 1) != "of"):
        return False
    return _is_denied(tokens, position)


def denies_harm(tokens: list[Token], position: int) -> bool:
    """Whether it is the "any" of "did not cause any deaths", "did not result in any injuries"."""
    if tokens[position].text != "any" or not _is_denied(tokens, position):
        return False
    before = {token.text for token in tokens[max(0, position - 2) : position]}
    return bool(before & _CAUSING)


def _is_denied(tokens: list[Token], position: int) -> bool:
    """Whether a denial stands before the verb whose object begins at ``position``."""
    for at in range(position - 2, max(-1, position - 3 - _LONGEST_VERB), -1):
        words = (tokens[at].text, tokens[at + 1].text)
        if tokens[at].kind != "word" or words[1].endswith("ly") or not _ASKED.isdisjoint(words):
            return False  # "did not seriously injure anyone", "did not say whether any of them"
        if tokens[at].text in _DENIALS:
            subject = at - 1 if tokens[at].text != "not" else at - 2
            return text_at(tokens, subject) not in _ACCUSED
    return False


def is_neither_of_two(tokens: list[Token], position: int) -> bool:
    """Whether it is "neither" before those whom it counts, as in "Neither pilot was hurt"."""
    noun = text_at(tokens, position + 1)
    return is_person_noun(noun) and text_at(tokens, position + 2) not in ("nor", "or")
