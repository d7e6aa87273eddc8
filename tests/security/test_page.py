"""What SECURITY.md says is there is there."""

import re

from tests.security.sources import ROOT

PAGE = (ROOT / "SECURITY.md").read_text()
CASES = dict(re.findall(r"^\| (S\d+) \|.*`(test_s\d+_\w+\.py)` \|$", PAGE, re.MULTILINE))


def test_each_case_has_its_file_and_each_file_its_case() -> None:
    files = {path.name for path in (ROOT / "tests" / "security").glob("test_s[0-9]*.py")}

    assert set(CASES.values()) == files
    assert {f"S{int(name[6:8])}" for name in files} == set(CASES)


def test_every_file_opens_with_its_case() -> None:
    wrong = [
        case
        for case, name in CASES.items()
        if not (ROOT / "tests" / "security" / name).read_text().startswith(f'"""{case}: ')
    ]

    assert wrong == []


def test_every_case_of_the_programme_is_tested_or_named_as_not() -> None:
    named = {int(number) for number in re.findall(r"\bS(\d+)\b", PAGE)}

    # S2 lies between "S1 to S3".
    assert named | {2} == set(range(1, 22))
