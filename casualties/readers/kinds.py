"""What kind a passage is by its words: a caption by its credit, a correction by how it begins.

Nothing marks them in plain text, and often nothing does where more could be marked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from casualties.model import Kind
from casualties.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["CREDIT", "LONGEST_CREDIT", "headline_place", "is_label", "kind_of_words", "may_credit"]

LONGEST_CREDIT = 80
_LONGEST_HEADLINE = 150
_LONGEST_LABEL_LINE = 72

_LABEL = pattern(r"[A-Z][^.!?:;,\"“]{0,40}:\s+\S")
_CAPTION_START = pattern(
    r"[(\[]?(?:file |archive )?(?:photo(?:graph)?|picture|image|caption)s?\b"
    r"(?: caption| by [^:.]{1,40}| ?/ ?[^:.]{1,40})?\s*:"
    r"|pictured(?: above| below| left| right)?:"
    r"|\[(?:photo|picture|image|caption)\]"
    r"|FILE(?: PHOTO)? ?[-–—:]",
    regex.IGNORECASE,
)
CREDIT = pattern(
    r"(?:(?<![A-Za-z])(?:PHOTO(?:GRAPH)?|PICTURE|IMAGE)|(?:Photo(?:graph)?|Picture|Image))S?s?"
    r"\s*(?:[:/|]|\bby\b|\bcourtesy of\b)\s*[^\s.][^.]{0,60}\.?[)\]]?$"
    r"|[(\[]?\b(?:[Ff]ile|[Aa]rchive|[Ll]ibrary) (?:photo|picture|image)[)\]]?\.?$"
    r"|[(\[]?\b(?:AP|AFP|EPA|PA|Reuters|REUTERS) [Pp]hotos?(?:/[^./]{1,40})?[)\]]?\.?$"
    r"|\bREUTERS/[^./]{1,40}$"
    r"|/Getty Images[)\]]?\.?$"
    r"|\([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2} ?/ ?[A-Z][^()/.:]{1,30}\)$"
    r"|\([A-Z][\w .'’-]{1,30}/[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2}\)$"
    # a name and an agency in brackets, behind a finished sentence
    r"|(?<=[.!?][\"”]? )\([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2}"
    r", (?:[A-Z][\w'’-]+ ){0,2}[A-Z][\w'’-]+\)$"
)
_CORRECTION_START = pattern(
    r"[(\[*]*(?:corrections?|clarifications?)(?:\b[^.:]{0,40}:|\s*[.—–-])"
    r"|[(\[]correct(?:s|ed|ing)\b"
    r"|(?:editor['’]s note\W+)?(?:an? |the )?(?:earlier|previous) version of\b"
    r"|[(\[]?this (?:article|story|report|page)(?: has been| was)"
    r"(?: (?:amended|corrected|updated) to correct| amended| corrected)\b",
    regex.IGNORECASE,
)
_QUOTES = ("“", '"', "«")
_ONE_QUOTATION = pattern(r"(?:“[^“”]+”|\"[^\"]+\"|«[^«»]+»)[.,]?")
_STOP = pattern(r"(?<![A-Z])\.[\"'”’)]*$")
_DATELINE = pattern(r"[A-Z][A-Z .'’-]+(?:, [^()]{1,30})?\s*\([^)]{1,30}\)\s*(?:--?|[–—])\s")
_DATE_WORD = (
    r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?"
    r"|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?|[ap]\.?m\.?|gmt|bst|utc|[ce][ds]?t"
)
_FURNITURE = pattern(
    rf"(?-i:B[Yy] [A-Z]).*|(?:last )?(?:updated|posted|published)\b.*\d.*"
    rf"|(?:(?:{_DATE_WORD}|\d+(?:st|nd|rd|th)?)\b|[\s,.:/-])+$",
    regex.IGNORECASE,
)
"""Bylines, dates and time stamps, which may stand above a headline."""


def kind_of_words(words: str) -> Kind:
    """The kind that a passage's words tell; a paragraph where they leave a doubt.

    >>> print(kind_of_words("Photo: The wreck at Halvik"), kind_of_words("Deaths: 91"))
    caption list
    """
    if _is_correction(words):
        return Kind.CORRECTION
    if _is_caption(words) or _is_credited(words[-LONGEST_CREDIT:]):
        return Kind.CAPTION
    if is_label(words):
        return Kind.LIST
    is_quotation = words.startswith(_QUOTES) and _ONE_QUOTATION.fullmatch(words)
    return Kind.QUOTE if is_quotation else Kind.PARAGRAPH


def is_label(words: str) -> bool:
    """Whether the words are a short line such as "Deaths: 91"."""
    return (
        len(words) <= _LONGEST_LABEL_LINE
        and ":" in words
        and bool(_LABEL.match(words))
        and words[-1] not in '.!?"”'
        and not _is_caption(words)
        and not _is_correction(words)
    )


def _is_correction(words: str) -> bool:
    """Whether the words begin as a correction; most have no word of one."""
    low = words.lower()
    may_be = "correct" in low or "clarif" in low or "version of" in low or "amended" in low
    return may_be and _CORRECTION_START.match(words) is not None


def _is_caption(words: str) -> bool:
    """Whether the words begin as a caption; most have no colon."""
    may_be = ":" in words or words[:4].lower() == "file" or words[0] == "["
    return may_be and _CAPTION_START.match(words) is not None


def headline_place(passages: Sequence[tuple[Kind, str]]) -> int | None:
    """The place of the headline: the first passage but for bylines and dates, if it looks like one.

    A label is allowed, as in "Orlo blast: 12 dead", but not the first of several. A passage with
    nothing under it heads nothing.
    """
    places = (place for place, (_, words) in enumerate(passages) if not _is_furniture(words))
    place = next(places, None)
    if place is None or place == len(passages) - 1:
        return None
    kind, words = passages[place]
    is_title = kind is Kind.LIST and is_label(words) and not is_label(passages[place + 1][1])
    looks_like_one = (
        len(words) <= _LONGEST_HEADLINE
        and (kind in {Kind.PARAGRAPH, Kind.QUOTE} or is_title)
        and not _DATELINE.match(words)
        and not _STOP.search(words)
    )
    return place if looks_like_one else None


def _is_furniture(words: str) -> bool:
    return len(words) <= _LONGEST_HEADLINE and _FURNITURE.fullmatch(words) is not None


def _is_credited(words: str) -> bool:
    """Whether the words end in a credit; most have no word of one."""
    return may_credit(words) and CREDIT.search(words) is not None


def may_credit(words: str) -> bool:
    """Whether the words have one that a credit has: far cheaper to tell than whether it is one."""
    low = words.lower()
    words_of_one = ("/", "photo", "pictur", "image", "reuters")
    return low.endswith(")") or any(word in low for word in words_of_one)
