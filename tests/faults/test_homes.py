"""What the fault programme looks with sees what it looks for."""

import shutil
from dataclasses import replace
from pathlib import Path

from tests.faults.corpora import N_EDITIONS, edition
from tests.faults.homes import World


def test_editions_are_the_same_each_time_and_differ_from_each_other() -> None:
    made = [edition(number, n_files=2, n_sentences=5) for number in range(N_EDITIONS)]

    assert made == [edition(number, n_files=2, n_sentences=5) for number in range(N_EDITIONS)]
    assert len({str(each.files) for each in made}) == N_EDITIONS


def test_answers_tell_their_edition_and_a_mixture_is_none(world: World) -> None:
    answers = world.ask(world.undisturbed(1))
    mixed = (*answers.lines[:-1], world.answers[2][-1])

    assert world.edition_of(answers) == 1
    assert world.edition_of(replace(answers, lines=mixed)) is None
    assert world.edition_of(replace(answers, generations=frozenset({"a", "b"}))) is None
    assert world.edition_of(replace(answers, code=1)) is None


def test_an_undisturbed_home_has_nothing_left_over(world: World) -> None:
    assert world.leftovers(world.undisturbed(3)) == []


def test_what_is_left_over_or_missing_is_named(world: World, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(world.undisturbed(0), home)
    (home / "sources.new").touch()
    (home / "index" / ".tmp-9").mkdir()
    (home / "sources" / "g-000001.new").touch()
    (home / "originals" / ".new-9").touch()
    files = [path for path in (home / "originals").rglob("*") if path.is_file()]
    missing = max(files, key=lambda path: path.stat().st_size)
    missing.unlink()

    assert world.leftovers(home) == [
        "home: 1 left over, such as sources.new",
        "index: 1 left over, such as .tmp-9",
        "sources: 1 left over, such as g-000001.new",
        "originals: 1 left over, such as .new-9",
        f"originals: 1 missing, such as {missing.parent.name}/{missing.name}",
    ]


def test_a_generation_of_no_edition_is_named(world: World, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(world.undisturbed(0), home)
    shutil.copytree(home / "index" / "g-000001", home / "index" / "g-000002")
    (home / "index" / "g-000002" / "stray").touch()
    shutil.copy(home / "sources" / "g-000001.json", home / "sources" / "g-000002.json")

    assert world.leftovers(home) == ["g-000002 is no edition's"]
