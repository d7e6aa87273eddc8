"""R24: questions are edited before and after their answer, or deleted; each has one answer."""

from tests.bot_api import Person
from tests.faults.delivery.history import Question
from tests.faults.delivery.rig import Rig
from tests.faults.delivery.sizes import Size

__all__ = ["edits"]


async def edits(rig: Rig, size: Size) -> None:
    """Edit questions that wait, that are answered, twice and over a restart; delete others."""
    early, late, twice, gone, *_ = rig.crowd.people
    waiting = rig.crowd.ask(early)
    _edit(early, waiting)
    deleted = rig.crowd.ask(gone)
    gone.deletes(gone.chat.posts[deleted.message_id or 0])
    await rig.bot.start()
    answered = [rig.crowd.ask(person) for person in (late, twice)]
    await rig.answered(rig.deadline)
    _edit(late, answered[0])
    for _ in range(2):
        _edit(twice, answered[1])
    rig.crowd.ask(late)
    await rig.answered(rig.deadline)
    await rig.bot.kill()
    _edit(early, waiting)
    await rig.bot.start()
    rig.crowd.ask(early)
    rig.calm()
    await rig.finish()


def _edit(person: Person, question: Question) -> None:
    """Add a question mark, which asks for nothing else."""
    post = person.chat.posts[question.message_id or 0]
    person.edits(post, f"{post.payload['text']}?")
