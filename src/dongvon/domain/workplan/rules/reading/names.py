"""Other ways of writing the names of bodies, and names that no unit of ours stands behind."""

#: In any alias each phrase may stand for the others of its row. All without accents.
SYNONYMS: tuple[tuple[str, ...], ...] = (
    ("uy ban nhan dan", "ubnd"),
    ("hoi dong nhan dan", "hdnd"),
    ("ngan hang chinh sach xa hoi", "ngan hang csxh", "nhcsxh", "nh csxh", "ngan hang chinh sach"),
    (
        "uy ban mat tran to quoc viet nam",
        "uy ban mttq viet nam",
        "ubmttq viet nam",
        "ub mttq viet nam",
        "mat tran to quoc viet nam",
        "mttq viet nam",
        "uy ban mat tran to quoc",
        "uy ban mttq",
        "ubmttq",
        "mat tran to quoc",
        "mttq",
        "mat tran",
    ),
    ("hoi dong quan tri", "hdqt"),
    ("to chuc chinh tri xa hoi", "to chuc ct xh", "to chuc ctxh", "doan the chinh tri xa hoi", "hoi doan the"),
    ("nhan uy thac", "nhan lam uy thac", "lam uy thac", "duoc uy thac"),
    ("lien hiep phu nu", "lhpn", "phu nu"),
    ("doan thanh nien cong san ho chi minh", "doan tncs ho chi minh", "doan tncs hcm", "doan thanh nien"),
    ("tiet kiem va vay von", "tk&vv", "tk vv", "tk va vv"),
    ("bao hiem xa hoi", "bhxh"),
    ("phong giao dich", "pgd"),
    ("van hoa the thao va du lich", "van hoa the thao du lich", "vh tt&dl", "vhttdl"),
    ("giao duc va dao tao", "giao duc dao tao", "gd&dt", "gddt", "gd dt"),
    ("nong nghiep va moi truong", "nong nghiep moi truong", "nn&mt", "nnmt"),
    ("khoa hoc va cong nghe", "khoa hoc cong nghe", "kh&cn", "khcn"),
    ("dan toc va ton giao", "dan toc ton giao"),
    ("bo chi huy quan su", "bch quan su", "bo chqs"),
)

#: Further names of bodies and classes of the units vocabulary.
MORE_NAMES: dict[str, tuple[str, ...]] = {
    "nhcsxh-chi-nhanh": ("ngân hàng CSXH",),
    "so-ban-nganh": (
        "sở, ban, ngành",
        "sở, ngành",
        "sở, ban ngành",
        "ban, ngành",
        "sở, ban, ngành, đoàn thể",
        "sở, ngành, đoàn thể",
        "ban, ngành, đoàn thể",
        "ban, ngành, hội, đoàn thể",
        "cơ quan, ban, ngành",
        "cơ quan chuyên môn thuộc UBND",
    ),
    "phong-ban-cap-xa": (
        "phòng, ban, ngành",
        "phòng, ban",
        "phòng, ban chuyên môn",
        "phòng chuyên môn",
        "phòng, ban, đơn vị chức năng",
    ),
    "to-chuc-chinh-tri-xa-hoi": ("đoàn thể", "hội, đoàn thể"),
    "thue": ("chi cục thuế", "thuế cơ sở"),
    "bao-phat-thanh-truyen-hinh": ("báo và đài phát thanh truyền hình", "báo, đài phát thanh và truyền hình"),
    "co-quan-bao-chi": ("cơ quan thông tấn, báo chí", "cơ quan truyền thông", "cơ quan báo, đài"),
    "thanh-tra": ("thanh tra",),
    "ban-dai-dien": ("ban đại diện",),
    "van-phong-ubnd": ("văn phòng UBND",),
}

#: What a body of the city is called where the same words are said of a commune.
COMMUNE_TWINS = {"so-ban-nganh": "phong-ban-cap-xa", "nhcsxh-chi-nhanh": "nhcsxh-pgd"}

#: Known as one name, so that their commas and "và" part nothing; no unit of ours stands behind them.
OUTSIDE: tuple[str, ...] = (
    "Sở Lao động, Thương binh và Xã hội",
    "Sở LĐTBXH",
    "Sở Kế hoạch và Đầu tư",
    "Sở Tài nguyên và Môi trường",
    "Sở Nông nghiệp và Phát triển nông thôn",
    "Sở Nông nghiệp và PTNT",
    "Sở Thông tin và Truyền thông",
    "Sở Giao thông vận tải",
    "Sở Ngoại vụ",
    "Sở Du lịch",
    "Sở Văn hóa và Thể thao",
    "Sở Quy hoạch và Kiến trúc",
    "Ban Dân tộc",
    "Ngân hàng CSXH Việt Nam",
    "Ngân hàng CSXH Trung ương",
    "Liên minh Hợp tác xã",
    "Liên đoàn Lao động",
    "Hội Chữ thập đỏ",
    "Bộ Chỉ huy Quân sự",
    "Bộ Chỉ huy Bộ đội Biên phòng",
    "Ban Tuyên giáo và Dân vận",
    "Ủy ban Kiểm tra",
    "Văn phòng Tỉnh ủy",
    "Văn phòng Thành ủy",
    "Đảng ủy UBND",
    "cấp ủy",
    "Ban Tổ chức",
    "Tòa án nhân dân",
    "Viện kiểm sát nhân dân",
    "Thi hành án dân sự",
    "Kho bạc Nhà nước",
    "Thủ tướng Chính phủ",
    "Bộ Tài chính",
    "Bộ Nội vụ",
    "Ban Chỉ đạo các chương trình mục tiêu quốc gia",
    "Văn phòng HĐND và UBND",
    "Trung tâm Phục vụ hành chính công",
    "Phòng Kinh tế",
    "Phòng Văn hóa, Xã hội",
    "Phòng Kinh tế, Hạ tầng và Đô thị",
)

#: A comma or "và" before one of these starts a new unit.
HEAD_NOUNS: tuple[str, ...] = (
    "cac", "so", "ban", "ubnd", "uy ban", "hdnd", "hoi dong", "hoi", "cong an", "phong", "trung tam",
    "chi nhanh", "ngan hang", "lien minh", "lien doan", "truong", "vien", "van phong", "cuc", "chi cuc",
    "bo", "quy", "to", "doan", "dai", "bao", "mat tran", "mttq", "ubmttq", "thanh tra", "toa an",
    "vien kiem sat", "thue", "bao hiem", "kho bac", "don vi", "co quan", "to chuc", "ca nhan",
    "doanh nghiep", "cong ty", "tap doan", "chu tich", "thu truong", "lanh dao", "nguoi dung dau",
    "hop tac xa", "dia phuong", "ubmt", "nhcsxh", "pgd", "tong cong ty", "thuong truc", "dang uy",
    "thanh uy", "tinh uy", "huyen uy", "trang thong tin", "cong thong tin", "hiep hoi", "thon", "ap",
    "khu pho", "truong thon", "truong ap", "tram", "benh vien", "giam doc", "dai dien", "de nghi", "giao",
)  # fmt: skip

#: Words before a body's name that leave the body answerable: its head, its members, its web site.
LEAD_INS: tuple[str, ...] = (
    "chu tich", "pho chu tich", "thu truong", "lanh dao", "giam doc", "nguoi dung dau", "thuong truc",
    "ban thuong truc", "thanh vien", "truong ban", "can bo",
    "trang thong tin dien tu", "trang thong tin dien tu cua", "cong thong tin dien tu",
    "cong thong tin dien tu cua", "he thong",
)  # fmt: skip
