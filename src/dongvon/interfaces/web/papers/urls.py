"""The addresses of forms."""

from django.urls import path

from dongvon.interfaces.web.papers import acts, gathered, pages

app_name = "papers"
urlpatterns = [
    path("", pages.shelf, name="shelf"),
    path("doc-lai/", acts.read_filled, name="read"),
    path("mau/<slug:code>/", pages.template, name="template"),
    path("mau/<slug:code>/ban-<int:number>.docx", pages.version, name="version"),
    path("mau/<slug:code>/thay/", acts.replace, name="replace"),
    path("mau/<slug:code>.<str:ending>", pages.blank, name="blank"),
    path("de-nghi-vay.pdf", pages.request_papers, name="requests"),
    path("ho-so/<uuid:application>/<slug:code>.<str:ending>", pages.file_paper, name="file"),
    path("khoan-vay/<uuid:loan>/<slug:code>.<str:ending>", pages.loan_paper, name="loan"),
    path("boc-tham/<uuid:lottery>.<str:ending>", pages.draw_paper, name="draw"),
    path("danh-sach/<uuid:request_list>.<str:ending>", pages.list_paper, name="list"),
    path("thong-bao/<uuid:notice>.<str:ending>", pages.notice_paper, name="notice"),
    path("xu-ly-no/<int:year>/<int:number>/<slug:code>.<str:ending>", gathered.round_paper, name="round"),
    path("chi-tieu/<int:year>/<str:place>.<str:ending>", gathered.plan_paper, name="plan"),
    path("phien/<uuid:point>.<str:ending>", gathered.session_paper, name="session"),
]
