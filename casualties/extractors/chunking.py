"""A sentence's tokens to chunks."""

from __future__ import annotations

from casualties.extractors.chunks import Chunk
from casualties.extractors.numbers import find_numbers
from casualties.extractors.qualifiers import find_qualified_numbers
from casualties.extractors.quantities import read_also_none, read_quantity
from casualties.extractors.singulars import openers, read_singular
from casualties.extractors.tokens import Token
from casualties.extractors.words import FATES, read_word
from casualties.model import Kind

__all__ = ["find_chunks"]


def find_chunks(tokens: list[Token], kind: Kind, *, leans: bool = True) -> list[Chunk]:
    """The chunks of a sentence in its order, which together cover every token.

    None where nothing in the sentence could be a figure, which most sentences are. ``leans`` says
    whether a number alone may be one, as in "Eleven were pupils", by what has been told before.
    """
    words = {token.text for token in tokens}
    has_fate = not words.isdisjoint(FATES)
    if not leans and not has_fate:
        return []
    numbers = {
        number.first: number for number in find_qualified_numbers(tokens, find_numbers(tokens))
    }
    if not numbers and not has_fate:
        return []
    opens = openers(words, is_headline=kind in (Kind.HEADLINE, Kind.LIST))
    starts = [*sorted(numbers), len(tokens)]
    following = 0
    chunks: list[Chunk] = []
    position = 0
    while position < len(tokens):
        chunk = (
            read_quantity(tokens, numbers[position], numbers)
            if position in numbers
            else read_singular(tokens, position, numbers, chunks, opens)
        )
        if chunk is None:
            while starts[following] <= position:
                following += 1
            chunk = read_word(tokens, position, starts[following])
        chunks.append(chunk)
        position = chunk.last
        if chunk.code == "F" and (also := read_also_none(tokens, chunk)):
            chunks += also
            position = also[-1].last
    return chunks
