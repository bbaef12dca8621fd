"""What the clause of a figure tells beside the count: what may narrow it, or widen it.

"Ten drowned inside the bus" below "13 people died when a bus fell into a river" tells of some of
them, "31 people died in the crash" of all.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from casualties.extractors.analysis import Analysis, Claim
from casualties.extractors.times import EVENTS
from casualties.extractors.tokens import Token, text_at
from casualties.extractors.words import code_of
from casualties.kept import keep
from casualties.lexicon import load
from casualties.patterns import pattern

__all__ = ["find_content", "find_stems"]

_WORDS = load("scopes")
_WORD = pattern(r"[^\W_]+(?:'[^\W\d_]+)?(?:-[^\W_]+)*")
_STEM = 5
_MOST_WORDS = 10_000
_REMEMBERED = 100
_BOUNDS = frozenset([*';:"()–-.', *_WORDS["clause_bounds"]])
_OPENING = _BOUNDS | {"where", "when", "after", "as"}
_RELATIVES = frozenset({"that", "who", "which"})
_SAY = frozenset(load("sources")["say"])
_UNSAID = frozenset(_WORDS["unsaid"])
_SUBJECTS = frozenset(_WORDS["subjects"])
# Of the words that any sentence may have, and those for harm and for people, none tells anything.
_TELLING = frozenset("wyzX")
_NARROWING = frozenset(_WORDS["narrowing"])


@lru_cache(_MOST_WORDS)
def _stem(word: str) -> str:
    """The beginning of a word, the same for "explosion" and "exploded"."""
    return word.removesuffix("'s").replace("-", "")[:_STEM].rstrip("s")


def find_stems(texts: Iterable[str]) -> frozenset[str]:
    """The beginnings of the words of texts."""
    return frozenset().union(*map(_stems, texts))


@lru_cache(_REMEMBERED)
def _stems(text: str) -> frozenset[str]:
    """Those of one text: the lead, or a source, is asked for again and again."""
    return frozenset(map(_stem, _WORD.findall(text.lower())))


_NEUTRAL = keep(
    "neutral stems",
    lambda: find_stems(
        [*EVENTS, *_WORDS["neutral"], *load("people")["attacker"], *load("parts")["found"]]
    ),
)


def find_content(analysis: Analysis, claim: Claim, source: str | None) -> frozenset[str]:
    """The beginnings of the words in the clause of a figure that tell something.

    Left out are the words that any clause has, those for who is counted and for what befell them,
    and the name of the ``source``.
    """
    start, end = _clause(analysis, claim)
    tokens = [
        (chunk.code if chunk.number is None else "", token.text)
        for chunk in analysis.chunks
        if (chunk.number is None or chunk.code == "X") and start <= chunk.first < end
        for token in analysis.tokens[chunk.first : chunk.last]
        if token.kind != "numeral"
    ]
    told = {_stem(text) for code, text in tokens if code in _TELLING and text not in _NARROWING}
    narrowing = {_stem(text) for _, text in tokens if text in _NARROWING}
    names = find_stems([source]) if source else frozenset()
    return frozenset(told - _NEUTRAL - names | narrowing)


def _clause(analysis: Analysis, claim: Claim) -> tuple[int, int]:
    """Where the clause of a figure starts and ends: that of the verb in "ten who are missing".

    It ends before another count, as in "35 died, 12 of them at sea", or "35 died, and we fear ...".
    """
    tokens, chunk = analysis.tokens, analysis.chunks[claim.index]
    harm = analysis.chunks[claim.harm] if claim.harm >= 0 else chunk
    opening = max(chunk.first, harm.first)
    # "accidents have claimed hundreds of lives"
    own = {c.first for c in analysis.chunks[max(0, claim.index - 1) : claim.index] if c.code == "C"}
    before = reversed(range(opening))
    start = next((i + 1 for i in before if i not in own and _opens(tokens, i)), 0)
    further = {other.first for _, other in analysis.quantities}
    # "88 deaths that were tested for" are not all deaths, by the clause that is told of them
    relative = text_at(tokens, chunk.last) in _RELATIVES
    for position in range(max(chunk.last + relative, start, harm.last), len(tokens)):
        text, following = tokens[position].text, text_at(tokens, position + 1)
        is_joint = text in (",", "and") and (position + 1 in further or following in _SUBJECTS)
        if text in _BOUNDS or is_joint or _goes_on(tokens, position):
            return start, position
    return start, len(tokens)


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether its subject did something else: "hurt ten people and made 70 homeless"."""
    return tokens[at].text == "and" and at + 1 < len(tokens) and code_of(tokens[at + 1]) == "z"


def _opens(tokens: list[Token], at: int) -> bool:
    """Whether a clause opens behind a word: "where", or "police confirmed", not "the confirmed"."""
    text = tokens[at].text
    is_said = text in _SAY and text_at(tokens, at - 1) not in _UNSAID
    return text in _OPENING or (is_said and at > 0)
