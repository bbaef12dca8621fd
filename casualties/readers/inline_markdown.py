"""Words, marks and links within a block of Markdown, each with its place in the block.

The parser tells the lines of a block but nothing of what is within. Its rules are watched instead:
where one of them begins and ends in the block is where its tokens stand, and plain text is what is
between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from casualties.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

__all__ = ["Mark", "find_marks", "label_start", "make_parser"]

_SPAN = "span"
_JOINING_RULES = ["fragments_join", "text_join"]
"""What puts pieces of text together that stand apart."""

_DEEPEST = 40  # elements in elements; far deeper than any copy, and no deeper than is fast

_OPENER = 2  # the length of "![" and "^["


@dataclass(frozen=True, slots=True)
class Mark:
    """A token, and where it stands in the text of its block."""

    token: Token
    start: int
    end: int


def make_parser() -> MarkdownIt:
    """A parser of what GitHub reads, front matter and footnotes; it notes where tokens stand."""
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    parser.use(front_matter_plugin).use(footnote_plugin)
    parser.disable(
        "footnote_tail"
    )  # a footnote is read where it stands, also one never referred to
    parser.disable(_JOINING_RULES, ignoreInvalid=True)
    rules = parser.inline.ruler
    for name, rule in zip(rules.get_active_rules(), rules.getRules(""), strict=True):
        if name != "text":
            rules.at(name, _watched(rule))
    return parser


def find_marks(tokens: Iterable[Token], start: int = 0) -> Iterator[Mark]:
    """The marks of a block; ``start`` is where the text that the tokens were made of begins."""
    at = furthest = start
    for token in tokens:
        first, end = token.meta.get(_SPAN, (None, None))
        if first is None:  # text, which begins where what is before it ends
            end = at + len(token.content)
        else:
            at, end = start + first, start + end
        yield Mark(token, at, end)
        furthest = at = max(furthest, end)


def label_start(mark: Mark) -> int:
    """Where the words of an image or of an inline footnote begin."""
    return mark.start + _OPENER


def _watched(
    rule: Callable[[StateInline, bool], bool],
) -> Callable[[StateInline, bool], bool]:
    """A rule that notes in its tokens where it began and ended."""

    def watched(state: StateInline, silent: bool) -> bool:
        if silent:  # it only looks ahead
            return rule(state, silent)
        start, known = state.pos, len(state.tokens)
        is_line_end = state.src.startswith("\n", start)
        if state.pending and not (is_line_end and not state.pending.strip(" ")):
            known += 1  # the text before it becomes a token too
        found = rule(state, silent)
        if found:
            _note(state.tokens[known:], start, state.pos)
        return found

    return watched


def _note(tokens: list[Token], start: int, end: int) -> None:
    """Note where tokens stand that a rule has made of the text from ``start`` to ``end``."""
    if not tokens:
        return
    first, last = tokens[0], tokens[-1]
    if first.type == "text":  # signs that may turn out to be emphasis, a token each
        for token in tokens:
            token.meta[_SPAN] = (start, start + len(token.content))
            start += len(token.content)
    elif first is last:
        first.meta[_SPAN] = (start, end)
    else:  # a link, around tokens that have their places
        first.meta[_SPAN] = (start, start + 1)
        last.meta[_SPAN] = (end - 1, end)
