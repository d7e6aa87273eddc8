"""Who is in a chat, as the objects that say so."""

from .refusals import Json

__all__ = ["member_json"]

RIGHTS = [
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
]


def member_json(user: Json, status: str) -> Json:
    """Return the ChatMember of a status."""
    member: Json = {"status": status, "user": user}
    if status == "creator":
        return member | {"is_anonymous": False}
    if status == "administrator":
        rights = dict.fromkeys(RIGHTS, True)
        return member | {"can_be_edited": False, "is_anonymous": False} | rights
    if status == "kicked":
        return member | {"until_date": 0}
    return member
