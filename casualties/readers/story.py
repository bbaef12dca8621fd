"""The story of a page: which of its blocks are passages, and in which order."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from casualties.lexicon import load
from casualties.model import Document, Kind, Lines
from casualties.readers.blocks import Block, said
from casualties.readers.composer import Composer
from casualties.readers.html_tags import is_beside_the_story
from casualties.readers.kinds import headline_place
from casualties.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["headline_first", "in_article", "make_document", "with_headline"]

_LONGEST = 500
"""Characters of a title that can have the name of a site in it."""

_SITE = re.compile(r"(?<!\s)\s+(?:[|·•»/:-]|::|//|–|—)\s+")
"""What stands between a headline and the name of the site: "Nine drown | The Daily"."""

_LISTS = load("numbers")
_NUMBER = re.compile(
    r"\d|\b(?:{})\b".format(
        "|".join(
            re.escape(words)
            for name in ("cardinals", "magnitudes", "loose", "round", "sets", "vague")
            for words in _LISTS[name]
        )
    )
)
"""A number in digits or words: what has one may be a toll, and is no name of a site."""

_LEAST_OF_PAGE = 0.1
_MOST_OF_ARTICLES = 0.5


def in_article(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a web page, with why those outside of its article are left out.

    Where that would leave nothing, all that a reader sees is read.
    """
    articles, is_main = _find_article(blocks)
    story = []
    for block in blocks:
        is_outside = (bool(articles) and block.article not in articles) or (
            is_main and not block.in_main
        )
        if block.why is None and not block.in_head and is_outside:
            why = "another article" if block.article else "outside the article"
            story.append(replace(block, why=why))
        else:
            story.append(block)
    if any(block.why is None and not _is_heading(block) for block in story):
        return story
    return [replace(block, why=None) if _is_beside(block) else block for block in story]


def headline_first(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the headline and the summary before the others, each once.

    The headline of the page itself is its first; what is outside of the article is taken where the
    article has none. Any further heading of that rank heads a section.
    """
    own = _headline(blocks)
    headings = [block for block in blocks if block.kind is Kind.HEADLINE and block.in_head]
    headlines = list(_each_once([*own, *sorted(headings, key=lambda each: len(said(each.pieces)))]))
    body = [
        replace(block, kind=Kind.PARAGRAPH) if block.kind is Kind.HEADLINE else block
        for block in blocks
        if not block.in_head and block not in own
    ]
    told = {_key(block) for block in body if block.why is None}
    summaries = []
    for block in blocks:
        if block.in_head and block.kind is not Kind.HEADLINE and _key(block) not in told:
            told.add(_key(block))
            summaries.append(block)
    return [*headlines, *summaries, *body]


def make_document(
    text: str,
    path: str,
    blocks: Iterable[Block],
    remarks: Iterable[tuple[str, int, int]],
) -> Document:
    """The document of an input, of its blocks and of the remarks for this tool in it."""
    composer = Composer(text)
    lines = Lines(text)
    for block in blocks:
        if block.why is None:
            composer.passage(block.kind, block.pieces)
        elif block.pieces:
            composer.drop(block.why, said(block.pieces), *lines.place(block.pieces[0].start))
    for remark in remarks:
        composer.remark(*remark)
    return composer.document(path)


def _find_article(blocks: Sequence[Block]) -> tuple[frozenset[int], bool]:
    """The numbers of the articles that are read, if any, or else whether only <main> is.

    Of several articles that with most of their words is the story, with the others beside it; if
    none has, they are a list of posts. Elements that hold next to nothing are no help.
    """
    told = [b for b in blocks if b.why is None and not _is_heading(b)]
    sizes = Counter[int]()
    for block in told:
        sizes[block.article] += len(said(block.pieces))
    least = sizes.total() * _LEAST_OF_PAGE
    articles = Counter({number: size for number, size in sizes.items() if number})
    if articles.total() > least:
        (longest, size), *_ = articles.most_common(1)
        is_story = size >= articles.total() * _MOST_OF_ARTICLES
        return frozenset({longest} if is_story else articles), False
    in_main = sum(len(said(block.pieces)) for block in told if block.in_main)
    return frozenset(), in_main > least


def _headline(blocks: Sequence[Block]) -> list[Block]:
    own = [block for block in blocks if block.kind is Kind.HEADLINE and not block.in_head]
    kept = [block for block in own if block.why is None]
    return (kept or [block for block in own if _is_beside(block)])[:1]


def with_headline(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, of which the first is the headline if none is and it looks like one."""
    if any(block.kind is Kind.HEADLINE and block.why is None for block in blocks):
        return blocks
    guessed = list(blocks)
    places = [i for i, block in enumerate(blocks) if block.why is None and not block.in_head]
    at = headline_place([(blocks[place].kind, said(blocks[place].pieces)) for place in places])
    if at is not None:
        guessed[places[at]] = replace(blocks[places[at]], kind=Kind.HEADLINE)
    return guessed


def _each_once(headlines: Iterable[Block]) -> Iterator[Block]:
    """The headlines, of which those are left out that say another one and the name of the site."""
    told: set[str] = set()
    for block in headlines:
        key = _key(block)
        if key in told:
            continue
        is_repeat = not told.isdisjoint(_without_site(key))
        told.add(key)
        yield replace(block, why="headline with the site's name" if is_repeat else None)


def _without_site(title: str) -> Iterator[str]:
    """What a title says if the rest of it is the name of the site."""
    for sign in _SITE.finditer(title) if len(title) <= _LONGEST else ():
        before, behind = title[: sign.start()], title[sign.end() :]
        if not _NUMBER.search(behind):
            yield before
        if not _NUMBER.search(before):
            yield behind


def _key(block: Block) -> str:
    return said(block.pieces).casefold()


def _is_heading(block: Block) -> bool:
    return block.in_head or block.kind is Kind.HEADLINE


def _is_beside(block: Block) -> bool:
    return block.why is not None and is_beside_the_story(block.why)
