"""Archives made to burst, to lead elsewhere and to lie about their size."""

import io
import struct
import warnings
import zipfile
from collections.abc import Mapping

__all__ = ["ARCHIVES", "nested", "zipped"]

LINK = 0o120777 << 16


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return a zip archive of files."""
    target = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # names that stand twice are meant
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def nested(depth: int, inner: bytes) -> bytes:
    """Return an archive of an archive of an archive."""
    for _ in range(depth):
        inner = zipped({f"{n}.zip": inner for n in range(4)})
    return inner


def _link() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        entry = zipfile.ZipInfo("link.txt")
        entry.create_system, entry.external_attr = 3, LINK
        archive.writestr(entry, "/etc/passwd")
    return target.getvalue()


def _lying() -> bytes:
    """Return an archive that declares ten bytes of the ten million it holds."""
    whole = bytearray(zipped({"a.txt": bytes(10_000_000)}))
    directory = whole.rindex(b"PK\x01\x02")
    struct.pack_into("<I", whole, 22, 10)
    struct.pack_into("<I", whole, directory + 24, 10)
    return bytes(whole)


def _overlapping() -> bytes:
    """Return an archive whose thousand entries are the same bytes."""
    whole = zipped({"a.txt": bytes(1_000_000)})
    directory, end = whole.rindex(b"PK\x01\x02"), whole.rindex(b"PK\x05\x06")
    entry = whole[directory:end]
    size = struct.pack("<HHII", 1000, 1000, 1000 * len(entry), directory)
    return whole[:directory] + entry * 1000 + b"PK\x05\x06" + bytes(4) + size + bytes(2)


ARCHIVES = {
    "bomb": zipped({f"{n}.txt": bytes(20_000_000) for n in range(5)}),
    "nested": nested(4, zipped({"a.txt": bytes(1_000_000)})),
    "many entries": zipped({f"{n}.txt": b"" for n in range(100_000)}),
    "climbing": zipped({"../../../tmp/climbed.txt": b"It rains."}),
    "absolute": zipped({"/etc/climbed.txt": b"It rains."}),
    "link": _link(),
    "lying": _lying(),
    "overlapping": _overlapping(),
    "empty": b"PK\x05\x06" + bytes(18),
    "gzip": b"\x1f\x8b\x08" + bytes(100),
}
