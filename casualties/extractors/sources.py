"""Whose words a figure is: "police said", "according to the ministry"."""

from __future__ import annotations

from casualties.extractors.analysis import Analysis
from casualties.extractors.attributions import find_attributions, is_speaker
from casualties.extractors.glossary import Glossary
from casualties.extractors.labels import headline_source
from casualties.extractors.quotations import is_left_open, is_within_quotation, text_behind
from casualties.extractors.speakers import Speakers, may_stand_for
from casualties.extractors.subjects import BREAKS, PRONOUNS, VERBS, bracket_around
from casualties.extractors.tokens import Token, text_at, tokenize
from casualties.lexicon import load
from casualties.model import Kind, Sentence

__all__ = ["find_source"]

_FOR_THEM = frozenset(load("sources")["for_them"])
_DEFINITE = frozenset([*load("grammar")["definite"], "each"])
_QUOTES = frozenset("\"'")
_STOPS = frozenset(".!?")
_LONGEST = 9
_FAR, _WORDS_BEHIND = 2_000, 60
"""In how many characters behind a sentence a quotation that opens in it has to end, and in how many
words behind that its speaker is named."""


def find_source(analysis: Analysis, at: int, speakers: Speakers) -> str | None:
    """Who is quoted for the figure at token ``at``, None where the text speaks itself.

    ``speakers`` have listened up to this sentence; pronouns stand for the last one.
    """
    speakers.catch_up()
    sentence, tokens = analysis.sentence, analysis.tokens
    found = sorted(
        (_is_across(tokens, verb, at), abs(verb - at), verb, name)
        for verb, name in find_attributions(sentence.text, tokens, at, speakers.glossary)
        if (name.lower() in PRONOUNS or is_speaker(name, speakers.glossary))
        and not (
            _is_aside(tokens, verb, at)
            or _says_other(tokens, verb, at)
            or (verb < at and _is_for_them(tokens, at))
        )
    )
    for _, _, verb, name in found:
        if name.lower() not in PRONOUNS:
            return speakers.known(name)
        # "The union said it had confirmed 12 deaths"
        before = (other for *_, place, other in found if place < verb)
        own = next((other for other in before if may_stand_for(name.lower(), other)), None)
        if own is not None:
            return speakers.known(own)
        if (meant := speakers.meant_by(name.lower())) is not None:
            return meant
    if not found and sentence.passage.kind is Kind.HEADLINE:
        return headline_source(sentence.text)
    if found or not (speakers.is_quoted or is_within_quotation(tokens, at)):
        return None
    behind = _speaker_behind(sentence, speakers.glossary)
    return speakers.known(behind) if behind else speakers.last


def _is_across(tokens: list[Token], verb: int, at: int) -> bool:
    """Whether a semicolon parts the verb from the figure."""
    first, last = sorted((verb, at))
    return any(token.text == ";" for token in tokens[first:last])


def _is_aside(tokens: list[Token], verb: int, at: int) -> bool:
    """Whether brackets with a count of their own part them: "12 (some reports say 15) died"."""
    first = bracket_around(tokens, verb)
    if first is None or first == bracket_around(tokens, at):
        return False
    following = (token for token in tokens[first:] if token.text == ")" or token.kind == "numeral")
    return next((token.kind == "numeral" for token in following), False)


def _says_other(tokens: list[Token], verb: int, at: int) -> bool:
    """Whether what is said is a quotation of its own: "Nine die; 'he tried', says a man"."""
    semicolon = next((i for i in range(verb, at, -1) if tokens[i].text == ";"), verb)
    return any(token.text in _QUOTES for token in tokens[semicolon:verb])


def _is_for_them(tokens: list[Token], at: int) -> bool:
    """Whether a count only says for whom something is done: "mourning for the 12 dead".

    The count is the article's own, whoever promises to support "the families of the 12 victims".
    """
    for position in range(at, max(-1, at - _LONGEST), -1):
        word = tokens[position].text
        if word in _FOR_THEM and text_at(tokens, position + 1) in ("of", "for", "to"):
            return not _DEFINITE.isdisjoint(t.text for t in tokens[position : at + 1])
        if word in BREAKS or word in VERBS:
            return False
    return False


def _speaker_behind(sentence: Sentence, glossary: Glossary) -> str | None:
    """Who is named behind a quotation that opens in a sentence and ends in a later one."""
    if not is_left_open(sentence.text):
        return None
    rest = text_behind(sentence)[:_FAR]
    tokens = tokenize(rest)
    closing = next((at for at, token in enumerate(tokens) if token.text == '"'), None)
    if closing is None:
        return None
    behind = tokens[closing : closing + 1 + _WORDS_BEHIND]
    end = next((at for at, token in enumerate(behind) if at and token.text in _STOPS), len(behind))
    for _, name in find_attributions(rest, behind[:end], None, glossary):
        if is_speaker(name, glossary):
            return name
    return None
