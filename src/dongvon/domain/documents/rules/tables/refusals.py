"""Why a file cannot be read as a table, in words for the person who chose it."""

from dongvon.kernel.refusals import Refusal


class TableRefusal(Refusal):
    """A file that cannot be read; `field` is the file input of the form."""

    field = "file"


class EmptyTable(TableRefusal):
    """Nothing in it."""

    text = "Tệp “{name}” trống, không có dòng số liệu nào. Hãy chọn lại tệp."


class LockedTable(TableRefusal):
    """It has a password."""

    text = "Tệp “{name}” được đặt mật khẩu. Hãy bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ), lưu lại rồi gửi lần nữa."


class BrokenTable(TableRefusal):
    """Cut off, damaged, or another kind of file under this name."""

    text = "Tệp “{name}” hỏng hoặc bị cắt cụt nên không đọc được đến cuối. Hãy mở tệp gốc, lưu lại rồi gửi lần nữa."


class SwollenTable(TableRefusal):
    """A small file that unpacks to gigabytes, or more cells than are held in memory."""

    text = "Tệp “{name}” giải nén ra quá lớn nên không đọc. Hãy chép riêng bảng số liệu sang tệp mới rồi gửi lại."


class UnknownTable(TableRefusal):
    """No kind of table that is read here."""

    text = "Không nhận ra loại tệp “{name}”. Các loại đọc được: .xlsx, .xls, .ods, .csv và .parquet."


class UnreadableLetters(TableRefusal):
    """Text in an encoding other than Unicode."""

    text = "Tệp “{name}” không ghi bằng bảng mã Unicode. Hãy mở bằng Excel và lưu thành “CSV UTF-8” hoặc .xlsx."
