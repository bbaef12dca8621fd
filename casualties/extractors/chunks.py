"""Chunks: what a sentence is made of, one letter of code each.

The constructions are patterns over these codes, never over letters of the text:

    Q people counted ("three soldiers", "a man", "nobody")   X anything else counted, ages, dates
    N a number alone ("40", "dozens", "another 130")         U a number before a noun not known
    F deaths or injuries counted ("12 deaths")               Y bodies counted
    l lives counted                                          j part of what follows ("one of the")
    q killed them, shot him dead
    k killed, hurt (past or participle)   K a participle     Z drowned (past, and what victims do)
    g killing   b kills, kill   d died    e dead, missing    E to death   R to his death
    m death(s), injuries, uncounted
    t toll      W burns, wounds           A among the dead   G the dead, the injured
    B be  H have  M would, may  x not  f to  o of  h with  p from  c and, or  r who, which
    i including  I of whom  D the, his  P in, at  a also, later  T known, reported  L left
    C took  O lost  S suffered  V survived  v rose, put, brought  # number, count  s said
    z another verb  y walking  w any other word, and the marks , ; : ( ) " - . as themselves
"""

from __future__ import annotations

from casualties.extractors.numbers import Number
from casualties.model import Outcome
from casualties.records import dataclass

__all__ = ["GROUP", "THEM", "VICTIMS", "Chunk"]

THEM, VICTIMS, GROUP = "them", "victims", "group"
"""What a quantity may be a part of, beside the name of an outcome ("two of the injured")."""


@dataclass(slots=True)
class Chunk:
    """Tokens ``first`` to ``last`` (excluded) of a sentence under one code.

    ``outcome`` is what a harm word says. For a quantity, ``number`` is what is counted and
    ``population`` who (None where no noun is named); ``of`` is what it is a part of, an outcome's
    name or one of the constants above; ``harm`` is an outcome within the noun group itself
    ("two wounded men").
    """

    code: str
    first: int
    last: int
    outcome: Outcome | None = None
    number: Number | None = None
    population: str | None = None
    of: str | None = None
    harm: Outcome | None = None
