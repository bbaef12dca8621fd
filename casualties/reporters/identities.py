"""What tells the findings of one report apart, and stays the same from run to run."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from casualties.fingerprints import fingerprint

if TYPE_CHECKING:
    from casualties.model import Finding

__all__ = ["Identities"]


class Identities:
    """Fingerprints, each with how often it has been met in its file: ``5b8f0c2e91d7a346:1``.

    They are those of one document: no other one has its files.
    """

    def __init__(self) -> None:
        """Begin to count."""
        self._met: Counter[tuple[str, str]] = Counter()

    def next(self, file: str, finding: Finding) -> str:
        """The identity of the next finding of a file."""
        print_ = fingerprint(finding)
        self._met[file, print_] += 1
        return f"{print_}:{self._met[file, print_]}"
