"""The collections of a home: each a home of its own below it, so that they share nothing."""

import pytest

from bot.collected import collection, is_name, names
from bot.errors import BadInput
from bot.home import Home
from tests.bot.calling import call


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home with two collections and no documents of its own."""
    folder = tmp_path_factory.mktemp("collected")
    (folder / "soup.txt").write_text("The soup simmers for forty minutes.")
    (folder / "rule.txt").write_text("The quay closes at ten.")
    for name, file in (("recipes", "soup.txt"), ("rules", "rule.txt")):
        made = call("index", folder / file, "--home", folder / "home", "--collection", name)
        assert made.code == 0
    return Home(folder / "home")


@pytest.mark.parametrize("text", ["", "..", "a/b", "Recipes", "a" * 33, "a b", "é", "a\n"])
def test_what_could_name_another_folder_names_no_collection(text: str) -> None:
    assert not is_name(text)
    assert is_name("a" * 32)


def test_the_names_are_those_that_are_indexed(home: Home) -> None:
    (home.collections / "empty").mkdir(exist_ok=True)

    assert names(home) == ["recipes", "rules"]
    assert names(Home(home.path / "nowhere")) == []


def test_a_collection_is_a_home_below_the_home(home: Home) -> None:
    assert collection(home, "rules") == Home(home.path / "collections" / "rules")


@pytest.mark.parametrize("name", ["recipe", "../home", "empty"])
def test_an_unknown_name_is_refused_with_those_there_are(name: str, home: Home) -> None:
    with pytest.raises(BadInput, match=r"there is no collection .*: did you mean .*recipes"):
        collection(home, name)


def test_each_collection_answers_from_its_documents_alone(home: Home) -> None:
    asked = "How long does the soup simmer?"

    found = call("ask", asked, "--home", home.path, "--collection", "recipes")
    other = call("ask", asked, "--home", home.path, "--collection", "rules")

    assert (found.code, other.code) == (0, 3)
    assert "forty minutes" in found.out
    assert "soup.txt" not in other.out
    assert other.out.startswith("The documents do not answer this. Missing:")
    assert not (home.path / "index").exists()


def test_a_collection_that_is_not_there_is_one_line_with_the_nearest_name(home: Home) -> None:
    found = call("ask", "soup", "--home", home.path, "--collection", "recipe")

    assert (found.code, found.out) == (1, "")
    assert found.err == "quoth: there is no collection 'recipe': did you mean recipes?\n"


def test_a_name_that_is_none_is_wrong_usage(home: Home) -> None:
    found = call("index", "x.txt", "--home", home.path, "--collection", "../x")

    assert found.code == 2
    assert found.err.splitlines()[-1].endswith("is not a name of up to 32 of a-z, 0-9 and -")


def test_the_checkup_looks_at_the_index_of_the_collection(home: Home) -> None:
    found = call("doctor", "--home", home.path, "--collection", "recipes")
    unknown = call("doctor", "--home", home.path, "--collection", "recipe")

    assert found.code == 0
    assert "1 documents, 1 passages, all checksums hold" in found.out
    assert unknown.code == 1
    assert "BAD  collection" in unknown.out
