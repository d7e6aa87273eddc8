"""A vocabulary finds what a dict would."""

from hypothesis import given
from hypothesis import strategies as st

from retrieval.storage import Stored
from retrieval.vocabulary import LEARN_AFTER, Vocabulary, pack

# Half a surrogate pair is no text that can be stored.
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=6)


@given(st.sets(WORDS), st.lists(WORDS))
def test_lookup_equals_that_of_a_dict(known: set[str], asked: list[str]) -> None:
    numbers = {term: number for number, term in enumerate(sorted(known))}
    vocabulary = Vocabulary(pack(sorted(known)))

    found = {term: vocabulary.number(term) for term in (*known, *asked)}

    assert found == {term: numbers.get(term) for term in (*known, *asked)}


@given(st.sets(WORDS))
def test_a_number_leads_back_to_its_term(known: set[str]) -> None:
    vocabulary = Vocabulary(pack(sorted(known)))

    assert [vocabulary.term(number) for number in range(len(vocabulary))] == sorted(known)


@given(st.lists(WORDS))
def test_all_terms_are_told_by_number_sorted_or_not(given_terms: list[str]) -> None:
    assert Vocabulary(pack(given_terms)).terms() == given_terms


def test_a_vocabulary_is_read_from_mapped_memory() -> None:
    packed = pack(["expir", "pact"], "piece")
    blob = memoryview(packed.blobs["pieces.utf8"])

    vocabulary = Vocabulary(Stored(packed.arrays, {"pieces.utf8": blob}, {}), "piece")

    assert (vocabulary.number("pact"), vocabulary.term(0)) == (1, "expir")


def test_an_empty_vocabulary_knows_nothing() -> None:
    vocabulary = Vocabulary(pack([]))

    assert (len(vocabulary), vocabulary.number("pact")) == (0, None)


def test_the_front_of_a_term_is_another_term() -> None:
    vocabulary = Vocabulary(pack(["pact", "pacts"]))

    assert [vocabulary.number(term) for term in ("pac", "pact", "pacts", "pactss")] == [
        None,
        0,
        1,
        None,
    ]


def test_a_vocabulary_learnt_by_heart_answers_as_before() -> None:
    terms = sorted(f"term{n}" for n in range(LEARN_AFTER + 50))
    vocabulary = Vocabulary(pack(terms))

    # The last fifty are looked up after it was learnt.
    numbers = [vocabulary.number(term) for term in terms]

    assert numbers == list(range(len(terms)))
    assert vocabulary.number("term") is None
