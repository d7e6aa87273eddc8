"""What adds up to a score is the score, for a thousand pairs of question and sentence."""

import json
import math
from pathlib import Path

from bot import wiring
from bot.home import Home
from corpus.bundled import BUNDLED

N_HITS = 5


def test_the_contributions_to_a_score_add_up_to_it(tmp_path: Path) -> None:
    answerer = wiring.answerer(Home(tmp_path))
    lines = (BUNDLED.parent / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line)["question"] for line in lines]
    pairs = 0

    for text in questions:
        query = answerer.query(text)
        for hit in answerer.ranker.rank(query, N_HITS):
            points = answerer.ranker.explain(query, hit.passage)
            assert math.isclose(math.fsum(points.values()), hit.score, rel_tol=0, abs_tol=1e-9)
            pairs += 1

    assert pairs >= 1000
