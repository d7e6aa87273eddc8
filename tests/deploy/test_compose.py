import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.deploy.folder import DEPLOY

TEXT = (DEPLOY / "compose.yaml").read_text()
USER = "10001"


def resolved() -> dict[str, Any]:
    """The file as the compose command understands it."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    command = shutil.which("docker-compose", path=path)
    if command is None:
        pytest.skip("docker-compose is not installed")
    arguments = [command, "--file", str(DEPLOY / "compose.yaml"), "config", "--format", "json"]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True)
    config: dict[str, Any] = json.loads(done.stdout)
    return config


@pytest.mark.parametrize(
    "line",
    [
        "read_only: true",
        "cap_drop: [ALL]",
        "- no-new-privileges:true",
        "secrets: [token]",
        "restart: unless-stopped",
        "stop_grace_period: 30s",
        "mem_limit: 1g",
        "pids_limit: 64",
        "core: 0",
    ],
)
def test_the_container_is_enclosed(line: str) -> None:
    assert [stripped for text in TEXT.splitlines() if (stripped := text.strip()) == line] == [line]


def test_nothing_loosens_it() -> None:
    assert not re.search(r"privileged: true|cap_add|network_mode|pid:|docker\.sock|ports:", TEXT)


def test_the_compose_command_reads_one_enclosed_service() -> None:
    config = resolved()
    bot = config["services"]["bot"]

    assert list(config["services"]) == ["bot"]
    assert bot["command"] == ["telegram"]
    assert bot["read_only"] is True
    assert bot["cap_drop"] == ["ALL"]
    assert bot["security_opt"] == ["no-new-privileges:true"]
    assert (int(bot["mem_limit"]), bot["pids_limit"]) == (2**30, 64)
    assert [(volume["type"], volume["target"]) for volume in bot["volumes"]] == [
        ("volume", "/data")
    ]
    assert bot["tmpfs"] == ["/tmp:size=64m,mode=1777,noexec,nosuid,nodev"]  # noqa: S108


def test_the_token_reaches_the_bot_as_a_file() -> None:
    config = resolved()
    bot = config["services"]["bot"]

    assert ("QUOTH_TELEGRAM_TOKEN_FILE", "/run/secrets/token") in bot["environment"].items()
    assert [secret["source"] for secret in bot["secrets"]] == ["token"]
    assert config["secrets"]["token"]["file"] == "/etc/quoth/container-token"


def test_the_image_is_built_from_the_repository_with_the_dockerfile_beside_it() -> None:
    build = resolved()["services"]["bot"]["build"]

    assert Path(build["context"]) / build["dockerfile"] == DEPLOY / "Dockerfile"


def test_the_page_gives_the_token_file_to_the_user_that_the_image_runs_as() -> None:
    page = (DEPLOY / "README.md").read_text()

    assert f"USER {USER}:{USER}" in (DEPLOY / "Dockerfile").read_text()
    assert f"--mode 400 --owner {USER} ~/.quoth-token /etc/quoth/container-token" in page
