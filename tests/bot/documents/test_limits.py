"""The limits are as they are written down, and are not raised above the system's own."""

import json
import resource
import subprocess
import sys

from bot.documents.limits import CPU_SECONDS, MEMORY
from tests.bot.calling import environment

CODE = """
import json, resource
from bot.documents.limits import confine
resource.setrlimit(resource.RLIMIT_NOFILE, (12, 12))
confine()
names = ("AS", "CPU", "FSIZE", "NOFILE", "CORE", "NPROC")
print(json.dumps({name: resource.getrlimit(getattr(resource, f"RLIMIT_{name}")) for name in names}))
"""


def test_a_process_that_confines_itself_has_these_limits() -> None:
    found = subprocess.run(
        [sys.executable, "-c", CODE], capture_output=True, check=True, env=environment()
    )

    assert json.loads(found.stdout) == {
        "AS": [MEMORY] * 2,
        "CPU": [CPU_SECONDS] * 2,
        "FSIZE": [0, 0],
        "NOFILE": [12, 12],
        "CORE": [0, 0],
        "NPROC": [0, 0],
    }
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 0
