"""The list of documents left out is whole or an error, never taken for empty."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.errors import RetrievalError
from retrieval.left_out import LeftOut
from tests.retrieval.disks import small_disk

IDS = st.frozensets(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), max_size=6)


def test_nothing_is_left_out_where_there_is_no_list(tmp_path: Path) -> None:
    assert LeftOut(tmp_path / "left-out.json").ids() == frozenset()


@given(IDS, IDS)
def test_what_is_added_is_there_and_what_is_taken_off_is_not(
    tmp_path_factory: pytest.TempPathFactory, added: frozenset[str], taken_off: frozenset[str]
) -> None:
    file = tmp_path_factory.mktemp("home") / "deep" / "left-out.json"
    LeftOut(file).add(added)
    LeftOut(file).take_off(taken_off)

    assert LeftOut(file).ids() == added - taken_off


@pytest.mark.parametrize("content", ["", "{}", "[1]", "[" * 100_000, "\udcff"])
def test_a_damaged_list_is_an_error_with_the_remedy(tmp_path: Path, content: str) -> None:
    file = tmp_path / "left-out.json"
    file.write_text(content, errors="surrogateescape")

    with pytest.raises(RetrievalError, match=re.escape(f"{file}: not a list")):
        LeftOut(file).ids()


def test_a_full_disk_leaves_the_earlier_list(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "64k") as disk:
        listed = LeftOut(disk / "left-out.json")
        listed.add(["a"])

        with pytest.raises(OSError, match="No space left"):
            listed.add(str(number) * 100 for number in range(2_000))

        assert listed.ids() == {"a"}
