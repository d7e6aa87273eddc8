"""Sentences: exact spans, nothing lost, and where they end."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import MAX_SENTENCE, sentence_spans

PIECES = st.lists(
    st.sampled_from(
        [
            "The sun rose",
            "Mr. Kim",
            "U.S.",
            "Nov. 23",
            " ",
            ". ",
            "! ",
            "? ",
            "\n",
            "“",
            "”",
            '"',
            "'",
            "(",
            ")",
            "😀",
            "e\u0301",
            "。",
            "안녕하세요",
            "؟ ",
            "।",
            "1. ",
            "...",
            "a@b.org",
            "\u3000",
            "s' ",
        ]
    ),
    max_size=60,
).map("".join)
LANGUAGES = st.sampled_from(["en", "de", "ko", "ja", "ar", "hi", "th", "und", ""])


def split(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, 0, len(text), language)]


@given(PIECES | st.text(), LANGUAGES)
def test_spans_are_sorted_disjoint_and_trimmed(text: str, language: str) -> None:
    spans = sentence_spans(text, 0, len(text), language)

    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)


@given(PIECES | st.text(), LANGUAGES)
def test_spans_cover_every_character_that_is_no_space(text: str, language: str) -> None:
    joined = "".join(split(text, language))

    assert "".join(joined.split()) == "".join(text.split())


@given(PIECES, PIECES, PIECES)
def test_the_text_around_a_block_changes_nothing_but_the_offsets(
    before: str, block: str, after: str
) -> None:
    start = len(before)

    inside = sentence_spans(before + block + after, start, start + len(block))

    assert inside == [(start + a, start + b) for a, b in sentence_spans(block, 0, len(block))]


@given(st.sampled_from(["a", "a ", "a, ", "。", "“a ", "好"]), st.integers(1, 9_000))
def test_no_sentence_is_longer_than_the_limit(piece: str, n: int) -> None:
    text = piece * n

    assert all(len(sentence) <= MAX_SENTENCE for sentence in split(text))


def test_a_long_sentence_is_cut_at_a_semicolon_before_a_comma_or_a_space() -> None:
    text = "word, " * 200 + "here; " + "word, " * 300

    assert split(text)[0].endswith("here;")


@pytest.mark.parametrize(
    "text",
    [
        "The pact ends on Nov. 23 unless it is kept.",
        "She met Mr. Kim, Gen. Lee and Lt. Col. Park in St. Louis.",
        "It was signed by J. R. Smith and Dr. A. Brown.",
        "The U.S. Army moved at dawn.",
        "Turn to No. 5 or to Vol. 2, p. 7, or to Fig. 3.",
        "The train leaves at 9 p.m. Monday from here.",
        "It began at 7 p.m. June 9 in the hall.",
        "BUSAN, Nov. 2 (Agency) -- The port opened again.",
        "Motors Inc. (Europe) sells them.",
        "He asked (Was it late?) and left.",
        "He said, “It is late.” and left.",
        "Prices rose 3.5 percent to $1.20 a litre.",
        "1. The first of them is here.",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    "sentences",
    [
        ["It rained.", "We stayed."],
        ["Did it?", "It did!", "Good."],
        ["He lives in the U.S.", "She does not."],
        ["The store closes at 9 p.m.", "It opens at noon."],
        ["“It is late,” he said.", "“Go home.”", "They went."],
        ["“It is late.", "We must go.", "The road is long,” he said."],
        ["The dogs' owner called.", "He wanted Kim's number.", "It wasn't there."],
        ["They laughed.", "(All of them did.)", "Then it was quiet."],
        ["Wait... no.", "Yes."],
        ["1. Open the lid.", "2. Press the key."],
        ["Write to desk@example.org.", "Or call."],
        ["He was 😀 then.", "She was not 😀 at all.", "Ok."],
    ],
)
def test_sentences_in_a_row_are_told_apart(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    ("language", "sentences", "glue"),
    [
        ("ja", ["雨が降った。", "道は濡れていた！", "誰が来た？"], ""),
        ("zh", ["下雨了。", "路是湿的！", "谁来了？"], ""),
        ("ko", ["비가 왔다.", "길이 젖었다.", "누가 왔나?"], " "),
        ("ar", ["هطل المطر.", "من جاء؟", "لا أحد."], " "),
        ("hi", ["बारिश हुई।", "सड़क गीली थी।"], " "),
        ("de", ["Es regnete am 3. Mai.", "Niemand kam."], " "),
        ("th", ["ฝนตกเมื่อคืนนี้"], " "),
        ("xx", ["Ena dva.", "Tri."], " "),
    ],
)
def test_other_scripts_end_their_sentences_their_own_way(
    language: str, sentences: list[str], glue: str
) -> None:
    assert split(glue.join(sentences), language) == sentences


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "piece", ["a", ".", "(", '"', "“a. ", "'\"(“ ", "A. ", "1. ", "😀. ", "\n", "(A"]
)
def test_time_grows_no_faster_than_the_length(piece: str) -> None:
    def seconds(n: int) -> float:
        text = piece * (n // len(piece))
        begin = time.process_time()
        split(text)
        return time.process_time() - begin

    seconds(1_000)
    short, long = seconds(50_000), seconds(400_000)

    # 8 times the length; quadratic time would be 64 times. Half a second is below what counts.
    assert long < max(0.5, 24 * short)


def test_a_block_of_many_sentences_ends_each_of_them() -> None:
    sentences = [f"In the year {year} the river rose to the bridge again." for year in range(900)]

    assert split(" ".join(sentences)) == sentences


@given(st.lists(st.sampled_from(["It rained.", "We met Mr. Kim.", "Was it Nov. 5?", "“Go.”"])))
def test_one_more_sentence_leaves_those_before_it_alone(sentences: list[str]) -> None:
    text = " ".join(sentences)

    assert split(f"{text} The road was dry.")[: len(sentences)] == split(text)


def test_an_empty_block_has_no_sentence() -> None:
    assert sentence_spans("It rains.", 4, 4) == []
    assert split(" \n\t") == []
