"""Find the numbers of killed and injured in a text, and where they contradict each other.

>>> import casualties
>>> print(casualties.extract("At least 12 people died in the blast; more than 30 were hurt."))
1:1 killed 12+ people "At least 12 people"
1:39 injured 31+ people "more than 30"
"""

from __future__ import annotations

TYPE_CHECKING = False  # as in typing, which need not be imported for it
if TYPE_CHECKING:
    from casualties.frames import extract_frame
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


_HOMES = {
    "check": "pipeline",
    "check_as_one": "pipeline",
    "extract": "pipeline",
    "extract_frame": "frames",
    "Range": "ranges",
    "Limits": "readers",
    "ReadError": "readers",
    "read_file": "readers",
}
"""The modules of those that are not in ``model``."""


def __getattr__(name: str) -> object:
    """What is asked for, from its module: who imports a part need not wait for the others."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - the command line has no use for it

    value = getattr(import_module(f"{__name__}.{_HOMES.get(name, 'model')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
