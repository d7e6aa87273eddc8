from tests.deploy.folder import DEPLOY

ENCLOSURE = {
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "PrivateTmp": "yes",
    "PrivateDevices": "yes",
    "DevicePolicy": "closed",
    "ProtectProc": "invisible",
    "ProcSubset": "pid",
    "PrivateUsers": "yes",
    "ProtectClock": "yes",
    "ProtectControlGroups": "yes",
    "ProtectHostname": "yes",
    "ProtectKernelLogs": "yes",
    "ProtectKernelModules": "yes",
    "ProtectKernelTunables": "yes",
    "RemoveIPC": "yes",
    "KeyringMode": "private",
    "NoNewPrivileges": "yes",
    "CapabilityBoundingSet": "",
    "AmbientCapabilities": "",
    "LockPersonality": "yes",
    "RestrictAddressFamilies": "AF_INET AF_INET6 AF_UNIX",
    "RestrictNamespaces": "yes",
    "RestrictRealtime": "yes",
    "RestrictSUIDSGID": "yes",
    "SystemCallArchitectures": "native",
    "SystemCallErrorNumber": "EPERM",
    "MemoryDenyWriteExecute": "yes",
    "UMask": "0077",
}
OPERATION = {
    "Type": "notify",
    "NotifyAccess": "main",
    "TimeoutStartSec": "300",
    "WatchdogSec": "60",
    "ExecStart": "/opt/quoth/bin/quoth telegram",
    "User": "quoth",
    "Group": "quoth",
    "StateDirectory": "quoth",
    "StateDirectoryMode": "0700",
    "LoadCredential": "token:/etc/quoth/token",
    "EnvironmentFile": "-/etc/quoth/env",
    "Restart": "on-failure",
    "RestartSec": "5",
    "TimeoutStopSec": "30",
    "MemoryMax": "1G",
    "TasksMax": "64",
    "LimitCORE": "0",
}
REPEATED = {
    "Environment": [
        "QUOTH_HOME=%S/quoth",
        "QUOTH_TELEGRAM_TOKEN_FILE=%d/token",
        "OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1",
    ],
    "SystemCallFilter": ["@system-service", "~@privileged @resources"],
}


def read_unit() -> dict[str, list[tuple[str, str]]]:
    """The sections, each with its keys and values in order."""
    sections: dict[str, list[tuple[str, str]]] = {}
    section = ""
    for line in (DEPLOY / "quoth.service").read_text().splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            key, _, value = line.partition("=")
            sections.setdefault(section, []).append((key, value))
    return sections


def test_the_service_has_every_key_of_the_table_and_no_other() -> None:
    given: dict[str, list[str]] = {}
    for key, value in read_unit()["Service"]:
        given.setdefault(key, []).append(value)

    single = {key: [value] for key, value in (ENCLOSURE | OPERATION).items()}
    assert given == single | REPEATED


def test_it_waits_for_the_network_and_starts_with_the_machine() -> None:
    unit = read_unit()

    assert list(unit) == ["Unit", "Service", "Install"]
    assert ("After", "network-online.target") in unit["Unit"]
    assert ("Wants", "network-online.target") in unit["Unit"]
    assert unit["Install"] == [("WantedBy", "multi-user.target")]


def test_restarts_give_up_only_when_they_come_faster_than_they_can() -> None:
    # A start every 5 seconds would be 120 in the interval of 600; ten are let through.
    settings = dict(read_unit()["Unit"]) | OPERATION

    n_possible = int(settings["StartLimitIntervalSec"]) // int(settings["RestartSec"])
    assert n_possible > int(settings["StartLimitBurst"])
