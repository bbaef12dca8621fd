"""No text makes a pattern, or what is built of them, take longer than its length is worth."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from typing import Any

import pytest
import regex

import casualties
from casualties import check, patterns
from casualties.readers import ReadError, ReadOptions, read_documents
from tests.fuzz.pumping import UNITS, pieces

LONGEST_SENTENCE = 1_000
SECONDS = 1.0
"""Of processor time for one pattern in one sentence: what takes longer is passed over."""


def all_patterns() -> Iterator[Any]:
    """The patterns of all modules, wherever a module or a class holds them."""
    seen: set[int] = set()
    for module in pkgutil.walk_packages(casualties.__path__, "casualties."):
        if not module.name.endswith("__main__"):
            yield from _patterns_in(vars(importlib.import_module(module.name)), seen)


def _patterns_in(values: dict[str, Any], seen: set[int]) -> Iterator[Any]:
    stack = list(values.values())
    while stack:
        value = stack.pop()
        if id(value) in seen or isinstance(value, type):
            continue
        seen.add(id(value))
        if isinstance(value, re.Pattern | regex.Pattern | patterns._Unused):  # noqa: SLF001
            yield value
        elif isinstance(value, dict):
            stack += value.values()
        elif isinstance(value, list | tuple | frozenset):
            stack += value
        elif type(value).__module__.startswith("casualties.") and hasattr(value, "__slots__"):
            stack += (getattr(value, name, None) for name in type(value).__slots__)


def test_no_pattern_takes_long_in_a_sentence() -> None:
    tried = 0
    for pattern in all_patterns():
        compiled = pattern._compiled() if isinstance(pattern, patterns._Unused) else pattern  # noqa: SLF001
        if isinstance(compiled.pattern, bytes):
            continue
        tried += 1
        lists = getattr(pattern, "_lists", getattr(compiled, "named_lists", {}))
        if isinstance(compiled, re.Pattern):
            compiled = regex.compile(compiled.pattern, compiled.flags)
        for unit in pieces(compiled.pattern, compiled.flags, lists, samples=4):
            text = (unit * LONGEST_SENTENCE)[:LONGEST_SENTENCE] + "\x01"
            for _ in compiled.finditer(text, overlapped=True, timeout=SECONDS):
                pass
    assert tried > 300


WITHIN = {
    "text": ["{}x 12 people died"],
    "html": ["{}", '<p class="{}">12 died'],
    "markdown": ["{}\n\n12 people died.", "- a\n{}", "| a | b |\n|---|---|\n{}"],
    "ninjs": ["{}", '{{"body_text":"{}"}}', '{{"bodies":[{}]}}'],
    "nitf": ["{}", "<nitf><body><body.content>{}</body.content></body></nitf>"],
    "csv": ["{}", "id,text\n{}", 'id,text\n1,"{}"\n'],
    "jsonl": ["{}", '{{"text":"{}"}}\n'],
}


@pytest.mark.parametrize(
    ("input_format", "frame"),
    [(name, frame) for name, frames in WITHIN.items() for frame in frames],
)
def test_time_grows_with_the_length_of_a_text_alone(input_format: str, frame: str) -> None:
    options = ReadOptions(input_format=input_format)

    def seconds(unit: str, length: int) -> float:
        content = frame.format(unit * (length // len(unit))).encode()
        start = time.process_time()
        try:
            for document in read_documents("x", options, content):
                if not isinstance(document, ReadError):
                    check(document)
        except ReadError:
            pass
        return time.process_time() - start

    for unit in UNITS[input_format]:
        short = seconds(unit, 2_000)
        assert seconds(unit, 8_000) < 8 * short + 0.15, unit  # four times as long
