"""Notes from one editor to another: those that correct the copy are read, others are left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from casualties.model import Kind
from casualties.readers.composer import Piece

if TYPE_CHECKING:
    from casualties.readers.composer import Composer

__all__ = ["add_editors_note"]

_CORRECTS = re.compile(r"\b(?:correct(?!ly)|clarif|amend)", re.IGNORECASE)


def add_editors_note(composer: Composer, words: str) -> None:
    """Add a note such as "CORRECTS toll to 31", or leave out one such as "ADDS quotes"."""
    if _CORRECTS.search(words):
        composer.passage(Kind.CORRECTION, [Piece(words)])
    else:
        composer.drop("note to editors", words)
