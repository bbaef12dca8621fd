"""The cases that stand beside each construction, and who claimed what in them."""

import pytest

import casualties
from casualties.extractors.analysis import Analysis
from casualties.extractors.claims import add_claims
from casualties.extractors.constructions import CONSTRUCTIONS, Construction
from casualties.extractors.constructions.pattern import expression
from casualties.extractors.glossary import Glossary
from casualties.extractors.segment import find_sentences
from casualties.model import DEFAULT_CONVENTIONS
from casualties.readers import read_text

FINDS = [
    pytest.param(construction, text, said, id=f"{construction.name}: {text}")
    for construction in CONSTRUCTIONS
    for text, said in construction.finds.items()
]
SKIPS = [
    pytest.param(construction, text, id=f"{construction.name}: {text}")
    for construction in CONSTRUCTIONS
    for text in construction.skips
]


def claims_in(text: str) -> list[tuple[str, str]]:
    """The construction and the range of each number that the constructions claim, in order."""
    found = []
    for passage in read_text(text).passages:
        for sentence in find_sentences(passage):
            analysis = Analysis(sentence, Glossary.of(DEFAULT_CONVENTIONS))
            add_claims(analysis)
            for index, claim in sorted(analysis.claims.items()):
                number = analysis.chunks[index].number
                assert number is not None
                found.append((claim.name, str(number.range)))
    return found


@pytest.mark.parametrize(("construction", "text", "said"), FINDS)
def test_finds(construction: Construction, text: str, said: str) -> None:
    claims = claims_in(text)
    assert [one for _, one in claims] == said.split()
    assert construction.name in {name for name, _ in claims}


@pytest.mark.parametrize(("construction", "text", "said"), FINDS)
def test_what_is_found_becomes_figures(construction: Construction, text: str, said: str) -> None:
    assert [str(figure.range) for figure in casualties.extract(text)] == said.split()


@pytest.mark.parametrize(("construction", "text"), SKIPS)
def test_skips(construction: Construction, text: str) -> None:
    assert construction.name not in {name for name, _ in claims_in(text)}


@pytest.mark.parametrize("construction", CONSTRUCTIONS, ids=lambda construction: construction.name)
def test_every_construction_shows_what_it_finds(construction: Construction) -> None:
    assert construction.finds


def test_names_are_unique() -> None:
    names = [construction.name for construction in CONSTRUCTIONS]
    assert len(set(names)) == len(names)


def test_no_case_stands_twice() -> None:
    texts = [text for c in CONSTRUCTIONS for text in (*c.finds, *c.skips)]
    assert len(set(texts)) == len(texts)


def test_a_name_that_no_pattern_has() -> None:
    with pytest.raises(ValueError, match="odd: no such name in a pattern: VICTIM"):
        expression(Construction("odd", "{VICTIM} B"))
