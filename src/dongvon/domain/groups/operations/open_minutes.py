"""The meeting whose minutes are still being written, found and held for the verb that changes them."""

from uuid import UUID

from dongvon.domain.groups.models import Meeting
from dongvon.kernel.refusals import Refusal


class NoSuchMeeting(Refusal):
    """There is no such meeting within the asker's reach."""

    text = "Không tìm thấy cuộc họp này trong các tổ của bạn."


class MinutesClosed(Refusal):
    """Closed minutes stay as they are."""

    text = "Biên bản số {number} đã chốt nên không sửa được; nếu có sai sót, hãy họp lại và lập biên bản mới."


def open_minutes(meeting: UUID) -> Meeting:
    """The meeting, locked until the end of the transaction. Refuses NoSuchMeeting, MinutesClosed."""
    found = Meeting.objects.select_for_update().filter(id=meeting).first()
    if found is None:
        raise NoSuchMeeting
    if found.number is not None:
        raise MinutesClosed(number=found.number)
    return found
