"""Why a file cannot be read as a paper, in words for the person who chose it."""

from dongvon.kernel.refusals import Refusal


class PaperRefusal(Refusal):
    """A file that cannot be read; `field` is the file input of the form."""

    field = "file"


class EmptyPaper(PaperRefusal):
    text = "Tệp “{name}” trống, không có chữ nào. Hãy chọn lại tệp có nội dung."


class TooLargePaper(PaperRefusal):
    text = "Tệp “{name}” quá lớn ({megabytes} MB, cho phép đến {limit} MB). Hãy bỏ bớt ảnh hoặc chia nhỏ tệp."


class ProtectedPaper(PaperRefusal):
    text = "Tệp “{name}” được đặt mật khẩu. Hãy bỏ mật khẩu, lưu lại rồi tải lên lần nữa."


class NoTextLayer(PaperRefusal):
    text = (
        "Tệp PDF “{name}” chỉ có ảnh chụp, không có lớp chữ nên không đọc được. "
        "Hãy dùng bản Word hoặc bản PDF đã nhận dạng chữ."
    )


class UnknownPaper(PaperRefusal):
    text = "Không nhận ra loại tệp “{name}”. Các loại đọc được: .txt, .md, .docx, .html và .pdf có lớp chữ."


class OldWordPaper(PaperRefusal):
    text = "Tệp “{name}” là Word bản cũ (.doc). Hãy mở bằng Word, lưu thành .docx rồi tải lên."


class BrokenPaper(PaperRefusal):
    text = "Tệp “{name}” hỏng hoặc không đúng định dạng {format}. Hãy mở tệp gốc, lưu lại rồi thử lần nữa."


class UndecodablePaper(PaperRefusal):
    text = "Không giải được bảng mã chữ của tệp “{name}”. Hãy lưu lại tệp bằng bảng mã Unicode (UTF-8)."


class LegacyEncoding(PaperRefusal):
    text = (
        "Tệp “{name}” dùng bảng mã cũ {encoding}, không phải Unicode. "
        "Chương trình chuyển được sang Unicode: hãy chọn “Chuyển mã” rồi đọc lại."
    )
