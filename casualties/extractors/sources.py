"""Whose words a figure is: "police said", "according to the ministry"."""

from __future__ import annotations

from dataclasses import dataclass

from casualties.extractors.nouns import is_person_noun
from casualties.extractors.tokens import Token
from casualties.lexicon import load
from casualties.model import Sentence

__all__ = ["Speakers", "find_source", "listen"]

_SAY = frozenset(load("grammar")["classes"]["say"]) - {
    "reports",
    "report",
    "estimates",
    "according",
}
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_EMPTY = frozenset(
    {
        "",
        "i",
        "we",
        "you",
        "that",
        "which",
        "who",
        "this",
        "these",
        "what",
        "there",
        "those",
        "one",
        "and",
        "but",
    }
)
_BREAKS = frozenset(',;:"()–—')
_EDGES = frozenset("that when as while after where and but because although which who".split())
_SPEAKERS = frozenset(load("people")["speakers"])
_NOT_FIRST = frozenset(load("grammar")["classes"]["preposition"]) | {
    "with",
    "not",
    "has",
    "had",
    "have",
    "also",
    "to",
}
_TITLES = frozenset("the a an".split())
_STATES = frozenset(
    {
        "lists",
        "listed",
        "put",
        "puts",
        "counts",
        "counted",
        "recorded",
        "gave",
        "spoke",
        "disputes",
        "assessed",
        "verified",
        "reported",
        "confirmed",
    }
)


@dataclass(slots=True)
class Speakers:
    """Who spoke last, for "he said" and for a quotation that runs on."""

    last: str | None = None
    in_quotation: bool = False
    passage: int = 0


def _is_speaker(name: str) -> bool:
    """Whether words name somebody who can speak: a name, a post, a body."""
    words = name.split()
    if not words or words[0].lower() in _NOT_FIRST:
        return False
    return any(
        word[:1].isupper() or word.lower().strip("',.") in _SPEAKERS or is_person_noun(word.lower())
        for word in words
    )


def _phrase(text: str, tokens: list[Token], first: int, last: int) -> str:
    while first < last and tokens[first].text in _TITLES:
        first += 1
    return text[tokens[first].start : tokens[last - 1].end].strip(" ,") if first < last else ""


def find_source(sentence: Sentence, tokens: list[Token], at: int, speakers: Speakers) -> str | None:
    """Who is quoted for the figure at token ``at``, None where the text speaks itself.

    ``speakers`` is what ``listen`` noted of the sentence; pronouns stand for the last speaker.
    """
    text = sentence.text
    candidates: list[tuple[int, str]] = []
    for position, token in enumerate(tokens):
        if (
            token.text == "according"
            and position + 1 < len(tokens)
            and tokens[position + 1].text == "to"
        ):
            first = position + 2
            last = first
            while (
                last < len(tokens)
                and tokens[last].text not in _BREAKS
                and tokens[last].text not in (".", "which", "who", "that", "and", "on", "by", "in")
            ):
                last += 1
            candidates.append((abs(position - at), _phrase(text, tokens, first, last)))
        elif token.text in _SAY or (token.text in _STATES and position < at):
            speaker = _speaker(text, tokens, position, at)
            if speaker is not None:
                candidates.append((abs(position - at), speaker))
    for _, name in sorted(candidates):
        lowered = name.lower()
        if lowered in _PRONOUNS:
            if speakers.last:
                return speakers.last
            continue
        if lowered in _EMPTY or not _is_speaker(name):
            continue
        return name
    if speakers.in_quotation and not candidates:
        return speakers.last
    return None


def _speaker(text: str, tokens: list[Token], verb: int, at: int) -> str | None:
    """The subject of a verb of saying, where the figure stands in what is said."""
    # ... , said Ann Lee
    before = tokens[verb - 1].text if verb else ""
    if before in (",", '"', "'") and verb > at:
        last = verb + 1
        while (
            last < len(tokens)
            and tokens[last].text not in _BREAKS
            and tokens[last].text not in (".",)
            and last - verb < 9
            and tokens[last].text not in _EDGES
        ):
            last += 1
        name = _phrase(text, tokens, verb + 1, last)
        if name:
            return name
    first = verb
    while first > 0 and verb - first < 10:
        previous = tokens[first - 1]
        if previous.text in _BREAKS or previous.text in _EDGES or previous.text == ".":
            break
        first -= 1
    if first == verb:
        # "the fire chief, Colonel Basant Oro, said": the name between commas, or the noun before it
        if verb >= 2 and tokens[verb - 1].text == ",":
            comma = verb - 2
            while comma > 0 and tokens[comma].text != ",":
                comma -= 1
            if tokens[comma].text == "," and comma + 1 < verb - 1 and tokens[comma + 1].is_capital:
                return _phrase(text, tokens, comma + 1, verb - 1)
            first = comma
            while (
                first > 0
                and tokens[first - 1].text not in _BREAKS
                and tokens[first - 1].text not in _EDGES
            ):
                first -= 1
            if verb < at:
                return _phrase(text, tokens, first, comma)
        return None
    words = [t.text for t in tokens[first:verb]]
    if not words or len(words) > 9:
        return None
    while len(words) > 1 and words[-1] in (
        "has",
        "have",
        "had",
        "also",
        "later",
        "earlier",
        "reportedly",
        "further",
        "on",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "yesterday",
        "today",
    ):
        words.pop()
    last = first + len(words)
    if verb < at or first > at:
        if any(token.kind == "numeral" for token in tokens[first:last]):
            return None
        return _phrase(text, tokens, first, last)
    return None


def listen(sentence: Sentence, tokens: list[Token], speakers: Speakers) -> None:
    """Note who speaks in a sentence and whether its quotation runs on."""
    text, passage = sentence.text, sentence.passage.number
    if passage != speakers.passage:
        opened = tokens[:1] and tokens[0].text == '"'
        speakers.in_quotation = bool(opened and speakers.in_quotation)
        speakers.passage = passage
    for position, token in enumerate(tokens):
        if token.text in _SAY:
            name = _speaker(text, tokens, position, len(tokens)) or _speaker(
                text, tokens, position, -1
            )
            if name and name.lower() not in _PRONOUNS | _EMPTY and _is_speaker(name):
                speakers.last = name
        elif token.text == "according" and position + 2 < len(tokens):
            last = position + 2
            while (
                last < len(tokens) and tokens[last].text not in _BREAKS and tokens[last].text != "."
            ):
                last += 1
            speakers.last = _phrase(text, tokens, position + 2, last) or speakers.last
    marks = sum(token.text == '"' for token in tokens)
    if marks % 2:
        speakers.in_quotation = not speakers.in_quotation
