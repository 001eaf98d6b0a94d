"""The addresses of checks after lending."""

from django.urls import path

from dongvon.interfaces.web.checks import acts, pages

app_name = "checks"
urlpatterns = [
    path("su-dung-von/", pages.uses, name="uses"),
    path("su-dung-von/<uuid:disbursement>/", pages.use, name="use"),
    path("su-dung-von/<uuid:disbursement>/ghi/", acts.check, name="check"),
    path("su-dung-von/to/<uuid:group>/", pages.visit, name="visit"),
    path("su-dung-von/to/<uuid:group>/ghi/", acts.check_visit, name="check_visit"),
    path("su-dung-von/to/<uuid:group>/doc/", pages.read_visit, name="read_visit"),
    path("su-dung-von/to/<uuid:group>.<str:ending>", pages.use_paper, name="use_paper"),
    path("doi-chieu/", pages.balances, name="balances"),
    path("doi-chieu/<uuid:group>/", pages.sheet, name="sheet"),
    path("doi-chieu/<uuid:group>/ghi/", acts.compare, name="compare"),
    path("doi-chieu/<uuid:group>/doc/", pages.read_sheet, name="read_sheet"),
    path("doi-chieu/<uuid:group>.<str:ending>", pages.sheet_paper, name="sheet_paper"),
]
