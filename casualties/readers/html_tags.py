"""What elements of a web page are: which are blocks, which hold nothing of the story, and why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from casualties.model import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "BLOCKS",
    "CELLS",
    "CELL_SCOPE",
    "IMPLIED_ENDS",
    "VOID",
    "find_kind",
    "is_beside_the_story",
    "why_dropped",
]

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements that have no end tag, and nothing in them."""

BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu
    nav ol optgroup option p pre search section summary table tbody td tfoot th thead title tr ul
    """.split()
)
"""Elements that begin on a line of their own, and so end a passage."""

CELLS = frozenset({"td", "th"})
CELL_SCOPE = frozenset({"table", "caption", *CELLS})
"""A paragraph outside of these does not end with what stands in them."""

_ROWS = frozenset({"thead", "tbody", "tfoot"})
IMPLIED_ENDS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
    "td": (CELLS, frozenset({"tr", "table"})),
    "th": (CELLS, frozenset({"tr", "table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    **dict.fromkeys(_ROWS, (_ROWS | {"tr"}, frozenset({"table"}))),
}
"""What ends where such an element begins, and what it does not look beyond."""

_WHY_BY_TAG = {
    **dict.fromkeys(("script", "style", "template", "noscript"), "script or style"),
    **dict.fromkeys(("button", "select", "textarea", "datalist"), "form"),
    **dict.fromkeys(("svg", "math", "canvas", "iframe", "object", "audio", "video"), "embedded"),
    **dict.fromkeys(("s", "strike"), "struck"),
    **dict.fromkeys(("rt", "rp"), "reading aid"),
    "del": "deleted",
    "nav": "navigation",
    "menu": "navigation",
    "search": "navigation",
    "aside": "aside",
    "footer": "footer",
}
_WHY_BY_ROLE = {
    **dict.fromkeys(("navigation", "menu", "menubar", "search"), "navigation"),
    "complementary": "aside",
    **dict.fromkeys(("banner", "contentinfo"), "footer"),
    **dict.fromkeys(("dialog", "alertdialog"), "hidden"),
}


def _named(names: str) -> re.Pattern[str]:
    """A pattern that finds the names as words of a longer one: "ad" in "ad-slot", not in "lead"."""
    words = "|".join(name.replace("-", "[-_ ]?") for name in names.split())
    return re.compile(rf"(?<![a-z])(?:{words})(?![a-z])")


_WHY_BY_NAME = {
    "related stories": _named(
        """
        related recommended recommendation recommendations most-read most-popular most-viewed
        most-shared more-stories more-news more-on more-from read-more read-next read-also also-read
        other-stories top-stories see-also trending teaser teasers outbrain taboola
        """
    ),
    "promotion": _named(
        """
        promo promos promotion promotions newsletter newsletters subscribe subscription sign-up
        sponsor sponsored sponsors ad ads advert adverts advertisement advertising donate
        """
    ),
    "navigation": _named("nav navbar navigation breadcrumb breadcrumbs skip-link pagination"),
    "sharing": _named("share sharing social follow-us"),
    "readers' comments": _named("comment comments disqus discussion"),
    "cookies": _named("cookie cookies consent gdpr"),
}
"""What a class, an id or a label is called that holds something else than the story."""

_STATE = re.compile(r"(?:has|have|with|without|no|is|not|js|hide|tag|category|topic|type)[-_]")
"""What says something of a box without being its name: "has-related", "no-ads", "tag-social"."""

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")

_STORY = frozenset("html head body main article title h1 figure figcaption img".split())
"""Elements that are no box of something else, whatever they are called."""

_INLINE = frozenset(
    """
    a abbr b bdi bdo big cite data dfn em font i ins mark q small span strong sub sup time u
    """.split()
)
"""Elements within words, which are no boxes: a name only says how they look or what they do."""

_TEXTS = frozenset("p blockquote h2 h3 h4 h5 h6".split())
"""Elements that hold a text and no box: only a name as a whole tells that it is of something else,
as "related" does; "comment-quote" may be of the story."""

_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)

_STRUCK_STYLE = re.compile(
    r"text-decoration(?:-line)?\s*:[^;]{0,100}\bline-through\b", re.IGNORECASE
)

_KINDS = {
    "h1": Kind.HEADLINE,
    "title": Kind.HEADLINE,
    "figcaption": Kind.CAPTION,
    "caption": Kind.CAPTION,
    "li": Kind.LIST,
    "dd": Kind.LIST,
    "dt": Kind.LIST,
    "blockquote": Kind.QUOTE,
}
_KINDS_BY_NAME = {
    Kind.CORRECTION: _named("correction corrections clarification clarifications"),
    Kind.CAPTION: _named("caption captions"),
}
_NOT_BY_NAME = frozenset("html head body main article h1 section img".split())

_SOFT = frozenset(
    {"navigation", "aside", "footer", "page header", "outside the article", "another article"}
) | frozenset(_WHY_BY_NAME)


def why_dropped(tag: str, attrs: Mapping[str, str], *, in_article: bool) -> str | None:
    """Why what an element holds is no part of the story; None if it may be.

    >>> why_dropped("div", {"class": "story-share"}, in_article=True)
    'sharing'
    """
    if _is_hidden(tag, attrs):
        return "hidden"
    if _STRUCK_STYLE.search(attrs.get("style", "")):
        return "struck"
    if tag in _STORY:
        return None
    why = _WHY_BY_TAG.get(tag) or _WHY_BY_ROLE.get(attrs.get("role", "").lower())
    if why is None and tag == "header" and not in_article:
        why = "page header"
    if why is None and tag not in _INLINE:
        why = _why_by_name(attrs, is_text=tag in _TEXTS)
    return why


def is_beside_the_story(why: str) -> bool:
    """Whether something dropped is text that a reader sees, only not that of the story."""
    return why in _SOFT


def find_kind(tag: str, attrs: Mapping[str, str]) -> Kind | None:
    """The kind of passages that an element makes; None if it says nothing of that."""
    if tag in _KINDS:
        return _KINDS[tag]
    name = f"{attrs.get('class', '')} {attrs.get('id', '')}".strip().lower()
    if tag not in _NOT_BY_NAME and name:
        return next((kind for kind, words in _KINDS_BY_NAME.items() if words.search(name)), None)
    return None


def _is_hidden(tag: str, attrs: Mapping[str, str]) -> bool:
    if tag in {"html", "body"}:  # consent banners hide the page until they are answered
        return False
    return (
        "hidden" in attrs
        or attrs.get("aria-hidden", "").lower() == "true"
        or (tag == "dialog" and "open" not in attrs)
        or _HIDDEN_STYLE.search(attrs.get("style", "")) is not None
    )


def _why_by_name(attrs: Mapping[str, str], *, is_text: bool) -> str | None:
    """Why, by a name of an element; of one that holds a text, by a name as a whole."""
    given = f"{attrs.get('class', '')} {attrs.get('id', '')}"
    if not given.strip() and "aria-label" not in attrs:
        return None
    names = [name for name in _CAMEL.sub("-", given).lower().split() if not _STATE.match(name)]
    names.append(attrs.get("aria-label", "").lower())
    for why, words in _WHY_BY_NAME.items():
        if any(words.fullmatch(name) if is_text else words.search(name) for name in names):
            return why
    return None
