"""Which files are taken as attachments: known kinds whose bytes are what their names say."""

from dataclasses import dataclass
from typing import Final

from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean

LARGEST: Final = 20 * 1024**2


class EmptyFile(Refusal):
    """No bytes."""

    text = "Tệp “{file_name}” rỗng; đề nghị chọn lại tệp."
    field = "file"


class FileTooLarge(Refusal):
    """More bytes than are kept."""

    text = "Tệp “{file_name}” nặng {megabytes} MB, vượt mức {largest} MB; đề nghị chia nhỏ hoặc gửi đường dẫn."
    field = "file"


class UnknownKind(Refusal):
    """A kind of file that is not taken."""

    text = "Không nhận tệp “{file_name}”; chỉ nhận {known}."
    field = "file"


class NotWhatItSays(Refusal):
    """The bytes are of another kind than the name."""

    text = "Nội dung tệp “{file_name}” không đúng định dạng .{extension}; đề nghị mở, lưu lại đúng định dạng rồi gửi."
    field = "file"


@dataclass(frozen=True)
class Kind:
    """A media type and the bytes with which such files begin; none for plain text."""

    media_type: str
    opening: bytes = b""


_OOXML, _OLD, _ZIP = "application/vnd.openxmlformats-officedocument.", b"\xd0\xcf\x11\xe0", b"PK\x03\x04"

KINDS: Final = {
    "pdf": Kind("application/pdf", b"%PDF-"),
    "docx": Kind(f"{_OOXML}wordprocessingml.document", _ZIP),
    "xlsx": Kind(f"{_OOXML}spreadsheetml.sheet", _ZIP),
    "pptx": Kind(f"{_OOXML}presentationml.presentation", _ZIP),
    "doc": Kind("application/msword", _OLD),
    "xls": Kind("application/vnd.ms-excel", _OLD),
    "png": Kind("image/png", b"\x89PNG\r\n\x1a\n"),
    "jpg": Kind("image/jpeg", b"\xff\xd8\xff"),
    "jpeg": Kind("image/jpeg", b"\xff\xd8\xff"),
    "zip": Kind("application/zip", _ZIP),
    "txt": Kind("text/plain"),
    "csv": Kind("text/csv"),
}


def checked(file_name: str, content: bytes) -> tuple[str, str]:
    """The name as it is kept and the media type. Refuses EmptyFile, FileTooLarge, UnknownKind, NotWhatItSays."""
    name = clean(file_name.replace("\\", "/").rsplit("/", 1)[-1])
    extension = name.rsplit(".", 1)[-1].lower()
    if not content:
        raise EmptyFile(file_name=name)
    if len(content) > LARGEST:
        raise FileTooLarge(file_name=name, megabytes=-(-len(content) // 1024**2), largest=LARGEST // 1024**2)
    if "." not in name or extension not in KINDS:
        raise UnknownKind(file_name=name, known=", ".join(f".{known}" for known in KINDS))
    kind = KINDS[extension]
    if not content.startswith(kind.opening) or (not kind.opening and b"\x00" in content):
        raise NotWhatItSays(file_name=name, extension=extension)
    return _short(name), kind.media_type


def _short(name: str) -> str:
    """At most 200 letters, the extension kept."""
    stem, _, extension = name.rpartition(".")
    return f"{stem[: 199 - len(extension)]}.{extension}"
