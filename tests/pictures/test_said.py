from tests.bot_api.world import World

from .said import File, Said, offered, said

KEYBOARD = {"inline_keyboard": [[{"text": "One", "callback_data": "1"}], [{"text": "Two"}]]}
BOLD = {"type": "bold", "offset": 0, "length": 2}


def test_a_message_is_drawn_as_the_server_keeps_it() -> None:
    world = World(700000001)
    ada = world.person("Ada")
    asked = ada.says("when")
    head = {"from": world.bot_json(), "reply_to_message": asked.as_replied()}
    content = {"text": "ok now", "entities": [BOLD], "reply_markup": KEYBOARD}

    answer = world.store(ada.chat, head, content, is_from_bot=True)

    assert said(asked) == Said("when", [], [], is_from_bot=False)
    assert said(answer) == Said("ok now", [BOLD], [["One"], ["Two"]], answers="when")


def test_an_inline_result_is_drawn_as_what_its_chooser_says() -> None:
    content = {"message_text": "ok now", "entities": [BOLD]}

    bare = offered({"input_message_content": content})
    with_button = offered({"input_message_content": content, "reply_markup": KEYBOARD})

    assert bare == Said("ok now", [BOLD], [], is_from_bot=False)
    assert with_button == Said("ok now", [BOLD], [["One"], ["Two"]], is_from_bot=False)


def test_a_file_an_edit_and_the_speakers_of_a_group_are_drawn() -> None:
    world = World(700000001)
    ada = world.person("Ada")
    room = world.group("Room")
    asked = ada.says("when", chat=room)
    ada.edits(asked, "who")

    sent = ada.sends_document("a.txt", b"abc", caption="/add")

    assert said(asked) == Said(
        "who", is_from_bot=False, entities=[], rows=[], speaker="Ada", is_edited=True
    )
    assert said(sent).file == File("a.txt", 3)
    assert said(sent).speaker == ""


def test_what_a_link_carries_is_shown_to_nobody_and_a_reply_shows_what_was_edited() -> None:
    world = World(700000001)
    ada = world.person("Ada")
    asked = ada.starts("d_AAAA")
    head = {"from": world.bot_json(), "reply_to_message": asked.as_replied()}
    answer = world.store(ada.chat, head, {"text": "ok"}, is_from_bot=True)
    assert (said(asked).text, said(answer).answers) == ("/start", "/start")

    ada.edits(asked, "who")

    assert said(answer).answers == "who"
