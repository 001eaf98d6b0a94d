"""Takes the guide's pictures from a running demo: `make guide ADDRESS=http://localhost:8000`."""

import re
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

PICTURES = Path(__file__).parent / "pictures"
CHROMIUM = "/usr/bin/chromium"
COLOURS = 256
DESK, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}


@dataclass(frozen=True)
class Shot:
    """One picture: who looks, from which page, through which links (by the words on them), on which screen."""

    name: str
    who: str
    page: str
    links: tuple[str, ...] = ()
    phone: bool = False


SHOTS = (
    Shot("viec-hom-nay", "Nguyễn Thị Lan", "/"),
    Shot("nhap-ke-hoach", "Trần Quốc Bảo", "/ke-hoach/nhap/"),
    Shot("ke-hoach", "Trần Quốc Bảo", "/ke-hoach/", ("Đưa Chỉ thị",)),
    Shot("bao-cao", "Huỳnh Tấn Lộc", "/bao-cao/"),
    Shot("viet-bao-cao", "Huỳnh Tấn Lộc", "/bao-cao/", ("năm 2026",)),
    Shot("viet-bao-cao-dien-thoai", "Huỳnh Tấn Lộc", "/bao-cao/", ("năm 2026",), phone=True),
    Shot("xet-duyet", "Trần Quốc Bảo", "/xet-duyet/"),
    Shot("bang-theo-doi", "Trần Quốc Bảo", "/don-doc/"),
    Shot("giao-ban", "Trần Quốc Bảo", "/don-doc/giao-ban/"),
    Shot("kho-khan", "Trần Quốc Bảo", "/y-kien/"),
    Shot("cho-quyet-dinh", "Lê Minh Đức", "/y-kien/cho-quyet-dinh/"),
    Shot("tong-hop", "Trần Quốc Bảo", "/tong-hop/"),
    Shot("khen-thuong", "Trần Quốc Bảo", "/khen-thuong/"),
    Shot("thay-doi-don-vi", "Lý Anh Khoa", "/don-vi/so-tai-chinh/thay-doi/"),
    Shot("chuong-trinh", "Nguyễn Thị Lan", "/chuong-trinh/"),
    Shot("mot-chuong-trinh", "Nguyễn Thị Lan", "/chuong-trinh/", ("Đi làm việc ở nước ngoài theo hợp đồng",)),
    Shot("khoan-vay", "Nguyễn Đức Thanh", "/khoan-vay/"),
    Shot("mot-khoan-vay", "Nguyễn Đức Thanh", "/khoan-vay/", ("Nguyễn",)),
    Shot("giai-thich-lai", "Nguyễn Đức Thanh", "/khoan-vay/", ("Nguyễn", "Giải thích tiền lãi")),
    Shot("thu-no", "Trần Lệ Quyên", "/khoan-vay/", ("Nguyễn", "Thu nợ")),
    Shot("khoa-so", "Nguyễn Thị Lan", "/khoa-so/"),
    Shot("danh-sach", "Đinh Trung Hiếu", "/danh-sach/"),
    Shot("mot-danh-sach", "Đinh Trung Hiếu", "/danh-sach/", ("Hộ nghèo",)),
    Shot("to-cua-toi-dien-thoai", "Nguyễn Thị Mai", "/to/cua-toi/", phone=True),
    Shot("viec-cua-hoi", "Bùi Thị Đào", "/to/viec-cua-hoi/"),
    Shot("bang-dieu-hanh", "Nguyễn Thị Lan", "/tin-dung/"),
    Shot("so-lieu-goc", "Nguyễn Thị Lan", "/tin-dung/", ("Số liệu gốc",)),
    Shot("ban-do", "Nguyễn Thị Lan", "/tin-dung/ban-do/"),
    Shot("cac-to", "Nguyễn Thị Lan", "/tin-dung/xa-phuong/", ("Phường Trấn Biên",)),
    Shot("chi-tieu", "Nguyễn Thị Lan", "/tin-dung/chi-tieu/"),
    Shot("tiep-nhan-danh-muc", "Trần Quốc Bảo", "/danh-muc/"),
    Shot("ho-so-vay", "Phạm Nhật Minh", "/ho-so-vay/"),
    Shot("mot-ho-so", "Phạm Nhật Minh", "/ho-so-vay/", ("Huỳnh Thị",)),
    Shot("bieu-mau", "Phạm Nhật Minh", "/giay-to/"),
    Shot("kiem-tra-su-dung-von", "Bùi Thị Đào", "/kiem-tra/su-dung-von/"),
)


def main(address: str) -> None:
    """Take every picture anew; stops at the first page that is not there."""
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for shot in SHOTS:
            _take(browser, address.rstrip("/"), shot)
        browser.close()


def _take(browser: Browser, address: str, shot: Shot) -> None:
    context = browser.new_context(viewport=PHONE if shot.phone else DESK, locale="vi-VN", reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}/")
    page.get_by_role("button", name=re.compile(shot.who)).first.click()
    page.wait_for_load_state()
    answer = page.goto(address + shot.page)
    if answer is None or not answer.ok:
        sys.exit(f"{shot.page} is not there for {shot.who}.")
    for words in shot.links:
        _follow(page, words)
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(PICTURES / f"{shot.name}.png", optimize=True)
    context.close()


def _follow(page: Page, words: str) -> None:
    page.locator("main a").filter(has_text=words).first.click()
    page.wait_for_load_state("networkidle")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000")
