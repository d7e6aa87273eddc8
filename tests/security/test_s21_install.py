"""S21: a library that is not the one that was locked is not installed."""

import base64
import hashlib
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.security.sources import ROOT

NAME, VERSION = "quoth_probe", "1.0"


def wheel(folder: Path, words: str) -> Path:
    """Write a wheel with one module, as a package index would hand it out."""
    info = f"{NAME}-{VERSION}.dist-info"
    files = {
        f"{NAME}.py": f"print({words!r})\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {NAME}\nVersion: {VERSION}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{name},sha256={_digest(text)},{len(text)}\n" for name, text in files.items())
    path = folder / f"{NAME}-{VERSION}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in {**files, f"{info}/RECORD": record + f"{info}/RECORD,,\n"}.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return path


def _digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


def locked(path: Path, lock: Path) -> None:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    lock.write_text(f"{NAME}=={VERSION} \\\n    --hash=sha256:{digest}\n")


def install(lock: Path, folder: Path, target: Path) -> subprocess.CompletedProcess[str]:
    """Install as the Makefile does, from a local folder alone."""
    return subprocess.run(
        [
            sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "install",
            "--require-hashes", "--only-binary", ":all:", "--no-index", "--no-cache-dir",
            "--find-links", folder, "--target", target, "-r", lock,
        ],
        capture_output=True, text=True,
    )  # fmt: skip


def test_the_library_that_was_locked_is_installed(tmp_path: Path) -> None:
    locked(wheel(tmp_path, "good"), tmp_path / "lock")

    done = install(tmp_path / "lock", tmp_path, tmp_path / "target")

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "target" / f"{NAME}.py").exists()


def test_a_library_that_was_altered_since_is_not_installed(tmp_path: Path) -> None:
    locked(wheel(tmp_path, "good"), tmp_path / "lock")
    wheel(tmp_path, "evil")

    done = install(tmp_path / "lock", tmp_path, tmp_path / "target")

    assert done.returncode != 0
    assert "DO NOT MATCH THE HASHES" in done.stderr
    assert not (tmp_path / "target" / f"{NAME}.py").exists()


def test_a_library_without_a_hash_is_not_installed(tmp_path: Path) -> None:
    wheel(tmp_path, "good")
    (tmp_path / "lock").write_text(f"{NAME}=={VERSION}\n")

    done = install(tmp_path / "lock", tmp_path, tmp_path / "target")

    assert done.returncode != 0
    assert not (tmp_path / "target").exists()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_library_of_a_lock_is_pinned_with_hashes_and_comes_from_no_address(name: str) -> None:
    text = (ROOT / name).read_text().replace("\\\n", " ")

    entries = [line for line in text.splitlines() if line.strip()]

    assert len(entries) > 30
    assert [
        line for line in entries if not re.search(r"==.*--hash=sha256:[0-9a-f]{64}", line)
    ] == []
    assert not re.search(r"https?://|--index|--find-links|--trusted-host| @ ", text)


def test_the_makefile_and_the_image_install_with_hashes_alone() -> None:
    for name in ("Makefile", "deploy/Dockerfile"):
        text = (ROOT / name).read_text()
        installs = re.findall(r"(?:pip|\$\(PIP\)) install ([^&\n]*)", text)

        assert installs
        # Besides, the project itself is installed, without its libraries.
        assert [
            line for line in installs if "--require-hashes" not in line and "--no-deps" not in line
        ] == []
