from dataclasses import replace
from pathlib import Path

import pytest

from casualties.model import Finding
from casualties.reporters.places import Region, Root, file_of, region_of, region_of_words, uri_of
from tests.records import FINDING, STALE, UNUSED


@pytest.mark.parametrize(
    ("finding", "region"),
    [
        pytest.param(FINDING, Region(5, 7, 5, 19), id="words"),
        pytest.param(UNUSED, Region(7, 1), id="no-words"),
    ],
)
def test_region_of_a_finding(finding: Finding, region: Region) -> None:
    assert region_of(finding) == region


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("12", Region(5, 7, 5, 9)),
        ("at least\n130", Region(5, 7, 6, 4)),
        ("at\r\nleast\r\n130", Region(5, 7, 7, 4)),
        ("\U0001f30a 12", Region(5, 7, 5, 11)),
    ],
)
def test_words_end_in_the_line_of_their_last_word(text: str, region: Region) -> None:
    assert region_of_words(replace(STALE, text=text)) == region


@pytest.mark.parametrize(
    ("path", "file", "uri"),
    [
        ("ferry.txt", "ferry.txt", "ferry.txt"),
        ("./a/../b//ferry.txt", "b/ferry.txt", "b/ferry.txt"),
        ("/news/desk/a/ferry.txt", "a/ferry.txt", "a/ferry.txt"),
        ("/news/desktop/ferry.txt", "/news/desktop/ferry.txt", "file:///news/desktop/ferry.txt"),
        ("../ferry.txt", "/news/ferry.txt", "file:///news/ferry.txt"),
        ("a b#1?%.txt", "a b#1?%.txt", "a%20b%231%3F%25.txt"),
        ("c:d\n.txt", "c:d\n.txt", "c%3Ad%0A.txt"),
        ("é\udce9\ud800", "é\udce9\ud800", "%C3%A9%E9%EF%BF%BD"),
        ("-", "stdin", "stdin"),
        (None, "text", "text"),
    ],
)
def test_paths_from_the_root(path: str | None, file: str, uri: str) -> None:
    assert (file_of(path, Root("/news/desk")), uri_of(path, Root("/news/desk"))) == (file, uri)


def test_a_uri_is_what_python_makes_of_a_path(tmp_path: Path) -> None:
    path = tmp_path / "été [1] 50%.txt"
    assert uri_of(str(path), Root("/news")) == path.as_uri()


def test_without_a_root_a_path_stays_as_it_is() -> None:
    assert file_of("./a/ferry.txt", Root("")) == "a/ferry.txt"
    assert file_of("../ferry.txt", Root("")) == "../ferry.txt"
    assert file_of("/ferry.txt", Root("")) == "/ferry.txt"
