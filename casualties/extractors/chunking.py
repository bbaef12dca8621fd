"""A sentence's tokens to chunks."""

from __future__ import annotations

from casualties.extractors.chunks import Chunk
from casualties.extractors.numbers import Number, find_numbers
from casualties.extractors.qualifiers import find_qualified_numbers
from casualties.extractors.quantities import read_also_none, read_quantity
from casualties.extractors.singulars import STARTS, openers, read_singular
from casualties.extractors.tokens import Token
from casualties.extractors.vague import LISTED, VagueWords
from casualties.extractors.words import may_harm, read_word
from casualties.model import Kind

__all__ = ["find_chunks"]


def find_chunks(tokens: list[Token], kind: Kind, vague: VagueWords = LISTED) -> list[Chunk]:
    """The chunks of a sentence in its order, which together cover every token.

    None where nothing in the sentence could be a figure; ``vague`` says what vague words stand for.
    """
    words = {token.text for token in tokens}
    numbers = {
        number.first: number
        for number in find_qualified_numbers(tokens, find_numbers(tokens, vague))
    }
    if not numbers and not may_harm(words):
        return []
    opens = openers(words, is_headline=kind in (Kind.HEADLINE, Kind.LIST))
    quantities = _find_quantities(tokens, numbers, opens)
    if all(chunk.code == "X" for chunk in quantities.values()):
        return []
    chunks: list[Chunk] = []
    position = 0
    for limit in (*sorted(numbers), len(tokens)):
        while position < limit:
            chunk = quantities.get(position) or read_word(tokens, position, limit)
            if chunk.code == "X" and (first := _start_of_ages(tokens, chunks)) is not None:
                # "three men aged 20 to 25 were killed": it comes between like an adverb
                del chunks[first:]
                chunk = Chunk("a", chunks[-1].last if chunks else 0, chunk.last)
            chunks.append(chunk)
            position = chunk.last
    return chunks


def _start_of_ages(tokens: list[Token], chunks: list[Chunk]) -> int | None:
    """Which of the chunks is the "aged" that a number is told of, as in "aged 9, 40 and 52"."""
    joint = bool(chunks) and chunks[-1].code in ("c", ",")
    at = len(chunks) - 1 - joint
    return at if at >= 0 and tokens[chunks[at].first].text == "aged" else None


def _find_quantities(
    tokens: list[Token], numbers: dict[int, Number], opens: frozenset[str]
) -> dict[int, Chunk]:
    """The quantities of a sentence, by where they begin."""
    found: list[Chunk] = []
    last = 0
    previous = ""
    for position, token in enumerate(tokens):
        is_opening = token.text in STARTS or previous in opens
        previous = token.text
        if position < last:
            continue
        chunk = None
        if position in numbers:
            chunk = read_quantity(tokens, numbers[position], numbers)
        elif is_opening:
            chunk = read_singular(tokens, position, numbers, found, opens)
        if chunk is not None:
            found += [chunk, *read_also_none(tokens, chunk)]
            last = found[-1].last
    return {chunk.first: chunk for chunk in found}
