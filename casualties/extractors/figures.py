"""The cascade: a document to its figures."""

from __future__ import annotations

from bisect import bisect_right

from casualties.extractors.chunks import Chunk, find_chunks
from casualties.extractors.claims import Claim, find_claims
from casualties.extractors.segment import find_sentences
from casualties.extractors.tokens import Token, tokenize
from casualties.model import MAIN, PEOPLE, Document, Figure, Figures, Scope, Sentence

__all__ = ["find_figures"]

_LONGEST = 100


def find_figures(document: Document) -> Figures:
    """The figures of a document, in its order."""
    line_starts = _line_starts(document.text)
    figures: list[Figure] = []
    for passage in document.passages:
        for sentence in find_sentences(passage):
            tokens = tokenize(sentence.text)
            chunks = find_chunks(tokens, passage.kind)
            claims = find_claims(tokens, chunks)
            for index in sorted(claims):
                figures.append(_figure(document, sentence, tokens, chunks[index], claims[index], line_starts, len(figures) + 1))
    return Figures(figures)


def _figure(document: Document, sentence: Sentence, tokens: list[Token], chunk: Chunk, claim: Claim, line_starts: list[int], serial: int) -> Figure:
    number = chunk.number
    assert number is not None
    start = sentence.start + tokens[chunk.first].start
    end = sentence.start + tokens[max(chunk.first, chunk.noun_last - 1)].end
    end = min(end, start + _LONGEST)
    line = bisect_right(line_starts, start)
    return Figure(
        id=f"f{serial}", path=document.path, outcome=claim.outcome, range=number.range, qualifier=number.qualifier,
        number=number.value, population=chunk.population or PEOPLE, scope=claim.scope or Scope.TOTAL, event=MAIN, source=None,
        text=document.text[start:end], start=start, end=end, line=line, column=start - line_starts[line - 1] + 1,
        passage=sentence.passage.kind, paragraph=sentence.passage.number, sentence=sentence.text,
    )


def _line_starts(text: str) -> list[int]:
    starts = [0]
    position = text.find("\n")
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return starts
