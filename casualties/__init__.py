"""Find the numbers of killed and injured in a text, and where they contradict each other.

>>> import casualties
>>> print(casualties.extract("At least 12 people died in the blast; more than 30 were hurt."))
1:1 killed 12+ people "At least 12 people"
1:39 injured 31+ people "more than 30"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.model import (
    Conventions,
    Document,
    Figure,
    Figures,
    Finding,
    LineItem,
    Outcome,
    Qualifier,
    Reconciliation,
    Scope,
    Severity,
    Total,
)
from casualties.pipeline import check, check_as_one, extract
from casualties.ranges import Range
from casualties.readers import Limits, ReadError, read_file

if TYPE_CHECKING:
    from casualties.frames import extract_frame

__version__ = "0.1.0"

__all__ = [
    "Conventions",
    "Document",
    "Figure",
    "Figures",
    "Finding",
    "Limits",
    "LineItem",
    "Outcome",
    "Qualifier",
    "Range",
    "ReadError",
    "Reconciliation",
    "Scope",
    "Severity",
    "Total",
    "__version__",
    "check",
    "check_as_one",
    "extract",
    "extract_frame",
    "read_file",
]


def __getattr__(name: str) -> object:
    """What needs pandas, which is slow to import and not needed for a check."""
    if name == "extract_frame":
        from casualties.frames import extract_frame  # noqa: PLC0415 - see above

        return extract_frame
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
