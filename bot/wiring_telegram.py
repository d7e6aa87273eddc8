"""The Telegram bot, put together: who may ask what, of which documents."""

import sys
from collections.abc import Mapping
from functools import partial

from bot import collected
from bot.access import Access
from bot.administering.administration import Administration
from bot.administering.collecting import collecting
from bot.administering.door import door
from bot.administering.gaps import gaps
from bot.administering.stats import stats
from bot.assignments import Assignments
from bot.audit.life import note_index, witnessed
from bot.channels.telegram.deciding.desk import Desk
from bot.channels.telegram.deciding.moves import Moves
from bot.channels.telegram.life.health import Unwell
from bot.channels.telegram.life.notifying import Notifier
from bot.channels.telegram.life.running import run
from bot.conversation import Conversation
from bot.corpora import Corpora
from bot.database import Database
from bot.delivery.holding import held
from bot.documents.administering import Documents
from bot.feedback import Feedback
from bot.home import Home
from bot.keeping import Keeping
from bot.quotas import Quotas, rules
from bot.serving_index import ServingAnswerer
from bot.settings import Settings, TelegramSettings, read_settings
from bot.stored_histories import StoredHistories
from bot.wiring import collection_answerer, serving_answerer

__all__ = ["desk", "run_held"]


def run_held(environ: Mapping[str, str]) -> None:
    """Run the bot by its settings, with its database for itself, until it is stopped.

    Raises
    ------
    SystemExit
        It cannot go on, and says why; the code tells whether to try later.
    """
    settings = read_settings(environ)
    telegram = settings.telegram()
    with held(settings.database_file):
        _run(settings, telegram, Notifier(environ))


def _run(settings: Settings, telegram: TelegramSettings, notifier: Notifier) -> None:
    where, database = Home(settings.home), Database(settings.database_file)
    access = Access(settings.chats, settings.admins, database)
    if access.pairing_code:
        print(f"pairing code: send the bot /start {access.pairing_code} to own it", flush=True)
    ready = serving_answerer(where, partial(note_index, settings.database_file))
    documents = Documents(where, lambda: ready.index)
    office = desk(settings, database, access, ready, documents)
    life = witnessed(settings.database_file, ready.index.name)
    try:
        run(telegram, office, documents, database, notifier, life)
    except Unwell as unwell:
        print(f"quoth: {unwell.line}", file=sys.stderr, flush=True)
        raise SystemExit(unwell.code) from None


def desk(
    settings: Settings,
    database: Database,
    access: Access,
    ready: ServingAnswerer,
    documents: Documents,
) -> Desk:
    """Put together what decides on messages.

    Parameters
    ----------
    settings
        who may do what, and how much.
    database
        what survives a restart.
    access
        who was let in.
    ready
        answers from the home's own documents.
    documents
        lists them.
    """
    where, moves, histories = Home(settings.home), Moves(database), StoredHistories(database)
    keeping = Keeping(Feedback(database), settings.retention_days)

    def conversation_on(answers: ServingAnswerer) -> Conversation:
        return Conversation(answers, histories, keeping)

    assignments = Assignments(database, lambda chat: histories.forget(f"telegram:{chat}"))
    own = conversation_on(ready)
    limits = rules(
        settings.questions_per_minute, settings.questions_per_day, settings.questions_overall
    )
    return Desk(
        access,
        own,
        moves,
        quotas=Quotas(limits),
        corpora=Corpora(
            own, assignments, lambda name: conversation_on(collection_answerer(where, name))
        ),
        administration=_administration(
            settings, database, access, moves, assignments, ready, documents
        ),
    )


def _administration(
    settings: Settings,
    database: Database,
    access: Access,
    moves: Moves,
    assignments: Assignments,
    ready: ServingAnswerer,
    documents: Documents,
) -> Administration:
    """Put together what administrators can have done."""
    commands = {
        **door(access, moves.settled),
        **collecting(assignments, lambda: collected.names(Home(settings.home)), moves.settled),
        **gaps(database, is_on=settings.gaps == "on"),
        **stats(database, lambda: ready.index, Feedback(database).counts),
        "documents": lambda by, rest: documents.documents(rest),
    }
    return Administration(access, commands)
