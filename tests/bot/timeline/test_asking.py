"""Which questions ask for a timeline, and of what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.timeline.asking import topic

ASKING = {
    "timeline of the lamp quarrel": "the lamp quarrel",
    "Show me the timeline of HARBAG, please": "HARBAG",
    "HARBAG timeline": "HARBAG",
    "timeline: the ferry": "the ferry",
    "What happened to the pact in 2019?": "the pact in 2019",
    "What has happened between Ellen and Kingsbay since August 2019?": (
        "Ellen and Kingsbay since August 2019"
    ),
    "what took place at the harbour fair": "the harbour fair",
    "How did the strike unfold?": "the strike",
    "how has the strike developed since July 2019": "the strike since July 2019",
    "List the key events of the boycott": "the boycott",
    "chronology of the flood": "the flood",
}
NOT_ASKING = (
    "When does HARBAG expire?",
    "What happened?",
    "What happened on Nov. 22, 2019?",
    "what happened in August 2019",
    "what happened in 2019",
    "What happened when the lamps went out?",
    "What happened after the vote?",
    "what happens to the notice?",
    "What's the timeline?",
    "the timeline",
    "how did the mayor go on holiday",
    "",
)


@pytest.mark.parametrize(("question", "about"), ASKING.items())
def test_the_topic_of_a_question_for_a_timeline_is_told(question: str, about: str) -> None:
    assert topic(question) == about


@pytest.mark.parametrize("question", NOT_ASKING)
def test_other_questions_and_bare_periods_have_no_topic(question: str) -> None:
    assert topic(question) is None


@given(
    about=st.sampled_from(["HARBAG", "the lamp quarrel", "Mara Lind"]),
    space=st.sampled_from([" ", "  ", "\n", "\t "]),
    end=st.sampled_from(["", "?", " ?", ".", "!"]),
)
def test_case_spacing_and_a_final_mark_change_nothing(about: str, space: str, end: str) -> None:
    asked = f"WHAT{space}Happened{space}to{space}{about}{end}"

    assert topic(asked) == about


@given(text=st.text(max_size=80))
def test_any_text_gives_a_topic_within_it_or_none(text: str) -> None:
    found = topic(f"what happened to {text}")

    assert found is None or found in " ".join(text.split())
