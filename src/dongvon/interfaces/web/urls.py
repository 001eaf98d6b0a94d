"""Every address of the web pages: one line for each page folder."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("dongvon.interfaces.web.home.urls")),
    path("", include("dongvon.interfaces.web.shell.urls")),
    path("tin-dung/", include("dongvon.interfaces.web.insight.urls")),
    path("khoan-vay/", include("dongvon.interfaces.web.loans.urls")),
    path("khoa-so/", include("dongvon.interfaces.web.closing.urls")),
    path("nguoi-dan/", include("dongvon.interfaces.web.people.urls")),
    path("danh-sach/", include("dongvon.interfaces.web.lists.urls")),
    path("giay-to/", include("dongvon.interfaces.web.papers.urls")),
    path("kiem-tra/", include("dongvon.interfaces.web.checks.urls")),
    path("so-sach/", include("dongvon.interfaces.web.books.urls")),
    path("to/", include("dongvon.interfaces.web.groups.urls")),
    path("danh-muc/", include("dongvon.interfaces.web.portfolio.urls")),
    path("ho-so-vay/", include("dongvon.interfaces.web.road.urls")),
    path("chua-vay/", include("dongvon.interfaces.web.chances.urls")),
    path("chuong-trinh/", include("dongvon.interfaces.web.catalogue.urls")),
    path("ke-hoach/", include("dongvon.interfaces.web.plans.urls")),
    path("don-doc/", include("dongvon.interfaces.web.followup.urls")),
    path("bao-cao/", include("dongvon.interfaces.web.reports.urls")),
    path("xet-duyet/", include("dongvon.interfaces.web.desk.urls")),
    path("chi-tieu/", include("dongvon.interfaces.web.slots.urls")),
    path("y-kien/", include("dongvon.interfaces.web.inbox.urls")),
    path("don-vi/", include("dongvon.interfaces.web.administration.units.urls")),
    path("quan-tri/nguoi-dung/", include("dongvon.interfaces.web.administration.people.urls")),
    path("quan-tri/cach-goi/", include("dongvon.interfaces.web.administration.aliases.urls")),
    path("tong-hop/", include("dongvon.interfaces.web.consolidation.urls")),
    path("khen-thuong/", include("dongvon.interfaces.web.commendation.urls")),
    path("gallery/", include("dongvon.interfaces.web.gallery.urls")),
    path("tai-khoan/", include("dongvon.interfaces.web.account.urls")),
]
