"""Files and places people send, as the parts of a Message that describe them."""

from dataclasses import dataclass, field

from .refusals import Json, bad_request

__all__ = ["Files", "location"]

LARGEST_DOWNLOAD = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Stored:
    """A file with the size it claims, in bytes, which may be more than the content kept here."""

    path: str
    content: bytes
    size: int


@dataclass(slots=True, eq=False)
class Files:
    """The files of all chats, by their file id."""

    stored: dict[str, Stored] = field(default_factory=dict)

    def add(self, folder: str, content: bytes, *, size: int | None = None) -> Json:
        """Keep a file and return the fields every file object has."""
        number = len(self.stored) + 1
        file_id = f"file-{number:06d}"
        n_bytes = len(content) if size is None else size
        self.stored[file_id] = Stored(f"{folder}/file_{number}", content, n_bytes)
        return {"file_id": file_id, "file_unique_id": f"u{number:06d}", "file_size": n_bytes}

    def describe(self, file_id: str) -> Json:
        """Return the File object for a download, or refuse one too large."""
        stored = self.stored.get(file_id)
        if stored is None:
            raise bad_request("invalid file_id")
        if stored.size > LARGEST_DOWNLOAD:
            raise bad_request("file is too big", is_fault=False)
        number = file_id.removeprefix("file-")
        return {
            "file_id": file_id,
            "file_unique_id": f"u{number}",
            "file_size": stored.size,
            "file_path": stored.path,
        }

    def content(self, path: str) -> bytes | None:
        """Return the bytes at a download path."""
        found = (stored.content for stored in self.stored.values() if stored.path == path)
        return next(found, None)

    def photo(self, content: bytes) -> Json:
        """Describe a photo, in its one size."""
        return {"photo": [{**self.add("photos", content), "width": 320, "height": 200}]}

    def sticker(self, content: bytes) -> Json:
        """Describe a sticker."""
        looks = {"width": 512, "height": 512, "is_animated": False, "is_video": False}
        named = {"type": "regular", "emoji": "👍", "set_name": "plain"}
        return {"sticker": {**self.add("stickers", content), **looks, **named}}

    def voice(self, content: bytes) -> Json:
        """Describe a voice note."""
        return {"voice": {**self.add("voice", content), "duration": 3, "mime_type": "audio/ogg"}}

    def document(self, name: str, content: bytes, mime_type: str, size: int | None) -> Json:
        """Describe a document."""
        kept = self.add("documents", content, size=size)
        return {"document": {**kept, "file_name": name, "mime_type": mime_type}}


def location(latitude: float, longitude: float) -> Json:
    """Describe a place, in degrees."""
    return {"location": {"latitude": latitude, "longitude": longitude}}
