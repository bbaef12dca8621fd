"""Passages to sentences."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from casualties.model import Kind, Passage, Sentence
from casualties.patterns import pattern
from casualties.records import replace

__all__ = ["LONGEST", "find_sentences", "sentence_before"]

# A full stop after one of these ends no sentence.
_ABBREVIATIONS = (
    "Mr Mrs Ms Dr dr Prof prof Rev Fr Sr Jr St Ste Mt Gen Col Lt Capt Maj Sgt Cpl Pvt Cmdr Adm "
    "Brig Supt Insp Det Gov Sen Rep Pres No Nos Inc Ltd Co Corp vs etc approx ca incl dept Jan "
    "Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat "
    "Sun Ave Blvd Rd Ft Hwy Rte Univ Assn Bros Hon Msgr Ald Atty fig al U.S U.N U.K a.m "
    "p.m i.e e.g "
).split()
_END = pattern(
    r"""
      [.!?…]["'”’»)\]]{0,2}           # a closing mark, with the quotation marks that follow it
      (?<!\b(?:\L<short>)\.)
      (?<!\.{4})                      # Deaths ..... 91
      (?<!\b[A-Z]\.)                  # an initial: John F. Kennedy
      (\s+)
      (?=["'“‘«(\[]{0,2}[\p{Lu}\p{Lt}\p{Lo}\d•])
    """,
    regex.VERBOSE,
    short=[*_ABBREVIATIONS, *(word.upper() for word in _ABBREVIATIONS)],
)
# "7 a.m. Police said": an abbreviation that may end a sentence does so before a capital.
_CLOCK = pattern(r"\b[ap]\.m\.(\s+)(?=(?:The|A|An|It|He|She|They|Police|Officials|On|In|At|No)\b)")
# "said Hari Sen. About 12 were hurt", "in Block D. The fire", but not "Gen. He Weidong": what no
# name begins with.
_NAME = pattern(
    r"(?<=\b(?:Sen|Rep|Gen|Jr|Sr|Co|Corp|Inc|Ltd|etc)|\s[A-Z])\.(\s+)"
    r"(?=(?:The|It|They|Police|Officials|On|In|At|About|Around|More|Some|Most)\s)"
)


# What any sentence that is not the last of its passage ends with.
_MAY_END = pattern(r"[.!?…][\"'”’»)\]]{0,2}\s")
_LEADER = pattern(r"(?<!\.)\.{4,}+\s?\d")
_LINE = pattern(r"(?<!\s)\s*\n\s*")


LONGEST = 1_000
"""The characters of a sentence; what has more and no end is cut, so that no text takes for ever."""
_NEAR = 4 * LONGEST


def _overlong(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces of what may be longer than any sentence: cut at blanks, if it has any."""
    while end - start > LONGEST:
        space = max(text.rfind(blank, start, start + LONGEST) for blank in " \t\n")
        cut = space + 1 if space > start else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def find_sentences(passage: Passage) -> Iterator[Sentence]:
    """The sentences of a passage, in its order.

    >>> [s.text for s in find_sentences(Passage(Kind.PARAGRAPH, 1, 0, "Two died. Dr. Lee wept."))]
    ['Two died.', 'Dr. Lee wept.']
    >>> text = "So said Hari Sen. The toll rose."
    >>> [s.text for s in find_sentences(Passage(Kind.PARAGRAPH, 1, 0, text))]
    ['So said Hari Sen.', 'The toll rose.']
    """
    text = passage.text
    if len(text) <= LONGEST and "...." not in text and not _MAY_END.search(text):
        if piece := text.lstrip():  # as in most passages
            yield Sentence(passage, passage.start + len(text) - len(piece), piece.rstrip())
        return
    ends = [mark.start() for mark in _MAY_END.finditer(text)]
    cuts = [m.span(1) for end in ends if (m := _END.match(text, end) or _NAME.match(text, end))]
    if "...." in text and _LEADER.search(text):  # "Deaths ..... 91": each line stands alone
        cuts += [m.span() for m in _LINE.finditer(text)]
    if ".m." in text and passage.kind is not Kind.TABLE:
        cuts += [m.span(1) for m in _CLOCK.finditer(text)]
    start = 0
    for end, following in [*sorted(set(cuts)), (len(text), len(text))]:
        is_cut = end - start > LONGEST
        for first, last in _overlong(text, start, end) if is_cut else ((start, end),):
            piece = text[first:last].lstrip()
            stripped = piece.rstrip()
            if stripped:
                yield Sentence(passage, passage.start + last - len(piece), stripped, is_cut)
        start = following


def sentence_before(passage: Passage, at: int) -> str:
    """The sentence before the one at an offset of the document's text; empty before the first.

    >>> sentence_before(Passage(Kind.PARAGRAPH, 1, 0, "A van hit a wall. Two died."), 20)
    'A van hit a wall.'
    """
    first = max(passage.start, at - _NEAR)
    here = passage.text[first - passage.start : at - passage.start + _NEAR]
    near = replace(passage, start=first, text=here)
    *_, before, _ = ["", "", *(s.text for s in find_sentences(near) if s.start <= at)]
    return before
