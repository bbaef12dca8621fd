"""Which stretch of a text stands in quotation marks."""

from __future__ import annotations

from casualties.extractors.tokens import Token
from casualties.model import Sentence

__all__ = [
    "MARKS",
    "has_marks",
    "has_quotation",
    "is_left_open",
    "is_within_quotation",
    "leads_to_quotation",
    "text_behind",
]

MARKS = ('"', "“", "”", "«", "»")
"""The quotation marks of a text; its tokens have the first one for all of them."""


def has_marks(text: str) -> bool:
    """Whether a text has a quotation mark."""
    return any(mark in text for mark in MARKS)


def is_left_open(text: str) -> bool:
    """Whether a quotation opens in a text and does not end in it, or the other way round."""
    return sum(map(text.count, MARKS)) % 2 == 1


def has_quotation(text: str) -> bool:
    """Whether a sentence quotes somebody: "The mayor, Ann Lee, called it “a disgrace”"."""
    return has_marks(text) and not is_left_open(text) and not text.startswith(MARKS)


def leads_to_quotation(sentence: Sentence) -> bool:
    """Whether a quotation opens right behind a sentence that has none itself."""
    is_opened = text_behind(sentence).lstrip().startswith(MARKS)
    return is_opened and not has_marks(sentence.text)


def is_within_quotation(tokens: list[Token], at: int) -> bool:
    """Whether token ``at`` stands in a quotation of a sentence that opens with one."""
    if not tokens or tokens[0].text != MARKS[0]:
        return False
    return sum(token.text == MARKS[0] for token in tokens[:at]) % 2 == 1


def text_behind(sentence: Sentence) -> str:
    """What its passage has behind a sentence."""
    passage = sentence.passage
    return passage.text[sentence.start - passage.start + len(sentence.text) :]
