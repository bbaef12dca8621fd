"""The phrases of the word lists in tables, which are made once and kept from run to run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from casualties.extractors.tokens import tokenize
from casualties.kept import keep
from casualties.lexicon import load
from casualties.model import Outcome
from casualties.records import dataclass

__all__ = ["FATES", "MEMBERS", "OBJECTS", "PHRASES", "TOLL_STARTS", "WORD_CODES", "Entry", "Table"]

_OUTCOME_CODES = {
    "past": "k",
    "participle": "K",
    "gerund": "g",
    "present": "b",
    "die": "d",
    "after": "E",
    "fall": "R",
    "state": "e",
    "noun": "m",
    "toll": "t",
    "wound": "W",
}
_GRAMMAR_CODES = {
    "leave": "L",
    "take": "C",
    "change": "v",
    "lose": "O",
    "suffer": "S",
    "evidential": "T",
    "be": "B",
    "have": "H",
    "modal": "M",
    "negation": "x",
    "to": "f",
    "of": "o",
    "with": "h",
    "from": "p",
    "including": "i",
    "of-whom": "I",
    "relative": "r",
    "and": "c",
    "adverb": "a",
    "number-noun": "#",
    "determiner": "D",
    "preposition": "P",
    "survive": "V",
    "verb": "z",
    "say": "s",
    "name": "w",
}
# Where a phrase stands in two lists, the earlier code has it.
_PRIORITY = "qkKgbdERemtWLOCTBHMxfohpiIrcvSa#DVPzs"
_HARMS = frozenset(_OUTCOME_CODES.values()) | {"Z"}
_CLOSED = frozenset("BHMxfohpiIrcaDP")
"""The codes of words that any sentence may have."""
OBJECTS = ("them", "him", "her", "both")
"""Those who have been told of, as objects."""
_OPENINGS = ("among", "amongst", "among the", "amongst the")
# Members of a set that a plain "the" does not turn into a noun: "the people killed" is a phrase.
_PHRASES = ("the ", "those ", "people ", "men ", "women ")


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase of the word lists with its code, and its outcome if it has one."""

    words: tuple[str, ...]
    code: str
    outcome: Outcome | None


_Entries: TypeAlias = tuple[Entry | None, dict[str, list[Entry]]]
_UNKNOWN: _Entries = (None, {})
_OUTCOMES = {outcome.value: outcome for outcome in Outcome}


class Table(dict[str, _Entries]):
    """Entries by their first word: that of the word alone, and longer ones by the second word.

    The longest come first. A word's entries are made of what is kept when they are first needed.
    ``starts`` are the words that have any, with these as they are kept.
    """

    def __init__(self, kept: dict[str, list[str]]) -> None:
        """Take the entries as they are kept."""
        self.starts = kept

    def __missing__(self, word: str) -> _Entries:
        """The entries of a word that has not been asked for yet."""
        if word not in self.starts:
            return _UNKNOWN
        alone: Entry | None = None
        longer: dict[str, list[Entry]] = {}
        for written in self.starts[word]:
            *words, code, outcome = written.split(" ")
            entry = Entry(tuple(words), code, _OUTCOMES.get(outcome))
            if len(words) == 1:
                alone = entry
            else:
                longer.setdefault(words[1], []).append(entry)
        self[word] = alone, longer
        return self[word]


def _by_first_word(entries: Iterable[Entry]) -> dict[str, list[str]]:
    """Entries as they are kept, with blanks between words, the longest first, by first words."""
    table: dict[str, list[str]] = {}
    for entry in sorted(entries, key=lambda entry: -len(entry.words)):
        outcome = entry.outcome.value if entry.outcome else "-"
        written = " ".join([*entry.words, entry.code, outcome])
        table.setdefault(entry.words[0], []).append(written)
    return table


def _read_phrases() -> list[Entry]:
    """Every phrase of the word lists; one that stands in two lists has the graver code."""
    phrases: dict[tuple[str, ...], Entry] = {}
    for phrase, code, outcome in (*_harm_phrases(), *_grammar_phrases()):
        words = tuple(token.text for token in tokenize(phrase))
        known = phrases.get(words)
        if known is None:
            phrases[words] = Entry(words, code, outcome)
        elif {known.code, code} == {"k", "d"} and known.outcome == outcome:
            phrases[words] = Entry(words, "Z", outcome)
        elif _PRIORITY.find(code) < _PRIORITY.find(known.code):
            phrases[words] = Entry(words, code, outcome)
    return list(phrases.values())


def _harm_phrases() -> Iterator[tuple[str, str, Outcome]]:
    """The phrases that say what happened to somebody."""
    for entry in load("outcomes")["word"]:
        outcome = Outcome(entry["outcome"])
        for binding, code in _OUTCOME_CODES.items():
            for phrase in entry.get(binding, ()):
                yield phrase, code, outcome
        if outcome is Outcome.KILLED:
            for phrase in (*entry["past"], *entry["gerund"]):
                yield from ((f"{phrase} {them}", "q", outcome) for them in OBJECTS)
            yield from ((f"{opening} victims", "A", outcome) for opening in _OPENINGS)
            yield from ((phrase, "q", outcome) for phrase in entry["done_to_them"])
        for phrase in entry.get("member", ()):
            for opening in _OPENINGS:
                yield f"{opening} {phrase}", "A", outcome
            if phrase.startswith("those "):
                yield phrase, "G", outcome
            elif not phrase.startswith(_PHRASES):
                yield f"the {phrase}", "G", outcome


def _grammar_phrases() -> Iterator[tuple[str, str, None]]:
    """The other phrases that have a code."""
    for name, code in _GRAMMAR_CODES.items():
        for phrase in load("grammar")["classes"][name]:
            yield phrase, code, None


def _read_members() -> list[Entry]:
    """The sets that people can be members of."""
    members = {}
    for entry in load("outcomes")["word"]:
        for phrase in entry.get("member", ()):
            words = tuple(phrase.split())
            members[words] = Entry(words, "", Outcome(entry["outcome"]))
    return list(members.values())


_Kept: TypeAlias = dict[str, list[str]]


def _read_lists() -> tuple[
    _Kept, _Kept, dict[str, str], frozenset[str], dict[str, list[frozenset[str]]]
]:
    """The plain data of all that is made of the phrases."""
    phrases, members = _read_phrases(), _read_members()
    codes = {entry.words[0]: entry.code for entry in phrases if len(entry.words) == 1}
    tolls = frozenset(entry.words[0] for entry in phrases if entry.code == "t")
    fates = _find_fates([*phrases, *members], codes)
    return _by_first_word(phrases), _by_first_word(members), codes, tolls, fates


def _find_fates(entries: Iterable[Entry], codes: dict[str, str]) -> dict[str, list[frozenset[str]]]:
    """The rarest words of the phrases for harm, each with the sets of others that go with it.

    None go with a word that says it alone; marks, as in "P.O.W.", need not be there.
    """
    fates: dict[str, list[frozenset[str]]] = {}
    for entry in entries:
        if entry.outcome is not None or entry.code in "OV":
            others = frozenset(word for word in entry.words if word.isalpha())
            needed = fates.setdefault(word := _rarest(entry.words, codes), [])
            needed.append(others - {word})
    return {
        word: [] if frozenset() in needed else list(set(needed)) for word, needed in fates.items()
    }


def _rarest(words: tuple[str, ...], codes: dict[str, str]) -> str:
    """The word of a phrase that the fewest sentences have: a harm word, or one with a meaning."""
    own = {word: codes.get(word, "w") for word in reversed(words)}
    return max(own, key=lambda w: (own[w] in _HARMS, own[w] not in _CLOSED, len(w)))


_BY_WORD, _MEMBERS, _CODES, _STARTS, _FATES = keep("phrases", _read_lists)
PHRASES = Table(_BY_WORD)
"""All phrases that have a code."""
MEMBERS = Table(_MEMBERS)
"""The sets that people can be members of."""
WORD_CODES = _CODES
"""The codes of the words that are phrases alone."""
TOLL_STARTS = _STARTS
"""The words that a phrase for a toll starts with."""
FATES = _FATES
"""Words of which a sentence must have one, with one of the sets of others, to tell of harm."""
