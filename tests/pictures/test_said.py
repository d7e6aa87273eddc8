from tests.bot_api.world import World

from .said import Said, offered, said

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
