"""The run without an end: what the code does with an input leads to the next one.

``pip install atheris``, which no test needs, and ``python -m tests.fuzz.with_atheris FOLDER``, with
options of libFuzzer such as ``-max_total_time=3600`` behind it. The folder keeps the inputs that
lead somewhere new, and begins with those of the long run. Keep what fails as a case of
``test_fuzz.py``.
"""

import sys
from pathlib import Path

from casualties.readers import INPUT_FORMATS
from tests.fuzz.inputs import make_input

__all__ = ["main"]

_FIRST = 2_000


def main() -> None:
    """Fuzz until something fails, or the time is over."""
    import atheris  # noqa: PLC0415 - nothing else needs it

    with atheris.instrument_imports(include=["casualties"]):
        from tests.fuzz.properties import hold  # noqa: PLC0415 - to see what the package does

    def try_one(content: bytes) -> None:
        """Hold an input to the properties; its first byte names the format."""
        if content:
            hold(content[1:], INPUT_FORMATS[content[0] % len(INPUT_FORMATS)])

    _fill(Path(sys.argv[1]))
    atheris.Setup(sys.argv, try_one)
    atheris.Fuzz()


def _fill(folder: Path) -> None:
    """Put inputs into an empty folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for seed in range(_FIRST) if not any(folder.iterdir()) else ():
        content, input_format = make_input(seed)
        head = bytes([INPUT_FORMATS.index(input_format)])
        (folder / f"{seed:04}").write_bytes(head + content)


if __name__ == "__main__":
    main()
