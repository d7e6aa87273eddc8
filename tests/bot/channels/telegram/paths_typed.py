"""Paths of what people type: every command, in private, in groups and by administrators."""

from bot import phrases
from bot.phrases import buttons, documents, keeping
from tests.bot.channels.telegram.mill import MILL
from tests.bot.channels.telegram.paths import (
    FETCH,
    FILE,
    LOOK_UP,
    MENU,
    MESSAGE,
    Act,
    Path,
    Stage,
)
from tests.bot.channels.telegram.talk import ANSWER, QUESTION, QUOTE

__all__ = ["TYPED", "typing"]

BRIDGE = b"The otter bridge opens on Mondays at seven. It closes at noon for the tide."
NAME = "@quoth_test_bot"


def typing(*texts: str) -> Act:
    """Let somebody new type texts in private, each once the one before is answered."""

    async def act(stage: Stage) -> None:
        person = stage.newcomer()
        for text in texts:
            await stage.settled()
            person.says(text)

    return act


def typing_in_group(*texts: str) -> Act:
    """Let an administrator of a new group type texts there."""

    async def act(stage: Stage) -> None:
        person = stage.newcomer()
        room = stage.room(person)
        for text in texts:
            await stage.settled()
            person.says(text, chat=room)

    return act


def administering_by(*texts: str) -> Act:
    """Let the owner type texts; "{new}" stands for the number of somebody new."""

    async def act(stage: Stage) -> None:
        new = stage.newcomer().user_id
        for text in texts:
            await stage.settled()
            stage.owner.says(text.format(new=new))

    return act


async def adding(stage: Stage) -> None:
    stage.owner.sends_document("bridge.txt", BRIDGE, caption="/add")


async def adding_by_reply(stage: Stage) -> None:
    file = stage.owner.sends_document("bridge.txt", BRIDGE)
    await stage.settled()
    stage.owner.says("/add", reply_to=file)


async def adding_in_group(stage: Stage) -> None:
    room = stage.room()
    stage.owner.sends_document("bridge.txt", BRIDGE, caption="/add", chat=room)
    stage.owner.says("/stats", chat=room)


async def anonymous(stage: Stage) -> None:
    room = stage.room()
    for text in (f"/ask {QUESTION}", "/settings", f"/forget{NAME} yes"):
        room.anonymous_admin_says(text)
        await stage.settled()
    assert [post.text for post in room.messages] == [ANSWER, *[buttons.ONLY_ADMINS] * 2]
    assert [post.buttons for post in room.messages] == [[], [], []]


ONE, TWO = (MESSAGE,), (MESSAGE, MESSAGE)
PRIVATE = [
    Path("/start", typing("/start"), ONE, phrases.GREETING),
    Path("/help", typing("/help"), ONE, phrases.HELP),
    Path("message: a question", typing(QUESTION), ONE, ANSWER),
    Path("message: declined", typing("Who wrote the zither sonata?"), ONE, phrases.DECLINED),
    Path("message: an unknown command", typing("/zither"), ONE, phrases.UNKNOWN_COMMAND),
    Path("message: markup", typing("*<b>ferry</b>* _ticket_"), ONE),
    Path("message: only emoji", typing("😀👍🏽"), ONE),
    Path("/ask", typing(f"/ask {QUESTION}"), ONE, ANSWER),
    Path("/ask without a question", typing("/ask"), ONE, phrases.NOTHING_ASKED),
    Path("/timeline", typing(f"/timeline {MILL}"), ONE, "Page 1 of 2"),
    Path("/timeline without a topic", typing("/timeline"), ONE, phrases.NO_TOPIC),
    Path("/more", typing(f"/timeline {MILL}", "/more"), TWO, "Page 2 of 2"),
    Path("/more without a timeline", typing("/more"), ONE, phrases.NOTHING_MORE),
    Path("/asof", typing("/asof 2020-01-01"), ONE, "As of 2020-01-01."),
    Path("/asof a question", typing(f"/asof 2022-01-01 {QUESTION}"), ONE, QUOTE),
    Path("/asof ended", typing("/asof 2020-01-01", "/asof"), TWO, phrases.AS_OF_ENDED),
    Path("/asof a wrong day", typing("/asof someday"), ONE, phrases.WRONG_DAY),
    Path("/sources", typing(QUESTION, "/sources"), TWO, "Ferry Kestrel sails again"),
    Path("/sources of nothing", typing("/sources"), ONE, phrases.NO_ANSWER_YET),
    Path("/context", typing(QUESTION, "/context"), TWO, "Cyclists pay nothing"),
    Path("/why", typing(QUESTION, "/why"), TWO, "Score"),
    Path("/verify", typing(QUESTION, "/verify"), TWO, "1 of 1"),
    Path("/verify a pasted answer", typing(f"/verify {ANSWER}"), ONE, "1 of 1"),
    Path("/verify no quote", typing("/verify nothing"), ONE, phrases.NO_QUOTES),
    Path("/new", typing("/new"), ONE, keeping.BEGUN),
    Path("/export", typing(QUESTION, "/export"), (*TWO, FILE), "1 question"),
    Path("/export md", typing(QUESTION, "/export md"), (*TWO, FILE), "1 question"),
    Path("/export json", typing(QUESTION, "/export json"), (*TWO, FILE), "1 question"),
    Path("/export bibtex", typing(QUESTION, "/export bibtex"), (*TWO, FILE), "1 question"),
    Path("/export csl", typing(QUESTION, "/export csl"), (*TWO, FILE), "1 question"),
    Path("/export of nothing", typing("/export"), ONE, keeping.NOTHING_TO_EXPORT),
    Path("/export an unknown form", typing("/export zip"), ONE, keeping.UNKNOWN_FORM),
    Path("/feedback", typing("/feedback"), ONE, keeping.FEEDBACK_FORM),
    *(
        Path(f"/feedback {verdict}", typing(QUESTION, f"/feedback {verdict} why"), TWO, "noted")
        for verdict in ("helpful", "not helpful", "wrong", "incomplete", "outdated", "not asked")
    ),
    Path("/privacy", typing("/privacy"), ONE, keeping.privacy(30)),
    Path("/forget", typing(QUESTION, "/forget"), TWO, keeping.FORGET),
    Path("/forget yes", typing(QUESTION, "/forget yes"), TWO, keeping.FORGOTTEN),
    Path("/settings", typing("/settings"), ONE, buttons.SETTINGS),
]
IN_GROUPS = [
    Path("/ask in a group", typing_in_group(f"/ask {QUESTION}"), ONE, ANSWER),
    Path("/ask in a group, by name", typing_in_group(f"/ask{NAME} {QUESTION}"), ONE, ANSWER),
    Path("/ask in a group, of another bot", typing_in_group(f"/ask@other_bot {QUESTION}"), ()),
    Path("/timeline in a group", typing_in_group(f"/timeline {MILL}"), ONE, "Page 1 of 2"),
    Path("/asof in a group", typing_in_group("/asof 2020-01-01"), ONE, "As of"),
    *(
        Path(f"/{name} in a group", typing_in_group(f"/ask {QUESTION}", f"/{name}{NAME}"), TWO)
        for name in ("sources", "context", "why", "verify")
    ),
    Path("/help in a group", typing_in_group("/help"), ONE, phrases.HELP),
    Path("/settings in a group", typing_in_group("/settings"), (MESSAGE, LOOK_UP), "unasked"),
    Path("/forget in a group", typing_in_group("/forget yes"), (MESSAGE, LOOK_UP), "deleted"),
    Path("/zither in a group", typing_in_group("/zither"), ()),
    Path("message: a hidden administrator", anonymous, (MESSAGE,) * 3),
]
BY_ADMINISTRATORS = [
    Path("/start by an administrator", administering_by("/start"), (MESSAGE, MENU), "reindex"),
    Path("/add by an administrator", adding, (FETCH, MESSAGE), "bridge.txt"),
    Path("/remove by an administrator", administering_by("/remove bridge"), ONE, "bridge"),
    Path("/add by an administrator's reply", adding_by_reply, (FETCH, *TWO), documents.HOW_TO_ADD),
    Path("/add by an administrator, no file", administering_by("/add"), ONE, documents.HOW_TO_ADD),
    Path("/add by an administrator in a group", adding_in_group, ()),
    Path(
        "/documents by an administrator", administering_by("/documents"), ONE, "Rules of the quay"
    ),
    Path(
        "/documents by an administrator, no page",
        administering_by("/documents 9"),
        ONE,
        documents.NO_SUCH_PAGE,
    ),
    Path("/reindex by an administrator", administering_by("/reindex"), ONE),
    Path("/gaps by an administrator", administering_by("/gaps"), ONE, "zither"),
    Path("/stats by an administrator", administering_by("/stats"), ONE, "Feedback: "),
    Path("/allow by an administrator", administering_by("/allow {new}", "/allow"), TWO, "allowed:"),
    Path("/deny by an administrator", administering_by("/deny {new}", "/deny"), TWO, "denied:"),
    Path(
        "/collection by an administrator",
        administering_by("/collection", "/collection {new} harbour", "/collection {new} -"),
        (MESSAGE,) * 3,
        "asks the collection harbour now",
    ),
    Path("/open by an administrator", administering_by("/open"), ONE, phrases.OPENED),
    Path("/close by an administrator", administering_by("/close"), ONE, phrases.CLOSED),
]
BY_OTHERS = [
    Path(f"/{name} by others", typing(f"/{name} 5"), ONE, phrases.NOT_ADMIN)
    for name in (
        *("add", "remove", "reindex", "documents", "gaps", "stats"),
        *("allow", "deny", "collection", "open", "close"),
    )
]
TYPED = [*PRIVATE, *IN_GROUPS, *BY_ADMINISTRATORS, *BY_OTHERS]
