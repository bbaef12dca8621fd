"""Names beside a singular: it says who somebody is, and counts nobody."""

from __future__ import annotations

from casualties.extractors.noun_groups import HARMED
from casualties.extractors.nouns import is_person_noun
from casualties.extractors.tokens import Token, text_at
from casualties.lexicon import load

__all__ = ["is_apposition", "leads_to_name"]

_MONTHS = frozenset(load("things")["months"])
_SHOUTED = 0.8


def is_apposition(tokens: list[Token], position: int) -> bool:
    """Whether "a ..." says who a name is: "Ann Lee, a teacher, ...", "Ann Lee, 40, a nurse"."""
    name = position - 2
    if text_at(tokens, position - 1) not in (",", "(", "–", "—"):
        return False
    if name >= 2 and tokens[name].kind == "numeral" and tokens[name - 1].text == ",":
        name -= 2
    if name <= 0 or not tokens[name].is_capital or tokens[name].kind != "word":
        return False
    if _is_title(tokens):
        return False
    following = next((t.text for t in tokens[position:] if t.text in (",", "and", ".", ";")), "")
    return tokens[name].text not in _MONTHS and following != "and"


def leads_to_name(tokens: list[Token], start: int, last: int) -> bool:
    """Whether it says who a name is: "Singer Robert Hunter", "Poet, diver and cook Ann Lee"."""
    while text_at(tokens, last) in (",", "and") or is_person_noun(text_at(tokens, last)):
        last += 1
    words = [token for token in tokens[start : last + 1] if token.text not in HARMED]
    is_named = any(token.is_capital and token.kind == "word" for token in words)
    return is_named and not _is_title(tokens)


def _is_title(tokens: list[Token]) -> bool:
    """Whether most words have capitals, as headlines in title case and old wires do."""
    words = [token for token in tokens if token.kind == "word"]
    return sum(token.is_capital for token in words) > _SHOUTED * len(words)
