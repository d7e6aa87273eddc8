"""The command line as a whole: exit codes, one-line errors, signals, pipes, and its start."""

import os
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

import bot
from bot.command_line import COMMANDS
from bot.database import Database
from bot.home import Home
from retrieval.generations import Generations
from tests.bot.calling import call, environment, quoth
from tests.bot.screen import Screen

FARE = "What does a return ticket for the ferry cost?"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    result = call(name, "--help")

    assert (result.code, result.err) == (0, "")
    assert result.lines[0].startswith(f"usage: quoth {name}")
    assert "--home DIR" in result.out


def test_the_help_names_every_command_and_the_version_is_the_package() -> None:
    shown, version = call("--help"), call("--version")

    listed = [line.split()[0] for line in shown.lines if line.startswith("    ")]
    assert [word for word in listed if word in COMMANDS] == list(COMMANDS)
    assert version.out == f"quoth {bot.__version__}\n"


def test_the_home_may_stand_before_or_after_the_command_and_the_later_one_wins(
    harbour: Home, tmp_path: Path
) -> None:
    before = call("--home", harbour.path, "ask", FARE)
    after = call("ask", "--home", harbour.path, FARE)
    both = call("--home", tmp_path, "ask", FARE, "--home", harbour.path)
    by_setting = call("ask", FARE, environ={"QUOTH_HOME": str(harbour.path)})

    assert before.code == 0
    assert before == after == both == by_setting
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("argv", "problem"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["dance"], "invalid choice: 'dance'"),
        (["ask"], "the following arguments are required: QUESTION"),
        (["ask", "who", "--frob"], "unrecognized arguments: --frob"),
        (["ask", "who", "--as-of", "2019-14-01"], "'2019-14-01' is not a day such as 2019-11-14"),
        (["index"], "the following arguments are required: SOURCE"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_is_wrong(argv: list[str], problem: str) -> None:
    result = call(*argv)

    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("usage: quoth")
    assert problem in result.err.splitlines()[-1]


def test_a_question_file_that_is_not_there_is_one_line_with_the_remedy(
    harbour: Home, tmp_path: Path
) -> None:
    file = tmp_path / "q.jsonl"

    result = call("batch", file, "--home", harbour.path)

    assert (result.code, result.out) == (1, "")
    assert result.err == (
        f"quoth: {file}: no such file or directory: check the path and its permissions\n"
    )


def test_a_path_in_an_error_can_neither_steer_the_screen_nor_make_up_a_line(
    harbour: Home, tmp_path: Path
) -> None:
    file = tmp_path / "q\x1b[2J\nquoth: all is well\u202e"

    failed = call("batch", file, "--home", harbour.path)
    misused = call("ask", "who", "--a\x1b[2J\nb")

    shown = "q\ufffd[2J quoth: all is well\ufffd"
    assert failed.err == (
        f"quoth: {tmp_path}/{shown}: no such file or directory: "
        "check the path and its permissions\n"
    )
    assert misused.err.endswith("error: unrecognized arguments: --a\ufffd[2J b\n")


def test_a_home_that_cannot_be_made_is_one_line_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("It rose.")

    result = call("index", tmp_path / "file", "--home", tmp_path / "file" / "home")

    assert (result.code, result.out) == (1, "")
    assert result.err.count("\n") == 1
    assert result.err.endswith(": not a directory: check the path and its permissions\n")


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_home_that_may_not_be_written_is_one_line_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rose.")
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)

    result = call("index", tmp_path / "a.txt", "--home", locked / "home")

    assert result.code == 1
    assert result.err.endswith(": permission denied: check the path and its permissions\n")


def test_a_misspelt_setting_is_one_line_with_the_right_name(harbour: Home) -> None:
    result = call("ask", FARE, environ={"QUOTH_HOM": str(harbour.path)})

    assert (result.code, result.out) == (1, "")
    assert result.err == "quoth: QUOTH_HOM: there is no such setting: did you mean QUOTH_HOME?\n"


def test_a_database_of_a_newer_version_stops_the_bot_with_the_remedy(
    harbour: Home, tmp_path: Path
) -> None:
    file = tmp_path / "quoth.db"
    database = Database(file)
    database.rows("PRAGMA user_version = 10000")
    database.close()
    environ = {"QUOTH_TELEGRAM_TOKEN": "123456789:" + "A" * 35, "QUOTH_DATABASE": str(file)}

    result = call("telegram", "--home", harbour.path, environ=environ)

    assert (result.code, result.out) == (1, "")
    assert result.err == (f"quoth: {file}: it was made by a newer version of Quoth: update Quoth\n")


def test_an_index_that_is_damaged_throughout_is_one_line_with_the_remedy(
    harbour: Home, tmp_path: Path
) -> None:
    (tmp_path / "index" / "g-000001").mkdir(parents=True)

    result = call("ask", FARE, "--home", tmp_path)

    assert (result.code, result.out) == (1, "")
    assert result.err.count("\n") == 1
    assert result.err.endswith("run `quoth index` again to rebuild it\n")


def test_a_reader_that_goes_away_ends_the_output_in_silence(harbour: Home, tmp_path: Path) -> None:
    questions = tmp_path / "q.jsonl"
    # Many times what a pipe holds, 64 KiB.
    questions.write_text('{"question": "ferry lighthouse"}\n' * 1000)
    command = [sys.executable, "-m", "bot", "batch", str(questions), "--home", str(harbour.path)]

    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        line = process.stdout.readline()
        process.stdout.close()
        error = process.stderr.read()

    assert line.startswith(b'{"id": null')
    assert (process.returncode, error) == (1, b"")


def test_an_interrupted_run_leaves_the_old_generation_and_nothing_unfinished(
    tmp_path: Path,
) -> None:
    home, small, large = Home(tmp_path / "home"), tmp_path / "small.txt", tmp_path / "large"
    small.write_text("The tower is forty metres tall.")
    call("index", small, "--home", home.path)
    large.mkdir()
    for number in range(400):
        text = " ".join(f"Sentence {number} {n} names vessel{number * n}." for n in range(100))
        (large / f"{number}.txt").write_text(text)
    before = sorted(path.name for path in home.index.iterdir())

    with Screen("index", large, "--home", home.path) as screen:
        screen.wait_for("indexing")
        screen.process.send_signal(signal.SIGINT)
        code = screen.wait_for_end()

    assert code == 130
    assert screen.text.splitlines()[-1].strip() == "interrupted"
    assert sorted(path.name for path in home.index.iterdir()) == before
    assert Generations(home.index).current() == "g-000001"
    assert not list(home.originals.glob(".new-*"))
    assert call("ask", "how tall is the tower", "--home", home.path).code == 0


def test_a_second_indexing_at_the_same_time_is_refused_with_the_remedy(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    (tmp_path / "a.txt").write_text("It rose.")

    with Generations(home.index).building():
        result = call("index", tmp_path / "a.txt", "--home", home.path)

    assert (result.code, result.out) == (1, "")
    assert result.err.endswith(f"indexing into {home.index}: try again when it is done\n")


def test_the_first_question_indexes_the_bundled_documents_and_says_so_aside(
    tmp_path: Path,
) -> None:
    first, second = (quoth("ask", "When does GSOMIA expire?", "--home", tmp_path) for _ in "12")

    assert (first.code, first.err) == (0, "indexing the bundled corpus (once)\n")
    assert (second.code, second.err, second.out) == (0, "", first.out)


def test_the_help_starts_within_a_fifth_of_a_second_of_bare_python() -> None:
    def seconds(*argv: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, *argv], env=environment(), capture_output=True, check=True)
        return time.perf_counter() - start

    pairs = [(seconds("-c", "pass"), seconds("-m", "bot", "--help")) for _ in range(5)]

    bare, with_help = (statistics.median(times) for times in zip(*pairs, strict=True))
    assert with_help - bare < 0.2
