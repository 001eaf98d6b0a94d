"""Addresses given as evidence: web pages only, never a script."""

from urllib.parse import urlsplit

from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class NotALink(Refusal):
    """The text is no address of a web page."""

    text = "“{given}” không phải là đường dẫn trang web; đề nghị nhập địa chỉ bắt đầu bằng https://"
    field = "link"


def checked_link(given: str) -> str:
    """The address without blanks around it; refuses NotALink."""
    address = clean(given)
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or "." not in parts.netloc or " " in address or len(address) > 1000:
        raise NotALink(given=address[:100])
    return address
