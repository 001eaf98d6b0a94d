"""The addresses of reports."""

from django.urls import path

from dongvon.interfaces.web.reports import acts, filling, pages, writing

app_name = "report"
urlpatterns = [
    path("", pages.owed, name="owed"),
    path("ky/<uuid:round>/", pages.write, name="write"),
    path("ky/<uuid:round>/<uuid:reporter>/bat-dau/", acts.begin, name="begin"),
    path("phien-ban/<uuid:submission>/", pages.version, name="version"),
    path("tep/<uuid:file>/", pages.file, name="file"),
    path("<uuid:report>/", pages.read, name="read"),
    path("<uuid:report>/nhiem-vu/<uuid:clause>/", writing.save, name="save"),
    path("<uuid:report>/nhiem-vu/<uuid:clause>/minh-chung/", acts.attach, name="attach"),
    path("<uuid:report>/minh-chung/<uuid:evidence>/bo/", acts.detach, name="detach"),
    path("<uuid:report>/y-kien/", acts.raise_, name="raise"),
    path("<uuid:report>/y-kien/<uuid:concern>/bo/", acts.withdraw, name="withdraw"),
    path("<uuid:report>/so-lieu/", pages.figures, name="figures"),
    path("<uuid:report>/so-lieu/nhap/", filling.typed, name="fill"),
    path("<uuid:report>/so-lieu/dan/", filling.pasted, name="paste"),
    path("<uuid:report>/so-lieu/bieu-mau.xlsx", pages.workbook, name="workbook"),
    path("<uuid:report>/so-lieu/gui-bieu/", filling.returned, name="upload"),
    path("<uuid:report>/nop/", pages.submit, name="submit"),
    path("<uuid:report>/nop/gui/", acts.hand_in, name="hand_in"),
]
