"""Sources without a verb of saying: names that the conventions add, and labels of headlines."""

from __future__ import annotations

from casualties.extractors.glossary import is_own_source
from casualties.extractors.nouns import lemma
from casualties.extractors.tokens import Token, text_at
from casualties.lexicon import load
from casualties.patterns import pattern

__all__ = ["find_labels", "headline_source"]

_STATE = frozenset(load("sources")["state"])
_ADVERBS = frozenset(load("sources")["adverbs"])
_ARTICLES = frozenset(load("grammar")["articles"])
_BEFORE_LABEL = frozenset({"", ",", ";", ":", ".", '"', "(", ")", "–"})
_BEFORE_SIGNATURE = frozenset({":", "-", "–", "("})
_OF = frozenset({"in", "of", "for", "at", "on", "near"})
_END = frozenset({"", ".", ",", ";", ")", '"'})

_LABELS = frozenset(load("sources")["labels"])
_ATTACKED = frozenset(load("people")["attacked"])
_WHO = r"(?P<who>[^:.,!?\d\"“”]{3,40})"
_AHEAD = pattern(rf"{_WHO}: ")
_BEHIND = pattern(rf"(?:: | [–—-]+ ){_WHO}$")


def headline_source(text: str) -> str | None:
    """Who is quoted for a headline: "Officials in Osk: 12 killed", "12 killed in blast: police".

    >>> headline_source("Twelve dead in mill blast: fire brigade")
    'fire brigade'
    >>> headline_source("Mill blast: twelve dead")
    """
    for label in (_AHEAD.match(text), _BEHIND.search(text)):
        words = label["who"].lower().split() if label else []
        first = next((i for i, word in enumerate(words) if word in _OF), len(words))
        is_told = not _ATTACKED.isdisjoint(words[1:])  # "Gunmen attack army: 12 killed"
        if label and first and not is_told and lemma(words[first - 1]) in _LABELS:
            return label["who"]
    return None


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
