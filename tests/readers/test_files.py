import os
from pathlib import Path

import pytest

from casualties.readers import ReadError, read_bytes, read_file


def test_a_file_is_read_with_its_path_as_given(tmp_path: Path) -> None:
    path = tmp_path / "orlo.txt"
    path.write_bytes("Zwölf ertranken.\r\nTwelve drowned.".encode())
    document = read_file(path)
    assert document.path == str(path)
    assert document.text == "Zwölf ertranken.\r\nTwelve drowned."


def test_an_empty_file_has_no_passages(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    assert read_file(str(path)).passages == ()


def test_another_encoding() -> None:
    assert read_bytes("Zwölf".encode("utf-16"), "a.txt", "utf-16").text == "Zwölf"
    assert read_bytes(b"Zw\xf6lf", "a.txt", "latin-1").text == "Zwölf"


@pytest.mark.parametrize(
    ("content", "encoding", "sentence"),
    [
        pytest.param(
            b"Zw\xf6lf",
            "utf-8",
            "a.txt is not valid utf-8 at byte 2: name its encoding, as in --encoding latin-1.",
            id="latin-1",
        ),
        pytest.param(
            "Zwölf".encode("utf-16"),
            "utf-8",
            "a.txt is not utf-8 but starts like UTF-16: try --encoding utf-16.",
            id="utf-16",
        ),
        pytest.param(
            b"\x89PNG\x00\x00",
            "utf-8",
            "a.txt is a binary file, not text: byte 4 is a NUL.",
            id="binary",
        ),
        pytest.param(
            b"ab\x00cd",
            "utf-8",
            "a.txt is a binary file, not text: character 2 is a NUL.",
            id="NUL-in-valid-utf-8",
        ),
        pytest.param(
            b"Twelve",
            "utf-9",
            "a.txt: there is no text encoding called 'utf-9'; try utf-8 or latin-1.",
            id="unknown-encoding",
        ),
        pytest.param(
            b"Twelve",
            "hex",
            "a.txt: there is no text encoding called 'hex'; try utf-8 or latin-1.",
            id="no-encoding-of-text",
        ),
        pytest.param(
            b"Twelve",
            "utf\x00-8",
            "a.txt: there is no text encoding called 'utf\\x00-8'; try utf-8 or latin-1.",
            id="NUL-in-encoding",
        ),
        pytest.param(
            b"-\xff",
            "idna",
            "a.txt is not valid idna",
            id="no-byte-to-name",
        ),
    ],
)
def test_bytes_that_are_no_text(content: bytes, encoding: str, sentence: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(content, "a.txt", encoding)
    assert str(caught.value).startswith(sentence)


def test_a_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "missing.txt"
    with pytest.raises(ReadError) as caught:
        read_file(path)
    assert str(caught.value) == f"{path}: there is no such file."


def test_a_directory(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read_file(tmp_path)
    assert str(caught.value) == f"{tmp_path} is a directory: name files, as in {tmp_path}/*.txt."


def test_a_file_closed_to_us(monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(path: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", deny)  # root may read any real file
    with pytest.raises(ReadError) as caught:
        read_file("secret.txt")
    assert str(caught.value) == "secret.txt: no permission to read this file."


def test_a_path_that_cannot_be() -> None:
    with pytest.raises(ReadError) as caught:
        read_file("orlo.txt\0")
    assert str(caught.value) == "'orlo.txt\\x00' is no path: embedded null byte."


def test_a_path_through_a_file(tmp_path: Path) -> None:
    (tmp_path / "orlo.txt").touch()
    path = tmp_path / "orlo.txt" / "page.txt"
    with pytest.raises(ReadError) as caught:
        read_file(path)
    assert str(caught.value) == f"{path} could not be read: {os.strerror(20)}."
