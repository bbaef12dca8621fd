"""Names that the conventions add, where no verb of saying need tell that they are quoted."""

from __future__ import annotations

from casualties.extractors.glossary import is_own_source
from casualties.extractors.tokens import Token, text_at
from casualties.lexicon import load

__all__ = ["find_labels"]

_STATE = frozenset(load("sources")["state"])
_ADVERBS = frozenset(load("sources")["adverbs"])
_ARTICLES = frozenset(load("grammar")["articles"])
_BEFORE_LABEL = frozenset({"", ",", ";", ":", ".", '"', "(", ")", "–"})
_BEFORE_SIGNATURE = frozenset({":", "-", "–", "("})
_END = frozenset({"", ".", ",", ";", ")", '"'})


def find_labels(text: str, tokens: list[Token], at: int | None) -> list[tuple[int, str]]:
    """The names that stand over, or under, what they say of the figure at token ``at``.

    Those over anything, where it is None.
    """
    return [
        (place, text[token.start : token.end].replace(",", ""))
        for place, token in enumerate(tokens)
        if is_own_source(token.text)
        and (_is_label(tokens, place) if at is None or place < at else _is_signature(tokens, place))
    ]


def _is_label(tokens: list[Token], name: int) -> bool:
    """Whether a name stands over what it says: "Hengaw: 12 killed"."""
    return text_at(tokens, name + 1) == ":" and _before(tokens, name) in _BEFORE_LABEL


def _is_signature(tokens: list[Token], name: int) -> bool:
    """Whether a name ends what it says: "12 killed: Hengaw", "12 died, Hengaw counted"."""
    verb = name + 1
    while text_at(tokens, verb) in _ADVERBS:
        verb += 1
    is_stated = text_at(tokens, verb) in _STATE and text_at(tokens, verb + 1) in _END
    if _before(tokens, name) == ",":
        return is_stated
    is_end = is_stated or text_at(tokens, name + 1) in _END
    return is_end and _before(tokens, name) in _BEFORE_SIGNATURE


def _before(tokens: list[Token], name: int) -> str:
    """What stands before a name and its article."""
    return text_at(tokens, name - 1 - (text_at(tokens, name - 1) in _ARTICLES))
