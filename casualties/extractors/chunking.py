"""A sentence's tokens to chunks."""

from __future__ import annotations

from casualties.extractors.chunks import Chunk
from casualties.extractors.numbers import find_numbers
from casualties.extractors.qualifiers import find_qualified_numbers
from casualties.extractors.quantities import read_article, read_bare_singular, read_quantity
from casualties.extractors.tokens import Token
from casualties.extractors.words import read_word
from casualties.model import Kind

__all__ = ["find_chunks"]

_ARTICLES = frozenset({"a", "an", "another"})


def find_chunks(tokens: list[Token], kind: Kind) -> list[Chunk]:
    """The chunks of a sentence in its order, which together cover every token."""
    numbers = {
        number.first: number for number in find_qualified_numbers(tokens, find_numbers(tokens))
    }
    starts = sorted(numbers)
    chunks: list[Chunk] = []
    position = 0
    while position < len(tokens):
        chunk = None
        if position in numbers:
            chunk = read_quantity(tokens, numbers[position], numbers)
        elif tokens[position].text in _ARTICLES:
            chunk = read_article(tokens, position, numbers)
        else:
            chunk = read_bare_singular(tokens, position, kind)
        if chunk is None:
            limit = next((first for first in starts if first > position), len(tokens))
            chunk = read_word(tokens, position, limit)
        chunks.append(chunk)
        position = chunk.last
    return chunks
