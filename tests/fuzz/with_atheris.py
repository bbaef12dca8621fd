"""The run without an end: what the code does with an input leads to the next one.

``pip install atheris``, which no test needs, and ``python -m tests.fuzz.with_atheris FOLDER``, with
options of libFuzzer such as ``-max_total_time=3600`` behind it. The folder keeps the inputs that
lead somewhere new, and begins with those of the long run. Keep what fails as a case of
``test_fuzz.py``.
"""

import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

__all__ = ["main"]

_FIRST = 2_000


def main() -> None:
    """Fuzz until something fails, or the time is over."""
    import atheris  # noqa: PLC0415 - nothing else needs it

    # What is imported before this, or only when it is needed, is not followed.
    with atheris.instrument_imports(include=["casualties"]):
        import casualties  # noqa: PLC0415 - as said above

        for module in walk_packages(casualties.__path__, "casualties."):
            if not module.name.endswith("__main__"):
                import_module(module.name)

    from casualties.readers import INPUT_FORMATS  # noqa: PLC0415 - likewise
    from tests.fuzz.properties import hold  # noqa: PLC0415 - likewise

    def try_one(content: bytes) -> None:
        """Hold an input to the properties; its first byte names the format."""
        if content:
            hold(content[1:], INPUT_FORMATS[content[0] % len(INPUT_FORMATS)])

    _fill(Path(sys.argv[1]), INPUT_FORMATS)
    atheris.Setup(sys.argv, try_one)
    atheris.Fuzz()


def _fill(folder: Path, formats: tuple[str, ...]) -> None:
    """Put inputs into an empty folder."""
    from tests.fuzz.inputs import make_input  # noqa: PLC0415 - after what is to be followed

    folder.mkdir(parents=True, exist_ok=True)
    for seed in range(_FIRST) if not any(folder.iterdir()) else ():
        content, input_format = make_input(seed)
        head = bytes([formats.index(input_format)])
        (folder / f"{seed:04}").write_bytes(head + content)


if __name__ == "__main__":
    main()
