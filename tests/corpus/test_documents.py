"""Documents are values: they cannot be changed, and equal ones are one."""

import dataclasses

import pytest

from corpus.documents import Document, Sentence, Skipped
from tests.corpus.originals_of import original_of

DOCUMENT = Document("a.txt", "It rains.", (Sentence(0, 9, 0),), original_of("It rains."))


def test_a_document_says_by_default_that_nothing_more_is_known() -> None:
    known = (DOCUMENT.title, DOCUMENT.date, DOCUMENT.author, DOCUMENT.source, DOCUMENT.language)

    assert known == ("", None, "", "", "und")


def test_equal_documents_are_one_in_a_set() -> None:
    assert {DOCUMENT, dataclasses.replace(DOCUMENT)} == {DOCUMENT}


@pytest.mark.parametrize("value", [DOCUMENT, DOCUMENT.original, Skipped("a", "b", "c")])
def test_no_field_can_be_set(value: object) -> None:
    name = dataclasses.fields(value)[0].name  # type: ignore[arg-type]

    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, name, "other")
