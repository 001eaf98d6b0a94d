"""What can be wrong or doubtful about a row of a list, each in words for whoever typed it."""

from typing import Final

from dongvon.kernel.identity import Doubt
from dongvon.kernel.refusals import Refusal


class NameUnreadable(Refusal):
    text = "Thiếu họ tên, họ tên có chữ số hoặc quá dài."


class NameStrange(Refusal):
    text = "Họ tên có ký tự lạ “{signs}”: do phông chữ cũ hoặc ghi chú lẫn vào; hãy đọc lại."


class TakenForNote(Refusal):
    text = "Dòng này được hiểu là ghi chú, không có ai được đưa vào; nếu là một người, hãy ghi đủ họ tên, ngày sinh."


class HamletMissing(Refusal):
    text = "Thiếu tên thôn, ấp, khu phố."


class BirthMissing(Refusal):
    text = "Thiếu ngày sinh hoặc năm sinh."


class BirthUnreadable(Refusal):
    text = "Ngày sinh không đọc được hoặc không có thật; ghi dd/mm/yyyy hoặc chỉ ghi năm."


class SexMissing(Refusal):
    text = "Thiếu giới tính; ghi Nam hoặc Nữ."


class GivenTwice(Refusal):
    text = "Trùng với dòng {row}."


class MemberBeforeHead(Refusal):
    text = "Thành viên đứng trước chủ hộ; ghi chủ hộ trước rồi đến các thành viên."


class ZerosPutBack(Refusal):
    text = "Đã thêm lại số 0 ở đầu số định danh."


class OldCard(Refusal):
    text = "Số chứng minh cũ 9 số không dùng để nhận ra người; nên bổ sung số định danh."


class UnknownBirthplace(Refusal):
    text = "Ba số đầu của số định danh không có trong danh mục nơi đăng ký khai sinh."


class OtherBirthYear(Refusal):
    text = "Năm sinh khác với năm trong số định danh."


class OtherSex(Refusal):
    text = "Giới tính khác với số định danh."


class BornLater(Refusal):
    text = "Số định danh ghi năm sinh ở tương lai."


class OtherName(Refusal):
    text = "Số định danh này trong hệ thống mang tên khác; hãy kiểm tra số và tên."


class InOtherCommune(Refusal):
    text = "Người này đang được ghi ở xã, phường khác; hãy đề nghị nơi đó chuyển hộ sang trước."


class OtherClass(Refusal):
    text = "Hộ này đang thuộc danh sách khác còn hiệu lực; khi chứng nhận, danh sách cũ kết thúc."


class RecognisedByName(Refusal):
    text = "Nhận ra theo họ tên và ngày sinh, chưa có số định danh để đối chiếu."


DOUBTS: Final[dict[Doubt, type[Refusal]]] = {
    Doubt.UNKNOWN_BIRTHPLACE: UnknownBirthplace,
    Doubt.OTHER_BIRTH_YEAR: OtherBirthYear,
    Doubt.OTHER_SEX: OtherSex,
    Doubt.BORN_LATER: BornLater,
}
