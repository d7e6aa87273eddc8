"""The summary of an indexing run."""

import json
from dataclasses import replace

from bot.summaries import as_json, as_text
from corpus.documents import Skipped
from retrieval.reading import Summary

SUMMARY = Summary(
    n_documents=1234,
    n_passages=56789,
    n_read=12,
    n_unchanged=3,
    n_removed=1,
    skipped=[Skipped("a.bin", "is a PDF", "save it as text")],
    generation="g-000002",
    seconds=1.25,
)


def test_people_read_counts_and_one_line_for_each_thing_skipped() -> None:
    # 1.25 rounds half to even.
    assert as_text(SUMMARY).splitlines() == [
        "1,234 documents, 56,789 passages in 1.2 s (g-000002)",
        "files: 12 read, 3 unchanged, 1 skipped; removed: 1",
        "skipped a.bin: is a PDF; save it as text",
    ]


def test_a_file_name_can_neither_steer_the_screen_nor_make_up_a_line() -> None:
    name = "a\x1b[2J\nskipped b.txt\u202e"
    skipped = [Skipped(name, "is empty", "remove it")]

    lines = as_text(replace(SUMMARY, skipped=skipped)).splitlines()

    assert lines[2:] == ["skipped a\ufffd[2J skipped b.txt\ufffd: is empty; remove it"]


def test_a_run_that_indexed_nothing_says_so() -> None:
    assert "(nothing indexed)" in as_text(Summary())


def test_programs_read_one_line_of_json() -> None:
    printed = as_json(SUMMARY)

    assert "\n" not in printed
    assert json.loads(printed) == {
        "documents": 1234,
        "passages": 56789,
        "read": 12,
        "unchanged": 3,
        "removed": 1,
        "skipped": [{"name": "a.bin", "reason": "is a PDF", "remedy": "save it as text"}],
        "generation": "g-000002",
        "seconds": 1.25,
    }
