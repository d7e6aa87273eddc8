"""Whole conversations as text files, which every channel must hold word for word.

A transcript is a file `NAME.txt` in this folder, and reads like the screen of `quoth chat`:

```
# A line in front of the first message is a remark, but for the one that names the documents.
corpus: harbour

> When was the lighthouse switched off?
| The lighthouse of Port Ellen was switched off on Thursday.
  Port Ellen switches off its lighthouse, 2019-05-02, Coast Desk, sentence 1

> /help
Type a question, for example: ...
```

- `corpus: NAME` names a folder below `corpora/`, or `bundled`.
- `> ` opens a message; it is one line, and everything up to the next message is its reply.
- A reply stands as the terminal prints it: `| ` before a line of a quote, two spaces before a
  citation, nothing before a phrase of Quoth's own, and a blank line between them. Without those
  two characters it is `bot.replies.Reply.plain()`.

`run_transcript` drives a transcript through anything that takes a message and gives the plain text
of its reply. `python -m tests.transcripts.rewrite` writes the replies anew after a change of the
ranking; read the difference before keeping it.
"""

from tests.transcripts.homes import make_home
from tests.transcripts.running import Say, run_transcript
from tests.transcripts.transcript import NAMES, Exchange, Transcript, read_transcript

__all__ = [
    "NAMES",
    "Exchange",
    "Say",
    "Transcript",
    "make_home",
    "read_transcript",
    "run_transcript",
]
