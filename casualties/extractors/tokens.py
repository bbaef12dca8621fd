"""A sentence to tokens: words, numerals and punctuation, each with its place."""

from __future__ import annotations

import regex

from casualties.lexicon import load
from casualties.patterns import pattern
from casualties.records import dataclass

__all__ = ["Token", "find_words", "follows", "stretch_around", "text_at", "tokenize"]

# One to one, so that every offset stays true.
_UNIFIED = str.maketrans(
    dict.fromkeys("’‘ʼ`", "'")
    | dict.fromkeys("‐‑−", "-")
    | dict.fromkeys("—", "–")
    | dict.fromkeys("“”«»", '"')
    | dict.fromkeys("\u00a0\u2009\u202f\u2007", " ")
)

_NUMERAL = r"""
          \d{1,3}(?:,\ ?000|,\d{3})+(?![\d])       # 1,204 and, as some archives have it, 170, 000
        | \d,\ \d{3}(?!\d|,\d)(?=\ [a-z]|,\ [a-z])                        # 1, 400 people
        | (?<![\d,.]\ ?|[A-Za-z]-)\d{1,3}(?:\ \d{3})+(?!\d|,\d|\.\d)    # 1 204
        | \d{1,3}(?:\.\d{3}){2,}(?!\d)
        | \d+(?:\.\d+)?
"""
_AGE = r"(?P<age>\ ?-?\ ?(?i:(?:(?:year|yr|month|week|day)s?\.?\ ?-?\ ?olds?|y/?o))\b)"
_OPENERS = "The|A|An|It|He|She|They|We|There|This|That|On|In|At|But|And|Police|Officials|No"
_MONTHS = load("things")["months"]
# "Sept", "Jan", but not "May"
_SHORT = frozenset(
    month.title()
    for month in _MONTHS
    if any(other.startswith(month) for other in _MONTHS if other != month)
)
_AGE_IN_WORD = r"(?P<age>(?<=(?i:-year-olds?|-month-old)))"


def _pattern(after_word: str = "") -> regex.Pattern[str]:
    """The pattern of a token: the group that matched last has the name of its kind."""
    return pattern(
        rf"""
          (?P<word>
              (?:St|Ste|Mt|Ft)\.(?=\ \p{{Lu}})                            # a St. Osk woman
            | No\.(?=\ \d)                                           # Ward No. 4
            | (?:{"|".join(sorted(_SHORT))})\.(?=\ \d)                # Sept. 30
            | (?<![^\W_])\p{{Lu}}\.(?=\ \p{{Lu}})(?!\ (?:{_OPENERS})\b)   # J. K. Rill
            | (?:[^\W\d_]\.){{2,}}
            | [^\W\d_]+(?:'[^\W\d_]+)*(?:-(?:[^\W_]+(?:'[^\W\d_]+)?))*
          ){after_word}
        | (?P<clock>
              \d{{1,2}}[:.]\d{{2}}\s?(?:[ap]\.?m\b\.?)
            | \d{{1,2}}:\d{{2}}(?::\d{{2}})?
            | \d{{1,2}}\s?[ap]\.?m\b\.?
          )
        | (?P<ordinal>\d+(?:st|nd|rd|th)\b)
        | (?P<decade>\d+'?s\b)
        | (?P<numeral>{_NUMERAL})(?:k\b|-odd\b|-plus\b|\+|{_AGE}|(?P<compound>-[^\W\d_][\w'-]*))?
        | (?P<mark>\S)
        """,
        regex.VERBOSE,
    )


_TOKEN = _pattern()
_TOKEN_OR_AGE = _pattern(f"(?:{_AGE}|{_AGE_IN_WORD})?")
_AGED = pattern(r"(?:year|yr|month|week|day)s?\.? ?-? ?old|y/?o\b")
_EDGES = frozenset({";", "–", "-"})
_CLOSING = frozenset(",;:.?!")
_INITIAL = 2
_WITH_STOP = frozenset({"no.", "st.", "ste.", "mt.", "ft."})


@dataclass(slots=True)
class Token:
    """A word or mark: ``text`` unified and in lower case, ``kind`` as the tokenizer saw it.

    ``kind`` is one of word, numeral, clock, ordinal, compound (``62-seater``), age
    (``35-year-old``), decade (``70s``) or mark; ``start`` and ``end`` are offsets in the sentence.
    """

    text: str
    kind: str
    start: int
    end: int
    is_capital: bool


def tokenize(text: str) -> list[Token]:
    """The tokens of a sentence, in its order.

    >>> [t.text for t in tokenize("A 35-year-old and 1,204 others")]
    ['a', '35-year-old', 'and', '1,204', 'others']
    """
    unified = text if text.isascii() and "`" not in text else text.translate(_UNIFIED)
    lower = unified.lower()
    if len(lower) != len(unified):  # a few capitals grow in lower case: leave those alone
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in unified)
    # Few sentences have an age: most of those with "old" have "told" or "soldiers".
    if ("old" in lower or "y/o" in lower) and _AGED.search(lower):
        return [_token(match, lower) for match in _TOKEN_OR_AGE.finditer(unified)]
    tokens: list[Token] = []
    add = tokens.append
    start = last = 0
    words = lower.split(" ")
    for piece, word, following in zip(unified.split(" "), words, [*words[1:], ""], strict=True):
        end = start + len(piece)
        # Most pieces are a word and a mark at most; where none is, or the token before holds
        # the space, as in "1 204", the pattern goes on.
        if last > start:
            last = _match(unified, lower, last, end, tokens)
        elif piece.isalpha():
            add(Token(word, "word", start, end, piece[0].isupper()))
        elif (
            piece[-1:] in _CLOSING
            and piece[:-1].isalpha()
            and word not in _WITH_STOP
            and not (piece[:-1] in _SHORT and following[:1].isdecimal())
            and (len(piece) > _INITIAL or piece[-1] != ".")
        ):
            add(Token(word[:-1], "word", start, end - 1, piece[0].isupper()))
            add(Token(word[-1], "mark", end - 1, end, False))
        elif piece.isdecimal() and not _goes_on(following):
            add(Token(word, "numeral", start, end, False))
        else:
            last = _match(unified, lower, start, end, tokens)
        start = end + 1
    return tokens


def _goes_on(following: str) -> bool:
    """Whether a piece behind digits may be part of their token: "1 204", "5 p.m."."""
    first = following[:1]
    return first.isdecimal() or (first in ("a", "p") and following[1:2] in ("m", "."))


def _match(unified: str, lower: str, start: int, end: int, tokens: list[Token]) -> int:
    """Add the tokens that begin between two places of a text; where the last of them ends."""
    while start < end and (match := _TOKEN.search(unified, start)):
        tokens.append(_token(match, lower))
        start = match.end()
    return start


_WORD = pattern(r"[^\W_]+(?:['-][^\W_]+)*")
_AROUND = ",.;:?!\"'()-–"
_IN_WORDS = "'-"
_LOWER = bytes(
    ord(char.lower())
    if (char := chr(code)).isascii() and (char.isalnum() or char in _IN_WORDS)
    else ord(" ")
    for code in range(256)
)
"""Every character of a word in lower case, and a blank for any other."""
_LOOSE = pattern(r"['-](?:(?<![^\W_].)|(?![^\W_]))")
"""A hyphen or an apostrophe that is no part of a word."""


def find_words(text: str) -> list[str]:
    """The words and numerals of a sentence in lower case: far cheaper than its tokens.

    Every token that is a word of letters, hyphens and apostrophes is one of them.

    >>> find_words("The “blast” hurt 1,204—a record")
    ['the', 'blast', 'hurt', '1', '204', 'a', 'record']
    """
    unified = text if text.isascii() else text.translate(_UNIFIED)
    if unified.isascii() and not _LOOSE.search(unified):  # as nearly always
        return unified.encode().translate(_LOWER).decode().split()
    words: list[str] = []
    for piece in unified.lower().split():
        word = piece.strip(_AROUND)
        if word.isalpha():  # as nearly always
            words.append(word)
        else:
            words += _WORD.findall(word)
    return words


def _token(match: regex.Match[str], lower: str) -> Token:
    start, end = match.span()
    is_capital = match[0][0].isupper()
    text = lower[start:end]
    if text[-1] == "." and match[0][:-1] in _SHORT:
        text = text[:-1]  # "Sept. 30" is a day of Sept
    return Token(text, match.lastgroup or "mark", start, end, is_capital)


def text_at(tokens: list[Token], position: int) -> str:
    """The text of the token at ``position``, empty before the first and after the last one."""
    return tokens[position].text if 0 <= position < len(tokens) else ""


def follows(tokens: list[Token], position: int, words: tuple[str, ...]) -> bool:
    """Whether the words stand at ``position``, one token each."""
    if text_at(tokens, position + len(words) - 1) != words[-1]:  # as nearly always
        return False
    return tuple([token.text for token in tokens[position : position + len(words)]]) == words


def stretch_around(words: list[str], at: int) -> tuple[int, int]:
    """The stretch between semicolons and dashes that token ``at`` stands in: not "21-24"."""
    start, end = 0, len(words)
    if _EDGES.isdisjoint(words):
        return start, end
    for position, word in enumerate(words):
        beside = words[max(0, position - 1)], words[min(position + 1, len(words) - 1)]
        if word in _EDGES and not all(each.isdecimal() for each in beside):
            if position < at:
                start = position + 1
            else:
                end = position
                break
    return start, end
