import pytest

from casualties.reporters.printable import one_line, show_controls


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("\x1b[2J", r"\x1b[2J", id="escape"),
        pytest.param("a\x00b", r"a\x00b", id="NUL"),
        pytest.param("\x9b31m", r"\x9b31m", id="8-bit-escape"),
        pytest.param("\x7f\x08", r"\x7f\x08", id="delete-and-backspace"),
        pytest.param("\u202e21 dead", r"\u202e21 dead", id="right-to-left-override"),
        pytest.param("\ud800", r"\ud800", id="lone-surrogate"),
        pytest.param("a\tb\nc", "a\tb\nc", id="tabs-and-line-ends-stay"),
        pytest.param("Zwölf 🌊 \u200d", "Zwölf 🌊 \u200d", id="all-else-stays"),
    ],
)
def test_control_characters_are_written_out(text: str, shown: str) -> None:
    assert show_controls(text) == shown


def test_one_line() -> None:
    assert one_line(" at\u00a0least\r\n\t40\u2028people\x1b") == r"at least 40 people\x1b"
