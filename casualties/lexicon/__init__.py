"""The word lists: TOML files beside this module, and what each entry means.

Nothing here is matched against text; the extractors do that. Words are lower case, with a straight
apostrophe, and phrases are tuples of words as ``extractors.tokens`` cuts them.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["load"]


@cache
def load(name: str) -> dict[str, Any]:
    """The word list ``name``, one of the TOML files of this folder, as it stands there.

    >>> load("numbers")["loose"]["dozen"]
    12

    Raises:
        FileNotFoundError: if there is no such list.
    """
    return tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))
