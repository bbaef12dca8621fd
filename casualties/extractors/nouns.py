"""Nouns: who or what a number counts."""

from __future__ import annotations

from functools import lru_cache

import regex

from casualties.lexicon import load
from casualties.model import ATTACKER, PEOPLE
from casualties.patterns import pattern

__all__ = [
    "OWN_PERSON",
    "OWN_PLURAL",
    "find_attackers",
    "is_invariant",
    "is_listed_person",
    "is_person_noun",
    "is_plural",
    "is_thing",
    "lemma",
    "person_of",
    "plurals",
]

OWN_PERSON, OWN_PLURAL = "person:", ":s"
"""Around the singular, the text of a token that is a noun for people by the conventions alone.

No word of a copy has a colon, so that what is said of such a token holds under all conventions.
"""

_PEOPLE = load("people")
_THINGS = load("things")
_GENERIC = frozenset(_PEOPLE["generic"])
_ATTACKERS = frozenset(_PEOPLE["attacker"])
_SPECIFIC = frozenset(_PEOPLE["specific"])
_PERSONS = _GENERIC | _ATTACKERS | _SPECIFIC
_SAME: dict[str, str] = _PEOPLE["same"]
_SINGULAR: dict[str, str] = {
    plural: singular for singular, plurals in _PEOPLE["plurals"].items() for plural in plurals
}
FIGHTERS = frozenset(_PEOPLE["fighters"])
"""Those who fight: attackers where the text says that they attacked."""

_ATTACK = pattern(
    r"\b(?:\L<fighters>)s?\s+(?:\w+\s+){0,3}?(?:\L<attacked>)\b",
    regex.IGNORECASE,
    fighters=sorted(FIGHTERS),
    attacked=_PEOPLE["attacked"],
)
_THING_NOUNS = frozenset(_THINGS["units"]) | frozenset(_THINGS["nouns"])
_MOST_WORDS = 10_000
"""How many words are remembered: an archive has any number of them."""

_PERSON_ENDINGS = tuple(_PEOPLE["endings"])


def find_attackers(text: str) -> frozenset[str]:
    """The nouns for fighters who attacked, where a text says that they did.

    >>> sorted(find_attackers("About 80 rebels attacked the garrison before dawn."))
    ['fighter', 'guerrilla', 'insurgent', 'militant', 'rebel', 'taliban']
    >>> find_attackers("The army attacked the rebels.")
    frozenset()
    """
    return FIGHTERS if _ATTACK.search(text) else frozenset()


@lru_cache(_MOST_WORDS)
def lemma(word: str) -> str:
    """The singular of a noun, by rule and by the list of irregular ones.

    >>> lemma("policemen"), lemma("babies"), lemma("sentries"), lemma("buses")
    ('policeman', 'baby', 'sentry', 'bus')
    """
    if word.startswith(OWN_PERSON):
        return word.removesuffix(OWN_PLURAL)
    if word in _SINGULAR:
        return _SINGULAR[word]
    if word in _PERSONS or word in _THING_NOUNS:
        return word
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "buses", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us")):
        return word[:-1]
    return word


def plurals(noun: str) -> tuple[str, ...]:
    """The plurals of a noun for people, by the list of irregular ones or by rule.

    >>> plurals("strandee"), plurals("baggage boy"), plurals("foster-child"), plurals("deckman")
    (('strandees',), ('baggage boys',), ('foster-children',), ('deckmen',))
    >>> plurals("bush dentist"), plurals("wine witch"), plurals("local hero"), plurals("bully")
    (('bush dentists',), ('wine witches',), ('local heros', 'local heroes'), ('bullies',))
    """
    first = max(noun.rfind(" "), noun.rfind("-")) + 1
    before, head = noun[:first], noun[first:]
    if head in _PEOPLE["plurals"]:
        return tuple(before + plural for plural in _PEOPLE["plurals"][head])
    if head.endswith("man"):
        return (f"{noun[:-3]}men",)
    if head.endswith("y") and not head.endswith(("ay", "ey", "oy", "uy")):
        return (f"{noun[:-1]}ies",)
    if head.endswith(("s", "x", "z", "ch", "sh")):
        return (f"{noun}es",)
    return (f"{noun}s", f"{noun}es") if head.endswith("o") else (f"{noun}s",)


@lru_cache(_MOST_WORDS)
def is_plural(word: str) -> bool:
    """Whether a noun's form allows a number above one."""
    return lemma(word) != word or word in _SINGULAR


def is_invariant(word: str) -> bool:
    """Whether a noun for people has one form: "Swiss", "staff"."""
    return _SINGULAR.get(word) == word


@lru_cache(_MOST_WORDS)
def is_person_noun(word: str) -> bool:
    """Whether a word, singular or plural, names people.

    >>> is_person_noun("firefighters"), is_person_noun("bridges")
    (True, False)
    """
    singular = lemma(word)
    if word in _PERSONS or singular in _PERSONS or word in _SINGULAR:
        return True
    if word.startswith(OWN_PERSON):
        return True
    if singular in _THING_NOUNS:
        return False
    if "-" in singular:
        tail = singular.rpartition("-")[2]
        return tail in _SPECIFIC or tail in _ATTACKERS
    return len(singular) > 5 and singular.endswith(_PERSON_ENDINGS)


def is_listed_person(word: str) -> bool:
    """Whether the lists have a noun for people, which "Boseman" only ends like."""
    return word in _PERSONS or word.startswith(OWN_PERSON)


@lru_cache(_MOST_WORDS)
def is_thing(word: str) -> bool:
    """Whether a word is a unit of measure or a noun that never counts people."""
    return word in _THING_NOUNS or lemma(word) in _THING_NOUNS


def person_of(words: list[str]) -> str:
    """The population that a noun group names, by its head, the last word.

    >>> person_of(["customs", "inspectors"]), person_of(["other", "people"])
    ('customs inspector', 'people')
    """
    head = lemma(words[-1])
    compound = f"{words[-2]} {head}" if len(words) > 1 else head
    for name in (compound, head):
        if name in _ATTACKERS:
            return ATTACKER
        if name in _GENERIC:
            return PEOPLE
        if name in _SAME:
            return _SAME[name]
        if name in _SPECIFIC and name is compound:
            return name
    return head.removeprefix(OWN_PERSON)
