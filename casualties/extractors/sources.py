"""Whose words a figure is: "police said", "according to the ministry"."""

from __future__ import annotations

from dataclasses import dataclass

from casualties.extractors.analysis import Analysis
from casualties.extractors.nouns import is_person_noun, lemma
from casualties.extractors.tokens import Token, text_at
from casualties.lexicon import load
from casualties.model import Sentence

__all__ = ["Speakers", "find_source", "listen"]

_WORDS = load("sources")
_SAY = frozenset(_WORDS["say"])
# Verbs that state a count when it follows: "the ministry lists 276 dead".
_STATE = frozenset(_WORDS["state"])
_VERBS = _SAY | _STATE | {"according"}
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_NOBODY = frozenset(_WORDS["nobody"])
_EDGES = frozenset(_WORDS["edges"])
_ADVERBS = frozenset(_WORDS["adverbs"])
_BODIES = frozenset(_WORDS["bodies"])
_NOT_FIRST = frozenset(_WORDS["not_first"])
_ARTICLES = frozenset({"the", "a", "an"})
_BREAKS = frozenset(',;:."()–—')
_BE = frozenset({"is", "was", "are", "were", "be", "been", "being"})
_LONGEST = 9


@dataclass(slots=True)
class Speakers:
    """Who spoke last, for "he said" and for a quotation that runs on.

    ``is_quoting`` says whether a quotation is open behind the sentence, ``is_quoted`` whether one
    was open in it.
    """

    last: str | None = None
    is_quoting: bool = False
    is_quoted: bool = False
    passage: int = 0


def find_source(sentence: Sentence, tokens: list[Token], at: int, speakers: Speakers) -> str | None:
    """Who is quoted for the figure at token ``at``, None where the text speaks itself.

    ``speakers`` is what ``listen`` noted; pronouns stand for the last speaker.
    """
    found = sorted(
        (abs(verb - at), name)
        for verb, name in _attributions(sentence.text, tokens, at)
        if name.lower() in _PRONOUNS or _is_speaker(name)
    )
    for _, name in found:
        if name.lower() not in _PRONOUNS:
            return name
        if speakers.last:
            return speakers.last
    return speakers.last if speakers.is_quoted and not found else None


def listen(sentence: Sentence, analysis: Analysis, speakers: Speakers) -> None:
    """Note who speaks in a sentence and whether its quotation runs on."""
    if sentence.passage.number != speakers.passage:
        # A quotation that goes on in the next paragraph opens with a mark again.
        speakers.is_quoting = speakers.is_quoting and analysis.texts[:1] == ['"']
        speakers.passage = sentence.passage.number
    if not _VERBS.isdisjoint(analysis.vocabulary):
        for _, name in _attributions(sentence.text, analysis.tokens, None):
            if _is_speaker(name):
                speakers.last = name
    opened = speakers.is_quoting
    if analysis.texts.count('"') % 2:
        speakers.is_quoting = not speakers.is_quoting
    speakers.is_quoted = opened or speakers.is_quoting


def _attributions(text: str, tokens: list[Token], at: int | None) -> list[tuple[int, str]]:
    """Who is said to say something: the place of the verb and the words for the speaker.

    Only speakers whose words hold the token ``at`` count, or all where it is None.
    """
    found = []
    for verb, token in enumerate(tokens):
        if token.text not in _VERBS:
            continue
        if token.text == "according" and text_at(tokens, verb + 1) == "to":
            found.append((verb, _name(text, tokens, verb + 2, _end(tokens, verb + 2))))
        elif token.text in _SAY or (at is not None and token.text in _STATE and verb < at):
            span = _speaker(tokens, verb, at)
            if span is not None and not (at is not None and span[0] <= at < span[1]):
                found.append((verb, _name(text, tokens, *span)))
    return [(verb, name) for verb, name in found if name]


def _speaker(tokens: list[Token], verb: int, at: int | None) -> tuple[int, int] | None:
    """The tokens of the subject of a verb of saying."""
    before = text_at(tokens, verb - 1)
    if before in (",", '"', "'") and (at is None or verb > at):  # ... , said Ann Lee
        last = _end(tokens, verb + 1)
        if last > verb + 1:
            return verb + 1, last
    if before == ",":  # the fire chief, Ann Lee, said; the minister, who flew in, said
        comma = _comma_before(tokens, verb - 1)
        if comma is None:
            return None
        if tokens[comma + 1].is_capital:
            return comma + 1, verb - 1
        return _start(tokens, comma), comma
    if before in _BE:  # "it is said that"
        return None
    first, last = _start(tokens, verb), verb
    while last > first + 1 and tokens[last - 1].text in _ADVERBS:
        last -= 1
    is_counted = any(token.kind == "numeral" for token in tokens[first:last])
    return None if first == last or last - first > _LONGEST or is_counted else (first, last)


def _start(tokens: list[Token], last: int) -> int:
    """Where the noun group that ends before ``last`` starts."""
    first = last
    while first > 0 and tokens[first - 1].text not in _BREAKS | _EDGES | _SAY:
        first -= 1
    return first


def _end(tokens: list[Token], first: int) -> int:
    """Where the name that starts at ``first`` ends."""
    last = first
    while (
        last < len(tokens)
        and last - first < _LONGEST
        and tokens[last].text not in _BREAKS | _EDGES | _ADVERBS
    ):
        last += 1
    return last


def _comma_before(tokens: list[Token], position: int) -> int | None:
    """The comma that opens the aside closed at ``position``."""
    for at in range(position - 1, 0, -1):
        if tokens[at].text == ",":
            return at
        if tokens[at].text in (";", ".", '"'):
            return None
    return None


def _name(text: str, tokens: list[Token], first: int, last: int) -> str:
    while first < last and tokens[first].text in _ARTICLES:
        first += 1
    return text[tokens[first].start : tokens[last - 1].end].strip(" ,") if first < last else ""


def _is_speaker(name: str) -> bool:
    """Whether words name somebody who can speak: a name, a post, a body."""
    words = name.split()
    if name.lower() in _PRONOUNS | _NOBODY or words[0].lower() in _NOT_FIRST:
        return False
    plain = [word.lower().strip("',.") for word in words]
    return any(
        word[:1].isupper() or lemma(lower) in _BODIES or lower in _BODIES or is_person_noun(lower)
        for word, lower in zip(words, plain, strict=True)
    )
