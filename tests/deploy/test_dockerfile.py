import re
import tomllib
from importlib.metadata import requires

from bot.settings import VARIABLES
from tests.deploy.folder import DEPLOY, ROOT

TEXT = (DEPLOY / "Dockerfile").read_text().replace("\\\n", " ")
STEPS = [tuple(line.split(None, 1)) for line in TEXT.splitlines() if line and line[0] != "#"]


def given(instruction: str) -> list[str]:
    """What follows each occurrence of an instruction."""
    return [rest for name, rest in STEPS if name == instruction]


def needs(package: str) -> set[str]:
    """A package and all that it needs in turn, as the lock file spells them."""
    names = {package}
    for line in requires(package) or []:
        if "extra ==" not in line and "python_version" not in line:
            names |= needs(re.split(r"[^\w.-]", line, maxsplit=1)[0].lower())
    return names


def test_the_last_stage_runs_as_a_user_with_a_number_that_is_not_root() -> None:
    last = max(index for index, (name, _) in enumerate(STEPS) if name == "FROM")
    users = [rest for name, rest in STEPS[last:] if name == "USER"]

    assert users == ["10001:10001"]


def test_the_base_is_pinned_to_a_version_that_the_project_supports() -> None:
    (version,) = given("ARG")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

    assert given("FROM") == ["python:${PYTHON} AS build", "python:${PYTHON}"]
    found = re.fullmatch(r"PYTHON=3\.(\d+)\.\d+-slim-bookworm", version)
    assert found
    assert project["requires-python"] == ">=3.11"
    assert int(found[1]) >= 11


def test_nothing_is_fetched_but_libraries_with_their_hashes() -> None:
    installs = re.findall(r"pip install [^&]*", TEXT)

    assert given("ADD") == []
    assert not re.search(r"\b(curl|wget|apt-get|git)\b", TEXT)
    assert [
        text for text in installs if "--require-hashes" not in text and "--no-index" not in text
    ] == []
    assert len(installs) == 3  # libraries, build backend, the project itself


def test_the_build_backend_is_cut_from_the_lock_with_all_it_needs() -> None:
    found = re.search(r"/\^\((.*)\)==/", TEXT)

    assert found
    assert set(found[1].split("|")) == needs("hatchling")


def test_commands_are_lists_that_no_shell_reads() -> None:
    (check,) = given("HEALTHCHECK")

    assert given("ENTRYPOINT") == ['["quoth"]']
    assert given("CMD") == ['["telegram"]']
    assert check.endswith('CMD ["quoth", "doctor"]')


def test_the_home_is_the_one_volume() -> None:
    assert given("VOLUME") == ['["/data"]']
    assert "QUOTH_HOME=/data" in given("ENV")[-1].split()


def test_no_secret_is_set_or_copied() -> None:
    secret = [name for name in VARIABLES if "TOKEN" in name or "SECRET" in name]

    assert [name for name in secret if name in TEXT] == []
    assert not re.search(r"token|secret|password", " ".join(given("COPY") + given("ARG")), re.I)


def test_the_context_holds_what_is_copied_and_no_more() -> None:
    lines = (DEPLOY / "Dockerfile.dockerignore").read_text().splitlines()
    let_in = {line[1:] for line in lines if line.startswith("!")}
    copied = {
        source
        for rest in given("COPY")
        if not rest.startswith("--from")
        for source in rest.split()[:-1]
    }

    assert "*" in lines
    assert let_in == copied
    assert [name for name in copied if not (ROOT / name).exists()] == []


def test_every_package_of_the_project_is_copied() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    packages = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]

    assert [name for name in packages if f"{name} {name}" not in given("COPY")] == []
