"""The addresses of forms."""

from django.urls import path

from dongvon.interfaces.web.papers import acts, pages

app_name = "papers"
urlpatterns = [
    path("", pages.shelf, name="shelf"),
    path("doc-lai/", acts.read_filled, name="read"),
    path("mau/<slug:code>/", pages.template, name="template"),
    path("mau/<slug:code>/thay/", acts.replace, name="replace"),
    path("mau/<slug:code>.<str:ending>", pages.blank, name="blank"),
    path("de-nghi-vay.pdf", pages.request_papers, name="requests"),
    path("de-nghi-vay/<uuid:application>.<str:ending>", pages.request_paper, name="request"),
    path("uy-quyen/<uuid:application>.<str:ending>", pages.authorisation_paper, name="authorisation"),
    path("danh-sach/<uuid:request_list>.<str:ending>", pages.list_paper, name="list"),
    path("thong-bao/<uuid:notice>.<str:ending>", pages.notice_paper, name="notice"),
]
