"""The word lists: TOML files beside this module, and what each entry means.

Nothing here is matched against text; the extractors do that. Words are lower case, with a straight
apostrophe, and phrases are tuples of words as ``extractors.tokens`` cuts them.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from casualties.kept import keep
from casualties.ranges import Range

__all__ = ["load", "preset"]


@cache
def load(name: str) -> dict[str, Any]:
    """The word list ``name``, one of the TOML files of this folder, as it stands there.

    >>> load("numbers")["loose"]["dozen"]
    12

    Raises:
        FileNotFoundError: if there is no such list.
    """
    return keep(f"list {name}", lambda: _read(name))


def _read(name: str) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - what has been kept need not be read
    from importlib.resources import files  # noqa: PLC0415 - likewise

    return tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))


def preset(name: str) -> tuple[tuple[str, Range], ...]:
    """What vague words stand for by published conventions, as ``Conventions.vague`` has it.

    >>> dict(preset("acled"))["dozens"]
    Range.parse('12+')

    Raises:
        ValueError: if there are no conventions of that name; it says which there are.
    """
    presets: dict[str, dict[str, str]] = load("presets")["vague"]
    if name not in presets:
        raise ValueError(f"no preset {name!r}; there is {', '.join(sorted(presets))}")
    return tuple((phrase, Range.parse(claims)) for phrase, claims in presets[name].items())
