"""What is kept from one run to the next is right, or it is made anew."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from casualties.kept import Store

CHECK = (
    "import casualties, sys; print(casualties.extract('Two died.')); print(*sorted(sys.modules))"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "caches" / "store"


def kept(path: Path, state: str = "as it is") -> str:
    """What a store makes of a word, or still has of it."""
    store = Store(path, state)
    made = store.keep("word", lambda: "anew")
    store.save()
    return made


@pytest.fixture
def saved(path: Path) -> Path:
    store = Store(path, "as it is")
    assert store.keep("word", lambda: "kept") == "kept"
    store.save()
    return path


def test_what_was_made_is_kept(saved: Path) -> None:
    assert kept(saved) == "kept"


def test_another_state_is_not_asked(saved: Path) -> None:
    assert kept(saved, "changed") == "anew"
    assert kept(saved) == "anew"


@pytest.mark.parametrize("length", [0, 3, 4, 5, 20])
def test_a_file_cut_short_counts_as_none(saved: Path, length: int) -> None:
    saved.write_bytes(saved.read_bytes()[:length])
    assert kept(saved) == "anew"


def test_every_damaged_byte_is_noticed(saved: Path) -> None:
    whole = saved.read_bytes()
    for place, byte in enumerate(whole):
        saved.write_bytes(whole[:place] + bytes([byte ^ 0x40]) + whole[place + 1 :])
        assert kept(saved) == "anew"


def test_a_folder_that_cannot_be_made_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "caches").write_text("a file")
    assert kept(tmp_path / "caches" / "store") == "anew"


def test_without_a_path_nothing_is_kept() -> None:
    store = Store(None, "as it is")
    assert store.keep("word", lambda: "anew") == "anew"
    store.save()


def test_stores_of_two_processes_are_joined(path: Path) -> None:
    first, second = Store(path, "as it is"), Store(path, "as it is")
    first.keep("one", lambda: 1)
    second.keep("two", lambda: 2)
    first.save()
    second.save()
    again = Store(path, "as it is")
    assert [again.keep(name, lambda: 0) for name in ("one", "two")] == [1, 2]
    assert list(path.parent.iterdir()) == [path]


def run(cache: Path) -> tuple[str, set[str]]:
    """What a run prints, and the modules that it needed."""
    environment = os.environ | {"XDG_CACHE_HOME": str(cache), "HOME": str(cache)}
    done = subprocess.run(
        [sys.executable, "-c", CHECK], env=environment, capture_output=True, text=True, check=True
    )
    figure, modules = done.stdout.splitlines()
    return figure, set(modules.split())


def test_a_second_run_says_the_same_and_reads_no_list(tmp_path: Path) -> None:
    figure, modules = run(tmp_path)
    assert "tomllib" in modules
    assert run(tmp_path)[0] == figure == '1:1 killed 2 people "Two"'
    assert "tomllib" not in run(tmp_path)[1]


def test_where_nothing_can_be_kept_all_is_as_well(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert run(tmp_path / "file")[0] == '1:1 killed 2 people "Two"'


def test_runs_at_once_do_each_other_no_harm(tmp_path: Path) -> None:
    environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path), "HOME": str(tmp_path)}
    command = [sys.executable, "-c", CHECK]
    runs = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    said = {run.communicate()[0].splitlines()[0] for run in runs}
    assert said == {'1:1 killed 2 people "Two"'}
    assert len(list(tmp_path.rglob("casualties/*"))) == 1


ENDED = """
import os, signal, sys
from pathlib import Path
from casualties.kept import Store

store = Store(Path(sys.argv[1]), "as it is")
store.keep("word", lambda: "kept")
replace = Path.replace

def ended(new, old):
    os.kill(os.getpid(), getattr(signal, sys.argv[2]))
    return replace(new, old)

Path.replace = ended
store.save()
print("not reached")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_request_to_end_leaves_nothing_half_made(path: Path, name: str) -> None:
    if signal.getsignal(getattr(signal, name)) is signal.SIG_IGN:
        pytest.skip("the tests were started deaf to it")
    command = [sys.executable, "-c", ENDED, str(path), name]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("", -getattr(signal, name))
    assert list(path.parent.iterdir()) == [path]
    assert kept(path) == "kept"


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such signal")
def test_ctrl_c_while_it_is_saved_at_the_end_is_no_noise(tmp_path: Path) -> None:
    code = (
        "import os, signal, casualties.kept as k; k.keep('word', lambda: 'x'); "
        "old = k.Store._sweep; "
        "k.Store._sweep = lambda s: (os.kill(os.getpid(), signal.SIGINT), old(s))"
    )
    environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path), "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert len(list(tmp_path.rglob("casualties/*"))) == 1


def test_what_a_killed_process_has_left_is_swept_up(saved: Path) -> None:
    left, new = (saved.with_name(f"{saved.name}.{number}") for number in (1, 2))
    for each in (left, new):
        each.write_bytes(b"half")
    os.utime(left, (0, 0))
    assert kept(saved, "changed") == "anew"
    assert sorted(saved.parent.iterdir()) == [saved, new]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no such owners")
def test_what_another_user_has_written_is_not_read(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: user + 1)
    assert kept(saved) == "anew"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="it has no such files")
def test_a_pipe_in_its_place_is_not_waited_for(path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path)
    assert kept(path) == "anew"
    assert kept(path) == "anew"  # it was in no one's way


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such modes")
def test_others_cannot_write_it(saved: Path) -> None:
    assert saved.stat().st_mode & 0o777 == 0o600
