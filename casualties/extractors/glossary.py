"""What conventions add to the word lists, told in the tokens of a text.

The lists and what is remembered of them stay as they are, so that texts under different conventions
can be read side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casualties.extractors.nouns import (
    OWN_PERSON,
    OWN_PLURAL,
    is_listed_person,
    is_person_noun,
    person_of,
    plurals,
)
from casualties.extractors.numbers import number_words
from casualties.extractors.tokens import Token, tokenize
from casualties.extractors.vague import LISTED, VagueWords, vague_words
from casualties.lexicon import load
from casualties.model import DEFAULT_CONVENTIONS, Conventions
from casualties.records import dataclass

__all__ = ["Glossary", "is_own_source"]

_OWN_SOURCE = "source:"
_ARTICLES = frozenset(load("grammar")["articles"])


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as it is ``written``, without blanks, and the ``text`` of the token that it becomes.

    No word of a copy has a colon: what is said of such a token holds under all conventions.
    """

    text: str
    written: str


@dataclass(frozen=True, slots=True)
class Glossary:
    """What vague words stand for in a text, and nouns for people and sources beside the lists.

    ``names`` are these, by the texts of their tokens; ``number_words`` those in which numbers are
    written.
    """

    vague: VagueWords
    number_words: frozenset[str]
    names: dict[tuple[str, ...], _Name]
    has_sources: bool

    @classmethod
    def of(cls, conventions: Conventions) -> Glossary:
        """The glossary of a text that is read by these conventions."""
        if conventions == DEFAULT_CONVENTIONS:
            return _PLAIN
        sources = dict(_sources(conventions.sources))
        people = dict(_people(conventions.people))
        vague = vague_words(conventions.vague)
        return cls(vague, number_words(vague), sources | people, bool(sources))

    def mark(self, tokens: list[Token], text: str) -> list[Token]:
        """The tokens of a text with each name of the glossary as one, whose text tells its kind.

        >>> glossary = Glossary.of(Conventions(people=frozenset({"kayak guide"})))
        >>> text = "Two kayak guides died"
        >>> [token.text for token in glossary.mark(tokenize(text), text)]
        ['two', 'person:kayak guide:s', 'died']
        """
        if not self.names:
            return tokens
        marked: list[Token] = []
        position = 0
        while position < len(tokens):
            run = self._run_at(tokens, position, text)
            name = self._name_of(run, text)
            first, last = run[0], run[-1]
            if name is not None:
                first = Token(name.text, "word", first.start, last.end, first.is_capital)
            marked.append(first)
            position += len(run)
        return marked

    def _run_at(self, tokens: list[Token], position: int, text: str) -> list[Token]:
        """The tokens of the longest name that begins at ``position``, or the one that is there."""
        longest = min(max(map(len, self.names)), len(tokens) - position)
        for length in range(longest, 1, -1):
            run = tokens[position : position + length]
            if self._name_of(run, text) is not None:
                return run
        return tokens[position : position + 1]

    def _name_of(self, tokens: list[Token], text: str) -> _Name | None:
        """The name that the tokens are, written with its capitals at least: "who" is no "WHO"."""
        name = self.names.get(tuple([token.text for token in tokens]))
        if name is None or name.written.islower():
            return name
        copy = "".join(text[token.start : token.end] for token in tokens)
        capitals = zip(copy, name.written, strict=True)
        return name if all(ours.isupper() or not own.isupper() for ours, own in capitals) else None

    def has(self, words: str) -> bool:
        """Whether a name of the glossary is among the words."""
        if not self.names:
            return False
        texts = [token.text for token in self.mark(tokenize(words), words)]
        return any(text.startswith((OWN_PERSON, _OWN_SOURCE)) for text in texts)

    def is_source(self, words: str) -> bool:
        """Whether the words end with the name of a source of the glossary."""
        if not self.has_sources:
            return False
        *_, last = ["", *(token.text for token in self.mark(tokenize(words), words))]
        return is_own_source(last)


_PLAIN = Glossary(LISTED, number_words(LISTED), {}, has_sources=False)


def is_own_source(text: str) -> bool:
    """Whether the text of a token is that of a source which the conventions add."""
    return text.startswith(_OWN_SOURCE)


def _people(nouns: Iterable[str]) -> Iterator[tuple[tuple[str, ...], _Name]]:
    """The nouns that the lists do not count by already, in the singular and the plural."""
    for noun in (" ".join(noun.lower().split()) for noun in nouns):
        if not noun or (is_listed_person(noun) and person_of(noun.split()) == noun):
            continue
        singular = f"{OWN_PERSON}{noun}"
        yield _words(noun), _Name(singular, noun)
        for plural in plurals(noun):
            yield _words(plural), _Name(singular + OWN_PLURAL, plural)


def _sources(names: Iterable[str]) -> Iterator[tuple[tuple[str, ...], _Name]]:
    """The names of sources, without their articles; the lists know "police" as they are."""
    for name in names:
        tokens = tokenize(name)
        tokens = tokens[tokens[:1] != [] and tokens[0].text in _ARTICLES :]
        words = tuple(token.text for token in tokens)
        if words and not (len(words) == 1 and is_person_noun(words[0])):
            written = "".join(name[token.start : token.end] for token in tokens)
            yield words, _Name(f"{_OWN_SOURCE}{' '.join(words)}", written)


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokenize(phrase))
