"""Printed, copied and forwarded answers hold as they were shown, and in no other way."""

import json
import textwrap
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from bot import wiring
from bot.channels.telegram.looks.rendering import render
from bot.channels.terminal import show_reply
from bot.conversation import Conversation
from bot.home import Home
from bot.proof.forwarded import check_forwarded
from bot.proof.verifying import Check, Verifier
from bot.replies import Part, Reply
from tests.transcripts import make_home

DIFFERS = "the document says something else there"
NOT_FOUND = "no indexed document is cited so"
FARE = "A return ticket for the ferry costs 18 crowns."
CITED = "Ferry Kestrel sails again, 2021-09-14, Coast Desk, sentence 3"
NAMED = "Ferry Kestrel sails again, sentence 3"
MESSAGES = {
    "harbour": ["lighthouse", "What does a return ticket for the ferry cost?", "/context", "/why"],
    "aquarium": ["octopus called", "soft water", "/context", "café serves crème brûlée"],
    "bridge": ["When did the city of Orrell close the Sand Street bridge?", "/context",
               "/timeline Sand Street bridge"],
}  # fmt: skip
# Sentences with what a screen cannot show, or shows like something else.
ODD = {
    "bars": "| a | tall | mast | fell in the storm of May.",
    "lines": "The mast\n  fell in the\tstorm\r\nof May.",
    "blank": "The mast fell.\n\nIt fell in the storm of May.",
    "steering": "The \x1b[31mmast\u202e fell in the storm of May.",
    "marks": "The A\u030amal mast fe\u033fll in the storm of May.",
    "cited": "The mast fell in the storm of May, as in\nFerry, sentence 3\nand elsewhere.",
    "dated": "The mast fell in the storm [May = 5].",
}


def terminal(reply: Reply) -> str:
    with redirect_stdout(StringIO()) as screen:
        show_reply(reply)
    return screen.getvalue()


def window(reply: Reply) -> str:
    """Lay a reply out as a terminal of 40 columns does: no bars, long lines wrapped."""
    lines = (line for group in reply.groups() for part in (*group, None) for line in _lines(part))
    return "\n".join(("> a question", *lines))


def _lines(part: Part | None) -> list[str]:
    if part is None:
        return [""]
    margin = "  " if part.kind in ("quote", "citation") else ""
    return textwrap.wrap(part.text, 40, initial_indent=margin, subsequent_indent=margin)


def telegram(reply: Reply) -> str:
    return "\n".join(f"Quoth, [14.09.21 10:05]\n{each.text}" for each in render(reply))


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Two documents that hold one sentence."""
    return make_home("bridge", tmp_path_factory.mktemp("bridge"))


@pytest.fixture
def replies(harbour: Home, aquarium: Home, bridge: Home) -> list[tuple[Verifier, Reply]]:
    homes = {"harbour": harbour, "aquarium": aquarium, "bridge": bridge}
    return [
        (wiring.verifier(homes[name]), reply)
        for name, messages in MESSAGES.items()
        for reply in _said(wiring.conversation(homes[name]), messages)
    ]


def _said(conversation: Conversation, messages: list[str]) -> Iterator[Reply]:
    yield from (conversation.reply("a", message) for message in messages)


@pytest.fixture
def verifier(harbour: Home) -> Verifier:
    return wiring.verifier(harbour)


def results(text: str, verifier: Verifier) -> list[tuple[str, str]]:
    return [(check.cited, check.problem) for check in check_forwarded(text, verifier)]


def index_lines(folder: Path, *lines: Mapping[str, object]) -> Home:
    (folder / "notes.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    home = Home(folder / "home")
    wiring.indexer(home).update([folder / "notes.jsonl"])
    return home


@pytest.mark.parametrize("channel", [terminal, window, telegram, Reply.plain])
def test_every_quote_holds_as_every_channel_shows_it(
    channel: Callable[[Reply], str], replies: list[tuple[Verifier, Reply]]
) -> None:
    for verifier, reply in replies:
        n_citations = sum(part.kind == "citation" for part in reply.parts)

        checks = check_forwarded(channel(reply), verifier)

        assert [check.problem for check in checks] == [""] * n_citations
        assert n_citations > 0


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("channel", [terminal, telegram, Reply.plain])
def test_odd_text_holds_as_it_is_shown(
    channel: Callable[[Reply], str], name: str, tmp_path: Path
) -> None:
    home = index_lines(tmp_path, {"id": "d", "title": "A\u2028 mast\x1b", "sentences": [ODD[name]]})
    reply = wiring.conversation(home).reply("a", "mast storm")

    checks = check_forwarded(channel(reply), wiring.verifier(home))

    assert [check.problem for check in checks] == [""]


@pytest.mark.parametrize(
    ("quote", "problem"),
    [
        (FARE, ""),
        (f"| {FARE}", ""),
        ("| A return ticket for\n| the ferry costs\n|  18 crowns.", ""),
        (f"Look what Quoth found:\n\n{FARE}", ""),
        (f"Understood as: fare\n| {FARE}", ""),
        (f"{FARE} [Tuesday = 2021-09-14]", ""),
        (FARE.replace("18", "80"), DIFFERS),
        (FARE[:-1], DIFFERS),
        (FARE[2:], DIFFERS),
        (f"It is a lie that\n{FARE}", DIFFERS),
        (f"| It is a lie that\n| {FARE}", DIFFERS),
        (f"{FARE}\nOr so they say.", DIFFERS),
        (f"{FARE}\n\nOr so they say.", DIFFERS),
        ("Cyclists pay nothing for their bicycles.", DIFFERS),
        ("", DIFFERS),
    ],
)
def test_the_words_right_above_a_citation_are_the_quote(
    quote: str, problem: str, verifier: Verifier
) -> None:
    assert results(f"{quote}\n  {CITED}\n", verifier) == [(NAMED, problem)]


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        (f"[so = 2021] {CITED}", (NAMED, "")),
        (f"{CITED}; the same in 1 other: A, sentence 9", (NAMED, "")),
        (CITED.replace("3", "2"), (NAMED.replace("3", "2"), DIFFERS)),
        (f"{CITED}00", (f"{NAMED}00", "the document has no such sentence")),
        (CITED.replace("sentence 3", "sentences 3-2"),
         (NAMED.replace("sentence 3", "sentences 3-2"), "the document has no such sentence")),
        (CITED.replace("2021", "2020"), (CITED.replace("2021", "2020"), NOT_FOUND)),
        (CITED.replace("Ferry", "Barge"), (CITED.replace("Ferry", "Barge"), NOT_FOUND)),
        ("Ferry Kestrel sails again, sentence 3", (NAMED, NOT_FOUND)),
    ],
)  # fmt: skip
def test_a_citation_leads_to_its_sentence_or_fails_by_its_name(
    citation: str, expected: tuple[str, str], verifier: Verifier
) -> None:
    assert results(f"{FARE}\n{citation}", verifier) == [expected]


def test_a_citation_on_the_line_of_its_quote_is_found(verifier: Verifier) -> None:
    assert results(f"{FARE} {CITED}", verifier) == [(NAMED, "")]
    assert results(f"Well: {FARE} {CITED}", verifier) == [(NAMED, DIFFERS)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Good morning",
        FARE,
        f"| {CITED}",
        "The documents do not answer this.",
        "I was handed a life sentence 3 years ago, sentence",
        "2021-09-14-ferry.txt, sentence 3\nsha256 00, bytes 1-2",
    ],
)
def test_a_text_without_a_citation_has_no_quotes(text: str, verifier: Verifier) -> None:
    assert check_forwarded(text, verifier) == []


def test_copies_hide_no_quote_behind_them(verifier: Verifier) -> None:
    also = "; the same in 9 others: A, sentence 1; B, sentence 2"
    text = f"{FARE}\n{CITED}{also}\nA lie.\n{CITED}"

    assert results(text, verifier) == [(NAMED, ""), (NAMED, DIFFERS)]


def test_of_documents_with_one_citation_one_that_holds_suffices(tmp_path: Path) -> None:
    lines = [{"id": n, "title": "Tides", "text": f"The tide is {n} feet."} for n in (3, 4, 5)]
    verifier = wiring.verifier(index_lines(tmp_path, *lines))

    found = [
        results(f"The tide is {n} feet.\nTides, sentence 1", verifier)[0][1] for n in (3, 4, 5, 6)
    ]

    assert found == ["", "", "", DIFFERS]


def test_the_longer_title_is_meant_where_two_fit(tmp_path: Path) -> None:
    titles = ("Tides", "Notes on [old] Tides")
    lines = [{"id": n, "title": n, "text": f"This is in {n}."} for n in titles]
    verifier = wiring.verifier(index_lines(tmp_path, *lines))

    found = results("A lie.\nNotes on [old] Tides, sentence 1", verifier)

    assert found == [("Notes on [old] Tides, sentence 1", DIFFERS)]


def test_a_changed_original_is_named_with_title_and_sentence(tmp_path: Path) -> None:
    home = make_home("harbour", tmp_path)
    ferry = next(path for path in home.originals.glob("??/*") if b"18 crowns" in path.read_bytes())
    ferry.chmod(0o644)
    ferry.write_bytes(ferry.read_bytes().replace(b"Tuesday", b"Twesday"))

    (check,) = check_forwarded(f"{FARE}\n{CITED}", wiring.verifier(home))

    assert (check.cited, check.holds) == (NAMED, False)
    assert check.problem.startswith(f"original {ferry.name} has changed")


def test_what_holds_names_the_document_and_its_bytes(verifier: Verifier) -> None:
    (check,) = check_forwarded(f"{FARE}\n{CITED}", verifier)

    claim = check.claim
    start, end = claim.byte_start, claim.byte_end
    assert check == Check(claim, "", is_indexed=True, cited=NAMED)
    assert (claim.document, claim.text) == ("2021-09-14-ferry.txt", FARE)
    assert start is not None
    assert end is not None
    # The sentence is ASCII: one byte a character.
    assert end - start == len(FARE) == claim.end - claim.start
