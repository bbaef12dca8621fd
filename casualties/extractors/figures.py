"""The cascade: a document to its figures."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

import regex

from casualties.extractors.chunks import Chunk, find_chunks
from casualties.extractors.claims import Claim, find_claims
from casualties.extractors.dependents import Antecedent, Discourse, add_dependents
from casualties.extractors.events import Story, begin_sentence, end_sentence, event_of, find_sections
from casualties.extractors.scopes import Reading, is_condition, place_of, scope_of, settle_scopes
from casualties.extractors.segment import find_sentences
from casualties.extractors.sources import Speakers, find_source, listen
from casualties.extractors.tokens import Token, tokenize
from casualties.model import MAIN, PEOPLE, Document, Figure, Figures, Outcome, Scope, Sentence

__all__ = ["find_figures"]

_LONGEST = 100


def find_figures(document: Document) -> Figures:
    """The figures of a document, in its order."""
    lines = _line_starts(document.text)
    figures: list[Figure] = []
    readings: list[Reading] = []
    discourse, speakers = Discourse(), Speakers()
    story = Story(
        latest_year=_latest_year(document), sections=find_sections(document.passages)
    )
    for passage in document.passages:
        for sentence in find_sentences(passage):
            tokens = tokenize(sentence.text)
            chunks = find_chunks(tokens, passage.kind)
            claims = find_claims(tokens, chunks)
            begin_sentence(tokens, passage.number, story)
            add_dependents(tokens, chunks, claims, discourse, passage.number)
            _drop_rates(tokens, chunks, claims)
            listen(sentence.text, tokens, passage.number, speakers)
            told = []
            for index in sorted(claims):
                number = chunks[index].number
                if number is None:
                    continue
                claim, chunk = claims[index], chunks[index]
                if chunk.population is None:
                    chunk.population = _elided(chunks, claims, index)
                event = event_of(tokens, chunks[index].first, passage.kind, story)
                scope = scope_of(tokens, chunk, claim, event, figures, sentence.start, passage.number)
                source = find_source(sentence.text, tokens, chunks, index, speakers)
                figure = _figure(document, sentence, tokens, chunk, claim, lines)
                serial = f"f{len(figures) + 1}"
                figure = replace(figure, id=serial, event=event, scope=scope, source=source)
                figures.append(figure)
                readings.append(
                    Reading(
                        figure,
                        place_of(tokens, chunk.first, chunk.last),
                        sentence.start * 10_000 + claim.group,
                        claim.outcome is Outcome.INJURED
                        and claim.harm >= 0
                        and is_condition(tokens, chunks[claim.harm]),
                    )
                )
                told.append(
                    Antecedent(
                        claim.outcome, number.value, figure.population, scope, passage.number
                    )
                )
                story.has_main = story.has_main or event == MAIN
            has_death = any(chunk.code in "kKdZ" for chunk in chunks)
            end_sentence(tokens, passage.kind, story, has_figures=bool(told), has_death=has_death)
            discourse.figures += told
            discourse.last_sentence = told
    lead = " ".join(p.text for p in document.passages[:3]).lower()
    return Figures(settle_scopes(readings, lead))


def _elided(chunks: list[Chunk], claims: dict[int, Claim], index: int) -> str:
    """The population of a number without a noun: that of the figure before it in the sentence."""
    for at in range(index - 1, -1, -1):
        population = chunks[at].population
        if at in claims and population is not None and chunks[at].code in "QU":
            return population
    return PEOPLE


def _latest_year(document: Document) -> int:
    """The latest year that the document names, which is likely the year it was written in."""
    years = [int(year) for year in _YEAR.findall(document.text)]
    return max(years, default=0)


_YEAR = regex.compile(r"\b(?:19\d\d|20[0-3]\d)\b")
_RATES = (
    ("per",),
    ("a", "day"),
    ("a", "week"),
    ("a", "month"),
    ("a", "year"),
    ("each", "year"),
    ("each", "day"),
    ("every", "year"),
    ("every", "day"),
    ("annually",),
    ("yearly",),
    ("daily",),
    ("on", "average"),
    ("an", "average", "year"),
    ("in", "an", "average", "year"),
    ("each", "month"),
    ("every", "month"),
    ("per", "cent"),
)


def _drop_rates(tokens: list[Token], chunks: list[Chunk], claims: dict[int, Claim]) -> None:
    """Take back counts for each day or year: a rate is no figure."""
    for index in list(claims):
        last = chunks[index].last
        following = []
        for token in tokens[last : last + 12]:
            if token.text in (",", ";", ".", ":") or token.kind == "numeral" and False:
                break
            following.append(token.text)
        for rate in _RATES:
            if any(tuple(following[i : i + len(rate)]) == rate for i in range(len(following))):
                if rate == ("per",) or not ({"and", "or"} & set(following[:3])):
                    del claims[index]
                    break


def _figure(
    document: Document,
    sentence: Sentence,
    tokens: list[Token],
    chunk: Chunk,
    claim: Claim,
    lines: list[int],
) -> Figure:
    number = chunk.number
    assert number is not None
    start = sentence.start + tokens[chunk.first].start
    end = sentence.start + tokens[max(chunk.first, chunk.noun_last - 1)].end
    end = min(end, start + _LONGEST)
    line = bisect_right(lines, start)
    return Figure(
        id="",
        path=document.path,
        outcome=claim.outcome,
        range=number.range,
        qualifier=number.qualifier,
        number=number.value,
        population=chunk.population or PEOPLE,
        scope=claim.scope or Scope.TOTAL,
        event=MAIN,
        source=None,
        text=document.text[start:end],
        start=start,
        end=end,
        line=line,
        column=start - lines[line - 1] + 1,
        passage=sentence.passage.kind,
        paragraph=sentence.passage.number,
        sentence=sentence.text,
    )


def _line_starts(text: str) -> list[int]:
    starts = [0]
    position = text.find("\n")
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return starts
